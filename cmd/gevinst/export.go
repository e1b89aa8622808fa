package main

import (
	"io"
	"strings"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/csv"
	"gevinst/report/jsonout"
)

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
			file.Blocks, file.SHA256, file.Counts = one.seen.Outcome.Blocks(), &one.seen.Draft.Origin.SHA256, &one.seen.Outcome.Submission.Counts
		}
		files = append(files, file)
	}
	return jsonout.Write(w, map[string]any{"format": "gevinst-check/1", "files": files})
}

// checkedCSV writes a line a finding.
func (p *console) checkedCSV(w io.Writer, all []checked) error {
	out := csv.NewWriter(w)
	out.Write(strings.Split(p.Say("cli.csv.heads"), ";"))
	for _, one := range all {
		if one.refused != "" {
			out.Write([]string{one.file, p.Severity(report.Error), "", "", "", one.refused, "", "", "", ""})
		}
		for _, f := range one.found {
			out.Write(p.csvRow(one, f))
		}
	}
	return out.Close()
}

func (p *console) csvRow(one checked, f report.Finding) []string {
	sentence, remedy := p.Finding(f)
	raw := ""
	if one.seen != nil {
		content, _ := one.seen.Excerpt(f.Place)
		raw = content.In(p.Lang())
	}
	return []string{one.file, p.Severity(f.Severity), f.Rule, f.Place.Sheet, f.Place.Ref(), sentence, remedy, raw, placeList(f.Related), placeList(f.More)}
}
