package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// node is a value of JSON, read without any type of ours.
type node struct{ v any }

func (p node) at(path ...string) node {
	for _, key := range path {
		m, _ := p.v.(map[string]any)
		p = node{m[key]}
	}
	return p
}

func (p node) each(visit func(node)) {
	list, _ := p.v.([]any)
	for _, v := range list {
		visit(node{v})
	}
}

func (p node) words() string { return fmt.Sprint(p.v) }

// rat is a number or an amount as a fraction; what is not there adds nothing.
func (p node) rat() *big.Rat {
	if r, ok := new(big.Rat).SetString(p.words()); ok {
		return r
	}
	return new(big.Rat)
}

// summed holds every part of a sector report, and the rows of every table beside it, to
// the reports in a folder: sums are taken in fractions, all else is counted.
func summed(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: summed REPORTS SECTOR.json")
	}
	files, err := filepath.Glob(ts.MkAbs(filepath.Join(args[0], "*-????.json")))
	ts.Check(err)
	want, got := sums{}, sums{}
	for _, f := range files {
		want.report(nodeOf(ts, f))
	}
	path := ts.MkAbs(args[1])
	got.sector(nodeOf(ts, path))
	rows := sums{}
	for key, n := range want {
		if table, ok := strings.CutPrefix(key, "rows "); ok {
			delete(want, key)
			rows[key] = n
			got := bytes.Count(readFile(ts, filepath.Join(filepath.Dir(path), "csv", table+".csv")), []byte("\r\n")) - 1
			if n.Cmp(big.NewRat(int64(got), 1)) != 0 {
				ts.Fatalf("%s has %d rows, the reports %s", table, got, n.RatString())
			}
		}
	}
	if len(rows) < 10 || len(want) < 40 {
		ts.Fatalf("only %d tables and %d sums", len(rows), len(want))
	}
	if a, b := got.words(), want.words(); a != b {
		ts.Fatalf("the sector report says\n%s\nthe reports say\n%s", a, b)
	}
}

func readFile(ts *testscript.TestScript, path string) []byte {
	data, err := os.ReadFile(path)
	ts.Check(err)
	return data
}

func nodeOf(ts *testscript.TestScript, path string) node {
	dec := json.NewDecoder(bytes.NewReader(readFile(ts, path)))
	dec.UseNumber()
	var v any
	ts.Check(dec.Decode(&v))
	return node{v}
}

// sums is sums and counts by what they are of.
type sums map[string]*big.Rat

func (t sums) add(key string, n *big.Rat) {
	if t[key] == nil {
		t[key] = new(big.Rat)
	}
	t[key].Add(t[key], n)
}

func (t sums) count(key string) { t.add(key, big.NewRat(1, 1)) }

func (t sums) words() string {
	var lines []string
	for key, n := range t {
		lines = append(lines, key+" = "+n.RatString())
	}
	sort.Strings(lines)
	return strings.Join(lines, "\n")
}

// bridge takes every amount of a bridge, under the name of whose it is.
func (t sums) bridge(whose string, bridge node) {
	lines, _ := bridge.v.(map[string]any)
	for line, amount := range lines {
		if line != "trekk_rammekutt" { // is no amount
			t.add(whose+" "+line, node{amount}.rat())
		}
	}
}

// report takes what a report adds to its sector.
func (t sums) report(r node) {
	t.bridge("sum", r.at("bridge"))
	t.bridge(r.at("agency", "orgnr").words(), r.at("bridge"))
	t.add("warnings", r.at("counts", "findings", "warnings").rat())
	t.add("measures stopped", r.at("counts", "measures", "stopped").rat())
	t.add("measures planned", r.at("counts", "measures", "planned").rat())
	r.at("gains").each(func(g node) {
		if g.at("counts").v == true {
			t.count("gains that count")
		}
	})
	records, _ := r.at("records").v.(map[string]any)
	for table, rows := range records {
		t.add("rows "+table, new(big.Rat))
		node{rows}.each(func(row node) {
			t.count("rows " + table)
			t.record(table, row.at("values"))
		})
	}
}

// record takes what a row of a workbook adds.
func (t sums) record(table string, v node) {
	switch table {
	case "omdisponering":
		t.add("used", v.at("belop_kr").rat())
		t.count("uses")
	case "tjenester":
		t.count("services " + v.at("digital_status").words())
		t.add("potential", v.at("potensial_kr").rat())
	case "gjenbruk":
		t.count("information")
	case "regelverk":
		t.count("changes " + v.at("status").words())
	case "planer":
		t.count("plans " + v.at("type").words())
	case "departementskrav":
		t.count("answers to " + v.at("krav_id").words())
		if v.at("svartype").words() == "BELOP" {
			t.add("answered to "+v.at("krav_id").words(), v.at("svar").rat())
		}
	case "kravtabeller":
		if v.at("radtype").words() == "SVAR" {
			t.count("lines to " + v.at("krav_id").words())
		}
	}
}

// sector takes the same from a sector report.
func (t sums) sector(s node) {
	t.bridge("sum", s.at("sum"))
	s.at("agencies").each(func(a node) {
		if a.at("report").v != nil {
			t.bridge(a.at("orgnr").words(), a.at("report", "bridge"))
			t.add("warnings", a.at("report", "warnings").rat())
		}
	})
	t.add("measures stopped", s.at("measures", "stopped").rat())
	t.add("measures planned", s.at("measures", "planned").rat())
	t.add("gains that count", s.at("gains_counting").rat())
	s.at("uses").each(func(a node) {
		t.add("used", a.at("amount").rat())
		t.add("uses", a.at("lines").rat())
	})
	s.at("services").each(func(x node) {
		t.count("services " + x.at("digital_status").words())
		t.add("potential", x.at("potential").rat())
	})
	s.at("information").each(func(x node) {
		for _, who := range []string{"waiting", "partly", "reusing", "not_stated"} {
			x.at(who).each(func(node) { t.count("information") })
		}
	})
	s.at("regulation_changes").each(func(x node) {
		x.at("wishes").each(func(w node) { t.count("changes " + w.at("status").words()) })
	})
	s.at("plans").each(func(x node) { t.count("plans " + x.at("type").words()) })
	s.at("demands").each(func(d node) {
		d.at("answers").each(func(a node) {
			t.count("answers to " + d.at("demand_id").words())
			a.at("rows").each(func(node) { t.count("lines to " + d.at("demand_id").words()) })
		})
		if d.at("kind").words() == "BELOP" {
			t.add("answered to "+d.at("demand_id").words(), d.at("sum").rat())
		}
	})
}
