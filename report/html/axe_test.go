package html_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/audit/page"
	"gevinst/report/audit/page/pagetest"
	"gevinst/report/chapter"
	"gevinst/report/chapter/chaptertest"
)

// judged has axe-core judge pages in a browser and returns its lines and whether
// it found nothing.
func judged(t *testing.T, pages map[string][]byte) (lines string, clean bool) {
	t.Helper()
	const modules = "../../.ci/axe/node_modules"
	needs := map[string]error{}
	_, needs["axe-core (npm ci --prefix .ci/axe)"] = os.Stat(modules)
	_, needs["node"] = exec.LookPath("node")
	_, needs["chromium"] = exec.LookPath("chromium")
	for what, err := range needs {
		if err != nil && os.Getenv("CI") == "true" {
			t.Fatalf("%s is not here", what)
		}
		if err != nil {
			t.Skipf("%s is not here, so the pages are not judged", what)
		}
	}
	args := []string{"../../.ci/axe/check.mjs"}
	dir := t.TempDir()
	for name, page := range pages {
		path := filepath.Join(dir, name+".html")
		if err := os.WriteFile(path, page, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	out, err := exec.Command("node", args...).CombinedOutput()
	return string(out), err == nil
}

// TestAxe has the accessibility checker judge whole pages, wide and narrow, light
// and dark.
func TestAxe(t *testing.T) {
	pages := map[string][]byte{"sample": written(t, sample()), "sector": written(t, chaptertest.Sector(t, report.NN))}
	for _, lang := range report.Langs() {
		pages["demo-"+string(lang)] = written(t, chaptertest.Demo(t, lang))
	}
	for name, filling := range map[string]report.Filling{"bare": chaptertest.Bare(), "hostile": chaptertest.Hostile()} {
		pages[name] = written(t, chapter.Compose(chaptertest.Input(t, report.NB, filling)))
	}
	var audit bytes.Buffer
	if err := page.Write(&audit, pagetest.Audited(t, pagetest.Files(t, report.NB, nil), map[string][]byte{".html": nil}), pagetest.Voice(t, report.EN)); err != nil {
		t.Fatal(err)
	}
	pages["audit"] = audit.Bytes()
	out, clean := judged(t, pages)
	const views = 4
	if n := strings.Count(out, "\t0 violations"); !clean || n != views*len(pages) {
		t.Errorf("%d of %d views are without violation:\n%s", n, views*len(pages), out)
	}
}

// TestAxeObjects sees that the checker runs and objects, so that its silence
// about our pages means something.
func TestAxeObjects(t *testing.T) {
	page := string(written(t, sample()))
	out, clean := judged(t, map[string][]byte{
		"no-language": []byte(strings.Replace(page, ` lang="nb-NO"`, "", 1)),
		"pale":        []byte(strings.Replace(page, `<main `, `<main style="color: #bbb; background: #ccc" `, 1)),
	})
	for _, rule := range []string{"html-has-lang", "color-contrast"} {
		if clean || !strings.Contains(out, rule) {
			t.Errorf("the checker does not object by %s:\n%s", rule, out)
		}
	}
}
