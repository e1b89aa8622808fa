package workbook

import "gevinst/report"

// How many cells that nothing claims are named one by one, in a finding and in
// the Draft. All are counted.
const (
	mostNamed = 20
	mostKept  = 10_000
)

// strays are the filled cells of one sheet that no field claims: one finding.
type strays struct {
	rd     *reading
	sheet  string
	places []report.Place
	n      int
}

func (rd *reading) stray(i int) *strays { return &strays{rd: rd, sheet: rd.book.Sheets[i].Name} }

// add counts a cell; a told one has a finding of its own.
func (s *strays) add(c report.Cell, told bool) {
	s.rd.draft.Counts.Unused++
	at := report.Place{Sheet: s.sheet, Row: int(c.Row), Col: int(c.Col)}
	if len(s.rd.draft.Unused) < mostKept {
		s.rd.draft.Unused = append(s.rd.draft.Unused, at)
	}
	if told {
		return
	}
	s.n++
	if len(s.places) < mostNamed {
		s.places = append(s.places, at)
	}
}

// rewritten notes words that somebody put in the place of a field's own: the field
// was found by its key, and yet they may say what its values mean.
func (rd *reading) rewritten(s *strays, c report.Cell, field *report.ColumnSpec) {
	s.add(c, true)
	at := report.Place{Sheet: s.sheet, Row: int(c.Row), Col: int(c.Col)}
	rd.find("V-009", "heading", report.Warning, at, arg("funnet", c.Raw), arg("ark", s.sheet), arg("felt", field.Label))
}

// swapped notes the heading of another column over a field: what was read as one
// thing may have been meant as the other.
func (rd *reading) swapped(s *strays, c report.Cell, field, other *report.ColumnSpec) {
	s.add(c, true)
	at := report.Place{Sheet: s.sheet, Row: int(c.Row), Col: int(c.Col)}
	rd.find("V-009", "swapped", report.Error, at, arg("ark", s.sheet), arg("felt", field.Label), arg("annet", other.Label), arg("nokkel", field.Key))
}

func (s *strays) done() { s.tell("", report.Warning) }

// tell makes one finding of the cells.
func (s *strays) tell(variant string, severity report.Severity, args ...report.Arg) {
	if s.n == 0 {
		return
	}
	s.rd.find("V-009", variant, severity, s.places[0], append(args, arg("n", s.n), arg("ark", s.sheet))...)
	s.rd.findings[len(s.rd.findings)-1].More = s.places[1:]
}

// foreign counts a sheet that is none of the form's. The guide invites to notes on
// a sheet of one's own, so that is good to know and no more; but a second sheet with
// the form's columns may hold what was meant to be reported.
func (rd *reading) foreign(i int) error {
	stray := rd.stray(i)
	err := rd.book.Cells(i, func(c report.Cell) error {
		if !c.Empty() {
			rd.draft.Counts.Read++
			stray.add(c, false)
		}
		return nil
	})
	if err != nil {
		return err
	}
	like, err := rd.likeness(i)
	if err != nil {
		return err
	}
	if like != nil {
		stray.tell("copy", report.Warning, arg("likt", like.Name))
		return nil
	}
	if rd.book.Sheets[i].Hidden {
		stray.tell("sheet_hidden", report.Info)
		return nil
	}
	stray.tell("sheet", report.Info)
	return nil
}

// likeness is the sheet of the form whose columns a sheet has, nil where none is.
func (rd *reading) likeness(i int) (*report.SheetSpec, error) {
	top, err := rd.top(i)
	if err != nil {
		return nil, err
	}
	for j := range rd.spec.Sheets {
		spec := &rd.spec.Sheets[j]
		if spec.Kind != report.TableSheet {
			continue
		}
		for _, names := range []map[string]string{keysOf(spec), labelsOf(spec)} {
			if row, _ := keyRow(top, names); row > 0 {
				return spec, nil
			}
		}
	}
	return nil, nil
}
