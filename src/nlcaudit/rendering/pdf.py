"""Report → PDF: tagged, PDF/UA-1, the same bytes from the same report."""

import json

from nlcaudit.rendering.breaking import pieces
from nlcaudit.rendering.encoding import encode
from nlcaudit.rendering.glyphs import printable
from nlcaudit.rendering.settings import Setting
from nlcaudit.rendering.typesetting import colours, typeset
from nlcaudit.report.phrases import Phrase, Run
from nlcaudit.report.views import Report
from nlcaudit.text import direction
from nlcaudit.theme import Logo

BREAK = "\u200b"
"""A line may end here; it is seen nowhere."""
TEMPLATE = "report.typ"
PAPERS = {"a4": "a4", "letter": "us-letter"}


def render(report: Report, setting: Setting) -> bytes:
    """Render a PDF; what the bundled fonts cannot write becomes �."""
    given = {"report": json.dumps(encode(report, _runs), ensure_ascii=False), "paper": PAPERS[setting.paper],
             "colours": colours(setting.theme), **_logo(setting.theme.logo)}  # fmt: skip
    return typeset(TEMPLATE, given)


def _logo(logo: Logo | None) -> dict[str, str]:
    if logo is None:
        return {}
    return {"logo": json.dumps(list(logo.content)), "logo-kind": logo.kind}


def _runs(phrase: Phrase) -> object:
    return [_run(run) for run in phrase.runs]


def _run(run: Run) -> dict[str, object]:
    return {"text": BREAK.join(pieces(printable(run.text), 4)), "language": run.language, "number": run.number,
            "rtl": bool(run.language) and direction(run.language) == "rtl"}  # fmt: skip
