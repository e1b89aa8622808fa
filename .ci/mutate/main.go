// Command mutate breaks the calculation and the rules one small step at a time
// and asks whether a test notices: every sum becomes a difference, every
// comparison its neighbour, every finding is dropped once.
//
// All breaks of a package are compiled into its test programs at once, each
// behind a number; a run switches one of them on. Only tests that come to a break are
// run with it, first the scenes of its rules and those that noticed its neighbours. It prints the survivors, those
// that are not in the list of the accepted ones as NEW, and the share that was
// noticed of the breaks that anybody can notice, and fails below -least percent. A
// break that the list calls equivalent changes nothing and is counted apart.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// target is a room to break and the tests that should notice, quickest first.
type target struct {
	dir, only string // only: the one file to break, where not all
	tests     []suite
}

// suite is tests of a room; split where their subtests are scenes of their own.
type suite struct {
	dir, run string
	split    bool
}

var targets = []target{
	{"report", "kroner.go", []suite{{dir: "report", run: "."}, {dir: "report/ledger", run: "."}, {dir: "report/text", run: "."}}},
	{"report/ledger", "", []suite{{dir: "report/ledger", run: "."}, cases, {dir: "report/batch", run: "Carry|Carried|Document"}}},
	{"report/check", "", []suite{{dir: "report/check", run: "."}, cases, {dir: "report/batch", run: "Carr|Document"}}},
}

var cases = suite{"fixtures", "Cases|Published", true}

var (
	least = flag.Float64("least", 90, "fail where fewer percent are noticed")
	room  = flag.String("room", "", "break this room only")
	file  = flag.String("file", "", "break only files with this in their name")
	every = flag.Int("every", 1, "sample: take each n-th break only")
	from  = flag.Int("seed", 0, "which of the n-th breaks a sample begins with")
)

func main() {
	flag.Parse()
	known := accepted()
	work, err := os.MkdirTemp("", "mutate")
	check(err)
	defer os.RemoveAll(work)
	var all score
	for _, t := range targets {
		if *room != "" && t.dir != *room {
			continue
		}
		s := try(t, work, known)
		fmt.Printf("%s: %s\n", t.dir, s)
		all = score{all.breaks + s.breaks, all.noticed + s.noticed, all.equal + s.equal}
		if *every == 1 && *file == "" {
			known.unmet(t.dir)
		}
	}
	fmt.Println("all: " + all.String())
	if all.share() < *least {
		os.RemoveAll(work)
		os.Exit(1)
	}
}

// score is how many breaks there are, and how many of them were noticed or equal the
// unbroken program.
type score struct{ breaks, noticed, equal int }

// share is the percentage noticed of those that anybody can notice.
func (s score) share() float64 {
	return 100 * float64(s.noticed) / float64(max(s.breaks-s.equal, 1))
}

func (s score) String() string {
	return fmt.Sprintf("%d breaks, %d equivalent, %d of the other %d noticed, %.1f %%", s.breaks, s.equal, s.noticed, s.breaks-s.equal, s.share())
}

// try switches every break of a room on, one at a time.
func try(t target, work string, known list) (s score) {
	breaks, overlay := broken(t, work)
	r := built(t, work, overlay)
	for i := range breaks {
		if i%*every != *from%*every || !strings.Contains(breaks[i].file, *file) {
			continue
		}
		s.breaks++
		if r.noticed(i+1, breaks[i].rules) {
			s.noticed++
			continue
		}
		if known.equivalent(breaks[i]) {
			s.equal++
		}
		fmt.Println(known.told(breaks[i]))
	}
	return s
}

// broken writes the room's files with all breaks in them and says which they are.
func broken(t target, work string) (breaks []change, overlay string) {
	names, err := filepath.Glob(filepath.Join(t.dir, "*.go"))
	check(err)
	replace := map[string]string{}
	b := &breaker{}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") || t.only != "" && filepath.Base(name) != t.only {
			continue
		}
		to := filepath.Join(work, strings.ReplaceAll(name, "/", "_"))
		check(os.WriteFile(to, b.file(name), 0o600))
		replace[absolute(name)] = to
	}
	to := filepath.Join(work, strings.ReplaceAll(t.dir, "/", "_")+"_switch.go")
	check(os.WriteFile(to, []byte("package "+filepath.Base(t.dir)+switchboard), 0o600))
	replace[absolute(filepath.Join(t.dir, "break_switch.go"))] = to
	keepWorkbooks(work, replace)
	raw, err := json.Marshal(map[string]any{"Replace": replace})
	check(err)
	overlay = filepath.Join(work, strings.ReplaceAll(t.dir, "/", "_")+".json")
	check(os.WriteFile(overlay, raw, 0o600))
	return slices.Clone(b.breaks), overlay
}

// keepWorkbooks has the scenes read the workbooks that they made the first time: no break
// is about what makes them, and it takes three quarters of their time.
func keepWorkbooks(work string, replace map[string]string) {
	const name, made = "fixtures/fixtures.go", "func Workbook("
	src, err := os.ReadFile(name)
	check(err)
	if !bytes.Contains(src, []byte(made)) {
		check(errors.New(name + " makes no workbooks"))
	}
	to := filepath.Join(work, "fixtures.go")
	check(os.WriteFile(to, bytes.Replace(src, []byte(made), []byte("func madeWorkbook("), 1), 0o600))
	replace[absolute(name)] = to
	to = filepath.Join(work, "fixtures_kept.go")
	check(os.WriteFile(to, fmt.Appendf(nil, kept, work), 0o600))
	replace[absolute("fixtures/break_kept.go")] = to
}

const kept = `package fixtures

import "crypto/sha256"
import "fmt"
import "os"
import "path/filepath"
import "strings"
import "gevinst/report"

func Workbook(spec *report.Spec, patch []string) ([]byte, error) {
	name := filepath.Join(%q, fmt.Sprintf("%%x.xlsx", sha256.Sum256([]byte(strings.Join(patch, "\n")))))
	if book, err := os.ReadFile(name); err == nil {
		return book, nil
	}
	book, err := madeWorkbook(spec, patch)
	if err == nil {
		err = os.WriteFile(name+".part", book, 0o600)
	}
	if err == nil {
		err = os.Rename(name+".part", name)
	}
	return book, err
}
`

// switchboard tells a broken room which of its breaks is switched on, and notes
// where it is asked to which of them the program comes at all.
const switchboard = `

import "fmt"
import "os"
import "strconv"
import "sync"

var breakOn, _ = strconv.Atoi(os.Getenv("BREAK"))
var breakLog, _ = os.OpenFile(os.Getenv("BREAK_LOG"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
var breakMet sync.Map

func brk(id int) bool {
	if breakLog != nil {
		if _, met := breakMet.LoadOrStore(id, true); !met {
			fmt.Fprintln(breakLog, id)
		}
	}
	return id == breakOn
}

func brkOr[T any](id int, whole, broken T) T {
	if brk(id) {
		return broken
	}
	return whole
}
`

func absolute(name string) string {
	abs, err := filepath.Abs(name)
	check(err)
	return abs
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}
