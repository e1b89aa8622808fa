package check

import (
	"fmt"
	"slices"

	"gevinst/report"
)

// unseen warns of characters that the section leaves out of somebody's words, since
// nobody can see in the cell that they are there: V-011.
func (r *row) unseen(words string, spec *report.ColumnSpec, at report.At) {
	var all []string
	for _, char := range words {
		if !report.Unseen(char) {
			continue
		}
		if name := fmt.Sprintf("U+%04X", char); !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	if len(all) > 0 {
		r.find("V-011", "unseen", report.Warning, at, spec, report.Arg{Name: "tegn", Value: all})
	}
}
