package main

import "gevinst/templates"

func schemaCommand() command {
	return command{name: "schema", flags: []option{langOption()}, run: func(c *call) int {
		if len(c.args) > 0 {
			return c.misuse("schema", slip("slip.none"))
		}
		schema, err := templates.Schema("report.schema.json")
		if err != nil {
			return c.broken(err)
		}
		c.lines(string(schema))
		return done
	}}
}
