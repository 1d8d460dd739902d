"""Report → HTML or Markdown, as a string.

Templates hold no logic and print nothing but the view model. What a phrase becomes is decided here, in one place for
each format: no text of a framework, a respondent or an engagement can become markup.
"""

import base64
import hashlib
import re
from collections.abc import Callable
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from nlcaudit import charts
from nlcaudit.bundled import bundled
from nlcaudit.markdown import escape as escape_markdown
from nlcaudit.report.phrases import Phrase, Run
from nlcaudit.report.views import Chart, Report
from nlcaudit.text import direction

STYLE = "style.css"


def render_html(report: Report) -> str:
    """Render one HTML file that needs nothing else: no script, no request, no attribute that styles."""
    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    template = _html_environment(report.direction).get_template("report.html.j2")
    page = template.render(report=report, style=Markup(style), digest=digest)  # noqa: S704 - our own file
    return "\n".join(line for line in page.splitlines() if line) + "\n"


def render_markdown(report: Report) -> str:
    """Render Markdown as GitHub reads it, charts as bars of text."""
    return _tidy(_markdown_environment().get_template("report.md.j2").render(report=report))


@cache
def _style() -> str:
    """Return the style sheet without its comments and indentation."""
    text = re.sub(r"/\*.*?\*/", "", (bundled("templates") / STYLE).read_text(encoding="utf-8"), flags=re.DOTALL)
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def _environment(finalize: Callable[[object], object]) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(bundled("templates"), encoding="utf-8"), autoescape=True, undefined=StrictUndefined,
        finalize=finalize, trim_blocks=True, lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    environment.filters.update(draw=charts.draw, draw_key=charts.draw_key, write=_coded, write_key=charts.write_key)
    return environment


# -- HTML --------------------------------------------------------------------------------------------------------


@cache
def _html_environment(towards: str) -> Environment:
    """Return the environment of pages that run `ltr` or `rtl`."""
    return _environment(_html_rtl if towards == "rtl" else _html_ltr)


def _html_ltr(value: object) -> object:
    if not isinstance(value, Phrase):
        return value
    if any(run.language for run in value.runs):
        return Markup("").join(_foreign(run) if run.language else run.text for run in value.runs)
    return escape(str(value))


def _html_rtl(value: object) -> object:
    """Keep figures and ranges from being turned round."""
    if not isinstance(value, Phrase):
        return value
    return Markup("").join(
        _foreign(run) if run.language else NUMBER.format(run.text) if run.number else run.text for run in value.runs
    )


NUMBER = Markup('<bdi dir="ltr">{}</bdi>')


def _foreign(run: Run) -> Markup:
    """Mark a text that is in another language than the page."""
    return Markup('<span lang="{}" dir="{}">{}</span>').format(run.language, direction(run.language), run.text)


# -- Markdown ----------------------------------------------------------------------------------------------------

MAIL = re.compile(r"(?<=\w)\\@(?=\w)")
"""An escaped sign in an address, which GitHub links all the same."""


@cache
def _markdown_environment() -> Environment:
    return _environment(_markdown)


def _markdown(value: object) -> object:
    if isinstance(value, Markup):
        return value
    return Markup(MAIL.sub("<!-- -->@", escape_markdown(str(value))))  # noqa: S704 - escaped


def _coded(chart: Chart) -> Markup:
    return Markup(f"`{charts.write(chart)}`")  # noqa: S704 - made of figures only


def _tidy(text: str) -> str:
    """Leave one empty line between blocks and none at the end, as linters want it."""
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines).strip() + "\n"
