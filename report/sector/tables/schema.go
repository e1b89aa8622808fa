package tables

import (
	"fmt"
	"strings"

	"gevinst/report"
)

// schema is the statement that makes a table. Each column carries its explanation
// as a comment, which SQLite keeps.
func (t *Table) schema() string {
	var b strings.Builder
	fmt.Fprintf(&b, "CREATE TABLE %s ( -- %s\n", quoted(t.Key), remark(t.Title, t.About))
	required := " NOT NULL"
	if t.Loose {
		required = "" // a file that cannot be read does not say whose it is
	}
	if !t.nobodys() {
		b.WriteString("  \"orgnr\" TEXT" + required + " CHECK (length(\"orgnr\") = 9 AND \"orgnr\" NOT GLOB '*[^0-9]*'),\n")
	}
	b.WriteString("  \"rapportaar\" INTEGER NOT NULL CHECK (\"rapportaar\" BETWEEN 1900 AND 2200),\n")
	if !t.Form {
		b.WriteString("  \"rad\" INTEGER NOT NULL CHECK (\"rad\" > 0),\n")
	}
	for i := range t.Columns {
		t.Columns[i].schema(&b)
	}
	b.WriteString("  PRIMARY KEY (" + strings.Join(t.key(), ", ") + ")")
	t.references(&b)
	b.WriteString("\n) STRICT")
	return b.String()
}

// places is the columns by which every row is found, which stand first.
func (t *Table) places() []string {
	switch {
	case t.Form:
		return []string{orgNrKey, yearKey}
	case t.nobodys():
		return []string{yearKey, rowKey}
	default:
		return []string{orgNrKey, yearKey, rowKey}
	}
}

// nobodys tells whether the rows belong to no agency.
func (t *Table) nobodys() bool { return t.Loose && t.orgNr == nil }

// key is the columns that tell one row from another.
func (t *Table) key() []string {
	if t.Loose {
		return []string{yearKey, rowKey}
	}
	return t.places()
}

func (c *Column) schema(b *strings.Builder) {
	kind := "TEXT"
	if c.whole() {
		kind = "INTEGER"
	}
	fmt.Fprintf(b, "  %s %s%s, -- %s\n", quoted(c.Key), kind, c.check(), remark(c.Label, c.About))
	if c.amount() {
		fmt.Fprintf(b, "  %s INTEGER CHECK (%s IS NULL OR %s IS NOT NULL),\n", quoted(oere(c.Key)), quoted(oere(c.Key)), quoted(c.Key))
	}
}

// check is what SQLite itself refuses in a column.
func (c *Column) check() string {
	name := quoted(c.Key)
	switch {
	case len(c.Codes) > 0:
		var values []string
		for _, choice := range c.Codes {
			values = append(values, literal(choice.Value))
		}
		return fmt.Sprintf(" CHECK (%s IN (%s))", name, strings.Join(values, ", "))
	case c.decimal():
		return fmt.Sprintf(" CHECK (%s NOT GLOB '*[^-.0-9]*')", name)
	case c.Type == report.DateType:
		return fmt.Sprintf(" CHECK (%s GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(%s) IS %s)", name, name, name)
	case c.Type == hashType:
		return fmt.Sprintf(" CHECK (length(%s) = 64 AND %s NOT GLOB '*[^0-9a-f]*')", name, name)
	default:
		return ""
	}
}

// references are what a table's rows belong to and name.
func (t *Table) references(b *strings.Builder) {
	if t.Key != filesKey && !t.Loose {
		fmt.Fprintf(b, ",\n  FOREIGN KEY (orgnr, rapportaar) REFERENCES %s (orgnr, rapportaar)", quoted(filesKey))
	}
	for i := range t.Columns {
		c := &t.Columns[i]
		if c.Unique {
			fmt.Fprintf(b, ",\n  UNIQUE (orgnr, rapportaar, %s)", quoted(c.Key))
		}
		if c.Ref.Table != "" {
			fmt.Fprintf(b, ",\n  FOREIGN KEY (orgnr, rapportaar, %s) REFERENCES %s (orgnr, rapportaar, %s)", quoted(c.Key), quoted(c.Ref.Table), quoted(c.Ref.Column))
		}
	}
}

func quoted(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

func literal(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

// remark is a title and an explanation on one line.
func remark(title, about string) string {
	return strings.Join(strings.Fields(title+". "+about), " ")
}
