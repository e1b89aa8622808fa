package audit

import (
	"encoding/json"
	"strconv"
	"strings"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/text"
	"gevinst/report/workbook"
)

// cached compares what Kontroll shows, as a program last calculated it, with the
// workbook's cells: the totals with the ledger's, all else with what it can be at most.
type cached struct {
	x    *examination
	is   *workbook.Inspection
	name string
}

func (c cached) check() {
	seen := c.x.workbook.seen
	if seen.Outcome.Ledger == nil {
		return
	}
	missing := 0
	ours := c.totals()
	for _, key := range []string{"A_tot", "V", "A", "A_midler", "A_tid", "B1", "C", "for_rammekutt", "K", "R", "omdisponerbart",
		"udekket_rammekutt", "R_midler", "omdisponerbart_midler", "omdisponert", "omdisponert_kjop", "rest", "medfin_sats"} {
		switch cell, calculated := c.cell(key); {
		case !calculated:
			missing++
		case !shows(cell, ours[key]):
			c.stale(key, cell, ours[key])
		}
	}
	c.status()
	c.toLookAt("felt_mangler", len(seen.Draft.Spec.Sheet("virksomhet").Columns))
	for _, s := range seen.Draft.Spec.Sheets {
		if found := seen.Draft.Sheet(s.Key); s.Kind == report.TableSheet && found != nil {
			c.toLookAt("rader/"+s.Key, len(found.Rows))
		}
	}
	if missing > 0 {
		c.x.except(Exception{Kind: "form.uncached", Severity: report.Info, File: c.name, Place: Place{Cell: report.Place{Sheet: c.is.Sheet}}, Args: []report.Arg{{Name: "n", Value: missing}}})
	}
}

// totals is what the cells give, by the key of Kontroll.
func (c cached) totals() map[string]string {
	raw, err := json.Marshal(batch.Bridge(c.x.workbook.seen.Outcome.Ledger.Bridge))
	all := map[string]any{}
	if err != nil || json.Unmarshal(raw, &all) != nil {
		return nil
	}
	ours := map[string]string{"medfin_sats": "0"}
	for key, value := range all {
		ours[key], _ = value.(string)
	}
	s := c.x.workbook.seen
	if terms, ok := s.Draft.Spec.CoFinanceTerm(s.Outcome.Submission.Agency.Year.Value); ok {
		ours["medfin_sats"] = terms.RatePst.String()
	}
	return ours
}

// cell is what Kontroll shows under a key, where a program has calculated it. An error
// there has a finding of its own where it matters.
func (c cached) cell(key string) (report.Cell, bool) {
	cell := c.is.Totals[key]
	calculated := cell.Kind == report.Number || cell.Kind == report.Text
	if calculated {
		c.x.compared(1)
	}
	return cell, calculated
}

func shows(cell report.Cell, want string) bool {
	shown, err := report.ParseKroner(cell.Raw)
	is, bad := report.ParseKroner(want)
	return err == nil && bad == nil && shown.Round(2).Cmp(is.Round(2)) == 0
}

// status is in one of the form's sentences.
func (c cached) status() {
	cell, calculated := c.cell("status")
	if !calculated {
		return
	}
	for _, lang := range report.Langs() {
		v, err := text.For(lang)
		for _, say := range []string{"ready", "notready", "overused", "overbought"} {
			if err == nil && cell.Raw == v.Say("workbook.control."+say) {
				return
			}
		}
	}
	c.stale("status", cell, "")
}

// toLookAt is a count of fields or rows, so none is above what is filled in.
func (c cached) toLookAt(key string, most int) {
	cell, calculated := c.cell(key)
	if n, err := strconv.Atoi(strings.TrimSuffix(cell.Raw, ".0")); calculated && (err != nil || n < 0 || n > most) {
		c.stale(key, cell, "0–"+strconv.Itoa(most))
	}
}

func (c cached) stale(key string, cell report.Cell, want string) {
	c.x.except(Exception{Kind: "form.stale", Severity: report.Warning, File: c.name, Reported: cell.Raw, Found: want,
		Place: Place{Key: key, Cell: report.Place{Sheet: c.is.Sheet, Row: int(cell.Row), Col: int(cell.Col)}}})
}
