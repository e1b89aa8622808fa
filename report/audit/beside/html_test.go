package beside_test

import (
	"fmt"
	"strings"
	"testing"

	"gevinst/report/audit/beside"
)

const page = `<!doctype html><html lang="nb"><head><title>Gevinster</title><style>
td { color: #1a1a1a }
th { color: #14406b }
</style></head><body><main><h1>Om året</h1><p>To tiltak.</p>
<h2>Gevinster</h2><p>Se <a href="https://example.org/">her</a>.</p>
<table><tr><th scope="col">Navn</th><td>884</td></tr><tr><th scope="col">Rest</th><td>20</td></tr></table>
<svg><rect height="40"/></svg></main></body></html>`

// TestHTML changes one thing of a page at a time, and asks what is said of it.
func TestHTML(t *testing.T) {
	for name, c := range map[string]struct{ old, new, want string }{
		"nothing":                      {"", "", ""},
		"words only":                   {"To tiltak", "Tre tiltak", ""},
		"a rule of style":              {"td { color: #1a1a1a }", "td { color: #fff }", "style [] td { color: #fff } | td { color: #1a1a1a }"},
		"a style of one's own":         {"<td>884", `<td style="display:none">884`, `style [Gevinster] style="display:none" | `},
		"a hidden cell":                {"<td>884", "<td hidden>884", `style [Gevinster] hidden="" | `},
		"an address":                   {"https://example.org/", "https://example.com/", `links [Gevinster] href="https://example.com/" | href="https://example.org/"`},
		"a cell that acts":             {"<td>884", `<td onclick="x()">884`, `powers [Gevinster] onclick="x()" | `},
		"a cell over two columns":      {"<td>884", `<td colspan="2">884`, `markup [Gevinster] colspan="2" | `},
		"what a head is of":            {`<th scope="col">Navn`, `<th scope="row">Navn`, `tags [Gevinster] scope="row" | scope="col"`},
		"the same twice":               {`<th scope="col">`, `<th scope="row">`, `tags [Gevinster] scope="row" | scope="col" +1`},
		"a bar":                        {`height="40"`, `height="90"`, `drawing [Gevinster] height="90" | height="40"`},
		"the title":                    {"<title>Gevinster", "<title>Utgifter", "about [] Utgifter | Gevinster"},
		"a page that leads away":       {"<title>", `<meta http-equiv="refresh" content="0"><title>`, `powers [] <meta http-equiv="refresh" content="0"> | <title>`},
		"a script at the end":          {"</main>", "<script>x()</script></main>", "powers [Gevinster] <script> | "},
		"a script in the place of":     {"<svg>", "<script>x()</script><svg>", "powers [Gevinster] <script> | <svg>"},
		"a comment":                    {"<p>To", "<!-- x --><p>To", "markup [Om året] <!-- x --> | <p>"},
		"an element less":              {`<svg><rect height="40"/></svg>`, "", "markup [Gevinster]  | <svg>"},
		"a sheet of style in the body": {"<p>To", "<style>p{}</style><p>To", "style [Om året] <style> | <p>"},
	} {
		t.Run(name, func(t *testing.T) {
			got := saidOf(t, beside.Everything, strings.ReplaceAll(page, c.old, c.new))
			if got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// TestHTMLWhoseWordsDiffer: only what the report made again has nowhere is told, once.
func TestHTMLWhoseWordsDiffer(t *testing.T) {
	for name, c := range map[string]struct{ old, new, want string }{
		"a paragraph more":    {"<p>To tiltak.</p>", "<p>To tiltak.</p><p>Ett til.</p>", ""},
		"two rows swapped":    {`<th scope="col">Navn</th><td>884`, `<th scope="col">Rest</th><td>20`, ""},
		"another address":     {"https://example.org/", "https://example.com/", ""},
		"a script":            {"<p>To", "<script>x()</script><p>To", "powers [] <script> | "},
		"an act":              {"<td>", `<td onclick="x()">`, `powers [] <td onclick="x()"> | `},
		"a rule of style":     {"th {", "td { display: none }\nth {", "powers [] td { display: none } | "},
		"a style of its own":  {"<td>884", `<td style="color:#fff">884`, `powers [] <td style="color:#fff"> | `},
		"a class of its own":  {"<td>884", `<td class="x">884`, `powers [] <td class> | `},
		"a comment":           {"<p>To", "<!--x--><p>To", "powers [] <!--x--> | "},
		"a picture, two time": {"<td>", "<td><img>", "powers [] <img> | "},
	} {
		t.Run(name, func(t *testing.T) {
			got := saidOf(t, beside.Strange, strings.ReplaceAll(page, c.old, c.new))
			if got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func saidOf(t *testing.T, scope beside.Scope, actual string) string {
	t.Helper()
	others, err := beside.HTML([]byte(actual), []byte(page), scope)
	if err != nil {
		t.Fatal(err)
	}
	return said(others)
}

// said is what differs, one after the other.
func said(others []beside.Other) string {
	all := []string{}
	for _, o := range others {
		place := o.Heading
		if o.Page > 0 {
			place = fmt.Sprint("page ", o.Page)
		}
		one := fmt.Sprintf("%s [%s] %s | %s", o.Aspect, place, o.Is, o.Must)
		if o.More > 0 {
			one += fmt.Sprintf(" +%d", o.More)
		}
		all = append(all, one)
	}
	return strings.Join(all, "; ")
}
