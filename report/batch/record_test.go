package batch_test

import (
	"reflect"
	"slices"
	"testing"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/templates"
)

// TestRecordsHoldEveryColumn fills every field of a submission: a column that
// the records lack would be lost to whoever reads the JSON.
func TestRecordsHoldEveryColumn(t *testing.T) {
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	for _, spec := range sets {
		var s report.Submission
		fill(reflect.ValueOf(&s).Elem())
		answerAll(&s.Demands[0])
		records := batch.Records(&s)
		for _, sheet := range spec.Sheets {
			for _, column := range sheet.Columns {
				if len(records[sheet.Key]) == 0 || records[sheet.Key][0].Values[column.Key] == "" {
					t.Errorf("set %s: the records lack %s.%s", spec.Set, sheet.Key, column.Key)
				}
			}
		}
	}
}

// answerAll answers a question in a cell and in a table of every column.
func answerAll(d *report.Demand) {
	said := report.Answer{At: report.At{Row: 1, State: report.Known}, Kind: report.TextAnswer, Text: "x"}
	d.Answer = said
	d.Columns = slices.Repeat([]report.AnswerColumn{{Label: "x", Kind: report.TextAnswer}}, 6)
	d.Table = [][]report.Answer{slices.Repeat([]report.Answer{said}, 6)}
}

// fill makes every field known and gives every list one row.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Slice:
		if v.CanSet() && v.Type().Elem().Kind() == reflect.Struct {
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			fill(v.Index(0))
		}
	case reflect.Struct:
		if at := v.FieldByName("At"); at.IsValid() {
			at.Set(reflect.ValueOf(report.At{Row: 1, State: report.Known}))
			if value := v.FieldByName("Value"); value.Kind() == reflect.String {
				value.SetString("x")
			}
			return
		}
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				fill(v.Field(i))
			}
		}
	}
}

// TestRecordsSayWhatWasTyped holds the records of the example agency to what was
// filled in, but for a trailing zero that no cell keeps.
func TestRecordsSayWhatWasTyped(t *testing.T) {
	demo, err := templates.Demo("2017", report.NB)
	if err != nil {
		t.Fatal(err)
	}
	records := batch.Records(examined(t, func(report.Filling) {}).Outcome.Submission)
	for sheet, typed := range demo {
		if len(records[sheet]) != len(typed) {
			t.Fatalf("%s: %d records of %d rows", sheet, len(records[sheet]), len(typed))
		}
		for i, row := range typed {
			for column, value := range row {
				if got := records[sheet][i].Values[column]; got != value && got+"0" != value {
					t.Errorf("%s row %d: %s is %q, typed %q", sheet, i+1, column, got, value)
				}
			}
		}
	}
}
