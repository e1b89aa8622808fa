package main

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"

	"gevinst/report"
	"gevinst/report/audit/diff"
	"gevinst/report/batch"
	"gevinst/report/check"
	"gevinst/templates"
)

func diffCommand() command {
	return command{name: "diff", run: toFile(runDiff), takes: workbooks + "|" + reports, flags: []option{
		{name: "format", takes: "format", values: []string{"text", "json"}},
		exactOption(),
		listOption(),
		profileOption(),
		langOption(),
	}}
}

// runDiff leaves with blocked where there is a difference, as programs of its kind do.
func runDiff(c *call) int {
	if len(c.args) != 2 {
		return c.misuse("diff", slip("diff.two"))
	}
	p, code := c.profile()
	if code != done {
		return code
	}
	old, code := c.side(c.args[0], check.Options{Profile: p})
	if code != done {
		return code
	}
	now, code := c.side(c.args[1], check.Options{Profile: p})
	if code != done {
		return code
	}
	if a, b := orNone(old.Agency.OrgNr), orNone(now.Agency.OrgNr); a != b {
		c.note("diff.agency", word("old", a), word("new", b))
	}
	c.exact = c.on("exact")
	defer c.tellRounded()
	d := diff.Compare(old, now)
	if c.value("format") == "json" {
		code = c.json(struct {
			Format string `json:"format"`
			*diff.Diff
		}{"gevinst-diff/1", d})
	} else {
		code = c.differences(d, now)
	}
	if code == done && !d.Same() {
		return blocked
	}
	return code
}

// side reads one side: a workbook, or the JSON of a report.
func (c *call) side(path string, o check.Options) (*batch.Document, int) {
	if strings.EqualFold(filepath.Ext(path), ".json") {
		return c.document(path)
	}
	if err := forReaders(path, "diff"); err != nil {
		return nil, c.misuse("diff", err)
	}
	seen, code := c.examine(path, o)
	if code != done {
		return nil, code
	}
	d := batch.DocumentOf(seen.Outcome, batch.Telling{Version: version(), Status: batch.Draft, Voice: c.Voice})
	return &d, done
}

func (c *call) differences(d *diff.Diff, now *batch.Document) int {
	form, err := formOf(now)
	if err != nil {
		return c.broken(err)
	}
	slices.SortStableFunc(d.Rows, func(a, b diff.Row) int { return cmp.Compare(form.order(a.Sheet), form.order(b.Sheet)) })
	for _, r := range d.Rows {
		c.line(c.changedRow(r, form))
		for _, cell := range r.Cells {
			c.line("  " + form.label(r.Sheet, cell.Column, c.Lang()) + ": " + c.change(c.typed(form, r.Sheet, cell.Column, cell.Old), c.typed(form, r.Sheet, cell.Column, cell.New)))
		}
	}
	for _, f := range d.Figures {
		c.line(c.changedFigure(f))
	}
	for _, f := range d.Came {
		c.line(c.Say("diff.came", word("rule", f.Rule), word("sentence", f.Sentence)))
	}
	for _, f := range d.Went {
		c.line(c.Say("diff.went", word("rule", f.Rule), word("sentence", f.Sentence)))
	}
	if d.Same() {
		c.note("diff.same")
		return done
	}
	c.note("diff.total", count("rows", len(d.Rows)), count("figures", len(d.Figures)), count("findings", len(d.Came)+len(d.Went)))
	return done
}

func (c *call) changedRow(r diff.Row, form form) string {
	what := form.name(r.Sheet)
	if r.ID != "" {
		what += " " + r.ID
	}
	switch {
	case r.Old == nil:
		return c.Say("diff.row.new", word("what", what))
	case r.New == nil:
		return c.Say("diff.row.gone", word("what", what))
	default:
		return c.Say("diff.row", word("what", what))
	}
}

func (c *call) changedFigure(f diff.Figure) string {
	said := func(k *report.Kroner) *string { return c.amountOrNone(k, f.Unit) }
	if f.Rise != nil && *said(f.Old) == *said(f.New) { // rounding would hide the change
		said = func(k *report.Kroner) *string { return c.exactly(k, f.Unit) }
	}
	line := f.Name + " (" + f.Key + "): " + c.change(said(f.Old), said(f.New))
	if f.Rise != nil {
		sign := ""
		if f.Rise.Sign() > 0 {
			sign = "+"
		}
		line += " (" + sign + *said(f.Rise) + ")"
	}
	return line
}

func (c *call) change(old, now *string) string {
	return c.orEmpty(old) + " → " + c.orEmpty(now)
}

func (c *call) orEmpty(s *string) string {
	if s == nil {
		return c.Say("diff.empty")
	}
	return *s
}

func orNone(s *string) string {
	if s == nil {
		return "–"
	}
	return *s
}

// form is the requirement set of a report, for its words; nil where this program
// does not have it.
type form struct{ *report.Spec }

func formOf(d *batch.Document) (form, error) {
	sets, err := templates.Sets()
	for _, spec := range sets {
		if spec.Set == d.Set.Set {
			return form{spec}, err
		}
	}
	return form{&report.Spec{}}, err
}

func (f form) order(sheet string) int {
	return slices.IndexFunc(f.Sheets, func(s report.SheetSpec) bool { return s.Key == sheet })
}

func (f form) name(sheet string) string {
	if s := f.Sheet(sheet); s != nil {
		return s.Name
	}
	return sheet
}

func (f form) column(sheet, key string) *report.ColumnSpec {
	if s := f.Sheet(sheet); s != nil {
		return s.Column(key)
	}
	return nil
}

func (f form) label(sheet, key string, lang report.Lang) string {
	if column := f.column(sheet, key); column != nil {
		return column.Label.In(lang)
	}
	return key
}

// typed is the value of a cell as the section would set it: codes in words, numbers
// in groups with every decimal that was typed.
func (c *call) typed(form form, sheet, key string, value *string) *string {
	column := form.column(sheet, key)
	if column == nil || value == nil {
		return value
	}
	said := *value
	switch column.Type {
	case report.CodeType:
		said = form.choice(column.Codes, said, c.Lang())
	case report.MoneyType, report.NumberType, report.PercentType:
		if k, err := report.ParseKroner(said); err == nil {
			said = c.Short(k)
		}
	case report.DateType:
		var day report.Date
		if day.UnmarshalText([]byte(said)) == nil {
			said = c.Date(day)
		}
	case report.OrgNrType:
		said = c.OrgNr(said)
	}
	return &said
}

// choice is a code in words.
func (f form) choice(list, code string, lang report.Lang) string {
	for _, choice := range f.Codes[list] {
		if choice.Value == code {
			return choice.Label.In(lang)
		}
	}
	return code
}
