package cells

import (
	"bytes"
	"errors"
	"path"
	"slices"
	"strings"
)

// links are the targets of a part's relationships, by id and by the last word of
// their type.
type links struct {
	byID   map[string]string
	byType map[string]string
}

// walk calls visit with every start tag of a part and the text inside it so far
// unread; it insists that the whole part is well-formed.
func (b *Book) walk(name string, visit func(s *scanner, t *token, attr map[string]string) error) error {
	err := b.scan(name, func(s *scanner) error {
		for {
			t, err := s.next()
			if err != nil || t.kind == endOfPart {
				return err
			}
			if t.kind != startTag {
				continue
			}
			attr, err := attributesOf(t)
			if err != nil {
				return err
			}
			if err := visit(s, t, attr); err != nil {
				return err
			}
		}
	})
	return refuse(err, name, "")
}

// attributesOf is the values of a start tag's attributes by local name. Of two
// with one local name, the one without a prefix counts.
func attributesOf(t *token) (map[string]string, error) {
	attr := make(map[string]string, len(t.attrs))
	for _, a := range t.attrs {
		text, err := appendEntities(nil, a.value)
		if err != nil {
			return nil, err
		}
		local := a.name[bytes.IndexByte(a.name, ':')+1:]
		if _, twice := attr[string(local)]; !twice || len(local) == len(a.name) {
			attr[string(local)] = string(text)
		}
	}
	return attr, nil
}

// refuse makes a Refusal of what went wrong in a part, unless it is one already.
func refuse(err error, part, sheet string) error {
	if err == nil {
		return nil
	}
	var r *Refusal
	if errors.As(err, &r) {
		if r.Sheet == "" {
			r.Sheet = sheet
		}
		return r
	}
	if isContext(err) {
		return err
	}
	cause := Damaged
	if errors.Is(err, errLong) {
		cause = TooLarge
	}
	return &Refusal{Cause: cause, Part: part, Sheet: sheet, Detail: err.Error(), Flaw: flawOf(err)}
}

// flawOf says what kind of damage an error of reading a part is.
func flawOf(err error) Flaw {
	is := func(of error) bool { return errors.Is(err, of) }
	switch {
	case is(errCut):
		return CutOff
	case slices.ContainsFunc([]error{errTags, errDTD, errRoot, errAttr, errRunes, errEntity}, is):
		return BadXML
	default:
		return BadOrder
	}
}

func (b *Book) readLinks(of string) (links, error) {
	l := links{map[string]string{}, map[string]string{}}
	dir, file := path.Split(of)
	name := dir + "_rels/" + file + ".rels"
	if !b.archive.has(name) {
		return l, nil
	}
	err := b.walk(name, func(_ *scanner, t *token, attr map[string]string) error {
		if string(t.name) != "Relationship" || attr["TargetMode"] == "External" {
			return nil
		}
		target := strings.ReplaceAll(attr["Target"], `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = path.Join("/", dir, target)
		}
		target = strings.TrimPrefix(path.Clean(target), "/")
		l.byID[attr["Id"]] = target
		l.byType[path.Base(attr["Type"])] = target
		return nil
	})
	return l, err
}

// readWorkbook finds the sheets and the date system.
func (b *Book) readWorkbook() (links, error) {
	root, err := b.readLinks("")
	if err != nil {
		return links{}, err
	}
	name := root.byType["officeDocument"]
	if name == "" {
		name = "xl/workbook.xml"
	}
	if !b.archive.has(name) || strings.HasSuffix(name, ".bin") {
		return links{}, &Refusal{Cause: NotWorkbook, Part: name, Detail: "no workbook part"}
	}
	b.main = name
	own, err := b.readLinks(name)
	if err != nil {
		return links{}, err
	}
	isWorkbook := false
	err = b.walk(name, func(s *scanner, t *token, attr map[string]string) error {
		switch {
		case s.depth() == 1:
			isWorkbook = string(t.name) == "workbook"
		case string(t.name) == "workbookPr" && t.own: // Excel puts another one in an extension
			b.Date1904 = truth(attr["date1904"])
		case string(t.name) == "sheet" && t.own:
			return b.addSheet(own, attr)
		}
		return nil
	})
	if err == nil && !isWorkbook {
		err = &Refusal{Cause: NotWorkbook, Part: name, Detail: "no workbook element"}
	}
	return own, err
}

func (b *Book) addSheet(own links, attr map[string]string) error {
	part := own.byID[attr["id"]]
	if part == "" || !b.archive.has(part) {
		return &Refusal{Cause: Damaged, Part: part, Sheet: attr["name"], Detail: "the sheet's part is missing", Flaw: Gone}
	}
	b.Sheets = append(b.Sheets, Sheet{Name: attr["name"], Hidden: attr["state"] != "" && attr["state"] != "visible", part: part})
	return nil
}

func truth(s string) bool { return s == "1" || s == "true" }

// readProperties reads the custom document properties that are plain text.
func (b *Book) readProperties() error {
	const name = "docProps/custom.xml"
	if !b.archive.has(name) {
		return nil
	}
	property := ""
	return b.walk(name, func(s *scanner, t *token, attr map[string]string) error {
		switch string(t.name) {
		case "property":
			property = attr["name"]
		case "lpwstr", "lpstr", "bstr":
			if t.empty {
				return nil
			}
			text, err := s.inner()
			b.Properties[property] = text
			return err
		}
		return nil
	})
}

// inner is the text up to the end of the element whose start tag was just read.
func (s *scanner) inner() (string, error) {
	depth := s.depth()
	var b []byte
	for {
		t, err := s.next()
		if err != nil {
			return "", err
		}
		switch {
		case t.kind == characters:
			if b, err = t.decode(b); err != nil {
				return "", err
			}
		case t.kind == endTag && s.depth() < depth:
			return string(b), nil
		}
	}
}
