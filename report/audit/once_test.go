package audit_test

import (
	"sync"
	"testing"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/text"
	"gevinst/templates"
)

// once keeps what many tests need and none changes, so that it is made once.
type once[K comparable, V any] struct {
	mu   sync.Mutex
	kept map[K]V
}

func (o *once[K, V]) get(t testing.TB, key K, make func() (V, error)) V {
	t.Helper()
	o.mu.Lock()
	defer o.mu.Unlock()
	v, there := o.kept[key]
	if there {
		return v
	}
	v, err := make()
	if err != nil {
		t.Fatal(err)
	}
	if o.kept == nil {
		o.kept = map[K]V{}
	}
	o.kept[key] = v
	return v
}

var (
	allSets once[struct{}, []*report.Spec]
	voices  once[report.Lang, *text.Voice]
	demos   once[demoOf, pack]
)

func sets(t testing.TB) []*report.Spec {
	t.Helper()
	return allSets.get(t, struct{}{}, templates.Sets)
}

func voice(t testing.TB, lang report.Lang) *text.Voice {
	t.Helper()
	return voices.get(t, lang, func() (*text.Voice, error) { return text.For(lang) })
}

// demoOf is a way in which the example agency's report is made.
type demoOf struct {
	lang   report.Lang
	status batch.Status
	words  report.Lang
	embed  bool
}

// demo is the example agency's report as nobody has touched it. Each test has files of
// its own to change; their contents are shared, and are put anew, not written into.
func demo(t testing.TB, of demoOf) *pack {
	t.Helper()
	p := demos.get(t, of, func() (pack, error) {
		issue := batch.Issue{Voice: voice(t, of.lang), Status: of.status, Words: of.words, Embed: of.embed}
		return made(t, book(t, of.lang, nil), nil, issue), nil
	})
	return p.clone()
}

// plain is the one that most tests change: in bokmål, final, with its files beside it.
func plain(t testing.TB) *pack {
	t.Helper()
	return demo(t, demoOf{lang: report.NB, status: batch.Final})
}
