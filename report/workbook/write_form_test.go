package workbook_test

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
	"gevinst/report/text"
	"gevinst/report/workbook"
	"gevinst/report/workbook/booktest"
	"gevinst/report/workbook/ziptest"
	"gevinst/templates"
)

// TestEveryFieldIsExplained: an input message stands on every column and field in
// every language, and a drop-down's tells what each of its codes means.
func TestEveryFieldIsExplained(t *testing.T) {
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range report.Langs() {
		file := opened(t, blankIn(t, sets[0], lang))
		for i := range sets[0].Sheets {
			s := &sets[0].Sheets[i]
			if title, _ := file.GetCellValue(s.Name, "A1"); title != s.Title.In(lang) {
				t.Errorf("%s %s: A1 is %q", lang, s.Name, title)
			}
			explained(t, file, s, lang, sets[0].Codes)
		}
	}
}

func explained(t *testing.T, file *excelize.File, s *report.SheetSpec, lang report.Lang, codes map[string][]report.Choice) {
	t.Helper()
	rules, err := file.GetDataValidations(s.Name)
	if err != nil {
		t.Fatal(err)
	}
	if len(rules) != len(s.Columns) {
		t.Errorf("%s %s: %d messages for %d columns", lang, s.Name, len(rules), len(s.Columns))
		return
	}
	for i, col := range s.Columns {
		said := rules[i].Prompt
		if said == nil || !rules[i].ShowInputMessage || len(utf16.Encode([]rune(*said))) > 255 || strings.HasSuffix(*said, "…") {
			t.Errorf("%s %s.%s: the message is cut or missing", lang, s.Name, col.Key)
			continue
		}
		for _, choice := range codes[col.Codes] {
			if col.Type == report.CodeType && !strings.Contains(*said, choice.Value+" = "+choice.Label.In(lang)) {
				t.Errorf("%s %s.%s does not say what %s means: %s", lang, s.Name, col.Key, choice.Value, *said)
			}
		}
	}
}

// TestFormulasAreWithinExcel: no formula is longer or deeper than Excel takes, and
// no conditional format looks at another sheet, which older programs do not allow.
func TestFormulasAreWithinExcel(t *testing.T) {
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range report.Langs() {
		file := opened(t, blankIn(t, sets[0], lang))
		for _, sheet := range file.GetSheetList() {
			for col := 1; col <= 60; col++ {
				formula, _ := file.GetCellFormula(sheet, report.Place{Row: report.DataRow, Col: col}.Ref())
				if len(utf16.Encode([]rune(formula))) > 8192 || depth(formula) > 64 {
					t.Errorf("%s %s column %d: %d characters, %d deep", lang, sheet, col, len(formula), depth(formula))
				}
			}
			formats, _ := file.GetConditionalFormats(sheet)
			for area, all := range formats {
				for _, f := range all {
					if strings.Contains(f.Criteria, "!") {
						t.Errorf("%s %s: the format of %s looks at another sheet: %s", lang, sheet, area, f.Criteria)
					}
				}
			}
		}
	}
}

func depth(formula string) int {
	deepest, now := 0, 0
	for _, r := range formula {
		switch r {
		case '(':
			now++
			deepest = max(deepest, now)
		case ')':
			now--
		}
	}
	return deepest
}

func blankIn(t *testing.T, spec *report.Spec, lang report.Lang) []byte {
	t.Helper()
	voice, err := text.For(lang)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := workbook.Write(&b, spec, workbook.Order{Year: 2017, OrgNr: "123456785", Lang: lang, Say: voice.Say}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestGlanceIsOnePage: what is read at a glance is printed on one page.
func TestGlanceIsOnePage(t *testing.T) {
	f := opened(t, blank(t))
	for _, sheet := range []string{"Virksomhet", "Kontroll"} {
		page, err := f.GetPageLayout(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if page.FitToHeight == nil || *page.FitToHeight != 1 {
			t.Errorf("%s may run on to a second page", sheet)
		}
	}
}

// TestRowsGrowWithWhatIsTyped: no row below the heads has a height that is kept whatever is
// typed there, in any language; before that a field has room for its label, its help and,
// where a paragraph is asked for, for some lines.
func TestRowsGrowWithWhatIsTyped(t *testing.T) {
	fixed := regexp.MustCompile(`<row [^>]*customHeight[^>]*>`)
	for _, lang := range report.Langs() {
		book := booktest.Demo(t, workbook.Order{Year: 2017, Lang: lang}, nil)
		sheet := func(name string) bool { return strings.HasPrefix(name, "xl/worksheets/sheet") }
		ziptest.Edit(t, book, sheet, func(part []byte) []byte {
			for _, row := range fixed.FindAllString(string(part), -1) {
				if !strings.Contains(row, `r="4"`) {
					t.Errorf("%s: the row cuts what is typed: %s", lang, row)
				}
			}
			return part
		})
		file := opened(t, book)
		for row := report.DataRow; row < report.DataRow+20; row++ {
			height, _ := file.GetRowHeight("Virksomhet", row)
			for col, width := range map[string]int{"A": 36, "B": 62, "D": 62} {
				words, _ := file.GetCellValue("Virksomhet", col+strconv.Itoa(row))
				if need := float64(15 * ((len([]rune(words)) + width*5/4 - 1) / (width * 5 / 4))); height < need {
					t.Errorf("%s: %s%d has %v points for %q", lang, col, row, height, words)
				}
			}
		}
	}
}
