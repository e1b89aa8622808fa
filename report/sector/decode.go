package sector

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"reflect"
	"slices"
	"strconv"
	"unicode/utf8"

	"gevinst/report/batch"
)

// Report is one agency's report as its JSON tells it, but for Entries, which a
// sector has no use for and which are most of a large report.
type Report struct {
	batch.Document
	Digest string // SHA-256 of the JSON file, hex
}

// largest is the size in bytes above which a file is no report of ours.
const largest = 1 << 30

// headKeys is what Read needs to know of a report before it is decoded whole.
func headKeys() []string {
	return []string{"format", "tool", "requirement_set", "source", "agency", "year", "status"}
}

// readHead reads a report as far as it says whose it is.
func readHead(path string) (*Report, error) {
	var r *Report
	err := open(path, func(in io.Reader) (err error) {
		r, err = decode(in, headKeys())
		return err
	})
	return r, err
}

// readWhole reads all of a report.
func readWhole(path string) (*Report, error) {
	var r *Report
	err := open(path, func(in io.Reader) (err error) {
		hash := sha256.New()
		in = io.TeeReader(in, hash)
		if r, err = decode(in, nil); err != nil {
			return err
		}
		_, err = io.Copy(io.Discard, in)
		r.Digest = hex.EncodeToString(hash.Sum(nil))
		return err
	})
	return r, err
}

// open hands a file to read, unless it is too large or no file at all.
func open(path string, read func(io.Reader) error) error {
	file, err := batch.Open(path)
	switch {
	case errors.Is(err, batch.ErrFolder), errors.Is(err, batch.ErrDevice):
		return &fs.PathError{Op: "read", Path: path, Err: err}
	case err != nil:
		return err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return err
	}
	if info.Size() > largest {
		return refuse(TooLarge, arg("file", path), arg("limit", largest>>20))
	}
	err = read(&guarded{in: io.LimitReader(file, largest)})
	var system *os.PathError
	var known *Refusal
	if err == nil || errors.As(err, &system) || errors.As(err, &known) {
		return named(err, path)
	}
	return refuse(Broken, arg("file", path), quoted("detail", err.Error()))
}

// longest is the length in bytes of the longest word, number or text in a report: more
// than any sentence of ours that quotes a few cells.
const longest = 1 << 20

// guarded hands on JSON, but no longer word than a report has, which a decoder would
// keep in memory several times.
type guarded struct {
	in              io.Reader
	inside, escaped bool // a text; a letter behind a backslash
	length          int
}

func (g *guarded) Read(p []byte) (int, error) {
	n, err := g.in.Read(p)
	for _, c := range p[:n] {
		switch {
		case g.escaped:
			g.escaped = false
		case g.inside && c == '\\':
			g.escaped = true
		case c == '"':
			g.inside = !g.inside
		case !g.inside && (c <= ' ' || c == ',' || c == ':' || c == '{' || c == '['):
			g.length = -1
		}
		if g.length++; g.length > longest {
			return 0, errors.New("a text or number of more than " + strconv.Itoa(longest) + " bytes")
		}
	}
	return n, err
}

// named puts the file's name first among what is said of a refusal.
func named(err error, path string) error {
	var known *Refusal
	if errors.As(err, &known) && (len(known.Args) == 0 || known.Args[0].Name != "file") {
		known.Args = slices.Insert(known.Args, 0, arg("file", path))
	}
	return err
}

// decode reads a report key by key, each once. Where until names keys, it stops
// when it has met them all; otherwise the report must be whole and be all there is.
func decode(in io.Reader, until []string) (*Report, error) {
	r := &Report{}
	fields := r.fields()
	dec := json.NewDecoder(in)
	dec.DisallowUnknownFields()
	if err := expect(dec, json.Delim('{')); err != nil {
		return nil, err
	}
	for dec.More() {
		key, into, err := next(dec, fields)
		if err != nil {
			return nil, err
		}
		delete(fields, key)
		if err := value(dec, key, into); err != nil {
			return nil, err
		}
		if until != nil && !slices.ContainsFunc(until, func(k string) bool { return fields[k] != nil }) {
			return r, r.recognised()
		}
	}
	if err := end(dec); err != nil {
		return nil, err
	}
	if err := r.recognised(); err != nil {
		return nil, err
	}
	if left := slices.Sorted(maps.Keys(fields)); len(left) > 0 {
		return nil, refuse(Incomplete, arg("found", left[0]))
	}
	if r.Bridge == nil {
		return nil, refuse(Incomplete, arg("found", "bridge"))
	}
	return r, nil
}

// skipped marks a list whose elements are read and let go of.
type skipped struct{}

// fields is where each key of a report goes.
func (r *Report) fields() map[string]any {
	return map[string]any{
		"format": &r.Format, "tool": &r.Tool, "requirement_set": &r.Set, "source": &r.Source, "profile": &r.Profile, "language": &r.Language,
		"agency": &r.Agency, "year": &r.Year, "status": &r.Status, "counts": &r.Counts, "bridge": &r.Bridge,
		"measures": &r.Measures, "gains": &r.Gains, "entries": skipped{}, "records": &r.Records, "sources": &r.Sources,
		"findings": &r.Findings,
	}
}

// recognised tells whether a report is in our format and says whose it is.
func (r *Report) recognised() error {
	switch {
	case r.Format != batch.Format:
		return refuse(Unknown, quoted("found", r.Format), arg("wanted", batch.Format))
	case r.Agency.OrgNr == nil:
		return refuse(Incomplete, arg("found", "agency.orgnr"))
	case r.Year == nil:
		return refuse(Incomplete, arg("found", "year"))
	case r.Status != batch.Draft && r.Status != batch.Final:
		return refuse(Incomplete, arg("found", "status"))
	default:
		return nil
	}
}

func next(dec *json.Decoder, fields map[string]any) (key string, into any, err error) {
	token, err := dec.Token()
	if err != nil {
		return "", nil, err
	}
	key, _ = token.(string)
	into, known := fields[key]
	if !known {
		return "", nil, errors.New("unknown or repeated key " + key)
	}
	return key, into, nil
}

// value reads one value, which must have all that it should; of a list that is
// skipped, one element at a time.
func value(dec *json.Decoder, key string, into any) error {
	if _, skip := into.(skipped); !skip {
		return strictly(dec, key, into)
	}
	if err := expect(dec, json.Delim('[')); err != nil {
		return err
	}
	for dec.More() {
		var nothing batch.Entry
		if err := dec.Decode(&nothing); err != nil {
			return err
		}
	}
	return expect(dec, json.Delim(']'))
}

func strictly(dec *json.Decoder, key string, into any) error {
	var raw json.RawMessage
	if err := dec.Decode(&raw); err != nil {
		return err
	}
	if !utf8.Valid(raw) {
		return errors.New("no UTF-8 in " + key) // which the decoder would replace
	}
	strict := json.NewDecoder(bytes.NewReader(raw))
	strict.DisallowUnknownFields()
	if err := strict.Decode(into); err != nil {
		return err
	}
	return complete(key, raw, reflect.TypeOf(into).Elem())
}

func expect(dec *json.Decoder, want json.Delim) error {
	token, err := dec.Token()
	if err != nil {
		return err
	}
	if token != want {
		return errors.New("expected " + want.String())
	}
	return nil
}

// end closes the report and sees that nothing follows it.
func end(dec *json.Decoder) error {
	if err := expect(dec, json.Delim('}')); err != nil {
		return err
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return errors.New("something follows the report")
	}
	return nil
}
