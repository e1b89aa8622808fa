package ledger_test

import (
	"fmt"
	"testing"

	"gevinst/fixtures"
	"gevinst/report"
	"gevinst/report/ledger"
)

// BenchmarkCompute computes the ledger of an ordinary large workbook and of one
// with 100 000 gains.
func BenchmarkCompute(b *testing.B) {
	for _, gains := range []int{480, 100_000} {
		b.Run(fmt.Sprint(gains), func(b *testing.B) {
			sub := submission(b, gains)
			b.ReportAllocs()
			for b.Loop() {
				ledger.Compute(sub)
			}
		})
	}
}

// BenchmarkEntries derives every entry, as the JSON does.
func BenchmarkEntries(b *testing.B) {
	l := ledger.Compute(submission(b, 480))
	b.ReportAllocs()
	for b.Loop() {
		for range l.Entries() {
		}
	}
}

// BenchmarkExplain derives the last figure of the bridge down to every cell.
func BenchmarkExplain(b *testing.B) {
	l := ledger.Compute(submission(b, 480))
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := ledger.Explain(l, ledger.KeyRest); !ok {
			b.Fatal("the rest is not explained")
		}
	}
}

func submission(b *testing.B, gains int) *report.Submission {
	b.Helper()
	filling := fixtures.Typical(1)
	if gains != 480 {
		filling = fixtures.Large(gains)
	}
	return computed(spec(b), filling).Submission
}
