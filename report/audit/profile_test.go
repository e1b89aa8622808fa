package audit_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
	"gevinst/report/audit"
	"gevinst/report/batch"
	"gevinst/report/profile"
	"gevinst/report/text"
	"gevinst/report/workbook"
	"gevinst/templates"
)

// ordering is a ministry's profile that reaches into everything it may: a question,
// a table, a threshold that stands in a locked formula, areas that stand on the lists.
const ordering = `{"format": "gevinst-profile/1", "ministry": "Eksempeldepartementet",
 "agencies": [{"orgnr": "123456785", "name": "Eksempeletaten", "group": "store"}],
 "questions": [{"id": "D1", "kind": "BELOP", "text": {"nb": "Hva kostet det?", "nn": "Kva kosta det?"}},
  {"id": "D2", "kind": "TABELL", "text": {"nb": "Hvilke løsninger?", "nn": "Kva løysingar?"},
   "columns": [{"label": {"nb": "Løsning", "nn": "Løysing"}, "kind": "TEKST"}, {"label": {"nb": "Kostnad", "nn": "Kostnad"}, "kind": "BELOP"}]}],
 "areas": [{"nb": "Tilsyn", "nn": "Tilsyn"}],
 "thresholds": {"deviation_pst": "15"},
 "rules": [{"id": "M-001", "field": "gevinster.uttaksgrad_pst", "must": "ge", "limit": "90", "severity": "W", "message": {"nb": "Minst 90 prosent.", "nn": "Minst 90 prosent."}}]}`

func ministry(t testing.TB, source string) *report.Profile {
	t.Helper()
	p, slips := profile.Parse([]byte(source), sets(t)[0])
	if len(slips) > 0 {
		t.Fatalf("%+v", slips)
	}
	return p
}

// answered is the example agency's workbook as the ministry ordered it, filled in.
func answered(t testing.TB, p *report.Profile) []byte {
	t.Helper()
	spec := sets(t)[0]
	filling, err := templates.Demo(spec.Set, report.NB)
	if err != nil {
		t.Fatal(err)
	}
	profile.Put(filling, p, report.NB)
	filling["departementskrav"][0]["svar"] = "120000.50"
	for _, row := range filling["kravtabeller"] {
		if row["radtype"] == report.AnswerRow {
			row["felt_1"], row["felt_2"] = "Felles innlogging", "75000"
			break
		}
	}
	var b bytes.Buffer
	order := workbook.Order{Year: 2017, OrgNr: "123456785", Lang: report.NB, Filling: filling, Rows: 4, Profile: p, Say: voice(t, report.NB).Say}
	if err := workbook.Write(&b, spec.Under(p, p.Group("123456785")), order); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func issued(v *text.Voice, p *report.Profile) batch.Issue {
	return batch.Issue{Voice: v, Status: batch.Final, Profile: p}
}

// TestMinistrysReport audits a report that was made under a ministry's profile, with
// that profile, without it, with another, and with what names it changed.
func TestMinistrysReport(t *testing.T) {
	t.Parallel()
	p := ministry(t, ordering)
	base := made(t, answered(t, p), nil, issued(voice(t, report.NB), p))
	clean(t, &base, true)
	laidOut := base.clone()
	laidOut.request.Profile = ministry(t, strings.ReplaceAll(ordering, "\n", "\n\t"))
	clean(t, laidOut, true)
	other := ministry(t, strings.Replace(ordering, `"15"`, `"20"`, 1))
	resigned := func(file, old, new string) func(*testing.T, *pack) {
		return func(t *testing.T, q *pack) {
			q.replace(t, file, old, new)
			q.resign(t)
		}
	}
	for _, m := range []mutation{
		{"the profile is not given", func(_ *testing.T, q *pack) { q.request.Profile = nil }, "source/profile.missing  [] the report was made with a profile of Eksempeldepartementet that is not given", audit.Impossible},
		{"another profile", func(_ *testing.T, q *pack) { q.request.Profile = other }, "source/profile.other  [] the report was made with another profile of Eksempeldepartementet", audit.Impossible},
		{"the profile in the manifest", resigned(manifest, p.Hash, other.Hash), "package/manifest.contradicted " + manifest + " [profile]", audit.Impossible},
		{"the ministry in the manifest", resigned(manifest, `"Eksempeldepartementet"`, `"Et departement"`), "package/manifest.contradicted " + manifest + " [profile]", ""},
		{"the profile in the figures", inText(jsonName, p.Hash, other.Hash), "package/manifest.contradicted " + manifest + " [profile]", ""},
		{"another profile, everywhere", func(t *testing.T, q *pack) {
			q.replace(t, jsonName, p.Hash, other.Hash)
			resigned(manifest, p.Hash, other.Hash)(t, q)
			q.request.Profile = other
		}, "pdf/", ""},
		{"no manifest, and the profile not given", func(_ *testing.T, q *pack) {
			delete(q.files, manifest)
			q.request.Profile = nil
		}, "source/profile.missing", audit.Impossible},
		{"a threshold in a locked formula", func(t *testing.T, q *pack) {
			q.files[bookName] = edited(t, q.files[bookName], func(f *excelize.File) error {
				formula, err := f.GetCellFormula("Gevinster", "AM5")
				if err != nil || !strings.Contains(formula, "*15/100") {
					t.Fatalf("%v: %s", err, formula)
				}
				return f.SetCellFormula("Gevinster", "AM5", strings.Replace(formula, "*15/100", "*10/100", 1))
			})
		}, "form/form.formula " + bookName + " [Gevinster!AM5", ""},
		{"an answer", inCell("Departementskrav", "E5", 999999), "source/workbook.changed " + bookName, ""},
		{"a question", inCell("Departementskrav", "B5", "Hva sparte det?"), "source/workbook.finding " + bookName + " [Departementskrav!B5", ""},
	} {
		t.Run(m.name, func(t *testing.T) {
			t.Parallel()
			q := base.clone()
			m.change(t, q)
			judge(t, q.audited(t), m)
		})
	}
}

// TestAgencysReportOfAnOrderedWorkbook audits what an agency makes by itself of the
// workbook that the ministry ordered: nothing is wrong, and nothing is kept silent.
func TestAgencysReportOfAnOrderedWorkbook(t *testing.T) {
	t.Parallel()
	p := ministry(t, ordering)
	base := made(t, answered(t, p), nil, issued(voice(t, report.NB), nil))
	base.request.Profile = nil
	if v := clean(t, &base, false); !strings.Contains(told(t, v), "form/form.profile "+bookName) {
		t.Errorf("nothing says that the form's profile is not known:\n%s", told(t, v))
	}
	given := base.clone()
	given.request.Profile = p
	judge(t, given.audited(t), mutation{want: "source/profile.unused"})
	alone := base.clone()
	alone.files = map[string][]byte{pdfName: base.files[pdfName], "b.xlsx": base.files[bookName]}
	alone.request.Workbook, alone.request.Key = "b.xlsx", nil
	judge(t, alone.audited(t), mutation{want: "source/profile.unstated b.xlsx", level: audit.Reperformed})
}
