package chapter_test

import (
	"maps"
	"regexp"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/chapter/chaptertest"
	"gevinst/report/text"
)

// unprinted is the cells that no section prints, and why nobody misses them.
func unprinted(c report.ColumnSpec, r report.Record) (why string) {
	switch {
	case c.Issued:
		return "the issuer's own: versions, and the questions, which have tests of their own"
	case c.Type == report.AnswerType && r["svartype"] == string(report.TableAnswer):
		return "locked in the form; it only says where the table is"
	case r["radtype"] == report.HeadingRow || r["radtype"] == report.KindRow:
		return "the ministry's headings of its table"
	}
	return ""
}

// TestEveryCellIsPrinted changes each cell of the example agency's workbook by itself,
// and fills each blank one. Words and days are then found in the section as typed; a
// number, a year or a choice changes it. What the check refuses never gets so far.
func TestEveryCellIsPrinted(t *testing.T) {
	full := chaptertest.DemoFilling(t, report.NB)
	whole := chaptertest.Input(t, report.NB, full)
	spec, voice := whole.Ledger.Submission.Spec, whole.Voice
	full["virksomhet"][0]["skjemaversjon"] = spec.Version
	before := printedOf(voice, spec, full)
	for _, s := range spec.Sheets {
		for _, c := range s.Columns {
			for n, record := range full[s.Key] {
				literal, mark := sentinel(full, spec, c, record)
				if unprinted(c, record) != "" || literal == record[c.Key] {
					continue
				}
				after := printedOf(voice, spec, with(full, s.Key, n, c.Key, literal))
				if after != "" && (after == before || !mark.MatchString(after)) {
					t.Errorf("%s.%s in row %d: %q is nowhere in the section", s.Key, c.Key, n+1, literal)
				}
			}
		}
	}
}

// printedOf is the text of the final section, without what follows every change of the
// data: its digests. It is empty where an error blocks the section.
func printedOf(voice *text.Voice, spec *report.Spec, f report.Filling) string {
	in := chaptertest.InputBy(voice, spec, f)
	in.Final = true
	for _, r := range in.Remarks {
		if r.Finding.Severity == report.Error {
			return ""
		}
	}
	digest := in.Ledger.Submission.Origin.Data
	return strings.NewReplacer("\u00a0", " ", "~", " ", digest, "", digest[:10], "").Replace(chaptertest.Dump(chapter.Compose(in)))
}

// with is the filling with one cell changed.
func with(f report.Filling, sheet string, n int, key, literal string) report.Filling {
	out := maps.Clone(f)
	out[sheet] = append([]report.Record{}, f[sheet]...)
	out[sheet][n] = maps.Clone(f[sheet][n])
	out[sheet][n][key] = literal
	return out
}

// sentinel is a value for the cell that no other cell has, and how the section prints
// it; a number or a choice may be printed in many ways.
func sentinel(f report.Filling, spec *report.Spec, c report.ColumnSpec, r report.Record) (literal string, mark *regexp.Regexp) {
	switch c.Type {
	case report.DateType:
		if c.Key == "godkjent_dato" { // may not be before the report year's end
			return "2018-03-07", regexp.MustCompile(`7\. mars 2018`)
		}
		return "2011-11-11", regexp.MustCompile(`11\.(11\.| november )2011`)
	case report.CodeType:
		return otherChoice(spec.Codes[c.Codes], r[c.Key]), anything
	case report.MoneyType, report.NumberType, report.PercentType, report.PostType:
		return "77", anything
	case report.YearType:
		return "2016", anything
	case report.OrgNrType:
		return "940155223", regexp.MustCompile("940 155 223")
	case report.ChapterType:
		return "777", regexp.MustCompile("777")
	case report.IDType:
		if c.Ref != "" {
			return f[c.Ref][1][spec.Sheet(c.Ref).Columns[0].Key], anything
		}
	}
	return r[c.Key] + "Sentinel", regexp.MustCompile("Sentinel")
}

var anything = regexp.MustCompile("")

func otherChoice(choices []report.Choice, was string) string {
	for _, c := range choices {
		if c.Value != was {
			return c.Value
		}
	}
	return was
}
