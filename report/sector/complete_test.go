package sector_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"path/filepath"
	"testing"

	"gevinst/report/batch"
	"gevinst/report/sector"
	"gevinst/report/sector/sectortest"
)

// TestWhatIsMissingIsNeverZero takes one thing at a time out of a report by hand, and
// makes it null: each amount of the bridge, and whatever else must be there.
func TestWhatIsMissingIsNeverZero(t *testing.T) {
	var b bytes.Buffer
	if err := batch.WriteJSON(&b, of(t, one1, "2017")); err != nil {
		t.Fatal(err)
	}
	var whole map[string]any
	if err := json.Unmarshal(b.Bytes(), &whole); err != nil {
		t.Fatal(err)
	}
	paths := [][]any{{"gains", 0, "counts"}, {"measures", 0, "new_net"}, {"counts", "findings", "warnings"}, {"source", "sha256"}, {"tool", "version"},
		{"records", "tiltak", 0, "row"}, {"findings"}, {"records"}}
	for line := range whole["bridge"].(map[string]any) {
		paths = append(paths, []any{"bridge", line})
	}
	for _, path := range paths {
		for _, null := range []bool{false, true} {
			err := refusedWithout(t, b.Bytes(), path, null)
			var refusal *sector.Refusal
			if !errors.As(err, &refusal) || refusal.Reason != sector.Incomplete {
				t.Errorf("without %v, null %v: %v", path, null, err)
			}
		}
	}
}

// refusedWithout folds a report without what lies at a path.
func refusedWithout(t *testing.T, report []byte, path []any, null bool) error {
	t.Helper()
	var d any
	if err := json.Unmarshal(report, &d); err != nil {
		t.Fatal(err)
	}
	at := d
	for _, step := range path[:len(path)-1] {
		if i, list := step.(int); list {
			at = at.([]any)[i]
		} else {
			at = at.(map[string]any)[step.(string)]
		}
	}
	last := path[len(path)-1].(string)
	if at.(map[string]any)[last] = nil; !null {
		delete(at.(map[string]any), last)
	}
	changed, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	sectortest.PutFile(t, filepath.Join(dir, one1+"-2017.json"), changed)
	r, err := sector.Read(context.Background(), dir)
	if err == nil {
		_, err = sector.Consolidate(context.Background(), r, 2017, sector.Options{})
	}
	return err
}

// TestWhatCountsHasAnAmount: a gain that counts without a net gain is no gain of ours.
func TestWhatCountsHasAnAmount(t *testing.T) {
	d := of(t, one1, "2017")
	d.Gains[0].New = nil
	dir := t.TempDir()
	sectortest.Put(t, dir, d)
	_, err := sector.Consolidate(context.Background(), read(t, dir), 2017, sector.Options{})
	var refusal *sector.Refusal
	if !errors.As(err, &refusal) || refusal.Reason != sector.Broken {
		t.Errorf("%v", err)
	}
}
