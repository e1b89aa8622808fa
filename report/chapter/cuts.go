package chapter

import (
	"strconv"

	"gevinst/report"
	"gevinst/report/ledger"
)

// cuts shows cuts that really were made in the frame, for reconciliation alone.
func (c *composer) cuts() {
	if len(c.sub.Cuts) == 0 {
		return
	}
	c.heading(2, "chapter.cuts")
	c.sentences(c.aboutCuts()...)
	g := c.table("chapter.cuts.table", []Column{c.column("chapter.col.year", Label, 0), c.column("chapter.col.cuttype", Prose, 2),
		c.column("chapter.col.measure", Prose, 3), c.column("chapter.col.basis", Prose, 3), c.column("chapter.col.amount", Figures, 0)})
	for _, k := range c.sub.Cuts {
		year := c.empty
		if k.Year.OK() {
			year = Words(strconv.Itoa(k.Year.Value))
		}
		g.row(Body, year, c.code("uttakstype", k.Type), c.measureName(k.Measure), c.said(k.Basis), c.field(k.Amount))
	}
	g.put()
}

// aboutCuts says of each kind of cut in the table what became of it in the calculation.
func (c *composer) aboutCuts() []string {
	year, seen := arg("year", strconv.Itoa(c.year)), map[string]bool{}
	for i := range c.sub.Cuts {
		seen[c.cutKey(&c.sub.Cuts[i])] = true
	}
	var all []string
	for _, key := range []string{"chapter.cuts.cofinance", "chapter.cuts.deducted", "chapter.cuts.kept", "chapter.cuts.otheryears"} {
		if seen[key] {
			all = append(all, c.say(key, year))
		}
	}
	return all
}

func (c *composer) cutKey(k *report.BudgetCut) string {
	switch {
	case k.Type.Value == "MEDFINANSIERING":
		return "chapter.cuts.cofinance"
	case !k.Type.OK() || !k.Year.OK():
		return "" // nobody can tell what it is
	case !ledger.OtherCut(k, c.year):
		return "chapter.cuts.otheryears"
	case c.bridge.CutDeducted:
		return "chapter.cuts.deducted"
	default:
		return "chapter.cuts.kept"
	}
}
