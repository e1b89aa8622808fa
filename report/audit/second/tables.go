package second

import "math/big"

// Table is the figures that a table of the report must show, by place: its rows
// are the table's rows without the headings of groups, in order.
type Table struct {
	Caption string // text key; its arguments are the report year and ID
	ID      string // of the ministry's requirement that the table answers, else ""
	Columns []Column
	Rows    [][]Cell // a cell a column
}

// Column is a column of figures: the text key of its heading, with Year or Heading
// as the argument where it has one; an empty key is a heading that is Heading or
// the year alone.
type Column struct {
	Key     string
	Year    int
	Heading string // the ministry's own
}

// Cell is one figure. Where it is not Shown, the table leaves the place empty.
type Cell struct {
	Amount *big.Rat
	Show   Show
	Shown  bool
	Key    string // of the figure among the entries, "" where it is none of them
}

func kr(x *big.Rat) Cell { return as(Thousands, x) }

func as(show Show, x *big.Rat) Cell { return Cell{Amount: x, Show: show, Shown: true} }

// entry is an amount in kroner that is one of the entries.
func entry(key string, x *big.Rat) Cell {
	c := kr(x)
	c.Key = key
	return c
}

// making is a table in the making, with the sums of its columns.
type making struct {
	Table
	sums []*big.Rat
}

func table(caption string, columns ...Column) *making {
	return &making{Table{Caption: caption, Columns: columns}, make([]*big.Rat, len(columns))}
}

func (t *making) row(cells ...Cell) {
	for i, c := range cells {
		t.sums[i] = plus(t.sums[i], c.Amount)
	}
	t.Rows = append(t.Rows, cells)
}

// sum adds the row of sums.
func (t *making) sum() {
	var cells []Cell
	for _, x := range t.sums {
		cells = append(cells, kr(x))
	}
	t.Rows = append(t.Rows, cells)
}

// Tables is every table of the report that holds figures, in the report's order.
// last is last year's result, nil where the report was made without it. A table
// without rows is not there.
func Tables(now, last *Result) []Table {
	var all []Table
	for _, make := range []func(now, last *Result) *making{
		implemented, planned, services, potentials, classes, ownGains, otherGains,
		bridgeTable, deductionTable, uses, cuts, deviations, appropriations, indexTable,
	} {
		if t := make(now, last); t != nil && len(t.Rows) > 0 {
			all = append(all, t.Table)
		}
	}
	return append(all, answers(now)...)
}

// years is a column for last year, where it is known, and one for the report year.
func years(now, last *Result) []Column {
	if last == nil {
		return []Column{{Year: now.Year}}
	}
	return []Column{{Year: last.Year}, {Year: now.Year}}
}

func implemented(now, last *Result) *making {
	t := table("chapter.implemented.table", years(now, last)...)
	counted, before := false, last.newNet()
	for i := range now.Measures {
		m := &now.Measures[i]
		if !m.realised() {
			continue
		}
		came := kr(nil)
		if m.Counting {
			came, counted = entry(m.key+fresh, m.New), true
		}
		if last == nil {
			t.row(came)
			continue
		}
		t.row(kr(before[m.ID]), came)
	}
	if counted {
		t.sum()
	}
	return t
}

// newNet is the new net gain of the measures that have one, by id; nothing where
// there is no result.
func (r *Result) newNet() map[string]*big.Rat {
	if r == nil {
		return nil
	}
	all := map[string]*big.Rat{}
	for i := range r.Measures {
		if m := &r.Measures[i]; m.ID != "" && m.Counting {
			all[m.ID] = plus(all[m.ID], m.New)
		}
	}
	return all
}

func planned(now, _ *Result) *making {
	t := table("chapter.planned.table", Column{Key: "chapter.col.expected"})
	expected := make(map[int]*big.Rat, len(now.Measures))
	for i := range now.Lines {
		l := &now.Lines[i]
		expected[l.Measure] = plus(expected[l.Measure], l.Planned)
	}
	for i := range now.Measures {
		if now.Measures[i].Status == "PLANLAGT" {
			t.row(kr(expected[i]))
		}
	}
	if t.sums[0] != nil {
		t.sum()
	}
	return t
}

func services(now, _ *Result) *making {
	t := table("chapter.services.table", Column{Key: "chapter.col.volume"})
	for _, s := range now.form.tables["tjenester"] {
		t.row(as(Exact, Number(s.cells["volum_per_aar"])))
	}
	return t
}

func potentials(now, _ *Result) *making {
	t := table("chapter.services.next.table", Column{Key: "chapter.col.potential"})
	for _, s := range now.form.tables["tjenester"] {
		t.row(kr(Number(s.cells["potensial_kr"])))
	}
	if t.sums[0] != nil {
		t.sum()
	}
	return t
}

func uses(now, _ *Result) *making {
	t := table("chapter.uses.table", Column{Key: "chapter.col.manyears"}, Column{Key: "chapter.col.amount"})
	var order []string
	areas := map[string][]record{}
	for _, u := range now.form.tables["omdisponering"] {
		area := visible(u.text("prioritert_omraade"))
		if areas[area] == nil {
			order = append(order, area)
		}
		areas[area] = append(areas[area], u)
	}
	for _, area := range order {
		var sum *big.Rat
		for _, u := range areas[area] {
			amount := Number(u.cells["belop_kr"])
			sum = plus(sum, amount)
			t.row(as(ManYears, Number(u.cells["aarsverk"])), kr(amount))
		}
		if len(areas[area]) > 1 {
			t.Rows = append(t.Rows, []Cell{{}, kr(sum)})
		}
	}
	if len(order) > 0 {
		t.Rows = append(t.Rows, []Cell{as(ManYears, t.sums[0]), entry("omdisponert", now.Totals["omdisponert"])})
	}
	return t
}

func cuts(now, _ *Result) *making {
	t := table("chapter.cuts.table", Column{Key: "chapter.col.amount"})
	for _, c := range now.form.tables["budsjettuttak"] {
		t.row(kr(Number(c.cells["belop_kr"])))
	}
	return t
}

func appropriations(now, _ *Result) *making {
	t := table("chapter.appropriations.table", Column{Key: "chapter.col.appropriation"}, Column{Key: "chapter.col.aberate"}, Column{Key: "chapter.col.abecut"})
	for _, a := range now.form.tables["bevilgning"] {
		t.row(kr(Number(a.cells["bevilgning_kr"])), as(Exact, Number(a.cells["abe_sats_pst"])), kr(Number(a.cells["abe_kutt_kr"])))
	}
	if len(t.Rows) > 1 {
		t.Rows = append(t.Rows, []Cell{kr(t.sums[0]), {}, kr(t.sums[2])})
	}
	return t
}

func indexTable(now, _ *Result) *making {
	t := table("chapter.index.table", Column{Key: "chapter.col.index"})
	for _, p := range now.form.tables["prisindeks"] {
		t.row(as(Exact, Number(p.cells["indeks"])))
	}
	return t
}
