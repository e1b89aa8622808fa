package sample

import (
	"io"
	"strconv"
	"strings"

	"gevinst/report"
	"gevinst/report/csv"
	"gevinst/report/jsonout"
	"gevinst/report/text"
)

// Format names the shape of a sample in JSON; a change that could break a reader
// gets a new number.
const Format = "gevinst-sample/1"

// document is a sample as a program reads it. Amounts are exact decimals as strings.
type document struct {
	Format     string          `json:"format"`
	Seed       string          `json:"seed"`
	Data       string          `json:"data_sha256"`
	Digest     string          `json:"seed_sha256"` // of seed, line feed, data hash
	Asked      int             `json:"asked"`
	Hits       int             `json:"hits"`
	Sum        report.Kroner   `json:"population"`
	Interval   report.Kroner   `json:"interval"`
	Start      report.Kroner   `json:"start"`
	Population []kindDocument  `json:"kinds"`
	Chosen     []choseDocument `json:"chosen"`
}

type kindDocument struct {
	Operand string        `json:"operand"`
	Name    string        `json:"name"`
	Items   int           `json:"items"`
	Zero    int           `json:"zero"`
	Below   int           `json:"below_zero"`
	Net     report.Kroner `json:"net"`
	Book    report.Kroner `json:"book_value"`
}

type choseDocument struct {
	Key     string           `json:"key"`
	Operand string           `json:"operand"`
	Name    string           `json:"name"`
	Place   string           `json:"place"`
	Amount  report.Kroner    `json:"amount"`
	Book    report.Kroner    `json:"book_value"`
	UpTo    report.Kroner    `json:"cumulative"`
	Hit     report.Kroner    `json:"hit"`
	Hits    int              `json:"hits"`
	Certain bool             `json:"certain"`
	Cells   []cellDocument   `json:"cells"`
	Sources []sourceDocument `json:"sources"`
}

type cellDocument struct {
	Place  string         `json:"place"`
	Name   string         `json:"name"`
	Amount *report.Kroner `json:"value"`
	Unit   string         `json:"unit"`
}

type sourceDocument struct {
	Column string `json:"column"`
	Value  string `json:"value"`
}

// WriteJSON writes a sample in a stable order, indented by two spaces.
func WriteJSON(w io.Writer, s *Sample) error {
	d := document{Format: Format, Seed: s.Seed, Data: s.Data, Digest: s.Digest, Asked: s.Asked, Hits: s.Hits,
		Sum: s.Sum, Interval: s.Interval, Start: s.Start, Population: []kindDocument{}, Chosen: []choseDocument{}}
	for _, k := range s.Kinds {
		d.Population = append(d.Population, kindDocument(k))
	}
	for _, c := range s.Chosen {
		d.Chosen = append(d.Chosen, told(c))
	}
	return jsonout.Write(w, d)
}

func told(c Chose) choseDocument {
	d := choseDocument{c.Key, c.Operand, c.Name, c.Place.String(), c.Amount, c.Book, c.UpTo, c.Hit, c.Hits, c.Certain, []cellDocument{}, []sourceDocument{}}
	for _, cell := range c.Cells {
		d.Cells = append(d.Cells, cellDocument{cell.Place.String(), cell.Name, cell.Amount, cell.Unit})
	}
	for _, s := range c.Sources {
		d.Sources = append(d.Sources, sourceDocument(s))
	}
	return d
}

// WriteCSV writes one line for each item that was chosen, with room for the
// vouching. The last columns are what it takes to draw the sample again.
func WriteCSV(w io.Writer, s *Sample, v *text.Voice) error {
	out := csv.NewWriter(w)
	out.Write(strings.Split(v.Say("sample.csv.heads"), ";"))
	const room = 4 // voucher, audited amount, misstatement, remark
	for i, c := range s.Chosen {
		row := []string{strconv.Itoa(i + 1), c.Place.String(), c.Name, c.Key, plain(c.Amount), plain(c.Book), plain(c.UpTo), plain(c.Hit),
			strconv.Itoa(c.Hits), v.Say("sample.certain." + strconv.FormatBool(c.Certain)), CellWords(c, v), SourceWords(c, v)}
		row = append(row, make([]string, room)...)
		out.Write(append(row, s.Data, s.Seed, plain(s.Sum), plain(s.Interval), plain(s.Start)))
	}
	return out.Close()
}

// plain is an exact amount with a decimal comma and no group marks.
func plain(k report.Kroner) string { return strings.Replace(k.String(), ".", ",", 1) }

// CellWords is the cells to vouch in one line: "Gevinster!M5 volum 42 000; …".
func CellWords(c Chose, v *text.Voice) string {
	var parts []string
	for _, cell := range c.Cells {
		words := cell.Place.String() + " " + cell.Name
		if cell.Amount != nil {
			words += " " + v.WithUnit(v.Short(*cell.Amount), cell.Unit)
		}
		parts = append(parts, words)
	}
	return strings.Join(parts, "; ")
}

// SourceWords is what the agency itself points to, in one line.
func SourceWords(c Chose, v *text.Voice) string {
	var parts []string
	for _, s := range c.Sources {
		parts = append(parts, v.Say("sample.source."+s.Column, report.Arg{Name: "value", Value: s.Value}))
	}
	return strings.Join(parts, "; ")
}
