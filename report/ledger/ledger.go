// Package ledger computes every amount of the report, exactly, each with its
// formula, its inputs and the cells that they came from.
//
// Compute is total: it cannot fail. What a missing or bad field makes
// impossible to compute is left out and the ledger says so in Incomplete; such
// a ledger never reaches a report, since the check has blocked it.
package ledger

import "gevinst/report"

// Ledger is every amount of one submission. Lines follow the order of the
// workbook. Entries are derived from the lines when asked for, so that a large
// workbook costs no more memory than its lines.
type Ledger struct {
	Year       int
	Submission *report.Submission
	Measures   []MeasureLine
	Gains      []GainLine
	Bridge     Bridge

	// Incomplete lists the places of fields without which some amount could not be
	// computed; empty for a ledger that may be reported.
	Incomplete []report.Place
}

// Entry is one amount that remembers why.
type Entry struct {
	Key     string        // stable: "omdisponerbart", "gevinst/G1/netto", "tiltak/T1/ny_netto"
	Name    string        // what kind of entry, said in words under "entry.<name>": "netto"
	Amount  report.Kroner // in Unit
	Unit    string        // "kr" or "timer", said under "unit.<unit>"
	Formula string        // formula id, said in words under "formula.<id>"
	Inputs  []Input       // operands in the order of the formula
	Source  string        // source id in the set
	Place   report.Place  // the row's identifier, zero for totals
}

// Input is one operand: another entry (Key), a cell (Place) or a parameter of
// the set (Source).
type Input struct {
	Name   string // operand id, said in words under "operand.<id>"
	Key    string // of the entry, if it is one
	Amount report.Kroner
	Unit   string       // empty where the operand is a choice and no amount
	Minus  bool         // a sum subtracts it
	Place  report.Place // of the cell, if it is one
	Source string       // source id, if it is a parameter of the set
}

// GainLine is what Compute made of one gain. A nil amount does not exist for
// this line, which is not the same as zero.
type GainLine struct {
	Gain    *report.Gain
	Measure *report.Measure // nil where the reference does not resolve
	Hours   *report.Kroner  // freed hours, TID_VOLUM only
	Gross   *report.Kroner  // B, every realised priced gain
	Taken   *report.Kroner  // U = B × extraction rate, own classes only
	Net     *report.Kroner  // N = U − running cost, own classes only
	Earlier *report.Kroner  // reported as available in earlier years
	New     *report.Kroner  // N − Earlier
	Planned *report.Kroner  // planned net gain of the year
	Why     Exclude         // why the line does not count in the total, "" where it does
}

// Exclude says why a gain line does not count in the reallocatable amount.
type Exclude string

// The reasons, said in words under "exclude.<id>".
const (
	InTotal    Exclude = ""
	NotOwn     Exclude = "class"    // the class is not the agency's own money or time
	NotDone    Exclude = "status"   // planned or stopped
	NotPriced  Exclude = "unpriced" // no kroner
	NotShown   Exclude = "measured" // no measurement: reported, not realised
	NotCounted Exclude = "inputs"   // an operand is missing or bad
)

// Counts tells whether the line is part of the net gain A_tot.
func (l *GainLine) Counts() bool { return l.Why == InTotal }

// Realised is the line's result in the terms of the plan: net where the gain is
// the agency's own, gross where it falls to others; nil where it does not exist.
func (l *GainLine) Realised() *report.Kroner {
	if l.Net != nil {
		return l.Net
	}
	if Own(l.Gain) {
		return nil
	}
	return l.Gross
}

// FullYear is the net effect of a permanent gain in a whole year: what the agency
// states, else the year's own net gain; nil for a line that does not count, for a
// gain that is not known to last, and where what the agency states is unreadable.
func (l *GainLine) FullYear() *report.Kroner {
	switch {
	case !l.Counts() || l.Gain.Duration.Value != "VARIG":
		return nil
	case l.Gain.FullYear.OK():
		return &l.Gain.FullYear.Value
	case l.Gain.FullYear.Missing():
		return l.Net
	default:
		return nil
	}
}

// Realised tells whether a measure has been carried out, so that its gains may count.
func Realised(m *report.Measure) bool {
	return m.Status.Value == "IVERKSATT" || m.Status.Value == "AVSLUTTET"
}

// CoFinanced tells whether a measure is paid for in part by the co-financing scheme.
func CoFinanced(m *report.Measure) bool { return m.Finance.Value == "MEDFINANSIERING" }

// Own tells whether a gain is the agency's own money or time: the only classes
// that may be reallocated.
func Own(g *report.Gain) bool {
	return g.Class.Value == "BUDSJETT" || g.Class.Value == "ALTERNATIV"
}

// Priced tells whether a gain's class is valued in kroner.
func Priced(g *report.Gain) bool { return g.Class.OK() && g.Class.Value != "IKKE_PRISSATT" }

// WorkingTime is the kind of use that takes freed time and no money.
const WorkingTime = "LONN_TID"

var minutesAnHour = report.MustKroner("60")

// MeasureLine sums one measure's eligible gains.
type MeasureLine struct {
	Measure    *report.Measure
	New        report.Kroner // Σ new net gain of its eligible lines
	CoFinanced bool
	CoFinance  report.Kroner // rate × max(New, 0) where co-financed, else 0
	OneOff     report.Kroner // one-off costs of the report year
}

// Bridge is the way from the net gain to what remains, in the formulas' names.
type Bridge struct {
	Total        report.Kroner `json:"A_tot"`                 // A_tot = ΣN of eligible lines
	Earlier      report.Kroner `json:"V"`                     // V
	New          report.Kroner `json:"A"`                     // A = A_tot − V
	Money        report.Kroner `json:"A_midler"`              // A_midler, BUDSJETT
	Time         report.Kroner `json:"A_tid"`                 // A_tid, ALTERNATIV
	CoFinance    report.Kroner `json:"B1"`                    // B1
	OneOff       report.Kroner `json:"C"`                     // C
	BeforeCut    report.Kroner `json:"for_rammekutt"`         // A − B1 − C
	FrameCut     report.Kroner `json:"K"`                     // K
	Result       report.Kroner `json:"R"`                     // R = A − B1 − C − K
	Reallocable  report.Kroner `json:"omdisponerbart"`        // Omdisponerbart = max(R, 0)
	Uncovered    report.Kroner `json:"udekket_rammekutt"`     // Udekket rammekutt = max(−R, 0)
	ResultMoney  report.Kroner `json:"R_midler"`              // R_midler = A_midler − B1 − C − K
	ReallocMoney report.Kroner `json:"omdisponerbart_midler"` // Omdisponerbart_midler = max(min(R_midler, R), 0)
	Used         report.Kroner `json:"omdisponert"`           // Σ reallocated
	UsedMoney    report.Kroner `json:"omdisponert_kjop"`      // Σ reallocated other than working time
	Rest         report.Kroner `json:"rest"`                  // Omdisponerbart − Σ reallocated
	FullYear     report.Kroner `json:"helaarseffekt"`         // Σ full-year effect, apart, never added
	CutDeducted  bool          `json:"trekk_rammekutt"`       // trekk_rammekutt; false makes K zero
}

// Add is both bridges summed line by line, a sector's way to what remains. Every sum
// within a bridge holds for it too; what is available is then what each agency has
// available, so that one agency's uncovered cut takes nothing from another.
func (b Bridge) Add(o Bridge) Bridge {
	return Bridge{
		Total: b.Total.Add(o.Total), Earlier: b.Earlier.Add(o.Earlier), New: b.New.Add(o.New),
		Money: b.Money.Add(o.Money), Time: b.Time.Add(o.Time), CoFinance: b.CoFinance.Add(o.CoFinance),
		OneOff: b.OneOff.Add(o.OneOff), BeforeCut: b.BeforeCut.Add(o.BeforeCut), FrameCut: b.FrameCut.Add(o.FrameCut),
		Result: b.Result.Add(o.Result), Reallocable: b.Reallocable.Add(o.Reallocable), Uncovered: b.Uncovered.Add(o.Uncovered),
		ResultMoney: b.ResultMoney.Add(o.ResultMoney), ReallocMoney: b.ReallocMoney.Add(o.ReallocMoney),
		Used: b.Used.Add(o.Used), UsedMoney: b.UsedMoney.Add(o.UsedMoney), Rest: b.Rest.Add(o.Rest),
		FullYear: b.FullYear.Add(o.FullYear), CutDeducted: b.CutDeducted || o.CutDeducted,
	}
}
