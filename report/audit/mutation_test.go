package audit_test

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/audit"
	"gevinst/report/batch"
)

// mutation is one thing changed in the evidence, and what the audit must say of it.
type mutation struct {
	name   string
	change func(t *testing.T, p *pack)
	want   string // begins one of the exceptions: "check/kind file [where"
	level  audit.Level
}

// TestMutationsOfEvidence changes one thing at a time. None may be missed, and each
// must be named by what it is and where.
func TestMutationsOfEvidence(t *testing.T) {
	if testing.Short() {
		t.Skip("each of the mutations is a whole audit")
	}
	t.Parallel()
	n := 0
	for embed, all := range map[bool][]mutation{
		false: slices.Concat(pdfMutations(), htmlMutations(), jsonMutations(), manifestMutations(), workbookMutations()),
		true:  insideMutations(),
	} {
		for _, m := range all {
			n++
			t.Run(m.name, func(t *testing.T) {
				t.Parallel()
				p := demo(t, demoOf{lang: report.NB, status: batch.Final, embed: embed})
				m.change(t, p)
				judge(t, p.audited(t), m)
			})
		}
	}
	if n < 40 {
		t.Errorf("only %d mutations", n)
	}
}

func judge(t *testing.T, v *audit.Verdict, m mutation) {
	t.Helper()
	lines := told(t, v)
	level := m.level
	if level == "" {
		level = audit.Differs
	}
	if v.Level != level {
		t.Errorf("%s, want %s\n%s", v.Level, level, lines)
	}
	for line := range strings.Lines(lines) {
		if strings.HasPrefix(line, m.want) || strings.HasPrefix(unnumbered.ReplaceAllString(line, "$1"), m.want) {
			return
		}
	}
	t.Errorf("nothing begins %q\n%s", m.want, lines)
}

// unnumbered are the numbers of tables and pages. A test may leave them out, since they
// move when the chapter gets another table: a table is known by its caption.
var unnumbered = regexp.MustCompile(`(\[Tabell|\[page) \d+`)

// inPDF is a change of the PDF's objects.
func inPDF(change func(t *testing.T, f *forged)) func(*testing.T, *pack) {
	return func(t *testing.T, p *pack) {
		p.files[pdfName] = forge(t, p.files[pdfName], func(f *forged) { change(t, f) })
	}
}

// inText replaces something in a file of text.
func inText(file, old, new string) func(*testing.T, *pack) {
	return func(t *testing.T, p *pack) { p.replace(t, file, old, new) }
}

// another is the file of a report that was made otherwise.
func another(file string, issue batch.Issue, lang report.Lang) func(*testing.T, *pack) {
	return func(t *testing.T, p *pack) {
		issue.Voice = voice(t, lang)
		p.files[file] = made(t, p.files[bookName], nil, issue).files[file]
	}
}

const bridgeTable = "Tabell Fra nettogevinst til rest i 2017. Tall i 1000 kroner"

func htmlMutations() []mutation {
	cell := func(s string) string { return `<td class="figures">` + s + "</td>" }
	return []mutation{
		{"a digit in a table of the page", inText(htmlName, cell("884"), cell("885")), "html/figure.printed " + htmlName + " [" + bridgeTable + ", row “Omdisponerbart beløp”, column “2017”", ""},
		{"a digit in a sentence of the page", inText(htmlName, "884\u00a0020\u00a0kroner kan", "984\u00a0020\u00a0kroner kan"), "html/text.differs " + htmlName, ""},
		{"a word in a cell of the page", inText(htmlName, "Det som er igjen etter alle fradrag", "Det som er igjen etter noen fradrag"), "html/table.cell " + htmlName + " [" + bridgeTable, ""},
		{"a heading of a column in the page", inText(htmlName, ">Ny netto<", ">Netto<"), "html/table.head " + htmlName, ""},
		{"a script in the page", inText(htmlName, "</main>", "<script>alert(1)</script></main>"), "html/text.loose " + htmlName, ""},
		{"a paragraph more in the page", inText(htmlName, "</main>", "<p>Alt er i orden.</p></main>"), "html/text.added " + htmlName, ""},
		{"words in the foot of the page", inText(htmlName, "</footer>", "Godkjent</footer>"), "html/text.margin " + htmlName, ""},
		{"a row less in the page", inText(htmlName, `<tr class="sum"><th scope="row" class="prose w3">Rest</th>`, `<!-- <tr><th>Rest</th>`), "html/", ""},
		{"another figure in the chart of the page", inText(htmlName, "realisert 1\u00a0600\u00a0000", "realisert 1\u00a0700\u00a0000"), "html/", ""},
		{"the page in another language", another(htmlName, batch.Issue{Status: batch.Final}, report.NN), "html/document.language " + htmlName, ""},
		{"the page as a draft", another(htmlName, batch.Issue{Status: batch.Draft}, report.NB), "html/document.draft " + htmlName, ""},
		{"the page is gone", func(_ *testing.T, p *pack) { delete(p.files, htmlName) }, "package/file.missing " + htmlName, ""},
		{"a comment in the page", inText(htmlName, "</main>", "<!-- x --></main>"), "package/file.changed " + htmlName, ""},
	}
}

func jsonMutations() []mutation {
	return []mutation{
		{"a digit in the bridge of the figures", inText(jsonName, `"omdisponerbart": "884020.00"`, `"omdisponerbart": "884021.00"`), "figures/figure.differs " + jsonName + " [bridge.omdisponerbart", ""},
		{"an entry of the figures", inText(jsonName, `"amount": "4372550.00"`, `"amount": "4372550.01"`), "figures/figure.differs " + jsonName + " [gevinst/G1/brutto", ""},
		{"a decimal far out", inText(jsonName, `"amount": "4372550.00"`, `"amount": "4372550.000000000000000000000001"`), "figures/", ""},
		{"an operand of the figures", inText(jsonName, `"amount": "42000.00"`, `"amount": "43000.00"`), "source/cell.changed " + bookName + " [gevinst/G1/timer, Gevinster!M5", ""},
		{"the key of an entry", inText(jsonName, `"key": "gevinst/G1/brutto"`, `"key": "gevinst/G1/netto2"`), "figures/figure.lacking " + jsonName + " [gevinst/G1/brutto", ""},
		{"the words of a formula", inText(jsonName, "timer × timekostnad", "timer + timekostnad"), "json/json.differs " + jsonName + " [entries.", ""},
		{"the count of cells", inText(jsonName, `"unused": 0`, `"unused": 1`), "completeness/count.used " + bookName, ""},
		{"the hash of the workbook", inText(jsonName, `"data_sha256": "`, `"data_sha256": "0`), "package/manifest.contradicted " + manifest + " [workbook.data_sha256", ""},
		{"the status of the figures", inText(jsonName, `"status": "final"`, `"status": "draft"`), "package/manifest.contradicted " + manifest + " [parameters.status", ""},
		{"a gain that counts no longer", inText(jsonName, `"counts": true`, `"counts": false`), "json/json.differs " + jsonName + " [gains.", ""},
		{"figures that are cut off", func(_ *testing.T, p *pack) { p.files[jsonName] = p.files[jsonName][:5000] }, "package/json.cut " + jsonName, ""},
		{"the figures are gone", func(_ *testing.T, p *pack) { delete(p.files, jsonName) }, "package/file.missing " + jsonName, ""},
	}
}

func manifestMutations() []mutation {
	other := func(file, old, new string) func(*testing.T, *pack) { // by somebody who can sign
		return func(t *testing.T, p *pack) {
			p.replace(t, file, old, new)
			p.resign(t)
		}
	}
	return []mutation{
		{"the hash of a file", func(t *testing.T, p *pack) {
			p.files[manifest] = bytes.Replace(p.files[manifest], []byte(sha(p.files[htmlName])), []byte(sha(nil)), 1)
			p.resign(t)
		}, "package/file.changed " + htmlName, ""},
		{"the hash of the requirement set", func(t *testing.T, p *pack) {
			p.files[manifest] = bytes.Replace(p.files[manifest], []byte(sets(t)[0].Hash), []byte(sha(nil)), 1)
			p.resign(t)
		}, "package/manifest.contradicted " + manifest + " [requirement_set.sha256", ""},
		{"the version of the requirement set", other(manifest, "gevinst-2017.1", "gevinst-2017.2"), "package/manifest.contradicted " + manifest + " [requirement_set.version", ""},
		{"the language of the manifest", other(manifest, `"language": "nb"`, `"language": "nn"`), "package/manifest.contradicted " + manifest + " [parameters.language", ""},
		{"the status of the manifest", other(manifest, `"status": "final"`, `"status": "draft"`), "package/manifest.contradicted " + manifest + " [parameters.status", ""},
		{"the date of the manifest", other(manifest, `"dated": "2018-03-01"`, `"dated": "2018-03-02"`), "pdf/beside.about " + pdfName, ""},
		{"the language of the agency's words", other(manifest, `"words_language": ""`, `"words_language": "nn"`), "pdf/beside.tags " + pdfName, ""},
		{"the manifest says embedded", other(manifest, `"embedded": false`, `"embedded": true`), "package/manifest.contradicted " + manifest + " [parameters.embedded", ""},
		{"the version of the program", other(manifest, `"version": "v1"`, `"version": "v2"`), "package/manifest.contradicted " + manifest + " [tool.version", ""},
		{"the data of the workbook in the manifest", other(manifest, `"data_sha256": "`, `"data_sha256": "00`), "package/manifest.unreadable " + manifest, ""},
		{"last year's workbook invented", other(manifest, `"previous": null`, `"previous": {
      "file": "2016.xlsx",
      "sha256": "`+sha(nil)+`",
      "data_sha256": "`+sha(nil)+`"
    }`), "source/previous.missing 2016.xlsx", audit.Impossible},
		{"a ministry's requirements invented", other(manifest, `"profile": null`, `"profile": {
      "ministry": "Et departement",
      "sha256": "`+sha(nil)+`"
    }`), "source/profile.missing", audit.Impossible},
		{"the build, not signed again", inText(manifest, `"revision": ""`, `"revision": "abc"`), "signature/signature.forged " + signature, ""},
		{"the layout of the manifest", other(manifest, "\n  ", "\n   "), "package/manifest.unreadable " + manifest, ""},
		{"the manifest is gone", func(_ *testing.T, p *pack) { delete(p.files, manifest) }, "package/manifest.lacking " + manifest, ""},
		{"the signature is gone", func(_ *testing.T, p *pack) { delete(p.files, signature) }, "signature/signature.missing " + signature, ""},
		{"a byte of the signature", func(_ *testing.T, p *pack) {
			p.files[signature] = bytes.Clone(p.files[signature])
			p.files[signature][150] ^= 1
		}, "signature/signature.fo", ""},
		{"the signature of another manifest", func(t *testing.T, p *pack) {
			whole := p.files[manifest]
			p.files[manifest] = append(bytes.Clone(whole), ' ')
			p.resign(t)
			p.files[manifest] = whole
		}, "signature/signature.forged " + signature, ""},
		{"something else for a signature", func(_ *testing.T, p *pack) { p.files[signature] = []byte("signert: Kari") }, "signature/signature.foreign " + signature, ""},
		{"another's key", func(_ *testing.T, p *pack) { p.request.Key = make([]byte, len(p.request.Key)) }, "signature/signature.other " + signature, ""},
		{"an edition of the requirement set that is not here", func(t *testing.T, p *pack) {
			hash := sets(t)[0].Hash
			for _, file := range []string{manifest, jsonName} {
				p.replace(t, file, hash, sha(nil))
			}
		}, "source/set.unknown", audit.Impossible},
	}
}

func sha(content []byte) string { return fmt.Sprintf("%x", sum(content)) }
