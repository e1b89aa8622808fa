package workbook

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
	"strconv"
	"strings"

	"gevinst/report"
)

// How many cells that nothing claims are named one by one, in a finding and in
// the Draft. All are counted.
const (
	mostNamed = 20
	mostKept  = 10_000
)

// strays are the filled cells of one sheet that no field claims: one finding.
type strays struct {
	rd     *reading
	sheet  string
	places []report.Place
	n      int
}

func (rd *reading) stray(i int) *strays { return &strays{rd: rd, sheet: rd.book.Sheets[i].Name} }

// add counts a cell; a told one has a finding of its own.
func (s *strays) add(c report.Cell, told bool) {
	s.rd.draft.Counts.Unused++
	at := report.Place{Sheet: s.sheet, Row: int(c.Row), Col: int(c.Col)}
	if len(s.rd.draft.Unused) < mostKept {
		s.rd.draft.Unused = append(s.rd.draft.Unused, at)
	}
	if told {
		return
	}
	s.n++
	if len(s.places) < mostNamed {
		s.places = append(s.places, at)
	}
}

func (s *strays) done() {
	if s.n == 0 {
		return
	}
	s.rd.find("V-009", "", report.Warning, s.places[0], arg("n", s.n), arg("ark", s.sheet))
	s.rd.findings[len(s.rd.findings)-1].More = s.places[1:]
}

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
	sum := sha256.New()
	for _, s := range d.Sheets {
		keys := map[[2]int]string{}
		for _, c := range s.Columns {
			keys[[2]int{c.Col, c.Row}] = c.Key
		}
		for n, row := range s.Rows {
			for _, c := range row.Cells {
				at := [2]int{int(c.Col), 0}
				if row.Number == 0 {
					at[1] = int(c.Row)
				}
				hashCell(sum, s.Key, n, keys[at], c)
			}
		}
	}
	return hex.EncodeToString(sum.Sum(nil))
}

func hashCell(sum hash.Hash, sheet string, record int, key string, c report.Cell) {
	value := c.Raw
	switch c.Kind {
	case report.Number:
		// a float here decides no amount: it only makes two spellings of one number alike
		if f, err := strconv.ParseFloat(c.Raw, 64); err == nil {
			value = strconv.FormatFloat(f, 'g', 15, 64)
		}
	case report.Text:
		value = strings.ReplaceAll(value, "\r\n", "\n")
	}
	b := make([]byte, 0, 128)
	b = append(strconv.AppendQuote(b, sheet), ' ')
	b = append(strconv.AppendInt(b, int64(record), 10), ' ')
	b = append(strconv.AppendQuote(b, key), ' ')
	b = append(strconv.AppendInt(b, int64(c.Kind), 10), ' ')
	sum.Write(append(strconv.AppendQuote(b, value), '\n'))
}
