package sector

import (
	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/sector/overview"
)

// keep keeps an agency's own gains of this year until its earlier report is met.
func (f *fold) keep() {
	if f.reports.of(f.org, f.s.Earlier) == nil {
		return
	}
	measures, fate := measuresOf(f.doc), fates()
	gains := map[string]*overview.Outcome{}
	for i := range f.doc.Gains {
		g := &f.doc.Gains[i]
		if id := str(g.ID); id != "" && gains[id] == nil && ownClass(str(g.Class)) {
			m := measures[str(g.Measure)]
			if m == nil {
				m = &measure{} // the report names none of its own
			}
			gains[id] = &overview.Outcome{OrgNr: f.org, ID: id, Measure: m.name, Fate: fate[m.status], Realised: counted(g)}
			if m.status != "PLANLAGT" {
				gains[id].Planned = g.Planned
			}
		}
	}
	if f.now == nil {
		f.now = map[string]map[string]*overview.Outcome{}
	}
	f.now[f.org] = gains
}

// fates is what the status of its measure means for a gain that was planned.
func fates() map[string]overview.Fate {
	return map[string]overview.Fate{"IVERKSATT": overview.Came, "AVSLUTTET": overview.Came, "PLANLAGT": overview.Delayed, "STANSET": overview.Halted}
}

// counted is what a gain came to in its own year; nil for one that does not count.
func counted(g *batch.GainLine) *report.Kroner {
	if !g.Eligible {
		return nil
	}
	return g.Net
}

// compare holds an agency's earlier report against what was kept of this year's.
func (f *fold) compare(earlier *Report) error {
	f.doc, f.org = earlier, *earlier.Agency.OrgNr
	measures := measuresOf(earlier)
	for _, r := range f.rows("tiltak") {
		if m := measures[r.text("tiltak_id")]; m != nil {
			m.from = r.date("effekt_fra")
		}
	}
	met := map[string]bool{}
	for i := range earlier.Gains {
		g := &earlier.Gains[i]
		if id := str(g.ID); id != "" && !met[id] && ownClass(str(g.Class)) {
			met[id] = true
			f.outcome(g, measures[str(g.Measure)])
		}
	}
	delete(f.now, f.org)
	return f.bad
}

// outcome takes down what became of one gain of the earlier year.
func (f *fold) outcome(g *batch.GainLine, m *measure) {
	if m == nil {
		return
	}
	out := f.now[f.org][str(g.ID)]
	if out == nil {
		out = &overview.Outcome{OrgNr: f.org, ID: str(g.ID), Measure: m.name, Fate: overview.Gone}
	}
	switch {
	case m.status == "PLANLAGT" && m.from != nil && m.from.Year == f.s.Year && out.Fate != "":
		out.Foreseen = g.Planned
	case counted(g) != nil:
		out.Fate, out.Before = overview.Kept, g.Net
	default:
		return
	}
	f.s.Outcomes = append(f.s.Outcomes, *out)
}

// measure is what the comparison must know of a measure.
type measure struct {
	name, status string
	from         *report.Date
}

func measuresOf(doc *Report) map[string]*measure {
	all := map[string]*measure{"": {}}
	for _, m := range doc.Measures {
		if id := str(m.ID); id != "" && all[id] == nil {
			all[id] = &measure{name: str(m.Name), status: str(m.Status)}
		}
	}
	return all
}
