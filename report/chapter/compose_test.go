package chapter_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/chapter/chaptertest"
)

func compose(t testing.TB, lang report.Lang, f report.Filling) *chapter.Chapter {
	t.Helper()
	return chapter.Compose(chaptertest.Input(t, lang, f))
}

func tables(c *chapter.Chapter) []*chapter.Table {
	var all []*chapter.Table
	for _, b := range c.Blocks {
		if table, ok := b.(*chapter.Table); ok {
			all = append(all, table)
		}
	}
	return all
}

// figures is every number in a column of figures.
func figures(c *chapter.Chapter) []string {
	var all []string
	for _, table := range tables(c) {
		for _, row := range table.Rows {
			for i, cell := range row.Cells {
				if table.Columns[i].Kind == chapter.Figures && cell.Plain() != "" {
					all = append(all, cell.Plain())
				}
			}
		}
	}
	return all
}

// TestEveryFigureIsTraced follows each figure of the example agency's tables to
// the ledger, to a cell of the workbook, or to a sum that is worked out here by hand.
func TestEveryFigureIsTraced(t *testing.T) {
	filling := chaptertest.DemoFilling(t, report.NB)
	in := chaptertest.Input(t, report.NB, filling)
	known := map[string]bool{"–": true}
	tell := func(k report.Kroner) {
		for _, amount := range []report.Kroner{k, k.Neg()} {
			known[in.Voice.Fixed(amount.Shift(-3), 0)] = true
		}
	}
	for e := range in.Ledger.Entries() {
		tell(e.Amount)
	}
	for _, records := range filling {
		for _, record := range records {
			for key, value := range record {
				k, err := report.ParseKroner(value)
				if err != nil {
					continue
				}
				if strings.HasSuffix(key, "_kr") {
					tell(k)
				} else {
					known[in.Voice.Short(k)] = true
					known[in.Voice.Fixed(k, 2)] = true
				}
			}
		}
	}
	for sum, of := range map[string]string{
		"3080000": "planned: 1500 + 260 + 900 + 420", "2370000": "potential: 1500 + 420 + 300 + 150",
		"1830000": "BUDSJETT planned: 900 + 930", "2750000": "ALTERNATIV planned: 2400 + 350 (stopped)",
		"425000": "ANDRE_OFF planned: 250 + 175", "420000": "ANDRE_OFF realised: 240 + 180",
		"6067550": "own gross: 4372.55 + 1075 + 620", "5193040": "own extracted: 3498.04 + 1075 + 620",
		"3425000": "others planned: 425 + 3000", "3620000": "others realised: 420 + 3200",
		"3064020": "deductions: 1174.02 + 410 + 1480", "370000": "control of grants: 290 + 80",
		"-51960": "G1: 2348.04 − 2400", "80000": "G3: 980 − 900", "-10000": "G4: 240 − 250", "-310000": "G5: 620 − 930",
		"200000": "G7: 3200 − 3000", "-350000": "G15: nothing − 350", "5000": "G18: 180 − 175",
	} {
		_ = of
		tell(report.MustKroner(sum))
	}
	for _, pst := range []string{"-2,2", "8,9", "-4,0", "-33,3", "6,7", "-100,0", "2,9"} {
		known[strings.Replace(pst, "-", "\u2212", 1)] = true
	}
	known["0,98"] = true // man-years: 0.39 + 0.36 + 0.13 + 0.10
	all := figures(chapter.Compose(in))
	if len(all) < 100 {
		t.Fatalf("only %d figures", len(all))
	}
	for _, figure := range all {
		if !known[figure] {
			t.Errorf("%q comes from nowhere", figure)
		}
	}
}

// TestMissingIsNotZero finds no zero and no amount where nothing was filled in.
func TestMissingIsNotZero(t *testing.T) {
	for _, lang := range report.Langs() {
		for _, f := range []report.Filling{chaptertest.Bare(), chaptertest.Small()} {
			c := compose(t, lang, f)
			for _, figure := range figures(c) {
				if figure != "–" {
					t.Errorf("%s: the figure %s where nothing was filled in", lang, figure)
				}
			}
			if dump := chaptertest.Dump(c); regexp.MustCompile(`\b0.kroner|NOK.0\b`).MatchString(dump) {
				t.Errorf("%s: an amount of zero is said where none exists", lang)
			}
		}
	}
}

func TestSmallAmountsAreSeen(t *testing.T) {
	c := compose(t, report.NB, chaptertest.Hostile())
	for _, want := range []string{"0,4", "0,004", "−1\u00a0235", "1"} {
		if !slices.Contains(figures(c), want) {
			t.Errorf("no figure %s", want)
		}
	}
	if !strings.Contains(chaptertest.Dump(c), "Summen av dem er derfor en annen enn den viste summen") {
		t.Error("the rounded parts do not add up and no note says so")
	}
}

// TestWordsComeOutWhole lets nothing of the agency's own words be lost, and
// nothing in them act.
func TestWordsComeOutWhole(t *testing.T) {
	f := chaptertest.Hostile()
	for _, lang := range report.Langs() {
		dump := chaptertest.Dump(compose(t, lang, f))
		for _, want := range []string{f["tiltak"][0]["navn"], f["tiltak"][0]["beskrivelse"], f["virksomhet"][0]["navn"], "Andre avsnitt med tabulator."} {
			if !strings.Contains(dump, want) {
				t.Errorf("%s: lost: %q", lang, want)
			}
		}
		if strings.ContainsAny(dump, "\x00\u202e\t\r") {
			t.Errorf("%s: a control character came through", lang)
		}
	}
}

// TestNoCodeIsShown finds no value of a code list and no key of a sentence in
// what a reader reads.
func TestNoCodeIsShown(t *testing.T) {
	for _, lang := range report.Langs() {
		in := chaptertest.Input(t, lang, chaptertest.DemoFilling(t, lang))
		dump := chaptertest.Dump(chapter.Compose(in))
		for list, choices := range in.Ledger.Submission.Spec.Codes {
			for _, choice := range choices {
				if len(choice.Value) > 3 && regexp.MustCompile(`\b`+choice.Value+`\b`).MatchString(dump) {
					t.Errorf("%s: the code %s of %s is shown", lang, choice.Value, list)
				}
			}
		}
		_, body, _ := strings.Cut(dump, "{pages}")
		if at := regexp.MustCompile(`«[a-z]+\.[^»]*»|\{[a-z]+\}`).FindAllString(body, -1); len(at) > 0 {
			t.Errorf("%s: a sentence was not found or not filled: %v", lang, at)
		}
	}
}

// TestShape holds what the renderers count on.
func TestShape(t *testing.T) {
	for _, f := range []report.Filling{chaptertest.Bare(), chaptertest.Small(), chaptertest.Hostile(), chaptertest.DemoFilling(t, report.NN)} {
		c := compose(t, report.NN, f)
		if n := len(c.Cover.Summary); n < 3 || n > 5 {
			t.Errorf("the summary has %d lines", n)
		}
		seen := map[string]bool{}
		level := 0
		for _, b := range c.Blocks {
			if h, ok := b.(*chapter.Heading); ok {
				if h.Level > level+1 || seen[h.ID] {
					t.Errorf("heading %s %s breaks the order or stands twice", h.Number, h.Text)
				}
				seen[h.ID], level = true, h.Level
			}
		}
		for _, table := range tables(c) {
			if seen[table.ID] || len(table.Rows) == 0 {
				t.Errorf("%s stands twice or is empty", table.Label)
			}
			seen[table.ID] = true
			for _, row := range table.Rows {
				if len(row.Cells) != len(table.Columns) {
					t.Errorf("%s: a row of %d cells in %d columns", table.Label, len(row.Cells), len(table.Columns))
				}
			}
		}
	}
}

// TestEveryGainHasItsRow finds 4,000 gains, in the order of the workbook.
func TestEveryGainHasItsRow(t *testing.T) {
	f := chaptertest.Large(1000)
	var got []string
	for _, table := range tables(compose(t, report.NB, f)) {
		if !strings.HasPrefix(table.Caption, "Egne gevinster") && !strings.HasPrefix(table.Caption, "Gevinster som") {
			continue
		}
		for _, row := range table.Rows {
			if row.Kind == chapter.Body {
				got = append(got, row.Cells[0].Plain())
			}
		}
	}
	seen := map[string]bool{}
	for _, id := range got {
		seen[id] = true
	}
	for _, g := range f["gevinster"] {
		if !seen[g["gevinst_id"]] {
			t.Fatalf("%s has no row", g["gevinst_id"])
		}
	}
	if len(got) != len(f["gevinster"]) {
		t.Errorf("%d rows for %d gains", len(got), len(f["gevinster"]))
	}
}

func BenchmarkCompose(b *testing.B) {
	in := chaptertest.Input(b, report.NB, chaptertest.Large(120))
	b.ReportAllocs()
	for b.Loop() {
		chapter.Compose(in)
	}
}
