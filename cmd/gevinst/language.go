package main

import (
	"strings"

	"gevinst/report"
)

// language is the language of everything that is printed: --lang, else
// GEVINST_LANG, else the locale, else bokmål. A locale that gevinst does not
// speak is no mistake; a language asked for by name that it does not speak is, and
// that is told in the language that would have been spoken without it.
func language(args []string, getenv func(string) string) (report.Lang, error) {
	own, otherwise := getenv("GEVINST_LANG"), fromLocale(getenv)
	if lang := spoken(own); lang.Known() {
		otherwise = lang
	}
	for _, asked := range []string{langArgument(args), own} {
		if asked == "" {
			continue
		}
		if lang := spoken(asked); lang.Known() {
			return lang, nil
		}
		return otherwise, slip("slip.lang", word("value", asked))
	}
	return otherwise, nil
}

func fromLocale(getenv func(string) string) report.Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := getenv(name); value != "" {
			if lang := spoken(value); lang.Known() {
				return lang
			}
			return report.NB
		}
	}
	return report.NB
}

// spoken is the language that a code or a locale names: "no" and "nb_NO.UTF-8"
// are bokmål.
func spoken(s string) report.Lang {
	code, _, _ := strings.Cut(strings.ToLower(s), "_")
	code, _, _ = strings.Cut(code, ".")
	code, _, _ = strings.Cut(code, "-")
	if code == "no" {
		return report.NB
	}
	return report.Lang(code)
}

// langArgument finds --lang before the arguments are parsed, since how they are
// parsed is told in that language.
func langArgument(args []string) string {
	for i, arg := range args {
		name, value, joined := strings.Cut(arg, "=")
		switch {
		case arg == "--":
			return ""
		case name != "--lang" && name != "-lang":
		case joined:
			return value
		case i+1 < len(args):
			return args[i+1]
		}
	}
	return ""
}
