package pdf

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"

	"gevinst/report/pdf/layout"
	"gevinst/report/pdf/object"
)

// used is the letters that a document has of each cut, sorted.
func used(doc *layout.Document) [len(cuts)][]rune {
	var seen [len(cuts)]map[rune]bool
	for i := range seen {
		seen[i] = map[rune]bool{}
	}
	for _, page := range doc.Pages {
		for _, m := range page.Marks {
			for _, s := range m.Shapes {
				if t, ok := s.(*layout.Text); ok {
					for _, r := range t.Text {
						seen[t.Face][r] = seen[t.Face][r] || !isEmoji(r)
					}
				}
			}
		}
	}
	var all [len(cuts)][]rune
	for i, set := range seen {
		for r, own := range set {
			if own {
				all[i] = append(all[i], r)
			}
		}
		slices.Sort(all[i])
	}
	return all
}

// subsetTag is the six capitals in front of a subset's name (9.6.4).
func subsetTag(letters string) string {
	sum := sha256.Sum256([]byte(letters))
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag) + "+"
}

// meaning is what a code that is drawn stands for.
type meaning struct {
	code  uint16
	words string
}

// itself are letters whose code is their own number.
func itself(letters []rune) []meaning {
	all := make([]meaning, len(letters))
	for i, r := range letters {
		all[i] = meaning{uint16(r), string(r)}
	}
	return all
}

// toUnicode says for every code that is drawn what it stands for (9.10.3). fpdf
// writes one range over all codes, which names letters that the font lacks.
func toUnicode(meanings []meaning) []byte {
	const atOnce = 100 // entries in a block
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for block := range slices.Chunk(meanings, atOnce) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(block))
		for _, m := range block {
			fmt.Fprintf(&b, "<%04X> <", m.code)
			for _, unit := range utf16.Encode([]rune(m.words)) {
				fmt.Fprintf(&b, "%04X", unit)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return []byte(b.String())
}

func sorted(d object.Dict) []object.Name {
	keys := make([]object.Name, 0, len(d))
	for k := range d {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
