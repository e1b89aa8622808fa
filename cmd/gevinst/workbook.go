package main

import (
	"io"
	"path/filepath"
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
		return c.misuse("workbook", slip("slip.none"))
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

// order is what the new workbook is written for, and its requirement set.
func (c *call) order() (*report.Spec, workbook.Order, int) {
	filling, year, code := c.carried()
	if code != done {
		return nil, workbook.Order{}, code
	}
	spec, err := setFor(year)
	if err != nil {
		return nil, workbook.Order{}, c.misuse("workbook", err)
	}
	agency := filling["virksomhet"][0]
	if err := c.setAgency(agency); err != nil {
		return nil, workbook.Order{}, c.misuse("workbook", err)
	}
	ordered, code := c.profile()
	if code != done {
		return nil, workbook.Order{}, code
	}
	if ordered != nil {
		orgnr := agency["orgnr"]
		if orgnr != "" && len(ordered.Agencies) > 0 && ordered.Expects(orgnr) == nil {
			return nil, workbook.Order{}, c.misuse("workbook", slip("slip.profile.orgnr", word("value", orgnr), word("name", ordered.Ministry)))
		}
		profile.Put(filling, ordered, c.Lang())
		spec = spec.Under(ordered, ordered.Group(orgnr))
	}
	return spec, workbook.Order{Year: year, OrgNr: agency["orgnr"], Lang: c.Lang(), Filling: filling, Profile: ordered, Say: c.Say}, done
}

// carried is last year's workbook carried over, or an empty one, and its year.
func (c *call) carried() (report.Filling, int, int) {
	year, err := c.year()
	if err != nil {
		return nil, 0, c.misuse("workbook", err)
	}
	from := c.value("from")
	if from == "" {
		return report.Filling{"virksomhet": {{"rapportaar": strconv.Itoa(year)}}}, year, done
	}
	last, code := c.examine(from, check.Options{})
	if code != done {
		return nil, 0, code
	}
	if last.Outcome.Blocks() {
		for _, f := range last.Outcome.Findings {
			if f.Severity == report.Error {
				c.findingNote(from, f)
			}
		}
		c.note("from.blocked", word("file", from))
		return nil, 0, blocked
	}
	if was := last.Outcome.Submission.Agency.Year.Value; year <= was {
		return nil, 0, c.misuse("workbook", slip("slip.from.year", word("last", strconv.Itoa(was)), word("value", strconv.Itoa(year))))
	}
	carried := batch.CarryOver(last.Outcome.Submission, last.Outcome.Ledger, year)
	c.note("from.carried", count("measures", len(carried.Filling["tiltak"])), count("gains", len(carried.Filling["gevinster"])))
	for _, left := range carried.Left {
		c.note("carry."+string(left.Reason), word("id", left.ID))
	}
	return carried.Filling, year, done
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

// setAgency puts the organisation number of --orgnr and the written form in.
func (c *call) setAgency(agency report.Record) error {
	if agency["maalform"] == "" && c.Lang() != report.EN {
		agency["maalform"] = string(c.Lang())
	}
	asked := c.value("orgnr")
	switch was := agency["orgnr"]; {
	case asked == "":
		return nil
	case !check.ValidOrgNr(asked):
		return slip("slip.orgnr", word("value", asked))
	case was != "" && was != asked:
		return slip("slip.from.orgnr", word("last", was), word("value", asked))
	}
	agency["orgnr"] = asked
	return nil
}
