package sector

import (
	"bufio"
	"bytes"
	"io"
	"reflect"

	"gevinst/report/jsonout"
	"gevinst/report/sector/overview"
)

// WriteJSON writes the overview in a stable order, indented by two spaces. It writes
// lists one element at a time, since the encoder keeps all of what it is given, and
// more than once.
func WriteJSON(w io.Writer, s *overview.Sector) error {
	out := bufio.NewWriter(w)
	if err := writeFields(out, reflect.ValueOf(s).Elem()); err != nil {
		return err
	}
	out.WriteByte('\n')
	return out.Flush()
}

// writeFields writes a struct all of whose fields have a name in JSON and stand there
// always.
func writeFields(out *bufio.Writer, v reflect.Value) error {
	out.WriteByte('{')
	for i := range v.NumField() {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n  \"" + v.Type().Field(i).Tag.Get("json") + "\": ")
		if err := writeField(out, v.Field(i)); err != nil {
			return err
		}
	}
	out.WriteString("\n}")
	return nil
}

func writeField(out *bufio.Writer, v reflect.Value) error {
	if v.Kind() != reflect.Slice || v.Len() == 0 {
		return writeValue(out, v, "  ")
	}
	out.WriteByte('[')
	for i := range v.Len() {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n    ")
		if err := writeValue(out, v.Index(i), "    "); err != nil {
			return err
		}
	}
	out.WriteString("\n  ]")
	return nil
}

// writeValue writes a value whose lines after the first begin with a margin.
func writeValue(out *bufio.Writer, v reflect.Value, margin string) error {
	var b bytes.Buffer
	if err := jsonout.WriteWithin(&b, margin, v.Interface()); err != nil {
		return err
	}
	out.Write(bytes.TrimSuffix(b.Bytes(), []byte("\n")))
	return nil
}
