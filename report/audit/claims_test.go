package audit

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/audit/printed"
	"gevinst/report/batch"
	"gevinst/report/chapter"
	"gevinst/report/check"
	"gevinst/report/html"
	"gevinst/report/text"
	"gevinst/report/workbook"
	"gevinst/report/workbook/booktest"
	"gevinst/templates"
)

// TestEveryFigureIsWorkedOutAgain looks up every column of figures of every table
// that a report has, and sees that the second path claims each of its cells: a new
// table or column must be worked out again, too.
func TestEveryFigureIsWorkedOutAgain(t *testing.T) {
	t.Parallel()
	for _, last := range []bool{false, true} {
		x := traced(t, last)
		c := chapter.Compose(composed(x))
		var page bytes.Buffer
		if err := html.Write(&page, c); err != nil {
			t.Fatal(err)
		}
		d, err := printed.HTML(page.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		claimed := x.expectedFigures(d)
		if len(x.exceptions) > 0 {
			t.Errorf("%+v", x.exceptions)
		}
		seen := 0
		for _, b := range c.Blocks {
			if table, ok := b.(*chapter.Table); ok {
				seen += unclaimed(t, table, claimed)
			}
		}
		if seen < 100 {
			t.Errorf("only %d figures seen", seen)
		}
	}
}

// unclaimed names the figures of a table that nobody claims, and counts those that are.
func unclaimed(t *testing.T, table *chapter.Table, claimed map[*printed.Table][]expectedCell) int {
	t.Helper()
	at := map[[2]int]bool{}
	for p, cells := range claimed {
		if strings.HasSuffix(p.Caption, " "+printed.Plain(table.Caption)) {
			for _, c := range cells {
				at[[2]int{c.row, c.column}] = true
			}
		}
	}
	n := 0
	for i, row := range table.Rows {
		for j, column := range table.Columns {
			if row.Kind == chapter.Group || column.Kind != chapter.Figures || row.Cells[j].Plain() == "" {
				continue
			}
			if n++; !at[[2]int{i, j}] {
				t.Errorf("%s, %s, row %d: nobody works it out again", table.Caption, column.Title, i)
			}
		}
	}
	return n
}

func composed(x *examination) chapter.Input {
	in := chapter.Input{Ledger: x.workbook.seen.Outcome.Ledger, Voice: x.voice}
	if x.previous.seen != nil {
		in.Previous = x.previous.seen.Outcome.Ledger
	}
	return in
}

// traced is the example agency's report on the way back, with last year's workbook
// where it is wanted.
func traced(t *testing.T, last bool) *examination {
	t.Helper()
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	voice, err := text.For(report.NB)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	write := func(name, year string) *batch.Examined {
		book := booktest.Demo(t, workbook.Order{Rows: 4}, func(f report.Filling) { f["virksomhet"][0]["rapportaar"] = year })
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, book, 0o600); err != nil {
			t.Fatal(err)
		}
		e, err := batch.Examine(context.Background(), path, check.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	issue := batch.Issue{Voice: voice, Status: batch.Draft}
	if last {
		issue.Previous = write("2016.xlsx", "2016").Outcome
	}
	if _, err := batch.Section(write("2017.xlsx", "2017"), issue, dir); err != nil {
		t.Fatal(err)
	}
	x, err := gather(context.Background(), Request{Report: filepath.Join(dir, "123456785-2017.pdf"), Sets: sets})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(x.close)
	if x.retrace(); x.voice == nil || last != (x.previous.seen != nil) {
		t.Fatalf("%+v", x.exceptions)
	}
	x.exceptions = nil
	return x
}
