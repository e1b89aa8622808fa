package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"gevinst/fixtures"
	"gevinst/report"
	"gevinst/report/text"
	"gevinst/report/workbook"
	"gevinst/templates"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"gevinst": main})
}

// TestScripts runs the real program over testdata/script. Scripts may use, beside
// the usual commands:
//
//	exits CODE[,CODE…] PROGRAM ARGUMENT…            run it, demand one of these exit codes
//	fill OUT.xlsx LANG [SHEET ROW COLUMN=VALUE]…   the example agency, patched
//	office IN.xlsx OUT.xlsx                        what LibreOffice makes of it
//	large OUT.xlsx N                               a workbook of N gains
//	sector FOLDER N [FLAW…]                        what N agencies send in, the last with flaws
//	answer SENT OUT N [FLAW…]                      the same agencies fill in what order wrote to SENT
//	summed REPORTS SECTOR.json                     hold a sector report and its tables to the reports
//
// and the conditions [office], [openpyxl], [parallel], [bash], [zsh], [fish], [root] and [raced]: the race detector
// takes many times the memory of a program, so that bounds mean nothing there.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: false,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "fill": fill, "listing": listing, "office": office, "same": same, "sector": sent, "answer": answer, "large": large, "summed": summed,
		},
		Condition: func(name string) (bool, error) {
			switch name {
			case "office":
				return hasTool(t, "soffice"), nil
			case "openpyxl":
				return hasOpenpyxl(t), nil
			case "parallel", "snakemake", "bash", "zsh", "fish":
				return hasTool(t, name), nil
			case "raced":
				return raced, nil
			case "root":
				return os.Getuid() == 0, nil
			}
			return false, os.ErrInvalid
		},
		Setup: func(e *testscript.Env) error {
			for _, name := range []string{"LANG", "LC_ALL", "LC_MESSAGES", "GEVINST_LANG", "SOURCE_DATE_EPOCH"} {
				e.Setenv(name, "")
			}
			cluster, err := filepath.Abs(clusterDir)
			e.Setenv("CLUSTER", cluster)
			return err
		},
	})
}

// hasTool tells whether another program is here; where the tests are to be
// complete its absence is a failure.
func hasTool(t *testing.T, name string) bool {
	_, err := exec.LookPath(name)
	if err != nil && os.Getenv("CI") == "true" {
		t.Errorf("CI=true and %s is not installed", name)
	}
	return err == nil
}

// hasOpenpyxl tells whether Debian's Python is here with the library.
func hasOpenpyxl(t *testing.T) bool {
	err := exec.Command("/usr/bin/python3", "-c", "import openpyxl").Run()
	if err != nil && os.Getenv("CI") == "true" {
		t.Error("CI=true and python3-openpyxl is not installed")
	}
	return err == nil
}

// exits runs a program that is to end with the given code, or one of them.
func exits(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec(args[1], args[2:]...)
	code := 0
	var ended *exec.ExitError
	if errors.As(err, &ended) {
		code = ended.ExitCode()
	}
	if !slices.Contains(strings.Split(args[0], ","), strconv.Itoa(code)) {
		ts.Fatalf("exit code %d, want %s (%v)", code, args[0], err)
	}
}

// listing prints the names in a folder, hidden ones too, for cmp stdout.
func listing(ts *testscript.TestScript, _ bool, args []string) {
	entries, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	for _, e := range entries {
		fmt.Fprintln(ts.Stdout(), e.Name())
	}
}

// fill writes the example agency's workbook with some cells changed. A row is
// counted from 0; "-" removes the row.
func fill(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) < 2 || (len(args)-2)%3 != 0 {
		ts.Fatalf("usage: fill OUT.xlsx LANG [SHEET ROW COLUMN=VALUE]…")
	}
	lang := report.Lang(args[1])
	filling, err := templates.Demo("2017", lang)
	ts.Check(err)
	for rest := args[2:]; len(rest) > 0; rest = rest[3:] {
		row, err := strconv.Atoi(rest[1])
		ts.Check(err)
		if column, value, ok := strings.Cut(rest[2], "="); ok {
			filling[rest[0]][row][column] = value
		} else {
			filling[rest[0]] = append(filling[rest[0]][:row:row], filling[rest[0]][row+1:]...)
		}
	}
	sets, err := templates.Sets()
	ts.Check(err)
	voice, err := text.For(lang)
	ts.Check(err)
	var b bytes.Buffer
	ts.Check(workbook.Write(&b, sets[0], workbook.Order{Year: 2017, OrgNr: "123456785", Lang: lang, Filling: filling, Say: voice.Say}))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b.Bytes(), 0o666))
}

// office converts a workbook with LibreOffice, which calculates it anew.
func office(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: office IN.xlsx OUT.xlsx")
	}
	profile, dir := ts.MkAbs("office-profile"), ts.MkAbs("office-out")
	out, err := exec.Command("soffice", "-env:UserInstallation=file://"+profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
		"--outdir", dir, ts.MkAbs(args[0])).CombinedOutput()
	if err != nil {
		ts.Fatalf("soffice: %v\n%s", err, out)
	}
	ts.Check(os.MkdirAll(filepath.Dir(ts.MkAbs(args[1])), 0o777))
	ts.Check(os.Rename(filepath.Join(dir, filepath.Base(args[0])), ts.MkAbs(args[1])))
}

// sent writes what the agencies of a sector send in; see fixtures.Sector.Write.
func sent(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: sector FOLDER N [FLAW…]")
	}
	s, set := invented(ts, args[1], args[2:])
	ts.Check(s.Write(set, ts.MkAbs(args[0])))
}

// answer fills in what was ordered of a sector; see fixtures.Sector.FillIn.
func answer(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) < 3 {
		ts.Fatalf("usage: answer SENT OUT N [FLAW…]")
	}
	s, set := invented(ts, args[2], args[3:])
	ts.Check(s.FillIn(set, ts.MkAbs(args[0]), ts.MkAbs(args[1])))
}

// invented is a sector of so many agencies, the last with flaws.
func invented(ts *testscript.TestScript, agencies string, flaws []string) (*fixtures.Sector, *report.Spec) {
	n, err := strconv.Atoi(agencies)
	ts.Check(err)
	sets, err := templates.Sets()
	ts.Check(err)
	return fixtures.NewSector(fixtures.SectorPlan{Seed: 1, Agencies: n, Flaws: flaws}), sets[0]
}

// large writes a workbook with so many gains.
func large(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: large OUT.xlsx N")
	}
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	sets, err := templates.Sets()
	ts.Check(err)
	voice, err := text.For(report.NB)
	ts.Check(err)
	ts.Check(os.MkdirAll(filepath.Dir(ts.MkAbs(args[0])), 0o777))
	file, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(workbook.Write(file, sets[0], workbook.Order{Year: 2017, Lang: report.NB, Filling: fixtures.Large(n), Say: voice.Say}))
	ts.Check(file.Close())
}

// same tells whether two files are equal but for the lines that hold one of the words.
func same(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: same A B [WORD…]")
	}
	a, b := without(ts.ReadFile(args[0]), args[2:]), without(ts.ReadFile(args[1]), args[2:])
	if (a == b) == neg {
		ts.Fatalf("%s and %s: equal is %v", args[0], args[1], a == b)
	}
}

func without(s string, words []string) string {
	var kept []string
	for line := range strings.Lines(s) {
		if !containsAny(line, words) {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "")
}

func containsAny(line string, words []string) bool {
	for _, w := range words {
		if strings.Contains(line, w) {
			return true
		}
	}
	return false
}
