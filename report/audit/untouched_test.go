package audit_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
	"gevinst/report/audit"
	"gevinst/report/batch"
)

// TestNoFalseAlarm audits reports that nobody touched, in every language and form.
func TestNoFalseAlarm(t *testing.T) {
	t.Parallel()
	lastYear := func(f report.Filling) {
		f["virksomhet"][0]["rapportaar"] = "2016"
		for _, g := range f["gevinster"] {
			if g["gevinst_id"] != "G1" && g["varighet"] == "VARIG" {
				g["maalt_kilde"] = "" // not measured yet, so not counted
			}
		}
		f["gevinster"][0]["varig_driftskostnad_kr"] = "3398040" // leaves 100 000
	}
	emoji := func(f report.Filling) {
		f["virksomhet"][0]["navn"] = "Direktoratet 🚀 for prøving"
		f["tiltak"][0]["navn"] = "Digital post 📬 til familier 👨\u200d👩\u200d👧"
	}
	thisYear := func(f report.Filling) { f["gevinster"][0]["foert_tidligere_kr"] = "100000" }
	of := func(how demoOf) func(*testing.T) *pack { return func(t *testing.T) *pack { return demo(t, how) } }
	changed := func(this, last func(report.Filling), status batch.Status) func(*testing.T) *pack {
		return func(t *testing.T) *pack {
			var before []byte
			if last != nil {
				before = book(t, report.NB, last)
			}
			p := made(t, book(t, report.NB, this), before, batch.Issue{Voice: voice(t, report.NB), Status: status})
			return &p
		}
	}
	for name, untouched := range map[string]func(*testing.T) *pack{
		"bokmål":           of(demoOf{lang: report.NB, status: batch.Final}),
		"nynorsk, a draft": of(demoOf{lang: report.NN, status: batch.Draft}),
		"English":          of(demoOf{lang: report.EN, status: batch.Final, words: report.EN}),
		"embedded":         of(demoOf{lang: report.NB, status: batch.Final, embed: true}),
		"emoji in names":   changed(emoji, nil, batch.Final),
		"with last year":   changed(thisYear, lastYear, batch.Draft),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			clean(t, untouched(t), true)
		})
	}
}

// clean demands a verdict without difference, and that figures really were compared.
func clean(t *testing.T, p *pack, silent bool) *audit.Verdict {
	t.Helper()
	v := p.audited(t)
	if v.Level != audit.Reperformed || silent && len(surprises(v)) > 0 {
		t.Fatalf("%s\n%s", v.Level, told(t, v))
	}
	for _, c := range v.Checks {
		if least := map[string]int{"figures": 50, "pdf": 500, "readers": 500, "completeness": 1000, "source": 20}[c.ID]; c.Compared < least {
			t.Errorf("%s compared only %d", c.ID, c.Compared)
		}
	}
	return v
}

// surprises is what an audit tells of a workbook that nobody touched, but for what
// is true of every one that the tests make: no spreadsheet program has calculated it.
func surprises(v *audit.Verdict) []audit.Exception {
	return slices.DeleteFunc(slices.Clone(v.Exceptions), func(e audit.Exception) bool { return e.Kind == "form.uncached" })
}

// TestWithLessEvidence audits what lies alone: the PDF with its evidence inside,
// the PDF with a workbook that is named.
func TestWithLessEvidence(t *testing.T) {
	t.Parallel()
	p := demo(t, demoOf{lang: report.NB, status: batch.Final, embed: true})
	alone := &pack{files: map[string][]byte{pdfName: p.files[pdfName]}, request: p.request}
	alone.request.Key = nil
	clean(t, alone, false)

	p = plain(t)
	named := &pack{files: map[string][]byte{pdfName: p.files[pdfName], "nav.xlsx": p.files[bookName]}, request: p.request}
	named.request.Key, named.request.Workbook = nil, bookName
	named.files[bookName] = p.files[bookName]
	v := named.audited(t)
	if v.Level != audit.Reperformed {
		t.Errorf("%s\n%s", v.Level, told(t, v))
	}
	if !strings.Contains(told(t, v), "manifest.missing") {
		t.Errorf("nothing says that hashes were not compared:\n%s", told(t, v))
	}
}

// TestASaveIsNoChange audits a workbook that another program saved anew.
func TestASaveIsNoChange(t *testing.T) {
	t.Parallel()
	p := plain(t)
	t.Run("excelize", func(t *testing.T) {
		saved := p.clone()
		saved.files[bookName] = edited(t, p.files[bookName], func(f *excelize.File) error {
			return f.SetDocProps(&excelize.DocProperties{Creator: "Kari"})
		})
		saysResaved(t, saved)
	})
	t.Run("LibreOffice", func(t *testing.T) {
		saved := p.clone()
		saved.files[bookName] = office(t, p.files[bookName])
		saysResaved(t, saved)
	})
}

func saysResaved(t *testing.T, p *pack) {
	t.Helper()
	v := clean(t, p, false)
	if !strings.Contains(told(t, v), "workbook.resaved") {
		t.Errorf("nothing says that the file was saved anew:\n%s", told(t, v))
	}
	for _, e := range surprises(v) {
		if e.Check == "form" && e.Kind != "form.later" {
			t.Errorf("a save changes nothing of the form: %+v", e)
		}
	}
}

// edited is a workbook changed by excelize.
func edited(t testing.TB, file []byte, change func(*excelize.File) error) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := change(f); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if _, err := f.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// office is what LibreOffice makes of a workbook.
func office(t *testing.T, file []byte) []byte {
	t.Helper()
	if _, err := exec.LookPath("soffice"); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("CI=true and soffice is not installed")
		}
		t.Skip("soffice is not installed")
	}
	dir := t.TempDir()
	put(t, dir, "x.xlsx", file)
	out, err := exec.Command("soffice", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless",
		"--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Join(dir, "out"), filepath.Join(dir, "x.xlsx")).CombinedOutput()
	if err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	saved, err := os.ReadFile(filepath.Join(dir, "out", "x.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	return saved
}
