"""Report → JSON: everything that the report shows, in its language, as one document (`nlcaudit/report/1`)."""

import json

from nlcaudit.rendering.encoding import encode
from nlcaudit.rendering.settings import Setting
from nlcaudit.report.views import SCHEMA, Report


def render(report: Report, setting: Setting) -> str:  # noqa: ARG001 - it has no look
    """Render one JSON document; `frameworks/schemas/report.json` and docs/reports.md explain its keys."""
    written = {"schema": SCHEMA, "report": encode(report, str)}
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"
