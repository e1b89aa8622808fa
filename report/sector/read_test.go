package sector_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/sector"
	"gevinst/report/sector/sectortest"
	"gevinst/report/text"
)

// The organisation numbers of invented agencies.
const (
	one = "123456785"
	two = "701730496"
)

// of is the example agency's report under another number and year.
func of(t *testing.T, orgNr, year string) batch.Document {
	t.Helper()
	filling := sectortest.Demo(t)
	filling["virksomhet"][0]["orgnr"], filling["virksomhet"][0]["rapportaar"] = orgNr, year
	return sectortest.Document(t, filling)
}

func put(t *testing.T, dir, org string) { sectortest.Put(t, dir, of(t, org, "2017")) }

func read(t *testing.T, folders ...string) *sector.Reports {
	t.Helper()
	r, err := sector.Read(context.Background(), folders...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func all(t *testing.T, r *sector.Reports, year int) []*sector.Report {
	t.Helper()
	var docs []*sector.Report
	for d, err := range r.Of(context.Background(), year) {
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, d)
	}
	return docs
}

// TestReadFindsReportsInAnyOrder spreads reports over folders, one of them twice,
// beside files that are no reports.
func TestReadFindsReportsInAnyOrder(t *testing.T) {
	a, b := t.TempDir(), t.TempDir()
	sectortest.Put(t, filepath.Join(a, "deep", "down"), of(t, two, "2017"))
	sectortest.Put(t, b, of(t, one, "2017"))
	sectortest.Put(t, a, of(t, one, "2017"))
	sectortest.Put(t, b, of(t, one, "2016"))
	sectortest.PutFile(t, filepath.Join(a, "notes.json"), []byte("{"))
	sectortest.PutFile(t, filepath.Join(a, ".hidden", two+"-2015.json"), []byte("{"))
	r := read(t, a, b)
	if years := r.Years(); !slices.Equal(years, []int{2016, 2017}) {
		t.Fatalf("the years are %v", years)
	}
	if r.Len(2016) != 1 || r.Len(2017) != 2 {
		t.Errorf("%d and %d reports", r.Len(2016), r.Len(2017))
	}
	docs := all(t, r, 2017)
	if len(docs) != 2 || *docs[0].Agency.OrgNr != one || *docs[1].Agency.OrgNr != two {
		t.Fatal("the reports do not come in the order of their organisation numbers")
	}
	if other := all(t, read(t, b, a, a), 2017); !reflect.DeepEqual(docs, other) {
		t.Error("the order of the folders changes what is read")
	}
}

// TestReadKeepsAllButEntries compares what is read with what was written.
func TestReadKeepsAllButEntries(t *testing.T) {
	dir, want := t.TempDir(), of(t, one, "2017")
	sectortest.Put(t, dir, want)
	got := all(t, read(t, dir), 2017)[0]
	if len(want.Entries) == 0 || got.Entries != nil {
		t.Error("the entries were kept")
	}
	if !reflect.DeepEqual(got.Records, want.Records) {
		t.Error("the records are not those that were written")
	}
	if got.Bridge.Reallocable.String() != "884020.00" || len(got.Gains) != len(want.Gains) || len(got.Digest) != 64 {
		t.Errorf("read as %v, %d gains, digest %s", got.Bridge.Reallocable, len(got.Gains), got.Digest)
	}
}

// TestReadRefuses changes one good report, or puts another beside it.
func TestReadRefuses(t *testing.T) {
	good := of(t, one, "2017")
	for name, c := range map[string]struct {
		reason sector.Reason
		spoil  func(dir, path string)
	}{
		"no report": {sector.NoReports, func(_, path string) { os.Remove(path) }},
		"an unfinished batch": {sector.Unfinished, func(dir, _ string) {
			if err := errors.Join(os.Mkdir(filepath.Join(dir, ".gevinst"), 0o755), os.WriteFile(filepath.Join(dir, ".gevinst", "unfinished"), nil, 0o644)); err != nil {
				t.Fatal(err)
			}
		}},
		"half a report":     {sector.Broken, edit(t, func(s string) string { return s[:len(s)/2] })},
		"a report and more": {sector.Broken, edit(t, func(s string) string { return s + "{}" })},
		"an unknown key":    {sector.Broken, edit(t, func(s string) string { return strings.Replace(s, `"counts"`, `"count"`, 1) })},
		"a key twice":       {sector.Broken, edit(t, func(s string) string { return strings.Replace(s, `"bridge": {`, `"year": 2017, "bridge": {`, 1) })},
		"an amount twice": {sector.Broken, edit(t, func(s string) string {
			return strings.Replace(s, `"omdisponerbart": "884020.00"`, `"omdisponerbart": "1.00", "omdisponerbart": "884020.00"`, 1)
		})},
		"a cell twice": {sector.Broken, edit(t, func(s string) string {
			return strings.Replace(s, `"uttaksgrad_pst": "80"`, `"uttaksgrad_pst": "90", "\u0075ttaksgrad_pst": "80"`, 1)
		})},
		"an amount in capitals": {sector.Incomplete, edit(t, func(s string) string { return strings.Replace(s, `"omdisponerbart"`, `"Omdisponerbart"`, 1) })},
		"no amount but a list": {sector.Broken, edit(t, func(s string) string {
			return strings.Replace(s, `"omdisponerbart": "884020.00"`, `"omdisponerbart": []`, 1)
		})},
		"an amount of another kind": {sector.Broken, edit(t, func(s string) string {
			return strings.Replace(s, `"omdisponerbart": "884020.00"`, `"omdisponerbart": "NaN"`, 1)
		})},
		"an amount without end": {sector.Broken, edit(t, func(s string) string {
			return strings.Replace(s, `"omdisponerbart": "884020.00"`, `"omdisponerbart": "`+strings.Repeat("9", 1_000_000)+`"`, 1)
		})},
		"a text without end": {sector.Broken, edit(t, func(s string) string {
			return strings.Replace(s, `"entries": [`, `"entries": [{"key": "`+strings.Repeat(`\"`, 1_000_000)+`"}, `, 1)
		})},
		"another long format": {sector.Unknown, edit(t, func(s string) string {
			return strings.Replace(s, "gevinst-report/1", strings.Repeat("æ", 100_000), 1)
		})},
		"a bare NaN": {sector.Broken, edit(t, func(s string) string {
			return strings.Replace(s, `"omdisponerbart": "884020.00"`, `"omdisponerbart": NaN`, 1)
		})},
		"a well": {sector.Broken, edit(t, func(s string) string {
			return strings.Replace(s, `"findings": [`, `"findings": [`+strings.Repeat("[", 1_000_000), 1)
		})},
		"a key within a key": {sector.Broken, edit(t, func(s string) string {
			return strings.Replace(s, `"bridge": {`, `"bridge": {"a": `+strings.Repeat(`{"a": `, 9000)+"1"+strings.Repeat("}", 9000)+", ", 1)
		})},
		"an unknown key low": {sector.Broken, edit(t, func(s string) string { return strings.Replace(s, `"A_tot"`, `"A_total"`, 1) })},
		"an entry unlike":    {sector.Broken, edit(t, func(s string) string { return strings.Replace(s, `"formula_words"`, `"x"`, 1) })},
		"an amount as a bomb": {sector.Broken, edit(t, func(s string) string {
			return strings.Replace(s, `"omdisponerbart": "884020.00"`, `"omdisponerbart": "1e999999999"`, 1)
		})},
		"another format": {sector.Unknown, edit(t, func(s string) string { return strings.Replace(s, "gevinst-report/1", "gevinst-report/9", 1) })},
		"no year":        {sector.Incomplete, edit(t, func(s string) string { return strings.Replace(s, `"year": 2017`, `"year": null`, 1) })},
		"another name":   {sector.Misnamed, func(dir, path string) { os.Rename(path, filepath.Join(dir, two+"-2017.json")) }},
		"another set": {sector.MixedSets, func(dir, _ string) {
			d := of(t, two, "2017")
			d.Set.SHA256 = strings.Repeat("0", 64)
			sectortest.Put(t, dir, d)
		}},
		"another version": {sector.MixedTools, func(dir, _ string) {
			d := of(t, two, "2017")
			d.Tool.Version = "v0.9.0"
			sectortest.Put(t, dir, d)
		}},
		"two of one agency": {sector.Twice, func(dir, _ string) {
			filling := sectortest.Demo(t)
			filling["tiltak"][0]["navn"] = "Et annet navn"
			sectortest.Put(t, filepath.Join(dir, "again"), sectortest.Document(t, filling))
		}},
	} {
		dir := t.TempDir()
		c.spoil(dir, sectortest.Put(t, dir, good))
		err := readAll(dir)
		var refusal *sector.Refusal
		if !errors.As(err, &refusal) || refusal.Reason != c.reason {
			t.Errorf("%s: %v, expected %q", name, err, c.reason)
			continue
		}
		for _, lang := range report.Langs() {
			voice, err := text.For(lang)
			if err != nil {
				t.Fatal(err)
			}
			said := voice.Say("sector.refuse."+string(refusal.Reason), refusal.Args...)
			if len(said) > 1000 {
				t.Errorf("%s, %s: a sentence of %d bytes", name, lang, len(said))
			}
			if strings.ContainsAny(said, "{«<") && c.reason == sector.Twice || strings.Contains(said, "{file}") {
				t.Errorf("%s, %s: %s", name, lang, said)
			}
		}
	}
}

func edit(t *testing.T, change func(string) string) func(dir, path string) {
	return func(_, path string) {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		changed := change(string(b))
		if changed == string(b) {
			t.Fatal("nothing was changed")
		}
		sectortest.PutFile(t, path, []byte(changed))
	}
}

func readAll(dir string) error {
	r, err := sector.Read(context.Background(), dir)
	if err != nil {
		return err
	}
	for _, err := range r.Of(context.Background(), 2017) {
		if err != nil {
			return err
		}
	}
	return nil
}

// TestNoLineOfABridgeMayBeChanged adds a krone to one amount of the bridge at a time:
// the lines hold each other, and the first ones are held by the gains. Co-financing,
// costs, cuts and uses begin with cells, and are held by what follows from them.
func TestNoLineOfABridgeMayBeChanged(t *testing.T) {
	good := of(t, one, "2017")
	alone := []string{"UsedMoney", "FullYear"} // which nothing follows from
	lines := reflect.TypeOf(*good.Bridge)
	for i := range lines.NumField() {
		amount, is := reflect.ValueOf(*good.Bridge).Field(i).Interface().(report.Kroner)
		if !is || slices.Contains(alone, lines.Field(i).Name) {
			continue
		}
		bad, bridge := good, *good.Bridge
		reflect.ValueOf(&bridge).Elem().Field(i).Set(reflect.ValueOf(amount.Add(report.MustKroner("1"))))
		bad.Bridge = &bridge
		dir := t.TempDir()
		sectortest.Put(t, dir, bad)
		var refusal *sector.Refusal
		if err := readAll(dir); !errors.As(err, &refusal) || refusal.Reason != sector.Unsound {
			t.Errorf("%s may be a krone more: %v", lines.Field(i).Name, err)
		}
	}
}

// TestWhatHasTheNameOfAReportIsNotLeftOut puts what is no plain file in place of a report.
func TestWhatHasTheNameOfAReportIsNotLeftOut(t *testing.T) {
	elsewhere := sectortest.Put(t, t.TempDir(), of(t, one, "2017"))
	link := func(to string) func(path string) error {
		return func(path string) error { return os.Symlink(to, path) }
	}
	for name, c := range map[string]struct {
		make  func(path string) error
		found int // reports
	}{
		"a link to a report":  {link(elsewhere), 2},
		"a link to a folder":  {link(t.TempDir()), 0},
		"a link to nothing":   {link(filepath.Join(t.TempDir(), "gone")), 0},
		"a link to something": {link("read_test.go"), 0},
	} {
		dir := t.TempDir()
		put(t, dir, two)
		if err := c.make(filepath.Join(dir, one+"-2017.json")); err != nil {
			t.Skip("no links here:", err)
		}
		r, err := sector.Read(context.Background(), dir)
		if c.found == 0 && err == nil {
			t.Errorf("%s is left out", name)
		}
		if c.found > 0 && (err != nil || r.Len(2017) != c.found) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestEarlierYearsMayBeMadeOtherwise: last year's reports were made by last year's program.
func TestEarlierYearsMayBeMadeOtherwise(t *testing.T) {
	dir := t.TempDir()
	d := of(t, one, "2016")
	d.Tool.Version = "v0.1.0"
	sectortest.Put(t, dir, d)
	sectortest.Put(t, dir, of(t, one, "2017"))
	read(t, dir)
}
