package order

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"gevinst/report/batch"
	"gevinst/report/check"
	"gevinst/report/workbook"
)

// lastYear finds each agency's workbooks in the folder of last year's by reading
// them, since nobody answers for the names, and lists those that cannot be read.
// A workbook of the ordered year or later is not last year's.
func lastYear(ctx context.Context, o Order) (map[string][]string, []Line, error) {
	last := map[string][]string{}
	if o.From == "" {
		return last, nil, nil
	}
	entries, err := os.ReadDir(o.From)
	if err != nil {
		return nil, nil, err
	}
	var unread []Line
	for _, e := range entries {
		path := filepath.Join(o.From, e.Name())
		if e.IsDir() || strings.HasPrefix(e.Name(), ".") || !strings.EqualFold(filepath.Ext(path), ".xlsx") {
			continue
		}
		seen, err := batch.Examine(ctx, path, check.Options{})
		switch {
		case ctx.Err() != nil:
			return nil, nil, ctx.Err()
		case err != nil && !refused(err):
			return nil, nil, err
		case err != nil || !seen.Outcome.Submission.Agency.OrgNr.OK():
			unread = append(unread, Line{Outcome: Unread, Last: []string{e.Name()}})
			continue
		}
		agency := &seen.Outcome.Submission.Agency
		if !agency.Year.OK() || agency.Year.Value < o.Year {
			last[agency.OrgNr.Value] = append(last[agency.OrgNr.Value], path)
		}
	}
	return last, unread, nil
}

func refused(err error) bool {
	var refusal *workbook.Refusal
	return errors.As(err, &refusal) || errors.Is(err, batch.ErrDevice) || errors.Is(err, os.ErrPermission) || errors.Is(err, os.ErrNotExist)
}

// carry carries last year's workbook over, and tells its report year; nil where an
// error in it blocks that.
// The workbook is read again, so that one at a time is held in memory.
func (o Order) carry(ctx context.Context, path string) (*batch.Carried, int, error) {
	seen, err := batch.Examine(ctx, path, check.Options{})
	if err != nil || seen.Outcome.Blocks() {
		return nil, 0, err
	}
	carried := batch.CarryOver(seen.Outcome.Submission, seen.Outcome.Ledger, o.Year)
	return &carried, seen.Outcome.Submission.Agency.Year.Value, nil
}
