package intake

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"gevinst/report/check"
)

// ErrOrgNr says that a list of expected agencies holds something else than an
// organisation number in its first column.
var ErrOrgNr = errors.New("is no organisation number")

// ParseExpected reads a list of agencies: CSV with the organisation number first
// and the name second, further columns being of no interest, with semicolons,
// commas or tabs between, in UTF-8 or as Excel writes it in Norwegian. A first row
// that does not begin with a digit is a heading. The error names the line.
func ParseExpected(data []byte) ([]Agency, error) {
	in := csv.NewReader(strings.NewReader(utf8Of(data)))
	in.Comma, in.FieldsPerRecord, in.LazyQuotes = delimiter(data), -1, true
	agencies := []Agency{}
	for {
		row, err := in.Read()
		if row == nil {
			return unique(agencies), eof(err)
		}
		line, _ := in.FieldPos(0)
		switch orgnr, ok := check.OrgNr(row[0]); {
		case orgnr == "", line == 1 && strings.Trim(orgnr[:1], "0123456789") != "":
		case !ok:
			return nil, fmt.Errorf("%d: «%s»: %w", line, row[0], ErrOrgNr)
		default:
			agencies = append(agencies, Agency{orgnr, name(row)})
		}
	}
}

// eof is the error that ends the reading, but for the end of the file.
func eof(err error) error {
	if err == io.EOF {
		return nil
	}
	return err
}

// unique keeps the first of those that stand twice.
func unique(all []Agency) []Agency {
	slices.SortStableFunc(all, func(a, b Agency) int { return strings.Compare(a.OrgNr, b.OrgNr) })
	return slices.CompactFunc(all, func(a, b Agency) bool { return a.OrgNr == b.OrgNr })
}

func name(row []string) string {
	if len(row) < 2 {
		return ""
	}
	return strings.TrimSpace(row[1])
}

// delimiter is the one that stands most in the first line.
func delimiter(data []byte) rune {
	first, _, _ := bytes.Cut(data, []byte("\n"))
	best := ';'
	for _, r := range ",\t" {
		if bytes.Count(first, []byte(string(r))) > bytes.Count(first, []byte(string(best))) {
			best = r
		}
	}
	return best
}

// utf8Of is a text without its byte order mark; one that is no UTF-8 is taken for
// the code that Windows uses here, of which æ, ø and å stand where Unicode has them.
func utf8Of(data []byte) string {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if utf8.Valid(data) {
		return string(data)
	}
	runes := make([]rune, len(data))
	for i, b := range data {
		runes[i] = rune(b)
	}
	return string(runes)
}
