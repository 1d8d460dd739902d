"""Form → XLSX: a sheet to begin with, then one a framework. Only the cells to fill in can be written into.

Every text lies once on a hidden sheet, in each language; what people see is looked up there by the language that they
chose on the first sheet. Those are the only formulas. With one language there is none.
"""

from nlcaudit.forms.workbook.writing import render_workbook

__all__ = ["render_workbook"]
