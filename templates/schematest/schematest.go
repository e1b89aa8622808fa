// Package schematest holds documents to the published JSON Schemas, for tests.
package schematest

import (
	"bytes"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"gevinst/templates"
)

// Schema is a published schema that documents are held to.
type Schema struct{ compiled *jsonschema.Schema }

// Compile is the schema of a file in templates/schema, "report.schema.json".
func Compile(t testing.TB, name string) Schema {
	t.Helper()
	raw, err := templates.Schema(name)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(name, parsed(t, raw)); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	return Schema{s}
}

// Validate tells by its error where a document in JSON does not follow the schema.
func (s Schema) Validate(t testing.TB, document []byte) error {
	t.Helper()
	return s.compiled.Validate(parsed(t, document))
}

func parsed(t testing.TB, raw []byte) any {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}
