package report

// Spec is one requirement set: the form, its code lists, rates, thresholds and
// sources. It is data, read from templates/<set>; a published set never changes.
type Spec struct {
	Set         string               `json:"set"`          // folder name, "2017"
	Version     string               `json:"version"`      // stamped into every workbook, "gevinst-2017.1"
	AppliesFrom int                  `json:"applies_from"` // first report year
	AppliesTo   int                  `json:"applies_to"`   // last report year, 0 while no newer set exists
	Confirmed   []int                `json:"confirmed"`    // report years whose common requirements were found in a source
	Requirement string               `json:"requirement"`  // source id of the common requirement
	Sources     map[string]Source    `json:"sources"`
	Parameters  map[string]Parameter `json:"parameters"`
	AbeRates    []YearRate           `json:"abe_rates"` // general yearly cut, percent of the post's base
	CoFinance   []CoFinanceTerm      `json:"co_finance_terms"`
	Codes       map[string][]Choice  `json:"codes"`
	Sheets      []SheetSpec          `json:"sheets"`
	Rules       map[string]RuleFact  `json:"rules"`

	Sentences []string `json:"-"` // what the form says beside titles, headings, help and codes, in every language; {name} is filled in

	Hash string `json:"-"` // SHA-256 of the set's files, hex
}

// Source is where a fact or a requirement comes from.
type Source struct {
	Title    string `json:"title"`
	Where    string `json:"where"`    // address or document number
	Verified bool   `json:"verified"` // false: common knowledge, not confirmed in a source
}

// OwnSource is the id of the source of what no published source prescribes: the
// requirement set's own method.
const OwnSource = "gevinst"

// Parameter is a number that a rule or a formula uses.
type Parameter struct {
	Value  Kroner `json:"value"`
	Unit   string `json:"unit"`   // "pst", "kr", "timer", "aar"
	Source string `json:"source"` // source id
	Low    Kroner `json:"low"`    // the least and the most that a ministry may set it to
	High   Kroner `json:"high"`
}

// YearRate is a rate of one year in percent.
type YearRate struct {
	Year   int    `json:"year"`
	Pst    Kroner `json:"pst"`
	Source string `json:"source"`
}

// CoFinanceTerm is the frame of the co-financing scheme for the years From–To. A
// zero limit means that none is known.
type CoFinanceTerm struct {
	From       int    `json:"from"`
	To         int    `json:"to"`       // 0: until further notice
	RatePst    Kroner `json:"rate_pst"` // share of net internal gain that is taken from future frames
	MaxGrant   Kroner `json:"max_grant_kr"`
	MinProject Kroner `json:"min_project_kr"`
	MaxProject Kroner `json:"max_project_kr"`
	MaxPst     Kroner `json:"max_grant_pst"` // grant in percent of project cost
	Source     string `json:"source"`
}

// Choice is one value of a code list with its words.
type Choice struct {
	Value string
	Label Words
}

// UnmarshalText reads the value; the words come from the set's form files.
func (c *Choice) UnmarshalText(b []byte) error {
	c.Value = string(b)
	return nil
}

// SheetKind says how a sheet is laid out.
type SheetKind string

// The kinds of sheet.
const (
	TableSheet   SheetKind = "table"   // a row a record
	FormSheet    SheetKind = "form"    // a row a field: label, value, help, machine key
	GuideSheet   SheetKind = "guide"   // text only
	ControlSheet SheetKind = "control" // live status and totals, nothing to fill in
	CodesSheet   SheetKind = "codes"   // hidden code lists
)

// SheetSpec is one sheet of the form.
type SheetSpec struct {
	Key     string       `json:"key"`  // "gevinster"
	Name    string       `json:"name"` // as on the tab, the same in every language, "Gevinster"
	Kind    SheetKind    `json:"kind"`
	Rows    int          `json:"rows"` // rows prepared for filling in
	Columns []ColumnSpec `json:"columns"`
	Title   Words        `json:"-"`
	Help    Words        `json:"-"`
}

// ColumnType says what a column holds.
type ColumnType string

// The types of column.
const (
	IDType      ColumnType = "id"      // a short identifier of the agency's own choice
	TextType    ColumnType = "text"    // one line
	LongType    ColumnType = "long"    // a paragraph
	MoneyType   ColumnType = "money"   // kroner, never thousands
	NumberType  ColumnType = "number"  // any decimal number
	PercentType ColumnType = "percent" // 80 means 80 %
	YearType    ColumnType = "year"    // a whole year
	DateType    ColumnType = "date"
	CodeType    ColumnType = "code"
	OrgNrType   ColumnType = "orgnr"
	ChapterType ColumnType = "kapittel"
	PostType    ColumnType = "post"
	AnswerType  ColumnType = "answer" // of the kind that the ministry's question asks for; see AnswerKind
)

// ColumnSpec is one column of a table sheet, or one field of a form sheet.
type ColumnSpec struct {
	Key       string      `json:"key"`
	Type      ColumnType  `json:"type"`
	Codes     string      `json:"codes,omitempty"`     // code list of a code column
	Ref       string      `json:"ref,omitempty"`       // sheet key whose first column this names, "tiltak"
	Width     int         `json:"width,omitempty"`     // in characters
	Required  bool        `json:"required,omitempty"`  // in every filled row
	When      []Condition `json:"when,omitempty"`      // required only where all conditions hold; implies not Required
	Missing   string      `json:"missing,omitempty"`   // rule id that speaks where it is required and missing; V-007 if empty
	Issued    bool        `json:"issued,omitempty"`    // filled in by whoever orders the report, locked for the agency
	Prefilled bool        `json:"prefilled,omitempty"` // carried over from last year by --from
	Demanded  bool        `json:"-"`                   // required in every filled row by the ministry's profile
	Label     Words       `json:"-"`
	Help      Words       `json:"-"`
}

// Condition holds where a column has one of the values. Column "tiltak_id.status"
// looks through a reference: the status of the measure that tiltak_id names.
// NotIn turns it round. A blank value satisfies neither.
type Condition struct {
	Column string   `json:"column"`
	In     []string `json:"in,omitempty"`
	NotIn  []string `json:"not_in,omitempty"`
}

// RuleFact is what data says of a rule; what it checks is Go.
type RuleFact struct {
	Source string `json:"source"` // source id
	Since  int    `json:"since"`  // first report year; a rule that is new in a year starts as a warning
}

// Sheet finds a sheet by its key; nil where the set has none.
func (s *Spec) Sheet(key string) *SheetSpec {
	for i := range s.Sheets {
		if s.Sheets[i].Key == key {
			return &s.Sheets[i]
		}
	}
	return nil
}

// Column finds a column by its key; nil where the sheet has none.
func (s *SheetSpec) Column(key string) *ColumnSpec {
	for i := range s.Columns {
		if s.Columns[i].Key == key {
			return &s.Columns[i]
		}
	}
	return nil
}

// Serves tells whether the set is the one for a report year.
func (s *Spec) Serves(year int) bool {
	return year >= s.AppliesFrom && (s.AppliesTo == 0 || year <= s.AppliesTo)
}

// The layout of every sheet that gevinst writes. A reader never relies on it.
const (
	TitleRow = 1 // title in A1
	HelpRow  = 2 // one sentence in A2
	KeyRow   = 3 // machine keys, hidden
	HeadRow  = 4 // headings in the workbook's language
	DataRow  = 5 // first row to fill in
)

// The machine keys in the key row of a form sheet.
const (
	FormLabel = "ledetekst"
	FormValue = "verdi"
	FormHelp  = "hjelp"
	FormKey   = "felt"
)

// Where the version stamp stands besides the visible text in Veiledning!A3.
const (
	StampProperty = "gevinst_skjemaversjon" // custom document property
	StampSheet    = "_meta"                 // very hidden sheet, cell B1 (A1 names it); below stands what else the issuer wrote into the form
)

// CoFinanceTerm finds the terms of the co-financing scheme for a year.
func (s *Spec) CoFinanceTerm(year int) (CoFinanceTerm, bool) {
	for _, t := range s.CoFinance {
		if year >= t.From && (t.To == 0 || year <= t.To) {
			return t, true
		}
	}
	return CoFinanceTerm{}, false
}

// AbeRate finds the general cut of a year in percent.
func (s *Spec) AbeRate(year int) (Kroner, bool) {
	for _, r := range s.AbeRates {
		if r.Year == year {
			return r.Pst, true
		}
	}
	return Kroner{}, false
}
