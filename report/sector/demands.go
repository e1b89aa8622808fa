package sector

import (
	"cmp"
	"slices"
	"strings"

	"gevinst/report"
	"gevinst/report/sector/overview"
)

// demands gathers the answers to each question. A question is known by its id, its
// kind, and its words in one written form.
func (f *fold) demands() {
	tables := f.answerTables()
	for _, r := range f.rows("departementskrav") {
		id, kind := r.text("krav_id"), report.AnswerKind(r.text("svartype"))
		table := tables[id]
		if table == nil {
			table = &answerTable{}
		}
		kinds := table.kinds
		asked := overview.Wording{Form: f.form, Text: r.text("krav_tekst"), Heads: table.heads}
		key := strings.Join([]string{id, string(kind), strings.Join(kinds, " "), string(f.form), matched(asked.Text)}, "\x00")
		d := f.seen.demands.at(key, overview.Demand{ID: id, Kind: kind, ColumnKinds: answerKinds(kinds), Asked: []overview.Wording{asked}})
		d.Required = d.Required || r.text("maa_besvares") == "JA"
		answer := overview.Answer{OrgNr: f.org, Text: r.text("svar")}
		if kind == report.TableAnswer {
			answer.Rows = table.rows
		}
		if kind == report.AmountAnswer {
			d.Sum = plus(d.Sum, r.amount("svar"))
		}
		d.Answers = append(d.Answers, answer)
	}
}

// answerTable is an answer of more than one cell.
type answerTable struct {
	heads, kinds []string
	rows         [][]string
}

// answerTables is the tables of an agency, by the id of their question.
func (f *fold) answerTables() map[string]*answerTable {
	all := map[string]*answerTable{}
	for _, r := range f.rows("kravtabeller") {
		t := all[r.text("krav_id")]
		if t == nil {
			t = &answerTable{}
			all[r.text("krav_id")] = t
		}
		switch r.text("radtype") {
		case report.HeadingRow:
			t.heads = r.fields()
		case report.KindRow:
			t.kinds = r.fields()
		case report.AnswerRow:
			t.rows = append(t.rows, r.fields())
		}
	}
	for _, t := range all {
		for i := range t.rows {
			t.rows[i] = fitted(t.rows[i], len(t.kinds))
		}
		t.heads = fitted(t.heads, len(t.kinds))
	}
	return all
}

// fieldNames are the columns of a table's row.
func fieldNames() []string {
	return []string{"felt_1", "felt_2", "felt_3", "felt_4", "felt_5", "felt_6"}
}

// fields is the cells of a table's row, without the empty ones that end it.
func (r row) fields() []string {
	var cells []string
	for _, name := range fieldNames() {
		cells = append(cells, r.text(name))
	}
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	return cells
}

// fitted is cells as many as there are columns, or more where more are filled.
func fitted(cells []string, columns int) []string {
	for len(cells) < columns {
		cells = append(cells, "")
	}
	return cells
}

func answerKinds(kinds []string) []report.AnswerKind {
	var all []report.AnswerKind
	for _, k := range kinds {
		all = append(all, report.AnswerKind(k))
	}
	return all
}

// demanded is every question once. One that was put in two written forms, with one
// wording in each, is one question.
func (s *seen) demanded() []overview.Demand {
	var all []overview.Demand
	for _, d := range s.demands.ordered(none) {
		twin := slices.IndexFunc(all, func(o overview.Demand) bool { return sameDemand(o, d) })
		if twin < 0 || s.wordings(d) > 1 || s.wordings(all[twin]) > 1 {
			all = append(all, d)
			continue
		}
		o := &all[twin]
		o.Asked, o.Answers, o.Required = append(o.Asked, d.Asked...), append(o.Answers, d.Answers...), o.Required || d.Required
		if d.Sum != nil {
			o.Sum = plus(o.Sum, d.Sum)
		}
		slices.SortStableFunc(o.Answers, func(a, b overview.Answer) int { return strings.Compare(a.OrgNr, b.OrgNr) })
	}
	slices.SortStableFunc(all, func(a, b overview.Demand) int {
		return cmp.Or(cmp.Compare(len(a.ID), len(b.ID)), strings.Compare(a.ID, b.ID))
	})
	return all
}

func sameDemand(a, b overview.Demand) bool {
	return a.ID == b.ID && a.Kind == b.Kind && slices.Equal(a.ColumnKinds, b.ColumnKinds)
}

// wordings is how many wordings a question has in one of its written forms.
func (s *seen) wordings(d overview.Demand) int {
	n := 0
	for _, o := range s.demands {
		if sameDemand(*o, d) && o.Asked[0].Form == d.Asked[0].Form {
			n++
		}
	}
	return n
}
