package tables

import (
	"slices"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/text"
)

// define lists every table: who has reported, what was sent in, what came of it,
// the sheets of the form, the findings, and what is told of the sector as a whole.
func define(o Order) []Table {
	words := writer{o.Spec, o.Voice}
	all := []Table{words.standings(o.Sector), words.files(), words.bridge()}
	for i := range o.Spec.Sheets {
		sheet := &o.Spec.Sheets[i]
		if sheet.Kind == report.FormSheet || sheet.Kind == report.TableSheet {
			all = append(all, words.sheet(sheet))
		}
	}
	return append(append(all, words.findings()), words.overviews(o.Sector)...)
}

// writer puts words to tables and columns.
type writer struct {
	spec  *report.Spec
	voice *text.Voice
}

// own is a table that no sheet of the form has.
func (w writer) own(key, tab string, columns ...Column) Table {
	for i := range columns {
		w.speak(&columns[i])
	}
	return Table{Key: key, Sheet: tab, Title: w.voice.Say("tables.title." + key), About: w.voice.Say("tables.help." + key), Columns: columns}
}

// speak gives a column of ours its words.
func (w writer) speak(c *Column) {
	c.Label, c.About = w.voice.Say("tables.label."+c.Key), w.voice.Say("tables.about."+c.Key)
}

// sheet is the table of a sheet of the form: its own columns, then what the
// ledger makes of each row.
func (w writer) sheet(s *report.SheetSpec) Table {
	t := Table{Key: s.Key, Sheet: s.Name, Title: s.Title.In(w.voice.Lang()), Form: s.Kind == report.FormSheet,
		rows:   func(d *batch.Document) int { return len(d.Records[s.Key]) },
		number: func(d *batch.Document, i int) int { return d.Records[s.Key][i].Row },
	}
	about := "tables.help.sheet"
	if t.Form {
		about = "tables.help.form"
	}
	t.About = w.voice.Say(about, report.Arg{Name: "sheet", Value: s.Name})
	for i := range s.Columns {
		c := &s.Columns[i]
		if t.Form && (c.Key == orgNrKey || c.Key == yearKey) {
			continue // every table has them
		}
		t.Columns = append(t.Columns, w.column(s, c))
	}
	for _, c := range computed(s.Key, w.voice) {
		w.speak(&c)
		t.Columns = append(t.Columns, c)
	}
	return t
}

func (w writer) column(s *report.SheetSpec, c *report.ColumnSpec) Column {
	lang := w.voice.Lang()
	return Column{
		Key: c.Key, Type: c.Type, Label: c.Label.In(lang), About: c.Help.In(lang), Unit: unitOf(c.Type), Width: c.Width,
		From: s.Name + "." + c.Key, Ref: w.target(c.Ref), Codes: w.spec.Codes[c.Codes],
		Unique: c == &s.Columns[0] && w.named(s.Key),
		value:  func(d *batch.Document, i int) string { return d.Records[s.Key][i].Values[c.Key] },
	}
}

func (w writer) target(sheet string) Target {
	if s := w.spec.Sheet(sheet); s != nil {
		return Target{sheet, s.Columns[0].Key}
	}
	return Target{}
}

// named tells whether a column of some sheet refers to the sheet.
func (w writer) named(sheet string) bool {
	return slices.ContainsFunc(w.spec.Sheets, func(s report.SheetSpec) bool {
		return slices.ContainsFunc(s.Columns, func(c report.ColumnSpec) bool { return c.Ref == sheet })
	})
}

func unitOf(t report.ColumnType) string {
	switch t {
	case report.MoneyType:
		return "kr"
	case report.PercentType:
		return "pst"
	default:
		return ""
	}
}
