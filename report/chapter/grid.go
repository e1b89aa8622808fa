package chapter

import (
	"strconv"

	"gevinst/report"
)

// grid is a table in the making. It keeps the exact amounts of its columns of
// thousands, so that it can tell where rounded figures do not add up.
type grid struct {
	*Table
	c     *writer
	parts []report.Kroner // Σ of what a column shows, in kroner, since the table began
	off   bool
}

// table opens a table; its rows follow and put ends it.
func (c *writer) table(key string, columns []Column, args ...report.Arg) *grid {
	return &grid{Table: &Table{Caption: c.say(key, args...), Columns: columns}, c: c, parts: make([]report.Kroner, len(columns))}
}

// column is a column whose head is the key's words.
func (c *writer) column(key string, kind Kind, weight int, args ...report.Arg) Column {
	return Column{Title: c.say(key, args...), Kind: kind, Weight: weight}
}

// yearColumn is a column of figures under a year.
func yearColumn(year int) Column { return Column{Title: strconv.Itoa(year), Kind: Figures} }

// row adds a row of final cells.
func (g *grid) row(kind RowKind, cells ...Text) {
	for len(cells) < len(g.Columns) {
		cells = append(cells, nil)
	}
	g.Rows = append(g.Rows, Row{Kind: kind, Cells: cells})
}

// group adds a heading over the rows that follow.
func (g *grid) group(words Text) { g.row(Group, words) }

// count shows an amount in column i and keeps what it shows, so that total can
// compare.
func (g *grid) count(i int, amount *report.Kroner) Text {
	if amount == nil {
		return g.c.empty
	}
	k, words := g.c.figures(*amount)
	g.parts[i] = g.parts[i].Add(k)
	return g.c.words(words)
}

// total shows the exact sum of column i and compares it with its parts.
func (g *grid) total(i int, amount *report.Kroner) Text {
	if amount == nil {
		return g.c.empty
	}
	k, words := g.c.figures(*amount)
	g.off = g.off || k.Cmp(g.parts[i]) != 0
	return g.c.words(words)
}

// note adds a remark under the table.
func (g *grid) note(words ...Text) { g.Notes = append(g.Notes, words...) }

// put numbers the table and adds it to the section.
func (g *grid) put() {
	c := g.c
	c.tables++
	n := strconv.Itoa(c.tables)
	g.ID, g.Label = "table-"+n, c.say("chapter.table", arg("n", n))
	if g.off {
		c.rounded = true
		g.note(Words(c.say("chapter.rounded")))
	}
	c.add(g.Table)
}

// figure numbers a figure and adds it to the section.
func (c *writer) figure(f *Figure) {
	c.charts++
	n := strconv.Itoa(c.charts)
	f.ID, f.Label, f.Unit = "figure-"+n, c.say("chapter.figure", arg("n", n)), c.say("chapter.unit")
	c.add(f)
}

// thousands is an amount in 1000 kroner; the empty sign where there is none.
func (c *writer) thousands(k *report.Kroner) Text {
	if k == nil {
		return c.empty
	}
	return c.words(c.inThousands(*k))
}

func (c *writer) inThousands(k report.Kroner) string {
	_, words := c.figures(k)
	return words
}

// figures is an amount as a table shows it: in kroner after rounding, and in
// words. It gets no decimals, unless it would then be shown as zero without
// being zero.
func (c *writer) figures(k report.Kroner) (shown report.Kroner, words string) {
	for places := int32(0); places < 5; places++ {
		if shown = k.Round(places - 3); shown.Sign() != 0 {
			return shown, c.v.Fixed(shown.Shift(-3), places)
		}
	}
	return report.Kroner{}, c.v.Fixed(report.Kroner{}, 0)
}

// field is a typed amount in 1000 kroner.
func (c *writer) field(f report.Field[report.Kroner]) Text { return c.thousands(known(f)) }

func known(f report.Field[report.Kroner]) *report.Kroner {
	if !f.OK() {
		return nil
	}
	return &f.Value
}

func of(k report.Kroner) *report.Kroner { return &k }

// sum adds amounts that may not exist.
func sum(total, k *report.Kroner) *report.Kroner {
	switch {
	case k == nil:
		return total
	case total == nil:
		return k
	default:
		return of(total.Add(*k))
	}
}
