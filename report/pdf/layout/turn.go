package layout

import "gevinst/report/chapter"

// turned tells of every block whether it stands on a turned page: tables that
// are too wide for an upright one, the headings and words that lead up to them,
// and short text between two of them.
func (s *setter) turnedBlocks(blocks []chapter.Block) []bool {
	turned := make([]bool, len(blocks))
	last := -1
	for i, b := range blocks {
		t, ok := b.(*chapter.Table)
		if !ok || !s.wide(t) {
			continue
		}
		turned[i] = true
		lead := runUp(blocks, i)
		if last >= 0 && isShort(blocks[last+1:i]) {
			lead = last + 1
		}
		for j := lead; j < i; j++ {
			turned[j] = true
		}
		last = i
	}
	return turned
}

func (s *setter) wide(t *chapter.Table) bool {
	return !fits(s.columns(t, s.rows(t)), areaWidth(false))
}

// runUp is the first of the blocks that lead up to block i: at most two
// paragraphs or lists, and the headings above them.
func runUp(blocks []chapter.Block, i int) int {
	from := i
	for words := 0; from > 0 && words < 2 && isText(blocks[from-1]); words++ {
		from--
	}
	if from == 0 || !isHeading(blocks[from-1]) {
		from = i
	}
	for from > 0 && isHeading(blocks[from-1]) {
		from--
	}
	return from
}

// isShort tells whether blocks are few words between two turned tables.
func isShort(blocks []chapter.Block) bool {
	const most = 700 // letters
	letters := 0
	for _, b := range blocks {
		switch x := b.(type) {
		case *chapter.Paragraph:
			letters += len(x.Text.Plain())
		case *chapter.Note:
			letters += len(x.Text.Plain())
		case *chapter.List:
			for _, item := range x.Items {
				letters += len(item.Plain()) + 30
			}
		case *chapter.Heading:
			letters += 70
		default:
			return false
		}
	}
	return letters <= most
}

func isHeading(b chapter.Block) bool {
	_, ok := b.(*chapter.Heading)
	return ok
}

func isText(b chapter.Block) bool {
	switch b.(type) {
	case *chapter.Paragraph, *chapter.List:
		return true
	default:
		return false
	}
}
