package cells

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"testing"

	"gevinst/report"
	"gevinst/report/workbook/ziptest"
)

// TestCountsFrom1904: a workbook that counts its days from 1904 says so.
func TestCountsFrom1904(t *testing.T) {
	for said, want := range map[string]bool{`<workbookPr date1904="1"/>`: true, `<workbookPr date1904="true"/>`: true, `<workbookPr date1904="0"/>`: false, `<workbookPr/>`: false, "": false} {
		data := edited(t, packed(sheetOf(""), someStrings, someStyles), "<workbook>", "<workbook>"+said)
		b, err := Open(context.Background(), bytes.NewReader(data), int64(len(data)), small)
		if err != nil || b.Date1904 != want {
			t.Errorf("%s: %v, want 1904 %v", said, err, want)
		}
	}
}

// edited puts other text in every part of a workbook.
func edited(t *testing.T, data []byte, old, text string) []byte {
	t.Helper()
	every := func(string) bool { return true }
	return ziptest.Edit(t, data, every, func(b []byte) []byte { return bytes.ReplaceAll(b, []byte(old), []byte(text)) })
}

// TestEntriesThatShareTheirBytes are a bomb: the directory promises more packed
// bytes than the file has.
func TestEntriesThatShareTheirBytes(t *testing.T) {
	data := packed(sheetOf(""), someStrings, someStyles)
	for at := 0; ; {
		entry := bytes.Index(data[at:], []byte("PK\x01\x02"))
		if entry < 0 {
			break
		}
		at += entry + 4
		binary.LittleEndian.PutUint32(data[at+16:], uint32(len(data))) // the packed size
	}
	_, err := Open(context.Background(), bytes.NewReader(data), int64(len(data)), small)
	var refused *Refusal
	if !errors.As(err, &refused) || refused.Cause != TooLarge {
		t.Errorf("got %v, want a refusal as too large", err)
	}
}

// TestFormats: what a format makes of a number. Letters that it shows as they are make
// no date.
func TestFormats(t *testing.T) {
	for code, want := range map[string]report.NumberFormat{
		`0\d`: report.Plain, `0_d`: report.Plain, `0*d`: report.Plain, `0 "dager"`: report.Plain, `[Red]0`: report.Plain, `0\%`: report.Plain,
		`0;[h]`: report.Plain, `[h]:mm`: report.Dated, `d\.m`: report.Dated, `0.0%`: report.Percent, `[Red]0%`: report.Percent, `"a`: report.Concealed,
		"General": report.Plain, "#,##0.00": report.Plain, `# ##0,00`: report.Plain, `#\ ##0.00\ "kr"`: report.Plain, "@": report.Plain, "0.00E+00": report.Plain, "": report.Concealed,
		";;;": report.Concealed, ";;;@": report.Concealed, `"0"`: report.Concealed, `"884 020"`: report.Concealed, `0"00"`: report.Concealed, `"1"0`: report.Concealed, "**": report.Concealed,
		`\-0`: report.Concealed, `0;0`: report.Concealed, `0;`: report.Concealed, `0;"x"`: report.Concealed, `0;-0;`: report.Plain, `#,##0;[Red]#,##0`: report.Plain, `0_);(0)`: report.Plain,
		"#,##0,": report.Scaled, `#,##0.0,,"mill."`: report.Scaled, "0,.0": report.Scaled, `[>999]0,"k";0`: report.Scaled, `0;-0,`: report.Scaled, `[<0]-0;0`: report.Plain,
		`_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-`: report.Plain, `_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)`: report.Plain, `000-000-000`: report.Plain, `[$kr-414]\ #,##0.00`: report.Plain,
	} {
		if got := formatOf(code); got != want {
			t.Errorf("%s: %v, want %v", code, got, want)
		}
	}
}
