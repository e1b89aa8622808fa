package workbook_test

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
	"gevinst/report/check"
	"gevinst/report/ledger"
	"gevinst/report/text"
	"gevinst/report/workbook"
	"gevinst/report/workbook/booktest"
)

// resave takes a workbook through LibreOffice, which calculates every formula.
func resave(t *testing.T, data []byte) []byte {
	t.Helper()
	return resaveAll(t, data)[0]
}

func resaveAll(t *testing.T, files ...[]byte) [][]byte {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("LibreOffice is not installed")
		}
		t.Skip("LibreOffice (soffice) is not installed")
	}
	dir := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", "xlsx", "--outdir", filepath.Join(dir, "out")}
	for i, data := range files {
		name := filepath.Join(dir, strconv.Itoa(i)+".xlsx")
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, name)
	}
	if msg, err := exec.Command(office, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, msg)
	}
	saved := make([][]byte, len(files))
	for i := range files {
		if saved[i], err = os.ReadFile(filepath.Join(dir, "out", strconv.Itoa(i)+".xlsx")); err != nil {
			t.Fatal(err)
		}
	}
	return saved
}

// TestControlAgreesWithLedger lets LibreOffice calculate the demo's Kontroll and
// holds each total against the ledger; the re-saved file says the same data.
func TestControlAgreesWithLedger(t *testing.T) {
	sets := []*report.Spec{booktest.Newest(t)}
	voice, err := text.For(report.NB)
	if err != nil {
		t.Fatal(err)
	}
	written := booktest.Demo(t, workbook.Order{Year: 2017}, nil)
	saved := resave(t, written)
	before, after := examine(t, written, sets), examine(t, saved, sets)
	if before.Submission.Origin.Data != after.Submission.Origin.Data {
		t.Error("a re-save without change has another data hash")
	}
	for _, f := range after.Findings {
		if f.Rule == "V-009" {
			t.Errorf("a re-save makes the form's own words somebody's: %s %v", f.Place, f.More)
		}
	}
	compareTotals(t, saved, after)
	control := controlSheet(t, saved)
	if _, ok := control[ledger.KeyReallocable]; !ok || control["status"] != voice.Say("workbook.control.ready") {
		t.Errorf("status is %q: %v", control["status"], control)
	}
}

func examine(t *testing.T, data []byte, sets []*report.Spec) *check.Outcome {
	t.Helper()
	draft, findings, err := workbook.Read(context.Background(), "x.xlsx", bytes.NewReader(data), int64(len(data)), sets)
	if err != nil {
		t.Fatal(err)
	}
	return check.Run(draft, findings, check.Options{})
}

// controlSheet is Kontroll's values by machine key, as stored in the file.
func controlSheet(t *testing.T, data []byte) map[string]string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	values := map[string]string{}
	for row := report.DataRow; row < 60; row++ {
		key, _ := f.GetCellValue("Kontroll", report.Place{Row: row, Col: 4}.Ref())
		value, _ := f.GetCellValue("Kontroll", report.Place{Row: row, Col: 2}.Ref())
		if key != "" {
			values[key] = value
		}
	}
	return values
}
