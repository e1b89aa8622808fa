package check

import (
	"strings"

	"github.com/shopspring/decimal"

	"gevinst/report"
)

// blank tells whether a cell holds nothing that a person would see.
func blank(c report.Cell) bool {
	return c.Empty() || c.Kind == report.Text && trim(c.Raw) == ""
}

// trim removes the spaces that Excel and the web leave around a text, the
// no-break ones among them.
func trim(s string) string {
	return strings.Trim(s, " \t\r\n\u00a0\u202f\u2009\u200b\ufeff")
}

// readable tells whether a cell holds a value at all, and says why not. A formula
// is reported and its stored result is used.
func (r *row) readable(c report.Cell, spec *report.ColumnSpec, at report.At) bool {
	switch {
	case c.Kind == report.ErrorValue:
		r.find("N-002", "error", report.Error, at, spec, report.Arg{Name: "funnet", Value: c.Raw})
		return false
	case c.Kind == report.NoCache:
		r.find("N-002", "nocache", report.Error, at, spec)
		return false
	case c.Formula != nil:
		r.find("N-002", "formula", report.Warning, at, spec, report.Arg{Name: "funnet", Value: "=" + *c.Formula})
	}
	return true
}

// text reads a field of words: one line or a paragraph.
func (r *row) text(key string) report.Field[string] {
	c, spec, at, filled := r.cell(key)
	if !filled {
		return report.Field[string]{At: at}
	}
	if !r.readable(c, spec, at) {
		return bad[string](at)
	}
	if c.Kind == report.Number && !r.words(c, spec, at) {
		return bad[string](at)
	}
	if d, ok := normal(c.Raw); ok && c.Kind == report.Number && spec.Type != report.IDType {
		return known(at, d.String())
	}
	words := trim(c.Raw)
	r.unseen(words, spec, at)
	return known(at, words)
}

// words tells whether a number in a field of words is read as it is shown, which a
// date and a percentage are not: the file stores other digits.
func (r *row) words(c report.Cell, spec *report.ColumnSpec, at report.At) bool {
	switch c.Shown {
	case report.Dated:
		r.find("V-011", "words_date", report.Error, at, spec, r.found(c))
	case report.Percent:
		r.percent("text", c, spec, at)
	default:
		return true
	}
	return false
}

// percent notes a number that is shown times one hundred.
func (r *row) percent(variant string, c report.Cell, spec *report.ColumnSpec, at report.At) {
	d, _ := normal(c.Raw)
	r.find("N-005", variant, report.Error, at, spec, report.Arg{Name: "funnet", Value: report.Numeral(report.KronerOf(d.Shift(2)))}, report.Arg{Name: "lagret", Value: report.Numeral(report.KronerOf(d))})
}

// timesHundred tells whether a whole number is shown as a percentage, and says so.
func (r *row) timesHundred(c report.Cell, spec *report.ColumnSpec, at report.At) bool {
	if c.Kind != report.Number || c.Shown != report.Percent {
		return false
	}
	r.percent("amount", c, spec, at)
	return true
}

// amount reads a field of kroner, percent or plain numbers.
func (r *row) amount(key string) report.Field[report.Kroner] {
	c, spec, at, filled := r.cell(key)
	if !filled {
		return report.Field[report.Kroner]{At: at}
	}
	if !r.readable(c, spec, at) || !r.numeric(c, spec, at) {
		return bad[report.Kroner](at)
	}
	d, ok := normal(c.Raw)
	switch {
	case ok && beyond(report.KronerOf(d)) || !ok && literal(c.Raw):
		r.find("V-011", "size", report.Error, at, spec, r.found(c), report.Arg{Name: "grense", Value: most()})
	case !ok:
		r.find("V-011", "number", report.Error, at, spec, r.found(c))
	case c.Shown == report.Percent && spec.Type == report.PercentType:
		r.percent("", c, spec, at)
	case c.Shown == report.Percent:
		r.percent("amount", c, spec, at)
	default:
		return r.precise(d, c, spec, at)
	}
	return bad[report.Kroner](at)
}

// precise is an amount with all its decimals, more than øre among them.
func (r *row) precise(d decimal.Decimal, c report.Cell, spec *report.ColumnSpec, at report.At) report.Field[report.Kroner] {
	if spec.Type == report.MoneyType && !d.Equal(d.Round(2)) {
		r.find("N-003", "", report.Info, at, spec, r.found(c))
	}
	return known(at, report.KronerOf(d))
}

// numeric tells whether a cell holds a number, and refuses text with a suggestion.
func (r *row) numeric(c report.Cell, spec *report.ColumnSpec, at report.At) bool {
	switch {
	case c.Kind == report.Number && c.Shown != report.Dated:
		return true
	case c.Kind == report.Number:
		r.find("V-011", "number_date", report.Error, at, spec, r.found(c))
	case c.Kind == report.Text:
		r.textNumber(c, spec, at)
	default:
		r.find("V-011", "number", report.Error, at, spec, r.found(c))
	}
	return false
}

func (r *row) textNumber(c report.Cell, spec *report.ColumnSpec, at report.At) {
	meaning, suggestion := readTextNumber(c.Raw)
	if spec.Type == report.PercentType && meaning == noNumber {
		meaning, suggestion = readTextPercent(c.Raw)
	}
	switch meaning {
	case oneMeaning:
		var meant any = suggestion
		if spec.Type != report.MoneyType {
			meant = report.Numeral(suggestion) // "84,5" full-time equivalents have no øre
		}
		r.find("N-001", "", report.Error, at, spec, r.found(c), report.Arg{Name: "forslag", Value: meant})
	case manyMeanings:
		r.find("N-001", "ambiguous", report.Error, at, spec, r.found(c))
	default:
		r.find("N-001", "words", report.Error, at, spec, r.found(c))
	}
}

// significant is how many digits of a binary number Excel itself keeps and shows.
const significant = 15

// normal is the decimal that a number literal of a file stands for: binary tails
// (78.459999999999994) end at fifteen significant digits, half away from zero.
// A number beyond any sum of money is no number.
func normal(raw string) (decimal.Decimal, bool) {
	if len(raw) > 64 {
		return decimal.Decimal{}, false
	}
	d, err := decimal.NewFromString(raw)
	if err != nil || d.Exponent() > 30 || d.Exponent() < -400 {
		return decimal.Decimal{}, false
	}
	if over := d.NumDigits() - significant; over > 0 {
		d = d.Round(-d.Exponent() - int32(over))
	}
	return d, d.NumDigits()+int(d.Exponent()) <= 30 && d.Exponent() > -60
}

// whole reads a field that holds a whole number between low and high.
func (r *row) whole(key, rule string, low, high int64) report.Field[int] {
	c, spec, at, filled := r.cell(key)
	if !filled {
		return report.Field[int]{At: at}
	}
	if !r.readable(c, spec, at) || r.timesHundred(c, spec, at) {
		return bad[int](at)
	}
	d, ok := normal(trim(c.Raw))
	n := d.IntPart()
	if !ok || c.Kind != report.Number && c.Kind != report.Text || c.Shown == report.Dated || !d.IsInteger() || n < low || n > high {
		r.find(rule, "value", report.Error, at, spec, r.found(c))
		return bad[int](at)
	}
	return known(at, int(n))
}

func known[T any](at report.At, value T) report.Field[T] {
	at.State = report.Known
	return report.Field[T]{Value: value, At: at}
}

func bad[T any](at report.At) report.Field[T] {
	at.State = report.Bad
	return report.Field[T]{At: at}
}

// shorten keeps a sentence readable where somebody pasted a page into a cell.
func shorten(s string) string {
	const most = 60
	runes := []rune(trim(s))
	if len(runes) <= most {
		return string(runes)
	}
	return string(runes[:most]) + "…"
}
