package audit

import (
	"gevinst/report"
)

// remadeOtherwise is the kind of a file that is not the one that is made today, where
// another check has counted why.
const remadeOtherwise = "remake.told"

// checkRemake compares the report byte for byte with the one that this program
// makes of the workbook today: the strongest comparison where both are of the same
// build, and none where they are not. No verdict rests on it alone.
func checkRemake(x *examination) {
	if x.statement == nil {
		return
	}
	if made := x.statement.Predicate.Tool; made.Version != x.request.Version || made.Build != x.request.Build {
		x.except(Exception{Kind: "remake.version", Severity: report.Info, Reported: made.Version, Found: x.request.Version})
		return
	}
	for _, end := range []string{pdfFile, htmlFile, jsonFile} {
		content, name := x.files[end], x.base+end
		if content == nil {
			continue
		}
		x.compared(1)
		was, is := sum(content), sum(x.remade[end])
		switch {
		case was == is:
		case x.told(name):
			x.except(Exception{Kind: remadeOtherwise, Severity: report.Info, File: name, Reported: was, Found: is})
		default:
			x.except(Exception{Kind: "remake.differs", File: name, Reported: was, Found: is})
		}
	}
}

// checkAttachments compares what lies inside the PDF with the workbook and the
// figures that the report speaks of.
func checkAttachments(x *examination) {
	name := x.base + pdfFile
	inside := x.pdf.Attached[insideWorkbook]
	x.compared(2)
	switch {
	case inside == nil:
		x.except(Exception{Kind: "inside.missing", File: name, Args: words("name", insideWorkbook)})
	case x.stated != nil && sum(inside) != x.stated.SHA256:
		x.except(Exception{Kind: "inside.workbook", File: name, Reported: x.stated.SHA256, Found: sum(inside)})
	}
	figures, beside := x.pdf.Attached[insideFigures], x.files[jsonFile]
	switch {
	case figures == nil:
		x.except(Exception{Kind: "inside.missing", File: name, Args: words("name", insideFigures)})
	case beside != nil && sum(figures) != sum(beside):
		x.except(Exception{Kind: "inside.figures", File: name, Reported: sum(figures), Found: sum(beside)})
	}
}
