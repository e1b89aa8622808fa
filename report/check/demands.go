package check

import (
	"strconv"

	"gevinst/report"
)

// demands reads the ministry's questions with their answers.
func (p *parser) demands() []report.Demand {
	all := records(p, "departementskrav", demand)
	byID := map[string]*report.Demand{}
	for i := range all {
		if _, twice := byID[all[i].ID.Value]; all[i].Kind.Value == string(report.TableAnswer) && !twice {
			byID[all[i].ID.Value] = &all[i]
		}
	}
	p.tables(byID)
	return all
}

func demand(r *row) report.Demand {
	d := report.Demand{Row: r.number, ID: r.text("krav_id"), Text: r.text("krav_tekst"), Kind: r.code("svartype"), Required: r.flag("maa_besvares")}
	_, spec, _, _ := r.cell("svar")
	d.Answer = r.answer("svar", report.AnswerKind(d.Kind.Value), spec.Label)
	return d
}

// tables reads the sheet Kravtabeller in two walks, since what a cell means is
// said by the rows of headings and of kinds.
func (p *parser) tables(demands map[string]*report.Demand) {
	r, rows := p.sheet("kravtabeller")
	if r == nil {
		return
	}
	for i := range rows {
		r.at(rows[i])
		r.require()
		d := demands[r.text("krav_id").Value]
		switch kind := r.code("radtype").Value; {
		case d != nil && kind == report.HeadingRow:
			d.HeadRow = r.number
			r.head(d, func(c *report.AnswerColumn, words report.Field[string], _ *report.ColumnSpec) { c.Label = words.Value })
		case d != nil && kind == report.KindRow:
			d.KindRow = r.number
			r.head(d, r.kindOf)
		}
	}
	r.quiet = true // what is wrong with the first two columns has been found
	for i := range rows {
		r.at(rows[i])
		if id := r.text("krav_id"); r.code("radtype").Value == report.AnswerRow && id.OK() {
			r.tableRow(demands[id.Value], id.At)
		}
	}
}

// fields are the answer columns of Kravtabeller.
func (r *row) fields() []string {
	var keys []string
	for i := range r.spec.Columns {
		if r.spec.Columns[i].Type == report.AnswerType {
			keys = append(keys, r.spec.Columns[i].Key)
		}
	}
	return keys
}

// head takes in what one of the first two rows of a table says of its columns.
func (r *row) head(d *report.Demand, set func(*report.AnswerColumn, report.Field[string], *report.ColumnSpec)) {
	for i, key := range r.fields() {
		words := r.text(key)
		_, spec, _, _ := r.cell(key)
		if !words.OK() {
			continue
		}
		for len(d.Columns) <= i {
			d.Columns = append(d.Columns, report.AnswerColumn{Label: strconv.Itoa(len(d.Columns) + 1)})
		}
		set(&d.Columns[i], words, spec)
	}
}

// kindOf takes in what a column's answers are to be. A kind that nobody knows cannot be
// read, printed or left out.
func (r *row) kindOf(c *report.AnswerColumn, words report.Field[string], spec *report.ColumnSpec) {
	if c.Kind = report.AnswerKind(words.Value); c.Kind.ColumnType() == "" {
		r.find("R-004", "unknown", report.Error, words.At, spec, report.Arg{Name: "funnet", Value: shorten(words.Value)})
	}
}

// tableRow reads one row of answers. A row that nobody filled in is left out; one
// that belongs to no question is found.
func (r *row) tableRow(d *report.Demand, id report.At) {
	r.quiet = false
	defer func() { r.quiet = true }()
	var cells []report.Answer
	filled := false
	for i, key := range r.fields() {
		_, spec, at, there := r.cell(key)
		filled = filled || there
		asked := d != nil && i < len(d.Columns)
		switch {
		case there && (!asked || d.Columns[i].Kind == ""):
			r.find("R-004", "homeless", report.Error, at, spec)
		case asked: // of a kind that nobody knows too, which has been found, so that answers stay in their columns
			c := d.Columns[i]
			cells = append(cells, r.answer(key, c.Kind, report.Words{NB: c.Label, NN: c.Label, EN: c.Label}))
		}
	}
	if filled && d != nil {
		d.Table = append(d.Table, cells)
	}
}

// answer reads a cell as the kind of answer that is asked for. What a table would
// answer in one cell is the form's own hint.
func (r *row) answer(key string, kind report.AnswerKind, label report.Words) report.Answer {
	was := r.where[key]
	if was.spec == nil {
		return report.Answer{Kind: kind}
	}
	typed := *was.spec
	typed.Type, typed.Codes, typed.Label = kind.ColumnType(), "ja_nei", label
	r.where[key] = slot{&typed, was.pos}
	defer func() { r.where[key] = was }()
	a := report.Answer{Kind: kind}
	switch kind {
	case report.TextAnswer:
		f := r.text(key)
		a.Text, a.At = f.Value, f.At
	case report.YesNoAnswer:
		f := r.flag(key)
		a.Yes, a.At = f.Value, f.At
	case report.AmountAnswer, report.NumberAnswer:
		f := r.amount(key)
		a.Amount, a.At = f.Value, f.At
	case report.DateAnswer:
		f := r.date(key)
		a.Day, a.At = f.Value, f.At
	default:
		_, _, a.At, _ = r.cell(key)
	}
	return a
}

// unanswered: R-002, a question that must be answered by a table has no row.
// Answers in one cell are found with what else the form asks for.
func unanswered(c *Case) {
	for _, d := range c.Sub.Demands {
		if d.Kind.Value == string(report.TableAnswer) && d.Required.Value && len(d.Table) == 0 {
			c.find("R-002", "table", report.Error, d.Answer.At, arg("krav", d.ID.Value))
		}
	}
}
