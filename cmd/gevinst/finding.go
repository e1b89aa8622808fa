package main

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"strings"
	"syscall"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/workbook"
)

// refusalOf is the finding of a file that is no workbook of ours.
func refusalOf(err error) (report.Finding, bool) {
	var refusal *workbook.Refusal
	if errors.As(err, &refusal) {
		return refusal.Finding, true
	}
	return report.Finding{}, false
}

// unreadableBecause is the sentence for a file that the system will not give us.
func unreadableBecause(err error) (string, []report.Arg) {
	switch {
	case errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR):
		return "file.missing", nil
	case errors.Is(err, fs.ErrPermission):
		return "file.denied", nil
	case errors.Is(err, batch.ErrFolder):
		return "file.folder", nil
	default:
		return "file.broken", []report.Arg{word("detail", err.Error())}
	}
}

// findingLine is the one line of a finding, the same on every run.
func (p *console) findingLine(file string, f report.Finding) string {
	at := ""
	if where := f.Place.String(); where != "" {
		at = " " + where + ":"
	}
	sentence, _ := batch.Tell(p.Voice, f)
	return file + ":" + at + " " + p.Say("cli.severity."+f.Severity.Letter()) + " " + f.Rule + ": " + sentence
}

// findingNote prints a finding with its remedy on standard error.
func (p *console) findingNote(file string, f report.Finding) {
	p.print(p.errs, inert(p.findingLine(file, f))+"\n")
	if _, remedy := batch.Tell(p.Voice, f); remedy != "" {
		p.note("cli.finding.remedy", word("remedy", remedy))
	}
}

// checkedText prints the findings of every file, its counts, and one verdict.
func (p *console) checkedText(all []checked) {
	for _, one := range all {
		p.fileText(one)
	}
	key := map[int]string{done: "cli.verdict.ready", blocked: "cli.verdict.blocked", unreadable: "cli.verdict.unreadable", partly: "cli.verdict.partly"}[verdict(all)]
	blocks, refused := 0, 0
	for _, one := range all {
		if one.seen == nil {
			refused++
		} else if one.seen.Outcome.Blocks() {
			blocks++
		}
	}
	p.say(key, count("n", len(all)), count("blocked", blocks), count("refused", refused))
}

func (p *console) fileText(one checked) {
	if one.refused != "" {
		p.line(one.refused)
		return
	}
	for i, f := range one.found {
		p.line(p.findingLine(one.file, f))
		p.details(one, f)
		_, remedy := batch.Tell(p.Voice, f)
		if i+1 < len(one.found) && alike(f, one.found[i+1]) && remedyOf(p, one.found[i+1]) == remedy {
			continue
		}
		if remedy != "" {
			p.line("  " + p.Say("cli.finding.remedy", word("remedy", remedy)))
		}
	}
	if one.seen != nil {
		n := tally(one.found)
		p.say("cli.check.counts", word("file", one.file), count("errors", n[report.Error]), count("warnings", n[report.Warning]), count("infos", n[report.Info]))
		cells := one.seen.Draft.Counts
		p.say("cli.check.cells", word("file", one.file), count("read", cells.Read), count("used", cells.Used), count("form", cells.Form), count("unused", cells.Unused))
	}
}

// alike tells whether two findings are of one kind, so that the remedy they
// share is said once, after the last.
func alike(a, b report.Finding) bool { return a.Rule == b.Rule && a.Variant == b.Variant }

func remedyOf(p *console, f report.Finding) string {
	_, remedy := batch.Tell(p.Voice, f)
	return remedy
}

// details prints what stands in the cell and which other cells took part.
func (p *console) details(one checked, f report.Finding) {
	if one.seen == nil {
		return
	}
	if raw, ok := one.seen.Excerpt(f.Place); ok {
		p.line("  " + p.Say("cli.finding.excerpt", word("place", f.Place.String()), word("raw", raw)))
	}
	if len(f.More) > 0 {
		p.line("  " + p.Say("cli.finding.more", count("n", len(f.More)), word("places", placeList(f.More))))
	}
	if len(f.Related) > 0 {
		p.line("  " + p.Say("cli.finding.related", word("places", placeList(f.Related))))
	}
}

func placeList(places []report.Place) string {
	names := make([]string, 0, len(places))
	for _, p := range places {
		names = append(names, p.String())
	}
	return strings.Join(names, ", ")
}

func tally(found []report.Finding) map[report.Severity]int {
	n := map[report.Severity]int{}
	for _, f := range found {
		n[f.Severity]++
	}
	return n
}

// checkedFile is one file of a check in JSON.
type checkedFile struct {
	File     string              `json:"file"`
	Readable bool                `json:"readable"`
	Reason   *string             `json:"reason"` // why it cannot be read, where no finding says so
	SHA256   *string             `json:"sha256"`
	Blocks   bool                `json:"blocks"`
	Counts   *report.Counts      `json:"cells"`
	Findings []batch.FindingLine `json:"findings"`
}

func (p *console) checkedJSON(w io.Writer, all []checked) error {
	files := make([]checkedFile, 0, len(all))
	for _, one := range all {
		file := checkedFile{File: one.file, Readable: one.seen != nil, Blocks: true, Findings: batch.FindingLines(one.found, p.Voice)}
		if one.refused != "" {
			file.Reason = &one.refused
		}
		if one.seen != nil {
			file.Blocks, file.SHA256, file.Counts = one.seen.Outcome.Blocks(), &one.seen.Draft.Origin.SHA256, &one.seen.Draft.Counts
		}
		files = append(files, file)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(map[string]any{"format": "gevinst-check/1", "files": files})
}

// checkedCSV writes a line a finding for a spreadsheet in Norwegian settings:
// semicolons, since the comma is the decimal sign there, a byte order mark,
// since Excel otherwise takes UTF-8 for another code, and CRLF as RFC 4180 says.
func (p *console) checkedCSV(w io.Writer, all []checked) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.Comma, out.UseCRLF = ';', true
	rows := [][]string{strings.Split(p.Say("cli.csv.heads"), ";")}
	for _, one := range all {
		if one.refused != "" {
			rows = append(rows, []string{one.file, p.Say("cli.severity.E"), "", "", "", one.refused, "", "", "", ""})
		}
		for _, f := range one.found {
			rows = append(rows, p.csvRow(one, f))
		}
	}
	for _, row := range rows {
		for i := range row {
			row[i] = harmless(row[i])
		}
	}
	return out.WriteAll(rows)
}

func (p *console) csvRow(one checked, f report.Finding) []string {
	sentence, remedy := batch.Tell(p.Voice, f)
	raw := ""
	if one.seen != nil {
		raw, _ = one.seen.Excerpt(f.Place)
	}
	return []string{one.file, p.Say("cli.severity." + f.Severity.Letter()), f.Rule, f.Place.Sheet, f.Place.Ref(), sentence, remedy, raw, placeList(f.Related), placeList(f.More)}
}

// harmless keeps a spreadsheet from running a cell as a formula.
func harmless(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
