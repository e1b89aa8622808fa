package pdf_test

import (
	"math/big"
	"slices"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/chapter/chaptertest"
	"gevinst/report/ledger"
	"gevinst/report/text"
)

// shown is a section with the ledger that it tells.
type shown struct {
	lang    report.Lang
	chapter *chapter.Chapter
	ledger  *ledger.Ledger
}

// shownSections is the example agency, and agencies whose figures try a table: below
// zero, below a thousand, none at all; each language is among them. Poppler takes half
// a minute over a long structure, so that with -short there is only a small one.
func shownSections(t *testing.T) map[string]shown {
	t.Helper()
	all := map[string]shown{}
	add := func(name string, lang report.Lang, filling report.Filling) {
		in := chaptertest.Input(t, lang, filling)
		in.Words = lang
		all[name+" "+string(lang)] = shown{lang, chapter.Compose(in), in.Ledger}
	}
	add("small", report.NB, chaptertest.Small())
	if testing.Short() {
		return all
	}
	add("hostile", report.NN, chaptertest.Hostile())
	add("demo", report.NB, chaptertest.DemoFilling(t, report.NB))
	add("small", report.EN, chaptertest.Small())
	return all
}

// TestFiguresAreFound looks at sections through the eyes of other programs. The
// file is sound. Every cell of every table is found in the structure, in its own
// table, row and column, and every row with figures on a line of the page. The
// ledger's amounts, which are not taken from the chapter, stand in the row and
// column of their names.
func TestFiguresAreFound(t *testing.T) {
	for name, s := range shownSections(t) {
		t.Run(name, func(t *testing.T) {
			path := stored(t, s.chapter)
			sound(t, path)
			tables := heardTables(t, path)
			tablesAreFound(t, s, tables, seenLines(t, path))
			ledgerIsShown(t, s, tables)
		})
	}
}

func tablesAreFound(t *testing.T, s shown, tables []heard, lines []string) {
	t.Helper()
	for _, b := range s.chapter.Blocks {
		table, ok := b.(*chapter.Table)
		if !ok {
			continue
		}
		if len(tables) == 0 {
			t.Fatalf("%s is not in the structure", table.Label)
		}
		sameTable(t, table, tables[0])
		tables = tables[1:]
		lines = afterRows(t, table, lines)
	}
	if len(tables) > 0 {
		t.Errorf("%d tables too many are in the structure", len(tables))
	}
}

func sameTable(t *testing.T, want *chapter.Table, got heard) {
	t.Helper()
	if caption := spaced(want.Label + " " + want.Caption); spaced(got.caption) != caption {
		t.Fatalf("the caption %q is read as %q", caption, got.caption)
	}
	if len(got.rows) != len(want.Rows)+1 {
		t.Fatalf("%s has %d rows, %d are read", want.Label, len(want.Rows), len(got.rows)-1)
	}
	for i, r := range want.Rows {
		if r.Kind == chapter.Group {
			continue
		}
		for j, cell := range r.Cells {
			read := strings.ReplaceAll(spaced(got.rows[i+1][j]), " ", "")
			if want := strings.ReplaceAll(spaced(cell.Plain()), " ", ""); read != want {
				t.Errorf("%s, row %d, column %d: %q is read as %q", got.caption, i+1, j+1, cell.Plain(), read)
			}
		}
	}
}

// afterRows finds the rows with figures on the lines, in their order, and returns
// the lines that are left.
func afterRows(t *testing.T, table *chapter.Table, lines []string) []string {
	t.Helper()
	for i, r := range table.Rows {
		var figures []string
		for j, cell := range r.Cells {
			if table.Columns[j].Kind == chapter.Figures && r.Kind != chapter.Group && cell.Plain() != "" {
				figures = append(figures, spaced(cell.Plain()))
			}
		}
		if len(figures) == 0 {
			continue
		}
		label, _, _ := strings.Cut(spaced(r.Cells[0].Plain()), " ")
		at := slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, label) && inOrder(l, figures) })
		if at < 0 {
			t.Fatalf("%s: row %d, %q with %q, is on no line", table.Label, i+1, label, figures)
		}
		lines = lines[at+1:]
	}
	return lines
}

func inOrder(line string, parts []string) bool {
	for _, p := range parts {
		_, rest, ok := strings.Cut(line, p)
		if !ok {
			return false
		}
		line = rest
	}
	return true
}

func ledgerIsShown(t *testing.T, s shown, tables []heard) {
	t.Helper()
	voice, err := text.For(s.lang)
	if err != nil {
		t.Fatal(err)
	}
	if table, ok := withHead(tables, voice.Say("chapter.col.line")); ok {
		bridgeIsShown(t, s, voice, table)
	} else if s.ledger.Bridge.Total.Sign() != 0 {
		t.Error("there is no bridge")
	}
	if table, ok := withHead(tables, voice.Say("chapter.col.gross")); ok {
		gainsAreShown(t, s, table)
	} else if s.ledger.Bridge.Total.Sign() != 0 {
		t.Error("there is no table of own gains")
	}
}

func withHead(tables []heard, title string) (heard, bool) {
	i := slices.IndexFunc(tables, func(h heard) bool { return slices.Contains(h.rows[0], title) })
	if i < 0 {
		return heard{}, false
	}
	return tables[i], true
}

func bridgeIsShown(t *testing.T, s shown, voice *text.Voice, table heard) {
	t.Helper()
	b := s.ledger.Bridge
	rows := table.rows[1:]
	for _, line := range []struct {
		key    string
		amount report.Kroner
	}{
		{"total", b.Total}, {"earlier", b.Earlier.Neg()}, {"new", b.New}, {"money", b.Money}, {"time", b.Time}, {"cofinance", b.CoFinance.Neg()},
		{"oneoff", b.OneOff.Neg()}, {"beforecut", b.BeforeCut}, {"framecut", b.FrameCut.Neg()}, {"reallocable", b.Reallocable},
		{"reallocmoney", b.ReallocMoney}, {"used", b.Used.Neg()}, {"rest", b.Rest},
	} {
		label := voice.Say("chapter.bridge." + line.key)
		i := slices.IndexFunc(rows, func(r []string) bool { return spaced(r[0]) == spaced(label) })
		if i < 0 {
			t.Fatalf("no row %q below the one before it", label)
		}
		if printed := rows[i][len(rows[i])-1]; !tells(printed, line.amount, s.lang) {
			t.Errorf("%s is %s kr, but the row says %q thousand", label, line.amount, printed)
		}
		rows = rows[i+1:]
	}
}

func gainsAreShown(t *testing.T, s shown, table heard) {
	t.Helper()
	n := 0
	for _, l := range s.ledger.Gains {
		if l.Measure == nil || !ledger.Own(l.Gain) || !ledger.Realised(l.Measure) {
			continue
		}
		n++
		i := slices.IndexFunc(table.rows, func(r []string) bool { return spaced(r[0]) == l.Gain.ID.Value })
		if i < 0 {
			t.Errorf("%s has no row", l.Gain.ID.Value)
			continue
		}
		for j, amount := range []*report.Kroner{2: l.Gross, 3: l.Taken, 4: l.Net, 5: l.Earlier} {
			if amount == nil {
				continue
			}
			if printed := table.rows[i][j]; !tells(printed, *amount, s.lang) {
				t.Errorf("%s, %s: %s kr is printed as %q thousand", l.Gain.ID.Value, table.rows[0][j], *amount, printed)
			}
		}
	}
	if n == 0 {
		t.Error("the table of own gains is empty")
	}
}

// tells tells whether a printed number of thousands is the amount, rounded to the
// digits that are printed and half away from zero.
func tells(printed string, amount report.Kroner, lang report.Lang) bool {
	point, group := ",", "\u00a0"
	if lang == report.EN {
		point, group = ".", ","
	}
	plain := strings.NewReplacer(group, "", " ", "", "\u202f", "", "−", "-", point, ".").Replace(spaced(printed))
	said, ok := new(big.Rat).SetString(plain)
	if !ok {
		return false
	}
	_, decimals, _ := strings.Cut(plain, ".")
	unit := new(big.Rat).SetFrac(big.NewInt(1000), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(len(decimals))), nil))
	off := new(big.Rat).Sub(new(big.Rat).Mul(said, big.NewRat(1000, 1)), rat(amount))
	off.Quo(off, unit) // in units of the last printed digit
	half := big.NewRat(1, 2)
	if off.Sign()*rat(amount).Sign() < 0 {
		return new(big.Rat).Abs(off).Cmp(half) < 0 // rounded towards zero: less than a half
	}
	return new(big.Rat).Abs(off).Cmp(half) <= 0
}

func rat(k report.Kroner) *big.Rat {
	r, _ := new(big.Rat).SetString(k.Decimal().String())
	return r
}
