package tables

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"gevinst/report"
)

// The tables by which the file explains itself.
const (
	guideKey = "dokumentasjon"
	codesKey = "kode"
)

const guideSchema = `
CREATE TABLE dokumentasjon (
  objekt TEXT NOT NULL,
  art TEXT NOT NULL CHECK (art IN ('TABELL', 'VISNING', 'KOLONNE')),
  kolonne TEXT NOT NULL,
  nr INTEGER NOT NULL,
  ledetekst TEXT NOT NULL,
  beskrivelse TEXT NOT NULL,
  datatype TEXT,
  enhet TEXT,
  kilde TEXT,
  PRIMARY KEY (objekt, kolonne)
) STRICT;
CREATE TABLE kode (
  tabell TEXT NOT NULL,
  kolonne TEXT NOT NULL,
  verdi TEXT NOT NULL,
  nr INTEGER NOT NULL,
  betydning TEXT NOT NULL,
  PRIMARY KEY (tabell, kolonne, verdi)
) STRICT;`

// explain fills in what explains the file: every table, view, column and code.
func (t *Tables) explain(ctx context.Context, tx *sql.Tx) error {
	if _, err := tx.ExecContext(ctx, guideSchema); err != nil {
		return err
	}
	for i := range t.all {
		if err := t.explainTable(ctx, tx, &t.all[i]); err != nil {
			return err
		}
		if err := t.explainCodes(ctx, tx, &t.all[i]); err != nil {
			return err
		}
	}
	for _, key := range []string{guideKey, codesKey} {
		if err := t.explainQuery(ctx, tx, view{key: key}, "TABELL"); err != nil {
			return err
		}
	}
	views, err := t.views()
	if err != nil {
		return err
	}
	for _, v := range views {
		if err := t.explainQuery(ctx, tx, v, "VISNING"); err != nil {
			return err
		}
	}
	return nil
}

// entry is one line of dokumentasjon.
type entry struct {
	object, kind, column string
	n                    int
	label, about         string
	datatype, unit, from string
}

func (e entry) insert(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO dokumentasjon VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		e.object, e.kind, e.column, e.n, e.label, e.about, orNull(e.datatype), orNull(e.unit), orNull(e.from))
	return err
}

func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// explainTable explains a table of rows and its columns, those that every table has first.
func (t *Tables) explainTable(ctx context.Context, tx *sql.Tx, table *Table) error {
	entries := []entry{{object: table.Key, kind: "TABELL", label: table.Title, about: table.About}}
	for _, key := range table.places() {
		datatype := "INTEGER"
		if key == orgNrKey {
			datatype = "TEXT"
		}
		entries = append(entries, t.described(nil, key, datatype))
	}
	for i := range table.Columns {
		c := &table.Columns[i]
		e := entry{column: c.Key, label: c.Label, about: c.About, datatype: "TEXT", unit: c.Unit, from: c.From}
		if c.whole() {
			e.datatype = "INTEGER"
		}
		entries = append(entries, e)
		if c.amount() {
			e.column, e.datatype, e.unit = oere(c.Key), "INTEGER", "oere"
			entries = append(entries, e)
		}
	}
	return t.insertEntries(ctx, tx, table.Key, entries)
}

func (t *Tables) insertEntries(ctx context.Context, tx *sql.Tx, object string, entries []entry) error {
	for i, e := range entries {
		e.object, e.n = object, i
		if e.kind == "" {
			e.kind = "KOLONNE"
		}
		if e.unit != "" {
			e.unit = t.order.Voice.Say("tables.unit." + e.unit)
		}
		if err := e.insert(ctx, tx); err != nil {
			return fmt.Errorf("%s.%s: %w", object, e.column, err)
		}
	}
	return nil
}

// explainQuery explains a view, or a table of ours, by the columns that SQLite says it has.
func (t *Tables) explainQuery(ctx context.Context, tx *sql.Tx, v view, kind string) error {
	say := t.order.Voice.Say
	entries := []entry{{kind: kind, label: say("tables.title." + v.key), about: say("tables.help." + v.key)}}
	rows, err := tx.QueryContext(ctx, `SELECT name, type FROM pragma_table_info(?)`, v.key)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var name, datatype string
		if err := rows.Scan(&name, &datatype); err != nil {
			return err
		}
		entries = append(entries, t.described(t.of(v), name, datatype))
	}
	if err := rows.Err(); err != nil {
		return err
	}
	return t.insertEntries(ctx, tx, v.key, entries)
}

// of is the table that a view is a view of; nil where it is of many.
func (t *Tables) of(v view) *Table {
	_, after, _ := strings.Cut(v.query, "FROM ")
	for i := range t.all {
		if name, _, _ := strings.Cut(strings.ReplaceAll(after, "\n", " "), " "); name == t.all[i].Key {
			return &t.all[i]
		}
	}
	return nil
}

// described explains a column of a query: in the words of the table that the query
// is from, where that table has it, else in those of its name.
func (t *Tables) described(from *Table, name, datatype string) entry {
	key, unit := name, ""
	if amount, ok := strings.CutSuffix(name, "_ore"); ok {
		key, unit = amount+"_kr", "oere"
	}
	if from != nil {
		for _, c := range from.Columns {
			if c.Key == key {
				return entry{column: name, label: c.Label, about: c.About, datatype: datatype, unit: unit, from: c.From}
			}
		}
	}
	say := t.order.Voice.Say
	return entry{column: name, label: say("tables.label." + key), about: say("tables.about." + key), datatype: datatype, unit: unit}
}

// explainCodes says what each code of a table's columns means.
func (t *Tables) explainCodes(ctx context.Context, tx *sql.Tx, table *Table) error {
	for _, c := range table.Columns {
		for i, choice := range c.Codes {
			if _, err := tx.ExecContext(ctx, `INSERT INTO kode VALUES (?, ?, ?, ?, ?)`, table.Key, c.Key, choice.Value, i+1, t.meaning(choice)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t *Tables) meaning(c report.Choice) string {
	if words := c.Label.In(t.order.Voice.Lang()); words != "" {
		return words
	}
	return t.order.Voice.Say("tables.code." + c.Value)
}

// checkReferences sees that every row belongs to a report and names what exists.
func (t *Tables) checkReferences(ctx context.Context, tx *sql.Tx) error {
	var table, parent string
	var row int64
	err := tx.QueryRowContext(ctx, `SELECT "table", rowid, "parent" FROM pragma_foreign_key_check LIMIT 1`).Scan(&table, &row, &parent)
	if err == sql.ErrNoRows {
		return nil
	}
	if err != nil {
		return err
	}
	file, number := "", 0
	query := fmt.Sprintf(`SELECT i.fil, t.rad FROM %s t JOIN innlevering i USING (orgnr, rapportaar) WHERE t.rowid = ?`, quoted(table))
	if err := tx.QueryRowContext(ctx, query, row).Scan(&file, &number); err != nil {
		return err
	}
	return &Unfit{file, table, number, "names what does not exist in " + parent}
}
