package cells

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"strings"
	"testing"

	"gevinst/report"
)

// small limits keep one run of a fuzz target short.
var small = Limits{PartBytes: 1 << 20, AllBytes: 4 << 20, Cells: 10_000, Strings: 1 << 20}

// packed is a minimal workbook with the given sheet, strings and styles.
func packed(sheet, shared, styles string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range [][2]string{
		{"_rels/.rels", `<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="s.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="t.xml"/><Relationship Id="r3" Type="x/styles" Target="y.xml"/></Relationships>`},
		{"xl/s.xml", sheet}, {"xl/t.xml", shared}, {"xl/y.xml", styles},
	} {
		w, _ := z.CreateHeader(&zip.FileHeader{Name: part[0], Method: zip.Store})
		_, _ = io.WriteString(w, part[1])
	}
	z.Close()
	return b.Bytes()
}

const (
	someStrings = `<sst><si><t>a</t></si><si><r><t>b</t></r><rPh><t>x</t></rPh><r><t xml:space="preserve"> c</t></r></si></sst>`
	someStyles  = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd.mm.yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="9"/></cellXfs></styleSheet>`
)

func sheetOf(rows string) string {
	return `<?xml version="1.0"?><worksheet><sheetData>` + rows + `</sheetData></worksheet>`
}

// FuzzSheet feeds a sheet part: it is read whole or refused, never a panic, and
// what is read lies inside a sheet and in no cell twice.
func FuzzSheet(f *testing.F) {
	for _, rows := range []string{
		`<row r="1"><c r="A1"><v>1.5</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>x&amp;y</t></is></c></row>`,
		`<row><c><v>1</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c t="d"><v>2017-09-01</v></c></row>`,
		`<row r="2"><c r="A2" s="1"><f t="shared" si="0" ref="A2:A3">B2*2</f><v>4</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v/></c></row>`,
		`<row r="1"><c r="A1" t="str"><f>"a"</f><v><![CDATA[a<b]]></v></c></row><!-- x --><?p q?>`,
		`<row r="1048576"><c r="XFD1048576"><v>1e400</v></c></row>`,
	} {
		f.Add(sheetOf(rows), someStrings, someStyles)
	}
	f.Fuzz(func(t *testing.T, sheet, shared, styles string) {
		data := packed(sheet, shared, styles)
		b, err := Open(context.Background(), bytes.NewReader(data), int64(len(data)), small)
		if err != nil {
			return
		}
		seen := map[[2]int]bool{}
		_ = b.Cells(0, func(c report.Cell) error {
			at := [2]int{int(c.Row), int(c.Col)}
			if c.Row < 1 || c.Row > maxRows || c.Col < 1 || c.Col > maxColumns || seen[at] {
				t.Errorf("cell at %v, seen before: %v", at, seen[at])
			}
			seen[at] = true
			return nil
		})
	})
}

// FuzzArchive feeds whole files.
func FuzzArchive(f *testing.F) {
	whole := packed(sheetOf(`<row><c><v>1</v></c></row>`), someStrings, someStyles)
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Add([]byte(strings.Repeat("PK\x05\x06", 20)))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := Open(context.Background(), bytes.NewReader(data), int64(len(data)), small)
		if err != nil {
			return
		}
		for i := range b.Sheets {
			_ = b.Cells(i, func(report.Cell) error { return nil })
		}
	})
}
