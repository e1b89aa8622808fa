package report

// State says how a value came out of its cell.
type State uint8

// The states of a Field. Only Known carries a value; Missing is never zero.
const (
	Missing State = iota // absent or blank
	Bad                  // something stands there that is not a value of this type; a Finding says why
	Known                // Value is what the cell means
)

// At is where a field stands and how it came out of its cell, in eight bytes.
// Submission.Place makes a Place of it.
type At struct {
	Row   uint32
	Col   uint16
	Sheet uint8 // index in Spec.Sheets
	State State
}

// Field is a value with the cell it came from, which is known also where the
// value is missing. The zero Field is missing.
type Field[T any] struct {
	Value T
	At
}

// OK tells whether the field has a value.
func (a At) OK() bool { return a.State == Known }

// Missing tells whether the cell was absent or blank.
func (a At) Missing() bool { return a.State == Missing }

// Or is the value, or other where there is none. Use it for words, never for amounts.
func (f Field[T]) Or(other T) T {
	if f.State == Known {
		return f.Value
	}
	return other
}
