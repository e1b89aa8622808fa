package sector

import (
	"context"
	"iter"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"gevinst/report/batch"
)

// Reports is the reports found in a number of folders, at most one for an agency
// and year, and what batches tell of who has reported.
type Reports struct {
	found    []entry
	accounts []*account
}

// entry is one report that was found and recognised.
type entry struct {
	path  string
	orgNr string
	year  int
	tool  batch.Tool
	set   batch.RequirementSet

	status   batch.Status
	workbook string // its SHA-256

	sum    string // SHA-256 of the report as its batch has it, "" where no batch tells
	teller string // the file of the batch that tells
}

// Read finds every file <orgnr>-<year>.json in the folders and those within them,
// and reads as much of each as tells whose report it is. A report that lies there
// twice, byte for byte, is one report. Of each year all must be made by one version
// of the program and one requirement set. Where a folder is that of a batch, its
// reports must be those that the batch tells of. The error is a *Refusal where
// reports cannot be folded, else the system's.
func Read(ctx context.Context, folders ...string) (*Reports, error) {
	lies, err := find(ctx, folders)
	if err != nil {
		return nil, err
	}
	r := &Reports{}
	for _, path := range lies.reports {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		head, err := readHead(path)
		if err != nil {
			return nil, err
		}
		if reportName(head) != filepath.Base(path) {
			return nil, refuse(Misnamed, arg("file", path), quoted("found", strings.TrimSuffix(reportName(head), ".json")))
		}
		r.found = append(r.found, entry{path: path, orgNr: *head.Agency.OrgNr, year: *head.Year, tool: head.Tool, set: head.Set, status: head.Status, workbook: head.Source.SHA256})
	}
	for _, folder := range lies.batches {
		a, err := readAccount(folder)
		if err != nil {
			return nil, err
		}
		if err := a.hold(r.found); err != nil {
			return nil, err
		}
		r.accounts = append(r.accounts, a)
	}
	return r, r.settle()
}

// Years lists the years that there are reports or other workbooks of, earliest first.
func (r *Reports) Years() []int {
	var years []int
	for _, e := range r.found {
		years = append(years, e.year)
	}
	for _, a := range r.accounts {
		years = append(years, a.years()...)
	}
	slices.Sort(years)
	return slices.Compact(years)
}

// Len is the number of reports of a year.
func (r *Reports) Len(year int) int {
	n := 0
	for _, e := range r.found {
		if e.year == year {
			n++
		}
	}
	return n
}

// Of hands out the reports of a year in the order of their organisation numbers,
// each read when its turn comes. After an error there are no more.
func (r *Reports) Of(ctx context.Context, year int) iter.Seq2[*Report, error] {
	return func(yield func(*Report, error) bool) {
		for _, e := range r.found {
			if e.year != year {
				continue
			}
			doc, err := e.read(ctx)
			if !yield(doc, err) || err != nil {
				return
			}
		}
	}
}

func (e entry) read(ctx context.Context) (*Report, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	doc, err := readWhole(e.path)
	if err != nil {
		return nil, err
	}
	if reportName(doc) != filepath.Base(e.path) || doc.Tool != e.tool || doc.Set != e.set {
		return nil, refuse(Changed, arg("file", e.path))
	}
	if e.sum != "" && doc.Digest != e.sum {
		return nil, refuse(Altered, arg("file", e.path), arg("other", e.teller))
	}
	return doc, named(sound(doc), e.path)
}

func reportName(r *Report) string { return *r.Agency.OrgNr + "-" + strconv.Itoa(*r.Year) + ".json" }

// settle puts the reports in order, takes copies out and sees that the rest go together.
func (r *Reports) settle() error {
	slices.SortFunc(r.found, func(a, b entry) int {
		if a.year != b.year {
			return a.year - b.year
		}
		return strings.Compare(a.orgNr+a.path, b.orgNr+b.path)
	})
	kept := r.found[:0]
	first := map[int]entry{}
	for _, e := range r.found {
		if n := len(kept); n > 0 && kept[n-1].orgNr == e.orgNr && kept[n-1].year == e.year {
			if err := same(kept[n-1].path, e.path); err != nil {
				return err
			}
			if kept[n-1].sum == "" {
				kept[n-1].sum, kept[n-1].teller = e.sum, e.teller
			}
			continue
		}
		if _, ok := first[e.year]; !ok {
			first[e.year] = e
		}
		if err := e.goesWith(first[e.year]); err != nil {
			return err
		}
		kept = append(kept, e)
	}
	r.found = kept
	return nil
}

// goesWith tells whether two reports of one year were made alike.
func (e entry) goesWith(o entry) error {
	switch {
	case e.set.SHA256 != o.set.SHA256:
		return refuse(MixedSets, arg("file", e.path), quoted("found", e.set.Version), arg("other", o.path), quoted("wanted", o.set.Version))
	case e.tool != o.tool:
		return refuse(MixedTools, arg("file", e.path), quoted("found", e.tool.Version), arg("other", o.path), quoted("wanted", o.tool.Version))
	default:
		return nil
	}
}

// Drafts lists the organisation numbers of a year's reports that are drafts.
func (r *Reports) Drafts(year int) []string {
	var orgs []string
	for _, e := range r.found {
		if e.year == year && e.status != batch.Final {
			orgs = append(orgs, e.orgNr)
		}
	}
	return orgs
}

// Made is by what a year's reports were made. Where there is no report it is by
// what the batches were, of whose requirement sets the newest is meant.
func (r *Reports) Made(year int) (batch.Tool, batch.RequirementSet) {
	for _, e := range r.found {
		if e.year == year {
			return e.tool, e.set
		}
	}
	for _, a := range r.accounts {
		for _, set := range a.manifest.Sets {
			return a.manifest.Tool, batch.RequirementSet{Set: set.Set, Version: set.Version, SHA256: set.SHA256}
		}
	}
	return batch.Tool{}, batch.RequirementSet{}
}
