package cells

import "errors"

var errStrings = errors.New("more text than the limit")

// readStrings reads the shared strings: plain, or made of runs; phonetic guides
// are not part of the text.
func (b *Book) readStrings(own links) error {
	name := own.byType["sharedStrings"]
	if name == "" || !b.archive.has(name) {
		return nil
	}
	err := b.scan(name, func(s *scanner) error { return b.scanStrings(s, name) })
	return refuse(err, name, "")
}

func (b *Book) scanStrings(s *scanner, name string) error {
	var item []byte
	total := int64(0)
	guide := 0 // depth of an open phonetic run
	text := false
	for {
		t, err := s.next()
		if err != nil {
			return err
		}
		switch {
		case t.kind == endOfPart:
			return nil
		case t.kind == startTag && string(t.name) == "si":
			item = item[:0]
		case t.kind == startTag && string(t.name) == "rPh":
			guide = s.depth()
		case t.kind == startTag && string(t.name) == "t":
			text = guide == 0
		case t.kind == characters && text:
			if item, err = t.decode(item); err != nil {
				return err
			}
		case t.kind == endTag && string(t.name) == "t":
			text = false
		case t.kind == endTag && string(t.name) == "rPh":
			guide = 0
		case t.kind == endTag && string(t.name) == "si":
			if total += int64(len(item)) + 16; total > b.archive.limits.Strings {
				return &Refusal{Cause: TooLarge, Part: name, Detail: errStrings.Error()}
			}
			b.strings = append(b.strings, unescape(b.keep.string(item)))
		}
	}
}
