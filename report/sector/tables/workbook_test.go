package tables_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/sector/tables"
)

// hostile is a report with whatever a table may stumble over.
func hostile(t testing.TB) *batch.Document {
	d := sample(t)[0]
	long := strings.Repeat("æ😀", 16_000)
	texts := []string{"=cmd|'/C calc'!A0", "+47 22 00 00 00", "-2+3", "@SUM(A1)", "\t=1", "a\r\nb\rc", "nul\x00 esc\x1b[31m", "_x0041_x0042_ _x005F_",
		"<b>&amp;</b> \"x\"; y", "  rom  ", "Sámi áššit ŧ", "\ufffe", long}
	d.Records = map[string][]batch.Row{"virksomhet": d.Records["virksomhet"]}
	for i, words := range texts {
		d.Records["regelverk"] = append(d.Records["regelverk"], batch.Row{Row: 5 + i, Values: report.Record{"regelverk": words, "behov": words, "status": "INGEN"}})
	}
	for i, amount := range []string{"0", "-0.005", "1234567.333333333333333333", "123456789012345678", "0.000000000000000000123456", "-99999999999999.995", "1" + strings.Repeat("0", 305)} {
		d.Records["bevilgning"] = append(d.Records["bevilgning"], batch.Row{Row: 5 + i, Values: report.Record{"kapittel": "599", "post": "01", "bevilgning_kr": amount, "abe_sats_pst": "0.8"}})
	}
	d.Records["planer"] = []batch.Row{{Row: 5, Values: report.Record{"plan_id": "007", "tittel": "x", "vedtatt_dato": "1899-12-31", "gjelder_til": "2018-02-28"}}}
	d.Gains, d.Measures = nil, nil
	return d
}

// fromFile is a table's rows as text from the SQLite file, "" for NULL, by the keys asked for.
func fromFile(t testing.TB, folder, table string, keys []string) [][]string {
	t.Helper()
	db := database(t, folder)
	own := map[string]bool{}
	for _, row := range asked(t, db, "SELECT name FROM pragma_table_info(?)", table) {
		own[row[0]] = true
	}
	names := make([]string, len(keys))
	for i, key := range keys {
		from := "innlevering"
		if own[key] {
			from = "t"
		}
		names[i] = fmt.Sprintf("COALESCE(%s.%q, '')", from, key)
	}
	if table == "innlevering" {
		return asked(t, db, "SELECT "+strings.Join(names, ", ")+" FROM innlevering t ORDER BY rapportaar, orgnr")
	}
	if !slices.ContainsFunc(keys, func(key string) bool { return !own[key] }) {
		return asked(t, db, "SELECT "+strings.Join(names, ", ")+" FROM "+table+" t ORDER BY rowid")
	}
	order := " ORDER BY t.rapportaar, t.orgnr"
	if own["rad"] {
		order += ", t.rad"
	}
	return asked(t, db, "SELECT "+strings.Join(names, ", ")+" FROM "+table+" t JOIN innlevering ON innlevering.orgnr = t.orgnr AND innlevering.rapportaar = t.rapportaar"+order)
}

// TestCSVSaysTheSame compares every CSV file with the SQLite file.
func TestCSVSaysTheSame(t *testing.T) {
	for _, all := range [][]*batch.Document{sample(t), {hostile(t)}} {
		folder := written(t, report.NB, all)
		for _, table := range build(t, report.NB, all).All() {
			data, err := os.ReadFile(filepath.Join(folder, tables.CSVFolder, table.Key+".csv"))
			if err != nil {
				t.Fatal(err)
			}
			r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
			r.Comma = ';'
			rows, err := r.ReadAll()
			if err != nil {
				t.Fatalf("%s: %v", table.Key, err)
			}
			numbers := map[string]bool{}
			for _, c := range table.Columns {
				numbers[c.Key] = c.Decimal()
			}
			want := fromFile(t, folder, table.Key, rows[0])
			if len(rows)-1 != len(want) {
				t.Errorf("%s has %d rows, not %d", table.Key, len(rows)-1, len(want))
				continue
			}
			for i, row := range rows[1:] {
				for j, cell := range row {
					if numbers[rows[0][j]] {
						cell = strings.Replace(cell, ",", ".", 1)
					} else if strings.ContainsAny(cell[:min(1, len(cell))], "=+-@\t") {
						t.Errorf("%s row %d: %q runs", table.Key, i, cell)
					}
					if cell = strings.TrimPrefix(cell, "'"); cell != want[i][j] {
						t.Errorf("%s row %d %s: %.60q, not %.60q", table.Key, i, rows[0][j], cell, want[i][j])
					}
				}
			}
		}
	}
}

// shown is what a cell of the workbook must hold for a value of the file.
func shown(c tables.Column, value string) string {
	switch {
	case value == "":
		return ""
	case c.Type == report.DateType:
		day, err := time.Parse(time.DateOnly, value)
		if err != nil || day.Year() < 1901 {
			return value
		}
		return fmt.Sprint(int(day.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours()) / 24)
	default:
		return value
	}
}

// sameNumber tells whether a cell is the number to fifteen significant digits, and
// whether it is the number itself.
func sameNumber(cell, value string) (close, same bool) {
	a, ok1 := new(big.Rat).SetString(cell)
	b, ok2 := new(big.Rat).SetString(value)
	if !ok1 || !ok2 {
		return false, false
	}
	difference := new(big.Rat).Sub(a, b)
	most := new(big.Rat).Mul(new(big.Rat).Abs(b), new(big.Rat).SetFrac64(5, 1_000_000_000_000_000))
	return difference.Abs(difference).Cmp(most) <= 0, difference.Sign() == 0
}

// TestWorkbookSaysTheSame reads the workbook back and compares every cell with the
// SQLite file.
func TestWorkbookSaysTheSame(t *testing.T) {
	for _, all := range [][]*batch.Document{sample(t), {hostile(t)}} {
		folder := written(t, report.NB, all)
		file, err := excelize.OpenFile(filepath.Join(folder, tables.WorkbookFile))
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		made := build(t, report.NB, all)
		for _, table := range made.All() {
			rows, err := file.GetRows(table.Sheet, excelize.Options{RawCellValue: true})
			if err != nil {
				t.Fatal(err)
			}
			compareSheet(t, folder, table, made.SheetColumns(table), rows)
		}
	}
}

func compareSheet(t *testing.T, folder string, table tables.Table, columns []tables.Column, rows [][]string) {
	t.Helper()
	heads := make([]string, len(columns))
	var keys []string
	for i, c := range columns {
		heads[i] = c.Label
		if c.Key != "eksakt" {
			keys = append(keys, c.Key)
		}
	}
	if !slices.Equal(rows[0], heads) || len(slices.Compact(slices.Sorted(slices.Values(heads)))) != len(heads) {
		t.Errorf("%s has the heads %q", table.Key, rows[0])
	}
	want := fromFile(t, folder, table.Key, keys)
	if len(rows)-1 != len(want) {
		t.Errorf("%s has %d rows, not %d", table.Key, len(rows)-1, len(want))
		return
	}
	for i, row := range rows[1:] {
		row = append(row, make([]string, len(columns)-len(row))...)
		at := slices.IndexFunc(columns, func(c tables.Column) bool { return c.Key == "eksakt" })
		next := 0
		for j, c := range columns {
			if c.Key == "eksakt" {
				continue
			}
			value := want[i][next]
			next++
			if c.Decimal() && value != "" {
				close, same := sameNumber(row[j], value)
				if noted := strings.Contains(row[at], c.Key+" = "+strings.Replace(value, ".", ",", 1)); !close || same == noted {
					t.Errorf("%s row %d %s: %s for %s, and %q", table.Key, i, c.Key, row[j], value, row[at])
				}
				continue
			}
			if value := shown(c, value); row[j] != value && !wasCut(row[j], value) {
				t.Errorf("%s row %d %s: %.60q, not %.60q", table.Key, i, c.Key, row[j], value)
			}
		}
	}
}

// wasCut tells whether a cell holds the beginning of a text, as much as a cell can,
// and says so.
func wasCut(cell, value string) bool {
	const mark = " … [avkortet: en celle i Excel rommer ikke mer; hele teksten står i CSV- og SQLite-filene]"
	kept, marked := strings.CutSuffix(cell, mark)
	size := 0
	for _, r := range cell {
		size += len([]rune{r})
		if r > 0xffff {
			size++
		}
	}
	return marked && strings.HasPrefix(value, kept) && size <= 32_767 && size > 32_760
}

// TestHeadsBreakBetweenWords: no word of a head is wider than its column, and whose a
// row is stands on every printed page.
func TestHeadsBreakBetweenWords(t *testing.T) {
	all := sample(t)
	file, err := excelize.OpenFile(filepath.Join(written(t, report.NB, all), tables.WorkbookFile))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	titles := map[string]string{}
	for _, name := range file.GetDefinedName() {
		if name.Name == "_xlnm.Print_Titles" {
			titles[name.Scope] = name.RefersTo
		}
	}
	for _, table := range build(t, report.NB, all).All() {
		if want := "'" + table.Sheet + "'!$A:$B,'" + table.Sheet + "'!$1:$1"; titles[table.Sheet] != want {
			t.Errorf("%s prints %q on every page, not %q", table.Sheet, titles[table.Sheet], want)
		}
		heads, err := file.GetRows(table.Sheet)
		if err != nil || len(heads) == 0 {
			t.Fatal(table.Sheet, err)
		}
		for i, head := range heads[0] {
			width, err := file.GetColWidth(table.Sheet, report.ColumnName(i+1))
			if err != nil {
				t.Fatal(err)
			}
			for _, word := range strings.Fields(head) {
				if n := len([]rune(word)); width < float64(n)+3 {
					t.Errorf("%s: %q is %d letters wide, its column %.0f", table.Sheet, word, n, width)
				}
			}
		}
	}
}

// TestSheetsAreReadyToUse: heads in sight, a filter over all rows, no formula
// anywhere, and text that stays text.
func TestSheetsAreReadyToUse(t *testing.T) {
	all := []*batch.Document{hostile(t)}
	folder := written(t, report.NB, all)
	file, err := excelize.OpenFile(filepath.Join(folder, tables.WorkbookFile))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if first := file.GetSheetList()[0]; first != "Om" {
		t.Errorf("the first sheet is %s", first)
	}
	filters := map[string]string{}
	for _, name := range file.GetDefinedName() {
		if name.Name == "_xlnm._FilterDatabase" {
			filters[name.Scope] = name.RefersTo
		}
	}
	for _, table := range build(t, report.NB, all).All() {
		panes, err := file.GetPanes(table.Sheet)
		if err != nil || !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("%s: the heads move: %+v, %v", table.Sheet, panes, err)
		}
		area, err := file.GetSheetDimension(table.Sheet)
		if err != nil || strings.ReplaceAll(filters[table.Sheet], "$", "") != "'"+table.Sheet+"'!"+area {
			t.Errorf("%s: the filter is on %s, the rows are %s", table.Sheet, filters[table.Sheet], area)
		}
	}
	for i := range 13 {
		ref := fmt.Sprint("E", i+2)
		if formula, _ := file.GetCellFormula("Regelverk", ref); formula != "" {
			t.Errorf("%s runs %s", ref, formula)
		}
	}
	style, err := file.GetCellStyle("Regelverk", "E2")
	if err != nil {
		t.Fatal(err)
	}
	if look, err := file.GetStyle(style); err != nil || look.CustomNumFmt == nil && look.NumFmt != 49 {
		t.Errorf("a text that looks like a formula has the style %+v, %v", look, err)
	}
}

// TestALongTableGoesOn on another sheet: every row once, and the first sheet says
// how many stand on each.
func TestALongTableGoesOn(t *testing.T) {
	all := sample(t)
	made := build(t, report.NB, all)
	var b bytes.Buffer
	if err := made.WriteShort(&b, 41); err != nil {
		t.Fatal(err)
	}
	file, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	about, err := file.GetRows("Om")
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]string{}
	for _, row := range about {
		if len(row) == 3 {
			said[row[0]] = row[2]
		}
	}
	for _, table := range made.All() {
		var seen [][]string
		for n := 1; ; n++ {
			sheet := table.Sheet
			if n > 1 {
				sheet += fmt.Sprintf(" (%d)", n)
			}
			rows, err := file.GetRows(sheet, excelize.Options{RawCellValue: true})
			if err != nil {
				break
			}
			if len(rows) > 41 || said[sheet] != fmt.Sprint(len(rows)-1) {
				t.Errorf("%s has %d rows and says %s", sheet, len(rows), said[sheet])
			}
			seen = append(seen, rows[1:]...)
		}
		keys := []string{made.SheetColumns(table)[0].Key}
		want := fromFile(t, written(t, report.NB, all), table.Key, keys)
		if len(seen) != len(want) {
			t.Errorf("%s has %d rows, not %d", table.Key, len(seen), len(want))
			continue
		}
		for i := range seen {
			if seen[i][0] != want[i][0] {
				t.Errorf("%s: row %d is of %s, not %s", table.Key, i, seen[i][0], want[i][0])
			}
		}
	}
}

// TestLibreOfficeReadsTheSame opens the workbook in LibreOffice and compares what
// it sees of every sheet with the SQLite file.
func TestLibreOfficeReadsTheSame(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("LibreOffice is not installed")
		}
		t.Skip("LibreOffice (soffice) is not installed")
	}
	all := sample(t)
	folder, out := written(t, report.NB, all), t.TempDir()
	// semicolon, quote, UTF-8, numbers as they are and not as shown, every sheet
	const filter = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,false,-1"
	cmd := exec.Command(office, "-env:UserInstallation=file://"+t.TempDir(), "--headless", "--convert-to", filter, "--outdir", out, filepath.Join(folder, tables.WorkbookFile))
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	made := build(t, report.NB, all)
	for _, table := range made.All() {
		data, err := os.ReadFile(filepath.Join(out, "sektor-"+table.Sheet+".csv"))
		if err != nil {
			t.Fatal(err)
		}
		r := csv.NewReader(bytes.NewReader(data))
		r.Comma, r.FieldsPerRecord, r.LazyQuotes = ';', -1, true
		rows, err := r.ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", table.Key, err)
		}
		columns := made.SheetColumns(table)
		for i, c := range columns { // days come as dates
			if c.Type != report.DateType {
				continue
			}
			for _, row := range rows[1:] {
				for _, layout := range []string{"02.01.2006", "01/02/2006"} {
					if day, err := time.Parse(layout, row[i]); err == nil {
						row[i] = fmt.Sprint(int(day.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours()) / 24)
					}
				}
			}
		}
		compareSheet(t, folder, table, columns, rows)
	}
}
