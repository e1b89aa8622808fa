package report

import (
	"maps"
	"slices"
	"strings"
)

// Profile is what a ministry orders beside the common requirements. Package
// report/profile reads it from a file and holds it to the rules of a set; a
// Profile that exists is whole.
type Profile struct {
	Ministry   string
	Deadline   Date            // the zero Date where none is set
	Agencies   []Expected      // none: the profile is for every agency
	Areas      []Words         // prioritised areas that gains may go to
	Questions  []Question      // the ministry's own
	Thresholds []Threshold     // parameters of the set given another value, in order of name
	Required   []RequiredField // fields to be filled in beside those of the set
	Raised     []Raised        // common rules that weigh more, in order of id
	Rules      []OwnRule
	Guidance   []Words // paragraphs for the sheet Veiledning

	Hash  string // SHA-256 of the whole in canonical form, hex: layout and comments do not change it
	Stamp string // like Hash, of what is asked only, not of whom or by when; stands in every workbook
}

// Expected is an agency that the ministry expects a report from.
type Expected struct {
	OrgNr string // nine digits, valid
	Name  string
	Group string // the ministry's own division, "" where there is none
	Form  Lang   // written form of the workbook: NB or NN
}

// AnswerKind says what an answer is. The values stand in the workbook.
type AnswerKind string

// The kinds of answer. A column of a table has any of them but TableAnswer.
const (
	TextAnswer   AnswerKind = "TEKST"
	YesNoAnswer  AnswerKind = "JA_NEI"
	AmountAnswer AnswerKind = "BELOP" // kroner, exact
	NumberAnswer AnswerKind = "TALL"
	DateAnswer   AnswerKind = "DATO"
	TableAnswer  AnswerKind = "TABELL"
)

// ColumnType is how a cell with such an answer is written and read. A table has none.
func (k AnswerKind) ColumnType() ColumnType {
	return map[AnswerKind]ColumnType{TextAnswer: LongType, YesNoAnswer: CodeType, AmountAnswer: MoneyType,
		NumberAnswer: NumberType, DateAnswer: DateType}[k]
}

// The kinds of row (radtype) on the sheet Kravtabeller: a table has one row of
// headings, one that says of what kind its columns are, and rows of answers.
const (
	HeadingRow = "OVERSKRIFT"
	KindRow    = "SVARTYPE"
	AnswerRow  = "SVAR"
)

// CellKinds lists the kinds of answer that fit a cell, in a fixed order.
func CellKinds() []AnswerKind {
	return []AnswerKind{TextAnswer, YesNoAnswer, AmountAnswer, NumberAnswer, DateAnswer}
}

// Question is one of the ministry's own questions.
type Question struct {
	ID       string
	Kind     AnswerKind
	Required bool
	Groups   []string // none: asked of every agency
	Text     Words
	Columns  []QuestionColumn // of a table only, one to six
	Rows     int              // of a table only: rows prepared for the answer
}

// QuestionColumn is one column of a question that is answered by a table.
type QuestionColumn struct {
	Label Words
	Kind  AnswerKind
}

// Threshold gives a parameter of the set another value, in the parameter's unit.
type Threshold struct {
	Parameter string
	Value     Kroner
}

// FieldName names a column of the set: "gevinster.volum".
type FieldName struct {
	Sheet  string
	Column string
}

func (f FieldName) String() string { return f.Sheet + "." + f.Column }

// RequiredField is a field that the ministry wants filled in in every row.
type RequiredField struct {
	Field  FieldName
	Groups []string // none: of every agency
}

// Raised is a common rule whose findings weigh at least so much.
type Raised struct {
	Rule     string
	Severity Severity // above the catalogue's
}

// Operator is what an own rule compares by.
type Operator string

// The operators. All but Filled and Blank hold nothing against a field that is missing.
const (
	Equal    Operator = "eq"
	Unequal  Operator = "ne"
	Less     Operator = "lt"
	AtMost   Operator = "le"
	Greater  Operator = "gt"
	AtLeast  Operator = "ge"
	FilledIn Operator = "filled"
	BlankOp  Operator = "blank"
	OneOf    Operator = "in"
)

// Operators lists the operators in a fixed order.
func Operators() []Operator {
	return []Operator{Equal, Unequal, Less, AtMost, Greater, AtLeast, FilledIn, BlankOp, OneOf}
}

// Test holds a field against a limit. Values are as a Record writes them: a plain
// decimal for numbers, "2017-09-01" for dates, the value of a code. OneOf has
// one or more, FilledIn and BlankOp none, the others one.
type Test struct {
	Field  FieldName
	Op     Operator
	Values []string
}

// OwnRule is a requirement of the ministry's on every row of a sheet: what Must
// hold, where When holds or is nil.
type OwnRule struct {
	ID       string // "M-001"
	Must     Test
	When     *Test // on another field of the same row
	Groups   []string
	Severity Severity
	Message  Words
}

// OwnRulePrefix begins the id of every rule that is a ministry's own.
const OwnRulePrefix = "M-"

// IsOwnRule tells whether an id is that of a ministry's own rule.
func IsOwnRule(id string) bool { return strings.HasPrefix(id, OwnRulePrefix) }

// MinistrySource is the id of the source that stands for the ministry's profile.
const MinistrySource = "departement"

// Expects finds an agency by its organisation number; nil where the profile does
// not name it.
func (p *Profile) Expects(orgnr string) *Expected {
	for i := range p.Agencies {
		if p.Agencies[i].OrgNr == orgnr {
			return &p.Agencies[i]
		}
	}
	return nil
}

// Group is the group of an agency, "" where it has none or is not expected.
func (p *Profile) Group(orgnr string) string {
	if a := p.Expects(orgnr); a != nil {
		return a.Group
	}
	return ""
}

// Concerns tells whether what is asked of some groups is asked of this one.
func Concerns(groups []string, group string) bool {
	return len(groups) == 0 || slices.Contains(groups, group)
}

// Asked lists the questions that are asked of a group, in the order of the profile.
func (p *Profile) Asked(group string) []Question {
	var asked []Question
	for _, q := range p.Questions {
		if Concerns(q.Groups, group) {
			asked = append(asked, q)
		}
	}
	return asked
}

// Under is the set as a ministry's profile has it for a group of agencies: with
// its thresholds, its source and its required fields. The set itself stays as it
// is, and so does its hash; without a profile it is returned unchanged.
func (s *Spec) Under(p *Profile, group string) *Spec {
	if p == nil {
		return s
	}
	under := *s
	under.Parameters, under.Sources = maps.Clone(s.Parameters), maps.Clone(s.Sources)
	under.Sources[MinistrySource] = Source{Title: p.Ministry, Where: p.Stamp, Verified: true}
	for _, t := range p.Thresholds {
		parameter := under.Parameters[t.Parameter]
		parameter.Value, parameter.Source = t.Value, MinistrySource
		under.Parameters[t.Parameter] = parameter
	}
	under.Sheets = slices.Clone(s.Sheets)
	for i := range under.Sheets {
		under.Sheets[i].Columns = slices.Clone(s.Sheets[i].Columns)
	}
	for _, r := range p.Required {
		if Concerns(r.Groups, group) {
			under.Sheet(r.Field.Sheet).Column(r.Field.Column).Demanded = true
		}
	}
	return &under
}
