package batch

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
)

// Kind is what a file is that somebody took for the JSON of a report. Its sentence
// stands under "file.is.<kind>".
type Kind string

// The kinds of file.
const (
	IsReport   Kind = "report"   // it states the format of a report that this version writes
	IsVersion  Kind = "version"  // of a report that another version writes
	IsSector   Kind = "sector"   // a sector's report
	IsProfile  Kind = "profile"  // a ministry's profile
	IsManifest Kind = "manifest" // of a report
	IsBatch    Kind = "batch"    // what a batch tells of itself
	IsOutput   Kind = "output"   // another list that gevinst writes, by a command of that name
	IsSchema   Kind = "schema"   // JSON Schema
	IsForeign  Kind = "foreign"  // JSON that states none of our formats
	IsCut      Kind = "cut"      // JSON that ends too early
	IsText     Kind = "text"     // no JSON
	IsEmpty    Kind = "empty"
	IsPDF      Kind = "pdf"
	IsHTML     Kind = "html"
	IsZip      Kind = "zip" // a workbook, or another ZIP
)

// KindOf says what a file is, and which format it states, "" where it states none.
func KindOf(r io.Reader) (Kind, string) {
	in := bufio.NewReader(r)
	start, _ := in.Peek(512)
	start = bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(start, []byte("\ufeff"))))
	switch {
	case len(start) == 0:
		return IsEmpty, ""
	case bytes.HasPrefix(start, []byte("pk\x03\x04")):
		return IsZip, ""
	case bytes.HasPrefix(start, []byte("%pdf")):
		return IsPDF, ""
	case bytes.HasPrefix(start, []byte("<!doctype html")) || bytes.HasPrefix(start, []byte("<html")):
		return IsHTML, ""
	case !bytes.ContainsAny(start[:1], "{["):
		return IsText, ""
	}
	format, err := statedFormat(json.NewDecoder(in))
	switch {
	case errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF):
		return IsCut, format
	case err != nil:
		return IsText, format
	case start[0] == '[':
		return IsForeign, ""
	}
	return kindBy(format), format
}

// kindBy is the kind of a file that states a format.
func kindBy(format string) Kind {
	if format == Format {
		return IsReport
	}
	for start, kind := range map[string]Kind{
		"gevinst-report/": IsVersion, "gevinst-sector/": IsSector, "gevinst-profile/": IsProfile, "gevinst-batch": IsBatch,
		"https://in-toto.io/": IsManifest, "https://json-schema.org/": IsSchema,
	} {
		if strings.HasPrefix(format, start) {
			return kind
		}
	}
	if strings.HasPrefix(format, "gevinst-") {
		return IsOutput
	}
	return IsForeign
}

// statedFormat reads one value to its end, and gives the format that its object states
// under one of the keys that formats stand under.
func statedFormat(d *json.Decoder) (format string, err error) {
	depth, key, named := 0, "", false // named: the key of what comes next is known
	for {
		token, err := d.Token()
		if err != nil {
			return format, err
		}
		said, _ := token.(string)
		switch delimiter, _ := token.(json.Delim); {
		case delimiter == '{' || delimiter == '[':
			depth++
			continue
		case delimiter != 0:
			depth--
		case depth == 1 && !named:
			key, named = said, true
			continue
		case depth == 1 && (key == "format" || key == "_type" || key == "$schema"):
			format = said
		}
		if depth == 0 {
			return format, nil
		}
		named = named && depth > 1
	}
}
