package workbook

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"gevinst/report"
)

func fileHash(r io.ReaderAt, size int64) (string, error) {
	sum := sha256.New()
	if _, err := io.Copy(sum, io.NewSectionReader(r, 0, size)); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// dataHash is the SHA-256 of what the used cells say: sheet key, number of the
// record, column key, kind and value of each, in the order of the form. A re-save
// by another program keeps it: numbers are taken at fifteen significant digits,
// line ends are alike, and neither styles nor addresses enter.
func dataHash(d *report.Draft) string {
	const piece = 32 << 10
	sum := sha256.New()
	b := make([]byte, 0, piece+1024)
	for _, s := range d.Sheets {
		sheet, keys := strconv.Quote(s.Key), quotedKeys(s)
		for n, row := range s.Rows {
			for _, c := range row.Cells {
				at := int(c.Col)
				if row.Number == 0 {
					at = int(c.Row)
				}
				b = append(append(b, sheet...), ' ')
				b = append(strconv.AppendInt(b, int64(n), 10), ' ')
				b = append(append(b, keys[at]...), ' ')
				b = append(strconv.AppendInt(b, int64(c.Kind), 10), ' ')
				b = append(appendValue(b, c), '\n')
				if len(b) >= piece {
					sum.Write(b)
					b = b[:0]
				}
			}
		}
	}
	sum.Write(b)
	return hex.EncodeToString(sum.Sum(nil))
}

// quotedKeys is the keys of a sheet's columns by column, or of its fields by row.
func quotedKeys(s *report.Sheet) map[int]string {
	keys := make(map[int]string, len(s.Columns))
	for _, c := range s.Columns {
		at := c.Col
		if c.Row > 0 {
			at = c.Row
		}
		keys[at] = strconv.Quote(c.Key)
	}
	return keys
}

// appendValue appends what a cell says, quoted.
func appendValue(b []byte, c report.Cell) []byte {
	switch c.Kind {
	case report.Number:
		// a float here decides no amount: it only makes two spellings of one number alike
		if f, err := strconv.ParseFloat(c.Raw, 64); err == nil {
			return append(strconv.AppendFloat(append(b, '"'), f, 'g', 15, 64), '"')
		}
	case report.Text:
		return appendQuoted(b, strings.ReplaceAll(c.Raw, "\r\n", "\n"))
	}
	return appendQuoted(b, c.Raw)
}

// appendQuoted is strconv.AppendQuote, quicker where nothing needs an escape.
func appendQuoted(b []byte, s string) []byte {
	for _, r := range s {
		if r == '"' || r == '\\' || r == utf8.RuneError || !strconv.IsPrint(r) {
			return strconv.AppendQuote(b, s)
		}
	}
	return append(append(append(b, '"'), s...), '"')
}
