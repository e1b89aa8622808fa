package audit

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"gevinst/report"
	"gevinst/report/audit/evidence"
	"gevinst/report/audit/printed"
	"gevinst/report/batch"
	"gevinst/report/text"
)

// The files of a report, by the end of their names.
const (
	pdfFile       = ".pdf"
	htmlFile      = ".html"
	jsonFile      = ".json"
	manifestFile  = evidence.ManifestSuffix
	signatureFile = evidence.ManifestSuffix + evidence.SignatureSuffix
)

// The files inside a PDF that carries its evidence with it.
const (
	insideWorkbook = "arbeidsbok.xlsx"
	insideFigures  = "regnestykke.json"
)

// largest is more than a file of a report can be; a workbook may be as large.
const largest = 1 << 30

// gather reads the report and what lies beside and inside it.
func gather(ctx context.Context, r Request) (*examination, error) {
	x := &examination{ctx: ctx, request: r, files: map[string][]byte{}, dir: filepath.Dir(r.Report)}
	x.base = strings.TrimSuffix(filepath.Base(r.Report), filepath.Ext(r.Report))
	for _, end := range []string{manifestFile, signatureFile, jsonFile, htmlFile, pdfFile} {
		path := filepath.Join(x.dir, x.base+end)
		if end == pdfFile {
			path = r.Report
		}
		content, err := readFile(path)
		switch {
		case err == nil:
			x.files[end] = content
		case errors.Is(err, fs.ErrNotExist) && (end != pdfFile || x.files[manifestFile] != nil): // the manifest tells what is missing
		default:
			return nil, err
		}
	}
	x.begin("package")
	x.readManifest()
	if content := x.files[pdfFile]; content != nil {
		x.pdf, x.pdfErr = printed.PDF(content)
	}
	x.readFigures()
	x.sector = x.sector || x.statement == nil && printsSector(x.pdf)
	x.settle()
	return x, nil
}

// readFile reads a regular file of bounded size.
func readFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return nil, &fs.PathError{Op: "read", Path: path, Err: batch.ErrFolder}
	}
	if !info.Mode().IsRegular() || info.Size() > largest {
		return nil, &fs.PathError{Op: "read", Path: path, Err: batch.ErrDevice}
	}
	return os.ReadFile(path)
}

func (x *examination) readManifest() {
	content, ok := x.files[manifestFile]
	if !ok {
		return
	}
	s, err := evidence.Read(content)
	if err != nil {
		x.except(Exception{Kind: "manifest.unreadable", File: x.base + manifestFile})
		return
	}
	x.statement = &s
}

// readFigures takes the figures beside the report, else those inside it.
func (x *examination) readFigures() {
	content, name := x.files[jsonFile], x.base+jsonFile
	if content == nil && x.pdf != nil {
		content, name = x.pdf.Attached[insideFigures], insideFigures
	}
	if content == nil {
		return
	}
	x.figuresName = name
	kind, format := batch.KindOf(bytes.NewReader(content))
	x.sector = kind == batch.IsSector
	if err := json.Unmarshal(content, &x.figures); err == nil && kind == batch.IsReport {
		x.figuresRaw = content
		return
	}
	x.figures = nil
	switch kind {
	case batch.IsSector: // retrace tells it
	case batch.IsCut:
		x.except(Exception{Kind: "json.cut", File: name})
	case batch.IsVersion:
		x.except(Exception{Kind: "json.version", File: name, Reported: format, Found: batch.Format})
	default:
		x.except(Exception{Kind: "json.unreadable", File: name})
	}
}

// settle finds out how the report was issued: from the manifest, else from its
// figures, else from the PDF itself.
func (x *examination) settle() {
	switch {
	case x.statement != nil:
		x.parameters, x.stated = x.statement.Predicate.Parameters, &x.statement.Predicate.Workbook
	case x.figures != nil:
		x.parameters = evidence.Parameters{Language: string(x.figures.Language), Status: string(x.figures.Status)}
		x.stated = &evidence.Workbook{File: x.figures.Source.File, SHA256: x.figures.Source.SHA256, Data: x.figures.Source.Data}
	case x.pdf != nil:
		x.parameters = evidence.Parameters{Language: x.pdf.Lang[:min(2, len(x.pdf.Lang))], Status: string(batch.Final)}
		if x.pdf.Draft {
			x.parameters.Status = string(batch.Draft)
		}
		x.stated = printedSource(x.pdf, report.Lang(x.parameters.Language))
	}
	if x.statement == nil && x.pdf != nil {
		x.parameters.Embedded = len(x.pdf.Attached) > 0
	}
}

// printedSource is the workbook that a PDF says it was made of, where it lies alone;
// nil where it does not say. checkPDF compares the words themselves.
func printedSource(d *printed.Document, lang report.Lang) *evidence.Workbook {
	voice, err := text.For(lang)
	if err != nil {
		return nil
	}
	said := func(key string) string {
		for _, b := range d.Blocks {
			if value, ok := strings.CutPrefix(b.Words, voice.Say(key)+" "); ok && b.Kind == printed.Item {
				return value
			}
		}
		return ""
	}
	w := &evidence.Workbook{File: said("chapter.data.file"), SHA256: said("chapter.data.sha256"), Data: said("chapter.data.hash")}
	if w.File == "" || !sum64.MatchString(w.SHA256) || !sum64.MatchString(w.Data) {
		return nil
	}
	return w
}

// printsSector tells whether a PDF has the title of a sector's report, in any language.
func printsSector(d *printed.Document) bool {
	if d == nil || len(d.Blocks) == 0 {
		return false
	}
	for _, lang := range report.Langs() {
		voice, err := text.For(lang)
		if err != nil {
			continue
		}
		before, after, _ := strings.Cut(voice.Say("sector.title", report.Arg{Name: "year", Value: "\x00"}), "\x00")
		if title := d.Blocks[0].Words; strings.HasPrefix(title, before) && strings.HasSuffix(title, after) {
			return true
		}
	}
	return false
}

func sum(content []byte) string {
	s := sha256.Sum256(content)
	return hex.EncodeToString(s[:])
}
