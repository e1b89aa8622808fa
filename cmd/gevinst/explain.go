package main

import (
	"path/filepath"
	"strings"

	"gevinst/report/check"
	"gevinst/report/ledger"
	"gevinst/report/near"
)

func explainCommand() command {
	return command{name: "explain", run: toFile(runExplain), takes: workbooks, flags: []option{exactOption(), listOption(), langOption()}}
}

func runExplain(c *call) int {
	if len(c.args) == 0 {
		return c.misuse("explain", slip("slip.nofile"))
	}
	if len(c.args) > 2 {
		return c.misuse("explain", slip("slip.onekey", word("value", c.args[2])))
	}
	if strings.EqualFold(filepath.Ext(c.args[0]), ".json") {
		return c.misuse("explain", slip("slip.explain.json", word("value", c.args[0])))
	}
	seen, code := c.examine(c.args[0], check.Options{})
	if code != done {
		return code
	}
	if seen.Outcome.Ledger == nil {
		c.note("explain.none", word("file", seen.Path))
		return blocked
	}
	if seen.Outcome.Blocks() {
		c.note("explain.blocked", word("file", seen.Path))
	}
	c.exact = c.on("exact")
	defer c.tellRounded()
	if len(c.args) == 1 {
		c.figures(seen.Outcome.Ledger)
		return done
	}
	return c.derivation(seen.Outcome.Ledger, c.args[1])
}

// figures lists every figure that can be explained: its key, what it is and its amount.
func (p *console) figures(l *ledger.Ledger) {
	var keyed, named [][2]string
	for e := range l.Entries() {
		named = append(named, [2]string{p.Say("entry." + e.Name), p.amount(e.Amount, e.Unit)})
	}
	told := strings.Split(columns(named), "\n")
	for e := range l.Entries() {
		keyed = append(keyed, [2]string{e.Key, told[len(keyed)]})
	}
	p.lines(inertLines(columns(keyed)))
}

func (p *console) derivation(l *ledger.Ledger, key string) int {
	lines, ok := ledger.Explain(l, key)
	if !ok {
		var keys []string
		for e := range l.Entries() {
			keys = append(keys, e.Key)
		}
		if meant := near.Of(key, keys); meant != "" {
			return p.misuse("explain", slip("slip.key.near", word("value", key), word("near", meant)))
		}
		return p.misuse("explain", slip("slip.key", word("value", key)))
	}
	for _, line := range lines {
		p.line(p.derived(line))
	}
	return done
}

// derived is one line of a derivation: how deep it stands, what it is, how much,
// and where it comes from.
func (p *console) derived(l ledger.Line) string {
	sign := ""
	if l.Minus {
		sign = p.Say("explain.minus") + " "
	}
	what := p.Say("operand." + l.Name)
	if l.Formula != "" {
		what = p.Say("entry." + l.Name)
	}
	from := []string{}
	if l.Formula != "" {
		from = append(from, p.Say("formula."+l.Formula))
	}
	if at := l.Place.String(); at != "" {
		from = append(from, at)
	}
	if l.Key != "" {
		from = append(from, l.Key)
	}
	if l.Source != "" && l.Formula == "" {
		from = append(from, p.Say("explain.source", word("source", l.Source)))
	}
	if l.Why != ledger.InTotal {
		from = append(from, p.Say("exclude."+string(l.Why)))
	}
	if l.Unit != "" { // a gain that does not count, a choice or a missing cell is no amount
		what += p.equals(l.Amount, l.Unit)
	}
	return strings.Repeat("  ", l.Depth) + sign + what + "  [" + strings.Join(from, "; ") + "]"
}
