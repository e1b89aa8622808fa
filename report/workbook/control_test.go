package workbook_test

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
	"gevinst/report/check"
	"gevinst/report/text"
	"gevinst/report/workbook"
	"gevinst/report/workbook/booktest"
	"gevinst/templates"
)

// demo writes the example agency's workbook after edit has worked on it.
func demo(t *testing.T, edit func(report.Filling)) []byte {
	t.Helper()
	return booktest.Demo(t, workbook.Order{Year: 2017, Rows: 60}, edit)
}

// brokenRows are copies of the example's rows, each with one thing wrong that
// blocks: sheet, row of the example, and what is changed.
var brokenRows = []struct {
	sheet string
	like  int
	with  string
}{
	// V-007 and the other rules that speak where something is missing
	{"tiltak", 1, "navn="}, {"tiltak", 1, "navn=' "}, {"tiltak", 1, "digital_vurdering="}, {"tiltak", 1, "startdato="}, {"tiltak", 0, "medfin_tilsagn_kr="},
	{"gevinster", 0, "gevinstansvarlig="}, {"gevinster", 0, "nullpunkt_dato="}, {"gevinster", 0, "volum="}, {"gevinster", 2, "kostnad_etter_kr="},
	{"gevinster", 0, "uttaksgrad_pst="}, {"gevinster", 0, "varig_driftskostnad_kr="}, {"gevinster", 0, "maalt_kilde="}, {"gevinster", 0, "varighet="},
	{"omdisponering", 0, "prioritert_omraade="}, {"tjenester", 0, "videre="}, {"bevilgning", 0, "bevilgning_kr="}, {"departementskrav", 0, "svar_tekst="},
	// V-005, V-008, V-011, N-001, N-002: no value of its kind
	{"bevilgning", 0, "kapittel=0"}, {"bevilgning", 0, "kapittel=12.5"}, {"bevilgning", 0, "post=100"}, {"engangskostnader", 0, "aar='i fjor"},
	{"tiltak", 1, "status='PÅBEGYNT"}, {"tiltak", 1, "startdato='1. mars"}, {"gevinster", 0, "volum='42 000"}, {"gevinster", 0, "timekostnad_kr=#REF!"},
	{"tjenestekjeder", 0, "partner_orgnr='123456789"}, {"tjenestekjeder", 0, "partner_orgnr='12345"},
	// T-005
	{"tiltak", 1, "tiltak_id=T1"}, {"tiltak", 1, "tiltak_id=t2"}, {"gevinster", 0, "tiltak_id=t3"}, {"gevinster", 0, "tiltak_id=T99"}, {"prisindeks", 0, "aar=2016"},
	{"tiltak", 1, "tjeneste_id=S99"}, {"tjenester", 0, "plan_ref=P99"},
	// T-006, G-004, G-013, G-014, G-008, G-009, G-010
	{"tiltak", 1, "startdato=2018-02-01"}, {"tiltak", 1, "effekt_fra=2015-01-01"}, {"gevinster", 0, "nullpunkt_dato=2017-01-01"},
	{"gevinster", 0, "tiltak_id=T12"}, {"gevinster", 2, "prisaar=2011"}, {"gevinster", 0, "uttaksgrad_pst=101"}, {"gevinster", 0, "uttaksgrad_pst=-1"},
	{"gevinster", 0, "planlagt_kr=1000000"}, {"gevinster", 0, "tiltak_id=OLD foert_tidligere_kr="},
	// and what is unusual and right
	{"gevinster", 0, "foert_tidligere_kr="}, {"gevinster", 2, "prisaar="}, {"gevinster", 0, "tiltak_id=OLD foert_tidligere_kr=2000000"}, {"gevinster", 0, "tiltak_id='T1 "},
	{"tjenestekjeder", 0, "partner_orgnr='123 456 785"}, {"bevilgning", 0, "post='05"}, {"tjenester", 0, "digital_status='Delvis digital"}, {"gevinster", 0, "planlagt_kr=1000000 avvik_forklaring=fordi"},
}

func breakRows(f report.Filling) {
	old := maps.Clone(f["tiltak"][1])
	maps.Copy(old, report.Record{"tiltak_id": "OLD", "startdato": "2015-01-01", "effekt_fra": "2016-01-01"})
	undated := maps.Clone(f["tiltak"][1])
	maps.Copy(undated, report.Record{"tiltak_id": "UNDATED", "effekt_fra": ""})
	f["tiltak"] = append(f["tiltak"], old, undated)
	ids := map[string]string{"tiltak": "tiltak_id", "gevinster": "gevinst_id", "omdisponering": "linje_id", "tjenester": "tjeneste_id", "departementskrav": "krav_id"}
	for i, b := range brokenRows {
		row := maps.Clone(f[b.sheet][b.like])
		if id, ok := ids[b.sheet]; ok {
			row[id] = "X" + strconv.Itoa(i)
		}
		for _, change := range strings.SplitAfter(b.with, " ") {
			column, value, ok := strings.Cut(change, "=")
			if ok {
				row[column] = strings.TrimSuffix(value, " ")
			}
			if strings.HasPrefix(value, "'") {
				row[column] = strings.TrimPrefix(b.with, column+"=")
				break
			}
		}
		f[b.sheet] = append(f[b.sheet], row)
	}
	undatedGain := maps.Clone(f["gevinster"][0])
	maps.Copy(undatedGain, report.Record{"gevinst_id": "U1", "tiltak_id": "UNDATED"})
	f["gevinster"] = append(f["gevinster"], undatedGain)
	maps.Copy(f["virksomhet"][0], report.Record{"orgnr": "'123456789", "navn": "", "aarsverk": "'mange", "rapportdel": "'V", "godkjent_dato": "'i går"})
}

// TestRowCheckSaysWhatCheckSays has LibreOffice calculate rows that each have one
// thing wrong: a row's live check says OK where check finds nothing that blocks
// there, and something else where it does.
func TestRowCheckSaysWhatCheckSays(t *testing.T) {
	saved := resave(t, demo(t, breakRows))
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	out := examine(t, saved, sets)
	blocked := rowsWithFindings(out)
	file := opened(t, saved)
	seen := 0
	for _, s := range sets[0].Sheets {
		if s.Kind != report.TableSheet && s.Kind != report.FormSheet {
			continue
		}
		for row, said := range rowChecks(t, file, s.Name) {
			at := report.Place{Sheet: s.Name, Row: row}
			if said == "OK" == (blocked[at] != "") {
				t.Errorf("%s row %d says %q, check says %q", s.Name, row, said, blocked[at])
			}
			if said != "OK" {
				seen++
			}
			delete(blocked, at)
		}
	}
	for at, rule := range blocked {
		t.Errorf("%s row %d says nothing, check says %q", at.Sheet, at.Row, rule)
	}
	if seen < 45 {
		t.Errorf("only %d rows say that something is wrong", seen)
	}
	compareTotals(t, saved, out)
}

// rowsWithFindings are the rows in which check finds something that blocks or is
// missing, and those that an identifier is shared with.
func rowsWithFindings(out *check.Outcome) map[report.Place]string {
	rows := map[report.Place]string{}
	for _, f := range out.Findings {
		if f.Severity != report.Error && f.Variant != "missing" && f.Variant != "choice" && f.Variant != "case" || strings.HasPrefix(f.Rule, "O-00") && f.Variant == "" {
			continue
		}
		places := append([]report.Place{f.Place}, f.More...)
		if f.Rule == "T-005" {
			places = append(places, f.Related...)
		}
		for _, p := range places {
			rows[report.Place{Sheet: p.Sheet, Row: p.Row}] += f.Rule + " " + f.Variant + " "
		}
	}
	return rows
}

// rowChecks is what the check column of a sheet says, by row; silent rows are left out.
func rowChecks(t *testing.T, file *excelize.File, sheet string) map[int]string {
	t.Helper()
	rows, err := file.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	col := slices.Index(rows[report.KeyRow-1], workbook.CheckColumn)
	if col < 0 {
		t.Fatalf("%s has no check column", sheet)
	}
	said := map[int]string{}
	for i := report.DataRow - 1; i < len(rows); i++ {
		if col < len(rows[i]) && rows[i][col] != "" {
			said[i+1] = rows[i][col]
		}
	}
	return said
}

// compareTotals holds each total of Kontroll against the ledger's.
func compareTotals(t *testing.T, saved []byte, out *check.Outcome) {
	t.Helper()
	control := controlSheet(t, saved)
	n := 0
	for e := range out.Ledger.Entries() {
		value, ok := control[e.Key]
		if !ok {
			continue
		}
		n++
		got, err := report.ParseKroner(value)
		if err != nil || got.Round(2).Cmp(e.Amount.Round(2)) != 0 {
			t.Errorf("Kontroll %s is %q, the ledger has %s", e.Key, value, e.Amount)
		}
	}
	if n < 15 {
		t.Errorf("only %d totals compared", n)
	}
}

// TestStatusIsHonest: what the totals forbid shows in the status, a gain whose
// earlier amount is unknown counts nowhere, and nothing is called ready before all
// of it is filled in.
func TestStatusIsHonest(t *testing.T) {
	cases := []struct {
		status string
		edit   func(report.Filling)
	}{
		{"ready", func(report.Filling) {}},
		{"overused", func(f report.Filling) { f["omdisponering"][0]["belop_kr"] = "900000" }},
		{"overbought", func(f report.Filling) { f["omdisponering"][0]["art"] = "KJOP" }},
		{"notready", func(f report.Filling) { f["virksomhet"][0]["navn"] = "" }},
		{"notready", func(f report.Filling) { // G-010: the gain began last year and nobody says what was reported
			f["tiltak"][0]["effekt_fra"] = "2016-06-01"
			f["gevinster"][0]["nullpunkt_dato"] = "2016-01-31"
			f["gevinster"][0]["foert_tidligere_kr"] = ""
		}},
	}
	var files [][]byte
	for _, c := range cases {
		files = append(files, demo(t, c.edit))
	}
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	voice, err := text.For(report.NB)
	if err != nil {
		t.Fatal(err)
	}
	for i, saved := range resaveAll(t, files...) {
		if got, want := controlSheet(t, saved)["status"], voice.Say("workbook.control."+cases[i].status); got != want {
			t.Errorf("%d: status is %q, want %q", i, got, want)
		}
		out := examine(t, saved, sets)
		if ready := cases[i].status == "ready"; ready == out.Blocks() {
			t.Errorf("%d: status is %s and check blocks: %v", i, cases[i].status, out.Blocks())
		}
		compareTotals(t, saved, out)
	}
}
