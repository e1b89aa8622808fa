package main

import (
	"io"
	"os"
	"strings"

	"gevinst/report/sector/overview"
)

// ofSector tells whether a PDF is a sector report, by the JSON beside it. It has no
// workbook that it could be proved against.
func ofSector(pdf string) bool {
	if len(pdf) < len(".pdf") {
		return false
	}
	file, err := os.Open(pdf[:len(pdf)-len(".pdf")] + ".json")
	if err != nil {
		return false
	}
	defer file.Close()
	const enough = 256 // the format is the first thing that the file says
	head, err := io.ReadAll(io.LimitReader(file, enough))
	return err == nil && strings.Contains(string(head), `"`+overview.Format+`"`)
}
