package layout

// lines breaks the text into lines of at most the width. Where the last would hold
// no more than a short word, the text is broken a little narrower, if that brings
// another word down without making a line more: the right edge is ragged anyway.
func (w *words) lines(width float64) []line {
	const step, least = 0.03, 0.85 // of the width
	all := w.broken(width)
	for share := 1 - step; isRunt(all, width) && share >= least; share -= step {
		if again := w.broken(share * width); len(again) == len(all) && !isRunt(again, width) {
			return again
		}
	}
	return all
}

// isRunt tells whether the last of several lines is shorter than an eighth of the width.
func isRunt(lines []line, width float64) bool {
	return len(lines) > 1 && lines[len(lines)-1].width < width/8
}
