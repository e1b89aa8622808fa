package check

import (
	"gevinst/report"
	"gevinst/report/ledger"
)

// countedAgain: G-010, a permanent gain that counts as new once more, under its own
// identifier or under another, or one that is said to have been reported before it began.
func countedAgain(c *Case) {
	if !c.dated() {
		return
	}
	last := c.lastYearsGains()
	c.eachDone(func(line *ledger.GainLine) {
		g := line.Gain
		if !ledger.Own(g) || line.Taken == nil || g.Earlier.State == report.Bad {
			return
		}
		was, counted := last[g.ID.Value]
		switch {
		case counted && (g.Earlier.Missing() || g.Earlier.Value.Cmp(*was.Net) < 0):
			c.find("G-010", "previous", report.Error, g.Earlier.At, gainID(line),
				c.label("gevinster", "foert_tidligere_kr"), arg("belop", *was.Net), arg("aar", Year(c.Previous.Ledger.Year)))
		case g.Earlier.Missing() && line.Measure.EffectFrom.OK() && line.Measure.EffectFrom.Value.Year < c.Ledger.Year:
			found := c.find("G-010", "blank", report.Error, g.Earlier.At, gainID(line),
				c.label("gevinster", "foert_tidligere_kr"), arg("dato", line.Measure.EffectFrom.Value))
			found.Related = []report.Place{c.Sub.Place(line.Measure.EffectFrom.At)}
		case !counted && g.Earlier.Value.Sign() > 0 && line.Measure.EffectFrom.OK() && line.Measure.EffectFrom.Value.Year == c.Ledger.Year:
			found := c.find("G-010", "early", report.Warning, g.Earlier.At, gainID(line), c.label("gevinster", "foert_tidligere_kr"),
				arg("belop", g.Earlier.Value), arg("dato", line.Measure.EffectFrom.Value))
			found.Related = []report.Place{c.Sub.Place(line.Measure.EffectFrom.At)}
		default:
			c.newThoughOld(line)
		}
	})
	c.underNewNames(last)
}

// newThoughOld finds a gain whose effect began in an earlier year and that counts as new
// in full. It may never have been reported, and last year's workbook would show it.
func (c *Case) newThoughOld(line *ledger.GainLine) {
	earlier, from := line.Gain.Earlier, line.Measure.EffectFrom
	if c.Previous != nil || !line.Counts() || !earlier.OK() || earlier.Value.Sign() != 0 || !from.OK() || from.Value.Year >= c.Ledger.Year {
		return
	}
	words := []report.Arg{gainID(line), arg("dato", from.Value), arg("aar", Year(c.Ledger.Year)), c.label("gevinster", "avvik_forklaring")}
	if why := line.Gain.Deviation; explained(why) { // what the warning asks for; it may explain something else
		found := c.find("G-010", "told", report.Info, earlier.At, words...)
		found.Related = []report.Place{c.Sub.Place(from.At), c.Sub.Place(why.At)}
		return
	}
	found := c.find("G-010", "zero", report.Warning, earlier.At, words...)
	found.Related = []report.Place{c.Sub.Place(from.At)}
}

// lastYearsGains is the permanent gains that last year's ledger counted, by id.
func (c *Case) lastYearsGains() map[string]*ledger.GainLine {
	all := map[string]*ledger.GainLine{}
	if c.Previous == nil {
		return all
	}
	for i := range c.Previous.Ledger.Gains {
		line := &c.Previous.Ledger.Gains[i]
		if line.Counts() && line.Gain.Duration.Value == "VARIG" && line.Net.Sign() > 0 {
			all[line.Gain.ID.Value] = line
		}
	}
	return all
}

// underNewNames finds the gains that last year counted and this year does not name.
// Where the same measure has a gain that nobody knew last year, the one may be the
// other, and would be new twice: the row must come back under its own identifier.
func (c *Case) underNewNames(last map[string]*ledger.GainLine) {
	if c.Previous == nil {
		return
	}
	now := make(map[string]bool, len(c.Sub.Gains))
	for i := range c.Sub.Gains {
		now[c.Sub.Gains[i].ID.Value] = true
	}
	newcomers := c.newcomers()
	for i := range c.Previous.Ledger.Gains {
		was := &c.Previous.Ledger.Gains[i]
		if id := was.Gain.ID.Value; !now[id] && last[id] == was {
			c.gone(was, newcomers[was.Gain.Measure.Value])
		}
	}
}

// newcomers is the first gain of each measure that counts and had no row last year.
func (c *Case) newcomers() map[string]*report.Gain {
	known := make(map[string]bool, len(c.Previous.Submission.Gains))
	for i := range c.Previous.Submission.Gains {
		known[c.Previous.Submission.Gains[i].ID.Value] = true
	}
	first := map[string]*report.Gain{}
	for i := range c.Ledger.Gains {
		line := &c.Ledger.Gains[i]
		if id := line.Gain.Measure.Value; line.Counts() && !known[line.Gain.ID.Value] && first[id] == nil {
			first[id] = line.Gain
		}
	}
	return first
}

// gone notes a gain of last year that has no row now.
func (c *Case) gone(was *ledger.GainLine, newcomer *report.Gain) {
	words := []report.Arg{gainID(was), arg("belop", *was.Net), arg("aar", Year(c.Previous.Ledger.Year))}
	if newcomer == nil {
		c.find("G-010", "gone", report.Warning, report.At{}, words...)
		return
	}
	c.find("G-010", "renamed", report.Error, newcomer.ID.At, append(words,
		arg("tiltak", was.Gain.Measure.Value), arg("ny", newcomer.ID.Value))...)
}

// baselineChanged: G-004, what a gain is measured against is not what it was in last
// year's report. A baseline is measured once, before the effect.
func (c *Case) baselineChanged() {
	if c.Previous == nil {
		return
	}
	before := map[string]*report.Gain{}
	for i := range c.Previous.Submission.Gains {
		g := &c.Previous.Submission.Gains[i]
		before[g.ID.Value] = g
	}
	for i := range c.Sub.Gains {
		if was, ok := before[c.Sub.Gains[i].ID.Value]; ok && c.Sub.Gains[i].ID.OK() {
			c.sameBaseline(was, &c.Sub.Gains[i])
		}
	}
}

func (c *Case) sameBaseline(was, now *report.Gain) {
	for _, f := range []struct {
		column   string
		was, now report.Field[report.Kroner]
	}{
		{"nullpunkt_verdi", was.BaseValue, now.BaseValue},
		{"enhet_for_min", was.MinutesBefore, now.MinutesBefore},
		{"kostnad_for_kr", was.CostBefore, now.CostBefore},
	} {
		if f.was.OK() && f.now.OK() && f.was.Value.Cmp(f.now.Value) != 0 {
			c.otherBaseline(now, f.column, f.now.At, report.Numeral(f.was.Value), report.Numeral(f.now.Value))
		}
	}
	if was.BaseDate.OK() && now.BaseDate.OK() && was.BaseDate.Value != now.BaseDate.Value {
		c.otherBaseline(now, "nullpunkt_dato", now.BaseDate.At, was.BaseDate.Value, now.BaseDate.Value)
	}
}

func (c *Case) otherBaseline(g *report.Gain, column string, at report.At, was, is any) {
	c.find("G-004", "changed", report.Warning, at, arg("gevinst", g.ID.Value), c.label("gevinster", column),
		arg("var", was), arg("er", is), arg("aar", Year(c.Previous.Ledger.Year)))
}
