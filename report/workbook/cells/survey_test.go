package cells

import (
	"bytes"
	"context"
	"reflect"
	"testing"

	"gevinst/report"
	"gevinst/report/workbook/ziptest"
)

// surveyed is a workbook of one sheet as it is shown, with other parts beside it.
func surveyed(t *testing.T, sheet, styles string, parts ...ziptest.Part) *Survey {
	t.Helper()
	data := packed(sheet, someStrings, styles)
	for _, p := range parts {
		data = ziptest.Add(t, data, p)
	}
	b, err := Open(context.Background(), bytes.NewReader(data), int64(len(data)), small)
	if err != nil {
		t.Fatal(err)
	}
	s, err := b.Survey()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestRulesOfASheet reads validations as Excel has written them since 2007 and since
// 2010, and takes no conditional format for one.
func TestRulesOfASheet(t *testing.T) {
	s := surveyed(t, `<worksheet><sheetData/>
 <dataValidations><dataValidation type="list" showErrorMessage="1" sqref="C5:C9 E5"><formula1>kode_x</formula1><formula2>0</formula2></dataValidation>
 <dataValidation type="decimal" operator="greaterThan" errorStyle="warning" showErrorMessage="1" sqref="D5"><formula1>0</formula1></dataValidation></dataValidations>
 <extLst><ext><dataValidations><dataValidation type="list" showErrorMessage="1"><formula1><f>Ark!$A$1:$A$9</f></formula1><sqref>F5:F9</sqref></dataValidation></dataValidations>
 <conditionalFormattings><conditionalFormatting><cfRule type="expression"/><sqref>A1</sqref></conditionalFormatting></conditionalFormattings></ext></extLst></worksheet>`, someStyles)
	want := []Rule{
		{Cells: []Area{{5, 3, 9, 3}, {5, 5, 5, 5}}, Kind: "list", Operator: "between", From: "kode_x", Stops: true},
		{Cells: []Area{{5, 4, 5, 4}}, Kind: "decimal", Operator: "greaterThan", From: "0"},
		{Cells: []Area{{5, 6, 9, 6}}, Kind: "list", Operator: "between", From: "Ark!$A$1:$A$9", Stops: true},
	}
	if got := s.Sheets[0].Rules; !reflect.DeepEqual(got, want) {
		t.Errorf("%+v\nwant %+v", got, want)
	}
}

// TestNotesOfASheet reads a note once, whether it is a note, a conversation, or both.
func TestNotesOfASheet(t *testing.T) {
	links := ziptest.Part{Name: "xl/_rels/s.xml.rels", Content: []byte(`<Relationships><Relationship Id="r1" Type="x/comments" Target="c.xml"/>
 <Relationship Id="r2" Type="x/threadedComment" Target="d.xml"/></Relationships>`)}
	notes := ziptest.Part{Name: "xl/c.xml", Content: []byte(`<comments><commentList><comment ref="B7"><text><r><t>Egentlig</t></r><r><t> 24 000</t></r></text></comment>
 <comment ref="B5"><text><t>[Threaded comment]</t></text></comment></commentList></comments>`)}
	talk := ziptest.Part{Name: "xl/d.xml", Content: []byte(`<ThreadedComments><threadedComment ref="B5"><text>Stemmer dette?</text></threadedComment></ThreadedComments>`)}
	s := surveyed(t, sheetOf(""), someStyles, links, notes, talk)
	want := []Note{{5, 2, "Stemmer dette?"}, {7, 2, "Egentlig 24 000"}}
	if got := s.Sheets[0].Notes; !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// TestLooks: which letters nobody sees, by whatever way their colour and that of what is
// behind them is said.
func TestLooks(t *testing.T) {
	const fills = `<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF14406B"/></patternFill></fill>
 <fill><patternFill patternType="darkGrid"><fgColor rgb="FF000000"/></patternFill></fill></fills>`
	for name, c := range map[string]struct {
		ink, format string
		fill        string
		want        bool
	}{
		"black":                    {`<color rgb="FF000000"/>`, "0", "0", false},
		"no colour at all":         {"", "0", "0", false},
		"white":                    {`<color rgb="FFFFFFFF"/>`, "0", "0", true},
		"nearly white":             {`<color rgb="FFF0F0F0"/>`, "0", "0", true},
		"grey":                     {`<color rgb="FF888888"/>`, "0", "0", false},
		"white on blue":            {`<color rgb="FFFFFFFF"/>`, "0", "1", false},
		"blue on blue":             {`<color rgb="FF15416C"/>`, "0", "1", true},
		"white of the theme":       {`<color theme="0"/>`, "0", "0", true},
		"black of the theme":       {`<color theme="1"/>`, "0", "0", false},
		"black, made light":        {`<color theme="1" tint="0.95"/>`, "0", "0", true},
		"white, made dark":         {`<color theme="0" tint="-0.5"/>`, "0", "0", false},
		"white of the palette":     {`<color indexed="9"/>`, "0", "0", true},
		"white by the format":      {"", "[White]0", "0", true},
		"white by its number":      {"", "[Color2]0", "0", true},
		"red by the format":        {`<color rgb="FFFFFFFF"/>`, "[Red]0", "0", false},
		"letters of one point":     {`<sz val="1"/>`, "0", "0", true},
		"white behind a pattern":   {`<color rgb="FF000000"/>`, "0", "2", false},
		"letters of eight points":  {`<sz val="8"/>`, "0", "0", false},
		"an opacity says nothing":  {`<color rgb="00000000"/>`, "0", "0", false},
		"a colour that is no such": {`<color rgb="hvit"/>`, "0", "0", false},
	} {
		s := surveyed(t, sheetOf(""), `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="`+c.format+`"/></numFmts><fonts><font>`+c.ink+`</font></fonts>`+fills+
			`<cellXfs><xf numFmtId="164" fontId="0" fillId="`+c.fill+`"/></cellXfs></styleSheet>`)
		if got := s.Looks[0].Faint; got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestLooksOfConditions reads what a conditional format makes of a cell.
func TestLooksOfConditions(t *testing.T) {
	s := surveyed(t, `<worksheet><sheetData/><conditionalFormatting sqref="A1:B2"><cfRule dxfId="1"/><cfRule dxfId="2"/><cfRule dxfId="9"/></conditionalFormatting></worksheet>`,
		`<styleSheet><cellXfs><xf/></cellXfs><dxfs><dxf/><dxf><font><color rgb="FFFFFFFF"/></font><border><left><color rgb="FF000000"/></left></border></dxf>
 <dxf><numFmt numFmtId="170" formatCode=";;;"/><fill><patternFill><bgColor rgb="FFFFFF00"/></patternFill></fill></dxf></dxfs></styleSheet>`)
	shades := s.Sheets[0].Shades
	if len(shades) != 3 || !shades[1].Look.Faint || shades[1].Look.Number != report.Plain || shades[2].Look.Faint || shades[2].Look.Number != report.Concealed ||
		!reflect.DeepEqual(shades[2].Cells, []Area{{1, 1, 2, 2}}) {
		t.Errorf("%+v", shades)
	}
}

// TestTextThatAFormatHides: only a fourth section is about words.
func TestTextThatAFormatHides(t *testing.T) {
	for code, want := range map[string]bool{"General": false, "@": false, "0;0;0": false, ";;;": true, ";;;@": false, `0;-0;0;"x"`: true, `;;;"x"@`: false} {
		if got := hidesText(code); got != want {
			t.Errorf("%s: %v", code, got)
		}
	}
}
