package profile

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"gevinst/report"
	"gevinst/report/check"
	"gevinst/report/near"
)

// remark tells whether what stands under a key is for people only.
func remark(key string) bool { return strings.HasPrefix(key, "//") }

// presence says whether a key must be there.
type presence bool

const (
	required presence = true
	optional presence = false
)

// reader takes a tree apart and collects what is wrong in it.
type reader struct {
	spec  *report.Spec
	slips []Slip

	listed map[string]string // the keys that objects of a kind may have, and the key that they were listed for
}

func (r *reader) slip(n *node, key string, args ...report.Arg) {
	r.slips = append(r.slips, Slip{n.path, n.line, key, args})
}

func arg(name string, value any) report.Arg { return report.Arg{Name: name, Value: value} }

// object tells whether a value is an object, and finds the keys it may not have.
func (r *reader) object(n *node, keys ...string) bool {
	if n.kind != '{' {
		r.slip(n, "want.object", found(n))
		return false
	}
	for _, m := range n.members {
		if !remark(m.key) && !slices.Contains(keys, m.key) {
			r.unknownKey(m, keys)
		}
	}
	return true
}

// unknownKey finds a key that an object may not have. The keys that it may have are
// listed once, however many objects of its kind the file holds.
func (r *reader) unknownKey(m member, keys []string) {
	list := strings.Join(keys, ", ")
	first, listed := r.listed[list]
	switch meant := near.Of(m.key, keys); {
	case meant != "":
		r.slip(m.value, "key.near", arg("found", m.key), arg("near", meant))
	case listed:
		r.slip(m.value, "key.listed", arg("found", m.key), arg("first", first))
	default:
		r.listed[list] = m.key
		r.slip(m.value, "key", arg("found", m.key), arg("keys", keys))
	}
}

// member finds what stands under a key and says where a required one is missing.
func (r *reader) member(n *node, key string, need presence) *node {
	m := n.get(key)
	if m == nil && need == required {
		r.slips = append(r.slips, Slip{below(n.path, key), n.line, "missing", []report.Arg{arg("found", key)}})
	}
	return m
}

// list is the items under a key; none where it is missing.
func (r *reader) list(n *node, key string, most int) []*node {
	m := r.member(n, key, optional)
	switch {
	case m == nil:
		return nil
	case m.kind != '[':
		r.slip(m, "want.list", found(m))
		return nil
	case len(m.items) > most:
		r.slip(m, "many", arg("n", len(m.items)), arg("most", most))
		return nil
	}
	return m.items
}

// text is the words under a key, without spaces around them.
func (r *reader) text(n *node, key string, need presence, most int) string {
	m := r.member(n, key, need)
	if m == nil {
		return ""
	}
	s, ok := r.str(m)
	if !ok {
		return ""
	}
	switch {
	case s == "":
		r.slip(m, "blank")
	case len([]rune(s)) > most:
		r.slip(m, "long", arg("n", len([]rune(s))), arg("most", most))
	case strings.ContainsFunc(s, unprintable):
		r.slip(m, "control")
	}
	return s
}

// unprintable tells whether a letter has no place in a cell of a workbook.
func unprintable(c rune) bool {
	return unicode.IsControl(c) && c != '\n' || c == 0xFFFE || c == 0xFFFF
}

func (r *reader) str(n *node) (string, bool) {
	s, ok := n.value.(string)
	if !ok {
		r.slip(n, "want.text", found(n))
	}
	return strings.TrimSpace(s), ok
}

// wordsOf is a text in both written forms; English may be left out, and a reader
// of English then meets bokmål.
func (r *reader) wordsOf(n *node, most int) report.Words {
	if !r.object(n, "nb", "nn", "en") {
		return report.Words{}
	}
	w := report.Words{NB: r.text(n, "nb", required, most), NN: r.text(n, "nn", required, most), EN: r.text(n, "en", optional, most)}
	if w.EN == "" {
		w.EN = w.NB
	}
	return w
}

func (r *reader) words(n *node, key string, most int) report.Words {
	if m := r.member(n, key, required); m != nil {
		return r.wordsOf(m, most)
	}
	return report.Words{}
}

// choice is one of a few words; "" where it is missing or another.
func (r *reader) choice(n *node, key string, need presence, values []string) string {
	m := r.member(n, key, need)
	if m == nil {
		return ""
	}
	s, ok := r.str(m)
	if !ok || r.among(m, s, values) {
		return s
	}
	return ""
}

// among finds a word that is none of those it may be.
func (r *reader) among(n *node, s string, values []string) bool {
	if slices.Contains(values, s) {
		return true
	}
	if meant := near.Of(s, values); meant != "" {
		r.slip(n, "value.near", arg("found", shorten(s)), arg("near", meant), arg("values", values))
	} else {
		r.slip(n, "value", arg("found", shorten(s)), arg("values", values))
	}
	return false
}

func (r *reader) yes(n *node, key string, otherwise bool) bool {
	m := r.member(n, key, optional)
	if m == nil {
		return otherwise
	}
	b, ok := m.value.(bool)
	if !ok {
		r.slip(m, "want.yesno", found(m))
	}
	return b
}

var identifierForm = regexp.MustCompile(`^[\pL\pN][\pL\pN_-]{0,19}$`)

// identifier is a short name without spaces.
func (r *reader) identifier(n *node, key string, need presence) string {
	s := r.text(n, key, need, mostWord)
	if s != "" && !identifierForm.MatchString(s) {
		r.slip(n.get(key), "identifier", arg("found", shorten(s)))
	}
	return s
}

func (r *reader) orgnr(n *node, key string) string {
	s := r.text(n, key, required, mostWord)
	digits, ok := check.OrgNr(s)
	if s != "" && !ok {
		r.slip(n.get(key), "orgnr", arg("found", shorten(s)))
	}
	return digits
}

func (r *reader) date(n *node, key string) report.Date {
	s := r.text(n, key, optional, mostWord)
	day, ok := isoDay(s)
	if s != "" && !ok {
		r.slip(n.get(key), "date", arg("found", shorten(s)))
	}
	return day
}

func isoDay(s string) (report.Date, bool) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return report.Date{}, false
	}
	return report.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}, true
}

// once finds what may stand once and stands again.
func (r *reader) once(n *node, key, value string, seen map[string]*node) {
	at := n.get(key)
	if value == "" || at == nil {
		return
	}
	folded := near.Fold(value)
	if first := seen[folded]; first != nil {
		r.slip(at, "twice", arg("found", shorten(value)), arg("first", first.path), arg("line", strconv.Itoa(first.line)))
		return
	}
	seen[folded] = at
}

// found shows what stood there.
func found(n *node) report.Arg {
	switch v := n.value.(type) {
	case json.Delim:
		return arg("found", string(rune(v))+"…")
	case string:
		return arg("found", `"`+shorten(v)+`"`)
	case nil:
		return arg("found", "null")
	default:
		return arg("found", shorten(fmt.Sprint(v)))
	}
}

func shorten(s string) string {
	const most = 60
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return s
}
