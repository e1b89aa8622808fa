package ledger

import "gevinst/report"

// Line is one line of a derivation: an entry or one of its operands, as deep as
// it stands below the figure that was asked for.
type Line struct {
	Depth   int
	Key     string // of the entry; empty for a cell or a parameter
	Name    string // said under "entry.<name>" for an entry, "operand.<name>" for a cell or a parameter
	Amount  report.Kroner
	Unit    string  // empty where the line is no amount: a gain that does not count, a choice, a missing cell
	Formula string  // how the entry is made, empty for a cell or a parameter
	Minus   bool    // its parent subtracts it
	Why     Exclude // why a gain does not count, said under "exclude.<why>"
	Place   report.Place
	Source  string
}

// Explain derives the figure with the key down to its cells; false where the
// ledger has no such figure. An entry that is used twice is spelled out once
// below each use. The key of a gain alone, "gevinst/G4", tells whether it counts
// and, where it does not, the cells that decide it and what could be computed.
func Explain(l *Ledger, key string) ([]Line, bool) {
	byKey := map[string]Entry{}
	for e := range l.Entries() {
		byKey[e.Key] = e
	}
	if top, ok := byKey[key]; ok {
		return derive(byKey, nil, top, Line{}), true
	}
	v := l.view()
	for i, name := range v.gainNames {
		if name == key {
			return v.explainGain(byKey, i), true
		}
	}
	return nil, false
}

func derive(byKey map[string]Entry, lines []Line, e Entry, at Line) []Line {
	at.Key, at.Name, at.Amount, at.Unit = e.Key, e.Name, e.Amount, e.Unit
	at.Formula, at.Place, at.Source = e.Formula, e.Place, e.Source
	lines = append(lines, at)
	for _, in := range e.Inputs {
		below := Line{Depth: at.Depth + 1, Minus: in.Minus}
		if operand, ok := byKey[in.Key]; ok && in.Key != "" {
			lines = derive(byKey, lines, operand, below)
			continue
		}
		below.Name, below.Amount, below.Unit, below.Place, below.Source = in.Name, in.Amount, in.Unit, in.Place, in.Source
		lines = append(lines, below)
	}
	return lines
}

// explainGain tells whether a gain counts, why not, and what was computed of it.
func (v *view) explainGain(byKey map[string]Entry, i int) []Line {
	line, name := &v.Gains[i], v.gainNames[i]
	top := Line{Key: name, Name: "gevinst", Formula: "teller_ikke", Why: line.Why, Place: v.Submission.Place(line.Gain.ID.At), Source: report.OwnSource}
	if line.Counts() {
		top.Formula = "teller_med"
	}
	lines := []Line{top}
	for _, c := range deciding(line) {
		lines = append(lines, Line{Depth: 1, Name: c.name, Place: v.Submission.Place(c.At)})
	}
	for _, kind := range []string{"ny_netto", "netto", "uttatt", "brutto", "timer"} {
		if e, ok := byKey[name+"/"+kind]; ok {
			return derive(byKey, lines, e, Line{Depth: 1})
		}
	}
	return lines
}

// named is a field with its operand id.
type named struct {
	name string
	report.At
}

// deciding lists the cells that keep a gain line out of the total.
func deciding(line *GainLine) []named {
	g := line.Gain
	switch line.Why {
	case NotOwn:
		return []named{{"gevinstklasse", g.Class.At}}
	case NotDone:
		return []named{{"status", line.Measure.Status.At}}
	case NotPriced:
		return []named{{"gevinstklasse", g.Class.At}, {"metode", g.Method.At}}
	case NotShown:
		return lacking(named{"maalt_dato", g.MeasuredOn.At}, named{"maalt_kilde", g.MeasuredBy.At})
	case NotCounted:
		return uncounted(line)
	default:
		return nil
	}
}

// uncounted lists the operands without which a gain line could not be computed.
func uncounted(line *GainLine) []named {
	g := line.Gain
	if line.Measure == nil {
		return []named{{"tiltak_id", g.Measure.At}}
	}
	missing := lacking(named{"status", line.Measure.Status.At}, named{"gevinstklasse", g.Class.At}, named{"metode", g.Method.At})
	if line.Gross == nil {
		missing = append(missing, lackingOfGross(g)...)
	}
	if Own(g) {
		missing = append(missing, lacking(named{"uttaksgrad_pst", g.ExtractionRate.At}, named{"varig_driftskostnad_kr", g.RunningCost.At})...)
	}
	if len(missing) == 0 {
		missing = []named{{"foert_tidligere_kr", g.Earlier.At}}
	}
	return missing
}

func lackingOfGross(g *report.Gain) []named {
	var missing []named
	switch g.Method.Value {
	case "TID_VOLUM":
		return lacking(named{"volum", g.Volume.At}, named{"enhet_for_min", g.MinutesBefore.At},
			named{"enhet_etter_min", g.MinutesAfter.At}, named{"timekostnad_kr", g.HourlyCost.At})
	case "KRONER_DIFF":
		missing = lacking(named{"kostnad_for_kr", g.CostBefore.At}, named{"kostnad_etter_kr", g.CostAfter.At})
	case "FASTBELOP":
		missing = lacking(named{"belop_kr", g.Amount.At})
	default:
		return nil
	}
	if len(missing) == 0 {
		missing = []named{{"prisaar", g.PriceYear.At}} // the only thing left: its index row
	}
	return missing
}

func lacking(fields ...named) []named {
	var missing []named
	for _, f := range fields {
		if !f.OK() {
			missing = append(missing, f)
		}
	}
	return missing
}
