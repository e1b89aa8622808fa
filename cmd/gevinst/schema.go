package main

import (
	"slices"

	"gevinst/report"
	"gevinst/templates"
)

// schemas names the published schemas, the first of which is printed where none is named.
func schemas() []string {
	return []string{"report", "manifest", "audit", "sample", "profile", "sector"}
}

func schemaCommand() command {
	return command{name: "schema", verbs: schemas(), flags: []option{listOption(), langOption()}, run: toFile(func(c *call) int {
		name := schemas()[0]
		if len(c.args) > 0 {
			name = c.args[0]
		}
		if len(c.args) > 1 || !slices.Contains(schemas(), name) {
			return c.misuse("schema", slip("slip.schema", report.Arg{Name: "values", Value: schemas()}))
		}
		schema, err := templates.Schema(name + ".schema.json")
		if err != nil {
			return c.broken(err)
		}
		c.lines(string(schema))
		return done
	})}
}
