// Package profile reads a ministry's profile: what it orders of its agencies
// beside the common requirements.
//
// A profile is read whole or not at all. What is wrong in it is data, a Slip for
// each, and package text makes sentences of them; all are shown at once. JSON has
// no comments, and so a key that begins with "//" may stand in any object with
// words for people.
package profile

import (
	"cmp"
	"slices"

	"gevinst/report"
)

// Format names the shape of a profile; it stands in the file under "format".
const Format = "gevinst-profile/1"

// Slip is one thing wrong in a profile. It is said under "profile.slip." and Key,
// and what to do under the same with ".remedy".
type Slip struct {
	Path string // "questions[2].columns[0].kind", empty for the whole file
	Line int    // counted from 1
	Key  string
	Args []report.Arg
}

// Parse reads a profile and holds it to a requirement set. With a slip there is
// no profile; the slips come in the order of the file.
func Parse(data []byte, spec *report.Spec) (*report.Profile, []Slip) {
	root, slips := parseTree(data)
	if len(slips) > 0 {
		return nil, slips
	}
	r := &reader{spec: spec, listed: map[string]string{}}
	p := r.profile(root)
	if len(r.slips) > 0 {
		slices.SortStableFunc(r.slips, func(a, b Slip) int { return cmp.Compare(a.Line, b.Line) })
		return nil, r.slips
	}
	p.Hash, p.Stamp = hash(root), hash(root, "agencies", "deadline")[:stampLength]
	return p, nil
}

// stampLength is how many hexadecimal digits tell what is asked from what was
// asked: a person may have to compare them.
const stampLength = 16

// The most that a profile holds of anything: far more than a ministry needs, and
// so little that no file can tire the program.
const (
	mostAgencies   = 5000
	mostItems      = 500
	mostColumns    = 6
	mostRows       = 500
	defaultRows    = 20
	mostWord       = 200
	mostText       = 4000
	mostParagraphs = 40
)

func (r *reader) profile(n *node) *report.Profile {
	p := &report.Profile{}
	if !r.object(n, "format", "ministry", "deadline", "agencies", "areas", "questions", "thresholds", "required_fields", "severity", "rules", "guidance") {
		return p
	}
	r.choice(n, "format", required, []string{Format})
	p.Ministry = r.text(n, "ministry", required, mostWord)
	p.Deadline = r.date(n, "deadline")
	p.Agencies = r.agencies(n)
	groups := groupsOf(p.Agencies)
	p.Areas = r.areas(n)
	p.Questions = r.questions(n, groups)
	p.Thresholds = r.thresholds(n)
	p.Required = r.requiredFields(n, groups)
	p.Raised = r.raised(n)
	p.Rules = r.rules(n, groups)
	for _, item := range r.list(n, "guidance", mostParagraphs) {
		p.Guidance = append(p.Guidance, r.wordsOf(item, mostText))
	}
	return p
}

// agencies reads whom the profile is for.
func (r *reader) agencies(n *node) []report.Expected {
	var all []report.Expected
	seen := map[string]*node{}
	for _, item := range r.list(n, "agencies", mostAgencies) {
		if !r.object(item, "orgnr", "name", "group", "form") {
			continue
		}
		a := report.Expected{
			OrgNr: r.orgnr(item, "orgnr"),
			Name:  r.text(item, "name", required, mostWord),
			Group: r.identifier(item, "group", optional),
			Form:  report.Lang(r.choice(item, "form", optional, []string{string(report.NB), string(report.NN)})),
		}
		if a.Form == "" {
			a.Form = report.NB
		}
		r.once(item, "orgnr", a.OrgNr, seen)
		all = append(all, a)
	}
	return all
}

func groupsOf(agencies []report.Expected) []string {
	var all []string
	for _, a := range agencies {
		if a.Group != "" && !slices.Contains(all, a.Group) {
			all = append(all, a.Group)
		}
	}
	return all
}

// areas reads the prioritised areas. Two of one name would be one to a reader.
func (r *reader) areas(n *node) []report.Words {
	var all []report.Words
	seen := map[string]*node{}
	for _, item := range r.list(n, "areas", mostItems) {
		area := r.wordsOf(item, mostWord)
		r.once(item, "nb", area.NB, seen)
		all = append(all, area)
	}
	return all
}
