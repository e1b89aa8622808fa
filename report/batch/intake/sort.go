package intake

import (
	"cmp"
	"slices"
	"strconv"

	"gevinst/report"
)

// lastYears are the workbooks of earlier years.
type lastYears struct {
	items []item
	by    map[string][]*item // by agency, newest year first; of one year only where all have the same bytes
	two   map[string]bool    // agencies with different workbooks for one year
}

// turn is an agency in a year.
type turn struct {
	orgnr string
	year  int
}

// sortOut takes the shard's own workbooks, settles those that will not be made,
// and finds last year's workbook for the rest.
func (r *run) sortOut() {
	r.last.sortOut()
	r.items = slices.DeleteFunc(r.items, func(it item) bool { return !r.Shard.Holds(it.owner()) })
	turns := map[turn][]*item{}
	for i := range r.items {
		if it := &r.items[i]; it.whose() {
			turns[turn{it.orgnr, it.year}] = append(turns[turn{it.orgnr, it.year}], it)
		}
	}
	for _, rivals := range turns {
		r.settle(rivals)
	}
	for i := range r.items {
		if r.items[i].whose() {
			r.match(&r.items[i])
		}
	}
}

// owner is by what an item is placed in a shard.
func (it *item) owner() string { return cmp.Or(it.orgnr, it.sha, it.path) }

// whose tells whether an item says whose it is, and for which year, and may be made.
func (it *item) whose() bool { return it.state == "" && it.orgnr != "" && it.year != 0 }

// settle decides between the workbooks of an agency for one year. Of files with
// the same bytes the first is made; different ones are all left alone, for
// nobody but the agency knows which counts.
func (r *run) settle(rivals []*item) {
	if alike(rivals) {
		for _, it := range rivals[1:] {
			it.settle(Copy, r.because("batch.copy", word("file", rivals[0].path)))
		}
		return
	}
	why := r.overMany("", word("orgnr", rivals[0].orgnr), report.Arg{Name: "filer", Value: paths(rivals)}, word("aar", strconv.Itoa(rivals[0].year)))
	for _, it := range rivals {
		it.settle(Duplicate, why)
	}
}

func (r *run) expects(orgnr string) bool {
	_, found := slices.BinarySearchFunc(r.Expected, orgnr, func(a Agency, orgnr string) int { return cmp.Compare(a.OrgNr, orgnr) })
	return found
}

func alike(items []*item) bool {
	return !slices.ContainsFunc(items, func(it *item) bool { return it.sha != items[0].sha })
}

func paths(items []*item) []string {
	var all []string
	for _, it := range items {
		all = append(all, it.path)
	}
	return all
}

func (l *lastYears) sortOut() {
	l.by, l.two = map[string][]*item{}, map[string]bool{}
	for i := range l.items {
		if it := &l.items[i]; it.whose() {
			l.by[it.orgnr] = append(l.by[it.orgnr], it)
		}
	}
	for orgnr, items := range l.by {
		slices.SortStableFunc(items, func(a, b *item) int { return -cmp.Compare(a.year, b.year) })
		for i := range items[1:] {
			l.two[orgnr] = l.two[orgnr] || items[i].year == items[i+1].year && items[i].sha != items[i+1].sha
		}
	}
}

// match finds last year's workbook of an item: the newest of an earlier year.
// Where one year has two that differ, none is taken, and the row says so.
func (r *run) match(it *item) {
	if r.last.two[it.orgnr] {
		it.notes = append(it.notes, said(r.voice, "batch.previous.two", word("orgnr", it.orgnr)))
		return
	}
	for _, last := range r.last.by[it.orgnr] {
		if last.year < it.year {
			it.last = last
			return
		}
	}
}
