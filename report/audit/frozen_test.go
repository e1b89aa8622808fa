package audit_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/audit"
	"gevinst/report/batch"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// What the frozen workbook says never changes, whatever the program becomes: these
// two are not rewritten by -update.
const (
	frozenData   = "302191178d0af6c942451d015eca9e9922126ca0061d37ff334603e48d496c74"
	frozenAmount = `"omdisponerbart": "884020.00"`
)

// TestFrozen2017 renders and audits a workbook of 2017 that lies here as the file that
// a spreadsheet program saved, not as today's code would write it: the rules of an
// earlier year stay runnable, and its report can be made again and proved.
func TestFrozen2017(t *testing.T) {
	t.Parallel()
	book, err := os.ReadFile(filepath.Join("testdata", "frozen", "2017.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	p := made(t, book, nil, batch.Issue{Voice: voice(t, report.NB), Status: batch.Final})
	if !strings.Contains(string(p.files[manifest]), `"data_sha256": "`+frozenData+`"`) {
		t.Errorf("the workbook is understood otherwise than when it was frozen:\n%s", p.files[manifest])
	}
	if !strings.Contains(string(p.files[jsonName]), frozenAmount) {
		t.Error("the reallocatable amount is another than when it was frozen")
	}
	var got strings.Builder
	for _, name := range []string{pdfName, htmlName, jsonName} {
		fmt.Fprintf(&got, "%s  %s\n", sha(p.files[name]), name)
	}
	golden := filepath.Join("testdata", "frozen", "2017.sha256")
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got.String() != string(want) {
		t.Errorf("the bytes of the frozen report changed; look at it, then make golden\n%s\nwant\n%s", got.String(), want)
	}
	if v := p.audited(t); v.Level != audit.Reperformed || len(v.Exceptions) > 0 {
		t.Errorf("%s\n%s", v.Level, told(t, v))
	}
}
