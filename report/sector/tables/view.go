package tables

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
)

//go:embed view
var viewFiles embed.FS

// view is a question that the file answers by itself.
type view struct{ key, query string }

// views lists the views by name, and last the one that leads from an amount to its cell.
func (t *Tables) views() ([]view, error) {
	entries, err := viewFiles.ReadDir("view")
	if err != nil {
		return nil, err
	}
	var all []view
	for _, e := range entries {
		query, err := viewFiles.ReadFile(path.Join("view", e.Name()))
		if err != nil {
			return nil, err
		}
		all = append(all, view{strings.TrimSuffix(e.Name(), ".sql"), sums(string(query))})
	}
	return append(all, view{"belop_i_celle", t.cells()}), nil
}

func (t *Tables) makeViews(ctx context.Context, tx *sql.Tx) error {
	all, err := t.views()
	if err != nil {
		return err
	}
	for _, v := range all {
		remark := remark(t.order.Voice.Say("tables.title."+v.key), t.order.Voice.Say("tables.help."+v.key))
		if _, err := tx.ExecContext(ctx, fmt.Sprintf("CREATE VIEW %s AS -- %s\n%s", quoted(v.key), remark, v.query)); err != nil {
			return fmt.Errorf("view %s: %w", v.key, err)
		}
	}
	return nil
}

// sumMacro is {sum x}, {sum x where …} or {sum name of x where …}.
var sumMacro = regexp.MustCompile(`\{sum (\w+)(?: of (\w+))?(?: where ([^}]+))?\}`)

// sums writes out the sums of a view. A sum of amounts is in øre; it is NULL where
// one of the amounts does not fit in øre, since what is left of it would be no sum.
func sums(query string) string {
	return sumMacro.ReplaceAllStringFunc(query, func(macro string) string {
		part := sumMacro.FindStringSubmatch(macro)
		name, of, filter := part[1], part[1], ""
		if part[2] != "" {
			of = part[2]
		}
		if part[3] != "" {
			filter = " FILTER (WHERE " + part[3] + ")"
		}
		return fmt.Sprintf("CASE WHEN COUNT(%[1]s_kr)%[2]s = COUNT(%[1]s_ore)%[2]s THEN SUM(%[1]s_ore)%[2]s END AS %[3]s_ore", of, filter, name)
	})
}

// cells is the query that leads from each amount that an agency filled in to where
// it stands.
func (t *Tables) cells() string {
	var parts []string
	for _, table := range t.all {
		for _, c := range table.Columns {
			if !c.amount() || c.From == "" {
				continue
			}
			parts = append(parts, fmt.Sprintf("SELECT orgnr, rapportaar, %s AS ark, rad, %s AS kolonne, %s AS belop_kr, %s AS belop_ore FROM %s WHERE %s IS NOT NULL",
				literal(table.Sheet), literal(c.Key), quoted(c.Key), quoted(oere(c.Key)), quoted(table.Key), quoted(c.Key)))
		}
	}
	slices.Sort(parts)
	return "SELECT c.orgnr, i.virksomhet, c.rapportaar, c.ark, c.rad, c.kolonne, c.belop_kr, c.belop_ore, i.fil, i.kilde_sha256\nFROM (\n  " +
		strings.Join(parts, "\n  UNION ALL ") + "\n) c\nJOIN innlevering i USING (orgnr, rapportaar)"
}
