package address_test

import (
	"net/url"
	"strings"
	"testing"

	"gevinst/report/chapter/address"
)

// TestAddressesThatLeadSomewhere: what people type, and what a program sends for it.
func TestAddressesThatLeadSomewhere(t *testing.T) {
	for typed, want := range map[string]string{
		"https://eksempel.no/årsrapport side":      "https://eksempel.no/%C3%A5rsrapport%20side",
		"https://blåbær.no/æøå":                    "https://xn--blbr-roah.no/%C3%A6%C3%B8%C3%A5",
		"https://BLÅBÆR.no":                        "https://xn--blbr-roah.no",
		"https://xn--blbr-roah.no/a":               "https://xn--blbr-roah.no/a",
		" https://eksempel.no/a\n":                 "https://eksempel.no/a",
		"HTTPS://Eksempel.no:8443/A?b=1&c=2#d":     "https://eksempel.no:8443/A?b=1&c=2#d",
		"https://eksempel.no/%C3%A5?q=100 %":       "https://eksempel.no/%C3%A5?q=100%20%25",
		"https://eksempel.no/100%/%2g?å=ø":         "https://eksempel.no/100%25/%252g?%C3%A5=%C3%B8",
		"https://eksempel.no/a[1](2)'*!\"<>\\^`{|": "https://eksempel.no/a%5B1%5D(2)'*!%22%3C%3E%5C%5E%60%7B%7C",
		"https://eksempel.no/a#b#c":                "https://eksempel.no/a#b%23c",
		"https://eksempel.no/@navn/a:b":            "https://eksempel.no/@navn/a:b",
		"https://intern_arkiv.eksempel.no?sak=1":   "https://intern_arkiv.eksempel.no?sak=1",
		"http://10.0.0.1/":                         "http://10.0.0.1/",
		"mailto:post@blåbær.no":                    "mailto:post@xn--blbr-roah.no",
		"mailto:pål@eksempel.no?subject=Årsplan 1": "mailto:p%C3%A5l@eksempel.no?subject=%C3%85rsplan%201",
	} {
		got := address.Of(typed)
		if got != want {
			t.Errorf("%q leads to %q, want %q", typed, got, want)
		}
		if again := address.Of(got); again != got {
			t.Errorf("%q made again is %q", got, again)
		}
	}
}

// TestAddressesThatAreNone: each could lead elsewhere than whoever reads it believes.
func TestAddressesThatAreNone(t *testing.T) {
	for name, typed := range map[string]string{
		"nothing":                       "",
		"words":                         "se arkivet",
		"a script":                      "javascript:alert(1)",
		"a script in capitals":          " JaVaScRiPt:alert(1)",
		"a script behind a line break":  "java\nscript:alert(1)",
		"data":                          "data:text/html,x",
		"a file":                        "file:///etc/passwd",
		"no scheme":                     "//eksempel.no",
		"a path":                        "/etc/passwd",
		"no host":                       "https:///a",
		"no slashes":                    "https:eksempel.no",
		"a name like a host":            "https://regjeringen.no@ond.example/",
		"a name and a password":         "https://navn:ord@ond.example/",
		"a name behind a backslash":     `https://regjeringen.no\@ond.example/`,
		"a slash that is none":          "https://regjeringen.no\u2044ond.example/",
		"a sign that holds a slash":     "https://regjeringen.no\u2100ond.example/",
		"a port of letters":             "https://eksempel.no:a/",
		"a space in the host":           "https://eksempel .no/",
		"dots only":                     "https://../",
		"a label that is too long":      "https://" + strings.Repeat("a", 64) + ".no/",
		"two directions in a host":      "https://eksempelאב.no/",
		"a mark that turns the text":    "https://eksempel.no/\u202egnp.exe",
		"a mark of direction":           "https://eksempel.no/\u200fa",
		"a letter without width":        "https://eksempel\u200b.no/",
		"a hyphen that is not seen":     "https://eksem\u00adpel.no/",
		"a tab":                         "https://eksempel.no/a\tb",
		"a line break":                  "https://eksempel.no/a\nb",
		"a zero byte":                   "https://eksempel.no/\x00",
		"a character that is none":      "https://eksempel.no/\uffff",
		"bytes that are no letters":     "https://eksempel.no/\xff",
		"half a pair":                   "https://eksempel.no/\xed\xa0\x80",
		"a mailbox without host":        "mailto:post",
		"a mailbox without name":        "mailto:@eksempel.no",
		"two mailboxes":                 "mailto:a@eksempel.no,b@eksempel.no",
		"a mailbox behind another":      "mailto:a@eksempel.no@ond.example",
		"longer than servers must read": "https://eksempel.no/" + strings.Repeat("å", 2000),
	} {
		if got := address.Of(typed); got != "" {
			t.Errorf("%s: %q leads to %q", name, typed, got)
		}
	}
}

// FuzzOf: whatever is typed, a link holds ASCII that is seen, is an address that the
// standard library reads, names no user, and is the same when it is made of itself.
func FuzzOf(f *testing.F) {
	for _, seed := range []string{"https://blåbær.no/æøå b?c=%2g#d#e", "mailto:på@å.no?subject=x", "http://a@b", "https://a:1:2/", "https://[::1]/"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		got := address.Of(typed)
		if got == "" {
			return
		}
		for i := range len(got) {
			if got[i] <= ' ' || got[i] >= 0x7f {
				t.Fatalf("%q of %q", got, typed)
			}
		}
		u, err := url.Parse(got)
		if err != nil || u.User != nil || u.Scheme != "mailto" && u.Host == "" {
			t.Errorf("%q of %q: %v", got, typed, err)
		}
		if again := address.Of(got); again != got {
			t.Errorf("%q made again is %q", got, again)
		}
	})
}
