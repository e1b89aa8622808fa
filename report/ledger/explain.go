package ledger

import "gevinst/report"

// Line is one line of a derivation: an entry or one of its operands, as deep as
// it stands below the figure that was asked for.
type Line struct {
	Depth   int
	Key     string // of the entry; empty for a cell or a parameter
	Name    string // "entry.<name>" for an entry, "operand.<name>" for an operand
	Amount  report.Kroner
	Unit    string
	Formula string // how the entry is made, empty for a cell or a parameter
	Minus   bool   // its parent subtracts it
	Place   report.Place
	Source  string
}

// Explain derives the figure with the key down to its cells; false where the
// ledger has no such figure. An entry that is used twice is spelled out once
// below each use.
func Explain(l *Ledger, key string) ([]Line, bool) {
	byKey := map[string]Entry{}
	for e := range l.Entries() {
		byKey[e.Key] = e
	}
	top, ok := byKey[key]
	if !ok {
		return nil, false
	}
	return derive(byKey, nil, top, Line{}), true
}

func derive(byKey map[string]Entry, lines []Line, e Entry, at Line) []Line {
	at.Key, at.Name, at.Amount, at.Unit = e.Key, e.Name, e.Amount, e.Unit
	at.Formula, at.Place, at.Source = e.Formula, e.Place, e.Source
	lines = append(lines, at)
	for _, in := range e.Inputs {
		below := Line{Depth: at.Depth + 1, Minus: in.Minus}
		if operand, ok := byKey[in.Key]; ok && in.Key != "" {
			lines = derive(byKey, lines, operand, below)
			continue
		}
		below.Name, below.Amount, below.Unit, below.Place, below.Source = in.Name, in.Amount, in.Unit, in.Place, in.Source
		lines = append(lines, below)
	}
	return lines
}
