"""Report → one HTML file, as a string. No text of a framework, a respondent or an engagement can become markup."""

import base64
import hashlib
import re
from functools import cache

from jinja2 import Environment
from markupsafe import Markup, escape

from nlcaudit import charts
from nlcaudit.bundled import bundled
from nlcaudit.rendering.templating import environment
from nlcaudit.report.phrases import Phrase, Run
from nlcaudit.report.views import Report
from nlcaudit.text import direction

STYLE = "style.css"
NUMBER = Markup('<bdi dir="ltr">{}</bdi>')


def render(report: Report, paper: str = "") -> str:  # noqa: ARG001 - a browser asks for the paper
    """Render one HTML file that needs nothing else: no script, no request, no attribute that styles."""
    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    template = _environment(report.direction).get_template("report.html.j2")
    page = template.render(report=report, style=Markup(style), digest=digest)  # noqa: S704 - our own file
    return "\n".join(line for line in page.splitlines() if line) + "\n"


@cache
def _style() -> str:
    """Return the style sheet without its comments and indentation."""
    text = re.sub(r"/\*.*?\*/", "", (bundled("templates") / STYLE).read_text(encoding="utf-8"), flags=re.DOTALL)
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


@cache
def _environment(towards: str) -> Environment:
    """Return the environment of pages that run `ltr` or `rtl`."""
    made = environment(_rtl if towards == "rtl" else _ltr)
    made.filters.update(draw=charts.draw, draw_key=charts.draw_key)
    return made


def _ltr(value: object) -> object:
    if not isinstance(value, Phrase):
        return value
    if any(run.language for run in value.runs):
        return Markup("").join(_foreign(run) if run.language else run.text for run in value.runs)
    return escape(str(value))


def _rtl(value: object) -> object:
    """Keep figures and ranges from being turned round."""
    if not isinstance(value, Phrase):
        return value
    return Markup("").join(
        _foreign(run) if run.language else NUMBER.format(run.text) if run.number else run.text for run in value.runs
    )


def _foreign(run: Run) -> Markup:
    """Mark a text that is in another language than the page."""
    return Markup('<span lang="{}" dir="{}">{}</span>').format(run.language, direction(run.language), run.text)
