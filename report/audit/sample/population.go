package sample

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"gevinst/report"
	"gevinst/report/batch"
)

// Item is one amount that can be chosen.
type Item struct {
	Key     string // of the figure, or the cell: "gevinst/G1/uttatt", "Omdisponering!G5"
	Operand string // what kind of amount it is
	Name    string // the same in words
	Amount  report.Kroner
	Place   Place    // the cell of the amount, or the first of the row of a computed one
	Cells   []Cell   // to vouch, in the order of the formula
	Sources []Source // that the agency itself points to in the row
}

// Place is a cell.
type Place struct {
	Sheet, Cell string
	row, column int
}

// String is the place as Excel writes it: "Gevinster!M5".
func (p Place) String() string { return p.Sheet + "!" + p.Cell }

// Cell is a cell that an item rests on.
type Cell struct {
	Place  Place
	Name   string // of the operand, in words
	Amount *report.Kroner
	Unit   string
}

// Source is what the agency wrote about where an amount comes from. Column is the
// key of its column.
type Source struct{ Column, Value string }

// top is the figure that everything leads to, and extracted the formula at which an
// amount has not yet been netted with any other.
const (
	top       = "rest"
	extracted = "uttatt"
)

// Population lists every amount that the report's bridge rests on, each once, in
// the order in which they are added up.
func Population(d *batch.Document) []Item {
	c := collector{byKey: map[string]*batch.Entry{}, met: map[string]bool{}, sources: sourcesOf(d)}
	for i := range d.Entries {
		c.byKey[d.Entries[i].Key] = &d.Entries[i]
	}
	c.figure(top)
	return ordered(c.items)
}

type collector struct {
	byKey   map[string]*batch.Entry
	met     map[string]bool
	sources map[rowOf][]Source
	items   []Item
}

type rowOf struct {
	sheet string // in small letters, as records are kept
	row   int
}

// figure takes the items below a figure. A figure is gone through once, however
// many others rest on it.
func (c *collector) figure(key string) {
	e, ok := c.byKey[key]
	if !ok || c.met[key] {
		return
	}
	c.met[key] = true
	if at, ok := placeOf(e.Place); ok && e.Formula == extracted {
		c.add(Item{Key: key, Operand: extracted, Name: e.Name, Amount: e.Amount, Place: at, Cells: c.cells(e, nil, map[string]bool{})})
		return
	}
	for i := range e.Inputs {
		c.operand(&e.Inputs[i])
	}
}

func (c *collector) operand(in *batch.Input) {
	if in.Key != nil {
		c.figure(*in.Key)
		return
	}
	cell, ok := cellOf(in)
	if !ok || cell.Unit != "kr" || cell.Amount == nil || c.met[cell.Place.String()] {
		return
	}
	c.met[cell.Place.String()] = true
	c.add(Item{Key: cell.Place.String(), Operand: in.Operand, Name: in.Name, Amount: *cell.Amount, Place: cell.Place, Cells: []Cell{cell}})
}

func (c *collector) add(it Item) {
	it.Sources = c.sources[rowOf{strings.ToLower(it.Place.Sheet), it.Place.row}]
	c.items = append(c.items, it)
}

// cells is every cell below a figure.
func (c *collector) cells(e *batch.Entry, found []Cell, met map[string]bool) []Cell {
	if met[e.Key] {
		return found
	}
	met[e.Key] = true
	for i := range e.Inputs {
		in := &e.Inputs[i]
		if in.Key != nil {
			if below, ok := c.byKey[*in.Key]; ok {
				found = c.cells(below, found, met)
			}
			continue
		}
		if cell, ok := cellOf(in); ok {
			found = append(found, cell)
		}
	}
	return found
}

func cellOf(in *batch.Input) (Cell, bool) {
	at, ok := placeOf(in.Place)
	cell := Cell{Place: at, Name: in.Name, Amount: in.Amount}
	if in.Unit != nil {
		cell.Unit = *in.Unit
	}
	return cell, ok
}

func placeOf(p *batch.Place) (Place, bool) {
	if p == nil || p.Cell == nil {
		return Place{}, false
	}
	at := Place{Sheet: p.Sheet, Cell: *p.Cell}
	at.row, at.column = report.ParseRef(*p.Cell)
	return at, true
}

// SourceColumns is the columns in which the agency says what an amount rests on.
func SourceColumns() []string {
	return []string{"maalt_kilde", "nullpunkt_kilde", "kilde", "hjemmel", "beslutning_ref", "art"}
}

// sourcesOf is what every row says of its sources. In a reallocation «art» is a code
// and no source.
func sourcesOf(d *batch.Document) map[rowOf][]Source {
	all := map[rowOf][]Source{}
	for sheet, rows := range d.Records {
		for _, row := range rows {
			for _, column := range SourceColumns() {
				value := row.Values[column]
				if value == "" || column == "art" && sheet != "engangskostnader" {
					continue
				}
				at := rowOf{sheet, row.Row}
				all[at] = append(all[at], Source{column, value})
			}
		}
	}
	return all
}

// ordered is the items by sheet, row, column, and key. Neither the order in which
// they are found nor that of the report's JSON shows in it.
func ordered(items []Item) []Item {
	items = slices.Clone(items)
	slices.SortFunc(items, func(a, b Item) int {
		return cmp.Or(cmp.Compare(a.Place.Sheet, b.Place.Sheet), cmp.Compare(a.Place.row, b.Place.row),
			cmp.Compare(a.Place.column, b.Place.column), cmp.Compare(a.Key, b.Key))
	})
	return items
}

// book is the book value in øre.
func (it Item) book() *big.Int {
	ore, _ := new(big.Int).SetString(it.Amount.Abs().Shift(2).StringFixed(0), 10)
	return ore
}

// kroner is whole øre as an amount.
func kroner(ore *big.Int) report.Kroner {
	k, err := report.ParseKroner(ore.String())
	if err != nil {
		panic(err) // digits are always a number
	}
	return k.Shift(-2)
}
