package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// runner runs the tests of a room that has been broken.
type runner struct {
	programs []program
	tests    []*test // the one that noticed last is first
}

type program struct{ path, dir string }

// test is a test, or a scene of one, and the breaks that it comes to.
type test struct {
	program int
	name    string
	meets   map[int]bool
	slow    bool
}

// slow is what a test takes that is tried last.
const slow = 2 * time.Second

// few is how many tests are tried before all the others whatever they are about: what
// noticed a break mostly notices the next.
const few = 8

// built compiles the tests of a room with its breaks, and notes which test comes to which.
func built(t target, work, overlay string) *runner {
	r := &runner{}
	for i, s := range t.tests {
		p := program{filepath.Join(work, strings.ReplaceAll(t.dir+"-"+s.dir, "/", "_")+".test"), s.dir}
		out, err := exec.Command("go", "test", "-c", "-overlay", overlay, "-o", p.path, "./"+s.dir).CombinedOutput()
		if err != nil {
			check(fmt.Errorf("%s: %w\n%s", s.dir, err, out))
		}
		r.programs = append(r.programs, p)
		for _, name := range p.names(s) {
			log := filepath.Join(work, "met")
			check(os.RemoveAll(log))
			began := time.Now()
			if failed, _ := p.fails(pattern(name), 0, log, time.Minute); failed {
				check(fmt.Errorf("%s: %s fails unbroken", s.dir, name))
			}
			r.tests = append(r.tests, &test{i, name, numbers(log), time.Since(began) > slow})
		}
	}
	return r
}

// names lists a suite's tests.
func (p program) names(s suite) (names []string) {
	cmd := exec.Command(p.path, "-test.short", "-test.v", "-test.run", s.run)
	cmd.Dir = p.dir
	out, err := cmd.Output()
	if err != nil {
		check(fmt.Errorf("%s fails unbroken: %w\n%s", p.dir, err, out))
	}
	for _, m := range regexp.MustCompile(`(?m)^=== RUN +(\S+)`).FindAllStringSubmatch(string(out), -1) {
		parent, _, sub := strings.Cut(m[1], "/")
		if sub && !s.split {
			continue
		}
		names = slices.DeleteFunc(names, func(n string) bool { return n == parent && sub })
		names = append(names, m[1])
	}
	return names
}

// pattern is what runs just these tests.
func pattern(names ...string) string {
	var all []string
	for _, name := range names {
		parts := strings.Split(name, "/")
		for i, part := range parts {
			parts[i] = "^" + regexp.QuoteMeta(part) + "$"
		}
		all = append(all, strings.Join(parts, "/"))
	}
	return strings.Join(all, "|")
}

// numbers are the breaks that a program came to.
func numbers(log string) map[int]bool {
	raw, err := os.ReadFile(log)
	check(err)
	met := map[int]bool{}
	for _, line := range strings.Fields(string(raw)) {
		id, err := strconv.Atoi(line)
		check(err)
		met[id] = true
	}
	return met
}

// noticed tells whether a test fails with a break: of those that come to it, first the
// scenes of the rules that it is about and the few that noticed last.
func (r *runner) noticed(id int, rules []string) bool {
	var first, rest, last []*test
	for i, t := range r.tests {
		about := slices.ContainsFunc(strings.Split(t.name, "/"), func(part string) bool { return slices.Contains(rules, part) })
		switch {
		case !t.meets[id]:
		case about || i < few && !t.slow:
			first = append(first, t)
		case t.slow:
			last = append(last, t)
		default:
			rest = append(rest, t)
		}
	}
	return r.oneFails(first, id) || r.oneFails(rest, id) || r.oneFails(last, id)
}

func (r *runner) oneFails(tests []*test, id int) bool {
	for i, p := range r.programs {
		var names []string
		for _, t := range tests {
			if t.program == i {
				names = append(names, t.name)
			}
		}
		if len(names) == 0 {
			continue
		}
		if failed, who := p.fails(pattern(names...), id, "", 3*time.Minute); failed {
			r.remember(i, who)
			return true
		}
	}
	return false
}

// remember puts the test that noticed a break before all others.
func (r *runner) remember(program int, who string) {
	for i, t := range r.tests {
		if t.program == program && (who == t.name || strings.HasPrefix(who, t.name+"/")) {
			copy(r.tests[1:i+1], r.tests[:i])
			r.tests[0] = t
			return
		}
	}
}

var failure = regexp.MustCompile(`^ *--- FAIL: (\S+)`)

// fails runs tests of a program with one break switched on, 0 is none, until one
// fails, and tells which. A break that never ends is noticed as well.
func (p program) fails(pattern string, id int, log string, limit time.Duration) (failed bool, who string) {
	ctx, stop := context.WithTimeout(context.Background(), limit)
	defer stop()
	cmd := exec.CommandContext(ctx, p.path, "-test.short", "-test.failfast", "-test.v", "-test.run", pattern)
	cmd.Dir = p.dir
	cmd.Env = append(os.Environ(), "BREAK="+strconv.Itoa(id), "BREAK_LOG="+log)
	out, err := cmd.StdoutPipe()
	check(err)
	check(cmd.Start())
	lines := bufio.NewScanner(out)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		if m := failure.FindStringSubmatch(lines.Text()); m != nil {
			stop()
			_ = cmd.Wait()
			return true, m[1]
		}
	}
	return cmd.Wait() != nil, ""
}
