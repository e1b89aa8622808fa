package audit_test

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
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
	t.Parallel()
	scenes, err := fixtures.Scenes()
	if err != nil {
		t.Fatal(err)
	}
	var seen atomic.Int64
	t.Run("each", func(t *testing.T) {
		for i, s := range scenes {
			if testing.Short() && i%10 > 0 {
				continue
			}
			t.Run(s.Rule+" "+s.Name, func(t *testing.T) {
				t.Parallel()
				if auditedScene(t, s) {
					seen.Add(1)
				}
			})
		}
	})
	if seen.Load() < int64(len(scenes)/20) {
		t.Errorf("only %d cases gave a section", seen.Load())
	}
}

// auditedScene audits the report of one scene, and tells whether it gives one.
func auditedScene(t *testing.T, s fixtures.Scene) bool {
	file, err := fixtures.Workbook(sets(t)[0], s.Patch)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	put(t, dir, bookName, file)
	e, err := batch.Examine(context.Background(), filepath.Join(dir, bookName), check.Options{})
	if err != nil || e.Outcome.Blocks() {
		return false
	}
	p := section(t, e, batch.Issue{Voice: voice(t, report.NB), Status: batch.Draft}, dir)
	v := p.audited(t)
	if changesTheForm(s) {
		v.Exceptions = slices.DeleteFunc(v.Exceptions, func(e audit.Exception) bool { return e.Check == "form" })
		v.Level = audit.Reperformed
	}
	v.Exceptions = slices.DeleteFunc(v.Exceptions, func(e audit.Exception) bool { return e.Kind == "form.profile" }) // true of those that a ministry ordered
	if v.Level != audit.Reperformed || len(surprises(v)) > 0 {
		t.Errorf("%s\n%s", v.Level, told(t, v))
	}
	return true
}

// changesTheForm tells whether a scene breaks the form itself, which the audit is to
// tell: it deletes a sheet or a heading, or merges a field with the check beside it.
func changesTheForm(s fixtures.Scene) bool {
	return strings.HasPrefix(s.Rule, "V-001") || strings.HasPrefix(s.Rule, "V-009") || s.Name == "mergedbeside"
}
