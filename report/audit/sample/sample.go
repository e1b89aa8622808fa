// Package sample draws a monetary unit sample of a report's amounts: the list of
// what an auditor vouches, in which every øre has the same chance of being chosen.
//
// The method is the systematic value-weighted selection of ISA 530, appendix 1
// ("value-weighted selection", where the sampling unit is the monetary unit) and
// appendix 4 (b) and (c). ISA 530 leaves the details to the auditor. Ours can be
// done again by hand, from the report's JSON alone:
//
//  1. The items are the amounts in kroner that the line «rest» of the bridge rests
//     on, before anything is netted: the extracted gain of every gain that counts,
//     and every cell in kroner that is added or deducted afterwards (running cost,
//     earlier reported, one-off costs, frame cuts, reallocations). Net figures are
//     no items, since a large gain less a large cost would hide as a small amount,
//     and neither is co-financing, which is computed from the gains alone. Gains that
//     do not count, and planned ones, cannot misstate the bridge and are left out.
//  2. The book value of an item is its amount without its sign, in whole øre, half
//     away from zero. An item below zero so has the chance that its size gives it.
//     An item of zero has none; the items of zero are counted, not dropped silently.
//  3. The items are put in order by sheet (by the code points of its name), row, and
//     column, and their book values are added up.
//  4. The interval is the sum of the book values ÷ the sample size, rounded down to
//     a whole øre, at least 1. The list may therefore have a hit more than was asked.
//  5. The start is (SHA-256 of the seed, a line feed, and the data hash of the
//     workbook in hex, read as one whole number) modulo the interval, plus 1:
//     a whole øre from 1 to the interval.
//  6. The hits are the start and every interval after it, up to the sum. An item is
//     chosen when a hit falls in its part of the sum: above the sum before it, up to
//     the sum with it. An item of at least the interval is therefore always chosen,
//     perhaps by more than one hit.
//
// What is missing from the workbook cannot be chosen: the list is a test of what is
// reported, not of what was left out.
package sample

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"math/big"

	"gevinst/report"
	"gevinst/report/batch"
)

// Sample is the list with everything that it takes to draw it again.
type Sample struct {
	Seed     string        // the auditor's own words, "" where none were given
	Data     string        // SHA-256 of the workbook's data, in hex
	Asked    int           // how many hits were asked for
	Sum      report.Kroner // of the book values
	Interval report.Kroner
	Start    report.Kroner
	Digest   string  // SHA-256 of seed, line feed and data hash, in hex
	Kinds    []Kind  // what the population is made of
	Chosen   []Chose // in the order of the population; none where the sum is zero
	Hits     int
}

// Kind is one kind of item and what there is of it.
type Kind struct {
	Operand string // as the report's JSON names it: "uttatt", "varig_driftskostnad_kr"
	Name    string // in the report's language
	Items   int
	Zero    int           // of the items, those that cannot be chosen
	Below   int           // of the items, those below zero
	Net     report.Kroner // as the ledger adds it up, with signs
	Book    report.Kroner // the sum of the book values
}

// Chose is an item that was chosen.
type Chose struct {
	Item
	Book    report.Kroner // without sign, in whole øre
	UpTo    report.Kroner // the sum of the book values with this one
	Hit     report.Kroner // the first hit in it
	Hits    int
	Certain bool // at least the interval, so that no seed leaves it out
}

// ErrSize says that a sample of less than one was asked for.
var ErrSize = errors.New("a sample has at least one hit")

// Draw draws a sample of so many hits from a report. A report without amounts, or
// with nothing but zeros, gives a sample that is empty.
func Draw(d *batch.Document, size int, seed string) (*Sample, error) {
	return drawFrom(Population(d), size, seed, d.Source.Data)
}

func drawFrom(items []Item, size int, seed, data string) (*Sample, error) {
	if size < 1 {
		return nil, ErrSize
	}
	items = ordered(items)
	sum := new(big.Int)
	for _, it := range items {
		sum.Add(sum, it.book())
	}
	digest := sha256.Sum256([]byte(seed + "\n" + data))
	s := &Sample{Seed: seed, Data: data, Asked: size, Sum: kroner(sum), Digest: hex.EncodeToString(digest[:]), Kinds: kinds(items)}
	if sum.Sign() == 0 {
		return s, nil
	}
	r := rungs{interval: interval(sum, size)}
	r.start = startOf(digest, r.interval)
	s.Interval, s.Start = kroner(r.interval), kroner(r.start)
	s.choose(items, r)
	return s, nil
}

// interval is the sum ÷ the sample size in whole øre, at least one.
func interval(sum *big.Int, size int) *big.Int {
	i := new(big.Int).Quo(sum, big.NewInt(int64(size)))
	if i.Sign() == 0 {
		i.SetInt64(1)
	}
	return i
}

// startOf is the first hit, from 1 to the interval. A hash has so many more values
// than an interval that none of them is favoured by more than one in 10⁵⁰.
func startOf(digest [sha256.Size]byte, interval *big.Int) *big.Int {
	start := new(big.Int).SetBytes(digest[:])
	start.Mod(start, interval)
	return start.Add(start, big.NewInt(1))
}

func (s *Sample) choose(items []Item, r rungs) {
	before := new(big.Int)
	for _, it := range items {
		book := it.book()
		upTo := new(big.Int).Add(before, book)
		first, next := r.until(before), r.until(upTo)
		if hits := next - first; hits > 0 {
			s.Chosen = append(s.Chosen, Chose{it, kroner(book), kroner(upTo), kroner(r.at(first)), hits, book.Cmp(r.interval) >= 0})
			s.Hits += hits
		}
		before = upTo
	}
}

// rungs is the hits: the start and every interval after it, in øre.
type rungs struct{ start, interval *big.Int }

// until is how many hits there are up to a sum, it included. There are never more
// than twice as many as were asked for, so an int has room.
func (r rungs) until(sum *big.Int) int {
	if sum.Cmp(r.start) < 0 {
		return 0
	}
	n := new(big.Int).Sub(sum, r.start)
	return int(n.Quo(n, r.interval).Int64()) + 1
}

// at is the hit with a number from 0.
func (r rungs) at(n int) *big.Int {
	at := new(big.Int).Mul(r.interval, big.NewInt(int64(n)))
	return at.Add(at, r.start)
}

func kinds(items []Item) []Kind {
	var all []Kind
	at := map[string]int{}
	for _, it := range items {
		i, known := at[it.Operand]
		if !known {
			i = len(all)
			at[it.Operand] = i
			all = append(all, Kind{Operand: it.Operand, Name: it.Name})
		}
		k := &all[i]
		k.Items++
		k.Net, k.Book = k.Net.Add(it.Amount), k.Book.Add(kroner(it.book()))
		switch it.book().Sign() {
		case 0:
			k.Zero++
		default:
			if it.Amount.Sign() < 0 {
				k.Below++
			}
		}
	}
	return all
}
