package cells

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"gevinst/report"
)

// Rule is what a sheet takes in some of its cells: a drop-down, a kind, bounds.
type Rule struct {
	Cells    []Area
	Kind     string // "list", "decimal", "whole", "date" and so on; "none" where anything is taken
	Operator string
	From, To string // formulas
	Stops    bool   // another value is refused, and not only asked about
}

// Shade is what a conditional format makes of cells.
type Shade struct {
	Cells []Area
	Look  Look
}

// Note is a comment on a cell.
type Note struct {
	Row, Col int
	Text     string
}

// rule takes in a start tag of a validation or a conditional format, and tells
// whether it was one.
func (s *Surveyed) rule(sc *scanner, t *token, attr map[string]string, shades []Look) (bool, error) {
	name := string(t.name)
	switch name {
	case "dataValidation":
		s.Rules, s.ruling = append(s.Rules, ruleOf(attr)), true
		return true, nil
	case "conditionalFormatting":
		s.ruling = false
		s.Shades = append(s.Shades, Shade{Cells: areas(attr["sqref"])})
		return true, nil
	case "cfRule":
		if n, err := strconv.Atoi(attr["dxfId"]); err == nil && n >= 0 && n < len(shades) && len(s.Shades) > 0 {
			s.shade(shades[n])
		}
		return true, nil
	case "dataBar", "iconSet":
		if shown := attr["showValue"]; shown != "" && !truth(shown) {
			s.shade(Look{Number: report.Concealed})
		}
		return true, nil
	case "numFmt": // of a conditional format of the newer kind, which has its style within
		if code := attr["formatCode"]; code != "" {
			s.shade(pen{format: code}.look())
		}
		return true, nil
	case "formula1", "formula2", "sqref":
		if t.empty {
			return true, nil
		}
		if !s.ruling {
			return true, s.shaded(sc, name)
		}
		text, err := sc.inner()
		last := &s.Rules[len(s.Rules)-1]
		switch name {
		case "formula1":
			last.From = text
		case "formula2":
			last.To = text
		default:
			last.Cells = areas(text)
		}
		if last.Kind == "list" {
			last.To = "" // which LibreOffice fills in
		}
		return true, err
	}
	return false, nil
}

// shade takes in what the conditional format that is open makes of its cells.
func (s *Surveyed) shade(look Look) {
	if len(s.Shades) > 0 {
		s.Shades = append(s.Shades, Shade{s.Shades[len(s.Shades)-1].Cells, look})
	}
}

// shaded reads where a conditional format of the newer kind holds, which it says last.
func (s *Surveyed) shaded(sc *scanner, name string) error {
	if name != "sqref" {
		return nil
	}
	text, err := sc.inner()
	for i := len(s.Shades) - 1; i >= 0 && len(s.Shades[i].Cells) == 0; i-- {
		s.Shades[i].Cells = areas(text)
	}
	return err
}

func ruleOf(attr map[string]string) Rule {
	r := Rule{Cells: areas(attr["sqref"]), Kind: cmp.Or(attr["type"], "none"), Operator: cmp.Or(attr["operator"], "between")}
	r.Stops = truth(attr["showErrorMessage"]) && cmp.Or(attr["errorStyle"], "stop") == "stop"
	return r
}

// areas reads a list of areas with spaces between them.
func areas(list string) []Area {
	var all []Area
	for _, one := range strings.Fields(list) {
		first, last, pair := strings.Cut(strings.ReplaceAll(one, "$", ""), ":")
		if !pair {
			last = first
		}
		var a Area
		a.Row, a.Col = parseRef([]byte(first))
		a.LastRow, a.LastCol = parseRef([]byte(last))
		if a.Row > 0 && a.LastRow >= a.Row && a.LastCol >= a.Col {
			all = append(all, a)
		}
	}
	return all
}

// surveyLaidOver finds what lies over a sheet's cells: notes, and drawings.
func (b *Book) surveyLaidOver(s *Surveyed, part string) error {
	own, err := b.readLinks(part)
	if err != nil {
		return err
	}
	if name := own.byType["drawing"]; name != "" && b.archive.has(name) {
		err := b.walk(name, func(_ *scanner, t *token, _ map[string]string) error {
			s.Drawing = s.Drawing || strings.HasSuffix(string(t.name), "Anchor") // LibreOffice writes parts that draw nothing
			return nil
		})
		if err != nil {
			return err
		}
	}
	for _, kind := range []string{"threadedComment", "comments"} {
		if name := own.byType[kind]; name != "" && b.archive.has(name) {
			if err := b.notes(s, name); err != nil {
				return err
			}
		}
	}
	slices.SortStableFunc(s.Notes, func(a, b Note) int { return cmp.Or(a.Row-b.Row, a.Col-b.Col) })
	s.Notes = slices.CompactFunc(s.Notes, func(a, b Note) bool { return a.Row == b.Row && a.Col == b.Col })
	return nil
}

// notes reads the comments of a part, of either kind.
func (b *Book) notes(s *Surveyed, part string) error {
	return b.walk(part, func(sc *scanner, t *token, attr map[string]string) error {
		switch string(t.name) {
		case "comment", "threadedComment":
			row, col := parseRef([]byte(attr["ref"]))
			s.Notes = append(s.Notes, Note{Row: row, Col: col})
		case "text":
			if t.empty || len(s.Notes) == 0 {
				return nil
			}
			text, err := sc.inner()
			s.Notes[len(s.Notes)-1].Text = strings.Join(strings.Fields(text), " ")
			return err
		}
		return nil
	})
}
