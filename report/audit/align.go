package audit

import (
	"strings"

	"gevinst/report/audit/printed"
)

// pair is two blocks that stand at the same place; one is nil where the other text
// has nothing there.
type pair struct{ actual, expected *printed.Block }

// align puts the blocks of two texts side by side. Texts of the same length are
// compared as they stand; else what is alike at both ends is, and between them the
// longest common order of blocks is sought.
func align(actual, expected []printed.Block) []pair {
	if len(actual) == len(expected) {
		return abreast(actual, expected)
	}
	head := 0
	for head < min(len(actual), len(expected)) && alike(&actual[head], &expected[head]) {
		head++
	}
	tail := 0
	for tail < min(len(actual), len(expected))-head && alike(&actual[len(actual)-1-tail], &expected[len(expected)-1-tail]) {
		tail++
	}
	pairs := abreast(actual[:head], expected[:head])
	pairs = append(pairs, common(actual[head:len(actual)-tail], expected[head:len(expected)-tail])...)
	return append(pairs, abreast(actual[len(actual)-tail:], expected[len(expected)-tail:])...)
}

// alike tells whether blocks are the same; a table is known by its caption.
func alike(a, b *printed.Block) bool { return a.Kind == b.Kind && a.Words == b.Words }

func abreast(actual, expected []printed.Block) []pair {
	pairs := make([]pair, 0, max(len(actual), len(expected)))
	for i := range max(len(actual), len(expected)) {
		var p pair
		if i < len(actual) {
			p.actual = &actual[i]
		}
		if i < len(expected) {
			p.expected = &expected[i]
		}
		pairs = append(pairs, p)
	}
	return pairs
}

// mostSteps bounds the search for a common order, which costs one step a pair.
const mostSteps = 4_000_000

func common(actual, expected []printed.Block) []pair {
	n, m := len(actual), len(expected)
	if n*m > mostSteps {
		return abreast(actual, expected)
	}
	longest := make([][]int, n+1)
	for i := range longest {
		longest[i] = make([]int, m+1)
	}
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			if alike(&actual[i], &expected[j]) {
				longest[i][j] = longest[i+1][j+1] + 1
			}
		}
	}
	var pairs []pair
	i, j := 0, 0
	for i < n || j < m {
		switch {
		case i < n && j < m && alike(&actual[i], &expected[j]):
			pairs = append(pairs, pair{&actual[i], &expected[j]})
			i, j = i+1, j+1
		case i < n && j < m && longest[i+1][j+1] == longest[i][j] && actual[i].Kind == expected[j].Kind:
			pairs = append(pairs, pair{&actual[i], &expected[j]}) // one in the place of the other
			i, j = i+1, j+1
		case j == m || i < n && longest[i+1][j] >= longest[i][j+1]:
			pairs = append(pairs, pair{actual: &actual[i]})
			i++
		default:
			pairs = append(pairs, pair{expected: &expected[j]})
			j++
		}
	}
	return pairs
}

// about is how many letters are shown around the place where two texts part.
const about = 30

// apart is the piece of each of two texts where they begin to differ.
func apart(a, b string) (string, string) {
	x, y := []rune(a), []rune(b)
	same := 0
	for same < min(len(x), len(y)) && x[same] == y[same] {
		same++
	}
	return piece(x, same), piece(y, same)
}

func piece(x []rune, at int) string {
	from, to := max(0, at-about), min(len(x), at+about)
	s := string(x[from:to])
	if from > 0 {
		s = "…" + s
	}
	if to < len(x) {
		s += "…"
	}
	return s
}

// short is the beginning of a text.
func short(s string) string {
	r := []rune(strings.TrimSpace(s))
	if len(r) <= 2*about {
		return string(r)
	}
	return string(r[:2*about]) + "…"
}
