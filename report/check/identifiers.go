package check

import (
	"fmt"
	"strings"
	"unicode"

	"gevinst/report"
	"gevinst/report/near"
)

// identifiers: T-005, an identifier names one row, and what is named exists.
func identifiers(c *Case) {
	s := c.Sub
	measures := c.unique("tiltak", "tiltak_id", each(s.Measures, func(m *report.Measure) report.Field[string] { return m.ID }))
	services := c.unique("tjenester", "tjeneste_id", each(s.Services, func(v *report.Service) report.Field[string] { return v.ID }))
	plans := c.unique("planer", "plan_id", each(s.Plans, func(p *report.Plan) report.Field[string] { return p.ID }))
	c.unique("gevinster", "gevinst_id", each(s.Gains, func(g *report.Gain) report.Field[string] { return g.ID }))
	c.unique("omdisponering", "linje_id", each(s.Uses, func(u *report.Reallocation) report.Field[string] { return u.ID }))
	c.unique("departementskrav", "krav_id", each(s.Demands, func(d *report.Demand) report.Field[string] { return d.ID }))
	c.uniqueYears()

	c.resolve("gevinster", "tiltak_id", measures, each(s.Gains, func(g *report.Gain) report.Field[string] { return g.Measure }))
	c.resolve("engangskostnader", "tiltak_id", measures, each(s.OneOffs, func(o *report.OneOffCost) report.Field[string] { return o.Measure }))
	c.resolve("budsjettuttak", "tiltak_id", measures, each(s.Cuts, func(b *report.BudgetCut) report.Field[string] { return b.Measure }))
	c.resolve("tiltak", "tjeneste_id", services, each(s.Measures, func(m *report.Measure) report.Field[string] { return m.Service }))
	c.resolve("tjenestekjeder", "tjeneste_id", services, each(s.Chains, func(l *report.ChainLink) report.Field[string] { return l.Service }))
	c.resolve("gjenbruk", "tjeneste_id", services, each(s.Reuse, func(r *report.Reuse) report.Field[string] { return r.Service }))
	c.resolve("regelverk", "tjeneste_id", services, each(s.Regulations, func(r *report.Regulation) report.Field[string] { return r.Service }))
	c.resolve("tjenester", "plan_ref", plans, each(s.Services, func(v *report.Service) report.Field[string] { return v.PlanReference }))
}

func each[T any](rows []T, field func(*T) report.Field[string]) []report.Field[string] {
	all := make([]report.Field[string], len(rows))
	for i := range rows {
		all[i] = field(&rows[i])
	}
	return all
}

// unique finds identifiers that stand twice, or twice but for letter case, and
// returns those that stand at all.
func (c *Case) unique(sheet, column string, fields []report.Field[string]) map[string]report.At {
	first := make(map[string]report.At, len(fields))
	folded := make(map[string]report.Field[string], len(fields))
	for _, f := range fields {
		if !f.OK() {
			continue
		}
		_, twice := first[f.Value]
		other, alike := folded[near.Fold(f.Value)]
		if alike {
			c.alike(twice, sheet, column, f, other)
		} else {
			folded[near.Fold(f.Value)] = f
		}
		if !twice {
			first[f.Value] = f.At
		}
	}
	return first
}

// alike notes an identifier that stands twice: an error to the letter, a warning
// where only letter case differs, which Excel's own formulas do not see, or a sign that
// nobody sees.
func (c *Case) alike(twice bool, sheet, column string, f, other report.Field[string]) {
	variant, severity, sign := "case", report.Warning, unseen(f.Value, other.Value)
	switch {
	case twice:
		variant, severity = "twice", report.Error
	case sign != "":
		variant = "unseen"
	}
	found := c.find("T-005", variant, severity, f.At, c.label(sheet, column), arg("funnet", f.Value), arg("annen", other.Value), arg("forste", c.Sub.Place(other.At).Ref()), arg("tegn", sign))
	found.Related = []report.Place{c.Sub.Place(other.At)}
}

// uniqueYears: the price index has one row a year, else nobody knows which counts.
func (c *Case) uniqueYears() {
	first := map[int]report.At{}
	for _, p := range c.Sub.Index {
		if at, twice := first[p.Year.Value]; twice && p.Year.OK() {
			found := c.find("T-005", "twice", report.Error, p.Year.At, c.label("prisindeks", "aar"), arg("funnet", Year(p.Year.Value)), arg("forste", c.Sub.Place(at).Ref()))
			found.Related = []report.Place{c.Sub.Place(at)}
		} else if p.Year.OK() {
			first[p.Year.Value] = p.Year.At
		}
	}
}

// resolve finds references to rows that do not exist.
func (c *Case) resolve(sheet, column string, known map[string]report.At, fields []report.Field[string]) {
	target := c.Spec.Sheet(c.Spec.Sheet(sheet).Column(column).Ref)
	for _, f := range fields {
		if _, ok := known[f.Value]; ok || !f.OK() {
			continue
		}
		args := []report.Arg{c.label(sheet, column), arg("funnet", f.Value), arg("ark", target.Name)}
		switch meant := alikeAmong(f.Value, known); {
		case meant == "":
			c.find("T-005", "unknown", report.Error, f.At, args...)
		case unseen(f.Value, meant) != "":
			c.find("T-005", "unknown_unseen", report.Error, f.At, append(args, arg("forslag", meant), arg("tegn", unseen(f.Value, meant)))...)
		default:
			c.find("T-005", "unknown_near", report.Error, f.At, append(args, arg("forslag", meant))...)
		}
	}
}

// alikeAmong is the known identifier that differs only in letter case or in what nobody sees.
func alikeAmong(written string, known map[string]report.At) string {
	best := ""
	for id := range known {
		if near.Fold(id) == near.Fold(written) && (best == "" || id < best) {
			best = id
		}
	}
	return best
}

// unseen is the first sign in which two texts differ that people compare as one, by its
// number in Unicode, where that is a space or shows nothing; "" where only letter case
// differs.
func unseen(a, b string) string {
	x, y := []rune(strings.ToLower(a)), []rune(strings.ToLower(b))
	n := 0
	for n < min(len(x), len(y)) && x[n] == y[n] {
		n++
	}
	sign := ""
	for _, rest := range [][]rune{x[n:], y[n:]} {
		if len(rest) > 0 && (unicode.IsSpace(rest[0]) || unicode.Is(unicode.Cf, rest[0])) && (sign == "" || rest[0] != ' ') {
			sign = fmt.Sprintf("U+%04X", rest[0])
		}
	}
	return sign
}
