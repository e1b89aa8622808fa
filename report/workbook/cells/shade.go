package cells

import "bytes"

// shade is the rows and columns of a sheet that a spreadsheet program does not show.
type shade struct {
	rows, columns bitset
	last          int // column of which the file has spoken so far
}

// Hides tells whether the row or the column of a cell is hidden, once Cells has read
// the sheet to its end.
func (s Sheet) Hides(row, col int) (hiddenRow, hiddenColumn bool) {
	return s.shade.rows.has(row), s.shade.columns.has(col)
}

// hides tells whether a row or a run of columns is hidden: it is said to be, or it has
// less than a point of height, or of a character's width, in which nobody sees anything.
func hides(t *token) bool {
	for _, a := range t.attrs {
		switch string(a.name) {
		case "hidden":
			if truth(string(a.value)) {
				return true
			}
		case "ht", "width":
			if whole, _, _ := bytes.Cut(a.value, []byte(".")); len(a.value) > 0 && len(bytes.Trim(whole, "0")) == 0 {
				return true
			}
		}
	}
	return false
}

// run hides the columns of which an element speaks. They come in order, so that no
// column is looked at twice, however many elements there are.
func (s *shade) run(t *token) {
	first, last := 0, 0
	for _, a := range t.attrs {
		switch string(a.name) {
		case "min":
			first = digits(a.value)
		case "max":
			last = min(digits(a.value), maxColumns)
		}
	}
	if hides(t) {
		for c := max(first, s.last+1); c <= last; c++ {
			s.columns.add(c)
		}
	}
	s.last = max(s.last, last)
}

// all is the numbers up to n that are in, rising.
func (b bitset) all(n int) []int {
	var in []int
	for i := 1; i <= min(n, 64*len(b)); i++ {
		if b.has(i) {
			in = append(in, i)
		}
	}
	return in
}
