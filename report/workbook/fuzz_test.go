package workbook_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/workbook"
)

// smallForm is a form with a guide, one sheet of fields and one table: small, so
// that a fuzz target reads thousands of workbooks a second.
func smallForm() *report.Spec {
	word := func(s string) report.Words { return report.Words{NB: s, NN: s + " nn", EN: s + " en"} }
	column := func(key string, required bool) report.ColumnSpec {
		return report.ColumnSpec{Key: key, Label: word("Felt " + key), Help: word("Hjelp " + key), Required: required}
	}
	return &report.Spec{Set: "2017", Version: "gevinst-2017.1", AppliesFrom: 2017, Sentences: []string{"Skjemaversjon {versjon}"}, Sheets: []report.SheetSpec{
		{Key: "veiledning", Name: "Veiledning", Kind: report.GuideSheet, Title: word("Tittel"), Help: word("Hjelp")},
		{Key: "virksomhet", Name: "Virksomhet", Kind: report.FormSheet, Title: word("Tittel"), Help: word("Hjelp"), Columns: []report.ColumnSpec{column("orgnr", true), column("navn", false)}},
		{Key: "planer", Name: "Planer", Kind: report.TableSheet, Title: word("Tittel"), Help: word("Hjelp"), Columns: []report.ColumnSpec{column("plan_id", true), column("belop_kr", false), column("tittel", false)}},
	}}
}

// smallWorkbook is that form filled in, with the rows of its three sheets as given.
func smallWorkbook(guide, fields, table string) []byte {
	var book, links strings.Builder
	for i, name := range []string{"Veiledning", "Virksomhet", "Planer"} {
		fmt.Fprintf(&book, `<sheet name="%s" sheetId="%d" r:id="r%d"/>`, name, i+1, i+1)
		fmt.Fprintf(&links, `<Relationship Id="r%d" Type="x/worksheet" Target="s%d.xml"/>`, i+1, i+1)
	}
	sheet := func(rows string) string { return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>" }
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range [][2]string{
		{"_rels/.rels", `<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", "<workbook><sheets>" + book.String() + "</sheets></workbook>"},
		{"xl/_rels/workbook.xml.rels", "<Relationships>" + links.String() + "</Relationships>"},
		{"xl/s1.xml", sheet(guide)}, {"xl/s2.xml", sheet(fields)}, {"xl/s3.xml", sheet(table)},
	} {
		w, _ := z.CreateHeader(&zip.FileHeader{Name: part[0], Method: zip.Store})
		_, _ = io.WriteString(w, part[1])
	}
	z.Close()
	return b.Bytes()
}

// rowsOf writes texts as a sheet's rows from the first on; "" is no cell.
func rowsOf(rows ...[]string) string {
	var b strings.Builder
	for _, row := range rows {
		b.WriteString("<row>")
		for _, s := range row {
			if s == "" {
				b.WriteString("<c/>")
				continue
			}
			b.WriteString(`<c t="str"><v>` + s + `</v></c>`)
		}
		b.WriteString("</row>")
	}
	return b.String()
}

// FuzzRead puts anything in the rows of a small form: it is read with every filled
// cell accounted for and none left unused without a finding, or refused; never
// anything else, and twice alike.
func FuzzRead(f *testing.F) {
	guide := rowsOf([]string{"Tittel"}, nil, []string{"Skjemaversjon gevinst-2017.1"})
	fields := rowsOf([]string{"Tittel"}, nil, []string{"ledetekst", "verdi", "hjelp", "felt"}, nil, []string{"Felt orgnr", "1", "Hjelp orgnr", "orgnr"}, []string{"Felt navn", "", "", "navn"})
	table := rowsOf([]string{"Tittel"}, nil, []string{"plan_id", "belop_kr", "tittel", "_sjekk"}, []string{"Felt plan_id", "Felt belop_kr", "Felt tittel"}, []string{"P1", "2", "a"})
	f.Add(guide, fields, table)
	f.Add("", rowsOf([]string{"Felt orgnr", "1"}), rowsOf([]string{"felt tittel en", "Felt plan_id"}, []string{"a", "P1", "b"}))
	f.Add(guide, fields, `<row r="3"><c r="A3" t="inlineStr"><is><t>plan_id</t></is></c><c r="C3" t="str"><v>tittl</v></c></row><row r="40"><c r="A40"><f t="shared" si="0">1+1</f><v>2</v></c></row>`)
	sets := []*report.Spec{smallForm()}
	whole := smallWorkbook(guide, fields, table)
	if draft, found, err := workbook.Read(context.Background(), "x.xlsx", bytes.NewReader(whole), int64(len(whole)), sets); err != nil || len(found) > 0 || draft.Counts.Used != 4 {
		f.Fatalf("the small form is not read: %v, %v", found, err)
	}
	f.Fuzz(func(t *testing.T, guide, fields, table string) {
		if len(guide)+len(fields)+len(table) > 8<<10 {
			t.Skip("longer texts show nothing new")
		}
		data := smallWorkbook(guide, fields, table)
		draft, findings, err := workbook.Read(context.Background(), "x.xlsx", bytes.NewReader(data), int64(len(data)), sets)
		var refused *workbook.Refusal
		switch {
		case errors.As(err, &refused):
			return
		case err != nil:
			t.Fatalf("neither read nor refused: %v", err)
		}
		c := draft.Counts
		if c.Read != c.Used+c.Form+c.Unused || len(draft.Unused) != min(c.Unused, 10_000) {
			t.Errorf("counts do not add up: %+v, %d places", c, len(draft.Unused))
		}
		if c.Unused > 0 && len(findings) == 0 {
			t.Errorf("%d cells are left unused without a word", c.Unused)
		}
		again, _, err := workbook.Read(context.Background(), "x.xlsx", bytes.NewReader(data), int64(len(data)), sets)
		if err != nil || again.Origin != draft.Origin {
			t.Errorf("read twice: %v and %v, %v", draft.Origin, again, err)
		}
	})
}
