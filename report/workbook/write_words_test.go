package workbook_test

import (
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/text"
	"gevinst/templates"
)

// TestKontrollSpeaksAsTheSection: the live sums bear the words of the section's own
// calculation, and no symbols.
func TestKontrollSpeaksAsTheSection(t *testing.T) {
	lines := map[string]string{"A_tot": "total", "V": "earlier", "A": "new", "A_midler": "money", "A_tid": "time", "B1": "cofinance", "C": "oneoff",
		"for_rammekutt": "beforecut", "K": "framecut", "omdisponerbart": "reallocable", "udekket_rammekutt": "uncovered",
		"omdisponerbart_midler": "reallocmoney", "omdisponert": "used", "rest": "rest"}
	for _, lang := range report.Langs() {
		voice, err := text.For(lang)
		if err != nil {
			t.Fatal(err)
		}
		for live, printed := range lines {
			if got, want := voice.Say("workbook.control."+live), voice.Say("chapter.bridge."+printed); got != want {
				t.Errorf("%s: Kontroll says %q, the section %q", lang, got, want)
			}
		}
	}
}

// TestIssuedFieldsAreLocked: what the ministry sets is not shown as something to fill in.
func TestIssuedFieldsAreLocked(t *testing.T) {
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	file := opened(t, blank(t))
	for i, col := range sets[0].Sheet("virksomhet").Columns {
		id, err := file.GetCellStyle("Virksomhet", report.Place{Row: report.DataRow + i, Col: 2}.Ref())
		if err != nil {
			t.Fatal(err)
		}
		style, err := file.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		if style.Protection == nil || style.Protection.Locked != col.Issued {
			t.Errorf("%s: locked is not %v", col.Key, col.Issued)
		}
	}
}

// TestTablesPrintWhatIsFilledIn: each table has a print area of its own that begins
// at its headings and follows what is filled in, and its title on every page.
func TestTablesPrintWhatIsFilledIn(t *testing.T) {
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	file := opened(t, blank(t))
	areas := map[string]string{}
	for _, n := range file.GetDefinedName() {
		if n.Name == "_xlnm.Print_Area" {
			areas[n.Scope] = n.RefersTo
		}
	}
	for _, s := range sets[0].Sheets {
		if s.Kind != report.TableSheet {
			continue
		}
		if a := areas[s.Name]; !strings.HasPrefix(a, "OFFSET('"+s.Name+"'!$A$4,0,0,MAX(13,") || !strings.Contains(a, "'"+s.Name+"'!$A$5:") {
			t.Errorf("%s prints %q", s.Name, a)
		}
		head, err := file.GetHeaderFooter(s.Name)
		if err != nil || head == nil || !strings.Contains(head.OddHeader, s.Title.NB) {
			t.Errorf("%s: the page header does not say the title: %+v %v", s.Name, head, err)
		}
	}
}
