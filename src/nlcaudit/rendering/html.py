"""Report → one HTML file, as a string. No text of a framework, a respondent or an engagement can become markup."""

import base64
import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup, escape

from nlcaudit import charts
from nlcaudit.rendering.breaking import pieces
from nlcaudit.rendering.settings import Setting
from nlcaudit.rendering.styling import style_sheet
from nlcaudit.rendering.templating import blaming, environment, text_of
from nlcaudit.report.phrases import Phrase, Run
from nlcaudit.report.views import Report
from nlcaudit.text import direction
from nlcaudit.theme import Logo, shade_of

STYLE = "style.css"
BREAK = Markup("<wbr>")
NUMBER = Markup('<bdi dir="ltr">{}</bdi>')


def render(report: Report, setting: Setting) -> str:
    """Render one HTML file that needs nothing else: no script, no request, no attribute that styles."""
    style = style_sheet(setting.theme, text_of(STYLE, setting.templates))
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    with blaming(setting.templates):
        template = _environment(report.direction, setting.templates).get_template("report.html.j2")
        page = template.render(
            report=report,
            style=Markup(style),  # noqa: S704 - a style sheet, and the hash of it is all that the browser takes
            digest=digest,
            logo=_address(setting.theme.logo),
        )
    return "\n".join(line for line in page.splitlines() if line) + "\n"


def _address(logo: Logo | None) -> str:
    """Return a picture as an address that holds it."""
    if logo is None:
        return ""
    kind = {"svg": "svg+xml", "png": "png"}[logo.kind]
    return f"data:image/{kind};base64,{base64.b64encode(logo.content).decode()}"


@cache
def _environment(towards: str, templates: Path | None) -> Environment:
    """Return the environment of pages that run `ltr` or `rtl`."""
    made = environment(_rtl if towards == "rtl" else _ltr, templates)
    made.filters.update(draw=charts.draw, draw_key=charts.draw_key, plain=str, tag=_tag, shade_of=shade_of)
    return made


def _ltr(value: object) -> object:
    if not isinstance(value, Phrase):
        return value
    if any(run.language for run in value.runs):
        return Markup("").join(_foreign(run) if run.language else _written(run.text) for run in value.runs)
    return _written(str(value))


def _rtl(value: object) -> object:
    """Keep figures and ranges from being turned round."""
    if not isinstance(value, Phrase):
        return value
    return Markup("").join(
        _foreign(run) if run.language else NUMBER.format(run.text) if run.number else _written(run.text)
        for run in value.runs
    )


def _foreign(run: Run) -> Markup:
    """Mark a text that is in another language than the page."""
    words = _written(run.text)
    return Markup('<span lang="{}" dir="{}">{}</span>').format(_tag(run.language), direction(run.language), words)


def _written(text: str) -> Markup:
    first, *rest = pieces(text)
    return BREAK.join(map(escape, (first, *rest))) if rest else escape(first)


def _tag(language: str) -> str:
    """Return a language as browsers take it: to them a private one alone (`x-port`) is no language at all."""
    return f"und-{language}" if language.startswith("x-") else language
