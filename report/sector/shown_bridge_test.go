package sector_test

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"time"
)

// standing is who has reported, and whose report was approved after the deadline.
func (a *again) standing() []sheet {
	who := sheet{caption: "Virksomhetene og rapportene deres"}
	late := sheet{caption: "Godkjent etter fristen"}
	for _, r := range a.now {
		if len(a.now) <= listed {
			remark := nothing
			if r.warnings > 0 {
				remark = fmt.Sprint("Rapporten har ", r.warnings, " varsler.")
			}
			who.rows = append(who.rows, []string{r.name, grouped(r.org), "Endelig", strings.Replace(remark, " 1 varsler", " 1 varsel", 1)})
		}
		approved, _ := time.Parse(time.DateOnly, r.records["virksomhet"][0]["godkjent_dato"])
		if days := int(approved.Sub(time.Date(a.year+1, 2, 25, 0, 0, 0, 0, time.UTC)).Hours() / 24); days > 0 && len(late.rows) < listed {
			late.rows = append(late.rows, []string{r.name, approved.Format("02.01.2006"), fmt.Sprint(days)})
		}
	}
	who.rows = append(who.rows, []string{"Stanset tilsyn", "123 456 785", "Stanset av feil", "2 feil må rettes. Regler med funn: G-009 Avvik fra plan er forklart; T-003 Digitalisering er vurdert for hvert tiltak; M-001 departementets egen regel."},
		[]string{"Dobbelt etat", "701 730 496", "Flere ulike", "Sendte ulike arbeidsbøker for samme år, og ingen er brukt: a.xlsx og b.xlsx."},
		[]string{"Manglende etat", "940 155 223", "Mangler", nothing})
	unread := sheet{"Filer som ikke kan leses, og som ikke er med i noe tall", [][]string{{"uleselig.xlsx", "Filen er kryptert."}}}
	return []sheet{who, late, unread}
}

// calculation is the bridge summed and side by side, the costs, and year against year.
func (a *again) calculation() []sheet {
	return []sheet{a.summed(), a.sides(listed), a.costs(), a.years(), a.outcomes()}
}

// summed is each line of the bridge with the number of agencies that have something on it.
func (a *again) summed() sheet {
	s := sheet{caption: fmt.Sprintf("Fra nettogevinst til rest, summert over virksomhetene i %d. Tall i 1000 kroner", a.year)}
	for _, line := range [][2]string{{"A_tot", "Samlet nettogevinst"}, {"-V", "Rapportert i tidligere år"}, {"A", "Ny nettogevinst"}, {"A_midler", "– av dette budsjettmidler"},
		{"A_tid", "– av dette frigjort arbeidstid"}, {"-B1", "Medfinansiering"}, {"-C", "Engangskostnader"}, {"for_rammekutt", "Før rammekutt"}, {"-K", "Rammekutt"},
		{"R", "Etter rammekutt"}, {"udekket_rammekutt", "Udekket hos noen"}, {"omdisponerbart", "Omdisponerbart beløp"},
		{"omdisponerbart_midler", "– av dette budsjettmidler"}, {"-omdisponert", "Omdisponert"}, {"rest", "Rest"}} {
		total, n := new(big.Rat), 0
		for _, r := range a.now {
			k := r.line(line[0])
			total.Add(total, k)
			n += k.Sign() * k.Sign()
		}
		s.rows = append(s.rows, []string{line[1], fmt.Sprint(n), thousands(total)})
	}
	return s
}

// line is a line of an agency's bridge; a minus before its key turns its sign.
func (r raw) line(key string) *big.Rat {
	if key[0] == '-' {
		return negative(rat(r.bridge[key[1:]]))
	}
	return rat(r.bridge[key])
}

// ranked is the agencies by some figures, greatest first.
func ranked(all []raw, by ...func(raw) *big.Rat) []raw {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(x, y raw) int {
		for _, figure := range by {
			if n := figure(y).Cmp(figure(x)); n != 0 {
				return n
			}
		}
		return 0
	})
	return all
}

func lineOf(key string) func(raw) *big.Rat { return func(r raw) *big.Rat { return r.line(key) } }

// rows is a row an agency, those beyond most as one, and the sum of all.
func rows(all []raw, most int, figures ...func(raw) *big.Rat) [][]string {
	var out [][]string
	line := func(name string, of []raw) {
		cells := []string{name}
		for _, figure := range figures {
			total := new(big.Rat)
			for _, r := range of {
				total.Add(total, figure(r))
			}
			cells = append(cells, thousands(total))
		}
		out = append(out, cells)
	}
	for _, r := range all[:min(len(all), most)] {
		line(r.name, []raw{r})
	}
	if more := len(all) - most; more > 1 {
		line(fmt.Sprint(more, " andre virksomheter"), all[most:])
	} else if more == 1 {
		line("1 annen virksomhet", all[most:])
	}
	line("Sum", all)
	return out
}

func (a *again) sides(most int) sheet {
	all := ranked(a.now, lineOf("omdisponerbart"), lineOf("R"))
	var figures []func(raw) *big.Rat
	for _, key := range []string{"A", "-B1", "-C", "-K", "udekket_rammekutt", "omdisponerbart", "omdisponerbart_midler", "-omdisponert", "rest"} {
		figures = append(figures, lineOf(key))
	}
	return sheet{fmt.Sprintf("Regnestykket for hver virksomhet i %d. Tall i 1000 kroner", a.year), rows(all, most, figures...)}
}

// running is the permanent running cost of the gains that count, from their very rows;
// oneOff and cut are the costs and cuts of the year from theirs.
func (r raw) running() *big.Rat {
	total := new(big.Rat)
	for n, g := range r.gains {
		if g["counts"] == true {
			total.Add(total, rat(r.records["gevinster"][n]["varig_driftskostnad_kr"]))
		}
	}
	return total
}

func (a *again) costs() sheet {
	year := fmt.Sprint(a.year)
	oneOff := func(r raw) *big.Rat {
		total := new(big.Rat)
		for _, v := range r.records["engangskostnader"] {
			if v["aar"] == year {
				total.Add(total, rat(v["belop_kr"]))
			}
		}
		return total
	}
	cut := func(r raw) *big.Rat {
		total := new(big.Rat)
		if r.records["virksomhet"][0]["trekk_rammekutt"] == "NEI" {
			return total
		}
		for _, v := range r.records["bevilgning"] {
			total.Add(total, rat(v["abe_kutt_kr"]))
		}
		for _, v := range r.records["budsjettuttak"] {
			if v["aar"] == year && v["type"] == "ANNET_RAMMEKUTT" {
				total.Add(total, rat(v["belop_kr"]))
			}
		}
		return total
	}
	all := func(r raw) *big.Rat {
		total := new(big.Rat)
		for _, figure := range []func(raw) *big.Rat{raw.running, oneOff, cut, lineOf("B1")} {
			total.Add(total, new(big.Rat).Abs(figure(r)))
		}
		return total
	}
	with := slices.DeleteFunc(ranked(a.now, all), func(r raw) bool { return all(r).Sign() == 0 })
	return sheet{fmt.Sprintf("Driftskostnader, engangskostnader og kutt i %d. Tall i 1000 kroner", a.year), rows(with, listed, raw.running, oneOff, cut, lineOf("B1"))}
}

func (a *again) years() sheet {
	then := func(key string) func(raw) *big.Rat {
		return func(r raw) *big.Rat { return a.last[r.org].line(key) }
	}
	both := slices.DeleteFunc(ranked(a.now, lineOf("A")), func(r raw) bool { return a.last[r.org].org == "" })
	change := func(r raw) *big.Rat { return new(big.Rat).Sub(r.line("A"), a.last[r.org].line("A")) }
	return sheet{"Virksomheter som er kjent i begge år. Tall i 1000 kroner",
		rows(both, listed, then("A"), lineOf("A"), change, then("omdisponerbart"), lineOf("omdisponerbart"))}
}
