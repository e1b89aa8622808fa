package pdf_test

import (
	"fmt"
	"testing"

	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/pdf"
	"gevinst/report/sector/sectortest"
	"gevinst/report/text"
)

// TestLittleIsBlankInSectors holds the same for ministries' reports, whose many short
// tables leave the more blank the fewer the agencies are.
func TestLittleIsBlankInSectors(t *testing.T) {
	for _, agencies := range []int{1, 3, 8} {
		s := sectortest.Folded(t, agencies)
		for _, lang := range report.Langs() {
			voice, err := text.For(lang)
			if err != nil {
				t.Fatal(err)
			}
			pdf.LittleIsBlank(t, fmt.Sprint(agencies, " agencies ", lang),
				chapter.ComposeSector(chapter.SectorInput{Sector: s, Spec: sectortest.Set(t), Voice: voice}))
		}
	}
}
