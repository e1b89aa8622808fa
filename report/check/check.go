// Package check says what a workbook's cells mean, or why not, and judges what
// they say by the rules of the requirement set.
//
// After Run nobody parses a cell or asks again. Run never stops at a finding:
// all are returned, root cause first, like ones together.
package check

import (
	"gevinst/report"
	"gevinst/report/ledger"
)

// Options are what a check needs from outside the workbook. The zero value
// checks one workbook as a draft.
type Options struct {
	Previous *Outcome        // last year's workbook, nil where there is none
	Final    bool            // the section will be issued: approval is required
	Profile  *report.Profile // what the ministry asks beside the common requirements, nil where it is not known
}

// Outcome is everything a check knows about one workbook.
type Outcome struct {
	Submission *report.Submission
	Ledger     *ledger.Ledger
	Findings   []report.Finding // sorted
}

// Blocks tells whether a finding blocks the report.
func (o *Outcome) Blocks() bool {
	for _, f := range o.Findings {
		if f.Severity == report.Error {
			return true
		}
	}
	return false
}
