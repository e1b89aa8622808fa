package check

import (
	"gevinst/report"
)

// parser turns a Draft into a Submission and collects what it could not read.
type parser struct {
	draft    *report.Draft
	sub      *report.Submission
	findings []report.Finding
	codes    map[string]map[string]string // list → value or label, as written or folded → value
	status   map[string]string            // measure id → status
	rules    []report.OwnRule             // the ministry's, for this agency
}

func parse(draft *report.Draft, rules []report.OwnRule) (*report.Submission, []report.Finding) {
	p := &parser{
		draft: draft, rules: rules,
		sub:   &report.Submission{Origin: draft.Origin, Spec: draft.Spec, Counts: draft.Counts},
		codes: foldCodes(draft.Spec),
	}
	p.sub.SheetNames = make([]string, len(draft.Spec.Sheets))
	for i := range draft.Spec.Sheets {
		if s := draft.Sheet(draft.Spec.Sheets[i].Key); s != nil {
			p.sub.SheetNames[i] = s.Name
		}
	}
	p.agency()
	s := p.sub
	s.Budget = records(p, "bevilgning", appropriation)
	s.Measures = records(p, "tiltak", measure)
	p.status = statuses(s.Measures)
	s.Gains = records(p, "gevinster", gain)
	s.OneOffs = records(p, "engangskostnader", oneOff)
	s.Cuts = records(p, "budsjettuttak", budgetCut)
	s.Uses = records(p, "omdisponering", reallocation)
	s.Services = records(p, "tjenester", service)
	s.Chains = records(p, "tjenestekjeder", chainLink)
	s.Reuse = records(p, "gjenbruk", reuse)
	s.Regulations = records(p, "regelverk", regulation)
	s.Plans = records(p, "planer", plan)
	s.Index = records(p, "prisindeks", priceIndex)
	s.Demands = p.demands()
	return p.sub, p.findings
}

// records reads the rows of one table sheet with the function that knows its fields.
func records[T any](p *parser, key string, read func(*row) T) []T {
	r, rows := p.sheet(key)
	if r == nil {
		return nil
	}
	all := make([]T, 0, len(rows))
	for i := range rows {
		r.at(rows[i])
		if r.stray(rows[i]) {
			continue
		}
		all = append(all, read(r))
		r.require()
		r.own()
		if p.draft.Counts.Used > manyCells {
			rows[i].Cells = nil
		}
	}
	return all
}

// manyCells is when a workbook is so large that its cells are let go as soon as
// they are understood, which halves the memory; nobody can then quote them.
const manyCells = 1_000_000

// sheet prepares reading a sheet; nil where the workbook lacks it, which the
// reader has found already.
func (p *parser) sheet(key string) (*row, []report.Row) {
	for i := range p.draft.Spec.Sheets {
		spec := &p.draft.Spec.Sheets[i]
		if spec.Key != key {
			continue
		}
		sheet := p.draft.Sheet(key)
		if sheet == nil {
			return nil, nil
		}
		return newRow(p, spec, uint8(i), sheet), sheet.Rows
	}
	return nil, nil
}

// row reads the fields of one record after another.
type row struct {
	p      *parser
	spec   *report.SheetSpec
	index  uint8
	sheet  *report.Sheet
	form   bool
	where  map[string]slot // by column key
	cells  []report.Cell   // by position in sheet.Columns
	filled []bool
	number int
	quiet  bool // read without finding anything
}

func newRow(p *parser, spec *report.SheetSpec, index uint8, sheet *report.Sheet) *row {
	r := &row{p: p, spec: spec, index: index, sheet: sheet, form: spec.Kind == report.FormSheet,
		where: make(map[string]slot, len(spec.Columns)),
		cells: make([]report.Cell, len(sheet.Columns)), filled: make([]bool, len(sheet.Columns))}
	for i := range spec.Columns {
		r.where[spec.Columns[i].Key] = slot{&spec.Columns[i], -1}
	}
	for i, c := range sheet.Columns {
		r.where[c.Key] = slot{r.where[c.Key].spec, i}
	}
	return r
}

// slot is a column of the form and its position in the file, −1 where the file
// lacks it.
type slot struct {
	spec *report.ColumnSpec
	pos  int
}

// at goes to the next record: its filled cells are laid out by column.
func (r *row) at(record report.Row) {
	clear(r.filled)
	r.number = record.Number
	next := 0
	for _, cell := range record.Cells {
		for i := 0; i < len(r.sheet.Columns); i++ {
			pos := (next + i) % len(r.sheet.Columns)
			if r.owns(pos, cell) {
				r.cells[pos], r.filled[pos] = cell, true
				next = pos + 1
				break
			}
		}
	}
}

func (r *row) owns(pos int, cell report.Cell) bool {
	c := r.sheet.Columns[pos]
	return c.Col == int(cell.Col) && (!r.form || c.Row == int(cell.Row))
}

// cell finds a field's cell with its column; filled is false where it is absent or
// blank. A column that the workbook lacks has no address.
func (r *row) cell(key string) (cell report.Cell, spec *report.ColumnSpec, at report.At, filled bool) {
	found := r.where[key]
	spec, pos := found.spec, found.pos
	if pos < 0 {
		return report.Cell{}, spec, report.At{}, false
	}
	c := r.sheet.Columns[pos]
	at = report.At{Row: uint32(r.number), Col: uint16(c.Col), Sheet: r.index}
	if r.form {
		at.Row = uint32(c.Row)
	}
	if !r.filled[pos] || blank(r.cells[pos]) {
		return report.Cell{}, spec, at, false
	}
	return r.cells[pos], spec, at, true
}

// find notes a finding at a cell of this record.
func (r *row) find(rule, variant string, severity report.Severity, at report.At, spec *report.ColumnSpec, args ...report.Arg) {
	if r.quiet {
		return
	}
	args = append([]report.Arg{{Name: "felt", Value: spec.Label}}, args...)
	r.p.findings = append(r.p.findings, report.Finding{
		Rule: rule, Variant: variant, Severity: severity, Args: args,
		Place: report.Place{Sheet: r.sheet.Name, Row: int(at.Row), Col: int(at.Col)},
	})
}
