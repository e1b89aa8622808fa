package sector_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"gevinst/report/audit/printed"
)

// linked is what agencies say of each other: chains, information, regulation, plans.
func (a *again) linked() []sheet {
	return append([]sheet{a.chainSheet(), a.information(), a.regulation()}, a.strategies()...)
}

// chainTold is what is said of a chain: by whom, of whom, and who is responsible.
type chainTold struct {
	name        string
	responsible map[string][]string // by who says it
	partners    map[string][]string // the same
	names       map[string]string   // of partners, by number or name
}

func (a *again) told() map[string]*chainTold {
	all := map[string]*chainTold{}
	each(a.now, "tjenestekjeder", func(r raw, v map[string]string) {
		key := alike(v["kjede_navn"])
		if all[key] == nil {
			all[key] = &chainTold{v["kjede_navn"], map[string][]string{}, map[string][]string{}, map[string]string{}}
		}
		c := all[key]
		partner := v["partner_orgnr"]
		if partner == "" {
			partner = alike(v["partner_navn"])
		}
		c.names[partner] = v["partner_navn"]
		if !slices.Contains(c.partners[r.org], partner) {
			c.partners[r.org] = append(c.partners[r.org], partner)
		}
		if !slices.Contains(c.responsible[r.org], v["ansvarlig"]) {
			c.responsible[r.org] = append(c.responsible[r.org], v["ansvarlig"])
		}
	})
	for _, c := range all {
		for org := range c.partners {
			c.names[org] = ""
		}
		for _, r := range a.now {
			if _, ok := c.names[r.org]; ok {
				c.names[r.org] = r.name
			}
		}
	}
	return all
}

func (a *again) chainSheet() sheet {
	s := sheet{caption: "Tjenestekjedene og hva hver part svarer"}
	all := a.told()
	for _, key := range slices.Sorted(maps.Keys(all)) {
		c := all[key]
		s.rows = append(s.rows, []string{strings.Join(strings.Fields(c.name), " ")})
		for _, party := range slices.Sorted(maps.Keys(c.names)) {
			answer, against := a.answer(c, party)
			who := nothing
			if len(c.responsible[party]) > 0 {
				who = and(c.responsible[party])
			}
			s.rows = append(s.rows, []string{c.names[party], answer, who, list(against)})
		}
	}
	return s
}

// answer is what a party says of those who name it, and whom it contradicts.
func (a *again) answer(c *chainTold, party string) (answer string, against []string) {
	named := false
	for _, org := range slices.Sorted(maps.Keys(c.partners)) {
		if !slices.Contains(c.partners[org], party) {
			continue
		}
		named = true
		if c.partners[party] == nil {
			continue
		}
		common := slices.ContainsFunc(c.responsible[org], func(who string) bool { return slices.Contains(c.responsible[party], who) })
		if !common || !slices.Contains(c.partners[party], org) {
			against = append(against, c.names[org])
		}
	}
	reports := slices.ContainsFunc(a.now, func(r raw) bool { return r.org == party })
	switch {
	case !named:
		return "Ikke nevnt av andre", nil
	case against != nil:
		return "Motsier", against
	case c.partners[party] != nil:
		return "Bekrefter", nil
	case reports:
		return "Taus", nil
	default:
		return "Ingen rapport", nil
	}
}

// bundles groups rows by two columns, in the order of their words.
func (a *again) bundles(table, first, second string) (keys []string, by map[string][]bundled) {
	by = map[string][]bundled{}
	each(a.now, table, func(r raw, v map[string]string) {
		key := alike(v[first]) + "\x00" + alike(v[second])
		by[key] = append(by[key], bundled{r.name, v})
	})
	return slices.Sorted(maps.Keys(by)), by
}

type bundled struct {
	agency string
	v      map[string]string
}

// information is who waits for whose.
func (a *again) information() sheet {
	s := sheet{caption: "Hvem som venter på hvilken informasjon, etter hvem som har den"}
	keys, by := a.bundles("gjenbruk", "kilde", "informasjon")
	holder := ""
	for _, key := range keys {
		v := by[key][0].v
		if v["kilde"] != holder {
			holder = v["kilde"]
			s.rows = append(s.rows, []string{holder})
		}
		who := map[string][]string{}
		for _, b := range by[key] {
			who[b.v["gjenbrukes"]] = append(who[b.v["gjenbrukes"]], b.agency)
		}
		s.rows = append(s.rows, []string{v["informasjon"], list(who["NEI"]), list(who["DELVIS"]), fmt.Sprint(len(who["JA"]))})
	}
	return s
}

// regulation is the wishes for each regulation by its owner, those alike as one.
func (a *again) regulation() sheet {
	s := sheet{caption: "Regelendringer etter hvem som har ansvaret"}
	keys, by := a.bundles("regelverk", "ansvarlig", "regelverk")
	owner := "\x00"
	for _, key := range keys {
		v := by[key][0].v
		if v["ansvarlig"] != owner {
			owner = v["ansvarlig"]
			title := owner
			if title == "" {
				title = "Ikke oppgitt"
			}
			s.rows = append(s.rows, []string{title})
		}
		var wishes []string
		who := map[string][]string{}
		for _, b := range by[key] {
			wish := b.v["behov"] + "\x00" + label(b.v["status"])
			if who[wish] == nil {
				wishes = append(wishes, wish)
			}
			who[wish] = append(who[wish], b.agency)
		}
		for _, wish := range wishes {
			need, status, _ := strings.Cut(wish, "\x00")
			s.rows = append(s.rows, []string{v["regelverk"], need, status, list(who[wish])})
		}
	}
	return s
}

// wishesAreCounted: a regulation that two are said to own is one regulation.
func (a *again) wishesAreCounted(t *testing.T, medium string, doc *printed.Document) {
	t.Helper()
	names, wishes, decided := map[string]bool{}, 0, 0
	each(a.now, "regelverk", func(_ raw, v map[string]string) {
		names[alike(v["regelverk"])] = true
		wishes++
		if v["status"] == "VEDTATT" {
			decided++
		}
	})
	want := fmt.Sprintf("Virksomhetene ønsker endringer i %d regelverk. Ønsker i alt: %d, vedtatt: %d.", len(names), wishes, decided)
	if !slices.ContainsFunc(doc.Blocks, func(b printed.Block) bool { return b.Words == want }) {
		t.Errorf("%s does not say: %s", medium, want)
	}
}

// strategies is the plans that have expired, and the others; those that end first first.
func (a *again) strategies() []sheet {
	end := fmt.Sprint(a.year, "-12-31")
	expired := sheet{caption: fmt.Sprint("Utløpt ved utgangen av ", a.year)}
	others := sheet{caption: fmt.Sprintf("Gjeldende ved utgangen av %d, eller uten kjent slutt", a.year)}
	type plan struct {
		until string
		cells []string
	}
	var gone, here []plan
	each(a.now, "planer", func(r raw, v map[string]string) {
		adopted, until, status := v["vedtatt_dato"], v["gjelder_til"], "Gjelder"
		switch {
		case adopted > end:
			status = "Gjelder senere"
		case until != "" && until < end:
			status = "Utløpt"
		case until == "" && adopted == "":
			status = "Uten datoer"
		case until == "":
			status = "Uten slutt"
		}
		p := plan{until, []string{r.name, v["tittel"], label(v["type"]), day(adopted), day(until), status}}
		if p.until == "" {
			p.until = "z" // last
		}
		if status == "Utløpt" {
			gone = append(gone, p)
		} else {
			here = append(here, p)
		}
	})
	for into, plans := range map[*sheet][]plan{&expired: gone, &others: here} {
		slices.SortStableFunc(plans, func(x, y plan) int { return strings.Compare(x.until, y.until) })
		for _, p := range plans[:min(len(plans), listed)] {
			into.rows = append(into.rows, p.cells)
		}
	}
	return []sheet{expired, others}
}
