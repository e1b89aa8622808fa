package audit

import "strings"

// printing is the figures that were found in the tables of the published documents,
// each once for all of them.
type printing struct {
	all []Printed
	at  map[spot]int
}

// spot is the place of a figure in a report, whichever document prints it.
type spot struct {
	table       string
	row, column int
}

// print notes what a document prints at a place where the second path has a figure.
func (x *examination) print(document string, at Place, said string, f expectedCell) {
	p := &x.printed
	if p.at == nil {
		p.at = map[spot]int{}
	}
	key := spot{at.Table, f.row, f.column}
	i, known := p.at[key]
	if !known {
		i = len(p.all)
		p.at[key] = i
		p.all = append(p.all, Printed{Table: at.Table, Row: at.Row, Column: at.Column, Must: f.text, Exact: kroner(f.is.Amount), Key: f.is.Key})
	}
	if strings.HasSuffix(document, pdfFile) {
		p.all[i].PDF = said
	} else {
		p.all[i].HTML = said
	}
}
