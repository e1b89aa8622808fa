package workbook

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
)

// The columns of sheet Kontroll.
const (
	controlLabel = 1
	controlValue = 2
	controlNote  = 3
	controlKey   = 4 // hidden
)

// noteWidth is the width of the explanations on Kontroll in digits.
const noteWidth = 76

// line is one row of sheet Kontroll: its machine key and its formula.
type controlLine struct{ key, formula string }

// control writes the sheet of live status and totals. The totals are for the
// person who fills in; the report's amounts come from the ledger.
func (b *book) control(s *report.SheetSpec) error {
	c := b.on(s.Name)
	c.column(controlLabel, report.FormLabel, b.say("workbook.control.label"), 40)
	c.column(controlValue, report.FormValue, b.say("workbook.control.value"), 30)
	c.column(controlNote, report.FormHelp, b.say("workbook.control.note"), noteWidth)
	c.column(controlKey, report.FormKey, report.FormKey, 20)
	for i, l := range b.controlLines() {
		row := report.DataRow + i
		c.text(controlLabel, row, b.say("workbook.control."+controlWord(l.key), report.Arg{Name: "ark", Value: sheetOf(b.spec, l.key)}), b.styles.label)
		style := b.styles.money
		if l.key == "status" || l.key == "felt_mangler" || strings.HasPrefix(l.key, "rader/") {
			style = b.styles.computed
		}
		c.formula(controlValue, row, l.formula, style)
		note := b.say("workbook.control." + controlWord(l.key) + ".note")
		c.text(controlNote, row, note, b.styles.note)
		c.height(row, float64(lines(note, noteWidth-2)*lineHeight))
		c.text(controlKey, row, l.key, b.styles.key)
	}
	c.do(c.file.SetColVisible(s.Name, "D", false))
	c.do(c.file.SetConditionalFormat(s.Name, area(controlValue, report.DataRow, controlValue, report.DataRow), []excelize.ConditionalFormatOptions{
		{Type: "formula", Criteria: fmt.Sprintf(`$B$%d<>%s`, report.DataRow, quote(b.say("workbook.control.ready"))), Format: &b.styles.missing}}))
	c.tab()
	c.frame(controlKey, report.DataRow+len(b.controlLines())-1)
	c.onePage()
	return c.err
}

// controlWord is the key of the words for a line: all sheets share theirs.
func controlWord(key string) string {
	if word, _, ok := strings.Cut(key, "/"); ok {
		return word
	}
	return key
}

func sheetOf(spec *report.Spec, key string) string {
	_, sheet, ok := strings.Cut(key, "/")
	if s := spec.Sheet(sheet); ok && s != nil {
		return s.Name
	}
	return ""
}

// controlLines is the content of Kontroll: status, rows that lack something by
// sheet, and the way from A to Rest.
func (b *book) controlLines() []controlLine {
	var sheets []controlLine
	for _, s := range b.spec.Sheets {
		if s.Kind == report.TableSheet {
			sheets = append(sheets, controlLine{"rader/" + s.Key, toLookAt(b.span(s.Key, CheckColumn))})
		}
	}
	lines := []controlLine{{"status", b.statusFormula(len(sheets))}, {"felt_mangler", toLookAt(b.fieldChecks())}}
	return append(append(lines, sheets...), b.totals()...)
}

// statusFormula is how far the filling in has come. That something remains comes
// before what the totals say, which are not final then.
func (b *book) statusFormula(sheets int) string {
	first := report.DataRow + 1
	remains := fmt.Sprintf("SUM($B$%d:$B$%d)>0", first, first+sheets)
	over := func(used, available string) string {
		return fmt.Sprintf("AND(ROUND(%s,2)>0,ROUND(%s,2)>ROUND(%s,2))", b.controlCell(used), b.controlCell(used), b.controlCell(available))
	}
	say := func(key string) string { return quote(b.say("workbook.control." + key)) }
	return fmt.Sprintf("IF(%s,%s,IF(%s,%s,IF(%s,%s,%s)))", remains, say("notready"), over("omdisponert", "omdisponerbart"), say("overused"),
		over("omdisponert_kjop", "omdisponerbart_midler"), say("overbought"), say("ready"))
}

// toLookAt counts the checks that say something else than OK.
func toLookAt(checks string) string {
	return fmt.Sprintf(`SUMPRODUCT(--(LEN(%s)>0))-COUNTIF(%s,"OK")`, checks, checks)
}

// fieldChecks is the check column of the form sheet.
func (b *book) fieldChecks() string {
	s := b.spec.Sheet("virksomhet")
	return fmt.Sprintf("%s!$C$%d:$C$%d", s.Name, report.DataRow, report.DataRow+len(s.Columns)-1)
}

// totals is the bridge in Excel's own arithmetic.
func (b *book) totals() []controlLine {
	sum := func(sheet, amount string, where ...string) string {
		args := []string{b.span(sheet, amount)}
		for i := 0; i < len(where); i += 2 {
			args = append(args, b.span(sheet, where[i]), where[i+1])
		}
		return "SUMIFS(" + strings.Join(args, ",") + ")"
	}
	year := b.fieldCell("rapportaar")
	rate := "0"
	if terms, ok := b.spec.CoFinanceTerm(b.order.Year); ok {
		rate = terms.RatePst.Decimal().String()
	}
	at := b.controlCell
	return []controlLine{
		{"medfin_sats", rate},
		{"A_tot", sum("gevinster", "_netto", "_teller", `"JA"`)},
		{"V", sum("gevinster", "foert_tidligere_kr", "_teller", `"JA"`)},
		{"A", at("A_tot") + "-" + at("V")},
		{"A_midler", sum("gevinster", "_ny_netto", "gevinstklasse", `"BUDSJETT"`, "_teller", `"JA"`)},
		{"A_tid", sum("gevinster", "_ny_netto", "gevinstklasse", `"ALTERNATIV"`, "_teller", `"JA"`)},
		{"B1", "SUM(" + b.span("tiltak", "_medfin") + ")"},
		{"C", sum("engangskostnader", "belop_kr", "aar", year)},
		{"for_rammekutt", at("A") + "-" + at("B1") + "-" + at("C")},
		{"K", fmt.Sprintf(`IF(%s="NEI",0,SUM(%s)+%s)`, b.fieldCell("trekk_rammekutt"), b.span("bevilgning", "abe_kutt_kr"),
			sum("budsjettuttak", "belop_kr", "aar", year, "type", `"ANNET_RAMMEKUTT"`))},
		{"R", at("for_rammekutt") + "-" + at("K")},
		{"omdisponerbart", "MAX(" + at("R") + ",0)"},
		{"udekket_rammekutt", "MAX(-" + at("R") + ",0)"},
		{"R_midler", at("A_midler") + "-" + at("B1") + "-" + at("C") + "-" + at("K")},
		{"omdisponerbart_midler", "MAX(MIN(" + at("R_midler") + "," + at("R") + "),0)"},
		{"omdisponert", "SUM(" + b.span("omdisponering", "belop_kr") + ")"},
		{"omdisponert_kjop", at("omdisponert") + "-" + sum("omdisponering", "belop_kr", "art", `"LONN_TID"`)},
		{"rest", at("omdisponerbart") + "-" + at("omdisponert")},
	}
}

// controlOrder is where a total stands on Kontroll, counted from the first total.
var controlOrder = []string{"medfin_sats", "A_tot", "V", "A", "A_midler", "A_tid", "B1", "C", "for_rammekutt", "K", "R", "omdisponerbart",
	"udekket_rammekutt", "R_midler", "omdisponerbart_midler", "omdisponert", "omdisponert_kjop", "rest"}

// controlCell is the value cell of a line of Kontroll.
func (b *book) controlCell(key string) string {
	name, tables := "", 0
	for _, s := range b.spec.Sheets {
		switch s.Kind {
		case report.ControlSheet:
			name = s.Name
		case report.TableSheet:
			tables++
		}
	}
	row := report.DataRow + 1 // felt_mangler
	for i, k := range controlOrder {
		if k == key {
			row = report.DataRow + 2 + tables + i
		}
	}
	return fmt.Sprintf("%s!$B$%d", name, row)
}

// withoutGrid hides the grid lines of a sheet that is only read.
func withoutGrid() *excelize.ViewOptions {
	show := false
	return &excelize.ViewOptions{ShowGridLines: &show}
}
