package audit

import (
	"os"
	"path/filepath"
	"slices"
	"time"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/check"
	"gevinst/report/text"
)

// remake makes the report again.
func (x *examination) remake(o check.Options) {
	lang := report.Lang(x.parameters.Language)
	voice, err := text.For(lang)
	if err != nil || !slices.Contains(report.Langs(), lang) {
		x.stop(Exception{Kind: "language.unknown", Reported: x.parameters.Language})
		return
	}
	x.voice = voice
	if x.workbook.seen.Outcome.Ledger == nil {
		x.stop(Exception{Kind: "workbook.blocked", File: filepath.Base(x.workbook.path)})
		return
	}
	issue := batch.Issue{Voice: voice, Version: x.request.Version, Status: batch.Status(x.parameters.Status), Previous: o.Previous, Profile: o.Profile,
		Words: report.Lang(x.parameters.Words), Embed: x.parameters.Embedded, Dated: day(x.parameters.Dated)}
	if x.statement == nil {
		issue.Dated = x.workbook.seen.Outcome.Submission.Agency.ApprovedOn.Or(report.Date{})
	}
	if issue.Embed {
		x.embedded()
	}
	x.remade, err = batch.Remake(x.workbook.seen, issue)
	if err != nil {
		x.stop(Exception{Kind: "remake.failed", Args: words("detail", err.Error())})
	}
}

// embedded puts the workbook that is inside the PDF where it can be read again.
func (x *examination) embedded() {
	dir, err := os.MkdirTemp("", "gevinst")
	if err != nil {
		return
	}
	x.temp = dir
	content := x.workbook.content
	if x.pdf != nil && x.dataSame && x.pdf.Attached[insideWorkbook] != nil {
		content = x.pdf.Attached[insideWorkbook]
	}
	x.workbook.seen.Path = filepath.Join(dir, insideWorkbook)
	if os.WriteFile(x.workbook.seen.Path, content, 0o600) == nil {
		x.workbook.seen.Outcome.Submission.Origin.SHA256 = sum(content)
	}
}

func day(iso string) report.Date {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return report.Date{}
	}
	return report.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}
