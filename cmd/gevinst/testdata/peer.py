"""The measure that gevinst is held against: the same workbook read by openpyxl
and its rows printed by reportlab, with Debian's packages python3-openpyxl and
python3-reportlab. Usage: peer.py WORKBOOK.xlsx OUT.pdf"""
import sys

from openpyxl import load_workbook
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

FIRST_ROW = 5  # as report.DataRow


def rows(sheet):
    """The filled rows of a sheet, whole, with the headings first."""
    heads = [str(c or "") for c in next(sheet.iter_rows(min_row=4, max_row=4, values_only=True), ())]
    yield heads
    for row in sheet.iter_rows(min_row=FIRST_ROW, values_only=True):
        if any(v is not None for v in row):
            yield ["" if v is None else str(v) for v in row]


def main(source, target):
    style = getSampleStyleSheet()
    parts = []
    for sheet in load_workbook(source, read_only=True, data_only=True).worksheets:
        if sheet.sheet_state != "visible":
            continue
        table = list(rows(sheet))
        if len(table) < 2:
            continue
        width = max(map(len, table))
        cells = [[Paragraph(v, style["BodyText"]) for v in row] + [""] * (width - len(row)) for row in table]
        parts += [Paragraph(sheet.title, style["Heading2"]), Table(cells, repeatRows=1, style=TableStyle([])), Spacer(1, 12)]
    SimpleDocTemplate(target, pagesize=landscape(A4)).build(parts)


main(*sys.argv[1:])
