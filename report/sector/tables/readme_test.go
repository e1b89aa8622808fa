package tables_test

import (
	"os"
	"strings"
	"testing"

	"gevinst/report"
)

// TestReadmeQueriesAnswer runs the queries that the README shows.
func TestReadmeQueriesAnswer(t *testing.T) {
	readme, err := os.ReadFile("../../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	db := database(t, written(t, report.NB, sample(t)))
	ran := 0
	for _, block := range strings.Split(string(readme), "```sql\n")[1:] {
		code, _, _ := strings.Cut(block, "```")
		for _, query := range strings.Split(code, ";") {
			if strings.TrimSpace(query) == "" {
				continue
			}
			ran++
			if rows := asked(t, db, query); len(rows) != 10 || rows[0][0] == "NULL" {
				t.Errorf("%s\ngave %d rows", query, len(rows))
			}
		}
	}
	if ran != 2 {
		t.Errorf("%d queries in the README", ran)
	}
}
