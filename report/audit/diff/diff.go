// Package diff tells two reports apart: what was typed otherwise, which figures
// became others, and which findings came and went. It serves a resubmission and
// a comparison with last year alike.
//
// Rows are matched by what identifies them, not by where they stand, so that a
// sorted sheet is no difference.
package diff

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"gevinst/report"
	"gevinst/report/batch"
)

// Diff is what differs between two reports.
type Diff struct {
	Rows    []Row               `json:"rows"`
	Figures []Figure            `json:"figures"`
	Came    []batch.FindingLine `json:"findings_new"`
	Went    []batch.FindingLine `json:"findings_gone"`
}

// Same tells whether there is no difference at all.
func (d *Diff) Same() bool { return len(d.Rows)+len(d.Figures)+len(d.Came)+len(d.Went) == 0 }

// Row is a record that is new, gone or changed.
type Row struct {
	Sheet string `json:"sheet"` // key of the sheet
	ID    string `json:"id"`    // what identifies the record, "" on a form sheet
	Old   *int   `json:"old_row"`
	New   *int   `json:"new_row"`
	Cells []Cell `json:"cells"` // by column key
}

// Cell is a value that is another now; nil is a cell that is missing or bad.
type Cell struct {
	Column string  `json:"column"`
	Old    *string `json:"old"`
	New    *string `json:"new"`
}

// Figure is an amount that is another now; nil where a report has no such figure.
type Figure struct {
	Key  string         `json:"key"`
	Name string         `json:"name"`
	Unit string         `json:"unit"`
	Old  *report.Kroner `json:"old"`
	New  *report.Kroner `json:"new"`
	Rise *report.Kroner `json:"rise"` // new less old, where both are
}

// identity names the columns that tell the records of a sheet from one another.
func identity() map[string][]string {
	return map[string][]string{
		"bevilgning": {"kapittel", "post"}, "tiltak": {"tiltak_id"}, "gevinster": {"gevinst_id"},
		"engangskostnader": {"tiltak_id", "aar", "art"}, "budsjettuttak": {"tiltak_id", "aar", "type"},
		"omdisponering": {"linje_id"}, "tjenester": {"tjeneste_id"},
		"tjenestekjeder": {"kjede_id", "tjeneste_id", "partner_orgnr", "partner_navn"},
		"gjenbruk":       {"informasjon", "tjeneste_id"}, "regelverk": {"regelverk", "tjeneste_id"},
		"planer": {"plan_id"}, "prisindeks": {"aar"}, "departementskrav": {"krav_id"},
	}
}

// Compare tells what differs. Sheets are in alphabetical order of their keys,
// records in the order of the new report, those that are gone last.
func Compare(old, now *batch.Document) *Diff {
	d := &Diff{Rows: []Row{}, Figures: figures(old, now), Came: without(now.Findings, old.Findings), Went: without(old.Findings, now.Findings)}
	names := slices.Concat(slices.Collect(maps.Keys(old.Records)), slices.Collect(maps.Keys(now.Records)))
	slices.Sort(names)
	for _, sheet := range slices.Compact(names) {
		d.Rows = append(d.Rows, rows(sheet, old.Records[sheet], now.Records[sheet])...)
	}
	return d
}

func rows(sheet string, old, now []batch.Row) []Row {
	before := identified(sheet, old)
	was := make(map[string]batch.Row, len(before))
	for _, o := range before {
		was[o.id] = o.row
	}
	var changed []Row
	for _, n := range identified(sheet, now) {
		o, known := was[n.id]
		delete(was, n.id)
		if !known {
			changed = append(changed, Row{sheet, n.name, nil, &n.row.Row, cells(nil, n.row.Values)})
		} else if differing := cells(o.Values, n.row.Values); len(differing) > 0 {
			changed = append(changed, Row{sheet, n.name, &o.Row, &n.row.Row, differing})
		}
	}
	for _, o := range before {
		if _, gone := was[o.id]; gone {
			changed = append(changed, Row{sheet, o.name, &o.row.Row, nil, cells(o.row.Values, nil)})
		}
	}
	return changed
}

// record is a row with what tells it from the others of its sheet.
type record struct {
	id, name string
	row      batch.Row
}

// identified gives every row its identity. Rows that name themselves alike are
// told apart by their order.
func identified(sheet string, all []batch.Row) []record {
	columns, twins := identity()[sheet], map[string]int{}
	out := make([]record, 0, len(all))
	for _, r := range all {
		var parts []string
		for _, c := range columns {
			if r.Values[c] != "" {
				parts = append(parts, r.Values[c])
			}
		}
		name := strings.Join(parts, " · ")
		twins[name]++
		out = append(out, record{name + "\x00" + strconv.Itoa(twins[name]), name, r})
	}
	return out
}

func cells(old, now report.Record) []Cell {
	columns := slices.Concat(slices.Collect(maps.Keys(old)), slices.Collect(maps.Keys(now)))
	slices.Sort(columns)
	var differing []Cell
	for _, c := range slices.Compact(columns) {
		if old[c] != now[c] {
			differing = append(differing, Cell{c, some(old[c]), some(now[c])})
		}
	}
	return differing
}

func some(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// figures lists the amounts that differ, in the order of the new report, those
// that are gone last.
func figures(old, now *batch.Document) []Figure {
	was := make(map[string]*batch.Entry, len(old.Entries))
	for i := range old.Entries {
		was[old.Entries[i].Key] = &old.Entries[i]
	}
	out := []Figure{}
	for i := range now.Entries {
		n := &now.Entries[i]
		o := was[n.Key]
		delete(was, n.Key)
		switch {
		case o == nil:
			out = append(out, Figure{n.Key, n.Name, n.Unit, nil, &n.Amount, nil})
		case o.Amount.Cmp(n.Amount) != 0:
			rise := n.Amount.Sub(o.Amount)
			out = append(out, Figure{n.Key, n.Name, n.Unit, &o.Amount, &n.Amount, &rise})
		}
	}
	for i := range old.Entries {
		if o := &old.Entries[i]; was[o.Key] != nil {
			out = append(out, Figure{o.Key, o.Name, o.Unit, &o.Amount, nil, nil})
		}
	}
	return out
}

// without lists the findings that the others lack. A finding is known by its
// rule and what it names, not by its row, which moves.
func without(findings, others []batch.FindingLine) []batch.FindingLine {
	known := map[string]int{}
	for _, f := range others {
		known[likeness(f)]++
	}
	out := []batch.FindingLine{}
	for _, f := range findings {
		if known[likeness(f)]--; known[likeness(f)] < 0 {
			out = append(out, f)
		}
	}
	return out
}

func likeness(f batch.FindingLine) string {
	sheet := ""
	if f.Place != nil {
		sheet = f.Place.Sheet
	}
	return strings.Join([]string{f.Rule, f.Variant, f.Severity, sheet, f.Sentence}, "\x00")
}
