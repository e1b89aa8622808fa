package check

import (
	"slices"
	"strings"
	"unicode"

	"gevinst/report"
	"gevinst/report/near"
)

// deduction is a row of the year that is deducted, used, or granted.
type deduction struct {
	rowKey
	field report.Field[report.Kroner]
}

// rowKey is what tells such a row from others.
type rowKey struct{ sheet, measure, kind, words, amount string }

// rowsTwice finds a one-off cost or a cut of the year that stands on two rows, or that is
// the sum of others: it is deducted twice.
func (c *Case) rowsTwice() {
	costs, cuts := c.costsOfYear(), c.cutsOfYear()
	exact, alike := map[rowKey]report.At{}, map[rowKey]report.At{}
	for _, rows := range [][]deduction{costs, cuts} {
		for i, d := range rows {
			if first, twice := exact[d.rowKey]; twice {
				c.twoRows("row", d.field, first)
				continue
			}
			exact[d.rowKey] = d.field.At
			if d.field.Value.Abs().Cmp(report.MustKroner("100000")) < 0 {
				continue // small amounts meet by chance
			}
			if !c.alikeRows(d, alike) && d.sheet == "engangskostnader" {
				c.widerWords(d, rows[:min(i, crowd)])
			}
		}
	}
	c.sumRows(costs, cuts)
}

// alikeRows finds a large amount that stands on another row too, under another kind of
// the same measure, or of the same kind under another measure.
func (c *Case) alikeRows(d deduction, first map[rowKey]report.At) bool {
	otherKind, otherMeasure := d.rowKey, d.rowKey
	otherKind.words, otherMeasure.measure = "\x00", "\x00" // what no cell holds
	for _, key := range []rowKey{otherKind, otherMeasure} {
		if at, twice := first[key]; twice {
			c.twoRows("alike", d.field, at)
			return true
		}
	}
	first[otherKind], first[otherMeasure] = d.field.At, d.field.At
	return false
}

// widerWords finds a large cost under another measure whose words are those of this one
// with some added or left out: "Flytting" and "Flytting og istandsetting".
func (c *Case) widerWords(d deduction, before []deduction) {
	at := slices.IndexFunc(before, func(b deduction) bool {
		return b.sheet == d.sheet && b.kind == d.kind && b.amount == d.amount && b.measure != d.measure && (allIn(b.words, d.words) || allIn(d.words, b.words))
	})
	if at >= 0 {
		c.twoRows("alike", d.field, before[at].field.At)
	}
}

// allIn tells whether each word of a text is one of another. No words are in none.
func allIn(some, all string) bool {
	split := func(s string) []string {
		return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	}
	words, others := split(some), split(all)
	return len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(others, w) })
}

func (c *Case) twoRows(variant string, amount report.Field[report.Kroner], first report.At) {
	found := c.find("G-011", variant, report.Warning, amount.At, arg("belop", amount.Value), arg("forste", c.Sub.Place(first).Ref()))
	found.Related = []report.Place{c.Sub.Place(first)}
}

func (c *Case) costsOfYear() (rows []deduction) {
	for _, o := range c.Sub.OneOffs {
		if o.Year.Value == c.Ledger.Year && o.Amount.OK() && o.Amount.Value.Sign() != 0 {
			key := rowKey{"engangskostnader", o.Measure.Value, "", near.Fold(o.Kind.Value), o.Amount.Value.String()}
			rows = append(rows, deduction{key, o.Amount})
		}
	}
	return rows
}

func (c *Case) cutsOfYear() (rows []deduction) {
	for _, b := range c.Sub.Cuts {
		if b.Year.Value == c.Ledger.Year && b.Amount.OK() && b.Amount.Value.Sign() != 0 {
			key := rowKey{"budsjettuttak", b.Measure.Value, b.Type.Value, near.Fold(b.Basis.Value), b.Amount.Value.String()}
			rows = append(rows, deduction{key, b.Amount})
		}
	}
	return rows
}

// sumRows finds a row that is the sum of those above it: of a measure's costs, or of all
// on the sheet. Somebody has summed up by habit, and the form does it too.
func (c *Case) sumRows(costs, cuts []deduction) {
	by := map[string][]deduction{}
	for _, d := range costs {
		by[d.measure] = append(by[d.measure], d)
	}
	found := c.sumRow(costs)
	for i := range c.Sub.Measures {
		found = found || c.sumRow(by[c.Sub.Measures[i].ID.Value])
	}
	c.sumRow(cuts)
	var uses []deduction
	for _, u := range c.Sub.Uses {
		uses = append(uses, deduction{rowKey{sheet: "omdisponering"}, u.Amount})
	}
	c.sumRow(uses)
	c.postRows()
}

// sumRow tells whether the last row is the sum of at least two others.
func (c *Case) sumRow(rows []deduction) bool {
	const few = 3
	if len(rows) < few {
		return false
	}
	last := rows[len(rows)-1]
	var others report.Kroner
	for _, d := range rows[:len(rows)-1] {
		if d.field.Value.Sign() < 0 {
			return false // a correction, which no total has
		}
		others = others.Add(d.field.Value)
	}
	if !last.field.OK() || last.field.Value.Sign() <= 0 || last.field.Value.Cmp(others) != 0 {
		return false
	}
	c.find("G-011", "sum", report.Warning, last.field.At, arg("belop", last.field.Value), arg("ark", c.Spec.Sheet(last.sheet).Name))
	return true
}
