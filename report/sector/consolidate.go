package sector

import (
	"context"
	"reflect"
	"slices"
	"strings"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/ledger"
	"gevinst/report/sector/overview"
)

// Options is what else is known of a sector; Told finds it out.
type Options struct {
	Ministry string            // "" where it is not known
	Expected []report.Expected // agencies that should report; nil where nobody said
	Others   []overview.Agency // agencies that were heard of but have no report
	Unread   []overview.Unread // files that do not say whose they are
	Deadline report.Date       // the ministry's, the zero Date where none is known
	Areas    []report.Words    // that the ministry gives priority
}

// Consolidate folds the reports of a year. Reports of the latest earlier year in
// the folders stand beside them, for agencies that have both. An error is a
// *Refusal or the system's.
func Consolidate(ctx context.Context, r *Reports, year int, o Options) (*overview.Sector, error) {
	tool, set := r.Made(year)
	f := &fold{reports: r, seen: newSeen(), s: &overview.Sector{Format: overview.Format, Version: tool.Version, Set: set.Version, SetHash: set.SHA256,
		Ministry: o.Ministry, Year: year, Unread: o.Unread}}
	for _, y := range r.Years() {
		if y < year && r.Len(y) > 0 {
			f.s.Earlier = y
		}
	}
	if o.Deadline != (report.Date{}) {
		f.s.Deadline = &o.Deadline
	}
	f.prioritise(o.Areas)
	for doc, err := range r.Of(ctx, year) {
		if err != nil {
			return nil, err
		}
		if err := f.add(doc); err != nil {
			return nil, err
		}
	}
	for doc, err := range r.Of(ctx, f.s.Earlier) {
		if err != nil {
			return nil, err
		}
		if a := f.s.Find(*doc.Agency.OrgNr); a != nil {
			a.Report.Earlier = doc.Bridge
			if err := f.compare(doc); err != nil {
				return nil, err
			}
		}
	}
	if len(f.ministries) == 1 && o.Ministry == "" {
		f.s.Ministry = f.ministries[0]
	}
	f.others(o)
	f.finish()
	fillLists(reflect.ValueOf(f.s))
	return f.s, nil
}

// fold is a sector in the making. Reports come in the order of their organisation numbers.
type fold struct {
	s    *overview.Sector
	seen *seen
	doc  *Report
	now  map[string]map[string]*overview.Outcome // this year's own gains, by agency and id, where an earlier report is known

	reports *Reports
	org     string
	form    report.Lang
	bad     error // the first value that could not be read

	ministries []string                  // that agencies say they report to
	ordered    []*overview.Area          // that the ministry gives priority, in its order
	priority   map[string]*overview.Area // the same by name, in each written form
}

func (f *fold) add(doc *Report) error {
	f.doc, f.org = doc, *doc.Agency.OrgNr
	own := f.rows("virksomhet")
	f.form = ""
	if len(own) > 0 {
		f.form = report.Lang(own[0].text("maalform"))
	}
	a := overview.Agency{OrgNr: f.org, Name: str(doc.Agency.Name), Form: f.form, Standing: overview.Submitted, Report: &overview.Reported{
		Final: doc.Status == batch.Final, Source: doc.Source.File, SHA256: doc.Source.SHA256, Digest: doc.Digest,
		Warnings: doc.Counts.Findings.Warnings, Bridge: *doc.Bridge, Measures: measures(doc)}}
	if len(own) > 0 {
		a.Report.ManYears = own[0].amount("aarsverk")
		a.Report.Approved = own[0].date("godkjent_dato")
		if day := a.Report.Approved; day != nil && (f.s.Approved == nil || f.s.Approved.Before(*day)) {
			f.s.Approved = day
		}
	}
	if name := str(doc.Agency.Ministry); name != "" {
		f.ministries = once(f.ministries, name)
	}
	f.s.Sum = f.s.Sum.Add(*doc.Bridge)
	f.s.Measures = sumTally(f.s.Measures, a.Report.Measures)
	a.Report.Running = f.gains()
	f.keep()
	f.uses()
	f.services()
	f.chains()
	f.needs()
	f.changes()
	f.plans()
	f.demands()
	f.perManYear(a.Report)
	f.s.Agencies = append(f.s.Agencies, a)
	return f.bad
}

func str(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func measures(doc *Report) overview.MeasureTally {
	t := doc.Counts.Measures
	return overview.MeasureTally{Planned: t.Planned, Done: t.Implemented + t.Completed, Stopped: t.Stopped, Digital: t.Digital}
}

func sumTally(a, b overview.MeasureTally) overview.MeasureTally {
	return overview.MeasureTally{Planned: a.Planned + b.Planned, Done: a.Done + b.Done, Stopped: a.Stopped + b.Stopped, Digital: a.Digital + b.Digital}
}

// others adds the agencies without a report, and tells who was expected.
func (f *fold) others(o Options) {
	for _, a := range o.Others {
		if f.s.Find(a.OrgNr) == nil {
			f.s.Agencies = append(f.s.Agencies, a)
		}
	}
	for _, e := range o.Expected {
		a := f.s.Find(e.OrgNr)
		if a == nil {
			f.s.Agencies = append(f.s.Agencies, overview.Agency{OrgNr: e.OrgNr, Name: e.Name, Form: e.Form, Standing: overview.Missing})
			continue
		}
		if a.Name == "" {
			a.Name = e.Name
		}
		if a.Form == "" {
			a.Form = e.Form
		}
	}
	if o.Expected != nil {
		for i := range f.s.Agencies {
			a := &f.s.Agencies[i]
			known := slices.ContainsFunc(o.Expected, func(e report.Expected) bool { return e.OrgNr == a.OrgNr })
			a.Expected = &known
		}
	}
	slices.SortFunc(f.s.Agencies, func(a, b overview.Agency) int { return strings.Compare(a.OrgNr, b.OrgNr) })
}

// gains folds what is said of gains and returns their running costs.
func (f *fold) gains() report.Kroner {
	names := map[string]string{}
	status := map[string]string{}
	for _, m := range f.doc.Measures {
		if _, twice := names[str(m.ID)]; !twice {
			names[str(m.ID)], status[str(m.ID)] = str(m.Name), str(m.Status)
		}
	}
	byRow := map[int]row{}
	for _, r := range f.rows("gevinster") {
		byRow[r.Row] = r
	}
	running := report.Kroner{}
	for i := range f.doc.Gains {
		g := &f.doc.Gains[i]
		r := byRow[g.Row]
		if s := status[str(g.Measure)]; s != "" && s != "PLANLAGT" {
			f.seen.class(g)
		}
		if !g.Eligible {
			continue
		}
		f.s.Counting++
		cost := report.Kroner{}
		if k := r.amount("varig_driftskostnad_kr"); k != nil {
			cost = *k
		}
		running = running.Add(cost)
		f.seen.top(overview.Gain{OrgNr: f.org, ID: str(g.ID), Measure: names[str(g.Measure)], Class: str(g.Class), New: *g.New, Running: cost})
		f.seen.evidence(f, g, r)
		f.seen.value(overview.HourlyCost, f.org, str(g.ID), r.amount("timekostnad_kr"))
		f.seen.value(overview.ExtractionRate, f.org, str(g.ID), r.amount("uttaksgrad_pst"))
	}
	return running
}

// perManYear keeps an agency's new net gain for each of its man-years.
func (f *fold) perManYear(r *overview.Reported) {
	if r.ManYears == nil || r.ManYears.Sign() <= 0 {
		return
	}
	k := r.Bridge.New.Quo(*r.ManYears).Round(2)
	f.seen.value(overview.GainPerManYear, f.org, "", &k)
}

func (f *fold) uses() {
	for _, r := range f.rows("omdisponering") {
		a := f.area(r.text("prioritert_omraade"))
		a.Lines++
		a.Agencies = once(a.Agencies, f.org)
		if k := r.amount("belop_kr"); k != nil {
			a.Amount = a.Amount.Add(*k)
			if r.text("art") == ledger.WorkingTime {
				a.Time = a.Time.Add(*k)
			}
		}
		a.ManYears = plus(a.ManYears, r.amount("aarsverk"))
	}
}

// area is the area with the name, the ministry's own where it is called so in any
// written form.
func (f *fold) area(name string) *overview.Area {
	if a := f.priority[matched(name)]; a != nil {
		return a
	}
	return f.seen.areas.at(matched(name), overview.Area{Name: name, Form: f.form})
}

// prioritise begins with the areas of the ministry, so that those nobody uses are
// told as well.
func (f *fold) prioritise(areas []report.Words) {
	f.priority = map[string]*overview.Area{}
	for i, words := range areas {
		a := &overview.Area{Name: words.NB, Form: report.NB, Priority: &areas[i]}
		f.ordered = append(f.ordered, a)
		for _, name := range words.All() {
			if name != "" && f.priority[matched(name)] == nil {
				f.priority[matched(name)] = a
			}
		}
	}
}

// matched is words without case and spare spaces, by which they are matched.
func matched(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

func once(all []string, s string) []string {
	if slices.Contains(all, s) {
		return all
	}
	return append(all, s)
}

func plus(sum, k *report.Kroner) *report.Kroner {
	switch {
	case k == nil:
		return sum
	case sum == nil:
		return k
	default:
		total := sum.Add(*k)
		return &total
	}
}
