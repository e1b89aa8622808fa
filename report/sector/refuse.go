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
	Unsound    Reason = "sums"       // {file} says that {found} is {said}, and should say {sum}
	Changed    Reason = "changed"    // {file} was changed while it was read
	MixedSets  Reason = "sets"       // {file} by {found}, {other} by {wanted}
	MixedTools Reason = "tools"      // {file} by {found}, {other} by {wanted}
	Twice      Reason = "twice"      // {file} and {other} are different reports of one agency and year

	// What a batch says of itself beside its reports.
	Unfinished Reason = "unfinished" // a batch in {file} was stopped or is at work
	NoStatus   Reason = "nostatus"   // {file} lies there without {found}
	BadStatus  Reason = "badstatus"  // {file}, {detail}
	Disagree   Reason = "disagree"   // {file} and {other} do not tell the same
	Lost       Reason = "lost"       // {file} names the report {found}, which is not there
	Unlisted   Reason = "unlisted"   // {file} lies there, but {other} does not name it
	Altered    Reason = "altered"    // {file} is not the report that {other} names
	Contradict Reason = "contradict" // {file} and {other} tell differently of {found}
	NoProfile  Reason = "noprofile"  // {file} was made without the profile {wanted}
	Profiles   Reason = "profiles"   // {file} by the profile {found}, not {wanted}
	Shards     Reason = "shards"     // {file} is a part of {n}; {found} are not there
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
	switch r.Reason {
	case MixedSets, MixedTools, Twice, Contradict, NoProfile, Profiles, Shards, Unfinished:
		return false
	default:
		return true
	}
}

func refuse(why Reason, args ...report.Arg) *Refusal { return &Refusal{why, args} }

func arg(name string, value any) report.Arg { return report.Arg{Name: name, Value: value} }

// quoted is what a file says, as long as a sentence can bear: it may say a gigabyte.
func quoted(name, said string) report.Arg {
	const most = 200
	if at := []rune(said[:min(len(said), 4*most+4)]); len(at) > most {
		said = string(at[:most]) + "…"
	}
	return arg(name, said)
}
