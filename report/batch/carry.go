package batch

import (
	"strconv"

	"gevinst/report"
	"gevinst/report/ledger"
)

// Carried is what goes from last year's workbook into the next one.
type Carried struct {
	Filling report.Filling
	Left    []Left // measures and gains that stay behind, in the order of the workbook
}

// Left is a row that is not carried over, with the reason.
type Left struct {
	ID     string // tiltak_id or gevinst_id
	Reason Reason
}

// Reason says why a row stays behind. It is said in words under "carry.<reason>".
type Reason string

// The reasons.
const (
	Stopped  Reason = "stopped"  // the measure was stopped
	Finished Reason = "finished" // the measure is completed and has no gain that goes on
	Once     Reason = "once"     // a one-off gain that was realised
)

// CarryOver makes the start of the workbook for year out of last year's
// submission: identifiers, names, baselines and plans, which are the columns
// that the set marks as prefilled, and as already reported what last year's
// ledger counted as the gain's net. No amount of the new year is carried.
//
// A measure that was stopped stays behind with its gains. A one-off gain that
// was realised stays behind. A completed measure goes on only while it has a
// permanent gain in own money or time, since new gain is set against new, or a
// cut in the frame that names it.
func CarryOver(last *report.Submission, l *ledger.Ledger, year int) Carried {
	c := carrier{last: last, lines: map[int]*ledger.GainLine{}, measures: map[string]*report.Measure{}}
	for i := range l.Gains {
		c.lines[l.Gains[i].Gain.Row] = &l.Gains[i]
	}
	for i := range last.Measures {
		c.measures[last.Measures[i].ID.Value] = &last.Measures[i]
	}
	all := Records(last)
	all["gevinster"] = c.gains(all["gevinster"])
	all["tiltak"] = c.carriedMeasures(all)
	filling := report.Filling{}
	for sheet, rows := range all {
		filling[sheet] = prefilled(last.Spec, sheet, rows)
	}
	filling["virksomhet"][0]["rapportaar"] = strconv.Itoa(year)
	return Carried{Filling: filling, Left: c.left()}
}

type carrier struct {
	last     *report.Submission
	lines    map[int]*ledger.GainLine // by row of the gain
	measures map[string]*report.Measure
	goes     map[string]bool
	stays    []Left
}

// gains carries the gains that go on; rows are all of them.
func (c *carrier) gains(rows []Row) []Row {
	var going []Row
	for i := range c.last.Gains {
		if g := &c.last.Gains[i]; c.gainStays(g) == "" {
			rows[i].Values["foert_tidligere_kr"] = reported(c.lines[g.Row])
			rows[i].Values["planlagt_kr"] = c.plan(g)
			going = append(going, rows[i])
		}
	}
	return going
}

// plan is the plan of a gain whose measure is still to come, in whole øre: it was
// typed as a formula where it has more, and is only held against the result. The plan
// of another gain was for last year.
func (c *carrier) plan(g *report.Gain) string {
	m := c.measures[g.Measure.Value]
	if m == nil || m.Status.Value != "PLANLAGT" || !g.Planned.OK() {
		return ""
	}
	return g.Planned.Value.Round(ore).Decimal().String()
}

// reported is what has been reported of a gain up to and with last year: its net
// where last year counted it, else what was reported before.
func reported(line *ledger.GainLine) string {
	switch {
	case line == nil:
		return ""
	case line.Counts():
		return reachingOre(*line.Net).String()
	case line.Earlier != nil:
		return reachingOre(*line.Earlier).String()
	default:
		return ""
	}
}

// ore is the decimals of an amount that the form takes without a remark (N-003).
const ore = 2

// reachingOre is an amount at the next whole øre that is not below it. A net gain of
// hours times a cost has thirds of an øre; rounded down, what is left of them would
// count as new once more (G-010).
func reachingOre(k report.Kroner) report.Kroner {
	rounded := k.Round(ore)
	if rounded.Cmp(k) < 0 {
		return rounded.Add(report.MustKroner("0.01"))
	}
	return rounded
}

func (c *carrier) gainStays(g *report.Gain) Reason {
	m := c.measures[g.Measure.Value]
	if m == nil {
		return ""
	}
	switch status := m.Status.Value; {
	case status == "STANSET":
		return Stopped
	case status == "PLANLAGT":
		return ""
	case g.Duration.Value == "ENGANGS":
		return Once
	case status == "AVSLUTTET" && !(ledger.Own(g) && g.Duration.Value == "VARIG"):
		return Finished
	default:
		return ""
	}
}

// carriedMeasures carries the measures that go on, given what else is carried.
func (c *carrier) carriedMeasures(all map[string][]Row) []Row {
	c.goes = map[string]bool{}
	for _, sheet := range []string{"gevinster", "budsjettuttak"} {
		for _, r := range all[sheet] {
			c.goes[r.Values["tiltak_id"]] = true
		}
	}
	var going []Row
	for i := range c.last.Measures {
		if c.measureStays(&c.last.Measures[i]) == "" {
			going = append(going, all["tiltak"][i])
		}
	}
	return going
}

func (c *carrier) measureStays(m *report.Measure) Reason {
	switch {
	case c.goes[m.ID.Value]:
		return ""
	case m.Status.Value == "STANSET":
		return Stopped
	case m.Status.Value == "AVSLUTTET":
		return Finished
	default:
		return ""
	}
}

// left lists what stays behind. A gain that stays with its measure is not named twice.
func (c *carrier) left() []Left {
	for i := range c.last.Measures {
		m := &c.last.Measures[i]
		if why := c.measureStays(m); why != "" {
			c.stays = append(c.stays, Left{m.ID.Value, why})
		}
	}
	for i := range c.last.Gains {
		g := &c.last.Gains[i]
		m := c.measures[g.Measure.Value]
		if why := c.gainStays(g); why != "" && c.measureStays(m) == "" {
			c.stays = append(c.stays, Left{g.ID.Value, why})
		}
	}
	return c.stays
}

// prefilled keeps the columns that the set carries over, and no empty row.
func prefilled(spec *report.Spec, sheet string, rows []Row) []report.Record {
	var kept []report.Record
	for _, r := range rows {
		k := report.Record{}
		for key, value := range r.Values {
			if column := spec.Sheet(sheet).Column(key); value != "" && column != nil && column.Prefilled {
				k[key] = literal(value)
			}
		}
		if len(k) > 0 {
			kept = append(kept, k)
		}
	}
	return kept
}

// literal is a value as a literal of a Record: a text that would be taken for a
// formula, an error value or forced text is forced to stay text.
func literal(value string) string {
	if value[0] == '=' || value[0] == '\'' || value[0] == '#' {
		return "'" + value
	}
	return value
}
