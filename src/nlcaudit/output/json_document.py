"""Diagnostics → one JSON document, `nlcaudit/diagnostics/1`."""

import json
from collections.abc import Sequence

from nlcaudit.diagnostics import Diagnostic
from nlcaudit.messages import SOURCE_LANGUAGE, tell


def render_json(found: Sequence[Diagnostic], unopened: Sequence[str] = (), language: str = SOURCE_LANGUAGE) -> str:
    """Render the diagnostics, and what could not be opened; only the texts are in the reader's language."""
    findings = [
        {"code": d.code, "severity": d.severity, "path": d.path, "line": d.line, "column": d.column,
         "message": tell(d.message, language), "hint": tell(d.hint, language)}
        for d in found
    ]  # fmt: skip
    told = [tell(message, language) for message in unopened]
    written = {"schema": "nlcaudit/diagnostics/1", "findings": findings, "unopened": told}
    return json.dumps(written, ensure_ascii=False, indent=2) + "\n"
