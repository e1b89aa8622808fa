package tables

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"modernc.org/sqlite" // SQLite in Go alone: the program stays one static file
	sqlite3 "modernc.org/sqlite/lib"

	"gevinst/report/batch"
)

// open opens the SQLite file at path with one connection.
func open(path string) (*sql.DB, error) {
	db, err := sql.Open("sqlite", filepath.ToSlash(path))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	return db, nil
}

// settings make the file the same on every system. Nobody sees it before it is
// whole, so there is nothing to roll back to.
const settings = `
PRAGMA page_size = 4096;
PRAGMA encoding = 'UTF-8';
PRAGMA auto_vacuum = NONE;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA cache_size = -16384;
PRAGMA application_id = 0x67657669;
PRAGMA user_version = 1;`

// fill makes the file: tables, rows, views, and what explains them.
func (t *Tables) fill(ctx context.Context) error {
	db, err := open(t.path)
	if err != nil {
		return err
	}
	defer db.Close()
	if _, err := db.ExecContext(ctx, settings); err != nil {
		return err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	for _, step := range []func(context.Context, *sql.Tx) error{t.makeTables, t.insertLoose, t.insertAll, t.makeViews, t.explain, t.checkReferences} {
		if err := step(ctx, tx); err != nil {
			return err
		}
	}
	return tx.Commit()
}

func (t *Tables) makeTables(ctx context.Context, tx *sql.Tx) error {
	for i := range t.all {
		if _, err := tx.ExecContext(ctx, t.all[i].schema()); err != nil {
			return fmt.Errorf("table %s: %w", t.all[i].Key, err)
		}
	}
	return nil
}

// insertAll puts in every report, in the order in which they come.
func (t *Tables) insertAll(ctx context.Context, tx *sql.Tx) error {
	inserts := make([]*sql.Stmt, len(t.all))
	for i := range t.all {
		insert, err := tx.PrepareContext(ctx, t.all[i].insert())
		if err != nil {
			return err
		}
		defer insert.Close()
		inserts[i] = insert
	}
	last := ""
	for d, err := range t.order.Reports {
		if err != nil {
			return err
		}
		if last, err = t.after(last, d); err != nil {
			return err
		}
		for i := range t.all {
			if t.all[i].Loose {
				continue
			}
			if err := t.all[i].put(ctx, inserts[i], d); err != nil {
				return err
			}
		}
	}
	return nil
}

// insertLoose puts in the rows that belong to no report.
func (t *Tables) insertLoose(ctx context.Context, tx *sql.Tx) error {
	for i := range t.all {
		table := &t.all[i]
		if !table.Loose {
			continue
		}
		for n := range table.rows(nil) {
			values := []any{t.order.Sector.Year, table.number(nil, n)}
			if !table.nobodys() {
				values = append([]any{orNull(table.orgNr(n))}, values...)
			}
			for c := range table.Columns {
				var err error
				if values, err = appendValue(values, &table.Columns[c], table.Columns[c].value(nil, n)); err != nil {
					return err
				}
			}
			if _, err := tx.ExecContext(ctx, table.insert(), values...); err != nil {
				return fmt.Errorf("table %s, row %d: %w", table.Key, n+1, err)
			}
		}
	}
	return nil
}

// after sees that a report is fit and comes after the last one.
func (t *Tables) after(last string, d *batch.Document) (string, error) {
	if err := t.fit(d); err != nil {
		return "", err
	}
	now := fmt.Sprintf("%04d %s", *d.Year, *d.Agency.OrgNr)
	if now <= last {
		return "", &Unfit{d.Source.File, filesKey, 0, now + " does not come after " + last}
	}
	return now, nil
}

// insert is the statement that puts in one row.
func (t *Table) insert() string {
	names := t.places()
	for i := range t.Columns {
		names = append(names, quoted(t.Columns[i].Key))
		if t.Columns[i].amount() {
			names = append(names, quoted(oere(t.Columns[i].Key)))
		}
	}
	return fmt.Sprintf("INSERT INTO %s (%s) VALUES (?%s)", quoted(t.Key), strings.Join(names, ", "), strings.Repeat(", ?", len(names)-1))
}

// put puts in a table's rows of one report.
func (t *Table) put(ctx context.Context, insert *sql.Stmt, d *batch.Document) error {
	for i := range t.rows(d) {
		values, row := []any{*d.Agency.OrgNr, *d.Year}, 0
		if !t.Form {
			row = t.number(d, i)
			values = append(values, row)
		}
		for c := range t.Columns {
			var err error
			if values, err = appendValue(values, &t.Columns[c], t.Columns[c].value(d, i)); err != nil {
				return &Unfit{d.Source.File, t.Key, row, err.Error()}
			}
		}
		if _, err := insert.ExecContext(ctx, values...); err != nil {
			return refused(err, d, t.Key, row)
		}
	}
	return nil
}

// refused tells a row that a table refuses from a failure of the system.
func refused(err error, d *batch.Document, table string, row int) error {
	var known *sqlite.Error
	if errors.As(err, &known) && known.Code()&0xff == sqlite3.SQLITE_CONSTRAINT {
		return &Unfit{d.Source.File, table, row, err.Error()}
	}
	return err
}
