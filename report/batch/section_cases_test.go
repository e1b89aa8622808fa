package batch_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"gevinst/fixtures"
	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/chapter/chaptertest"
	"gevinst/report/check"
	"gevinst/report/text"
	"gevinst/report/workbook"
	"gevinst/report/workbook/booktest"
	"gevinst/templates"
)

// sectionCase is a workbook that yields a section, and how that is issued.
type sectionCase struct {
	name     string
	file     func(t *testing.T) []byte
	previous []byte // last year's workbook, nil where there is none
	lang     report.Lang
	issue    batch.Issue
	yields   bool // a section; those of a rule may be blocked by a finding
}

// sectionCases is every section whose bytes are pinned and that the reference
// validator judges.
func sectionCases(t *testing.T) []sectionCase {
	return append(append(demoCases(), ruleCases(t)...), tryingCases()...)
}

// demoCases is the example agency in every language: as draft, as final, and with
// attachments.
func demoCases() []sectionCase {
	var all []sectionCase
	for _, lang := range report.Langs() {
		demo := func(t *testing.T) []byte { return demoFile(t, lang) }
		all = append(all,
			sectionCase{name: "demo-" + string(lang) + "-draft", file: demo, lang: lang, issue: batch.Issue{Status: batch.Draft}},
			sectionCase{name: "demo-" + string(lang) + "-final", file: demo, lang: lang, issue: batch.Issue{Status: batch.Final}},
			sectionCase{name: "demo-" + string(lang) + "-embedded", file: demo, lang: lang, issue: batch.Issue{Status: batch.Final, Embed: true}})
	}
	return all
}

// ruleCases is the workbooks of the rules' cases. Those that a finding blocks
// yield no section.
func ruleCases(t *testing.T) []sectionCase {
	t.Helper()
	scenes, err := fixtures.Scenes()
	if err != nil {
		t.Fatal(err)
	}
	var all []sectionCase
	for _, s := range scenes {
		c := sectionCase{name: s.Rule + "-" + s.Name, file: func(t *testing.T) []byte { return patched(t, s.Patch) }, lang: report.NB}
		if s.Previous != nil {
			c.previous = patched(t, s.Previous)
		}
		all = append(all, c)
	}
	return all
}

func patched(t *testing.T, patch []string) []byte {
	t.Helper()
	file, err := fixtures.Workbook(newest(t), patch)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// tryingCases is workbooks that try the page, as draft and as final.
func tryingCases() []sectionCase {
	var all []sectionCase
	for _, c := range []struct {
		name    string
		filling report.Filling
	}{
		{"smallest", approved(chaptertest.Small())},
		{"longest-names", longestNames()},
		{"below-zero", belowZero()},
		{"letters", letters()},
		{"100-measures-1000-gains", crowded(100, 1000)},
	} {
		file := func(t *testing.T) []byte { return filledIn(t, report.NB, c.filling) }
		all = append(all, sectionCase{name: c.name + "-draft", file: file, lang: report.NB, issue: batch.Issue{Status: batch.Draft}, yields: true},
			sectionCase{name: c.name + "-embedded", file: file, lang: report.NB, issue: batch.Issue{Status: batch.Final, Embed: true}, yields: true})
	}
	return all
}

func approved(f report.Filling) report.Filling {
	maps.Copy(f["virksomhet"][0], report.Record{"godkjent_av": "Direktøren", "godkjent_dato": "2018-03-01"})
	return f
}

// longestNames fills every cell of prose to the brim with words, and names with a
// word that no line holds.
func longestNames() report.Filling {
	const most = 32767 // letters in a cell of Excel
	f := approved(chaptertest.Small())
	word := strings.Repeat("Forvaltningsdigitaliseringsgevinst", 7)
	f["virksomhet"][0]["navn"] = word
	f["virksomhet"][0]["systematisk_arbeid"] = strings.Repeat("Vi går gjennom. ", most/17)
	f["tiltak"][0]["navn"] = word
	f["tiltak"][0]["beskrivelse"] = strings.Repeat("æ", most)
	f["gevinster"][0]["gevinstansvarlig"] = word
	f["gevinster"][0]["kvalitet_etter"] = strings.Repeat("Bedre og bedre. ", most/17)
	return f
}

// belowZero is a bridge below zero from its first line: the gain costs more than
// it gives, and there is a cut in the frame.
func belowZero() report.Filling {
	f := approved(chaptertest.Small())
	f["virksomhet"][0]["budsjettform"] = "BRUTTO"
	f["bevilgning"] = cutBudget()
	f["gevinster"] = append(f["gevinster"], report.Record{"gevinst_id": "G2", "tiltak_id": "T1", "gevinstklasse": "BUDSJETT", "gevinsttype": "EFFEKTIVISERING",
		"varighet": "VARIG", "metode": "FASTBELOP", "gevinstansvarlig": "Direktøren", "belop_kr": "900", "uttaksgrad_pst": "100",
		"varig_driftskostnad_kr": "12300.40", "planlagt_kr": "0", "maalt_dato": "2017-12-31", "maalt_kilde": "Regnskapet", "foert_tidligere_kr": "0",
		"nullpunkt_verdi": "10", "nullpunkt_enhet": "kroner", "nullpunkt_dato": "2016-01-01", "nullpunkt_kilde": "Regnskapet", "avvik_forklaring": "Lisensen ble dyrere."})
	return f
}

// cutBudget is a post with its general cut of 2017.
func cutBudget() []report.Record {
	return []report.Record{{"kapittel": "599", "post": "01", "betegnelse": "Driftsutgifter", "bevilgning_kr": "10000000",
		"abe_sats_pst": "0.8", "abe_kutt_kr": "80000", "kilde": "Tildelingsbrevet"}}
}

// letters has names of Sami and other letters, emoji, and the marks of other formats.
func letters() report.Filling {
	f := approved(chaptertest.Small())
	f["virksomhet"][0]["navn"] = "Sámediggi – Čáhcesuolu ŋ đ ŧ ž & <b>Sønner</b> 🙂"
	f["tiltak"][0]["navn"] = "Diehtojuohkin 👩\u200d💻 «ođđa» (=1+1) \\ % $ ﷽ 漢字"
	f["tiltak"][0]["beskrivelse"] = "Første avsnitt.\n\nAndre avsnitt med\ttabulator, a\u030a og e\u0301."
	f["gevinster"][0]["gevinstansvarlig"] = "Ánde Máret Guttorm\u00adHelander"
	return f
}

// crowded is an agency with so many measures and gains.
func crowded(measures, gains int) report.Filling {
	f := approved(chaptertest.Large(measures))
	f["bevilgning"] = cutBudget()
	f["tiltak"] = append(f["tiltak"], chaptertest.Small()["tiltak"][1])
	f["tiltak"][measures]["tiltak_id"] = "P1"
	for _, g := range f["gevinster"] {
		g["avvik_forklaring"] = "Volumet ble et annet enn ventet."
	}
	for n := len(f["gevinster"]); n < gains; n++ {
		more := maps.Clone(f["gevinster"][n%(4*measures)])
		more["gevinst_id"] += "-" + strconv.Itoa(n)
		more["nullpunkt_kilde"] = fmt.Sprintf("Regnskapet 2016, linje %d", n)
		f["gevinster"] = append(f["gevinster"], more)
	}
	return f
}

// section writes a case's files into a folder of its own below dir: PDF, HTML,
// JSON. False says that a finding blocks it.
func (c sectionCase) section(t *testing.T, dir string) ([]string, bool) {
	t.Helper()
	o := check.Options{Final: c.issue.Status == batch.Final}
	if c.previous != nil {
		o.Previous = checked(t, c.previous, check.Options{}).Outcome
		c.issue.Previous = o.Previous
	}
	e := checked(t, c.file(t), o)
	if e == nil || e.Outcome.Blocks() {
		return nil, false
	}
	var err error
	if c.issue.Voice, err = text.For(c.lang); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, c.name)
	if err := os.Mkdir(out, 0o700); err != nil {
		t.Fatal(err)
	}
	files, err := batch.Section(e, c.issue, out)
	if err != nil {
		t.Fatalf("%s: %v", c.name, err)
	}
	return files[:3], true
}

// checked is a checked workbook, nil where the file is refused.
func checked(t *testing.T, file []byte, o check.Options) *batch.Examined {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.xlsx")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	e, err := batch.Examine(context.Background(), path, o)
	var refused *workbook.Refusal
	if err != nil && !errors.As(err, &refused) {
		t.Fatal(err)
	}
	return e
}

func newest(t *testing.T) *report.Spec {
	t.Helper()
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	return sets[0]
}

func demoFile(t *testing.T, lang report.Lang) []byte {
	t.Helper()
	return booktest.Demo(t, workbook.Order{Lang: lang, Rows: few}, nil)
}

func filledIn(t *testing.T, lang report.Lang, filling report.Filling) []byte {
	t.Helper()
	return booktest.Write(t, workbook.Order{Lang: lang, Filling: filling, Rows: few})
}

// few prepared rows, since each costs time in every case.
const few = 4
