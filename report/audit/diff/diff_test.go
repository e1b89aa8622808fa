package diff_test

import (
	"fmt"
	"slices"
	"testing"

	"gevinst/report"
	"gevinst/report/audit/diff"
	"gevinst/report/batch"
)

func gain(row int, id, amount string) batch.Row {
	values := report.Record{"gevinst_id": id}
	if amount != "" {
		values["belop_kr"] = amount
	}
	return batch.Row{Row: row, Values: values}
}

func entry(key, amount string) batch.Entry {
	return batch.Entry{Key: key, Unit: "kr", Amount: report.MustKroner(amount)}
}

// TestWhatIsADifference changes, adds, removes and moves rows.
func TestWhatIsADifference(t *testing.T) {
	old := &batch.Document{
		Records:  map[string][]batch.Row{"gevinster": {gain(5, "G1", "10"), gain(6, "G2", ""), gain(7, "G3", "30"), gain(8, "G4", "40")}},
		Entries:  []batch.Entry{entry("A", "80"), entry("gone", "1"), entry("same", "2.50")},
		Findings: []batch.FindingLine{{Rule: "G-001", Sentence: "stays"}, {Rule: "G-002", Sentence: "goes"}},
	}
	now := &batch.Document{
		Records:  map[string][]batch.Row{"gevinster": {gain(5, "G4", "40"), gain(6, "G2", "0"), gain(7, "G1", "11"), gain(8, "G5", "5")}},
		Entries:  []batch.Entry{entry("A", "56"), entry("same", "2.5"), entry("new", "7")},
		Findings: []batch.FindingLine{{Rule: "G-003", Sentence: "comes"}, {Rule: "G-001", Sentence: "stays"}},
	}
	d := diff.Compare(old, now)
	var got []string
	for _, r := range d.Rows {
		line := r.ID
		for _, c := range r.Cells {
			line += fmt.Sprintf(" %s %s→%s", c.Column, said(c.Old), said(c.New))
		}
		got = append(got, line)
	}
	want := []string{"G2 belop_kr –→0", "G1 belop_kr 10→11", "G5 belop_kr –→5 gevinst_id –→G5", "G3 belop_kr 30→– gevinst_id G3→–"}
	if !slices.Equal(got, want) {
		t.Errorf("rows\n\t%v\nwant\n\t%v", got, want)
	}
	if len(d.Figures) != 3 || d.Figures[0].Rise.String() != "-24.00" || d.Figures[1].Old != nil || d.Figures[2].New != nil {
		t.Errorf("figures: %+v", d.Figures)
	}
	if len(d.Came) != 1 || d.Came[0].Rule != "G-003" || len(d.Went) != 1 || d.Went[0].Rule != "G-002" {
		t.Errorf("findings came %v, went %v", d.Came, d.Went)
	}
	if d.Same() || !diff.Compare(old, old).Same() {
		t.Error("what is the same is not told from what differs")
	}
}

// TestTwinsAreNotLost has rows that name themselves alike.
func TestTwinsAreNotLost(t *testing.T) {
	cost := func(row int, amount string) batch.Row {
		return batch.Row{Row: row, Values: report.Record{"tiltak_id": "T1", "aar": "2017", "art": "Flytting", "belop_kr": amount}}
	}
	old := &batch.Document{Records: map[string][]batch.Row{"engangskostnader": {cost(5, "1"), cost(6, "2")}}}
	now := &batch.Document{Records: map[string][]batch.Row{"engangskostnader": {cost(5, "1"), cost(6, "3"), cost(7, "4")}}}
	if d := diff.Compare(old, now); len(d.Rows) != 2 || *d.Rows[0].Cells[0].Old != "2" || d.Rows[1].Old != nil {
		t.Errorf("%+v", d.Rows)
	}
}

func said(s *string) string {
	if s == nil {
		return "–"
	}
	return *s
}
