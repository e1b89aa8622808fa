package ledger

import (
	"iter"
	"strconv"

	"gevinst/report"
)

// The keys of the totals, in the formulas' own names.
const (
	KeyTotal        = "A_tot"
	KeyEarlier      = "V"
	KeyNew          = "A"
	KeyMoney        = "A_midler"
	KeyTime         = "A_tid"
	KeyCoFinance    = "B1"
	KeyOneOff       = "C"
	KeyBeforeCut    = "for_rammekutt"
	KeyFrameCut     = "K"
	KeyResult       = "R"
	KeyReallocable  = "omdisponerbart"
	KeyUncovered    = "udekket_rammekutt"
	KeyResultMoney  = "R_midler"
	KeyReallocMoney = "omdisponerbart_midler"
	KeyUsed         = "omdisponert"
	KeyUsedMoney    = "omdisponert_kjop"
	KeyRest         = "rest"
	KeyFullYear     = "helaarseffekt"
)

// Entries derives every amount, operands before what is made of them: gains,
// measures, totals. The order is that of the workbook. Keys are stable:
//
//	gevinst/<id>/timer|brutto|uttatt|netto|foert_tidligere|ny_netto|helaar
//	tiltak/<id>/ny_netto|medfinansiering|engangskostnad
//	A_tot, V, A and the other totals above
//
// Where a broken workbook has an id twice, or none, "#" and the row follow it.
func (l *Ledger) Entries() iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		v := l.view()
		for i := range l.Gains {
			for _, e := range v.gain(i) {
				if !yield(e) {
					return
				}
			}
		}
		for i := range l.Measures {
			for _, e := range v.measure(i) {
				if !yield(e) {
					return
				}
			}
		}
		for _, e := range v.totals() {
			if !yield(e) {
				return
			}
		}
	}
}

// Find returns the entry with the key; false where there is none.
func (l *Ledger) Find(key string) (Entry, bool) {
	for e := range l.Entries() {
		if e.Key == key {
			return e, true
		}
	}
	return Entry{}, false
}

// view derives entries. It names gains and measures once, so that two rows with
// the same id in a broken workbook still have a key each.
type view struct {
	*Ledger
	gainNames    []string
	measureNames []string
	ofMeasure    map[*report.Measure][]int  // gain lines that count, by measure
	first        map[string]*report.Measure // by id; the first of two alike owns what names the id
	oneOffs      map[string][]Input         // one-off costs of the report year, by measure id
	index        map[int]report.Field[report.Kroner]
}

func (l *Ledger) view() *view {
	v := &view{Ledger: l, ofMeasure: map[*report.Measure][]int{}, first: map[string]*report.Measure{}, oneOffs: map[string][]Input{}, index: indexByYear(l.Submission)}
	for _, c := range l.Submission.OneOffs {
		if c.Year.OK() && c.Year.Value == l.Year && c.Amount.OK() {
			v.oneOffs[c.Measure.Value] = append(v.oneOffs[c.Measure.Value], v.cell("engangskostnad", "kr", c.Amount))
		}
	}
	seen := map[string]bool{}
	for i := range l.Gains {
		g := l.Gains[i].Gain
		v.gainNames = append(v.gainNames, unique(seen, "gevinst/", g.ID, g.Row))
		if l.Gains[i].Counts() {
			v.ofMeasure[l.Gains[i].Measure] = append(v.ofMeasure[l.Gains[i].Measure], i)
		}
	}
	for i := range l.Measures {
		m := l.Measures[i].Measure
		v.measureNames = append(v.measureNames, unique(seen, "tiltak/", m.ID, m.Row))
		if v.first[m.ID.Value] == nil {
			v.first[m.ID.Value] = m
		}
	}
	return v
}

func unique(seen map[string]bool, kind string, id report.Field[string], row int) string {
	name := kind + id.Value
	if !id.OK() || seen[name] {
		name += "#" + strconv.Itoa(row)
	}
	seen[name] = true
	return name
}

// gain is the entries of one gain line, in the order of the computation.
func (v *view) gain(i int) []Entry {
	line := &v.Gains[i]
	g := line.Gain
	at := v.Submission.Place(g.ID.At)
	name := v.gainNames[i]
	var all []Entry
	put := func(kind, unit, formula string, amount *report.Kroner, inputs ...Input) {
		if amount == nil {
			return
		}
		all = append(all, Entry{Key: name + "/" + kind, Name: kind, Amount: *amount, Unit: unit,
			Formula: formula, Inputs: inputs, Source: report.OwnSource, Place: at})
	}
	put("timer", "timer", "timer", line.Hours,
		v.cell("volum", "enheter", g.Volume), v.cell("enhet_for_min", "minutter", g.MinutesBefore), v.cell("enhet_etter_min", "minutter", g.MinutesAfter))
	put("brutto", "kr", v.grossFormula(g), line.Gross, v.grossInputs(g, name, line)...)
	put("uttatt", "kr", "uttatt", line.Taken,
		v.link(name, "brutto", line.Gross), v.cell("uttaksgrad_pst", "pst", g.ExtractionRate))
	put("netto", "kr", "netto", line.Net,
		v.link(name, "uttatt", line.Taken), less(v.cell("varig_driftskostnad_kr", "kr", g.RunningCost)))
	put("foert_tidligere", "kr", "celle", line.Earlier, v.cell("foert_tidligere_kr", "kr", g.Earlier))
	if line.Earlier != nil {
		put("ny_netto", "kr", "ny_netto", line.New, v.link(name, "netto", line.Net), less(v.link(name, "foert_tidligere", line.Earlier)))
	} else {
		put("ny_netto", "kr", "ny_netto_forste", line.New, v.link(name, "netto", line.Net))
	}
	if g.FullYear.OK() {
		put("helaar", "kr", "celle", line.FullYear(), v.cell("helaarseffekt_kr", "kr", g.FullYear))
	} else {
		put("helaar", "kr", "helaar_netto", line.FullYear(), v.link(name, "netto", line.Net))
	}
	return all
}

func (v *view) grossFormula(g *report.Gain) string {
	formula := "brutto_fast"
	switch g.Method.Value {
	case "TID_VOLUM":
		return "brutto_tid"
	case "KRONER_DIFF":
		formula = "brutto_diff"
	}
	if v.indexed(g) {
		formula += "_indeks"
	}
	return formula
}

func (v *view) grossInputs(g *report.Gain, name string, line *GainLine) []Input {
	switch g.Method.Value {
	case "TID_VOLUM":
		return []Input{v.unit(v.link(name, "timer", line.Hours), "timer"), v.cell("timekostnad_kr", "kr", g.HourlyCost)}
	case "KRONER_DIFF":
		return append(v.indexedInputs(g, v.cell("kostnad_for_kr", "kr", g.CostBefore)), less(v.cell("kostnad_etter_kr", "kr", g.CostAfter)))
	default:
		return v.indexedInputs(g, v.cell("belop_kr", "kr", g.Amount))
	}
}

// indexed tells whether the gain's amounts are taken to the report year's prices.
func (v *view) indexed(g *report.Gain) bool { return g.PriceYear.OK() && g.PriceYear.Value != v.Year }

func (v *view) indexedInputs(g *report.Gain, amount Input) []Input {
	if !v.indexed(g) {
		return []Input{amount}
	}
	return []Input{amount, v.indexRow("indeks_aar", v.Year), v.indexRow("indeks_prisaar", g.PriceYear.Value)}
}

func (v *view) indexRow(operand string, year int) Input {
	return v.cell(operand, "poeng", v.index[year])
}

// measure is the entries of one measure: what is new, what co-financing takes, what it cost.
func (v *view) measure(i int) []Entry {
	line := &v.Measures[i]
	name, at := v.measureNames[i], v.Submission.Place(line.Measure.ID.At)
	fresh := Entry{Key: name + "/ny_netto", Name: "ny_netto", Amount: line.New, Unit: "kr", Formula: "sum_ny", Source: report.OwnSource, Place: at}
	for _, g := range v.ofMeasure[line.Measure] {
		fresh.Inputs = append(fresh.Inputs, v.link(v.gainNames[g], "ny_netto", v.Gains[g].New))
	}
	all := []Entry{fresh}
	if terms, ok := v.Submission.Spec.CoFinanceTerm(v.Year); ok && line.CoFinanced {
		all = append(all, Entry{Key: name + "/medfinansiering", Name: "medfinansiering", Amount: line.CoFinance, Unit: "kr",
			Formula: "medfinansiering", Source: terms.Source, Place: at,
			Inputs: []Input{v.link(name, "ny_netto", &line.New), {Name: "medfinansiering_sats", Amount: terms.RatePst, Unit: "pst", Source: terms.Source}}})
	}
	if m := line.Measure; m.ID.OK() && v.first[m.ID.Value] == m && len(v.oneOffs[m.ID.Value]) > 0 {
		all = append(all, Entry{Key: name + "/engangskostnad", Name: "engangskostnad", Amount: line.OneOff, Unit: "kr",
			Formula: "sum_aar", Source: v.source(KeyOneOff), Place: at, Inputs: v.oneOffs[m.ID.Value]})
	}
	return all
}

func (v *view) link(name, kind string, amount *report.Kroner) Input {
	in := Input{Name: kind, Key: name + "/" + kind, Unit: "kr"}
	if amount != nil {
		in.Amount = *amount
	}
	return in
}

func (v *view) unit(in Input, unit string) Input {
	in.Unit = unit
	return in
}

func (v *view) cell(operand, unit string, f report.Field[report.Kroner]) Input {
	return Input{Name: operand, Amount: f.Value, Unit: unit, Place: v.Submission.Place(f.At)}
}

func less(in Input) Input {
	in.Minus = true
	return in
}
