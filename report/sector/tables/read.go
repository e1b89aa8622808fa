package tables

import (
	"context"
	"fmt"
	"strings"

	"gevinst/report"
)

// flat lists the columns of a table as it stands alone, with whose row it is first
// and which file it is from last.
func (t *Tables) flat(table *Table) []Column {
	w := writer{t.order.Spec, t.order.Voice}
	before := []Column{{Key: orgNrKey, Type: report.OrgNrType, Width: 12}, {Key: agencyKey, Type: report.TextType, Width: 36}, {Key: yearKey, Type: report.YearType, Width: 11}}
	if !table.Form {
		before = append(before, Column{Key: rowKey, Type: countType, Width: 7})
	}
	after := []Column{{Key: fileKey, Type: report.TextType, Width: 28}, {Key: hashKey, Type: hashType, Width: 20}}
	for i := range before {
		w.speak(&before[i])
	}
	for i := range after {
		w.speak(&after[i])
	}
	switch {
	case table.Key == filesKey:
		before, after = append(before[:1:1], before[2]), nil // it has the others itself
	case table.nobodys():
		before, after = before[2:], nil
	case table.Loose:
		before, after = append(before[:1:1], before[2:]...), nil
	}
	return append(append(before, table.Columns...), after...)
}

// each hands out a table's rows in their order, as the exact text of each column;
// empty where there is no value. The row is only lent.
func (t *Tables) each(ctx context.Context, table *Table, columns []Column, row func(cells []string) error) error {
	rows, err := t.db.QueryContext(ctx, query(table, columns))
	if err != nil {
		return err
	}
	defer rows.Close()
	cells, into := make([]string, len(columns)), make([]any, len(columns))
	for i := range cells {
		into[i] = &cells[i]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		if err := row(cells); err != nil {
			return err
		}
	}
	return rows.Err()
}

// query selects a table with what it needs of the report it belongs to.
func query(table *Table, columns []Column) string {
	own := map[string]bool{orgNrKey: true, yearKey: true, rowKey: true}
	for _, c := range table.Columns {
		own[c.Key] = true
	}
	names := make([]string, len(columns))
	for i, c := range columns {
		from := "i"
		if own[c.Key] || table.Loose {
			from = "t"
		}
		names[i] = fmt.Sprintf("COALESCE(%s.%s, '')", from, quoted(c.Key))
	}
	report := " CROSS JOIN innlevering i ON i.orgnr = t.orgnr AND i.rapportaar = t.rapportaar"
	if table.Loose {
		report = ""
	}
	return fmt.Sprintf("SELECT %s FROM %s t%s ORDER BY t.rowid", strings.Join(names, ", "), quoted(table.Key), report)
}

// count is the number of a table's rows.
func (t *Tables) count(ctx context.Context, table *Table) (int, error) {
	var n int
	err := t.db.QueryRowContext(ctx, "SELECT COUNT(*) FROM "+quoted(table.Key)).Scan(&n)
	return n, err
}
