package batch_test

import (
	"strings"
	"testing"

	"gevinst/report/batch"
)

// TestAFileIsKnownByWhatItHolds names what somebody may take for the JSON of a report.
func TestAFileIsKnownByWhatItHolds(t *testing.T) {
	for content, want := range map[string]batch.Kind{
		`{"format": "gevinst-report/1", "entries": []}`:                      batch.IsReport,
		`{"format": "gevinst-report/2"}`:                                     batch.IsVersion,
		`{"year": 2017, "x": {"format": "y"}, "format": "gevinst-sector/1"}`: batch.IsSector,
		`{"//": "format", "b": "c", "format": "gevinst-profile/1"}`:          batch.IsProfile,
		`{"_type": "https://in-toto.io/Statement/v1", "subject": [{}]}`:      batch.IsManifest,
		`{"format": "gevinst-batch-status/1"}`:                               batch.IsBatch,
		`{"format": "gevinst-audit/1"}`:                                      batch.IsOutput,
		`{"$schema": "https://json-schema.org/draft/2020-12/schema"}`:        batch.IsSchema,
		`{"a": {"format": "gevinst-report/1"}}`:                              batch.IsForeign,
		`[{"format": "gevinst-report/1"}]`:                                   batch.IsForeign,
		`{"a": ["format", "gevinst-report/1"], "b": null}`:                   batch.IsForeign,
		`{"format": "gevinst-report/1", "entries": [{"k`:                     batch.IsCut,
		`{"format": "gevinst-report/1",`:                                     batch.IsCut,
		`["format", "gevinst-report/1"]`:                                     batch.IsForeign,
		`{"format" = "gevinst-report/1"}`:                                    batch.IsText,
		"hei":                                                                batch.IsText,
		"":                                                                   batch.IsEmpty,
		"\ufeff \n":                                                          batch.IsEmpty,
		"%PDF-1.7\n":                                                         batch.IsPDF,
		"\n<!DOCTYPE html><html>":                                            batch.IsHTML,
		"PK\x03\x04" + "\x00\x00\x00":                                        batch.IsZip,
	} {
		if kind, _ := batch.KindOf(strings.NewReader(content)); kind != want {
			t.Errorf("%q is taken for %q, want %q", content, kind, want)
		}
	}
	if _, format := batch.KindOf(strings.NewReader(`{"format": "gevinst-trace/1"}`)); format != "gevinst-trace/1" {
		t.Errorf("the format is given as %q", format)
	}
}
