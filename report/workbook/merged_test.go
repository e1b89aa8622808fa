package workbook

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"gevinst/report/workbook/cells"
)

// TestVeilHidesWhatIsCovered holds the look-up to trying every area, also where a
// file has areas that lie over each other, which no program writes.
func TestVeilHidesWhatIsCovered(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		small := rapid.IntRange(1, 6)
		areas := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) cells.Area {
			a := cells.Area{Row: small.Draw(t, "row"), Col: small.Draw(t, "col")}
			a.LastRow, a.LastCol = a.Row+small.Draw(t, "rows")-1, a.Col+small.Draw(t, "cols")-1
			return a
		}), 0, 5).Draw(t, "areas")
		over := veil{}
		for col := 1; col <= 12; col++ {
			over[col] = nil
		}
		over.spread(areas)
		for row := 1; row <= 12; row++ {
			for col := 1; col <= 12; col++ {
				want := slices.ContainsFunc(areas, func(a cells.Area) bool { return a.Covers(row, col) })
				if area, hidden := over.at(row, col); hidden != want || hidden && !area.Covers(row, col) {
					t.Fatalf("row %d, column %d: hidden %v by %v, want %v", row, col, hidden, area, want)
				}
			}
		}
	})
}
