package page_test

import (
	"bytes"
	"fmt"
	"maps"
	"regexp"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/audit"
	"gevinst/report/audit/page"
	"gevinst/report/audit/page/pagetest"
	"gevinst/report/chapter"
)

func written(t *testing.T, a page.Audit, lang report.Lang) string {
	t.Helper()
	var b bytes.Buffer
	if err := page.Write(&b, a, pagetest.Voice(t, lang)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// rowsOf is every row with an anchor; the test ends where an anchor stands twice.
func rowsOf(t *testing.T, c *chapter.Chapter) map[string]chapter.Row {
	t.Helper()
	rows := map[string]chapter.Row{}
	for _, b := range c.Blocks {
		table, ok := b.(*chapter.Table)
		if !ok {
			continue
		}
		for _, r := range table.Rows {
			if _, taken := rows[r.ID]; taken && r.ID != "" {
				t.Fatalf("the anchor %s stands twice", r.ID)
			}
			rows[r.ID] = r
		}
	}
	return rows
}

func leadsTo(r chapter.Row, to string) bool {
	for _, cell := range r.Cells {
		for _, span := range cell {
			if span.To == to {
				return true
			}
		}
	}
	return false
}

// TestFromFigureToCellAndBack follows every operand of every figure to its cell or
// figure, and back; and every other link to where it leads.
func TestFromFigureToCellAndBack(t *testing.T) {
	a := pagetest.Audited(t, pagetest.Files(t, report.NB, nil), nil)
	rows := rowsOf(t, page.Compose(a, pagetest.Voice(t, report.NB)))
	cells := 0
	for _, e := range a.Trail.Document.Entries {
		figure := rows["f."+e.Key]
		if figure.Cells[3].Plain() != "det samme" {
			t.Errorf("%s is %q, not the same by both paths", e.Key, figure.Cells[3].Plain())
		}
		for _, in := range e.Inputs {
			to := ""
			switch {
			case in.Key != nil:
				to = "f." + *in.Key
			case in.Place != nil && in.Place.Cell != nil:
				to = strings.ToLower(in.Place.Sheet) + "." + *in.Place.Cell
				cells++
			default:
				continue
			}
			if !leadsTo(figure, to) || !leadsTo(rows[to], "f."+e.Key) {
				t.Errorf("%s and %s do not lead to each other", e.Key, to)
			}
		}
	}
	if cells < 20 {
		t.Fatalf("only %d cells were followed", cells)
	}
	for id, r := range rows {
		for _, cell := range r.Cells {
			for _, span := range cell {
				if _, there := rows[span.To]; !there {
					t.Errorf("the link %q of %s leads nowhere", span.To, id)
				}
			}
		}
	}
}

// TestEveryUsedCellIsThere looks for every cell that the audit saw, with what stands in it.
func TestEveryUsedCellIsThere(t *testing.T) {
	a := pagetest.Audited(t, pagetest.Files(t, report.NB, nil), nil)
	shown := written(t, a, report.NB)
	if len(a.Trail.Cells) != a.Trail.Counts.Used || len(a.Trail.Cells) < 500 {
		t.Errorf("%d cells are followed, %d are used", len(a.Trail.Cells), a.Trail.Counts.Used)
	}
	for _, c := range a.Trail.Cells {
		if ref := ">" + c.Place.Ref() + "<"; !strings.Contains(shown, ref) || c.Sheet == "" || c.Column == "" {
			t.Errorf("%s is not there", c.Place)
		}
		if c.Means == "" && c.Sheet != "departementskrav" { // where the form itself says that the answer is a table
			t.Errorf("%s means nothing: %q", c.Place, c.Raw)
		}
	}
}

// TestItSpeaks finds every sentence in every language, and the same bytes every time.
func TestItSpeaks(t *testing.T) {
	files := pagetest.Files(t, report.NB, nil)
	clean, blind := pagetest.Audited(t, files, nil), pagetest.Audited(t, files, map[string][]byte{".xlsx": nil})
	wrong := pagetest.Audited(t, files, map[string][]byte{".json": bytes.Replace(files[".json"], []byte(`"884020.00"`), []byte(`"884021.00"`), 1), ".html": nil})
	unsaid := regexp.MustCompile(`«[a-z0-9_]+(\.[a-z0-9_]+)+»|\{[a-z]+\}`)
	for _, lang := range report.Langs() {
		for _, a := range []page.Audit{clean, blind, wrong} {
			first := written(t, a, lang)
			if m := unsaid.FindString(first); m != "" {
				t.Errorf("%s: %s is not said", lang, m)
			}
			if first != written(t, a, lang) {
				t.Errorf("%s: the same audit gives two pages", lang)
			}
		}
	}
}

// TestAFigureIsNamedInThePagesLanguage sets the audit of a report in nynorsk in English:
// the figures and their operands are named in English, what is printed is quoted.
func TestAFigureIsNamedInThePagesLanguage(t *testing.T) {
	a := pagetest.Audited(t, pagetest.Files(t, report.NN, nil), nil)
	rows := rowsOf(t, page.Compose(a, pagetest.Voice(t, report.EN)))
	said := rows["f.gevinst/G1/brutto"].Cells
	if !strings.HasPrefix(said[0].Plain(), "Gross gain (brutto)") || !strings.HasPrefix(said[4].Plain(), "hours × hourly cost: Freed hours 9,100\u00a0hours") {
		t.Errorf("the figure is told as %q of %q", said[0].Plain(), said[4].Plain())
	}
	if printed := rows["p.1"].Cells[0]; len(printed) == 0 || printed[0].Lang != "nn-NO" {
		t.Errorf("what is printed is not marked as nynorsk: %v", printed)
	}
	if a.Trail.Document.Entries[0].Name != a.Trail.Figures[0].Entry.Name || a.Trail.Document.Language != report.NN {
		t.Error("what the audit saw was changed")
	}
}

// TestADifferenceStandsWithBothValues changes the JSON, and looks for the exception
// with its values and its links, and for the figure that is not the same.
func TestADifferenceStandsWithBothValues(t *testing.T) {
	files := pagetest.Files(t, report.NB, nil)
	a := pagetest.Audited(t, files, map[string][]byte{".json": bytes.Replace(files[".json"], []byte(`"amount": "4372550.00"`), []byte(`"amount": "4372551.00"`), 1)})
	if a.Verdict.Level != audit.Differs {
		t.Fatalf("%s", a.Verdict.Level)
	}
	c := page.Compose(a, pagetest.Voice(t, report.NB))
	if said := c.Cover.Summary[0].Plain(); !strings.Contains(said, "sluttkode 1") {
		t.Errorf("the verdict is %q", said)
	}
	for _, col := range c.Blocks[1].(*chapter.Table).Columns {
		if !col.Breaks {
			t.Errorf("the hashes under %q push the other column off the screen", col.Title)
		}
	}
	rows := rowsOf(t, c)
	first := rows["e.1"]
	found := false
	for _, r := range rows {
		if strings.HasPrefix(r.ID, "e.") && leadsTo(r, "f.gevinst/G1/brutto") {
			found = found || r.Cells[2].Plain() == "4372551.00" && r.Cells[3].Plain() == "4372550.00"
		}
	}
	if !found {
		t.Errorf("no exception leads to the figure with both values: %v", first)
	}
	figure := rows["f.gevinst/G1/brutto"]
	if figure.Cells[3][0].To == "" || !strings.HasPrefix(figure.Cells[2].Plain(), "4\u00a0372\u00a0551") || !strings.HasPrefix(figure.Cells[3].Plain(), "4\u00a0372\u00a0550") {
		t.Errorf("the figure does not show the difference: %v", figure.Cells)
	}
}

// TestWhatCannotBeDoneIsSaid audits a report without its workbook.
func TestWhatCannotBeDoneIsSaid(t *testing.T) {
	a := pagetest.Audited(t, pagetest.Files(t, report.NB, nil), map[string][]byte{".xlsx": nil})
	c := page.Compose(a, pagetest.Voice(t, report.NB))
	if len(c.Cover.Summary) < 2 || !strings.Contains(c.Cover.Summary[0].Plain(), "sluttkode 3") || !strings.Contains(c.Cover.Summary[1].Plain(), "--workbook") {
		t.Errorf("the page says %v", c.Cover.Summary)
	}
	if shown := written(t, a, report.NB); !strings.Contains(shown, "Ingen arbeidsbok kunne leses.") || strings.Contains(shown, "regnet ut på nytt fra cellene") {
		t.Error("the page claims what was not done")
	}
}

// TestHostileWordsStayWords fills a workbook with markup and with what turns text round.
func TestHostileWordsStayWords(t *testing.T) {
	const hostile = "</td></tr></table><script>alert(1)</script>\u202e\"' onload=x =HYPERLINK(\"http://x\")"
	files := pagetest.Files(t, report.NB, func(f report.Filling) {
		f["gevinster"][0]["maalt_kilde"], f["tiltak"][0]["navn"], f["gevinster"][0]["gevinst_id"] = hostile, hostile, "G1 <b>"
	})
	shown := written(t, pagetest.Audited(t, files, nil), report.NB)
	for _, bad := range []string{"<script", "\u202e", "<b>", "http-equiv=\"refresh", " src="} {
		if strings.Contains(shown, bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
	if !strings.Contains(shown, "[U+202E]") || !strings.Contains(shown, "&lt;script&gt;") {
		t.Error("what stands in the cell is not to be seen")
	}
}

// TestManyTermsHaveATableOfTheirOwn: the sum of many gains does not stretch its row; each
// term stands below, with its amount and a link to where it comes from.
func TestManyTermsHaveATableOfTheirOwn(t *testing.T) {
	a := pagetest.Audited(t, pagetest.Files(t, report.NB, func(f report.Filling) {
		for i := range 20 {
			one := maps.Clone(f["gevinster"][0])
			one["gevinst_id"] = fmt.Sprint("X", i)
			f["gevinster"] = append(f["gevinster"], one)
		}
	}), nil)
	c := page.Compose(a, pagetest.Voice(t, report.NB))
	rows := rowsOf(t, c)
	sum := rows["f.A_tot"]
	if !leadsTo(sum, "o.A_tot") || leadsTo(sum, "f.gevinst/X3/netto") || !strings.Contains(sum.Cells[4].Plain(), "23 ledd") {
		t.Errorf("the row of the sum says %q", sum.Cells[4].Plain())
	}
	for _, b := range c.Blocks {
		if table, ok := b.(*chapter.Table); ok && table.Rows[0].ID == "o.A_tot" {
			if len(table.Rows) != 23 || !leadsTo(table.Rows[6], "f.gevinst/X3/netto") || !strings.HasPrefix(table.Rows[6].Cells[1].Plain(), "2\u00a0348\u00a0040") {
				t.Errorf("%d terms, the seventh %+v", len(table.Rows), table.Rows[6])
			}
			return
		}
	}
	t.Error("no table has the terms")
}

// TestADifferenceFarOutIsSeen changes the twentieth decimal of a figure without an end: it
// stands whole on both sides, where others are cut off to be read.
func TestADifferenceFarOutIsSeen(t *testing.T) {
	files := pagetest.Files(t, report.NB, func(f report.Filling) { f["gevinster"][0]["volum"] = "42001" })
	const hours = `"amount": "9100.216666666666666666666667"`
	if !bytes.Contains(files[".json"], []byte(hours)) {
		t.Fatal("the hours are others")
	}
	changed := bytes.Replace(files[".json"], []byte(hours), []byte(`"amount": "9100.216666666666666667666667"`), 1)
	for name, c := range map[string]struct {
		changed         map[string][]byte
		reported, again string
	}{
		"untouched": {nil, "9\u00a0100,216667…\u00a0timer", "det samme"},
		"far out":   {map[string][]byte{".json": changed}, "9\u00a0100,216666666666666667666667\u00a0timer", "9\u00a0100,216666666666666666666667\u00a0timer"},
	} {
		row := rowsOf(t, page.Compose(pagetest.Audited(t, files, c.changed), pagetest.Voice(t, report.NB)))["f.gevinst/G1/timer"]
		if row.Cells[2].Plain() != c.reported || row.Cells[3].Plain() != c.again {
			t.Errorf("%s: %q and %q", name, row.Cells[2].Plain(), row.Cells[3].Plain())
		}
	}
}
