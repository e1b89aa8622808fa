package html_test

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gevinst/report/chapter"
)

const hostile = "</style></title><script>alert(1)</script>]]><!-- \"' onload=x &amp; =HYPERLINK(\"http://x\") \\ \x00\x0b\uFFFE {}*/"

// fill puts words into every string of a value, except the addresses of links.
func fill(v reflect.Value, words, address string) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		fill(v.Elem(), words, address)
	case reflect.Slice:
		for i := range v.Len() {
			fill(v.Index(i), words, address)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if name := v.Type().Field(i).Name; name == "Href" {
				v.Field(i).SetString(address)
			} else if name == "To" && v.Field(i).String() == "" {
				continue // a link within the page would take the place of the address
			} else if v.Field(i).CanSet() {
				fill(v.Field(i), words, address)
			}
		}
	case reflect.String:
		v.SetString(words)
	}
}

func filled(words, address string) *chapter.Chapter {
	c := sample()
	fill(reflect.ValueOf(c), words, address)
	return c
}

// outline is every element with the names of its attributes, without the lines of chart
// labels and the places where a key may break, whose number follows their length.
func outline(n *node) []string {
	var all []string
	n.each(func(e *node) {
		if e.name != "text" && e.name != "wbr" {
			all = append(all, e.name+" "+strings.Join(e.keys, " "))
		}
	})
	return all
}

func TestHostileTextStaysText(t *testing.T) {
	for _, address := range []string{"javascript:alert(1)", " JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "//evil.example", "http:", "java\nscript:x", "https://example.org@evil.example/", "https://example.org/\u202egnp", hostile} {
		harmless := read(t, written(t, filled("ord", "")))
		page := read(t, written(t, filled(hostile, address)))
		if got, want := outline(page), outline(harmless); !slices.Equal(got, want) {
			t.Errorf("with the address %q the words changed the page's elements:\n%s\nwant\n%s", address, got, want)
		}
		shown := strings.NewReplacer("\x00", "\uFFFD", "\x0b", "\uFFFD", "\uFFFE", "\uFFFD").Replace(hostile)
		for _, cell := range page.all("td", "th", "li", "dd", "figcaption") {
			if cell.words != "" && !strings.Contains(cell.words, shown) {
				t.Errorf("<%s> shows %q", cell.name, cell.words)
			}
		}
		if a, b := blanked(page), blanked(harmless); a != b {
			t.Errorf("the words got out of their strings in the style sheet:\n%s\n%s", a, b)
		}
	}
}

// blanked is the page's own style sheet without what stands in quotes.
func blanked(page *node) string {
	return regexp.MustCompile(`"[^"\n]*"`).ReplaceAllString(page.all("style")[1].words, `""`)
}

func TestLinksThatLeadSomewhere(t *testing.T) {
	for typed, address := range map[string]string{"https://example.org/a?b=1&c=2": "https://example.org/a?b=1&c=2", "http://example.org": "http://example.org",
		"mailto:post@example.org": "mailto:post@example.org", "https://blåbær.no/år side": "https://xn--blbr-roah.no/%C3%A5r%20side"} {
		found := false
		for _, a := range read(t, written(t, filled(typed, typed))).one(t, "main").all("a") {
			found = found || a.attrs["href"] == address && a.words == typed
		}
		if !found {
			t.Errorf("%s is no link", typed)
		}
	}
}

func TestPolicyAllowsOnlyTheOwnStyles(t *testing.T) {
	page := read(t, written(t, sample()))
	want := "default-src 'none'; style-src"
	for _, s := range page.all("style") {
		sum := sha256.Sum256([]byte(s.words))
		want += fmt.Sprintf(" 'sha256-%s'", base64.StdEncoding.EncodeToString(sum[:]))
	}
	want += "; base-uri 'none'; form-action 'none'"
	if got := page.all("meta")[1].attrs["content"]; got != want {
		t.Errorf("the policy is %s\nwant %s", got, want)
	}
	known := strings.Fields("html head meta title style body a aside p strong header h1 h2 h3 dl div dt dd section ul ol li nav main span table caption thead tbody tr th td figure figcaption svg desc defs pattern rect line text footer")
	page.each(func(n *node) {
		if n.name != "" && !slices.Contains(known, n.name) {
			t.Errorf("<%s> has no place on the page", n.name)
		}
		for _, key := range n.keys {
			if key == "style" || key == "src" || strings.HasPrefix(key, "on") {
				t.Errorf("<%s %s> has no place on the page", n.name, key)
			}
		}
	})
	for _, s := range page.all("style") {
		if strings.Contains(s.words, "@import") || strings.Contains(s.words, "url(") {
			t.Error("the style sheet asks for a resource")
		}
	}
}
