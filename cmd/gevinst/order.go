package main

import (
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/csv"
	"gevinst/report/order"
)

func orderCommand() command {
	return command{name: "order", run: runOrder, flags: []option{
		profileOption(),
		{name: "year", takes: "year"},
		{name: "output", short: "o", takes: "folder", folder: true},
		{name: "from", takes: "folder", folder: true},
		langOption(),
	}}
}

func runOrder(c *call) int {
	what, code := c.ordering()
	if code != done {
		return code
	}
	if code := c.folder(what.Dir); code != done {
		return code
	}
	lines, err := order.Write(c.ctx, what)
	if err != nil {
		return c.unwritten(err)
	}
	list := filepath.Join(what.Dir, "order-"+strconv.Itoa(what.Year)+".csv")
	write := func(w io.Writer) error { return c.orderList(w, lines) }
	if err := batch.WriteFiles([]string{c.value("profile")}, batch.Output{Path: list, Write: write}); err != nil {
		return c.unwritten(err)
	}
	return c.orderSaid(what.Dir, list, lines)
}

// ordering is what is ordered, from the flags.
func (c *call) ordering() (order.Order, int) {
	if len(c.args) > 0 {
		return order.Order{}, c.misuse("order", slip("slip.none"))
	}
	year, err := c.year()
	if err != nil {
		return order.Order{}, c.misuse("order", err)
	}
	spec, err := setFor(year)
	if err != nil {
		return order.Order{}, c.misuse("order", err)
	}
	switch {
	case c.value("profile") == "":
		return order.Order{}, c.misuse("order", slip("slip.order.profile"))
	case c.value("output") == "":
		return order.Order{}, c.misuse("order", slip("slip.output"))
	}
	p, code := c.profile()
	if code == done && len(p.Agencies) == 0 {
		code = c.misuse("order", slip("slip.order.agencies", word("value", c.value("profile"))))
	}
	return order.Order{Profile: p, Spec: spec, Year: year, Dir: c.value("output"), From: c.value("from")}, code
}

// orderList writes what was sent to whom as a table for a spreadsheet.
func (c *call) orderList(w io.Writer, lines []order.Line) error {
	out := csv.NewWriter(w)
	out.Write(strings.Split(c.Say("order.heads"), ";"))
	for _, l := range lines {
		out.Write([]string{l.Agency.OrgNr, l.Agency.Name, string(l.Agency.Form), l.File, l.SHA256,
			strconv.Itoa(l.Measures), strconv.Itoa(l.Gains), c.orderRemark(l)})
	}
	return out.Close()
}

func (c *call) orderRemark(l order.Line) string {
	return c.Say("order."+string(l.Outcome), report.Arg{Name: "last", Value: l.Last}, count("left", l.Left))
}

// orderSaid names the files that were written, and what was not.
func (c *call) orderSaid(dir, list string, lines []order.Line) int {
	failed := 0
	for _, l := range lines {
		if l.File != "" {
			c.line(filepath.Join(dir, l.File))
		}
		if l.Failed() {
			failed++
			c.note("order.failed", word("agency", strings.TrimSpace(l.Agency.OrgNr+" "+l.Agency.Name)), word("remark", c.orderRemark(l)))
		}
	}
	c.line(list)
	if failed > 0 {
		c.note("order.partly", count("n", failed))
		return partly
	}
	c.note("order.done", count("n", len(lines)))
	return done
}
