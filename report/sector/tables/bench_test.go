package tables_test

import (
	"context"
	"fmt"
	"io"
	"iter"
	"slices"
	"testing"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/sector/tables"
)

// many is so many reports with twenty gains each, made of one as they are asked for.
func many(t testing.TB, agencies int) iter.Seq2[*batch.Document, error] {
	all := sample(t)
	one := *all[len(all)-1]
	gains, rows := one.Gains, one.Records["gevinster"]
	for len(gains) < 20 {
		gains, rows = append(slices.Clip(gains), gains[0]), append(slices.Clip(rows), rows[0])
	}
	gains, rows = slices.Clone(gains[:20]), slices.Clone(rows[:20])
	for i := range gains {
		gains[i].Row, rows[i].Row = 5+i, 5+i
	}
	one.Gains = gains
	records := map[string][]batch.Row{}
	for key, value := range one.Records {
		records[key] = value
	}
	records["gevinster"], one.Records = rows, records
	return func(yield func(*batch.Document, error) bool) {
		for i := range agencies {
			d := one
			number := fmt.Sprint(300_000_000 + i)
			d.Agency.OrgNr = &number
			if !yield(&d, nil) {
				return
			}
		}
	}
}

// BenchmarkTables builds and writes everything for sectors of two sizes; an
// iteration costs the same for each agency, and no more memory for more of them.
func BenchmarkTables(b *testing.B) {
	for _, agencies := range []int{500, 10_000} {
		b.Run(fmt.Sprint(agencies), func(b *testing.B) {
			reports := many(b, agencies)
			b.ResetTimer()
			for b.Loop() {
				made, err := tables.Build(context.Background(), tables.Order{Spec: spec(b), Voice: voice(b, report.NB), Reports: reports})
				if err != nil {
					b.Fatal(err)
				}
				for _, output := range made.Outputs(context.Background(), "") {
					if err := output.Write(io.Discard); err != nil {
						b.Fatal(err)
					}
				}
				if err := made.Close(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(agencies), "µs/agency")
		})
	}
}
