package audit_test

import (
	"bytes"
	"regexp"
	"testing"
)

// forgedHTML is changes of what a web page shows, tells and does, its text untouched.
func forgedHTML() []mutation {
	css := func(rule string) func(*testing.T, *pack) { return inText(htmlName, "</style>", rule+"</style>") }
	return []mutation{
		{name: "rows hidden by style", want: "html/beside.style " + htmlName, change: css(".sum { display: none }")},
		{name: "a digit made by style", want: "html/beside.style " + htmlName, change: css("td.figures::after { content: '0' }")},
		{name: "figures in white", want: "html/beside.style " + htmlName, change: css("td { color: #fff }")},
		{name: "the colour of the letters", want: "html/beside.style " + htmlName, change: inText(htmlName, "--ink: #1a1a1a", "--ink: #ffffff")},
		{name: "figures moved off the screen", want: "html/beside.style " + htmlName, change: css("td { position: absolute; left: -9999px }")},
		{name: "rows turned round by style", want: "html/beside.style " + htmlName, change: css("tbody { display: flex; flex-direction: column-reverse }")},
		{name: "a figure without size", want: "html/beside.style " + htmlName + " [under “6.2", change: inText(htmlName, `<td class="figures">884</td>`, `<td class="figures" style="font-size:0">884</td>`)},
		{name: "a figure hidden", want: "html/beside.style " + htmlName + " [under “6.2", change: inText(htmlName, `<td class="figures">884</td>`, `<td class="figures" hidden="">884</td>`)},
		{name: "a figure that acts", want: "html/beside.powers " + htmlName + " [under “6.2", change: inText(htmlName, `<td class="figures">884</td>`, `<td class="figures" onclick="x()">884</td>`)},
		{name: "a figure over two columns", want: "html/beside.markup " + htmlName + " [under “6.2", change: inText(htmlName, `<td class="figures">884</td>`, `<td class="figures" colspan="2">884</td>`)},
		{name: "a figure struck out", want: "html/beside.markup " + htmlName + " [under “6.2", change: inText(htmlName, `<td class="figures">884</td>`, `<td class="figures"><del>884</del></td>`)},
		{name: "a style sheet in a sentence", want: "html/beside.powers " + htmlName, change: inText(htmlName, `</p>`, `<style>td{display:none}</style></p>`)},
		{name: "the address of a link", want: "html/beside.links " + htmlName + " [under “4.6", change: func(t *testing.T, p *pack) {
			re := regexp.MustCompile(`href="https?://[^"]*"`)
			was := re.Find(p.files[htmlName])
			p.replace(t, htmlName, string(was), `href="https://example.com/"`)
		}},
		{name: "a link in the contents", want: "html/beside.links " + htmlName, change: inText(htmlName, `<a href="#`, `<a href="#x`)},
		{name: "the bars of the charts", want: "html/beside.drawing " + htmlName + " [under “5.1", change: func(t *testing.T, p *pack) {
			re := regexp.MustCompile(`(<rect[^>]* height=")[0-9.]+"`)
			if !re.Match(p.files[htmlName]) {
				t.Fatal("no bars")
			}
			p.files[htmlName] = re.ReplaceAll(p.files[htmlName], []byte(`${1}9"`))
		}},
		{name: "the title of the page", want: "html/beside.about " + htmlName, change: inText(htmlName, "<title>", "<title>Ikke ")},
		{name: "the author of the page", want: "html/beside.about " + htmlName, change: inText(htmlName, `content="Eksempel`, `content="Annet eksempel`)},
		{name: "a page that leads away by itself", want: "html/beside.powers " + htmlName, change: inText(htmlName, `<title>`, `<meta http-equiv="refresh" content="0;url=https://example.com"/><title>`)},
		{name: "a script in a sentence", want: "html/beside.powers " + htmlName, change: inText(htmlName, "</p>", "<script>1</script></p>")},
		{name: "a picture in a sentence", want: "html/beside.markup " + htmlName + " [under “1 ", change: inText(htmlName, "</p>", `<img src="x"/></p>`)},
		{name: "a drawing more", want: "html/beside.markup " + htmlName, change: inText(htmlName, "</main>", `<svg><path d="M0 0h9"/></svg></main>`)},
		{name: "what a part tells the blind", want: "html/beside.tags " + htmlName, change: inText(htmlName, "<main ", `<main aria-label="Alt er bra" `)},
		{name: "what the page may fetch", want: "html/beside.powers " + htmlName, change: inText(htmlName, `default-src &#39;none&#39;`, `default-src *`)},
	}
}

// forgedJSON is figures that one program reads otherwise than another.
func forgedJSON() []mutation {
	return []mutation{
		{name: "a figure that stands twice", want: "json/json.twice " + jsonName + " [bridge.omdisponerbart", change: inText(jsonName, `"omdisponerbart": "884020.00"`, `"omdisponerbart": "984020.00", "omdisponerbart": "884020.00"`)},
		{name: "a figure more in the bridge", want: "json/json.differs " + jsonName + " [bridge.omdisponerbart_ny", change: inText(jsonName, `"omdisponerbart": "884020.00"`, `"omdisponerbart": "884020.00", "omdisponerbart_ny": "1.00"`)},
		{name: "a figure whose key is spelt otherwise", want: "json/json.differs " + jsonName + " [bridge.Omdisponerbart", change: inText(jsonName, `"omdisponerbart": "884020.00"`, `"Omdisponerbart": "1.00", "omdisponerbart": "884020.00"`)},
		{name: "a gain that stands twice", want: "json/json.differs " + jsonName + " [gains.G1#1", change: func(t *testing.T, p *pack) {
			i := bytes.Index(p.files[jsonName], []byte("\"gains\": [\n"))
			if i < 0 {
				t.Fatal("no gains")
			}
			from := i + len("\"gains\": [\n")
			end := from + bytes.Index(p.files[jsonName][from:], []byte("\n    },\n")) + len("\n    },\n")
			one := bytes.Replace(p.files[jsonName][from:end], []byte(`"counts": true`), []byte(`"counts": false`), 1)
			p.files[jsonName] = []byte(string(p.files[jsonName][:from]) + string(one) + string(p.files[jsonName][from:]))
		}},
		{name: "a zero with a minus sign", want: "json/json.differs " + jsonName + " [bridge.udekket_rammekutt", change: inText(jsonName, `"udekket_rammekutt": "0.00"`, `"udekket_rammekutt": "-0.00"`)},
		{name: "a figure with a decimal more", want: "json/json.differs " + jsonName + " [bridge.omdisponerbart", change: inText(jsonName, `"omdisponerbart": "884020.00"`, `"omdisponerbart": "884020.000"`)},
	}
}
