package workbook

import (
	"context"
	"io"
	"regexp"

	"gevinst/report"
	"gevinst/report/near"
	"gevinst/report/workbook/cells"
)

// Read reads a workbook completely, or refuses it with a *Refusal. The findings
// are about the form itself: its version, sheets, headings, and cells that
// nothing claims. The sets are those that gevinst knows, newest first.
func Read(ctx context.Context, name string, r io.ReaderAt, size int64, sets []*report.Spec) (*report.Draft, []report.Finding, error) {
	if err := gate(name, r, size); err != nil {
		return nil, nil, err
	}
	book, err := cells.Open(ctx, r, size, cells.Limits{})
	if err != nil {
		return nil, nil, refuse(err)
	}
	rd := &reading{book: book, issued: &sentences{whole: map[string]bool{}}, draft: &report.Draft{Date1904: book.Date1904, Origin: report.Origin{File: name}}}
	if err := rd.all(sets); err != nil {
		return nil, nil, refuse(err)
	}
	sum, err := fileHash(r, size)
	if err != nil {
		return nil, nil, err
	}
	rd.draft.Origin.SHA256, rd.draft.Origin.Data = sum, dataHash(rd.draft)
	return rd.draft, rd.findings, nil
}

// reading is one workbook being read.
type reading struct {
	book     *cells.Book
	draft    *report.Draft
	spec     *report.Spec
	issued   *sentences
	piece    []report.Cell // memory that the rows share
	records  int           // of the sheets read so far
	findings []report.Finding
}

func (rd *reading) all(sets []*report.Spec) error {
	if err := rd.stamps(sets); err != nil {
		return err
	}
	rd.draft.Spec = rd.spec
	for _, text := range rd.spec.Sentences {
		rd.issued.add(text)
	}
	found, err := rd.match()
	if err != nil {
		return err
	}
	if len(found) == 0 {
		return refusal("F-007", "")
	}
	sheets := map[string]*report.Sheet{}
	for i := range rd.book.Sheets {
		spec := found[i]
		switch {
		case spec != nil && (spec.Kind == report.TableSheet || spec.Kind == report.FormSheet):
			sheet, err := rd.sheet(i, spec)
			if err != nil {
				return err
			}
			sheets[spec.Key] = sheet
		case spec != nil:
			err = rd.prose(i, spec)
		case rd.ours(i):
			err = rd.count(i, func(report.Cell) bool { return true })
		default:
			err = rd.foreign(i)
		}
		if err != nil {
			return err
		}
	}
	for _, spec := range rd.spec.Sheets {
		if s := sheets[spec.Key]; s != nil {
			rd.draft.Sheets = append(rd.draft.Sheets, s)
		}
	}
	return nil
}

// ours tells whether a sheet is one that gevinst itself adds.
func (rd *reading) ours(i int) bool {
	return rd.book.Sheets[i].Name == report.StampSheet || stampedNotices(rd.book, i)
}

// sheet reads one sheet of the form that is filled in.
func (rd *reading) sheet(i int, spec *report.SheetSpec) (*report.Sheet, error) {
	info := rd.book.Sheets[i]
	s := &report.Sheet{Key: spec.Key, Name: info.Name, Hidden: info.Hidden}
	if spec.Kind == report.FormSheet {
		return s, rd.formSheet(i, spec, s)
	}
	return s, rd.tableSheet(i, spec, s)
}

// prose counts a sheet on which nothing is filled in: the guide, the code lists,
// and Kontroll, whose results Excel calculates in the column of values.
func (rd *reading) prose(i int, spec *report.SheetSpec) error {
	words := rd.wordsOf(spec)
	results := uint16(0)
	return rd.count(i, func(c report.Cell) bool {
		if spec.Kind == report.ControlSheet && c.Raw == report.FormValue {
			results = c.Col
		}
		return words.say(c) || c.Col == results && c.Formula != nil
	})
}

// count counts a sheet's filled cells as the form's own or as nobody's.
func (rd *reading) count(i int, own func(report.Cell) bool) error {
	stray := rd.stray(i)
	err := rd.book.Cells(i, func(c report.Cell) error {
		if c.Empty() {
			return nil
		}
		rd.draft.Counts.Read++
		if own(c) {
			rd.draft.Counts.Form++
			return nil
		}
		stray.add(c, false)
		return nil
	})
	stray.done()
	return err
}

var versionText = regexp.MustCompile(`gevinst-\d{4}\.\d+`)

// stamps reads the version where it is stated, and finds the set that it names.
func (rd *reading) stamps(sets []*report.Spec) error {
	if v := rd.book.Properties[report.StampProperty]; v != "" {
		rd.stamp("property", v, report.Place{})
	}
	known := false
	for i, s := range rd.book.Sheets {
		switch {
		case s.Name == report.StampSheet:
			if err := rd.stampSheet(i); err != nil {
				return err
			}
		case sets[0].Sheets[0].Kind == report.GuideSheet && near.Fold(s.Name) == near.Fold(sets[0].Sheets[0].Name):
			if err := rd.stampAt(i, "text", 3, 1); err != nil {
				return err
			}
		}
		known = known || knownName(sets, s.Name)
	}
	if !known && len(rd.draft.Stamps) == 0 {
		return refusal("F-007", "")
	}
	rd.choose(sets)
	return nil
}

func knownName(sets []*report.Spec, name string) bool {
	for _, set := range sets {
		for _, s := range set.Sheets {
			if near.Fold(s.Name) == near.Fold(name) && s.Kind != report.GuideSheet && s.Kind != report.ControlSheet {
				return true
			}
		}
	}
	return false
}

// stampSheet reads the stamp, and below it the sentences that whoever issued the
// workbook wrote into it: a ministry's own guidance, say.
func (rd *reading) stampSheet(sheet int) error {
	err := rd.book.Cells(sheet, func(c report.Cell) error {
		if c.Row > 1 && c.Kind == report.Text {
			rd.issued.whole[c.Raw] = true
		}
		return nil
	})
	if err != nil {
		return err
	}
	return rd.stampAt(sheet, "meta", 1, 2)
}

func (rd *reading) stampAt(sheet int, where string, row, col int) error {
	return rd.book.Cells(sheet, func(c report.Cell) error {
		if int(c.Row) == row && int(c.Col) == col {
			if v := versionText.FindString(c.Raw); v != "" {
				rd.stamp(where, v, report.Place{Sheet: rd.book.Sheets[sheet].Name, Row: row, Col: col})
			}
		}
		return nil
	})
}

func (rd *reading) stamp(where, value string, at report.Place) {
	rd.draft.Stamps = append(rd.draft.Stamps, report.Stamp{Where: where, Value: value, Place: at})
}

// choose takes the set that the first stamp names, else the newest.
func (rd *reading) choose(sets []*report.Spec) {
	rd.spec = sets[0]
	stamps := rd.draft.Stamps
	if len(stamps) == 0 {
		rd.find("V-001", "no_version", report.Error, report.Place{}, arg("versjon", sets[0].Version))
		return
	}
	for _, s := range stamps[1:] {
		if s.Value != stamps[0].Value {
			rd.find("V-010", "", report.Warning, s.Place, arg("funnet", s.Value), arg("annen", stamps[0].Value))
			break
		}
	}
	for _, set := range sets {
		if set.Version == stamps[0].Value {
			rd.spec = set
			return
		}
	}
	rd.find("V-001", "version", report.Error, stamps[0].Place, arg("funnet", stamps[0].Value), arg("versjon", sets[0].Version))
}

func (rd *reading) find(rule, variant string, severity report.Severity, at report.Place, args ...report.Arg) {
	rd.findings = append(rd.findings, report.Finding{Rule: rule, Variant: variant, Severity: severity, Place: at, Args: args})
}

func arg(name string, value any) report.Arg { return report.Arg{Name: name, Value: value} }
