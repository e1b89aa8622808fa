package cells

import (
	"bytes"
	"context"
	"errors"
	"testing"

	"gevinst/report"
)

// sheetCells reads the one sheet of a workbook with these rows.
func sheetCells(t *testing.T, sheet string) ([]report.Cell, error) {
	t.Helper()
	data := packed(sheet, someStrings, someStyles)
	b, err := Open(context.Background(), bytes.NewReader(data), int64(len(data)), small)
	if err != nil {
		t.Fatal(err)
	}
	var all []report.Cell
	err = b.Cells(0, func(c report.Cell) error { all = append(all, c); return nil })
	return all, err
}

// What another program may read as a cell is read here or refused, never passed over.
func TestNoCellIsPassedOver(t *testing.T) {
	for name, rows := range map[string]string{
		"a row under a second prefix":  `<row r="1"/><q:row r="2"><q:c r="A2"><q:v>1</q:v></q:c></q:row>`,
		"a cell under a second prefix": `<row r="1"><q:c r="A1"><q:v>1</q:v></q:c></row>`,
		"a value under a second one":   `<row r="1"><c r="A1"><q:v>1</q:v></c></row>`,
		"a text under a second one":    `<row r="1"><c r="A1" t="inlineStr"><is><q:t>a</q:t></is></c></row>`,
		"alternatives among the rows":  `<mc:AlternateContent><mc:Choice><row r="1"><c r="A1"><v>1</v></c></row></mc:Choice></mc:AlternateContent>`,
		"a cell inside another thing":  `<row r="1"><x><c r="A1"><v>1</v></c></x></row>`,
		"a tag inside a number":        `<row r="1"><c r="A1"><v>62<b>9</b>0000</v></c></row>`,
		"two values in a cell":         `<row r="1"><c r="A1"><v>1</v><v>2</v></c></row>`,
	} {
		var refused *Refusal
		if got, err := sheetCells(t, sheetOf(rows)); !errors.As(err, &refused) {
			t.Errorf("%s: read %v (%v), not refused", name, got, err)
		}
	}
	twice := `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><x:sheetData><x:row r="2"/></x:sheetData></worksheet>`
	if got, err := sheetCells(t, twice); err == nil {
		t.Errorf("a second set of rows under another prefix is passed over: %v", got)
	}
	future := `<row r="1"><c r="A1"><v>1</v><extLst><ext><x:v>9</x:v></ext></extLst></c><extLst><ext/></extLst></row>`
	if got, err := sheetCells(t, sheetOf(future)); err != nil || len(got) != 1 || got[0].Raw != "1" {
		t.Errorf("with room for extensions: %v, %v", got, err)
	}
}

// A program that cannot calculate may leave an empty value behind a formula: no
// result, where Excel's own empty text is one.
func TestFormulaWithAnEmptyValueIsNotBlank(t *testing.T) {
	for rows, want := range map[string]report.CellKind{
		`<row><c><f>B1*2</f><v></v></c></row>`:       report.NoCache,
		`<row><c><f>B1*2</f><v/></c></row>`:          report.NoCache,
		`<row><c><f>B1*2</f></c></row>`:              report.NoCache,
		`<row><c t="str"><f>""</f><v></v></c></row>`: report.Blank,
	} {
		if got, err := sheetCells(t, sheetOf(rows)); err != nil || len(got) != 1 || got[0].Kind != want {
			t.Errorf("%s: %v, %v, want kind %v", rows, got, err, want)
		}
	}
}
