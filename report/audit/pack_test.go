package audit_test

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/audit"
	"gevinst/report/audit/evidence"
	"gevinst/report/batch"
	"gevinst/report/check"
	"gevinst/report/workbook"
	"gevinst/report/workbook/booktest"
	"gevinst/templates"
)

// The names of the example agency's files.
const (
	name      = "123456785-2017"
	pdfName   = name + ".pdf"
	htmlName  = name + ".html"
	jsonName  = name + ".json"
	manifest  = name + ".manifest.json"
	signature = name + ".manifest.json.sig"
	bookName  = name + ".xlsx"
)

// pack is the files of a report in a folder, and what is asked about them.
type pack struct {
	files   map[string][]byte
	request audit.Request
}

func (p pack) clone() *pack {
	return &pack{files: maps.Clone(p.files), request: p.request}
}

// key is always the same, so that the same report is made every time.
func key() ed25519.PrivateKey {
	return ed25519.NewKeyFromSeed(bytes.Repeat([]byte{7}, ed25519.SeedSize))
}

// book is a filled-in workbook: the example agency's, changed.
func book(t testing.TB, lang report.Lang, change func(report.Filling)) []byte {
	t.Helper()
	filling, err := templates.Demo(sets(t)[0].Set, lang)
	if err != nil {
		t.Fatal(err)
	}
	if change != nil {
		change(filling)
	}
	year, err := strconv.Atoi(filling["virksomhet"][0]["rapportaar"])
	if err != nil {
		t.Fatal(err)
	}
	return booktest.Write(t, workbook.Order{Year: year, Lang: lang, Filling: filling, Rows: 4})
}

// made is a report made of a workbook, with last year's where there is one.
func made(t testing.TB, workbook, last []byte, issue batch.Issue) pack {
	t.Helper()
	dir := t.TempDir()
	put(t, dir, bookName, workbook)
	o := check.Options{Final: issue.Status == batch.Final, Profile: issue.Profile}
	if last != nil {
		put(t, dir, "2016.xlsx", last)
		e, err := batch.Examine(context.Background(), filepath.Join(dir, "2016.xlsx"), check.Options{})
		if err != nil {
			t.Fatal(err)
		}
		o.Previous, issue.Previous = e.Outcome, e.Outcome
	}
	e, err := batch.Examine(context.Background(), filepath.Join(dir, bookName), o)
	if err != nil {
		t.Fatal(err)
	}
	return section(t, e, issue, dir)
}

// section is the report of a workbook that was examined and lies in the folder.
func section(t testing.TB, e *batch.Examined, issue batch.Issue, dir string) pack {
	t.Helper()
	issue.Version, issue.Key = "v1", key()
	issue.Dated = e.Outcome.Submission.Agency.ApprovedOn.Or(report.Date{})
	if _, err := batch.Section(e, issue, dir); err != nil {
		t.Fatalf("%v: %+v", err, e.Outcome.Findings)
	}
	public, _ := key().Public().(ed25519.PublicKey)
	return pack{files: read(t, dir), request: audit.Request{Version: "v1", Profile: issue.Profile, Sets: sets(t), Key: public}}
}

func put(t testing.TB, dir, name string, content []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
		t.Fatal(err)
	}
}

func read(t testing.TB, dir string) map[string][]byte {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, e := range entries {
		if files[e.Name()], err = os.ReadFile(filepath.Join(dir, e.Name())); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// audited writes the files into a folder of their own and audits them.
func (p *pack) audited(t testing.TB) *audit.Verdict {
	t.Helper()
	dir := t.TempDir()
	for name, content := range p.files {
		put(t, dir, name, content)
	}
	r := p.request
	r.Report = filepath.Join(dir, pdfName)
	for name := range p.files {
		if base, ok := strings.CutSuffix(name, evidence.ManifestSuffix); ok {
			r.Report = filepath.Join(dir, base+".pdf")
		}
	}
	if r.Workbook != "" {
		r.Workbook = filepath.Join(dir, r.Workbook)
	}
	v, err := audit.Verify(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// told is the exceptions in words, one a line.
func told(t testing.TB, v *audit.Verdict) string {
	t.Helper()
	en := voice(t, report.EN)
	var b strings.Builder
	for _, e := range v.Exceptions {
		b.WriteString(e.Check + "/" + e.Kind + " " + e.File + " [" + e.Where(en) + "] " + e.Sentence(en) + "\n")
	}
	return b.String()
}

// resigned is the manifest changed and signed again by the one who changed it.
func (p *pack) resign(t testing.TB) {
	t.Helper()
	s, err := evidence.Sign(key(), p.files[manifest])
	if err != nil {
		t.Fatal(err)
	}
	p.files[signature] = s
}

// replace changes one place in a file; a change that changes nothing is a flaw of the test.
func (p *pack) replace(t testing.TB, file, old, new string) {
	t.Helper()
	was := p.files[file]
	p.files[file] = bytes.Replace(was, []byte(old), []byte(new), 1)
	if bytes.Equal(was, p.files[file]) {
		t.Fatalf("%s does not hold %q", file, old)
	}
}

// sourceKinds finds the kinds of exception that the source names.
func sourceKinds(t testing.TB) []string {
	t.Helper()
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	kind := regexp.MustCompile(`(?:Kind: |Kind, e.Severity = |kind := |kind = )"([a-z.]+[a-z])"`)
	var kinds []string
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range kind.FindAllStringSubmatch(string(source), -1) {
			kinds = append(kinds, m[1])
		}
	}
	form, err := os.ReadFile("../workbook/inspect.go")
	if err != nil {
		t.Fatal(err)
	}
	odd := regexp.MustCompile(`OddityKind = "([a-z0-9]+)"`).FindAllStringSubmatch(string(form), -1)
	if len(odd) < 10 {
		t.Fatalf("only %d kinds of oddity found: the test looks in the wrong place", len(odd))
	}
	for _, m := range odd {
		kinds = append(kinds, "form."+m[1])
	}
	aspects, err := os.ReadFile("beside/beside.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`Aspect = "([a-z]+)"`).FindAllStringSubmatch(string(aspects), -1) {
		kinds = append(kinds, "beside."+m[1])
	}
	slices.Sort(kinds)
	return slices.Compact(kinds)
}
