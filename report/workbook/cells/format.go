package cells

import (
	"strings"
	"unicode/utf8"

	"gevinst/report"
)

// formatOf tells what a number format makes of a number. The first section decides
// whether it is a date or a percentage; a format that hides an amount above or below
// zero, or shows another figure than it, conceals it. What it makes of zero is left
// alone: not to show zeros is common.
func formatOf(code string) report.NumberFormat {
	all := sections(code)
	switch first := all[0]; {
	case first.percent:
		return report.Percent
	case first.date:
		return report.Dated
	}
	for i, s := range all[:min(len(all), 2)] {
		switch {
		case s.date: // of a number below zero
		case s.conceals(), s.unsigned(i == 1, all[0].chosen || s.chosen):
			return report.Concealed
		case s.thousands > 0:
			return report.Scaled
		}
	}
	return report.Plain
}

// hidesText tells whether a number format keeps a text from being shown.
func hidesText(code string) bool {
	all := sections(code)
	return len(all) > 3 && !all[3].text
}

// section is what one section of a format code shows.
type section struct {
	digits    bool // a place for the digits of the number
	general   bool // the number as it is
	date      bool
	percent   bool
	text      bool // the words of the cell
	minus     bool // a minus that is written out before the digits
	bracketed bool // a bracket, which may stand for a minus
	chosen    bool // by a condition of its own, and not by the sign
	extra     bool // a digit that is written out beside the number's own
	thousands int  // how often the number is divided by 1,000
	colour    string

	commas  int  // since the last digit
	literal byte // the last character shown as it stands, 0 where a digit's place came after it
}

// conceals tells whether a section shows nothing of a number, or other digits.
func (s section) conceals() bool {
	if s.general || s.text && !s.digits {
		return false
	}
	return !s.digits || s.extra
}

// unsigned tells whether a section shows numbers with the sign that they do not have.
// Below zero a bracket or a colour may stand for the minus.
func (s section) unsigned(below, chosen bool) bool {
	switch {
	case chosen || s.general:
		return false
	case below:
		return !s.minus && !s.bracketed && s.colour == ""
	default:
		return s.minus
	}
}

// sections reads a format code (ECMA-376, 18.8.31). There is always one.
func sections(code string) []section {
	all := []section{{}}
	for i := 0; i < len(code); {
		s, n := &all[len(all)-1], 1
		switch c := code[i]; c {
		case ';':
			s.thousands += s.commas
			all = append(all, section{})
		case '"':
			if end := strings.IndexByte(code[i+1:], '"'); end >= 0 {
				s.shows(code[i+1 : i+1+end])
				n = end + 2
			}
		case '\\':
			s.shows(code[min(i+1, len(code)):min(i+2, len(code))])
			n = 2
		case '_':
			n = 2 // a space as wide as a character
		case '*':
			n = 2 // fills the cell with a character
		case '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				return all
			}
			s.note(strings.ToLower(code[i+1 : i+end]))
			n = end + 1
		default:
			n = s.sign(code[i:])
		}
		i += n
	}
	last := &all[len(all)-1]
	last.thousands += last.commas
	return all
}

// sign reads what stands outside quotes, and tells how long it is.
func (s *section) sign(code string) int {
	const general = "general"
	if len(code) >= len(general) && strings.EqualFold(code[:len(general)], general) {
		s.general = true
		return len(general)
	}
	c, size := utf8.DecodeRuneInString(code)
	switch c {
	case '0', '#', '?':
		s.extra = s.extra || isDigit(s.literal)
		s.digits, s.commas, s.literal = true, 0, 0
	case ',':
		if s.digits {
			s.commas++
		}
	case '.':
		s.thousands, s.commas = s.thousands+s.commas, 0
	case '%':
		s.percent = true
	case '@':
		s.text = true
	case 'e', 'E':
		if len(code) > 1 && (code[1] == '+' || code[1] == '-') {
			return 2
		}
	case 'd', 'm', 'y', 'h', 's', 'D', 'M', 'Y', 'H', 'S':
		s.date = true
	default:
		s.shows(code[:size])
	}
	return size
}

// shows takes in what the format shows as it stands.
func (s *section) shows(literal string) {
	if literal == "" {
		return
	}
	if !s.digits {
		s.minus = s.minus || strings.ContainsAny(literal, "-−")
		s.bracketed = s.bracketed || strings.Contains(literal, "(")
	}
	s.extra = s.extra || s.digits && s.literal == 0 && s.commas == 0 && isDigit(literal[0])
	s.literal = literal[len(literal)-1]
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// note reads what stands in brackets: elapsed time, a condition, a colour. What else
// there is, as a language, changes no digit.
func (s *section) note(inner string) {
	switch {
	case inner == "":
	case strings.Trim(inner, "hms") == "":
		s.date = true
	case strings.ContainsAny(inner[:1], "<>="):
		s.chosen = true
	case inner[0] != '$':
		s.colour = inner
	}
}
