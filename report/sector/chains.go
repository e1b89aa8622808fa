package sector

import (
	"slices"
	"strings"

	"gevinst/report"
	"gevinst/report/sector/overview"
)

// chain is what agencies say of one chain. It is known by its name, since its id is
// each agency's own; by the id only where it has no name.
type chain struct {
	name string
	form report.Lang
	said map[string]*side // by organisation number of who says it
}

// side is what one agency says of a chain.
type side struct {
	responsible []string
	partners    []partner
}

type partner struct{ orgNr, name string }

// key finds a partner again: by number, else by name.
func (p partner) key() string {
	if p.orgNr != "" {
		return p.orgNr
	}
	return matched(p.name)
}

func (f *fold) chains() {
	for _, r := range f.rows("tjenestekjeder") {
		name := r.text("kjede_navn")
		if name == "" {
			name = r.text("kjede_id")
		}
		c := f.seen.chains.at(matched(name), chain{name: name, form: f.form, said: map[string]*side{}})
		if c.said[f.org] == nil {
			c.said[f.org] = &side{}
		}
		s := c.said[f.org]
		if who := r.text("ansvarlig"); who != "" {
			s.responsible = once(s.responsible, who)
		}
		p := partner{r.text("partner_orgnr"), r.text("partner_navn")}
		if p.key() != "" && p.orgNr != f.org && !s.names(p.key()) {
			s.partners = append(s.partners, p)
		}
	}
}

func (s *side) names(key string) bool {
	return slices.ContainsFunc(s.partners, func(p partner) bool { return p.key() == key })
}

// linked is every chain once, with the answer of each party.
func (f *fold) linked() []overview.Chain {
	var all []overview.Chain
	for _, c := range f.seen.chains.ordered(none) {
		out := overview.Chain{Name: c.name, Form: c.form}
		for _, p := range f.parties(c) {
			out.Parties = append(out.Parties, f.party(c, p))
		}
		all = append(all, out)
	}
	return all
}

// parties is who reports the chain or is named in it, by key.
func (f *fold) parties(c chain) []partner {
	known := map[string]partner{}
	for org, s := range c.said {
		known[org] = partner{org, f.nameOf(org)}
		for _, p := range s.partners {
			if _, ok := known[p.key()]; !ok || p.name < known[p.key()].name {
				known[p.key()] = partner{p.orgNr, p.name}
			}
		}
	}
	var all []partner
	for _, p := range known {
		if name := f.nameOf(p.orgNr); name != "" {
			p.name = name
		}
		all = append(all, p)
	}
	slices.SortFunc(all, func(a, b partner) int { return strings.Compare(a.key(), b.key()) })
	return all
}

func (f *fold) nameOf(org string) string {
	if a := f.s.Find(org); a != nil {
		return a.Name
	}
	return ""
}

func (f *fold) party(c chain, p partner) overview.Party {
	own := c.said[p.key()]
	out := overview.Party{OrgNr: p.orgNr, Name: p.name, Reports: own != nil}
	for org, s := range c.said {
		if s.names(p.key()) {
			out.NamedBy = append(out.NamedBy, org)
			if own != nil && against(own, s, org) {
				out.Against = append(out.Against, org)
			}
		}
	}
	slices.Sort(out.NamedBy)
	slices.Sort(out.Against)
	if own != nil {
		out.Responsible = own.responsible
	}
	out.Answer = f.answer(out)
	return out
}

// against tells whether what an agency says contradicts what another, org, says of
// it: the other is not among its partners, or both name someone responsible and
// name nobody in common.
func against(own, other *side, org string) bool {
	if !own.names(org) {
		return true
	}
	return len(own.responsible) > 0 && len(other.responsible) > 0 && !slices.ContainsFunc(own.responsible, func(a string) bool {
		return slices.ContainsFunc(other.responsible, func(b string) bool { return matched(a) == matched(b) })
	})
}

func (f *fold) answer(p overview.Party) overview.ChainAnswer {
	agency := f.s.Find(p.OrgNr)
	switch {
	case p.Reports && len(p.NamedBy) == 0:
		return overview.Unnamed
	case len(p.Against) > 0:
		return overview.Contradicts
	case p.Reports:
		return overview.Confirms
	case agency != nil && agency.Report != nil:
		return overview.Silent
	default:
		return overview.Outside
	}
}
