package audit_test

import (
	"slices"
	"testing"

	"gevinst/report"
	"gevinst/report/audit"
	"gevinst/report/batch"
)

// TestForgery changes what stands beside the words of a report, or states a thing twice,
// as somebody would who makes the manifest fit: no hash tells. The report is made
// again once, and each change compared with it.
func TestForgery(t *testing.T) {
	t.Parallel()
	for embed, all := range map[bool][]mutation{
		false: slices.Concat(forgedPDF(), forgedHTML(), forgedJSON()),
		true:  forgedInside(),
	} {
		base := demo(t, demoOf{lang: report.NB, status: batch.Final, embed: embed})
		again := base.again(t)
		if v := again.Compare(t, base.files); len(v.Exceptions) > 0 {
			t.Fatalf("untouched: %s", told(t, v))
		}
		for _, m := range all {
			t.Run(m.name, func(t *testing.T) {
				p := base.clone()
				m.change(t, p)
				v := again.Compare(t, p.files)
				m.level = v.Level
				judge(t, v, m)
			})
		}
	}
}

// again is a report gathered and made again.
func (p *pack) again(t *testing.T) *audit.Again {
	t.Helper()
	dir := t.TempDir()
	for name, content := range p.files {
		put(t, dir, name, content)
	}
	r := p.request
	r.Report = dir + "/" + pdfName
	return audit.Remade(t, r)
}
