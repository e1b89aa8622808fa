package batch_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"gevinst/report"
	"gevinst/report/sector"
	"gevinst/report/sector/overview"
	"gevinst/report/sector/sectortest"
	"gevinst/report/text"
)

// TestSectorConformance has the reference validator judge sector reports: of nobody,
// of one agency, of five in every language, and of more than the report itself lists.
func TestSectorConformance(t *testing.T) {
	if testing.Short() {
		t.Skip("the validator takes a minute")
	}
	if _, err := os.Stat("../../.ci/verapdf/lib"); err != nil && os.Getenv("CI") != "true" {
		t.Skip("veraPDF is not here; .ci/verapdf/validate fetches it when it is first run")
	}
	dir := t.TempDir()
	sectorPDF(t, dir, "nobody", &overview.Sector{Year: 2018}, report.NB)
	sectorPDF(t, dir, "one", sectortest.Folded(t, 1), report.NB)
	for _, lang := range report.Langs() {
		sectorPDF(t, dir, "five-"+string(lang), sectortest.Folded(t, 5), lang)
	}
	sectorPDF(t, dir, "many", sectortest.Folded(t, 40), report.NN)
	files, err := filepath.Glob(filepath.Join(dir, "*.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	judge(t, slices.Concat([]string{"2a"}, files, []string{"ua1"}, files), 2*len(files))
}

func sectorPDF(t *testing.T, dir, name string, s *overview.Sector, lang report.Lang) {
	t.Helper()
	voice, err := text.For(lang)
	if err != nil {
		t.Fatal(err)
	}
	outputs, err := sector.Outputs(s, sector.Issue{Voice: voice, Spec: newest(t)}, dir)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := outputs[0].Write(&b); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name+".pdf"), b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}
