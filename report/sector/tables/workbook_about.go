package tables

import (
	"context"
	"strconv"

	"gevinst/report"
	"gevinst/report/text"
)

// The sheets that explain.
const (
	aboutSheet   = "Om"
	columnsSheet = "Kolonner"
	codesSheet   = "Koder"
)

// about makes the first sheet: what this is, from which reports, how to read it,
// and what stands on each sheet.
func (b *binder) about(ctx context.Context, tabs []tab) {
	say := b.order.Voice.Say
	b.do(b.file.SetSheetName("Sheet1", aboutSheet))
	b.widths(aboutSheet, []float64{30, aboutWidth, 12})
	b.put(aboutSheet, 1, 1, say("tables.workbook"), b.looks.title)
	row := 3
	for _, fact := range b.facts(ctx) {
		b.put(aboutSheet, 1, row, fact[0], b.looks.text)
		b.wrap(row, fact[1])
		row++
	}
	row++
	for i, head := range []string{"tables.sheet", "tables.holds", "tables.rows"} {
		b.put(aboutSheet, i+1, row, say(head), b.looks.head)
	}
	for i := range tabs {
		row++
		b.line(row, tabs[i].name, tabs[i].table.Title+". "+tabs[i].table.About, tabs[i].rows)
	}
	row++
	b.line(row, columnsSheet, say("tables.columns"), -1)
	row++
	b.line(row, codesSheet, say("tables.codes"), -1)
	b.fit(aboutSheet, 1)
}

// The measures of the first sheet: characters in its wide column, of which a line
// surely holds so many, and points to a line.
const (
	aboutWidth = 110
	sureWidth  = 115
	lineHeight = 15.5
	mostHeight = 409 // that Excel allows
)

// wrap writes a text into the wide column, as high as it takes.
func (b *binder) wrap(row int, words string) {
	b.put(aboutSheet, 2, row, words, b.looks.wrapped)
	b.do(b.file.SetRowHeight(aboutSheet, row, min(lineHeight*float64(1+len([]rune(words))/sureWidth), mostHeight)))
}

// line names a sheet, links to it, and says how many rows it has; none where rows is
// negative.
func (b *binder) line(row int, sheet, about string, rows int) {
	b.put(aboutSheet, 1, row, sheet, b.looks.link)
	ref := report.Place{Row: row, Col: 1}.Ref()
	b.do(b.file.SetCellHyperLink(aboutSheet, ref, "'"+sheet+"'!A1", "Location"))
	b.wrap(row, about)
	if rows >= 0 {
		ref = report.Place{Row: row, Col: 3}.Ref()
		b.do(b.file.SetCellInt(aboutSheet, ref, int64(rows)))
		b.do(b.file.SetCellStyle(aboutSheet, ref, ref, b.looks.count))
	}
}

// facts is what the first sheet says, each with its heading.
func (b *binder) facts(ctx context.Context) [][2]string {
	say := b.order.Voice.Say
	var reports int
	var years, sets, tools string
	b.do(b.db.QueryRowContext(ctx, `SELECT COUNT(*),
		(SELECT COALESCE(group_concat(x, ', '), '') FROM (SELECT DISTINCT rapportaar AS x FROM innlevering ORDER BY 1)),
		(SELECT COALESCE(group_concat(x, ', '), '') FROM (SELECT DISTINCT kravsett || ' (SHA-256 ' || kravsett_sha256 || ')' AS x FROM innlevering ORDER BY 1)),
		(SELECT COALESCE(group_concat(x, ', '), '') FROM (SELECT DISTINCT verktoy AS x FROM innlevering ORDER BY 1))
		FROM innlevering`).Scan(&reports, &years, &sets, &tools))
	return [][2]string{
		{say("tables.fact.what"), say("tables.fact.what.text")},
		{say("tables.fact.from"), say("tables.fact.from.text", report.Arg{Name: "n", Value: reports}, report.Arg{Name: "years", Value: years})},
		{say("tables.fact.files"), say("tables.fact.files.text")},
		{say("tables.fact.set"), sets},
		{say("tables.fact.tool"), tools},
		{say("tables.fact.amounts"), say("tables.fact.amounts.text")},
		{say("tables.fact.blank"), say("tables.fact.blank.text")},
		{say("tables.fact.text"), say("tables.fact.text.text")},
		{say("tables.fact.long"), say("tables.fact.long.text")},
	}
}

// columns makes the sheet that explains every column of every table.
func (b *binder) columns(tabs []tab) {
	say := b.order.Voice.Say
	b.sheet(columnsSheet, 20, 34, 26, 12, 32, 90)
	for i, head := range []string{"tables.sheet", "tables.column", "tables.key", "tables.unit", "tables.source", "tables.means"} {
		b.put(columnsSheet, i+1, 1, say(head), b.looks.head)
	}
	row := 1
	var last *Table
	for _, t := range tabs {
		if t.table == last {
			continue
		}
		last = t.table
		for _, c := range t.columns {
			row++
			for i, words := range []string{t.table.Sheet, c.Label, c.Key, unitWords(&c, b.order.Voice), c.From, c.About} {
				b.put(columnsSheet, i+1, row, words, b.looks.text)
			}
		}
	}
	b.finish(columnsSheet, "F"+strconv.Itoa(row))
}

// codes makes the sheet that says what every code means.
func (b *binder) codes() {
	say := b.order.Voice.Say
	b.sheet(codesSheet, 20, 34, 24, 60)
	for i, head := range []string{"tables.sheet", "tables.column", "tables.code", "tables.means"} {
		b.put(codesSheet, i+1, 1, say(head), b.looks.head)
	}
	row := 1
	for _, table := range b.all {
		for _, c := range table.Columns {
			for _, choice := range c.Codes {
				row++
				for i, words := range []string{table.Sheet, c.Label, choice.Value, b.meaning(choice)} {
					b.put(codesSheet, i+1, row, words, b.looks.text)
				}
			}
		}
	}
	b.finish(codesSheet, "D"+strconv.Itoa(row))
}

func (b *binder) finish(sheet, corner string) {
	b.do(b.file.AutoFilter(sheet, "A1:"+corner, nil))
	b.freeze(sheet, 0)
	b.fit(sheet, 1)
}

func unitWords(c *Column, v *text.Voice) string {
	if c.Unit == "" {
		return ""
	}
	return v.Say("tables.unit." + c.Unit)
}
