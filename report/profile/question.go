package profile

import (
	"encoding/json"
	"slices"
	"strconv"

	"gevinst/report"
)

// cellKinds are the kinds of answer that fit a cell; a question may be a table too.
func cellKinds() []string {
	var all []string
	for _, kind := range report.CellKinds() {
		all = append(all, string(kind))
	}
	return all
}

// questions reads what the ministry asks.
func (r *reader) questions(n *node, groups []string) []report.Question {
	var all []report.Question
	seen := map[string]*node{}
	for _, item := range r.list(n, "questions", mostItems) {
		if !r.object(item, "id", "kind", "required", "groups", "text", "columns", "rows") {
			continue
		}
		q := report.Question{
			ID:       r.identifier(item, "id", required),
			Kind:     report.AnswerKind(r.choice(item, "kind", required, append(cellKinds(), string(report.TableAnswer)))),
			Required: r.yes(item, "required", true),
			Groups:   r.groups(item, groups),
			Text:     r.words(item, "text", mostText),
		}
		r.once(item, "id", q.ID, seen)
		r.table(item, &q)
		all = append(all, q)
	}
	return all
}

// table reads what only a question answered by a table has.
func (r *reader) table(n *node, q *report.Question) {
	if q.Kind != report.TableAnswer {
		for _, key := range []string{"columns", "rows"} {
			if m := n.get(key); m != nil && q.Kind != "" {
				r.slip(m, "table.only", arg("kind", string(q.Kind)))
			}
		}
		return
	}
	if m := r.member(n, "columns", required); m != nil && m.kind == '[' && (len(m.items) == 0 || len(m.items) > mostColumns) {
		r.slip(m, "table.columns", arg("n", len(m.items)), arg("most", mostColumns))
	}
	for _, item := range r.list(n, "columns", mostItems) {
		if r.object(item, "label", "kind") {
			q.Columns = append(q.Columns, report.QuestionColumn{Label: r.words(item, "label", mostWord),
				Kind: report.AnswerKind(r.choice(item, "kind", required, cellKinds()))})
		}
	}
	q.Rows = r.count(n, "rows", defaultRows, mostRows)
}

// count is a whole number from 1 on.
func (r *reader) count(n *node, key string, otherwise, most int) int {
	m := r.member(n, key, optional)
	if m == nil {
		return otherwise
	}
	number, ok := m.value.(json.Number)
	count, err := strconv.Atoi(string(number))
	if !ok || err != nil || count < 1 || count > most {
		r.slip(m, "want.count", found(m), arg("most", most))
	}
	return count
}

// groups reads which groups of agencies something is asked of.
func (r *reader) groups(n *node, known []string) []string {
	var all []string
	for _, item := range r.list(n, "groups", mostItems) {
		s, ok := r.str(item)
		switch {
		case !ok:
		case len(known) == 0:
			r.slip(item, "group.none", arg("found", shorten(s)))
		case r.among(item, s, known) && !slices.Contains(all, s):
			all = append(all, s)
		}
	}
	if m := n.get("groups"); m != nil && m.kind == '[' && len(m.items) == 0 {
		r.slip(m, "group.empty")
	}
	return all
}
