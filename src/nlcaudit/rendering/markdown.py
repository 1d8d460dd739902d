"""Report → Markdown, as a string. No text of a framework, a respondent or an engagement can become markup."""

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from nlcaudit import charts
from nlcaudit.markdown import escape
from nlcaudit.rendering.settings import Setting
from nlcaudit.rendering.templating import blaming, environment
from nlcaudit.report.shapes import Chart
from nlcaudit.report.views import Report

MAIL = re.compile(r"(?<=\w)\\@(?=\w)")
"""An escaped sign in an address, which GitHub links all the same."""


def render(report: Report, setting: Setting) -> str:
    """Render Markdown as GitHub reads it, charts as bars of text."""
    with blaming(setting.templates):
        return _tidy(_environment(setting.templates).get_template("report.md.j2").render(report=report))


@cache
def _environment(templates: Path | None) -> Environment:
    made = environment(_escaped, templates)
    made.filters.update(write=_coded, write_key=charts.write_key, write_shade=charts.write_shade, plain=Markup)
    return made


def _escaped(value: object) -> object:
    if isinstance(value, Markup):
        return value
    return Markup(MAIL.sub("<!-- -->@", escape(str(value))))  # noqa: S704 - escaped


def _coded(chart: Chart) -> Markup:
    return Markup(f"`{charts.write(chart)}`")  # noqa: S704 - made of figures only


def _tidy(text: str) -> str:
    """Leave one empty line between blocks and none at the end, as linters want it."""
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines).strip() + "\n"
