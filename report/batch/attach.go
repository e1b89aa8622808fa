package batch

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"

	"gevinst/report/pdf"
)

// ErrChanged says that the workbook is another file than the one that was examined.
var ErrChanged = errors.New("the workbook was changed while the section was made")

// attachments is what lies inside the PDF where it is asked for: the workbook, the
// very bytes that were examined, and the figures as the JSON beside the PDF has them.
func attachments(e *Examined, o Issue) (pdf.Options, error) {
	if !o.Embed {
		return pdf.Options{}, nil
	}
	workbook, err := os.ReadFile(e.Path)
	if err != nil {
		return pdf.Options{}, err
	}
	if sum := sha256.Sum256(workbook); hex.EncodeToString(sum[:]) != e.Outcome.Submission.Origin.SHA256 {
		return pdf.Options{}, ErrChanged
	}
	var figures bytes.Buffer
	if err := WriteJSON(&figures, DocumentOf(e.Outcome, o.telling())); err != nil {
		return pdf.Options{}, err
	}
	return pdf.Options{Attached: []pdf.Attachment{
		{Name: "arbeidsbok.xlsx", Type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Relation: "Source",
			About: o.Voice.Say("attach.workbook"), Data: workbook},
		{Name: "regnestykke.json", Type: "application/json", Relation: "Data", About: o.Voice.Say("attach.figures"), Data: figures.Bytes()},
	}}, nil
}
