package chapter

import (
	"gevinst/report"
	"gevinst/report/ledger"
)

// tally is how many measures there are of what.
type tally struct {
	done, doneDigital       int // implemented or completed
	planned, plannedDigital int
	stopped                 int
	digital                 int // of all
}

func count(sub *report.Submission) tally {
	t := tally{}
	for i := range sub.Measures {
		m := &sub.Measures[i]
		one := 0
		if isDigital(m) {
			one = 1
		}
		t.digital += one
		switch {
		case ledger.Realised(m):
			t.done++
			t.doneDigital += one
		case isPlanned(m):
			t.planned++
			t.plannedDigital += one
		case isStopped(m):
			t.stopped++
		}
	}
	return t
}

func isDigital(m *report.Measure) bool { return m.Kind.Or("") == "DIGITALISERING" }
func isPlanned(m *report.Measure) bool { return m.Status.Or("") == "PLANLAGT" }
func isStopped(m *report.Measure) bool { return m.Status.Or("") == "STANSET" }

// lastYear is last year's ledger, findable by the agency's own ids.
type lastYear struct {
	known    bool
	year     int
	bridge   *ledger.Bridge
	gains    map[string]*ledger.GainLine
	measures map[string]*report.Kroner // new net gain, of measures that have one
	lines    []ledger.GainLine
}

func lastYearOf(l *ledger.Ledger) lastYear {
	if l == nil {
		return lastYear{}
	}
	last := lastYear{known: true, year: l.Year, bridge: &l.Bridge, lines: l.Gains,
		gains: map[string]*ledger.GainLine{}, measures: map[string]*report.Kroner{}}
	for i := range l.Gains {
		line := &l.Gains[i]
		if id := line.Gain.ID; id.OK() {
			last.gains[id.Value] = line
		}
		if line.Counts() {
			id := line.Measure.ID.Value
			last.measures[id] = sum(last.measures[id], line.New)
		}
	}
	return last
}

// realised is what last year's report counted for the gain, nil where it has none.
func (l lastYear) realised(g *report.Gain) *report.Kroner {
	if line := l.gains[g.ID.Or("")]; line != nil {
		return realised(line)
	}
	return nil
}

// fresh is the new net gain that last year's report counted for the measure, nil
// where it has none.
func (l lastYear) fresh(m *report.Measure) *report.Kroner { return l.measures[m.ID.Or("")] }

// realised is what a gain came to in the terms of its plan; an own gain that
// does not count has come to nothing that may be reported.
func realised(line *ledger.GainLine) *report.Kroner {
	if ledger.Own(line.Gain) && !line.Counts() {
		return nil
	}
	return line.Realised()
}
