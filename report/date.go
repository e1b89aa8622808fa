package report

import "fmt"

// Date is a calendar day without clock or time zone. The zero Date is no date.
type Date struct{ Year, Month, Day int }

// Before tells whether d is an earlier day than e.
func (d Date) Before(e Date) bool {
	if d.Year != e.Year {
		return d.Year < e.Year
	}
	if d.Month != e.Month {
		return d.Month < e.Month
	}
	return d.Day < e.Day
}

// String is the date in ISO 8601, "2017-09-01".
func (d Date) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }

// MarshalText writes the date as String does.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText wrote, and nothing else.
func (d *Date) UnmarshalText(b []byte) error {
	var read Date
	if _, err := fmt.Sscanf(string(b), "%d-%d-%d", &read.Year, &read.Month, &read.Day); err != nil || read.String() != string(b) {
		return fmt.Errorf("%q is no date in ISO 8601", b)
	}
	*d = read
	return nil
}
