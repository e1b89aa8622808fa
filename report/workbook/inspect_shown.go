package workbook

import (
	"math/big"
	"slices"
	"strings"

	"gevinst/report"
	"gevinst/report/workbook/cells"
)

// shown compares how the cells of one sheet are shown, and what lies over them. No
// figure depends on it, but it is what whoever approves the workbook sees.
type shown struct {
	*inspector
	spec          *report.SheetSpec
	found, issued *cells.Survey
}

func (s shown) sheet(is, was *cells.Surveyed) {
	sheet := report.Place{Sheet: s.spec.Name}
	filled := s.grids[s.spec.Name]
	if s.spec.Kind != report.GuideSheet {
		for _, c := range filled {
			s.cell(c.place(s.spec.Name), c)
		}
		s.shades(is, filled)
	}
	for _, n := range is.Notes {
		s.odd(Noted, report.Place{Sheet: s.spec.Name, Row: n.Row, Col: n.Col}, "", shortened(n.Text))
	}
	if is.Drawing && !was.Drawing {
		s.odd(Drawn, sheet, "", "")
	}
	if s.spec.Kind == report.TableSheet || s.spec.Kind == report.FormSheet {
		s.rules(is.Rules, was.Rules)
	}
}

// cell compares the look of one filled cell with that of the form's at its place.
func (s shown) cell(at report.Place, c styled) {
	look, issued := s.look(s.found, c.style), s.lookOf(at)
	number := c.Kind == report.Number || c.Formula != nil && c.Kind != report.Text
	switch {
	case c.Kind == report.Text && look.HidesText, number && look.Number == report.Concealed:
		s.odd(Concealed, at, issued.Format, look.Format)
	case number && look.Number == report.Scaled:
		s.odd(Scaled, at, issued.Format, look.Format)
	case look.Faint && !issued.Faint:
		s.odd(Faint, at, "", "")
	case number && issued.Format != "" && look.Format != issued.Format:
		s.odd(OtherFormat, at, issued.Format, look.Format)
	}
}

func (s shown) look(of *cells.Survey, style int) cells.Look {
	if style < 0 || style >= len(of.Looks) {
		return cells.Look{}
	}
	return of.Looks[style]
}

// lookOf is the look that the form has at a place; the zero value where it has none.
func (s shown) lookOf(at report.Place) cells.Look {
	c, there := s.forms[at.Sheet].find(at.Row, at.Col)
	if !there {
		return cells.Look{}
	}
	return s.look(s.issued, c.style)
}

// shades looks for conditional formats that hide what is filled in.
func (s shown) shades(is *cells.Surveyed, filled grid) {
	for _, shade := range is.Shades {
		kind := Faint
		switch {
		case shade.Look.HidesText, shade.Look.Number == report.Concealed:
			kind = Concealed
		case shade.Look.Number == report.Scaled:
			kind = Scaled
		case !shade.Look.Faint:
			continue
		}
		at := slices.IndexFunc(filled, func(c styled) bool {
			return slices.ContainsFunc(shade.Cells, func(a cells.Area) bool { return a.Holds(int(c.Row), int(c.Col)) })
		})
		if at >= 0 {
			s.odd(kind, filled[at].place(s.spec.Name), "", shade.Look.Format)
		}
	}
}

// rules compares what the form takes in each column, in the rows that are filled in.
func (s shown) rules(is, was []cells.Rule) {
	is = append([]cells.Rule{{Kind: "none"}}, is...)
	found := s.painted(is)
	for _, rule := range was {
		if rule.Kind == "none" {
			continue
		}
		loose := map[int32]bool{} // by the number of the rule that holds instead
		for _, a := range rule.Cells {
			for col := a.Col; col <= min(a.LastCol, len(found)-1); col++ {
				for row := a.Row; row <= a.LastRow && row < len(found[col]); row++ {
					n := found[col][row]
					if _, known := loose[n]; !known {
						loose[n] = looser(rule, is[n])
					}
					if loose[n] {
						kind := OtherRule
						if is[n].Kind == "none" {
							kind = NoRule
						}
						s.odd(kind, report.Place{Sheet: s.spec.Name, Row: row, Col: col}, said(rule), said(is[n]))
					}
				}
			}
		}
	}
}

// mostPainted bounds the cells that a sheet's rules are spread over.
const mostPainted = 10_000_000

// painted is the number of the rule that holds in each cell, by column and row, down to
// the last row that is filled in.
func (s shown) painted(rules []cells.Rule) [][]int32 {
	at, left := make([][]int32, len(s.spec.Columns)+2), mostPainted
	for col := range at {
		at[col] = make([]int32, max(s.last[s.spec.Name], report.DataRow)+1)
	}
	for n, rule := range rules {
		for _, a := range rule.Cells {
			for col := a.Col; col <= min(a.LastCol, len(at)-1); col++ {
				for row := a.Row; row <= a.LastRow && row < len(at[col]) && left > 0; row++ {
					at[col][row] = int32(n)
					left--
				}
			}
		}
	}
	return at
}

// looser tells whether a rule takes other values than the form's, or only asks.
func looser(was, is cells.Rule) bool {
	if was.Stops && !is.Stops || was.Kind != is.Kind {
		return true
	}
	return was.Kind != "list" && was.Operator != is.Operator || !sameBound(was.From, is.From) || !sameBound(was.To, is.To)
}

func sameBound(a, b string) bool {
	x, ok := new(big.Rat).SetString(a)
	y, also := new(big.Rat).SetString(b)
	if ok && also {
		return x.Cmp(y) == 0
	}
	return bareName(a) == bareName(b)
}

// bareName is a formula or a reference without what programs write as they please.
func bareName(s string) string {
	return strings.ToUpper(strings.NewReplacer(" ", "", "'", "", "$", "", "=", "").Replace(s))
}

// said is a rule as it is told: its kind and its bounds, "" where anything is taken.
func said(r cells.Rule) string {
	if r.Kind == "none" {
		return ""
	}
	return shortened(strings.TrimSuffix(strings.Join([]string{r.Kind + " " + r.From, r.To}, " – "), " – "))
}

// names compares the form's own names, by which its drop-downs find their lists.
func (in *inspector) names(is, was []cells.DefinedName) {
	for _, name := range was {
		if strings.HasPrefix(strings.ToLower(name.Name), "_xlnm.") || name.Local {
			continue
		}
		same := func(n cells.DefinedName) bool { return strings.EqualFold(n.Name, name.Name) }
		at := slices.IndexFunc(is, same)
		if at < 0 {
			in.odd(OtherName, report.Place{}, name.Name+" = "+name.Refers, "")
			continue
		}
		for _, n := range is {
			if same(n) && (n.Local || bareName(n.Refers) != bareName(name.Refers)) {
				in.odd(OtherName, report.Place{}, name.Name+" = "+name.Refers, n.Refers)
				break
			}
		}
	}
}

// shortened is the beginning of what somebody wrote.
func shortened(s string) string {
	r := []rune(s)
	if len(r) <= told {
		return s
	}
	return string(r[:told]) + "…"
}
