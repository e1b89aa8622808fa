package workbook_test

import (
	"bytes"
	"context"
	"testing"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
	"gevinst/report/workbook"
	"gevinst/templates"
)

// TestIssuersWordsAreTheForms: what whoever issued the workbook wrote on the guide
// and listed on the stamp sheet is the form's; what only stands on the guide was
// typed by somebody, and is told.
func TestIssuersWordsAreTheForms(t *testing.T) {
	const words = "Departementet ber om svar innen 1. mars."
	for _, listed := range []bool{true, false} {
		draft, findings := reread(t, func(f *excelize.File) {
			_ = f.SetCellStr("Veiledning", "A40", words)
			if listed {
				_ = f.SetCellStr(report.StampSheet, "A3", words)
			}
		})
		told := len(findings) == 1 && findings[0].Rule == "V-009" && findings[0].Place == report.Place{Sheet: "Veiledning", Row: 40, Col: 1}
		if listed && len(findings) > 0 || !listed && !told {
			t.Errorf("listed %v: found %v", listed, findings)
		}
		if c := draft.Counts; c.Read != c.Used+c.Form+c.Unused || listed != (c.Unused == 0) {
			t.Errorf("listed %v: counts %+v", listed, c)
		}
	}
}

// reread reads the blank form after a change that another program makes.
func reread(t *testing.T, change func(*excelize.File)) (*report.Draft, []report.Finding) {
	t.Helper()
	file, err := excelize.OpenReader(bytes.NewReader(blank(t)))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	change(file)
	var b bytes.Buffer
	if _, err := file.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	draft, findings, err := workbook.Read(context.Background(), "x.xlsx", bytes.NewReader(b.Bytes()), int64(b.Len()), sets)
	if err != nil {
		t.Fatal(err)
	}
	return draft, findings
}
