package main

import (
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"gevinst/report/audit/sample"
	"gevinst/report/batch"
	"gevinst/report/check"
)

func sampleCommand() command {
	return command{name: "sample", run: toFile(runSample), takes: workbooks + "|" + reports, flags: []option{
		{name: "number", short: "n", takes: "number"},
		{name: "seed", takes: "words"},
		listOption(),
		{name: "format", takes: "format", values: []string{"text", "json", "csv"}},
		langOption(),
	}}
}

// runSample draws what an auditor vouches from a report's JSON or a workbook.
func runSample(c *call) int {
	path, err := c.onlyOne("slip.sample.nofile", "slip.sample.more")
	if err != nil {
		return c.misuse("sample", err)
	}
	if c.value("number") == "" {
		return c.misuse("sample", slip("slip.sample.nonumber"))
	}
	size, err := strconv.Atoi(c.value("number"))
	if err != nil || size < 1 {
		return c.misuse("sample", slip("slip.sample.number", word("value", c.value("number"))))
	}
	d, code := c.sampled(path)
	if code != done {
		return code
	}
	drawn, err := sample.Draw(d, size, c.value("seed"))
	if err != nil {
		return c.broken(err)
	}
	if err := c.write(func(w io.Writer) error { return c.writeSample(w, drawn) }); err != nil {
		return c.broken(err)
	}
	c.sampleNotes(drawn)
	return done
}

// sampled is the report that is sampled: its JSON, or what a workbook comes to.
func (c *call) sampled(path string) (*batch.Document, int) {
	if strings.EqualFold(filepath.Ext(path), ".json") {
		return c.document(path)
	}
	if err := forReaders(path, "sample"); err != nil {
		return nil, c.misuse("sample", err)
	}
	seen, code := c.examine(path, check.Options{})
	if code != done {
		return nil, code
	}
	if seen.Outcome.Ledger == nil {
		c.note("explain.none", word("file", seen.Path))
		return nil, blocked
	}
	if seen.Outcome.Blocks() {
		c.note("explain.blocked", word("file", seen.Path))
	}
	d := batch.DocumentOf(seen.Outcome, batch.Telling{Version: version(), Status: batch.Draft, Voice: c.Voice})
	return &d, done
}

// sampleNotes says what the reader of a list must know about it.
func (c *call) sampleNotes(s *sample.Sample) {
	if len(s.Chosen) == 0 {
		c.note("sample.nothing")
		return
	}
	if s.Seed == "" {
		c.note("sample.seedless")
	}
}

func (c *call) writeSample(w io.Writer, s *sample.Sample) error {
	switch c.value("format") {
	case "json":
		return sample.WriteJSON(w, s)
	case "csv":
		return sample.WriteCSV(w, s, c.Voice)
	default:
		_, err := io.WriteString(w, c.sampleText(s))
		return err
	}
}

// sampleText is the population, how the list was drawn, and the list. Each line is
// made inert by itself, since names and sources may come from a hostile workbook.
func (p *console) sampleText(s *sample.Sample) string {
	var rows [][2]string
	for _, k := range s.Kinds {
		rows = append(rows, [2]string{inert(k.Name), p.Say("sample.kind", count("n", k.Items), word("book", p.Kroner(k.Book)), word("net", p.Kroner(k.Net)), word("zero", p.Say("sample.zero", count("n", k.Zero))), word("below", p.Say("sample.below", count("n", k.Below))))})
	}
	var b strings.Builder
	b.WriteString(columns(rows))
	if len(s.Chosen) == 0 {
		return b.String()
	}
	lines := p.drawnLines(s)
	for i, c := range s.Chosen {
		lines = append(append(lines, ""), p.chosenLines(i+1, c)...)
	}
	for _, l := range lines {
		b.WriteString(inert(l) + "\n")
	}
	return b.String()
}

// drawnLines is how the list was drawn.
func (p *console) drawnLines(s *sample.Sample) []string {
	return []string{
		p.Say("sample.drawn", count("asked", s.Asked), count("hits", s.Hits), count("items", len(s.Chosen)), word("sum", p.Kroner(s.Sum)),
			word("interval", p.Kroner(s.Interval)), word("start", p.Kroner(s.Start)), word("seed", s.Seed)),
		p.Say("sample.data", word("value", s.Data)),
		p.Say("sample.digest", word("value", s.Digest)),
	}
}

// chosenLines is one amount that was chosen, with what is to be vouched.
func (p *console) chosenLines(n int, c sample.Chose) []string {
	hit := "  " + p.Say("sample.hit", count("n", c.Hits), word("hit", p.Kroner(c.Hit)), word("upto", p.Kroner(c.UpTo)))
	if c.Certain {
		hit += " " + p.Say("sample.sure")
	}
	lines := []string{
		p.Say("sample.line", count("n", n), word("place", c.Place.String()), word("name", c.Name), word("amount", p.equals(c.Amount, "kr")), word("key", c.Key)),
		hit,
		"  " + p.Say("sample.vouch", word("cells", sample.CellWords(c, p.Voice))),
	}
	if words := sample.SourceWords(c, p.Voice); words != "" {
		lines = append(lines, "  "+words)
	}
	return lines
}
