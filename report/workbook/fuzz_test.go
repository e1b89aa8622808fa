package workbook_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"testing"

	"gevinst/fixtures"
	"gevinst/report/workbook"
	"gevinst/templates"
)

// FuzzRead puts anything in the place of one sheet of a whole workbook: it is
// read with every filled cell accounted for, or refused, never anything else.
func FuzzRead(f *testing.F) {
	sets, err := templates.Sets()
	if err != nil {
		f.Fatal(err)
	}
	whole, err := fixtures.Workbook(sets[0], nil)
	if err != nil {
		f.Fatal(err)
	}
	const part = "xl/worksheets/sheet14.xml" // Prisindeks, a small one
	z, err := zip.NewReader(bytes.NewReader(whole), int64(len(whole)))
	if err != nil {
		f.Fatal(err)
	}
	var parts [][2]string
	for _, e := range z.File {
		r, _ := e.Open()
		data, _ := io.ReadAll(r)
		parts = append(parts, [2]string{e.Name, string(data)})
		if e.Name == part {
			f.Add(string(data))
			f.Add(string(data[:len(data)/2]))
		}
	}
	f.Fuzz(func(t *testing.T, sheet string) {
		var b bytes.Buffer
		out := zip.NewWriter(&b)
		for _, p := range parts {
			w, _ := out.CreateHeader(&zip.FileHeader{Name: p[0], Method: zip.Store})
			if p[0] == part {
				p[1] = sheet
			}
			_, _ = io.WriteString(w, p[1])
		}
		out.Close()
		draft, _, err := workbook.Read(context.Background(), "x.xlsx", bytes.NewReader(b.Bytes()), int64(b.Len()), sets)
		var refused *workbook.Refusal
		switch {
		case errors.As(err, &refused):
		case err != nil:
			t.Errorf("neither read nor refused: %v", err)
		case draft.Counts.Read != draft.Counts.Used+draft.Counts.Form+draft.Counts.Unused:
			t.Errorf("counts do not add up: %+v", draft.Counts)
		}
	})
}
