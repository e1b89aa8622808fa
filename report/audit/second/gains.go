package second

import "math/big"

// realisedAmount is what a gain came to in the terms of its plan: net where it is
// the agency's own and counts, gross where it falls to others.
func (l *Line) realisedAmount() *big.Rat {
	switch {
	case !l.own():
		return l.Gross
	case l.Counts:
		return l.Net
	default:
		return nil
	}
}

// grouped is the lines that are wanted, by measure, in the order in which the
// measures first have one.
func (r *Result) grouped(want func(*Line, *Measure) bool) []*Line {
	var order []int
	groups := map[int][]*Line{}
	for i := range r.Lines {
		l := &r.Lines[i]
		if l.Measure < 0 || !want(l, &r.Measures[l.Measure]) {
			continue
		}
		if groups[l.Measure] == nil {
			order = append(order, l.Measure)
		}
		groups[l.Measure] = append(groups[l.Measure], l)
	}
	var all []*Line
	for _, at := range order {
		all = append(all, groups[at]...)
	}
	return all
}

// cameTo is what the gains came to, by id; nothing where there is no result.
func (r *Result) cameTo() map[string]*big.Rat {
	if r == nil {
		return nil
	}
	all := map[string]*big.Rat{}
	for i := range r.Lines {
		if l := &r.Lines[i]; l.ID != "" {
			all[l.ID] = l.realisedAmount()
		}
	}
	return all
}

func classes(now, last *Result) *making {
	all := []*Result{now}
	if last != nil {
		all = []*Result{last, now}
	}
	var columns []Column
	for _, r := range all {
		columns = append(columns, Column{Key: "chapter.col.plannedyear", Year: r.Year}, Column{Key: "chapter.col.realisedyear", Year: r.Year})
	}
	t := table("chapter.classes.table", columns...)
	for _, class := range []string{"BUDSJETT", "ALTERNATIV", "ANDRE_OFF", "NAERING_INNB"} {
		var cells []Cell
		for _, r := range all {
			var plan, done *big.Rat
			for _, l := range r.grouped(func(l *Line, m *Measure) bool { return l.Class == class && m.Status != "PLANLAGT" }) {
				plan, done = plus(plan, l.Planned), plus(done, l.realisedAmount())
			}
			cells = append(cells, kr(plan), kr(done))
		}
		t.row(cells...)
	}
	for _, sum := range t.sums {
		if sum != nil {
			return t
		}
	}
	return nil
}

func ownGains(now, last *Result) *making {
	columns := []Column{{Key: "chapter.col.gross"}, {Key: "chapter.col.taken"}, {Key: "chapter.col.net"}, {Key: "chapter.col.earlier"}, {Key: "chapter.col.new"}}
	if last != nil {
		columns = append(columns, Column{Key: "chapter.col.netlast", Year: last.Year})
	}
	t, before := table("chapter.own.table", columns...), last.cameTo()
	for _, l := range now.grouped(func(l *Line, m *Measure) bool { return l.own() && m.realised() }) {
		cells := []Cell{entry(l.key+gross, l.Gross), entry(l.key+taken, l.Taken), entry(l.key+net, l.Net), entry(l.key+earlier, l.Earlier), kr(nil)}
		if l.Counts {
			cells[4] = entry(l.key+fresh, l.New)
		}
		if last != nil {
			cells = append(cells, kr(before[l.ID]))
		}
		t.row(cells...)
	}
	if len(t.Rows) > 0 {
		t.sum()
	}
	return t
}

func otherGains(now, last *Result) *making {
	columns := []Column{{Key: "chapter.col.planned"}, {Key: "chapter.col.realised"}}
	if last != nil {
		columns = append(columns, Column{Key: "chapter.col.realisedlast", Year: last.Year})
	}
	t, before := table("chapter.others.table", columns...), last.cameTo()
	for _, l := range now.grouped(func(l *Line, m *Measure) bool { return l.priced() && !l.own() && m.realised() }) {
		cells := []Cell{kr(l.Planned), entry(l.key+gross, l.Gross)}
		if last != nil {
			cells = append(cells, kr(before[l.ID]))
		}
		t.row(cells...)
	}
	if len(t.Rows) > 0 {
		t.sum()
	}
	return t
}

func deviations(now, _ *Result) *making {
	t := table("chapter.deviations.table", Column{Key: "chapter.col.planned"}, Column{Key: "chapter.col.realised"}, Column{Key: "chapter.col.gap"}, Column{Key: "chapter.col.gappst"})
	for _, l := range now.grouped(func(l *Line, m *Measure) bool {
		return m.Status != "PLANLAGT" && l.priced() && (l.Planned != nil || l.realisedAmount() != nil)
	}) {
		done := l.realisedAmount()
		var gap, share *big.Rat
		switch {
		case l.Planned == nil:
		case done != nil:
			gap = minus(done, l.Planned)
		case !now.Measures[l.Measure].realised():
			gap = minus(new(big.Rat), l.Planned)
		}
		if gap != nil && l.Planned.Sign() != 0 {
			share = times(gap, big.NewRat(100, 1), new(big.Rat).Inv(new(big.Rat).Abs(l.Planned)))
		}
		t.row(kr(l.Planned), kr(done), kr(gap), as(OneDecimal, share))
	}
	return t
}
