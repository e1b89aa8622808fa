package cells

import (
	"path"
	"slices"
	"strconv"
	"strings"
)

// Survey is what a workbook holds beside its cells and may hide from whoever
// looks at it in a spreadsheet.
type Survey struct {
	Sheets   []Surveyed    // as Book.Sheets
	Names    []DefinedName // in the order of the file
	Outside  []string      // addresses of what is fetched from outside, without links that a person clicks, sorted
	Macros   bool
	Queries  bool   // data connections or query tables
	Looks    []Look // what each cell style shows, by its number
	Modified string // when a program last saved it, in ISO 8601; "" where it does not say
	AsShown  bool   // a spreadsheet program cuts numbers down to what it shows of them

	shades []Look // of conditional formats, by their number
}

// Surveyed is a sheet as it is shown.
type Surveyed struct {
	State     string // "visible", "hidden" or "veryHidden"
	Protected bool
	Rows      []int // hidden rows
	Columns   []int // hidden columns
	Rules     []Rule
	Shades    []Shade
	Notes     []Note // by row and column
	Drawing   bool   // a picture, a chart or a shape lies on the sheet
	NoZeros   bool   // a cell that holds zero looks empty

	ruling bool // what was read last was a rule
}

// DefinedName is a name for cells.
type DefinedName struct {
	Name, Refers string
	Local        bool // it holds on one sheet only
}

// Survey looks at the parts that Open and Cells pass by.
func (b *Book) Survey() (*Survey, error) {
	s := &Survey{}
	for name := range b.archive.parts {
		s.Macros = s.Macros || path.Base(name) == "vbaproject.bin"
		s.Queries = s.Queries || name == "xl/connections.xml" || strings.HasPrefix(name, "xl/querytables/")
	}
	for _, survey := range []func(*Survey) error{b.surveyLinks, b.surveyNames, b.surveyLooks, b.surveySheets, b.surveyTimes} {
		if err := survey(s); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func (b *Book) surveyLooks(s *Survey) error {
	styles, shades, err := b.looks()
	s.Looks, s.shades = styles, shades
	return err
}

// surveyLinks finds what lies outside the file. Links that a person clicks are
// no part of what is read.
func (b *Book) surveyLinks(s *Survey) error {
	told := map[string]bool{}
	for name := range b.archive.parts {
		if path.Ext(name) != ".rels" {
			continue
		}
		err := b.walk(name, func(_ *scanner, _ *token, attr map[string]string) error {
			if attr["TargetMode"] == "External" && path.Base(attr["Type"]) != "hyperlink" {
				s.Outside = append(s.Outside, attr["Target"])
				told[name] = true
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	for name, part := range b.archive.parts { // what another workbook last said is kept in a part of its own
		if path.Dir(name) == "xl/externallinks" && !told["xl/externallinks/_rels/"+path.Base(name)+".rels"] {
			s.Outside = append(s.Outside, part.Name)
		}
	}
	slices.Sort(s.Outside)
	return nil
}

func (b *Book) surveyNames(s *Survey) error {
	root, err := b.readLinks("")
	if err != nil {
		return err
	}
	name := root.byType["officeDocument"]
	if name == "" {
		name = "xl/workbook.xml"
	}
	return b.walk(name, func(sc *scanner, t *token, attr map[string]string) error {
		switch string(t.name) {
		case "sheet":
			if t.own {
				s.Sheets = append(s.Sheets, Surveyed{State: orVisible(attr["state"])})
			}
		case "calcPr":
			full := attr["fullPrecision"]
			s.AsShown = full != "" && !truth(full)
		case "definedName":
			if t.empty {
				return nil
			}
			refers, err := sc.inner()
			s.Names = append(s.Names, DefinedName{Name: attr["name"], Refers: refers, Local: attr["localSheetId"] != ""})
			return err
		}
		return nil
	})
}

func orVisible(state string) string {
	if state == "" {
		return "visible"
	}
	return state
}

func (b *Book) surveySheets(s *Survey) error {
	for i := range b.Sheets {
		sheet, row, hidden := &s.Sheets[i], 0, shade{}
		err := b.walk(b.Sheets[i].part, func(sc *scanner, t *token, attr map[string]string) error {
			if seen, err := sheet.rule(sc, t, attr, s.shades); seen {
				return err
			}
			switch string(t.name) {
			case "sheetView":
				zeros := attr["showZeros"]
				sheet.NoZeros = sheet.NoZeros || zeros != "" && !truth(zeros)
			case "sheetProtection":
				sheet.Protected = truth(attr["sheet"])
			case "col":
				hidden.run(t)
			case "row":
				row++
				if n, err := strconv.Atoi(attr["r"]); err == nil {
					row = n
				}
				if hides(t) {
					sheet.Rows = append(sheet.Rows, row)
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		sheet.Columns = hidden.columns.all(maxColumns)
		if err := b.surveyLaidOver(sheet, b.Sheets[i].part); err != nil {
			return err
		}
	}
	return nil
}

func (b *Book) surveyTimes(s *Survey) error {
	const name = "docProps/core.xml"
	if !b.archive.has(name) {
		return nil
	}
	return b.walk(name, func(sc *scanner, t *token, _ map[string]string) error {
		if string(t.name) != "modified" || t.empty {
			return nil
		}
		text, err := sc.inner()
		s.Modified = strings.TrimSpace(text)
		return err
	})
}
