"""Report → PDF: tagged, PDF/UA-1, the same bytes from the same report."""

import json

from nlcaudit.rendering.encoding import encode
from nlcaudit.rendering.glyphs import printable
from nlcaudit.rendering.typesetting import typeset
from nlcaudit.report.phrases import Phrase, Run
from nlcaudit.report.views import Report
from nlcaudit.text import direction

TEMPLATE = "report.typ"
PAPERS = {"a4": "a4", "letter": "us-letter"}


def render(report: Report, paper: str = "a4") -> bytes:
    """Render a PDF; what the bundled fonts cannot write becomes �.

    Args:
        report: what to print.
        paper: `a4` or `letter`.
    """
    written = json.dumps(encode(report, _runs), ensure_ascii=False)
    return typeset(TEMPLATE, {"report": written, "paper": PAPERS[paper]})


def _runs(phrase: Phrase) -> object:
    return [_run(run) for run in phrase.runs]


def _run(run: Run) -> dict[str, object]:
    return {"text": printable(run.text), "language": run.language, "number": run.number,
            "rtl": bool(run.language) and direction(run.language) == "rtl"}  # fmt: skip
