package audit_test

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gevinst/fixtures"
	"gevinst/report"
	"gevinst/report/audit"
	"gevinst/report/batch"
	"gevinst/report/check"
)

// TestNoFalseAlarmOnTheCases audits the report of every case of the rules that
// gives one: odd workbooks, but nobody touched them.
func TestNoFalseAlarmOnTheCases(t *testing.T) {
	scenes, err := fixtures.Scenes()
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for i, s := range scenes {
		if testing.Short() && i%10 > 0 {
			continue
		}
		file, err := fixtures.Workbook(sets(t)[0], s.Patch)
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		put(t, dir, bookName, file)
		e, err := batch.Examine(context.Background(), filepath.Join(dir, bookName), check.Options{})
		if err != nil || e.Outcome.Blocks() {
			continue
		}
		seen++
		t.Run(s.Rule+" "+s.Name, func(t *testing.T) {
			p := made(t, file, nil, batch.Issue{Voice: voice(t, report.NB), Status: batch.Draft})
			v := p.audited(t)
			if of := strings.HasPrefix; of(s.Rule, "V-001") || of(s.Rule, "V-009") { // these change the form itself
				v.Exceptions = slices.DeleteFunc(v.Exceptions, func(e audit.Exception) bool { return e.Check == "form" })
				v.Level = audit.Reperformed
			}
			v.Exceptions = slices.DeleteFunc(v.Exceptions, func(e audit.Exception) bool { return e.Kind == "form.profile" }) // true of those that a ministry ordered
			if v.Level != audit.Reperformed || len(surprises(v)) > 0 {
				t.Errorf("%s\n%s", v.Level, told(t, v))
			}
		})
	}
	if seen < len(scenes)/20 {
		t.Errorf("only %d cases gave a section", seen)
	}
}
