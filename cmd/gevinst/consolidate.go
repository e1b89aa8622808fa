package main

import (
	"context"
	"errors"
	"io/fs"
	"iter"
	"path/filepath"
	"slices"
	"strconv"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/sector"
	"gevinst/report/sector/overview"
	"gevinst/report/sector/tables"
	"gevinst/templates"
)

func consolidateCommand() command {
	return command{name: "consolidate", run: runConsolidate, takes: folders, flags: []option{
		targetOption(),
		profileOption(),
		{name: "year", takes: "year"},
		{name: "final"},
		langOption(),
	}}
}

// runConsolidate folds the reports in the folders into the sector report and the
// tables beside it, all of them or none.
func runConsolidate(c *call) int {
	if len(c.args) == 0 {
		return c.misuse("consolidate", slip("slip.folders"))
	}
	dir, err := c.target()
	if err != nil {
		return c.misuse("consolidate", err)
	}
	ordered, code := c.profile()
	if code != done {
		return code
	}
	reports, err := sector.Read(c.ctx, c.args...)
	if err != nil {
		return c.unfolded(err)
	}
	year, err := c.sectorYear(reports.Years())
	if err != nil {
		return c.misuse("consolidate", err)
	}
	if drafts := reports.Drafts(year); c.on("final") && len(drafts) > 0 {
		c.note("cli.consolidate.drafts", count("n", len(drafts)), c.agencies(drafts))
		return blocked
	}
	return c.consolidate(reports, ordered, year, dir)
}

func (c *call) consolidate(reports *sector.Reports, ordered *report.Profile, year int, dir string) int {
	_, set := reports.Made(year)
	spec, code := c.setOf(set)
	if code != done {
		return code
	}
	known, err := reports.Told(year, ordered)
	if err != nil {
		return c.unfolded(err)
	}
	folded, err := sector.Consolidate(c.ctx, reports, year, known)
	if err != nil {
		return c.unfolded(err)
	}
	dated, err := epoch()
	if err != nil {
		return c.misuse("consolidate", err)
	}
	if dated == (report.Date{}) && folded.Approved != nil {
		dated = *folded.Approved
	}
	outputs, err := sector.Outputs(folded, sector.Issue{Voice: c.Voice, Spec: spec, Final: c.on("final"), Dated: dated}, dir)
	if err != nil {
		return c.broken(err)
	}
	flat, err := tables.Build(c.ctx, tables.Order{Spec: spec, Voice: c.Voice, Reports: documents(c, reports), Sector: folded})
	if err != nil {
		return c.unfolded(err)
	}
	defer flat.Close()
	asked := ""
	if ordered == nil {
		asked = reports.Asked(year)
	}
	return c.writeSector(append(outputs, flat.Outputs(c.ctx, dir)...), dir, folded, asked)
}

// writeSector writes the files and says what they tell. Where the reports were asked for
// by a ministry whose profile was not given, it is said what the report then lacks.
func (c *call) writeSector(outputs []batch.Output, dir string, folded *overview.Sector, asked string) int {
	if code := c.folder(filepath.Join(dir, tables.CSVFolder)); code != done {
		return code
	}
	if err := batch.WriteFiles(nil, outputs...); err != nil {
		return c.unwritten(err)
	}
	for _, o := range outputs {
		c.line(o.Path)
	}
	c.note("cli.consolidate.done", word("year", strconv.Itoa(folded.Year)), count("n", folded.Reporting()))
	if asked != "" {
		c.note("cli.consolidate.profile", word("ministry", asked))
	}
	if n := len(folded.Agencies) - folded.Reporting(); n > 0 {
		c.note("cli.consolidate.lacking", count("n", n))
	}
	if n := len(folded.Unread); n > 0 {
		c.note("sector.unread", count("n", n))
	}
	return done
}

// documents is the reports of every year, in order.
func documents(c *call, r *sector.Reports) iter.Seq2[*batch.Document, error] {
	return func(yield func(*batch.Document, error) bool) {
		for _, year := range r.Years() {
			for doc, err := range r.Of(c.ctx, year) {
				if err != nil {
					yield(nil, err)
					return
				}
				if !yield(&doc.Document, nil) {
					return
				}
			}
		}
	}
}

// sectorYear is the year that was asked for, else the latest; which is said where
// there is a choice.
func (c *call) sectorYear(years []int) (int, error) {
	names := make([]string, 0, len(years))
	for _, y := range years {
		names = append(names, strconv.Itoa(y))
	}
	if c.value("year") == "" && len(years) == 0 {
		return 0, slip("cli.consolidate.noyears")
	}
	if c.value("year") == "" {
		latest := years[len(years)-1]
		if len(years) > 1 {
			c.note("cli.consolidate.year", word("years", c.List(names)), word("year", strconv.Itoa(latest)))
		}
		return latest, nil
	}
	year, err := c.year()
	if err == nil && len(years) > 0 && !slices.Contains(years, year) {
		err = slip("cli.consolidate.noyear", word("year", c.value("year")), word("years", c.List(names)))
	}
	return year, err
}

// setOf is the requirement set that reports were checked by. One that this program
// does not have gives no words to their codes.
func (c *call) setOf(wanted batch.RequirementSet) (*report.Spec, int) {
	sets, err := templates.Sets()
	if err != nil {
		return nil, c.broken(err)
	}
	for _, spec := range sets {
		if spec.Hash == wanted.SHA256 {
			return spec, done
		}
	}
	c.note("cli.consolidate.set", word("found", wanted.Version))
	return nil, blocked
}

// unfolded says why reports could not be folded.
func (c *call) unfolded(err error) int {
	var refusal *sector.Refusal
	var unfit *tables.Unfit
	switch {
	case errors.Is(err, context.Canceled):
		c.note("cli.interrupted")
		return interrupted
	case errors.As(err, &refusal):
		c.note("sector.refuse."+string(refusal.Reason), refusal.Args...)
		if refusal.OfFile() {
			return unreadable
		}
		return blocked
	case errors.As(err, &unfit):
		c.note("tables.unfit", unfit.Args()...)
		return unreadable
	case errors.Is(err, sector.ErrNoFolder), errors.Is(err, fs.ErrNotExist) && slices.Contains(c.args, pathOf(err)):
		c.note("file.nofolder", word("file", pathOf(err)))
		return unreadable
	case pathOf(err) != "":
		return c.refuse(pathOf(err), err)
	default:
		return c.broken(err)
	}
}

// pathOf is the file that an error of the system is about, "" where it names none.
func pathOf(err error) string {
	var where *fs.PathError
	if errors.As(err, &where) {
		return where.Path
	}
	return ""
}
