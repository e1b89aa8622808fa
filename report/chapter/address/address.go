// Package address makes of what somebody typed an address that a link may lead to,
// in the letters that RFC 3986 allows. PDF and web page ask the same package, so
// that both lead to the same place, or neither leads anywhere.
package address

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/idna"
)

// longest is how many bytes an address may have: no server need understand more
// (RFC 9110, 4.1).
const longest = 8000

// Of is the address, with the letters outside ASCII and the spaces that it was
// typed with in the form that programs send: a host in Punycode (RFC 5891), all
// else in percent signs. What is written so already stays.
//
// It is empty where the words are none, or where they could lead elsewhere than
// they seem to: to anything but a web page (http, https) or a mailbox (mailto);
// with a name in front of the host, which looks like a host itself; with characters
// that are not seen or turn the text around.
func Of(typed string) string {
	s := strings.TrimSpace(typed)
	if !utf8.ValidString(s) || strings.ContainsFunc(s, unseen) {
		return ""
	}
	scheme, rest, _ := strings.Cut(s, ":")
	made := ""
	switch strings.ToLower(scheme) {
	case "http", "https":
		made = web(scheme, rest)
	case "mailto":
		made = mail(rest)
	}
	if len(made) > longest {
		return ""
	}
	return made
}

// unseen tells whether a reader cannot see that a character is there: all but
// letters, marks of writing and the space itself.
func unseen(r rune) bool { return !unicode.IsPrint(r) || r == unicode.ReplacementChar }

func web(scheme, rest string) string {
	rest, ok := strings.CutPrefix(rest, "//")
	if !ok {
		return ""
	}
	end := len(rest)
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		end = i
	}
	name, port, _ := strings.Cut(rest[:end], ":")
	name = host(name)
	if name == "" || strings.Trim(port, "0123456789") != "" {
		return ""
	}
	if port != "" {
		name += ":" + port
	}
	return parsed(strings.ToLower(scheme) + "://" + name + escaped(rest[end:], "/?#:@"))
}

// mail is the address of one mailbox, with what else a mail begins with.
func mail(rest string) string {
	box, more, asked := strings.Cut(rest, "?")
	at := strings.LastIndexByte(box, '@')
	if at < 1 {
		return ""
	}
	name := host(box[at+1:])
	if name == "" || strings.ContainsAny(box[:at], "@,;:\" ") {
		return ""
	}
	made := "mailto:" + escaped(box[:at], "") + "@" + name
	if asked {
		made += "?" + escaped(more, "/?:@")
	}
	return parsed(made)
}

// hosts is how a browser looks a host up (UTS 46).
var hosts = idna.New(idna.MapForLookup(), idna.BidiRule(), idna.StrictDomainName(false), idna.Transitional(false), idna.VerifyDNSLength(true))

// host is a host in ASCII, empty where it is none. Signs that only look like a dot or
// a slash are in none.
func host(typed string) string {
	name, err := hosts.ToASCII(typed)
	if err != nil || strings.ContainsFunc(typed, noHost) || strings.ContainsFunc(name, noHost) || strings.Trim(name, ".") == "" {
		return ""
	}
	return name
}

func noHost(r rune) bool {
	return !unicode.In(r, unicode.L, unicode.M, unicode.Nd) && !strings.ContainsRune("-._", r)
}

// escaped writes every byte in percent signs that is neither unreserved, a mark
// within a part (RFC 3986, 2.2 and 2.3), one of the marks between parts that are
// allowed here, nor the beginning of a byte that is written so already.
func escaped(s, between string) string {
	const hex, within = "0123456789ABCDEF", "-._~!$&'()*+,;="
	var b strings.Builder
	fragment := false
	for i := range len(s) {
		c := s[i]
		switch {
		case c == '#' && fragment:
			b.WriteString("%23") // there is but one
			continue
		case c < utf8.RuneSelf && (unicode.IsLetter(rune(c)) || unicode.IsDigit(rune(c)) || strings.IndexByte(within+between, c) >= 0),
			c == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]):
			b.WriteByte(c)
		default:
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		}
		fragment = fragment || c == '#'
	}
	return b.String()
}

func isHex(c byte) bool { return strings.IndexByte("0123456789abcdefABCDEF", c) >= 0 }

// parsed is the address if a second reader understands it.
func parsed(made string) string {
	if _, err := url.Parse(made); err != nil {
		return ""
	}
	return made
}
