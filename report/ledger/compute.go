package ledger

import "gevinst/report"

// Compute makes the ledger of a submission, which has its Spec; any field may be
// missing or bad. The work is linear in the rows. Source of the formulas: the method
// is our own (no official formula for the reallocatable amount exists) and every
// deduction is a visible line.
func Compute(sub *report.Submission) *Ledger {
	b := newBook(sub)
	b.gains()
	b.measures()
	b.bridge()
	return b.ledger
}

// book is a ledger in the making.
type book struct {
	ledger   *Ledger
	sub      *report.Submission
	byID     map[string]int // measure's position by id; the first of two alike
	index    map[int]report.Field[report.Kroner]
	noted    map[report.At]bool
	newByRow []report.Kroner // new net gain by measure's position
}

func newBook(sub *report.Submission) *book {
	b := &book{
		ledger:   &Ledger{Year: sub.Agency.Year.Value, Submission: sub},
		sub:      sub,
		byID:     make(map[string]int, len(sub.Measures)),
		index:    indexByYear(sub),
		noted:    map[report.At]bool{},
		newByRow: make([]report.Kroner, len(sub.Measures)),
	}
	if !sub.Agency.Year.OK() {
		b.incomplete(sub.Agency.Year.At)
	}
	for i, m := range sub.Measures {
		if _, twice := b.byID[m.ID.Value]; m.ID.OK() && !twice {
			b.byID[m.ID.Value] = i
		}
	}
	return b
}

// indexByYear is the price index of each year: the first row that has one. No
// price can be indexed by zero or less.
func indexByYear(sub *report.Submission) map[int]report.Field[report.Kroner] {
	index := make(map[int]report.Field[report.Kroner], len(sub.Index))
	for _, p := range sub.Index {
		if _, twice := index[p.Year.Value]; p.Year.OK() && p.Index.OK() && p.Index.Value.Sign() > 0 && !twice {
			index[p.Year.Value] = p.Index
		}
	}
	return index
}

// gains makes a line of every gain and sums the eligible ones.
func (b *book) gains() {
	b.ledger.Gains = make([]GainLine, len(b.sub.Gains))
	for i := range b.sub.Gains {
		line := &b.ledger.Gains[i]
		line.Gain = &b.sub.Gains[i]
		at, found := b.byID[line.Gain.Measure.Value]
		if found && line.Gain.Measure.OK() {
			line.Measure = &b.sub.Measures[at]
		}
		b.gain(line)
		if line.Counts() {
			b.add(line, at)
		}
	}
}

// gain computes what exists for one line and says why it does not count.
func (b *book) gain(line *GainLine) {
	g := line.Gain
	if g.Planned.OK() {
		line.Planned = &g.Planned.Value
	}
	line.Why = b.value(line)
	if line.Why == InTotal {
		line.Why = b.net(line)
	}
	if line.Why == InTotal && !(g.MeasuredOn.OK() && g.MeasuredBy.OK()) {
		line.Why = NotShown
		b.missing(g.MeasuredOn.At, g.MeasuredBy.At)
	}
}

// value computes the gross value B of a realised, priced gain.
func (b *book) value(line *GainLine) Exclude {
	switch {
	case line.Measure == nil:
		b.incomplete(line.Gain.Measure.At)
		return NotCounted
	case !b.have(line.Measure.Status.At, line.Gain.Class.At):
		return NotCounted
	case !Realised(line.Measure):
		return NotDone
	case !Priced(line.Gain) || line.Gain.Method.Value == "IKKE_KR":
		return NotPriced
	}
	line.Gross = b.gross(line)
	if line.Gross == nil {
		return NotCounted
	}
	if !Own(line.Gain) {
		return NotOwn
	}
	return InTotal
}

// gross is B by the gain's method; nil where an operand is missing or bad.
func (b *book) gross(line *GainLine) *report.Kroner {
	g := line.Gain
	switch g.Method.Value {
	case "TID_VOLUM":
		if !b.have(g.Volume.At, g.MinutesBefore.At, g.MinutesAfter.At) {
			return nil
		}
		minutes := g.Volume.Value.Mul(g.MinutesBefore.Value.Sub(g.MinutesAfter.Value))
		line.Hours = of(minutes.Quo(minutesAnHour))
		if !b.have(g.HourlyCost.At) {
			return nil
		}
		return of(minutes.Mul(g.HourlyCost.Value).Quo(minutesAnHour)) // divide last: exact as long as can be
	case "KRONER_DIFF":
		if !b.have(g.CostBefore.At, g.CostAfter.At) {
			return nil
		}
		before := b.atYearsPrices(g, g.CostBefore.Value)
		if before == nil {
			return nil
		}
		return of(before.Sub(g.CostAfter.Value))
	case "FASTBELOP":
		if !b.have(g.Amount.At) {
			return nil
		}
		return b.atYearsPrices(g, g.Amount.Value)
	default:
		b.incomplete(g.Method.At)
		return nil
	}
}

// atYearsPrices is an amount in the report year's kroner; nil where an index row
// is missing, as it is for a price year that is unreadable. A gain without a price
// year is in the report year's kroner already: the form says so.
func (b *book) atYearsPrices(g *report.Gain, amount report.Kroner) *report.Kroner {
	if g.PriceYear.Missing() || g.PriceYear.Value == b.ledger.Year {
		return &amount
	}
	now, okNow := b.index[b.ledger.Year]
	then, okThen := b.index[g.PriceYear.Value]
	if !okNow || !okThen {
		b.incomplete(g.PriceYear.At)
		return nil
	}
	return of(amount.Mul(now.Value).Quo(then.Value)) // divide last: exact as long as can be
}

// net takes B to U, N and the new net gain.
func (b *book) net(line *GainLine) Exclude {
	g := line.Gain
	if !b.have(g.ExtractionRate.At, g.RunningCost.At) {
		return NotCounted
	}
	line.Taken = of(line.Gross.Percent(g.ExtractionRate.Value))
	line.Net = of(line.Taken.Sub(g.RunningCost.Value))
	switch {
	case g.Earlier.OK():
		line.Earlier = &g.Earlier.Value
		line.New = of(line.Net.Sub(g.Earlier.Value))
	case g.Earlier.Missing() && b.startedThisYear(line.Measure):
		line.New = line.Net
	default:
		b.incomplete(g.Earlier.At)
		return NotCounted
	}
	return InTotal
}

// startedThisYear tells whether the effect began in the report year, so that
// nothing of it can have been reported in an earlier one.
func (b *book) startedThisYear(m *report.Measure) bool {
	return m.EffectFrom.OK() && m.EffectFrom.Value.Year >= b.ledger.Year
}

// add counts an eligible line in the totals of the agency and of its measure.
func (b *book) add(line *GainLine, measure int) {
	t := &b.ledger.Bridge
	t.Total = t.Total.Add(*line.Net)
	if line.Earlier != nil {
		t.Earlier = t.Earlier.Add(*line.Earlier)
	}
	if line.Gain.Class.Value == "BUDSJETT" {
		t.Money = t.Money.Add(*line.New)
	} else {
		t.Time = t.Time.Add(*line.New)
	}
	if full := line.FullYear(); full != nil {
		t.FullYear = t.FullYear.Add(*full)
	} else if line.Gain.Duration.Value != "ENGANGS" {
		b.missing(line.Gain.Duration.At, line.Gain.FullYear.At)
	}
	b.newByRow[measure] = b.newByRow[measure].Add(*line.New)
}

// have tells whether every operand has a value, and notes those that have none.
func (b *book) have(operands ...report.At) bool {
	all := true
	for _, at := range operands {
		all = all && at.OK()
	}
	if !all {
		b.missing(operands...)
	}
	return all
}

// missing notes the operands that have no value.
func (b *book) missing(operands ...report.At) {
	for _, at := range operands {
		if !at.OK() {
			b.incomplete(at)
		}
	}
}

// incomplete notes a field once, however many amounts wait for it.
func (b *book) incomplete(at report.At) {
	if b.noted[at] {
		return
	}
	b.noted[at] = true
	b.ledger.Incomplete = append(b.ledger.Incomplete, b.sub.Place(at))
}

func of(k report.Kroner) *report.Kroner {
	k = k.Compact()
	return &k
}
