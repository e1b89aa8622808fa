package batch

import (
	"gevinst/report"
	"gevinst/report/text"
)

func findingLine(f report.Finding, v *text.Voice) FindingLine {
	sentence, remedy := v.Finding(f)
	line := FindingLine{
		Rule: f.Rule, Variant: f.Variant, Severity: severity(f.Severity), Place: place(f.Place),
		Related: places(f.Related), More: places(f.More), Args: make([]Arg, 0, len(f.Args)),
		Sentence: sentence, Remedy: remedy,
	}
	for _, a := range f.Args {
		line.Args = append(line.Args, arg(a, v))
	}
	return line
}

func places(all []report.Place) []Place {
	out := make([]Place, 0, len(all))
	for _, p := range all {
		if at := place(p); at != nil {
			out = append(out, *at)
		}
	}
	return out
}

func severity(s report.Severity) string {
	switch s {
	case report.Error:
		return "error"
	case report.Warning:
		return "warning"
	default:
		return "info"
	}
}

// arg keeps the type of a value that a program could use again; what has no
// type of its own in JSON is said in words.
func arg(a report.Arg, v *text.Voice) Arg {
	switch x := a.Value.(type) {
	case int:
		return Arg{Name: a.Name, Type: "integer", Value: x}
	case report.Kroner:
		return Arg{Name: a.Name, Type: "amount", Value: x.String()}
	case report.Numeral:
		return Arg{Name: a.Name, Type: "amount", Value: report.Kroner(x).String()}
	case report.Date:
		return Arg{Name: a.Name, Type: "date", Value: x.String()}
	case report.Code:
		return Arg{Name: a.Name, Type: "code", Value: x.Value, List: x.List}
	case report.Place:
		return Arg{Name: a.Name, Type: "place", Value: place(x)}
	case []string:
		return Arg{Name: a.Name, Type: "list", Value: append([]string{}, x...)}
	default:
		return Arg{Name: a.Name, Type: "text", Value: v.Value(x)}
	}
}
