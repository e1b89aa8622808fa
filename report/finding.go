package report

// Severity says what a finding does to the report.
type Severity uint8

// The severities, rising.
const (
	Info    Severity = iota + 1 // opplysning: good to know
	Warning                     // varsel: printed with the report
	Error                       // feil: blocks the report
)

// Letter is the stable one-letter name: I, W or E.
func (s Severity) Letter() string {
	return map[Severity]string{Info: "I", Warning: "W", Error: "E"}[s]
}

// Finding is one thing found in a workbook. It is data; package text makes it a
// sentence and a remedy in a language. A Finding is not an error.
type Finding struct {
	Rule     string   // catalogue id, "G-013"; its meaning never changes
	Variant  string   // which of the rule's sentences, "" for the only one
	Severity Severity // may be lower than the catalogue's, never higher than Error
	Place    Place    // where to look first
	Related  []Place  // other cells that took part
	More     []Place  // cells of which the same is true, grouped under this one
	Args     []Arg    // what the sentence names
}

// Arg is a named value in a sentence. Value is one of: string (somebody's own
// words), int, Kroner, Numeral, Date, Code, Words, Phrase, Place, []string, []Words.
type Arg struct {
	Name  string
	Value any
}

// Numeral is a number in a sentence that is no amount of kroner: a percentage, a
// number of hours, what a cell stores.
type Numeral Kroner

// Phrase is the key of words within a sentence that package text says.
type Phrase string

// Code is a value of a code list, said in words by package text.
type Code struct{ List, Value string }
