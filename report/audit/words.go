package audit

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gevinst/report"
	"gevinst/report/text"
)

// Sentence says an exception in words.
func (e Exception) Sentence(v *text.Voice) string {
	args := append([]report.Arg{{Name: "reported", Value: e.value(v, e.Reported)}, {Name: "found", Value: e.value(v, e.Found)}, {Name: "key", Value: e.Place.Key}, {Name: "file", Value: e.File}}, e.Args...)
	if e.Finding != nil {
		sentence, _ := v.Finding(*e.Finding)
		args = append(args, report.Arg{Name: "finding", Value: e.Finding.Rule + ": " + sentence})
	}
	return v.Say("audit.is."+e.Kind, args...)
}

// figures tells whether the values of an exception are figures at full precision, and
// no text of a file that must be shown as it stands.
func (e Exception) figures() bool {
	return slices.Contains([]string{"figure.own", "figure.extra", "figure.lacking", "figure.differs"}, e.Kind)
}

// value is one side of an exception as a reader of the section knows figures, with
// every decimal.
func (e Exception) value(v *text.Voice, s string) string {
	if k, err := report.ParseKroner(s); e.figures() && err == nil {
		return v.Short(k)
	}
	return orNone(v, s)
}

// sum64 is a SHA-256 in hex. In a sentence its beginning is enough; the JSON has it whole.
var sum64 = regexp.MustCompile(`^[0-9a-f]{64}$`)

func orNone(v *text.Voice, s string) string {
	const enough = 12
	switch {
	case s == "":
		return v.Say("audit.nothing")
	case sum64.MatchString(s):
		return s[:enough] + "…"
	default:
		return s
	}
}

// Where says where in its file an exception stands, "" for the whole of it.
func (e Exception) Where(v *text.Voice) string {
	p := e.Place
	var parts []string
	say := func(key, value string) {
		if value != "" {
			parts = append(parts, v.Say(key, report.Arg{Name: "value", Value: value}))
		}
	}
	if p.Table == "" {
		say("audit.at.heading", p.Heading)
	}
	if p.Page > 0 {
		say("audit.at.page", strconv.Itoa(p.Page))
	}
	say("audit.at.table", p.Table)
	say("audit.at.row", p.Row)
	say("audit.at.column", p.Column)
	say("audit.at.key", p.Key)
	say("audit.at.cell", p.Cell.String())
	return strings.Join(parts, ", ")
}

// Name says what a check compares.
func (c Checked) Name(v *text.Voice) string { return v.Say("audit.check." + c.ID) }

// Outcome is what a check came to, in words.
func (one *Verdict) Outcome(c Checked, v *text.Voice) string {
	n, others := 0, 0
	for _, e := range one.Exceptions {
		switch {
		case e.Check != c.ID:
		case e.Kind == remadeOtherwise:
			others++
		default:
			n += e.Differences()
		}
	}
	compared := report.Arg{Name: "compared", Value: c.Compared}
	switch {
	case n > 0:
		return v.Say("audit.outcome.differs", report.Arg{Name: "n", Value: n}, compared)
	case !c.Done && one.Level == Impossible:
		return v.Say("audit.outcome.undone")
	case !c.Done:
		return v.Say("audit.outcome.none")
	case c.Compared == 0 && v.Has("audit.outcome.nothing."+c.ID):
		return v.Say("audit.outcome.nothing." + c.ID)
	case others > 0:
		return v.Say("audit.outcome.told", report.Arg{Name: "n", Value: others}, compared)
	case v.Has("audit.outcome.same." + c.ID):
		return v.Say("audit.outcome.same."+c.ID, report.Arg{Name: "n", Value: c.Compared})
	default:
		return v.Say("audit.outcome.same", compared)
	}
}
