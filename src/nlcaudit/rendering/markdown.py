"""Report → Markdown, as a string. No text of a framework, a respondent or an engagement can become markup."""

import re
from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from nlcaudit import charts
from nlcaudit.markdown import escape
from nlcaudit.rendering.templating import environment
from nlcaudit.report.views import Chart, Report

MAIL = re.compile(r"(?<=\w)\\@(?=\w)")
"""An escaped sign in an address, which GitHub links all the same."""


def render(report: Report, paper: str = "") -> str:  # noqa: ARG001 - it has no pages
    """Render Markdown as GitHub reads it, charts as bars of text."""
    return _tidy(_environment().get_template("report.md.j2").render(report=report))


@cache
def _environment() -> Environment:
    made = environment(_escaped)
    made.filters.update(write=_coded, write_key=charts.write_key)
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
