package report

// State says how a value came out of its cell.
type State uint8

// The states of a Field. Only Known carries a value; Missing is never zero.
const (
	Missing State = iota // absent or blank
	Bad                  // something stands there that is not a value of this type; a Finding says why
	Known                // Value is what the cell means
)

// Field is a value with the cell it came from. The zero Field is missing.
type Field[T any] struct {
	Value T
	State State
	Place Place
	Raw   string // the cell's own text, for traces
}

// OK tells whether the field has a value.
func (f Field[T]) OK() bool { return f.State == Known }

// Missing tells whether the cell was absent or blank.
func (f Field[T]) Missing() bool { return f.State == Missing }

// Or is the value, or other where there is none. Use it for words, never for amounts.
func (f Field[T]) Or(other T) T {
	if f.State == Known {
		return f.Value
	}
	return other
}
