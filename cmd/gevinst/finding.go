package main

import (
	"strings"

	"gevinst/report"
)

// findingLine is the one line of a finding, the same on every run.
func (p *console) findingLine(file string, f report.Finding) string {
	at := ""
	if where := f.Place.String(); where != "" {
		at = " " + where + ":"
	}
	sentence, _ := p.Finding(f)
	return file + ":" + at + " " + p.Severity(f.Severity) + " " + f.Rule + ": " + sentence
}

// findingNote prints a finding with its remedy on standard error.
func (p *console) findingNote(file string, f report.Finding) {
	p.warn(p.findingLine(file, f))
	p.warn("  " + p.remedy(f))
}

// checkedText prints the findings of every file, its counts, and one verdict.
func (p *console) checkedText(all []checked) {
	for _, one := range all {
		p.fileText(one)
	}
	key := map[int]string{done: "cli.verdict.ready", blocked: "cli.verdict.blocked", unreadable: "cli.verdict.unreadable", partly: "cli.verdict.partly"}[verdict(all)]
	blocks, refused := 0, 0
	for _, one := range all {
		if one.seen == nil {
			refused++
		} else if one.seen.Outcome.Blocks() {
			blocks++
		}
	}
	p.say(key, count("n", len(all)), count("blocked", blocks), count("refused", refused))
}

func (p *console) fileText(one checked) {
	if one.refused != "" {
		p.line(one.refused)
		return
	}
	for _, f := range one.found {
		p.line(p.findingLine(one.file, f))
		p.details(one, f)
		p.line("  " + p.remedy(f))
	}
	if one.seen != nil {
		p.counts(one)
	}
}

func (p *console) counts(one checked) {
	n := tally(one.found)
	p.say("cli.check.counts", word("file", one.file), count("errors", n[report.Error]), count("warnings", n[report.Warning]), count("infos", n[report.Info]))
	cells := one.seen.Outcome.Submission.Counts
	p.say("cli.check.cells", word("file", one.file), count("read", cells.Read), count("used", cells.Used), count("form", cells.Form), count("unused", cells.Unused))
}

func (p *console) remedy(f report.Finding) string {
	_, remedy := p.Finding(f)
	return p.Say("cli.finding.remedy", word("remedy", remedy))
}

// details prints what stands in the cell and which other cells took part.
func (p *console) details(one checked, f report.Finding) {
	if one.seen == nil {
		return
	}
	if raw, ok := one.seen.Excerpt(f.Place); ok {
		p.line("  " + p.Say("cli.finding.excerpt", word("place", f.Place.String()), word("raw", shortened(raw.In(p.Lang())))))
	}
	if len(f.More) > 0 {
		p.line("  " + p.Say("cli.finding.more", count("n", len(f.More)), word("places", placeList(f.More))))
	}
	if len(f.Related) > 0 {
		p.line("  " + p.Say("cli.finding.related", word("places", placeList(f.Related))))
	}
}

// shortened keeps an excerpt within a line.
func shortened(s string) string {
	const longest = 80
	if r := []rune(s); len(r) > longest {
		return string(r[:longest]) + "…"
	}
	return s
}

func placeList(places []report.Place) string {
	names := make([]string, 0, len(places))
	for _, p := range places {
		names = append(names, p.String())
	}
	return strings.Join(names, ", ")
}

func tally(found []report.Finding) map[report.Severity]int {
	n := map[report.Severity]int{}
	for _, f := range found {
		n[f.Severity]++
	}
	return n
}
