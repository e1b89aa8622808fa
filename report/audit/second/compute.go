package second

import (
	"math/big"

	"gevinst/report"
)

// Result is a workbook's figures, worked out anew. A nil figure does not exist.
type Result struct {
	Year        int
	OrgNr       string
	Lines       []Line    // gains, in the order of the workbook
	Measures    []Measure // in the order of the workbook
	Totals      map[string]*big.Rat
	CutDeducted bool
	form        *form
	terms       *big.Rat // share of net gain that co-financing takes, in percent; nil where the year has none
}

// Line is one gain.
type Line struct {
	ID       string
	key      string // before the names of its figures
	Row      int
	Class    string
	Measure  int // position in Measures, -1 where it resolves to none
	Hours    *big.Rat
	Gross    *big.Rat
	Taken    *big.Rat
	Net      *big.Rat
	Earlier  *big.Rat
	New      *big.Rat
	FullYear *big.Rat
	Planned  *big.Rat
	Counts   bool // in the reallocatable amount
}

// Measure is one measure with the sum of its counting gains.
type Measure struct {
	ID         string
	key        string // before the names of its figures
	Row        int
	Status     string
	New        *big.Rat
	Counting   bool // has a gain that counts
	CoFinanced bool
	CoFinance  *big.Rat
	OneOff     *big.Rat // nil where it has no such cost in the year
}

func (m *Measure) realised() bool { return m.Status == "IVERKSATT" || m.Status == "AVSLUTTET" }

func (l *Line) own() bool { return l.Class == "BUDSJETT" || l.Class == "ALTERNATIV" }

func (l *Line) priced() bool { return l.Class != "" && l.Class != "IKKE_PRISSATT" }

// Compute works the figures out. An error says that the workbook is not the form.
func Compute(b *Book, spec *report.Spec) (*Result, error) {
	f, err := read(b, spec)
	if err != nil {
		return nil, err
	}
	agency := f.tables["virksomhet"][0]
	r := &Result{form: f, Year: whole(agency.cells["rapportaar"]), OrgNr: agency.text("orgnr"), Totals: map[string]*big.Rat{}}
	if n := Number(r.OrgNr); n != nil && n.IsInt() {
		r.OrgNr = n.Num().String()
	}
	r.CutDeducted = f.code(agency, "ja_nei", "trekk_rammekutt") != "NEI"
	for _, t := range spec.CoFinance {
		if r.terms == nil && r.Year >= t.From && (t.To == 0 || r.Year <= t.To) {
			r.terms, _ = new(big.Rat).SetString(t.RatePst.String())
		}
	}
	r.measures()
	r.lines()
	r.deductions()
	r.bridge()
	r.name()
	return r, nil
}

func (r *Result) measures() {
	for _, m := range r.form.tables["tiltak"] {
		r.Measures = append(r.Measures, Measure{ID: m.text("tiltak_id"), Row: m.row, Status: r.form.code(m, "tiltak_status", "status"), New: new(big.Rat),
			CoFinanced: r.form.code(m, "finansiering", "finansiering") == "MEDFINANSIERING" && r.terms != nil})
	}
}

func (r *Result) lines() {
	byID := map[string]int{}
	for i := len(r.Measures) - 1; i >= 0; i-- {
		byID[r.Measures[i].ID] = i
	}
	for _, g := range r.form.tables["gevinster"] {
		l := Line{ID: g.text("gevinst_id"), Row: g.row, Class: r.form.code(g, "gevinstklasse", "gevinstklasse"), Measure: -1,
			Planned: Number(g.cells["planlagt_kr"])}
		if at, ok := byID[g.text("tiltak_id")]; ok && g.text("tiltak_id") != "" {
			l.Measure = at
		}
		if l.Measure >= 0 && r.Measures[l.Measure].realised() {
			r.line(&l, g)
		}
		r.Lines = append(r.Lines, l)
	}
}

// line computes what exists of a gain of a measure that was carried out.
func (r *Result) line(l *Line, g record) {
	method := r.form.code(g, "metode", "metode")
	if !l.priced() || method == "IKKE_KR" {
		return
	}
	if l.Gross = r.gross(l, g, method); l.Gross == nil || !l.own() {
		return
	}
	rate, running := Number(g.cells["uttaksgrad_pst"]), Number(g.cells["varig_driftskostnad_kr"])
	if rate == nil || running == nil {
		return
	}
	l.Taken = times(l.Gross, rate, big.NewRat(1, 100))
	l.Net = minus(l.Taken, running)
	began := r.form.book.yearOf(r.form.tables["tiltak"][l.Measure].cells["effekt_fra"])
	switch {
	case g.text("foert_tidligere_kr") != "":
		if l.Earlier = Number(g.cells["foert_tidligere_kr"]); l.Earlier == nil {
			return
		}
		l.New = minus(l.Net, l.Earlier)
	case began >= r.Year:
		l.New = l.Net
	default:
		return
	}
	if r.form.book.yearOf(g.cells["maalt_dato"]) > 0 && g.text("maalt_kilde") != "" {
		r.count(l, g)
	}
}

// count counts a gain in its measure, and takes its effect in a whole year.
func (r *Result) count(l *Line, g record) {
	l.Counts = true
	m := &r.Measures[l.Measure]
	m.New.Add(m.New, l.New)
	m.Counting = true
	if r.form.code(g, "varighet", "varighet") == "VARIG" {
		l.FullYear = l.Net
		if g.text("helaarseffekt_kr") != "" {
			l.FullYear = Number(g.cells["helaarseffekt_kr"])
		}
	}
}

func (r *Result) gross(l *Line, g record, method string) *big.Rat {
	n := func(key string) *big.Rat { return Number(g.cells[key]) }
	switch method {
	case "TID_VOLUM":
		volume, before, after, hour := n("volum"), n("enhet_for_min"), n("enhet_etter_min"), n("timekostnad_kr")
		if volume == nil || before == nil || after == nil {
			return nil
		}
		l.Hours = times(volume, minus(before, after), big.NewRat(1, 60))
		if hour == nil {
			return nil
		}
		return times(l.Hours, hour)
	case "KRONER_DIFF":
		before, after, ratio := n("kostnad_for_kr"), n("kostnad_etter_kr"), r.ratio(g)
		if before == nil || after == nil || ratio == nil {
			return nil
		}
		return minus(times(before, ratio), after)
	case "FASTBELOP":
		amount, ratio := n("belop_kr"), r.ratio(g)
		if amount == nil || ratio == nil {
			return nil
		}
		return times(amount, ratio)
	}
	return nil
}

// ratio takes kroner of a gain's price year to those of the report year.
func (r *Result) ratio(g record) *big.Rat {
	if g.text("prisaar") == "" || whole(g.cells["prisaar"]) == r.Year {
		return big.NewRat(1, 1)
	}
	now, then := r.index(r.Year), r.index(whole(g.cells["prisaar"]))
	if now == nil || then == nil {
		return nil
	}
	return new(big.Rat).Quo(now, then)
}

func (r *Result) index(year int) *big.Rat {
	for _, p := range r.form.tables["prisindeks"] {
		if x := Number(p.cells["indeks"]); whole(p.cells["aar"]) == year && x != nil && x.Sign() > 0 {
			return x
		}
	}
	return nil
}

func times(a *big.Rat, more ...*big.Rat) *big.Rat {
	out := new(big.Rat).Set(a)
	for _, b := range more {
		out.Mul(out, b)
	}
	return out
}

func minus(from *big.Rat, what ...*big.Rat) *big.Rat {
	out := new(big.Rat).Set(from)
	for _, x := range what {
		out.Sub(out, x)
	}
	return out
}
