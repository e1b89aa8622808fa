package page

import (
	"strconv"

	"gevinst/report"
	"gevinst/report/audit"
	"gevinst/report/batch"
	"gevinst/report/chapter"
)

// cells is every cell that the form uses, sheet by sheet: those that figures rest on
// with a row each, the others by record.
func (c *composer) cells() {
	c.heading(1, c.say("audit.page.cells"))
	if len(c.Trail.Cells) == 0 {
		c.paragraph("audit.page.cells.none")
		return
	}
	c.paragraph("audit.page.cells.how")
	for from := 0; from < len(c.Trail.Cells); {
		to := from
		for to < len(c.Trail.Cells) && c.Trail.Cells[to].Place.Sheet == c.Trail.Cells[from].Place.Sheet {
			to++
		}
		c.sheet(c.Trail.Cells[from:to])
		from = to
	}
}

func (c *composer) sheet(cells []audit.Cell) {
	c.heading(2, shown(cells[0].Place.Sheet))
	var operands, records []chapter.Row
	for _, cell := range cells {
		if users := c.anchors.cellUsers[cell.Place]; len(users) > 0 {
			operands = append(operands, chapter.Row{ID: c.anchors.cells[cell.Place], Cells: []chapter.Text{words(cell.Place.Ref()), words(c.label(cell)),
				words(c.stored(cell)), words(c.understood(cell)), c.figureLinks(users)}})
			continue
		}
		id := recordAnchor(cell.Sheet, cell.Place.Row)
		if n := len(records); n == 0 || records[n-1].ID != id {
			records = append(records, chapter.Row{ID: id, Cells: []chapter.Text{words(strconv.Itoa(cell.Place.Row)), nil}})
		}
		at := &records[len(records)-1].Cells[1]
		if len(*at) > 0 {
			*at = append(*at, plain(" · "))
		}
		*at = append(*at, chapter.Span{Text: cell.Place.Ref(), Strong: true}, plain(" "+c.inShort(cell)))
	}
	c.table(c.say("audit.page.cells.table", word("sheet", shown(cells[0].Place.Sheet))), []chapter.Column{c.column("cell", chapter.Label, 0), c.column("field", chapter.Prose, 2),
		c.column("stored", chapter.Prose, 1), c.column("understood", chapter.Prose, 1), c.column("usedin", chapter.Prose, 2)}, operands)
	c.table(c.say("audit.page.records.table", word("sheet", shown(cells[0].Place.Sheet))),
		[]chapter.Column{c.column("line", chapter.Label, 0), c.column("content", chapter.Prose, 4)}, records)
}

// label is the heading of the cell's column in the page's language.
func (c *composer) label(cell audit.Cell) string {
	if sheet := c.Trail.Spec.Sheet(cell.Sheet); sheet != nil {
		if column := sheet.Column(cell.Column); column != nil {
			return column.Label.In(c.v.Lang())
		}
	}
	return cell.Column
}

// stored is what the file has in the cell.
func (c *composer) stored(cell audit.Cell) string {
	raw := shown(cell.Raw)
	if cell.Formula != "" {
		return c.say("audit.page.cell.formula", word("raw", raw), word("formula", shown(cell.Formula)))
	}
	return raw
}

func (c *composer) understood(cell audit.Cell) string { return c.or(shown(cell.Means)) }

// inShort is a cell in running text; what it means is told where that is not what it says.
func (c *composer) inShort(cell audit.Cell) string {
	key := "audit.page.cell"
	if cell.Means != cell.Raw && cell.Means != "" {
		key = "audit.page.cell.means"
	}
	return c.say(key, word("field", c.label(cell)), word("raw", c.stored(cell)), word("means", shown(cell.Means)))
}

// unused is the filled cells that enter nothing, and why.
func (c *composer) unused() {
	c.heading(1, c.say("audit.page.unused"))
	if c.Trail.Spec == nil {
		c.paragraph("audit.page.cells.none")
		return
	}
	c.add(&chapter.Paragraph{Text: words(c.counts(c.Trail.Counts))})
	var rows []chapter.Row
	for _, cell := range c.Trail.Unused {
		rows = append(rows, chapter.Row{ID: c.anchors.cells[cell.Place], Cells: []chapter.Text{words(shown(cell.Place.String())), words(c.or(shown(cell.Raw))), words(c.why(cell))}})
	}
	c.table(c.say("audit.page.unused.table"), []chapter.Column{c.column("cell", chapter.Prose, 1), c.column("stored", chapter.Prose, 2), c.column("why", chapter.Prose, 4)}, rows)
	if more := c.Trail.Counts.Unused - len(c.Trail.Unused); more > 0 {
		c.paragraph("audit.page.unused.more", count("n", more))
	}
}

func (c *composer) why(cell audit.Cell) string {
	if cell.Why == nil {
		return c.say("audit.page.unused.why")
	}
	sentence, _ := c.v.Finding(*cell.Why)
	return cell.Why.Rule + ": " + shown(sentence)
}

// cellLink is a cell as a link, where it stands on the page.
func (c *composer) cellLink(at report.Place) chapter.Span {
	return chapter.Span{Text: shown(at.String()), To: c.anchors.cells[at]}
}

// cellOf is a place of the JSON as a cell; false where it is none.
func cellOf(p *batch.Place) (report.Place, bool) {
	if p == nil || p.Cell == nil {
		return report.Place{}, false
	}
	at := audit.PlaceOf(p)
	return at, at.Ref() != ""
}
