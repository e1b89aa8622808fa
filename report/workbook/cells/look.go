package cells

import (
	"strconv"
	"strings"

	"gevinst/report"
)

// Look is how a cell style shows what is in a cell.
type Look struct {
	Format    string              // code of the number format, in one spelling
	Number    report.NumberFormat // what the format makes of a number
	HidesText bool                // the format does not show words
	Faint     bool                // the letters have the colour of what is behind them, or no size
}

// faintest is the contrast of two colours (WCAG 2, 1.4.3) below which nobody reads,
// and smallest the size of letters in points.
const (
	faintest = 1.3
	smallest = 4
)

// pen is what a style is put together of.
type pen struct {
	ink, paper colour
	size       float64
	format     string
	mixed      bool // the fill is a pattern: what is behind the letters is not one colour
}

func (p pen) look() Look {
	l := Look{Format: spelt(p.format), Number: formatOf(p.format), HidesText: hidesText(p.format)}
	ink := p.ink
	if named, ok := namedInk(sections(p.format)[0].colour); ok {
		ink = named
	}
	l.Faint = contrast(ink.or(black), p.paper.or(white)) < faintest || p.size > 0 && p.size < smallest
	return l
}

// spelt is a format code without the quotes and strokes that programs put around
// single characters as they please.
func spelt(code string) string {
	return strings.ToLower(strings.NewReplacer(`\`, "", `"`, "").Replace(code))
}

// builtIn is the codes of the formats that have only a number (ECMA-376, 18.8.30).
var builtIn = map[int]string{0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
	12: "# ?/?", 13: "# ??/??", 14: "dd.mm.yyyy", 37: "#,##0_);(#,##0)", 38: "#,##0_);[Red](#,##0)", 39: "#,##0.00_);(#,##0.00)",
	40: "#,##0.00_);[Red](#,##0.00)", 48: "##0.0E+0", 49: "@"}

// stylesheet gathers the part of the styles.
type stylesheet struct {
	in     string // the list that is read
	sub    string // of a conditional style: what of it
	codes  map[int]string
	inks   []pen // fonts
	papers []pen // fills
	looks  []Look
	shades []Look // what a conditional format makes of a cell
	shade  *pen   // that is read
	themes []colour
}

// looks reads how every cell style, and every conditional one, shows a cell.
func (b *Book) looks() (styles, conditional []Look, err error) {
	own, err := b.readLinks(b.main)
	if err != nil {
		return nil, nil, err
	}
	name := own.byType["styles"]
	if name == "" || !b.archive.has(name) {
		return nil, nil, nil
	}
	s := &stylesheet{codes: map[int]string{}}
	if s.themes, err = b.theme(own.byType["theme"]); err != nil {
		return nil, nil, err
	}
	err = b.walk(name, func(_ *scanner, t *token, attr map[string]string) error {
		s.element(string(t.name), attr)
		return nil
	})
	s.shaded()
	return s.looks, s.shades, err
}

// element takes in one start tag.
func (s *stylesheet) element(name string, attr map[string]string) {
	switch name {
	case "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst":
		s.in = name
		return
	}
	switch s.in {
	case "numFmts":
		if id, err := strconv.Atoi(attr["numFmtId"]); err == nil {
			s.codes[id] = attr["formatCode"]
		}
	case "fonts":
		s.inks = put(s.inks, name, "font", func(p *pen) { s.font(p, name, attr) })
	case "fills":
		s.papers = put(s.papers, name, "fill", func(p *pen) { s.fill(p, name, attr) })
	case "cellXfs":
		if name == "xf" {
			s.looks = append(s.looks, s.style(attr).look())
		}
	case "dxfs":
		s.conditional(name, attr)
	}
}

// put begins a new pen, or changes the last.
func put(all []pen, name, begins string, change func(*pen)) []pen {
	if name == begins {
		return append(all, pen{})
	}
	if len(all) > 0 {
		change(&all[len(all)-1])
	}
	return all
}

func (s *stylesheet) font(p *pen, name string, attr map[string]string) {
	switch name {
	case "color":
		p.ink = s.colour(attr)
	case "sz":
		p.size, _ = strconv.ParseFloat(attr["val"], 64)
	}
}

func (s *stylesheet) fill(p *pen, name string, attr map[string]string) {
	switch {
	case name == "patternFill" && attr["patternType"] != "solid":
		p.mixed = true
	case name == "fgColor" && !p.mixed:
		p.paper = s.colour(attr)
	}
}

// style is a style of cells, which names its font and its fill.
func (s *stylesheet) style(attr map[string]string) pen {
	at := func(all []pen, key string) pen {
		if n, err := strconv.Atoi(attr[key]); err == nil && n >= 0 && n < len(all) {
			return all[n]
		}
		return pen{}
	}
	p := at(s.inks, "fontId")
	p.paper = at(s.papers, "fillId").paper
	id, _ := strconv.Atoi(attr["numFmtId"])
	code, known := s.codes[id]
	if !known {
		code = builtIn[id]
	}
	if code == "" && !known {
		code = "General"
	}
	p.format = code
	return p
}

// conditional reads what a conditional format changes.
func (s *stylesheet) conditional(name string, attr map[string]string) {
	switch name {
	case "dxf":
		s.shaded()
		s.shade, s.sub = &pen{format: "General"}, ""
	case "font", "fill", "border", "alignment", "protection":
		s.sub = name
	case "numFmt":
		s.sub = name
		if s.shade != nil {
			s.shade.format = attr["formatCode"]
		}
	case "color", "sz":
		if s.shade != nil && s.sub == "font" {
			s.font(s.shade, name, attr)
		}
	case "bgColor":
		if s.shade != nil && s.sub == "fill" {
			s.shade.paper = s.colour(attr)
		}
	}
}

func (s *stylesheet) shaded() {
	if s.shade != nil {
		s.shades = append(s.shades, s.shade.look())
	}
	s.shade = nil
}
