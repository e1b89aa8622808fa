package cells

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"gevinst/report"
	"gevinst/report/workbook/ziptest"
)

// TestReadsWhatOccurs holds the reader to the oddities of real files.
func TestReadsWhatOccurs(t *testing.T) {
	for name, c := range map[string]struct{ rows, want string }{
		"number as written":    {`<row r="1"><c r="A1"><v>78.459999999999994</v></c></row>`, "A1 number 78.459999999999994"},
		"date":                 {`<row r="1"><c r="A1" s="1"><v>42979</v></c></row>`, "A1 number 42979 dated"},
		"percent":              {`<row r="1"><c r="A1" s="2"><v>0.8</v></c></row>`, "A1 number 0.8 percent"},
		"shared string":        {`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`, "A1 text a"},
		"rich, no phonetics":   {`<row r="1"><c r="A1" t="s"><v>1</v></c></row>`, "A1 text b c"},
		"inline rich":          {`<row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r><rPh><t>x</t></rPh><r><t>b</t></r></is></c></row>`, "A1 text ab"},
		"escaped return":       {`<row r="1"><c r="A1" t="str"><v>a_x000D_b_x005F_x</v></c></row>`, "A1 text a\rb_x"},
		"entities":             {`<row r="1"><c r="A1" t="str"><v>&lt;&#230;&#xF8;&amp;</v></c></row>`, "A1 text <æø&"},
		"CDATA":                {`<row r="1"><c r="A1" t="str"><v><![CDATA[a<b&c]]></v></c></row>`, "A1 text a<b&c"},
		"comment in a value":   {`<row r="1"><c r="A1"><v>1<!-- 9 -->2</v></c></row>`, "A1 number 12"},
		"no addresses":         {`<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>`, "A1 number 1; B1 number 2; A2 number 3"},
		"some addresses":       {`<row r="3"><c r="C3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>`, "C3 number 1; D3 number 2; A4 number 3"},
		"empty style":          {`<row r="1"><c r="A1" s=""><v>1</v></c></row>`, "A1 number 1"},
		"bool and error":       {`<row r="1"><c r="A1" t="b"><v>true</v></c><c r="B1" t="e"><v>#REF!</v></c></row>`, "A1 bool 1; B1 error #REF!"},
		"ISO date":             {`<row r="1"><c r="A1" t="d"><v>2017-09-01</v></c></row>`, "A1 iso 2017-09-01"},
		"blank is not absent":  {`<row r="1"><c r="A1" s="1"/></row>`, "A1 blank dated"},
		"never calculated":     {`<row r="1"><c r="A1"><f>B1*2</f></c></row>`, "A1 nocache =B1*2"},
		"calculated to zero":   {`<row r="1"><c r="A1"><f>B1*2</f><v>0</v></c></row>`, "A1 number 0 =B1*2"},
		"shared formula":       {`<row r="1"><c r="A1"><f t="shared" si="4" ref="A1:A2">B1*2</f><v>2</v></c></row><row r="2"><c r="A2"><f t="shared" si="4"/><v>4</v></c></row>`, "A1 number 2 =B1*2; A2 number 4 =B1*2"},
		"rows out of order":    {`<row r="2"><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>`, "A2 number 2; A1 number 1"},
		"greater in an attr":   {`<row r="1" spans="1>2"><c r="A1"><v>1</v></c></row>`, "A1 number 1"},
		"the last cell":        {`<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`, "XFD1048576 number 1"},
		"foreign same name":    {`<row r="1"><c r="A1"><v>1</v><x14:v xmlns:x14="y">9</x14:v></c></row>`, "A1 number 1"},
		"lower-case reference": {`<row r="1"><c r="b1"><v>1</v></c></row>`, "B1 number 1"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := cellsOf(packed(sheetOf(c.rows), someStrings, someStyles), Limits{})
			if err != nil || got != c.want {
				t.Errorf("got %q, %v; want %q", got, err, c.want)
			}
		})
	}
}

// TestRefusesWhole holds the reader to its promise: complete or refused. After a
// refusal no cell is handed on as read.
func TestRefusesWhole(t *testing.T) {
	row := `<row r="1"><c r="A1"><v>1</v></c></row>`
	for name, c := range map[string]struct {
		sheet string
		cause Cause
	}{
		"cut in a tag":            {`<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></ro`, Damaged},
		"cut between elements":    {`<worksheet><sheetData>` + row, Damaged},
		"cut after the data":      {`<worksheet><sheetData>` + row + `</sheetData>`, Damaged},
		"empty part":              {``, Damaged},
		"tags crossed":            {`<worksheet><sheetData><row r="1"><c r="A1"><v>1</c></v></row></sheetData></worksheet>`, Damaged},
		"two roots":               {sheetOf(row) + `<worksheet/>`, Damaged},
		"words after the root":    {sheetOf(row) + `x`, Damaged},
		"document type":           {`<!DOCTYPE x [<!ENTITY a "b">]>` + sheetOf(row), Damaged},
		"unknown entity":          {sheetOf(`<row r="1"><c r="A1" t="str"><v>&nbsp;</v></c></row>`), Damaged},
		"unclosed entity":         {sheetOf(`<row r="1"><c r="A1" t="str"><v>a & b</v></c></row>`), Damaged},
		"NUL":                     {sheetOf("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a\x00b</v></c></row>"), Damaged},
		"NUL by number":           {sheetOf(`<row r="1"><c r="A1" t="str"><v>&#0;</v></c></row>`), Damaged},
		"no UTF-8":                {sheetOf("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>\xe6</v></c></row>"), Damaged},
		"string that is not":      {sheetOf(`<row r="1"><c r="A1" t="s"><v>7</v></c></row>`), Damaged},
		"string minus one":        {sheetOf(`<row r="1"><c r="A1" t="s"><v>-1</v></c></row>`), Damaged},
		"unknown type":            {sheetOf(`<row r="1"><c r="A1" t="q"><v>1</v></c></row>`), Damaged},
		"cell twice":              {sheetOf(`<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>`), Damaged},
		"row twice":               {sheetOf(row + row), Damaged},
		"cell of another row":     {sheetOf(`<row r="1"><c r="A2"><v>1</v></c></row>`), Damaged},
		"row outside":             {sheetOf(`<row r="1048577"><c><v>1</v></c></row>`), Damaged},
		"column outside":          {sheetOf(`<row r="1"><c r="XFE1"><v>1</v></c></row>`), Damaged},
		"row zero":                {sheetOf(`<row r="0"><c><v>1</v></c></row>`), Damaged},
		"address twice":           {sheetOf(`<row r="1"><c r="A1" r="B1"><v>1</v></c></row>`), Damaged},
		"no reference":            {sheetOf(`<row r="1"><c r="1A"><v>1</v></c></row>`), Damaged},
		"more cells than allowed": {sheetOf(`<row r="1">` + strings.Repeat("<c/>", 60) + `</row>`), TooLarge},
		"more bytes than allowed": {sheetOf(row + strings.Repeat("    ", 1<<18)), TooLarge},
		"one endless text":        {sheetOf(`<row r="1"><c r="A1" t="str"><v>` + strings.Repeat("a", 5<<20)), TooLarge},
	} {
		t.Run(name, func(t *testing.T) {
			limits := Limits{Cells: 50, PartBytes: 1 << 20}
			if name == "one endless text" {
				limits = Limits{}
			}
			got, err := cellsOf(packed(c.sheet, someStrings, someStyles), limits)
			var r *Refusal
			if !errors.As(err, &r) || r.Cause != c.cause || r.Sheet != "A" {
				t.Errorf("got %q, %v, want a refusal of cause %d that names the sheet", got, err, c.cause)
			}
		})
	}
}

// TestSpellings reads one workbook in the spellings that programs write it in.
func TestSpellings(t *testing.T) {
	sheet := sheetOf(`<row r="1"><c r="A1"><v>1</v></c></row>`)
	wide := func(order string) string {
		b := []byte(map[string]string{"little": "\xff\xfe", "big": "\xfe\xff"}[order])
		for _, u := range utf16.Encode([]rune(sheet)) {
			if order == "little" {
				b = append(b, byte(u), byte(u>>8))
			} else {
				b = append(b, byte(u>>8), byte(u))
			}
		}
		return string(b)
	}
	prefixed := strings.NewReplacer("</", "</x:", "<?", "<?", "<", "<x:").Replace(sheet)
	for name, s := range map[string]string{"plain": sheet, "UTF-16 little": wide("little"), "UTF-16 big": wide("big"), "BOM": "\xef\xbb\xbf" + sheet, "prefixed": prefixed} {
		if got, err := cellsOf(packed(s, someStrings, someStyles), Limits{}); err != nil || got != "A1 number 1" {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

// TestArchive refuses archives on which readers disagree, and reads those that
// are only spelt oddly.
func TestArchive(t *testing.T) {
	book := func(rename func(string) string, extra ...string) []byte {
		whole := packed(sheetOf(`<row r="1"><c r="A1"><v>1</v></c></row>`), someStrings, someStyles)
		book := ziptest.Repack(t, whole, func(p ziptest.Part) []ziptest.Part {
			p.Name = rename(p.Name)
			return []ziptest.Part{p}
		})
		for _, name := range extra {
			book = ziptest.Add(t, book, ziptest.Part{Name: name, Content: []byte("<x/>")})
		}
		return book
	}
	same := func(s string) string { return s }
	for name, rename := range map[string]func(string) string{
		"backslashes": func(s string) string { return strings.ReplaceAll(s, "/", `\`) },
		"letter case": strings.ToUpper,
		"from root":   func(s string) string { return "/" + s },
	} {
		if got, err := cellsOf(book(rename), Limits{}); err != nil || got != "A1 number 1" {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	for _, twin := range []string{"xl/s.xml", "XL/S.xml", `xl\s.xml`, "/xl/s.xml", "xl/./s.xml", "xl/a/../s.xml"} {
		_, err := cellsOf(book(same, twin), Limits{})
		var r *Refusal
		if !errors.As(err, &r) || r.Cause != Duplicate {
			t.Errorf("%s beside xl/s.xml: %v, want a refusal", twin, err)
		}
	}
	if _, err := cellsOf(book(same, "x"), Limits{Parts: 3}); err == nil {
		t.Error("more parts than allowed are read")
	}
}

// TestCoreIsWithinTheLimits: the parts that others must unpack, though no cell is read from
// them, may not unpack to anything; what nobody must unpack may.
func TestCoreIsWithinTheLimits(t *testing.T) {
	bomb := []byte("<x/>" + strings.Repeat(" ", 2<<20))
	for name, core := range map[string]bool{"[Content_Types].xml": true, "xl/styles.xml": true, "xl/SharedStrings.xml": true, "xl/media/a.png": false, "xl/calcChain.xml": false} {
		data := ziptest.Add(t, packed(sheetOf(""), someStrings, someStyles), ziptest.Part{Name: name, Content: bomb})
		b, err := Open(context.Background(), bytes.NewReader(data), int64(len(data)), Limits{})
		var r *Refusal
		switch {
		case core && (!errors.As(err, &r) || r.Cause != TooLarge || r.Part == ""):
			t.Errorf("%s: %v, want a refusal that names it", name, err)
		case !core && err != nil:
			t.Errorf("%s: %v", name, err)
		case !core:
			if _, rest := b.Entries(); len(rest) != 1 || rest[0].Name != name {
				t.Errorf("%s is not the only one of the rest", name)
			}
		}
	}
}

// TestStopsWithItsCaller ends when the context does.
func TestStopsWithItsCaller(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	data := packed(sheetOf(`<row r="1"><c r="A1"><v>1</v></c></row>`), someStrings, someStyles)
	b, err := Open(ctx, bytes.NewReader(data), int64(len(data)), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	cancel()
	if err := b.Cells(0, func(report.Cell) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// cellsOf writes the cells of the first sheet as one line.
func cellsOf(data []byte, limits Limits) (string, error) {
	b, err := Open(context.Background(), bytes.NewReader(data), int64(len(data)), limits)
	if err != nil {
		return "", err
	}
	kinds := map[report.CellKind]string{report.Blank: "blank", report.Number: "number", report.Text: "text", report.Bool: "bool",
		report.ISODate: "iso", report.ErrorValue: "error", report.NoCache: "nocache"}
	var all []string
	err = b.Cells(0, func(c report.Cell) error {
		s := fmt.Sprintf("%s%d %s", report.ColumnName(int(c.Col)), c.Row, kinds[c.Kind])
		if c.Raw != "" {
			s += " " + c.Raw
		}
		s += map[report.NumberFormat]string{report.Dated: " dated", report.Percent: " percent"}[c.Shown]
		if c.Formula != nil {
			s += " =" + *c.Formula
		}
		all = append(all, s)
		return nil
	})
	return strings.Join(all, "; "), err
}
