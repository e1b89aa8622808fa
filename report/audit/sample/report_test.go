package sample_test

import (
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/audit/sample"
	"gevinst/report/batch"
	"gevinst/report/chapter/chaptertest"
	"gevinst/report/check"
)

func documented(t *testing.T, filling report.Filling) *batch.Document {
	t.Helper()
	in := chaptertest.Input(t, report.NB, filling)
	d := batch.DocumentOf(&check.Outcome{Submission: in.Ledger.Submission, Ledger: in.Ledger}, batch.Telling{Version: "v", Status: batch.Final, Voice: in.Voice})
	return &d
}

// TestPopulationIsTheBridge adds the items up again, with signs, to the figures of
// the bridge: nothing that enters it is outside the population, nothing is in twice.
func TestPopulationIsTheBridge(t *testing.T) {
	for name, filling := range map[string]report.Filling{"demo": chaptertest.DemoFilling(t, report.NB), "large": chaptertest.Large(12), "bare": chaptertest.Bare()} {
		d := documented(t, filling)
		sums := map[string]report.Kroner{}
		for _, it := range sample.Population(d) {
			sums[it.Operand] = sums[it.Operand].Add(it.Amount)
		}
		b := d.Bridge
		var rest report.Kroner
		for operand, sum := range sums {
			if operand != "uttatt" && operand != "varig_driftskostnad_kr" && operand != "foert_tidligere_kr" && operand != "omdisponert_belop" && operand != "engangskostnad" {
				rest = rest.Add(sum)
			}
		}
		for what, pair := range map[string][2]report.Kroner{
			"net gain":      {sums["uttatt"].Sub(sums["varig_driftskostnad_kr"]), b.Total},
			"earlier":       {sums["foert_tidligere_kr"], b.Earlier},
			"one-off costs": {sums["engangskostnad"], b.OneOff},
			"frame cuts":    {rest, b.FrameCut},
			"reallocated":   {sums["omdisponert_belop"], b.Used},
		} {
			if pair[0].Cmp(pair[1]) != 0 {
				t.Errorf("%s: the items give %s %s, the bridge %s", name, what, pair[0], pair[1])
			}
		}
	}
}

// TestItemsAreVouchable holds that each amount names its cells, and gains what the
// agency itself points to.
func TestItemsAreVouchable(t *testing.T) {
	for _, it := range sample.Population(documented(t, chaptertest.DemoFilling(t, report.NB))) {
		if len(it.Cells) == 0 || it.Name == "" {
			t.Errorf("%s cannot be vouched: %+v", it.Key, it)
		}
		if strings.HasPrefix(it.Key, "gevinst/") && len(it.Sources) != 2 {
			t.Errorf("%s names the sources %v", it.Key, it.Sources)
		}
	}
}
