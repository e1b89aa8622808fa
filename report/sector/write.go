package sector

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
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
// written together.
func Outputs(s *overview.Sector, o Issue, dir string) ([]batch.Output, error) {
	var data bytes.Buffer
	if err := WriteJSON(&data, s); err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data.Bytes())
	document := chapter.ComposeSector(chapter.SectorInput{Sector: s, Spec: o.Spec, Voice: o.Voice, Final: o.Final, Dated: o.Dated,
		ID: hex.EncodeToString(sum[:])[:idDigits]})
	base := filepath.Join(dir, "sektor-"+strconv.Itoa(s.Year))
	return []batch.Output{
		{Path: base + ".pdf", Write: func(w io.Writer) error { return pdf.Write(w, document, pdf.Options{}) }},
		{Path: base + ".html", Write: func(w io.Writer) error { return html.Write(w, document) }},
		{Path: base + ".json", Write: func(w io.Writer) error { _, err := w.Write(data.Bytes()); return err }},
	}, nil
}

// idDigits is the length of a short document id, which is that of the data.
const idDigits = 10

// WriteJSON writes the overview in a stable order, indented by two spaces.
func WriteJSON(w io.Writer, s *overview.Sector) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(s)
}
