package main

import (
	"io"
	"os"
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
		targetOption(),
		{name: "from", takes: "folder"},
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
	write := func(w io.Writer) error { return c.orderList(w, lines, what.Year) }
	if err := batch.WriteFiles([]string{c.value("profile")}, batch.Output{Path: list, Write: write}); err != nil {
		return c.unwritten(err)
	}
	return c.orderSaid(what, list, lines)
}

// ordering is what is ordered, from the flags.
func (c *call) ordering() (order.Order, int) {
	if len(c.args) > 0 {
		return order.Order{}, c.misuse("order", slip("slip.none", word("value", c.args[0])))
	}
	year, spec, err := c.yearAndSet()
	if err == nil && c.value("profile") == "" {
		err = slip("slip.order.profile")
	}
	dir := ""
	if err == nil {
		dir, err = c.target()
	}
	if err != nil {
		return order.Order{}, c.misuse("order", err)
	}
	p, code := c.profile()
	if code == done && len(p.Agencies) == 0 {
		code = c.misuse("order", slip("slip.order.agencies", word("value", c.value("profile"))))
	}
	if code == done {
		code = c.folderOf("from", "file.nofolder.last")
	}
	return order.Order{Profile: p, Spec: spec, Year: year, Dir: dir, From: c.value("from")}, code
}

// folderOf demands that a flag, where it is given, names a folder that is there.
func (c *call) folderOf(flag, otherwise string) int {
	path := c.value(flag)
	if path == "" {
		return done
	}
	info, err := os.Stat(path)
	if err == nil && info.IsDir() {
		return done
	}
	c.note(otherwise, word("file", path))
	return unreadable
}

// orderList writes what was sent to whom as a table for a spreadsheet.
func (c *call) orderList(w io.Writer, lines []order.Line, year int) error {
	out := csv.NewWriter(w)
	out.Write(strings.Split(c.Say("order.heads"), ";"))
	for _, l := range lines {
		out.Write([]string{l.Agency.OrgNr, l.Agency.Name, string(l.Agency.Form), l.File, l.SHA256,
			strconv.Itoa(l.Measures), strconv.Itoa(l.Gains), c.orderRemark(l, year)})
	}
	return out.Close()
}

func (c *call) orderRemark(l order.Line, year int) string {
	remark := c.Say("order."+string(l.Outcome), report.Arg{Name: "last", Value: l.Last}, count("left", l.Left))
	if l.Since != 0 && year-l.Since > 1 {
		remark += " " + c.Say("order.skipped", word("last", strconv.Itoa(l.Since)), word("years", c.yearsBetween(l.Since, year)))
	}
	return remark
}

// orderFailure is why a line is to be looked at, after the agency where it has one.
func (c *call) orderFailure(l order.Line, year int) string {
	if l.Agency.OrgNr == "" {
		return c.orderRemark(l, year)
	}
	return c.Say("order.failed", word("agency", l.Agency.OrgNr+" "+l.Agency.Name), word("remark", c.orderRemark(l, year)))
}

// orderSaid names the files that were written, and what was not.
func (c *call) orderSaid(what order.Order, list string, lines []order.Line) int {
	failed := 0
	var alone []string
	for _, l := range lines {
		if l.Failed() {
			failed++
			c.warn(c.orderFailure(l, what.Year))
		} else {
			c.line(filepath.Join(what.Dir, l.File))
		}
		if l.Outcome == order.Alone {
			alone = append(alone, l.Agency.OrgNr+" "+l.Agency.Name)
		}
	}
	c.line(list)
	if len(alone) > 0 {
		c.note("order.lacking", count("n", len(alone)), word("file", what.From), c.agencies(alone), word("list", list))
	}
	c.tellSet(what.Spec, what.Year)
	if day := what.Profile.Deadline; day != (report.Date{}) && day.Year <= what.Year {
		c.note("order.deadline", word("day", c.Date(day)), word("year", strconv.Itoa(what.Year)))
	}
	if failed > 0 {
		c.note("order.partly", count("n", failed))
		return partly
	}
	c.note("order.done", count("n", len(lines)))
	return done
}
