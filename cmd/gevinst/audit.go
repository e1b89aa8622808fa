package main

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gevinst/report/audit"
	"gevinst/report/audit/evidence"
	"gevinst/report/audit/page"
	"gevinst/report/batch"
	"gevinst/templates"
)

func auditCommand() command {
	return command{name: "audit", run: toFile(runAudit), takes: printed, flags: []option{
		{name: "workbook", takes: "inbox"},
		{name: "previous", takes: "inbox"},
		profileOption(),
		{name: "key", takes: "key"},
		{name: "format", takes: "format", values: []string{"text", "json", "html"}},
		listOption(),
		langOption(),
	}}
}

// runAudit proves every report that is named, or that lies in the folder.
func runAudit(c *call) int {
	target, err := c.onlyOne("slip.audit.nofile", "slip.audit.more")
	if err != nil {
		return c.misuse("audit", err)
	}
	request, code := c.auditRequest()
	if code != done {
		return code
	}
	reports, code := c.reports(target)
	if code != done {
		return code
	}
	if len(reports) > 1 && (request.Workbook != "" || request.Previous != "") {
		return c.misuse("audit", slip("slip.audit.one", word("value", target)))
	}
	if len(reports) > 1 && c.value("format") == "html" {
		return c.misuse("audit", slip("slip.audit.page", word("value", target)))
	}
	var all []*audit.Verdict
	var trail *audit.Trail // of the last: a page is of one report
	for _, path := range reports {
		request.Report = path
		var verdict *audit.Verdict
		if verdict, trail, err = c.audited(request); err != nil {
			return c.refuse(path, err)
		}
		all = append(all, verdict)
	}
	if err := c.write(func(w io.Writer) error { return c.writeAudit(w, all, trail) }); err != nil {
		return c.broken(err)
	}
	return auditCode(all)
}

// audited keeps what the audit saw only where a page is to show it.
func (c *call) audited(r audit.Request) (*audit.Verdict, *audit.Trail, error) {
	if c.value("format") == "html" {
		return audit.Follow(c.ctx, r)
	}
	v, err := audit.Verify(c.ctx, r)
	return v, nil, err
}

func (c *call) writeAudit(w io.Writer, all []*audit.Verdict, trail *audit.Trail) error {
	switch c.value("format") {
	case "html":
		return page.Write(w, page.Audit{Verdict: all[0], Trail: trail, Version: version()}, c.Voice)
	case "json":
		return audit.WriteJSON(w, all, c.Voice)
	default:
		_, err := io.WriteString(w, c.auditText(all))
		return err
	}
}

// auditRequest is what the flags ask for, of whichever report.
func (c *call) auditRequest() (audit.Request, int) {
	r := audit.Request{Workbook: c.value("workbook"), Previous: c.value("previous"), Version: version(), Build: build()}
	var err error
	if r.Sets, err = templates.Sets(); err != nil {
		return r, c.broken(err)
	}
	code := c.place(&r.Workbook, &r.Inbox)
	if code == done {
		code = c.place(&r.Previous, &r.Archive)
	}
	if code != done {
		return r, code
	}
	if r.Profile, code = c.profile(); code != done {
		return r, code
	}
	path := c.value("key")
	if path == "" {
		return r, done
	}
	content, code := c.keyFile(path)
	if code != done {
		return r, code
	}
	if r.Key, err = evidence.Public(content); err != nil {
		return r, c.badKey(path, err)
	}
	return r, done
}

// place tells a folder of workbooks from one workbook.
func (c *call) place(path *string, folder **audit.Folder) int {
	if *path == "" {
		return done
	}
	info, err := os.Stat(*path)
	if err != nil {
		return c.refuse(*path, err)
	}
	if !info.IsDir() {
		return done
	}
	dir := *path
	*path = ""
	if *folder, err = audit.OpenFolder(dir); err != nil {
		return c.refuse(dir, err)
	}
	return done
}

// reports is the PDFs that are meant: the one that is named, or those of a folder.
func (c *call) reports(target string) ([]string, int) {
	info, err := os.Stat(target)
	if err != nil {
		return nil, c.refuse(target, err)
	}
	if !info.IsDir() {
		pdf := reportOf(target)
		if pdf == "" || !there(pdf) && !there(strings.TrimSuffix(pdf, ".pdf")+evidence.ManifestSuffix) {
			return nil, c.noPDF(target, pdf)
		}
		return []string{pdf}, done
	}
	entries, err := os.ReadDir(target)
	if err != nil {
		return nil, c.refuse(target, err)
	}
	names, others := pdfsOf(entries)
	if len(names) == 0 {
		return nil, c.misuse("audit", slip("slip.audit.none", word("value", target)))
	}
	if len(others) > 0 {
		c.note("audit.others", count("n", len(others)), word("files", strings.Join(others, ", ")))
	}
	paths := make([]string, 0, len(names))
	for _, name := range names {
		paths = append(paths, filepath.Join(target, name))
	}
	return paths, done
}

func there(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// noPDF says why a file does not lead to a report.
func (c *call) noPDF(target, pdf string) int {
	switch end := strings.ToLower(filepath.Ext(target)); end {
	case ".xlsx", ".xlsm":
		return c.misuse("audit", slip("slip.audit.workbook", word("value", target)))
	case ".json":
		file, code := c.openDocument(target)
		if code != done {
			return code
		}
		defer file.Close()
		if kind, _ := batch.KindOf(file); kind != batch.IsReport {
			return c.notReport(target, file)
		}
		return c.misuse("audit", slip("slip.audit.alone", word("value", target), word("pdf", pdf)))
	default:
		return c.misuse("audit", slip("slip.audit.pdf", word("value", target)))
	}
}

// reportOf is the PDF of the report that a file belongs to, "" where it can belong to none.
func reportOf(path string) string {
	for _, end := range []string{evidence.ManifestSuffix + evidence.SignatureSuffix, evidence.ManifestSuffix, ".pdf", ".json", ".html"} {
		if n := len(path) - len(end); n > 0 && strings.EqualFold(path[n:], end) {
			if end == ".pdf" {
				return path
			}
			return path[:n] + ".pdf"
		}
	}
	return ""
}

// pdfsOf is the reports of a folder, and its other PDFs: a manifest names a report even
// where its PDF is gone, and where none lies there every PDF is one.
func pdfsOf(entries []fs.DirEntry) (named, others []string) {
	for _, e := range entries {
		if base, ok := strings.CutSuffix(e.Name(), evidence.ManifestSuffix); ok {
			named = append(named, base+".pdf")
		} else if strings.EqualFold(filepath.Ext(e.Name()), ".pdf") {
			others = append(others, e.Name())
		}
	}
	if len(named) == 0 {
		named, others = others, nil
	}
	slices.Sort(named)
	return named, slices.DeleteFunc(others, func(name string) bool { return slices.Contains(named, name) })
}

// auditText is what differs, what was compared, and the verdict.
func (p *console) auditText(all []*audit.Verdict) string {
	var b strings.Builder
	for i, one := range all {
		if i > 0 {
			b.WriteString("\n")
		}
		for _, e := range one.Exceptions {
			b.WriteString(inert(p.exceptionLine(one.Report, e)) + "\n")
		}
		var rows [][2]string
		for _, c := range one.Checks {
			rows = append(rows, [2]string{c.Name(p.Voice), one.Outcome(c, p.Voice)})
		}
		b.WriteString(inertLines(columns(rows)))
		b.WriteString(inert(filepath.Base(one.Report)+": "+one.Words(p.Voice)) + "\n")
	}
	if len(all) > 1 {
		b.WriteString("\n" + p.auditTotal(all) + "\n")
	}
	return b.String()
}

// auditTotal says in one line how many reports came to which verdict.
func (p *console) auditTotal(all []*audit.Verdict) string {
	n := map[audit.Level]int{}
	for _, one := range all {
		n[one.Level]++
	}
	return p.Say("audit.total", count("n", len(all)), count("same", n[audit.Reperformed]), count("differ", n[audit.Differs]), count("not", n[audit.Impossible]))
}

// exceptionLine is one exception in one line, as a finding is.
func (p *console) exceptionLine(path string, e audit.Exception) string {
	file := e.File
	if file == "" {
		file = filepath.Base(path)
	}
	at := ""
	if where := e.Where(p.Voice); where != "" {
		at = " " + where + ":"
	}
	return file + ":" + at + " " + p.Severity(e.Severity) + " " + e.Check + "/" + e.Kind + ": " + e.Sentence(p.Voice)
}

// auditCode is the exit code of the worst verdict.
func auditCode(all []*audit.Verdict) int {
	code := done
	for _, one := range all {
		switch one.Level {
		case audit.Impossible:
			return unreadable
		case audit.Differs:
			code = blocked
		}
	}
	return code
}
