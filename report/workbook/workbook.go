// Package workbook knows Excel, so that nobody else must: it reads a filled
// workbook completely or refuses it, writes the blank form, and annotates a copy.
// It judges no content and converts no number.
package workbook

import "gevinst/report"

// Refusal is the error for a file that cannot be read as a workbook of ours. Its
// finding (rules F-001 to F-010) says what was found and what to do.
type Refusal struct{ Finding report.Finding }

// Error is the rule's id and variant; package text has the sentence.
func (r *Refusal) Error() string { return "refused: " + r.Finding.Rule + " " + r.Finding.Variant }
