package workbook

import (
	"encoding/xml"
	"path"
	"slices"
	"strconv"
	"strings"
)

// emptySheet is what the sheet of notices is before anything is written on it.
const emptySheet = xml.Header + `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
	`<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetData/></worksheet>`

// place puts an empty sheet of notices first. Where gevinst wrote one earlier, that
// sheet is emptied and used again.
func (c *annotator) place() {
	c.file.GetSheetList() // has excelize read workbook.xml
	if c.file.WorkBook == nil {
		c.do(&Unfaithful{})
		return
	}
	earlier := noticeSheet(c.before)
	if earlier >= 0 {
		c.reuse(earlier)
	} else {
		c.create()
	}
	if views := c.file.WorkBook.BookViews; views != nil {
		for i := range views.WorkBookView {
			views.WorkBookView[i].ActiveTab, views.WorkBookView[i].FirstSheet = 0, 0
		}
	}
}

func (c *annotator) create() {
	c.name = freeName(c.file.GetSheetList())
	at, err := c.file.NewSheet(c.name)
	c.do(err)
	if c.err != nil {
		return
	}
	part := "xl/worksheets/sheet" + strconv.Itoa(c.file.WorkBook.Sheets.Sheet[at].SheetID) + ".xml"
	c.file.Sheet.Delete(part)
	c.empty(part)
	c.first(at)
}

func (c *annotator) reuse(at int) {
	sheet := c.before.Sheets[at]
	c.name = sheet.Name
	c.empty(c.part(sheet.Part()))
	c.first(at)
}

// empty makes a part the sheet of notices with nothing on it, and nothing behind it.
func (c *annotator) empty(part string) {
	c.file.Pkg.Store(part, []byte(emptySheet))
	folder, file := path.Split(part)
	c.links = folder + "_rels/" + file + ".rels"
}

// first moves the sheet at a position to the front, with the names that belong to
// single sheets, which are counted by position. The moved sheet's own are dropped.
func (c *annotator) first(at int) {
	sheets := c.file.WorkBook.Sheets.Sheet
	moved := sheets[at]
	copy(sheets[1:at+1], sheets[:at])
	sheets[0] = moved
	names := c.file.WorkBook.DefinedNames
	if names == nil {
		return
	}
	for i := len(names.DefinedName) - 1; i >= 0; i-- {
		own := names.DefinedName[i].LocalSheetID
		switch {
		case own == nil || *own > at:
		case *own == at:
			names.DefinedName = slices.Delete(names.DefinedName, i, i+1)
		default:
			shifted := *own + 1
			names.DefinedName[i].LocalSheetID = &shifted
		}
	}
}

// part is excelize's name for a part of the archive: letter case does not count.
func (c *annotator) part(name string) string {
	found := name
	c.file.Pkg.Range(func(key, _ any) bool {
		if strings.EqualFold(strings.TrimPrefix(key.(string), "/"), strings.TrimPrefix(name, "/")) {
			found = key.(string)
			return false
		}
		return true
	})
	return found
}

// freeName is Funn, or Funn 2 and on where the user has a sheet of that name.
func freeName(taken []string) string {
	name := Annotations
	same := func(other string) bool { return strings.EqualFold(other, name) }
	for n := 2; slices.ContainsFunc(taken, same); n++ {
		name = Annotations + " " + strconv.Itoa(n)
	}
	return name
}
