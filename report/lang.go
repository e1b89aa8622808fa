package report

// Lang is the language of a text: a written form of Norwegian, or English.
type Lang string

// The languages that gevinst speaks. A report is written in one of them throughout.
const (
	NB Lang = "nb" // bokmål
	NN Lang = "nn" // nynorsk
	EN Lang = "en" // English: interface and an optional report
)

// Langs lists every language in a fixed order.
func Langs() []Lang { return []Lang{NB, NN, EN} }

// Tag is the BCP 47 tag that HTML and PDF state, "nb-NO" for bokmål.
func (l Lang) Tag() string {
	if l == EN {
		return "en-GB"
	}
	return string(l) + "-NO"
}

// Known tells whether l is a language that gevinst speaks.
func (l Lang) Known() bool { return l == NB || l == NN || l == EN }

// Words is one text in each language.
type Words struct {
	NB string `json:"nb"`
	NN string `json:"nn"`
	EN string `json:"en"`
}

// In returns the text in l.
func (w Words) In(l Lang) string {
	switch l {
	case NN:
		return w.NN
	case EN:
		return w.EN
	default:
		return w.NB
	}
}

// All returns the text in every language, in the order of Langs.
func (w Words) All() []string { return []string{w.NB, w.NN, w.EN} }
