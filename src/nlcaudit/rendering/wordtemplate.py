"""Somebody's own Word document, filled in from the view model: in jinja's sandbox, and no text becomes markup."""

from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from nlcaudit.errors import UserError
from nlcaudit.rendering.templating import blaming
from nlcaudit.report.views import Report
from nlcaudit.sentences import Sentence

TEMPLATE = "report.docx"


def filled(report: Report, path: Path) -> bytes:
    """Fill in a template.

    Args:
        report: under the name `report`.
        path: a Word document with jinja's marks.

    Raises:
        UserError: it is no Word document, or asks for what is not there or not allowed.
    """
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    buffer = BytesIO()
    try:
        with blaming(path):
            template = DocxTemplate(path)
            template.render({"report": report}, environment, autoescape=True)
    except (PackageNotFoundError, BadZipFile, KeyError) as error:
        raise UserError(Sentence("{path} is no Word document", path=path), Sentence("save it as .docx")) from error
    template.save(buffer)
    return buffer.getvalue()
