"""Form → XLSForm, the workbook from which KoboToolbox and ODK make a form. It asks for no name, device or time."""

from nlcaudit.forms.xlsform.writing import render_xlsform

__all__ = ["render_xlsform"]
