package pdf

import (
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/pdf/layout"
)

// emojiNames are words with emoji of every make: one code point, one that asks to
// be drawn as an emoji, a key, a flag, a nation's flag by tags, a tone of skin, a
// person with a trade, a family, and two that make nothing together.
var emojiNames = []string{"Tiltak 😀", "Helse ❤\ufe0f", "Rett ©\ufe0f", "Trinn 1\ufe0f\u20e3", "Norge 🇳🇴", "Sør 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
	"Bra 👍🏽", "Utvikler 👩🏾\u200d💻", "Familie 👨\u200d👩\u200d👧", "Rart 🚀\u200d📬", "Tett 😀🚀😀"}

// emojiEverywhere is a chapter with emoji in all that an agency names.
func emojiEverywhere() *chapter.Chapter {
	name := "Direktoratet 🚀 for prøving"
	table := &chapter.Table{Label: "Tabell 1", Caption: "Tiltak 📬", Columns: []chapter.Column{{Title: "Navn 📋"}, {Title: "Netto", Kind: chapter.Figures}}}
	for _, words := range emojiNames {
		table.Rows = append(table.Rows, chapter.Row{Cells: []chapter.Text{{{Text: words, Strong: true}}, chapter.Words("1")}})
	}
	return &chapter.Chapter{Lang: report.NB, Title: name, Author: name, Header: name, Footer: "Side {page} av {pages}", Cover: chapter.Cover{Facts: []chapter.Fact{{Label: "Virksomhet", Value: name}}},
		Blocks: []chapter.Block{&chapter.Heading{Level: 1, Number: "1", Text: "Om " + name}, &chapter.Paragraph{Text: chapter.Words(strings.Join(emojiNames, ", ") + ".")}, table}}
}

// TestNoEmojiIsDivided breaks lines within a row of emoji, never within one of them,
// and gives each the width of its own font.
func TestNoEmojiIsDivided(t *testing.T) {
	const family = "👨\u200d👩\u200d👧"
	l, err := newLettering()
	if err != nil {
		t.Fatal(err)
	}
	c := &chapter.Chapter{Blocks: []chapter.Block{&chapter.Paragraph{Text: chapter.Words(strings.Repeat(family, 100))}}}
	doc, err := layout.Set(c, l)
	if err != nil {
		t.Fatal(err)
	}
	lines, drawn := 0, 0
	for _, m := range doc.Pages[0].Marks {
		for _, s := range m.Shapes {
			if text, ok := s.(*layout.Text); ok && isEmoji([]rune(text.Text)[0]) {
				n := len([]rune(text.Text))
				if wide := float64(n) * l.Advance(text.Face, firstEmoji) * text.Size / 1000; text.Width < wide-0.01 || text.Width > wide+0.01 {
					t.Errorf("%d emoji are %.2f wide, not %.2f", n, text.Width, wide)
				}
				lines, drawn = lines+1, drawn+n
			}
		}
	}
	if lines < 2 || drawn != 100 || len(l.emoji) != 1 || l.emoji[0].words != family {
		t.Errorf("%d of 100 families on %d lines, as %+v", drawn, lines, l.emoji)
	}
}
