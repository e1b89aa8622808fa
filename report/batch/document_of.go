package batch

import (
	"path"
	"slices"
	"strings"

	"gevinst/report"
	"gevinst/report/check"
	"gevinst/report/ledger"
	"gevinst/report/text"
)

// Telling is what a document needs beside the outcome of the check.
type Telling struct {
	Version string          // of the program
	Status  Status          // draft or final
	Voice   *text.Voice     // the report's language
	Profile *report.Profile // that the workbook was checked under, nil where there is none
}

// DocumentOf tells everything about one checked workbook. It computes nothing:
// amounts are the ledger's, and where the outcome has no ledger there are none.
func DocumentOf(o *check.Outcome, t Telling) Document {
	s := o.Submission
	d := Document{
		Format:   Format,
		Tool:     Tool{"gevinst", t.Version},
		Set:      setOf(s),
		Source:   SourceFile{fileName(s.Origin.File), s.Origin.SHA256, s.Origin.Data},
		Profile:  profileOf(t.Profile),
		Language: t.Voice.Lang(),
		Agency:   agencyOf(&s.Agency),
		Year:     known(s.Agency.Year),
		Status:   t.Status,
		Counts:   tally(o),
		Measures: []MeasureSum{},
		Gains:    []GainLine{},
		Entries:  []Entry{},
		Records:  Records(s),
		Findings: FindingLines(o.Findings, t.Voice),
	}
	if o.Ledger != nil {
		d.addLedger(o.Ledger, t.Voice)
	}
	d.Sources = sourcesOf(s.Spec, o)
	return d
}

func (d *Document) addLedger(l *ledger.Ledger, v *text.Voice) {
	bridge := l.Bridge
	d.Bridge = &bridge
	for _, m := range l.Measures {
		d.Measures = append(d.Measures, MeasureSum{known(m.Measure.ID), known(m.Measure.Name), known(m.Measure.Status), m.New, m.CoFinance, m.OneOff})
	}
	for i := range l.Gains {
		d.Gains = append(d.Gains, gainLine(&l.Gains[i], v))
	}
	for e := range l.Entries() {
		d.Entries = append(d.Entries, entry(e, v))
	}
}

// fileName is the name without its folder, so that where a file lay does not
// change the document.
func fileName(s string) string { return path.Base(strings.ReplaceAll(s, `\`, "/")) }

func setOf(s *report.Submission) RequirementSet {
	spec := s.Spec
	return RequirementSet{
		Set: spec.Set, Version: spec.Version, SHA256: spec.Hash,
		Confirmed: s.Agency.Year.OK() && slices.Contains(spec.Confirmed, s.Agency.Year.Value),
		Asks:      sourceFact(spec, spec.Requirement),
	}
}

func agencyOf(a *report.Agency) AgencyFacts {
	return AgencyFacts{known(a.OrgNr), known(a.Name), known(a.Ministry), known(a.ApprovedBy), day(a.ApprovedOn)}
}

// known is the field's value, nil where it has none.
func known[T any](f report.Field[T]) *T {
	if !f.OK() {
		return nil
	}
	return &f.Value
}

func day(f report.Field[report.Date]) *string {
	if !f.OK() {
		return nil
	}
	return some(f.Value.String())
}

// some is s, nil where it is empty.
func some(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func tally(o *check.Outcome) Tally {
	s := o.Submission
	t := Tally{Cells: s.Counts, Gains: len(s.Gains), Uses: len(s.Uses), Services: len(s.Services)}
	t.Measures.Total = len(s.Measures)
	for i := range s.Measures {
		t.Measures.add(&s.Measures[i])
	}
	if o.Ledger != nil {
		for i := range o.Ledger.Gains {
			if o.Ledger.Gains[i].Counts() {
				t.Counting++
			}
		}
	}
	for _, f := range o.Findings {
		switch f.Severity {
		case report.Error:
			t.Findings.Errors++
		case report.Warning:
			t.Findings.Warnings++
		default:
			t.Findings.Infos++
		}
	}
	return t
}

func (t *MeasureTally) add(m *report.Measure) {
	switch m.Status.Or("") {
	case "PLANLAGT":
		t.Planned++
	case "IVERKSATT":
		t.Implemented++
	case "AVSLUTTET":
		t.Completed++
	case "STANSET":
		t.Stopped++
	}
	if m.Kind.Or("") == "DIGITALISERING" {
		t.Digital++
	}
}

func gainLine(g *ledger.GainLine, v *text.Voice) GainLine {
	line := GainLine{
		ID: known(g.Gain.ID), Measure: known(g.Gain.Measure), Row: g.Gain.Row,
		Class: known(g.Gain.Class), Type: known(g.Gain.Type), Method: known(g.Gain.Method),
		Hours: g.Hours, Gross: g.Gross, Taken: g.Taken, Net: g.Net, Earlier: g.Earlier, New: g.New,
		FullYear: g.FullYear(), Planned: g.Planned, Eligible: g.Counts(), Why: some(string(g.Why)),
	}
	if !g.Counts() {
		line.WhyWords = some(v.Say("exclude." + string(g.Why)))
	}
	return line
}

func entry(e ledger.Entry, v *text.Voice) Entry {
	inputs := make([]Input, 0, len(e.Inputs))
	for _, in := range e.Inputs {
		inputs = append(inputs, input(in, v))
	}
	return Entry{e.Key, v.Say("entry." + e.Name), e.Amount, e.Unit, e.Formula, v.Say("formula." + e.Formula), inputs, some(e.Source), place(e.Place)}
}

// input tells one operand. An operand that is an entry has the entry's name.
func input(in ledger.Input, v *text.Voice) Input {
	out := Input{
		Operand: in.Name, Name: v.Say("operand." + in.Name), Key: some(in.Key),
		Unit: some(in.Unit), Minus: in.Minus, Place: place(in.Place), Source: some(in.Source),
	}
	if in.Key != "" {
		out.Name = v.Say("entry." + in.Name)
	}
	if in.Unit != "" { // a choice among the operands is no amount
		out.Amount = &in.Amount
	}
	return out
}

// place is p, nil where it is the whole file.
func place(p report.Place) *Place {
	if p.Sheet == "" {
		return nil
	}
	out := Place{Sheet: p.Sheet, Cell: some(p.Ref())}
	if p.Row > 0 {
		out.Row = &p.Row
	}
	return &out
}

func sourceFact(spec *report.Spec, id string) SourceFact {
	src := spec.Sources[id]
	return SourceFact{id, src.Title, src.Where, src.Verified}
}

// sourcesOf lists the sources that entries and findings lean on, by id.
func sourcesOf(spec *report.Spec, o *check.Outcome) []SourceFact {
	var ids []string
	if o.Ledger != nil {
		for e := range o.Ledger.Entries() {
			ids = append(ids, e.Source)
			for _, in := range e.Inputs {
				ids = append(ids, in.Source)
			}
		}
	}
	for _, f := range o.Findings {
		ids = append(ids, spec.Rules[f.Rule].Source)
	}
	slices.Sort(ids)
	facts := []SourceFact{}
	for _, id := range slices.Compact(ids) {
		if _, ok := spec.Sources[id]; ok {
			facts = append(facts, sourceFact(spec, id))
		}
	}
	return facts
}
