package sector

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"path/filepath"
	"strconv"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/chapter"
	"gevinst/report/html"
	"gevinst/report/pdf"
	"gevinst/report/sector/overview"
	"gevinst/report/text"
)

// Issue is how a sector report is issued.
type Issue struct {
	Voice *text.Voice
	Spec  *report.Spec // of the requirement set
	Final bool
	Dated report.Date // of the documents' properties
}

// Outputs are sektor-<year>.pdf, .html and .json in a folder that exists, to be
// written together. The JSON is written twice, first for nothing but its hash: that of
// a large sector would be a heavy thing to keep.
func Outputs(s *overview.Sector, o Issue, dir string) ([]batch.Output, error) {
	sum := sha256.New()
	if err := WriteJSON(sum, s); err != nil {
		return nil, err
	}
	document := chapter.ComposeSector(chapter.SectorInput{Sector: s, Spec: o.Spec, Voice: o.Voice, Final: o.Final, Dated: o.Dated,
		ID: hex.EncodeToString(sum.Sum(nil))[:idDigits]})
	base := filepath.Join(dir, "sektor-"+strconv.Itoa(s.Year))
	return []batch.Output{
		{Path: base + ".pdf", Write: func(w io.Writer) error { return pdf.Write(w, document, pdf.Options{}) }},
		{Path: base + ".html", Write: func(w io.Writer) error { return html.Write(w, document) }},
		{Path: base + ".json", Write: func(w io.Writer) error { return WriteJSON(w, s) }},
	}, nil
}

// idDigits is the length of a short document id, which is that of the data.
const idDigits = 10
