package sector

import (
	"cmp"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"gevinst/report"
	"gevinst/report/batch/intake"
	"gevinst/report/sector/overview"
)

// Told is what the batches of a year tell of agencies without a report, and what
// the ministry's profile p does, which may be nil. Batches must go together with
// each other, with the reports and with the profile; the error is a *Refusal.
func (r *Reports) Told(year int, p *report.Profile) (Options, error) {
	var o Options
	accounts := r.accountsOf(year)
	if err := r.together(accounts, year, p); err != nil {
		return o, err
	}
	if p != nil {
		o.Ministry, o.Expected, o.Deadline, o.Areas = p.Ministry, slices.Clone(p.Agencies), p.Deadline, slices.Clone(p.Areas)
	} else {
		o.Ministry = r.Asked(year)
	}
	t := teller{reports: r, year: year, agencies: map[string]*told{}, awaited: map[string]bool{}, options: &o}
	for _, e := range o.Expected {
		t.awaited[e.OrgNr] = true
	}
	for _, a := range accounts {
		for i := range a.status.Rows {
			if err := t.row(a, &a.status.Rows[i], &a.manifest.Rows[i]); err != nil {
				return o, err
			}
		}
	}
	t.finish()
	return o, nil
}

// Asked is the ministry by whose profile the batches of a year were made, "" where
// there was none.
func (r *Reports) Asked(year int) string {
	if accounts := r.accountsOf(year); len(accounts) > 0 && accounts[0].manifest.Profile != nil {
		return accounts[0].manifest.Profile.Ministry
	}
	return ""
}

// teller gathers the rows of the batches of a year.
type teller struct {
	reports  *Reports
	year     int
	agencies map[string]*told
	awaited  map[string]bool
	options  *Options
}

// told is an agency without a report, and the batch that tells of it.
type told struct {
	overview.Agency
	by *account
}

func (t *teller) row(a *account, l *intake.Line, e *intake.Entry) error {
	if l.OrgNr == nil {
		if l.State == intake.Refused && (l.Year == nil || *l.Year == t.year) {
			t.unread(overview.Unread{File: file(e.Input), Reason: reason(a, l)})
		}
		return nil
	}
	if l.Expected != nil {
		t.expected(l)
	}
	standing := standingOf(l.State)
	if standing == "" || l.Year != nil && *l.Year != t.year {
		return nil
	}
	if own := t.reports.of(*l.OrgNr, t.year); own != nil {
		if standing == overview.Missing || e.Input != nil && e.Input.SHA256 == own.workbook {
			return nil // missing in one folder, or refused, and read in another
		}
		return refuse(Contradict, arg("file", a.statusPath()), arg("other", own.path), arg("found", *l.OrgNr))
	}
	return t.lacks(a, l, e, standing)
}

// lacks takes down an agency without a report. A batch has a row for each of its
// files; two batches must tell the same, but for one that knows of none.
func (t *teller) lacks(a *account, l *intake.Line, e *intake.Entry, standing overview.Standing) error {
	now := &told{by: a, Agency: overview.Agency{OrgNr: *l.OrgNr, Name: str(l.Name), Standing: standing, Errors: l.Findings.Errors, Rules: l.Rules, Reason: reason(a, l)}}
	if e.Input != nil {
		now.Files = []overview.File{file(e.Input)}
	}
	before := t.agencies[*l.OrgNr]
	switch {
	case before == nil || before.Standing == overview.Missing:
		t.agencies[*l.OrgNr] = now
	case standing == overview.Missing:
	case before.Standing == standing && (before.by == a || sameFiles(before.Files, now.Files)):
		before.Files = mergeFiles(before.Files, now.Files)
	default:
		return refuse(Contradict, arg("file", a.statusPath()), arg("other", before.by.statusPath()), arg("found", *l.OrgNr))
	}
	return nil
}

func sameFiles(a, b []overview.File) bool {
	return slices.ContainsFunc(a, func(f overview.File) bool {
		return slices.ContainsFunc(b, func(g overview.File) bool { return f.SHA256 != "" && f.SHA256 == g.SHA256 })
	})
}

func mergeFiles(a, b []overview.File) []overview.File {
	for _, f := range b {
		if !slices.Contains(a, f) {
			a = append(a, f)
		}
	}
	return a
}

// standingOf is what a state means for an agency; "" for what is about a file only.
func standingOf(s intake.State) overview.Standing {
	return map[intake.State]overview.Standing{intake.Blocked: overview.Blocked, intake.Refused: overview.Refused,
		intake.Duplicate: overview.Duplicate, intake.Missing: overview.Missing}[s]
}

func file(s *intake.Source) overview.File {
	if s == nil {
		return overview.File{}
	}
	return overview.File{Name: s.File, SHA256: s.SHA256}
}

func reason(a *account, l *intake.Line) *overview.Reason {
	if l.Reason == nil {
		return nil
	}
	return &overview.Reason{Code: l.Reason.Code, Sentence: l.Reason.Sentence, Language: a.status.Language}
}

// unread takes down a file that nobody can tell whose it is, once.
func (t *teller) unread(u overview.Unread) {
	if !slices.ContainsFunc(t.options.Unread, func(o overview.Unread) bool { return o.File == u.File }) {
		t.options.Unread = append(t.options.Unread, u)
	}
}

// expected takes down whom a batch waited for, beside those of the profile.
func (t *teller) expected(l *intake.Line) {
	if t.options.Expected == nil {
		t.options.Expected = []report.Expected{}
	}
	if *l.Expected && !t.awaited[*l.OrgNr] {
		t.awaited[*l.OrgNr] = true
		t.options.Expected = append(t.options.Expected, report.Expected{OrgNr: *l.OrgNr, Name: str(l.Name)})
	}
}

// finish puts all in order, whatever the order of the folders.
func (t *teller) finish() {
	slices.SortFunc(t.options.Unread, func(a, b overview.Unread) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.SHA256, b.SHA256))
	})
	for _, a := range t.agencies {
		if a.Standing == overview.Missing {
			a.Files = t.perhaps(a.OrgNr)
		}
		slices.SortFunc(a.Files, func(a, b overview.File) int { return strings.Compare(a.Name, b.Name) })
		t.options.Others = append(t.options.Others, a.Agency)
	}
	slices.SortFunc(t.options.Others, func(a, b overview.Agency) int { return strings.Compare(a.OrgNr, b.OrgNr) })
}

// perhaps is the files with an agency's number in their name that cannot be read.
func (t *teller) perhaps(orgnr string) []overview.File {
	var files []overview.File
	for _, u := range t.options.Unread {
		if strings.Contains(filepath.Base(u.Name), orgnr) {
			files = append(files, u.File)
		}
	}
	return files
}

// of is the report of an agency and year, nil where there is none.
func (r *Reports) of(orgnr string, year int) *entry {
	at, ok := slices.BinarySearchFunc(r.found, entry{orgNr: orgnr, year: year}, func(a, b entry) int {
		return cmp.Or(a.year-b.year, strings.Compare(a.orgNr, b.orgNr))
	})
	if !ok {
		return nil
	}
	return &r.found[at]
}

// run is what folders of one batch have in common: it may be spread over several.
func (a *account) run() intake.Manifest {
	m := a.manifest
	m.Shard.Index, m.Rows = 0, nil
	return m
}

func (a *account) sameRun(b *account) bool {
	return a == b || a.manifest.Shard.Of > 1 && reflect.DeepEqual(a.run(), b.run())
}

// accountsOf is the batches of a year: those that took a workbook of it, those that
// took none of any year, and the other parts of them.
func (r *Reports) accountsOf(year int) []*account {
	var all []*account
	for _, a := range r.accounts {
		var years []int
		for _, b := range r.accounts {
			if a.sameRun(b) {
				years = append(years, b.years()...)
			}
		}
		if len(years) == 0 || slices.Contains(years, year) {
			all = append(all, a)
		}
	}
	return all
}
