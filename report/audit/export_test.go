package audit

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"gevinst/report/audit/printed"
)

// Again is a report that was gathered and made again once, so that many changed ones
// can be compared with it.
type Again struct{ x *examination }

// Remade gathers a report and makes it again.
func Remade(t testing.TB, r Request) *Again {
	t.Helper()
	x, err := gather(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(x.close)
	if x.retrace(); x.remade == nil {
		t.Fatalf("%+v", x.exceptions)
	}
	return &Again{x}
}

// Compare lets the check of each published file speak about another, where it is
// another; about all of them where none is.
func (a *Again) Compare(t testing.TB, files map[string][]byte) *Verdict {
	t.Helper()
	x := *a.x
	x.exceptions, x.printed, x.files = nil, printing{}, map[string][]byte{}
	for _, end := range []string{pdfFile, htmlFile, jsonFile} {
		for name, content := range files {
			if strings.HasSuffix(name, end) && !strings.HasSuffix(name, manifestFile) {
				x.files[end] = content
			}
		}
	}
	x.pdf, x.pdfErr = printed.PDF(x.files[pdfFile])
	if x.pdf == nil {
		x.pdf = &printed.Document{}
	}
	x.figuresRaw = x.files[jsonFile]
	if err := json.Unmarshal(x.figuresRaw, &x.figures); err != nil {
		t.Fatal(err)
	}
	same := func(end string) bool { return string(x.files[end]) == string(a.x.files[end]) }
	all := same(pdfFile) && same(htmlFile) && same(jsonFile)
	for _, c := range checks() {
		end := "." + c.id
		if _, published := x.files[end]; published && (all || !same(end)) {
			x.begin(c.id)
			c.run(&x)
		}
	}
	return &Verdict{Exceptions: x.ordered(), Level: level(x.exceptions)}
}
