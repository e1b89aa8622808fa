package main

import (
	"io"
	"path/filepath"
	"slices"
	"strconv"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/check"
	"gevinst/report/profile"
	"gevinst/report/workbook"
	"gevinst/templates"
)

func workbookCommand() command {
	return command{name: "workbook", run: runWorkbook, flags: []option{
		{name: "output", short: "o", takes: "xlsx"},
		{name: "year", takes: "year"},
		{name: "orgnr", takes: "orgnr"},
		{name: "from", takes: "xlsx"},
		profileOption(),
		langOption(),
	}}
}

func runWorkbook(c *call) int {
	if len(c.args) > 0 {
		return c.misuse("workbook", slip("slip.none", word("value", c.args[0])))
	}
	path := c.value("output")
	if path == "" {
		return c.misuse("workbook", slip("slip.output.file"))
	}
	if err := c.newName(path); err != nil {
		return c.misuse("workbook", err)
	}
	spec, order, code := c.order()
	if code != done {
		return code
	}
	if code := c.folder(filepath.Dir(path)); code != done {
		return code
	}
	write := func(w io.Writer) error { return workbook.Write(w, spec, order) }
	if err := batch.WriteFiles(c.inputs(), batch.Output{Path: path, Write: write}); err != nil {
		return c.unwritten(err)
	}
	c.line(path)
	return done
}

// inputs lists the files that may never be written to.
func (c *call) inputs() []string { return []string{c.value("from"), c.value("profile")} }

// order is what the new workbook is written for, and its requirement set. Nothing
// is said of what is carried over before it is known that a workbook will be written.
func (c *call) order() (*report.Spec, workbook.Order, int) {
	none := workbook.Order{}
	year, spec, err := c.yearAndSet()
	if err != nil {
		return nil, none, c.misuse("workbook", err)
	}
	last, code := c.lastYear(year)
	if code != done {
		return nil, none, code
	}
	orgnr, err := c.orgnr(last)
	if err != nil {
		return nil, none, c.misuse("workbook", err)
	}
	ordered, code := c.profile()
	if code != done {
		return nil, none, code
	}
	if ordered != nil && orgnr != "" && len(ordered.Agencies) > 0 && ordered.Expects(orgnr) == nil {
		return nil, none, c.misuse("workbook", slip("slip.profile.orgnr", word("value", orgnr), word("name", ordered.Ministry)))
	}
	filling := c.filling(last, year, orgnr)
	if ordered != nil {
		profile.Put(filling, ordered, c.Lang())
		spec = spec.Under(ordered, ordered.Group(orgnr))
	}
	c.tellSet(spec, year)
	return spec, workbook.Order{Year: year, OrgNr: orgnr, Lang: c.Lang(), Filling: filling, Profile: ordered, Say: c.Say}, done
}

// lastYear is last year's workbook, nil where none is named. One with errors, or of
// another year than an earlier one, is refused.
func (c *call) lastYear(year int) (*batch.Examined, int) {
	from := c.value("from")
	if from == "" {
		return nil, done
	}
	last, code := c.examine(from, check.Options{})
	if code != done {
		return nil, code
	}
	if last.Outcome.Blocks() {
		for _, f := range last.Outcome.Findings {
			if f.Severity == report.Error {
				c.findingNote(from, f)
			}
		}
		c.note("from.blocked", word("file", from))
		return nil, blocked
	}
	if was := last.Outcome.Submission.Agency.Year.Value; year <= was {
		return nil, c.misuse("workbook", slip("slip.from.year", word("last", strconv.Itoa(was)), word("value", strconv.Itoa(year))))
	}
	return last, done
}

// orgnr is the organisation number of --orgnr, else that of last year's workbook;
// they must be the same.
func (c *call) orgnr(last *batch.Examined) (string, error) {
	was := ""
	if last != nil {
		was = last.Outcome.Submission.Agency.OrgNr.Value
	}
	typed := c.value("orgnr")
	if typed == "" {
		return was, nil
	}
	asked, ok := check.OrgNr(typed)
	switch {
	case !ok:
		return "", slip("slip.orgnr", word("value", typed))
	case was != "" && was != asked:
		return "", slip("slip.from.orgnr", word("last", was), word("value", asked))
	default:
		return asked, nil
	}
}

// filling is last year's workbook carried over, with word of what stays behind, or
// an empty one.
func (c *call) filling(last *batch.Examined, year int, orgnr string) report.Filling {
	filling := report.Filling{"virksomhet": {{"rapportaar": strconv.Itoa(year)}}}
	if last != nil {
		carried := batch.CarryOver(last.Outcome.Submission, last.Outcome.Ledger, year)
		c.tellCarried(carried, last.Outcome.Submission.Agency.Year.Value, year)
		filling = carried.Filling
	}
	agency := filling["virksomhet"][0]
	if agency["maalform"] == "" && c.Lang() != report.EN {
		agency["maalform"] = string(c.Lang())
	}
	if orgnr != "" {
		agency["orgnr"] = orgnr
	}
	return filling
}

// tellCarried says what came along from last year, what did not, and which report
// years lie between.
func (c *call) tellCarried(carried batch.Carried, was, year int) {
	c.note("from.carried", count("measures", len(carried.Filling["tiltak"])), count("gains", len(carried.Filling["gevinster"])))
	for _, left := range carried.Left {
		c.note("carry."+string(left.Reason), word("id", left.ID))
	}
	if year-was > 1 {
		c.note("from.skipped", word("last", strconv.Itoa(was)), word("years", c.yearsBetween(was, year)))
	}
}

// yearsBetween names the years between two, "2018" or "2018–2020".
func (p *console) yearsBetween(from, to int) string {
	first, last := strconv.Itoa(from+1), strconv.Itoa(to-1)
	if first == last {
		return first
	}
	return first + "–" + last
}

// yearAndSet is the year of --year and the newest requirement set that serves it.
func (c *call) yearAndSet() (int, *report.Spec, error) {
	year, err := c.year()
	if err != nil {
		return 0, nil, err
	}
	spec, err := setFor(year)
	return year, spec, err
}

// tellSet says which requirement set a new workbook follows where no source tells
// that it holds for the year: a set serves until a newer one is added.
func (c *call) tellSet(spec *report.Spec, year int) {
	if !slices.Contains(spec.Confirmed, year) {
		c.note("set.unconfirmed", word("set", spec.Set), word("year", strconv.Itoa(year)))
	}
}

func (c *call) year() (int, error) {
	value := c.value("year")
	if value == "" {
		return 0, slip("slip.year.none")
	}
	year, err := strconv.Atoi(value)
	if err != nil || len(value) != 4 || year < 1 {
		return 0, slip("slip.year", word("value", value))
	}
	return year, nil
}

// setFor is the newest requirement set that serves a report year.
func setFor(year int) (*report.Spec, error) {
	sets, err := templates.Sets()
	if err != nil {
		return nil, err
	}
	for _, spec := range sets {
		if spec.Serves(year) {
			return spec, nil
		}
	}
	return nil, slip("slip.year.noset", word("value", strconv.Itoa(year)), word("from", strconv.Itoa(sets[len(sets)-1].AppliesFrom)))
}
