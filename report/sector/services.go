package sector

import (
	"slices"

	"gevinst/report"
	"gevinst/report/sector/overview"
)

func (f *fold) services() {
	for _, r := range f.rows("tjenester") {
		s := overview.Service{OrgNr: f.org, ID: r.text("tjeneste_id"), Name: r.text("navn"), Kind: r.text("art"), Status: r.text("digital_status"),
			SelfService: r.text("egnet_selvbetjening"), Instant: r.text("egnet_straksavgjorelse"), Automatic: r.text("egnet_automatisering"),
			Users: r.text("brukerorientert"), Next: r.text("videre"), Potential: r.amount("potensial_kr"), Planned: r.date("planlagt_digital_dato")}
		s.Schedule = f.schedule(s)
		f.s.Services = append(f.s.Services, s)
	}
}

func (f *fold) schedule(s overview.Service) overview.Schedule {
	switch {
	case s.Status == "DIGITAL":
		return overview.IsDigital
	case s.Next == "BORTFALLER":
		return overview.Dropped
	case s.Planned == nil:
		return overview.Undated
	case s.Planned.Year <= f.s.Year:
		return overview.PastDue
	default:
		return overview.Ahead
	}
}

// needs gathers who wants whose information.
func (f *fold) needs() {
	for _, r := range f.rows("gjenbruk") {
		n := f.seen.needs.at(matched(r.text("kilde"))+"\x00"+matched(r.text("informasjon")),
			overview.Need{Holder: r.text("kilde"), Information: r.text("informasjon"), Form: f.form})
		switch r.text("gjenbrukes") {
		case "JA":
			n.Reuses = once(n.Reuses, f.org)
		case "DELVIS":
			n.Partly = once(n.Partly, f.org)
		case "NEI":
			n.Waits = once(n.Waits, f.org)
		default:
			n.Unstated = once(n.Unstated, f.org)
		}
	}
}

// changes gathers the wishes for each regulation, by whose it is.
func (f *fold) changes() {
	for _, r := range f.rows("regelverk") {
		c := f.seen.changes.at(matched(r.text("ansvarlig"))+"\x00"+matched(r.text("regelverk")),
			overview.Change{Owner: r.text("ansvarlig"), Regulation: r.text("regelverk"), Form: f.form})
		c.Wishes = append(c.Wishes, overview.Wish{OrgNr: f.org, Need: r.text("behov"), Status: r.text("status")})
	}
}

func (f *fold) plans() {
	for _, r := range f.rows("planer") {
		p := overview.Plan{OrgNr: f.org, Title: r.text("tittel"), Type: r.text("type"), Adopted: r.date("vedtatt_dato"), Until: r.date("gjelder_til")}
		p.Force = force(p, report.Date{Year: f.s.Year, Month: 12, Day: 31})
		f.s.Plans = append(f.s.Plans, p)
	}
}

// force tells whether a plan holds on the last day of the report year.
func force(p overview.Plan, last report.Date) overview.Force {
	switch {
	case p.Adopted != nil && last.Before(*p.Adopted):
		return overview.Later
	case p.Until != nil && p.Until.Before(last):
		return overview.Expired
	case p.Until != nil:
		return overview.InForce
	case p.Adopted != nil:
		return overview.Open
	default:
		return overview.Unknown
	}
}

// finish puts every list in its order.
func (f *fold) finish() {
	s, seen := f.s, f.seen
	s.Classes, s.Gains = seen.classes(), seen.gains
	for _, a := range f.ordered {
		s.Uses = append(s.Uses, *a)
	}
	byAmount := func(a, b overview.Area) int { return greatest(a.Amount, b.Amount) }
	slices.SortStableFunc(s.Uses, byAmount)
	s.Uses = append(s.Uses, seen.areas.ordered(byAmount)...)
	slices.SortStableFunc(s.Services, func(a, b overview.Service) int { return greatest(orNothing(a.Potential), orNothing(b.Potential)) })
	s.Chains = f.linked()
	s.Needs = seen.needs.ordered(none)
	s.Changes = seen.changes.ordered(none)
	s.Demands = seen.demanded()
	s.Doubles = seen.doubles(s.Chains)
	s.Medians, s.Outliers = seen.outliers()
}

// orNothing is an amount to sort by.
func orNothing(k *report.Kroner) report.Kroner {
	if k == nil {
		return report.Kroner{}
	}
	return *k
}
