package sector_test

import (
	"context"
	"testing"

	"gevinst/report/sector"
	"gevinst/report/sector/overview"
)

func consolidated(t *testing.T, dir string, year int, o sector.Options) *overview.Sector {
	t.Helper()
	s, err := sector.Consolidate(context.Background(), read(t, dir), year, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestTwoAgencies(t *testing.T) {
	dir := t.TempDir()
	for _, org := range []string{one, two} {
		put(t, dir, org)
	}
	s := consolidated(t, dir, 2017, sector.Options{})
	if s.Sum.Reallocable.String() != "1768040.00" {
		t.Errorf("%s", s.Sum.Reallocable)
	}
}
