package sector_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/audit/printed"
	"gevinst/report/sector"
	"gevinst/report/sector/overview"
	"gevinst/report/sector/sectortest"
	"gevinst/report/text"
)

// listed is how many rows a table lists before it sums up the rest.
const listed = 25

// again is what the tables of a sector report are worked out of once more: the
// agencies' reports as plain JSON, and what the ministry knows. It shares nothing with
// the fold or with what composes and prints the report.
type again struct {
	year, lastYear int
	now            []raw // by organisation number
	last           map[string]raw
}

// sheet is a table as it must be shown: its caption, and its rows; one of a single
// cell is a heading over those that follow.
type sheet struct {
	caption string
	rows    [][]string
}

// TestEveryTableIsShown works every table of a sector report out again and holds it,
// cell by cell, to what the PDF and the web page show: of a sector whose agencies all
// have a row, and of one with too many for that.
func TestEveryTableIsShown(t *testing.T) {
	for _, agencies := range []int{12, 30} {
		t.Run(fmt.Sprint(agencies), func(t *testing.T) {
			dir := t.TempDir()
			plan := telling(t, dir, agencies)
			s := consolidated(t, dir, plan.Year, known(plan))
			a := again{year: plan.Year, lastYear: plan.Year - 1, now: rawReports(t, dir, plan.Year), last: map[string]raw{}}
			for _, r := range rawReports(t, dir, a.lastYear) {
				a.last[r.org] = r
			}
			want := a.sheets()
			for medium, doc := range shown(t, s) {
				a.sameSheets(t, medium, doc, want)
				a.wishesAreCounted(t, medium, doc)
				notesTellOfRounding(t, medium, doc)
			}
		})
	}
}

// sheets is every table of the report, in its order.
func (a *again) sheets() []sheet {
	all := slices.Concat(a.standing(), a.calculation(), a.gains(), a.services(), a.linked(), a.questions())
	if len(a.now) > listed {
		all = append(all, a.sides(len(a.now)))
		all = append(all, a.answers()...)
	}
	return all
}

// known is what the ministry knows beside the reports.
func known(plan plan) sector.Options {
	file := overview.File{Name: "inn/uleselig.xlsx"}
	return sector.Options{Ministry: "Departementet", Deadline: report.Date{Year: plan.Year + 1, Month: 2, Day: 25},
		Areas: []report.Words{{NB: "Ingens område"}, {NB: "Kortere ventetid", NN: "Kortare ventetid"}},
		Others: []overview.Agency{{OrgNr: one1, Name: "Stanset tilsyn", Standing: overview.Blocked, Errors: 2, Rules: []string{"G-009", "T-003", "M-001"}},
			{OrgNr: two1, Name: "Dobbelt etat", Standing: overview.Duplicate, Files: []overview.File{{Name: "a.xlsx"}, {Name: "b.xlsx"}}}},
		Expected: []report.Expected{{OrgNr: three1, Name: "Manglende etat"}},
		Unread:   []overview.Unread{{File: file, Reason: &overview.Reason{Code: "F-002"}}},
	}
}

// shown is the report as published: the text of its PDF and of its page.
func shown(t *testing.T, s *overview.Sector) map[string]*printed.Document {
	t.Helper()
	voice, err := text.For(report.NB)
	if err != nil {
		t.Fatal(err)
	}
	outputs, err := sector.Outputs(s, sector.Issue{Voice: voice, Spec: sectortest.Set(t), Final: true}, "")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]*printed.Document{}
	for i, read := range []func([]byte) (*printed.Document, error){printed.PDF, printed.HTML} {
		var b bytes.Buffer
		if err := outputs[i].Write(&b); err != nil {
			t.Fatal(err)
		}
		doc, err := read(b.Bytes())
		if err != nil || len(doc.Loose) > 0 {
			t.Fatalf("%s: %v, %v", outputs[i].Path, err, doc)
		}
		all[outputs[i].Path] = doc
	}
	return all
}

// sameSheets: every table that is shown is one of those that were worked out, in
// order, and the other way round.
func (a *again) sameSheets(t *testing.T, medium string, doc *printed.Document, want []sheet) {
	t.Helper()
	var tables []*printed.Table
	for _, b := range doc.Blocks {
		if b.Table != nil {
			tables = append(tables, b.Table)
		}
	}
	for i := range max(len(tables), len(want)) {
		if i >= len(tables) || i >= len(want) || tables[i].Caption != fmt.Sprint("Tabell ", i+1, " ", want[i].caption) {
			t.Fatalf("%s: %d tables, expected %d; number %d is\n%v\nexpected\n%v", medium, len(tables), len(want), i+1, at(tables, i), at(want, i))
		}
		if got := strings.Join(tables[i].Head, " | "); got != a.head(want[i].caption) {
			t.Errorf("%s, %s has the heads\n%s", medium, tables[i].Caption, got)
		}
		var got strings.Builder
		for _, r := range tables[i].Rows {
			fmt.Fprintln(&got, strings.Join(r.Cells, " | "))
		}
		var wanted strings.Builder
		for _, r := range want[i].rows {
			fmt.Fprintln(&wanted, strings.Join(r, " | "))
		}
		if got.String() != wanted.String() {
			t.Errorf("%s, %s\nshown:\n%s\nworked out again:\n%s", medium, tables[i].Caption, &got, &wanted)
		}
	}
}

func at[T any](all []T, i int) any {
	if i < len(all) {
		return all[i]
	}
	return nil
}

// notesTellOfRounding: where the rows of a table do not add up to its sum as they are
// printed, the next words say why, and only there.
func notesTellOfRounding(t *testing.T, medium string, doc *printed.Document) {
	t.Helper()
	for i, b := range doc.Blocks {
		if b.Table == nil || !strings.Contains(b.Table.Caption, "Tall i 1000") || !addable(b.Table) {
			continue
		}
		noted := i+1 < len(doc.Blocks) && strings.HasPrefix(doc.Blocks[i+1].Words, "Tallene er rundet av hver for seg")
		if noted == addsUp(b.Table) {
			t.Errorf("%s, %s: a note on rounding: %v", medium, b.Table.Caption, noted)
		}
	}
}

// addable tells whether the last row of a table is the sum of all the others.
func addable(table *printed.Table) bool {
	return table.Rows[len(table.Rows)-1].Cells[0] == "Sum"
}

func addsUp(table *printed.Table) bool {
	last := len(table.Rows) - 1
	for column, cell := range table.Rows[last].Cells[1:] {
		if cell == "" {
			continue
		}
		total := rat(nil)
		for _, r := range table.Rows[:last] {
			if !r.Group {
				total.Add(total, parsed(r.Cells[column+1]))
			}
		}
		if total.Cmp(parsed(cell)) != 0 {
			return false
		}
	}
	return true
}
