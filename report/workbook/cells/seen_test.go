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

// TestFormatsWithLiterals: letters that a format shows as they are make no date.
func TestFormatsWithLiterals(t *testing.T) {
	for code, want := range map[string]report.NumberFormat{
		`0\d`: report.Plain, `0_d`: report.Plain, `0*d`: report.Plain, `0 "dager"`: report.Plain, `[Red]0`: report.Plain, `0\%`: report.Plain,
		`0;[h]`: report.Plain, `[h]:mm`: report.Dated, `d\.m`: report.Dated, `0.0%`: report.Percent, `[Red]0%`: report.Percent, `"a`: report.Plain,
	} {
		if got := formatOf(code); got != want {
			t.Errorf("%s: %v, want %v", code, got, want)
		}
	}
}
