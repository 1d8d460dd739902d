"""Report → a file of one format, as a string or as bytes. A format's room is loaded when it is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

from nlcaudit.errors import UserError
from nlcaudit.rendering.settings import Paper, Setting
from nlcaudit.report.views import Report
from nlcaudit.sentences import Sentence

__all__ = ["FORMATS", "Content", "Format", "Paper", "Setting", "render"]

Content = str | bytes


@dataclass(frozen=True, slots=True)
class Format:
    """A format of reports.

    Attributes:
        room: of this package, with a function `render(report, setting)`.
        extra: what is installed beside the program to write it; empty when nothing is.
    """

    room: str
    extra: str = ""


FORMATS: Mapping[str, Format] = {
    "html": Format("html"),
    "md": Format("markdown"),
    "json": Format("record"),
    "pdf": Format("pdf", "pdf"),
    "docx": Format("docx", "docx"),
    "xlsx": Format("xlsx", "xlsx"),
}
"""By the ending of their files."""


def render(name: str, report: Report, setting: Setting) -> Content:
    """Render a report in one format.

    Args:
        name: one of `FORMATS`.
        report: what to print.
        setting: how it is to look.

    Raises:
        UserError: the format needs a library that is not installed.
    """
    wanted = FORMATS[name]
    try:
        room = import_module(f"nlcaudit.rendering.{wanted.room}")
    except ModuleNotFoundError as error:
        if not wanted.extra or (error.name or "").startswith("nlcaudit"):
            raise
        raise UserError(
            Sentence(
                "to write {format}, nlcaudit needs “{library}”, which is not installed",
                format=name,
                library=error.name or "",
            ),
            Sentence("{command}", command=f"pip install 'nlcaudit[{wanted.extra}]'"),
        ) from error
    made: Content = room.render(report, setting)
    return made
