package sector

import "gevinst/report"

// Reason says why reports cannot be folded. It is said in words under
// "sector.refuse.<reason>".
type Reason string

// The reasons. Broken and what stands above it are about one file that is no whole
// report; the others are about reports that do not go together.
const (
	NoReports  Reason = "none"       // the folders hold no report
	TooLarge   Reason = "large"      // {file}, {limit} in MiB
	Misnamed   Reason = "name"       // {file} holds the report of {found}
	Unknown    Reason = "format"     // {file} has the format {found}, not {wanted}
	Incomplete Reason = "incomplete" // {file} lacks {found}
	Broken     Reason = "broken"     // {file}, {detail}
	Changed    Reason = "changed"    // {file} was changed while it was read
	MixedSets  Reason = "sets"       // {file} by {found}, {other} by {wanted}
	MixedTools Reason = "tools"      // {file} by {found}, {other} by {wanted}
	Twice      Reason = "twice"      // {file} and {other} are different reports of one agency and year
)

// Refusal is reports that cannot be folded. It is no failure of the program.
type Refusal struct {
	Reason Reason
	Args   []report.Arg
}

// Error is for programmers; users are told in their own language.
func (r *Refusal) Error() string { return "the reports cannot be folded: " + string(r.Reason) }

// OfFile tells whether a single file is at fault, which cannot be read as a report.
func (r *Refusal) OfFile() bool {
	return r.Reason != MixedSets && r.Reason != MixedTools && r.Reason != Twice
}

func refuse(why Reason, args ...report.Arg) *Refusal { return &Refusal{why, args} }

func arg(name string, value any) report.Arg { return report.Arg{Name: name, Value: value} }
