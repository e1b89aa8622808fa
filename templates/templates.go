// Package templates holds what changes without changing code: the requirement
// sets with their forms, the sentences of every language, the fonts, and the
// schemas of what is written for programs.
package templates

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"gevinst/report"
)

//go:embed 2017 text fonts hyphen schema profile
var files embed.FS

// sets names every requirement set, newest first.
var sets = [...]string{"2017"}

// Sets reads every requirement set, newest first. An error means that the
// program was built from a broken set.
func Sets() ([]*report.Spec, error) {
	all := make([]*report.Spec, 0, len(sets))
	for _, name := range sets {
		spec, err := readSet(name)
		if err != nil {
			return nil, fmt.Errorf("requirement set %s: %w", name, err)
		}
		all = append(all, spec)
	}
	return all, nil
}

// Sentences reads every sentence of a language, by key.
func Sentences(lang report.Lang) (map[string]string, error) {
	dir := path.Join("text", string(lang))
	entries, err := fs.ReadDir(files, dir)
	if err != nil {
		return nil, err
	}
	all := map[string]string{}
	for _, e := range entries {
		one := map[string]string{}
		if err := decode(path.Join(dir, e.Name()), &one); err != nil {
			return nil, err
		}
		for key, sentence := range one {
			if _, twice := all[key]; twice {
				return nil, fmt.Errorf("%s/%s: %q stands twice", dir, e.Name(), key)
			}
			all[key] = sentence
		}
	}
	return all, nil
}

// formSentences is what every form says in a language.
func formSentences(lang report.Lang) ([]string, error) {
	words := map[string]string{}
	if err := decode(path.Join("text", string(lang), "workbook.json"), &words); err != nil {
		return nil, err
	}
	maps.DeleteFunc(words, func(key, _ string) bool { return !strings.HasPrefix(key, "workbook.") })
	return slices.Sorted(maps.Values(words)), nil
}

// form is the words of a set in one language.
type form struct {
	Sheets map[string]struct {
		Title   string `json:"title"`
		Help    string `json:"help"`
		Columns map[string]struct {
			Label string `json:"label"`
			Help  string `json:"help"`
		} `json:"columns"`
	} `json:"sheets"`
	Codes map[string]map[string]string `json:"codes"`
}

func readSet(name string) (*report.Spec, error) {
	spec := &report.Spec{}
	if err := decode(path.Join(name, "spec.json"), spec); err != nil {
		return nil, err
	}
	for _, lang := range report.Langs() {
		var f form
		if err := decode(path.Join(name, "form", string(lang)+".json"), &f); err != nil {
			return nil, err
		}
		if err := speak(spec, f, lang); err != nil {
			return nil, fmt.Errorf("form in %s: %w", lang, err)
		}
		sentences, err := formSentences(lang)
		if err != nil {
			return nil, err
		}
		spec.Sentences = append(spec.Sentences, sentences...)
	}
	hash, err := hashSet(name)
	spec.Hash = hash
	return spec, err
}

// speak puts the words of one language into the set. A word that is missing is
// an error: no code value or key is ever shown to a reader instead.
func speak(spec *report.Spec, f form, lang report.Lang) error {
	for i := range spec.Sheets {
		sheet := &spec.Sheets[i]
		words, ok := f.Sheets[sheet.Key]
		if !ok || words.Title == "" || words.Help == "" {
			return fmt.Errorf("sheet %s has no words", sheet.Key)
		}
		put(&sheet.Title, lang, words.Title)
		put(&sheet.Help, lang, words.Help)
		for j := range sheet.Columns {
			col := &sheet.Columns[j]
			w, ok := words.Columns[col.Key]
			if !ok || w.Label == "" || w.Help == "" {
				return fmt.Errorf("column %s.%s has no words", sheet.Key, col.Key)
			}
			put(&col.Label, lang, w.Label)
			put(&col.Help, lang, w.Help)
		}
	}
	for list, choices := range spec.Codes {
		for i := range choices {
			label := f.Codes[list][choices[i].Value]
			if label == "" {
				return fmt.Errorf("code %s.%s has no words", list, choices[i].Value)
			}
			put(&choices[i].Label, lang, label)
		}
	}
	return nil
}

func put(w *report.Words, lang report.Lang, s string) {
	switch lang {
	case report.NB:
		w.NB = s
	case report.NN:
		w.NN = s
	case report.EN:
		w.EN = s
	}
}

// hashSet is the SHA-256 over names and bytes of a set's files, in order of
// name. The example agency is left out: it asks nothing of anybody.
func hashSet(name string) (string, error) {
	sum := sha256.New()
	err := fs.WalkDir(files, name, func(p string, d fs.DirEntry, err error) error {
		if d != nil && d.IsDir() && path.Base(p) == demoDir {
			return fs.SkipDir
		}
		if err != nil || d.IsDir() || path.Base(p) == "LOCK" {
			return err
		}
		data, err := files.ReadFile(p)
		fmt.Fprintf(sum, "%s %d\n", p, len(data))
		sum.Write(data)
		return err
	})
	return hex.EncodeToString(sum.Sum(nil)), err
}

func decode(name string, into any) error {
	data, err := files.ReadFile(name)
	if err != nil {
		return err
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(into); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// Font is the bytes of a font file in templates/fonts, "SourceSans3-Regular.ttf".
func Font(name string) ([]byte, error) { return files.ReadFile(path.Join("fonts", name)) }

// Hyphenation is the bytes of a file of hyphenation patterns in templates/hyphen, "hyph-no.tex".
func Hyphenation(name string) ([]byte, error) { return files.ReadFile(path.Join("hyphen", name)) }

// Schema is the bytes of a published JSON Schema in templates/schema, "report.schema.json".
func Schema(name string) ([]byte, error) { return files.ReadFile(path.Join("schema", name)) }

// Profile is the bytes of the annotated example of a ministry's profile. What it
// asks is the same in every language; its remarks are not.
func Profile(lang report.Lang) ([]byte, error) {
	return files.ReadFile(path.Join("profile", string(lang)+".json"))
}
