package chapter_test

import (
	"slices"
	"testing"

	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/chapter/chaptertest"
)

// unplannedDemo is the example agency with a plan for one own gain alone, T1's,
// which came to less than it.
func unplannedDemo(t *testing.T, lang report.Lang) report.Filling {
	f := chaptertest.DemoFilling(t, lang)
	for _, gain := range f["gevinster"] {
		if class := gain["gevinstklasse"]; gain["gevinst_id"] != "G1" && (class == "BUDSJETT" || class == "ALTERNATIV") {
			delete(gain, "planlagt_kr")
		}
	}
	return f
}

// TestMissingPlanIsNoPlanOfZero compares only what has a plan, and says how much
// has none.
func TestMissingPlanIsNoPlanOfZero(t *testing.T) {
	holds(t, compose(t, report.NB, unplannedDemo(t, report.NB)), "Den ene egne gevinsten med plan ble 2,3 millioner kroner mot planlagt 2,4 millioner kroner, 51 960 kroner mindre enn planlagt. Plan i kroner mangler for to andre, som til sammen ble 1,6 millioner kroner.",
		"Klasse | Planlagt 2017 | Realisert 2017 | Av dette uten plan", "Egen budsjettvirkning | – | 1 600 | 1 600",
		"Egen budsjettvirkning i 2017: realisert 1 600 000 kroner uten plan i kroner.")
	holds(t, compose(t, report.NN, unplannedDemo(t, report.NN)), "Den eine eigne gevinsten med plan vart 2,3 millionar kroner mot planlagt 2,4 millionar kroner, 51 960 kroner mindre enn planlagt. Plan i kroner manglar for to andre, som til saman vart 1,6 millionar kroner.")
	holds(t, compose(t, report.EN, unplannedDemo(t, report.EN)), "The one own gain with a plan came to NOK 2.3 million against a planned NOK 2.4 million, NOK 51,960 less than planned. For two others, which came to NOK 1.6 million in all, there is no plan in kroner.")
}

// TestØreStandInTheSummaryAndNotBesideMillions adds up to the øre on the cover.
func TestØreStandInTheSummaryAndNotBesideMillions(t *testing.T) {
	f := chaptertest.DemoFilling(t, report.NB)
	f["gevinster"][4]["belop_kr"] = "620000.55"
	f["omdisponering"][0]["belop_kr"] = "320000.05"
	holds(t, compose(t, report.NB, f), "Ny nettogevinst i 2017 er 3 948 040,55 kroner.", "884 020,55 kroner kan omdisponeres.", "800 000,05 kroner er omdisponert til",
		"84 020,50 kroner gjenstår.", "3,9 millioner kroner mot planlagt 4,6 millioner kroner, 631 959 kroner mindre enn planlagt")
}

// TestBarsCompareLikeWithLike draws beside a plan only what came of the plan.
func TestBarsCompareLikeWithLike(t *testing.T) {
	f := chaptertest.DemoFilling(t, report.NB)
	for _, gain := range f["gevinster"] {
		if gain["gevinst_id"] == "G5" {
			delete(gain, "planlagt_kr")
		}
	}
	var got []string
	for _, b := range compose(t, report.NB, f).Blocks {
		if figure, ok := b.(*chapter.Figure); ok && len(got) == 0 {
			for _, bar := range figure.Chart.(*chapter.Bars).Groups[0].Bars {
				got = append(got, bar.Label+": "+bar.Value)
			}
		}
	}
	if want := []string{"Planlagt 2017: 900", "Realisert 2017: 980", "2017, uten plan: 620"}; !slices.Equal(got, want) {
		t.Errorf("the first class has the bars %q, want %q", got, want)
	}
}

// TestPlanWithoutResultIsToldApart takes no unmeasured result for nothing.
func TestPlanWithoutResultIsToldApart(t *testing.T) {
	f := chaptertest.DemoFilling(t, report.NB)
	for _, gain := range f["gevinster"] {
		if gain["gevinst_id"] == "G5" {
			delete(gain, "maalt_dato")
		}
	}
	holds(t, compose(t, report.NB, f), "For én egen gevinst, planlagt til 0,9 millioner kroner, er resultatet ikke målt.")
}

// TestDifferentAmountsNeverLookAlike tells plan and result to the krone where a tenth of
// a million would make them the same, in the sentence and under the figure.
func TestDifferentAmountsNeverLookAlike(t *testing.T) {
	for lang, want := range map[report.Lang][]string{
		report.NB: {"Den ene egne gevinsten med plan ble 2 348 040 kroner mot planlagt 2 349 000 kroner, 960 kroner mindre enn planlagt.", "Omdisponerbart beløp er 884 020 kroner, og 860 000 kroner er omdisponert."},
		report.NN: {"Den eine eigne gevinsten med plan vart 2 348 040 kroner mot planlagt 2 349 000 kroner, 960 kroner mindre enn planlagt.", "Omdisponerbart beløp er 884 020 kroner, og 860 000 kroner er omdisponerte."},
		report.EN: {"The one own gain with a plan came to NOK 2,348,040 against a planned NOK 2,349,000, NOK 960 less than planned.", "The reallocatable amount is NOK 884,020, of which NOK 860,000 has been reallocated."},
	} {
		f := unplannedDemo(t, lang)
		f["gevinster"][0]["planlagt_kr"] = "2349000"
		f["omdisponering"][0]["belop_kr"] = "380000"
		holds(t, compose(t, lang, f), want...)
	}
}
