package second

// answers are the tables by which the ministry's requirements are answered, with
// their columns of amounts and numbers.
func answers(now *Result) []Table {
	var all []Table
	for _, demand := range now.form.tables["departementskrav"] {
		if now.form.code(demand, "svartype", "svartype") != "TABELL" {
			continue
		}
		if t := now.answerTable(demand.text("krav_id")); len(t.Rows) > 0 && len(t.Columns) > 0 {
			all = append(all, t)
		}
	}
	return all
}

// answerTable is the rows of Kravtabeller that answer one requirement. What its
// columns hold is said by its row of kinds.
func (r *Result) answerTable(id string) Table {
	t := Table{Caption: "chapter.demand.table", ID: id}
	var heads, kinds record
	var rows []record
	for _, row := range r.form.tables["kravtabeller"] {
		if row.text("krav_id") != id {
			continue
		}
		switch r.form.code(row, "krav_radtype", "radtype") {
		case "OVERSKRIFT":
			heads = row
		case "SVARTYPE":
			kinds = row
		case "SVAR":
			rows = append(rows, row)
		}
	}
	var keys []string
	for _, key := range answerFields {
		switch kinds.text(key) {
		case "BELOP":
			t.Columns, keys = append(t.Columns, Column{Key: "chapter.demand.kroner", Heading: heads.text(key)}), append(keys, key)
		case "TALL":
			t.Columns, keys = append(t.Columns, Column{Heading: heads.text(key)}), append(keys, key)
		}
	}
	for _, row := range rows {
		if row.answered() {
			t.Rows = append(t.Rows, row.figures(keys, kinds))
		}
	}
	return t
}

// answerFields are the columns of Kravtabeller that hold answers.
var answerFields = [...]string{"felt_1", "felt_2", "felt_3", "felt_4", "felt_5", "felt_6"}

func (r record) answered() bool {
	for _, key := range answerFields {
		if r.text(key) != "" {
			return true
		}
	}
	return false
}

// figures are the amounts and numbers of a row of answers.
func (r record) figures(keys []string, kinds record) []Cell {
	var cells []Cell
	for _, key := range keys {
		show := Exact
		if kinds.text(key) == "BELOP" {
			show = Kroner
		}
		cells = append(cells, as(show, Number(r.cells[key])))
	}
	return cells
}
