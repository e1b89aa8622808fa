// Command mutate breaks the calculation and the rules one small step at a time
// and asks whether a test notices: every sum becomes a difference, every
// comparison its neighbour, every finding is dropped once.
//
// All breaks of a package are compiled into its test programs at once, each
// behind a number; a run switches one of them on. It prints the survivors, those
// that are not in the list of the accepted ones as NEW, and the share that was
// noticed of the breaks that anybody can notice, and fails below -least percent. A
// break that the list calls equivalent changes nothing and is counted apart.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// target is a room to break and the tests that should notice, quickest first.
type target struct {
	dir, only string // only: the one file to break, where not all
	tests     []suite
}

type suite struct{ dir, run string }

var targets = []target{
	{"report", "kroner.go", []suite{{"report", "."}, {"report/ledger", "."}, {"report/text", "."}}},
	{"report/ledger", "", []suite{{"report/ledger", "."}, {"fixtures", "Cases|Published"}, {"report/batch", "Carry|Carried|Document"}}},
	{"report/check", "", []suite{{"report/check", "."}, {"fixtures", "Cases|Published"}, {"report/batch", "Carr|Document"}}},
}

func main() {
	least := flag.Float64("least", 90, "fail where fewer percent are noticed")
	only := flag.String("room", "", "break this room only")
	every := flag.Int("every", 1, "take each n-th break only")
	flag.Parse()
	known := accepted()
	work, err := os.MkdirTemp("", "mutate")
	check(err)
	defer os.RemoveAll(work)
	var all score
	for _, t := range targets {
		if *only != "" && t.dir != *only {
			continue
		}
		s := try(t, work, *every, known)
		fmt.Printf("%s: %s\n", t.dir, s)
		all = score{all.breaks + s.breaks, all.noticed + s.noticed, all.equal + s.equal}
		if *every == 1 {
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
func try(t target, work string, every int, known list) (s score) {
	breaks, overlay := broken(t, work)
	programs := make([]string, len(t.tests))
	for i, test := range t.tests {
		programs[i] = filepath.Join(work, strings.ReplaceAll(t.dir+"-"+test.dir, "/", "_")+".test")
		out, err := exec.Command("go", "test", "-c", "-overlay", overlay, "-o", programs[i], "./"+test.dir).CombinedOutput()
		if err != nil {
			check(fmt.Errorf("%s: %w\n%s", test.dir, err, out))
		}
		if !passes(programs[i], test, 0) {
			check(fmt.Errorf("%s fails unbroken", test.dir))
		}
	}
	for id := 0; id < len(breaks); id += every {
		s.breaks++
		if !survives(t, programs, id+1) {
			s.noticed++
			continue
		}
		if known.equivalent(breaks[id]) {
			s.equal++
		}
		fmt.Println(known.told(breaks[id]))
	}
	return s
}

func survives(t target, programs []string, id int) bool {
	for i, s := range t.tests {
		if !passes(programs[i], s, id) {
			return false
		}
	}
	return true
}

// passes runs one test program with one break switched on; 0 is none. A break
// that never ends is noticed as well.
func passes(program string, s suite, id int) bool {
	ctx, stop := context.WithTimeout(context.Background(), 3*time.Minute)
	defer stop()
	cmd := exec.CommandContext(ctx, program, "-test.short", "-test.failfast", "-test.run", s.run)
	cmd.Dir = s.dir
	cmd.Env = append(os.Environ(), "BREAK="+strconv.Itoa(id))
	return cmd.Run() == nil
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
	raw, err := json.Marshal(map[string]any{"Replace": replace})
	check(err)
	overlay = filepath.Join(work, strings.ReplaceAll(t.dir, "/", "_")+".json")
	check(os.WriteFile(overlay, raw, 0o600))
	return slices.Clone(b.breaks), overlay
}

// switchboard tells a broken room which of its breaks is switched on.
const switchboard = `

import "os"
import "strconv"

var breakOn, _ = strconv.Atoi(os.Getenv("BREAK"))

func brk(id int) bool { return id == breakOn }

func brkOr[T any](id int, whole, broken T) T {
	if id == breakOn {
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
