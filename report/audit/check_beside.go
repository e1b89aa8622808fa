package audit

import (
	"gevinst/report"
	"gevinst/report/audit/beside"
)

// besidePDF compares what stands beside the words of the PDF with the report made again.
func (c *comparing) besidePDF() {
	others, err := beside.PDF(c.x.files[pdfFile], c.x.remade[pdfFile], c.scope())
	c.besides(others, err)
}

// besideHTML does the same for the web page.
func (c *comparing) besideHTML() {
	others, err := beside.HTML(c.x.files[htmlFile], c.x.remade[htmlFile], c.scope())
	c.besides(others, err)
}

// scope is how much can be compared: where words differ, what is drawn does too.
func (c *comparing) scope() beside.Scope {
	if c.list.told > 0 {
		return beside.Strange
	}
	return beside.Everything
}

func (c *comparing) besides(others []beside.Other, err error) {
	if err != nil {
		c.except(Exception{Kind: "beside.unreadable"})
		return
	}
	c.x.compared(1)
	for _, o := range others {
		c.except(Exception{Kind: "beside." + string(o.Aspect), Place: Place{Page: o.Page, Heading: o.Heading}, Reported: o.Is, Found: o.Must,
			Args: []report.Arg{{Name: "n", Value: o.More}}})
	}
}
