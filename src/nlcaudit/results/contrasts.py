"""Two sides or groups set beside each other → text and JSON (`nlcaudit/contrast/1`)."""

import json

from nlcaudit.framework import Toolkit
from nlcaudit.messages import Messages
from nlcaudit.results.diagnoses import DOMAIN
from nlcaudit.results.numbers import decimal
from nlcaudit.results.scorecards import aligned
from nlcaudit.scoring.contrasts import Contrast
from nlcaudit.scoring.scorecard import Difference


def render_contrast(found: Contrast, toolkit: Toolkit, language: str) -> str:
    """Render a line for each framework, theme and question where both may be shown."""
    say = Messages(DOMAIN, language)
    rows = [[say.text("In levels, 0 to {top}", top=toolkit.top), _name(found.first, toolkit, say),
             _name(found.second, toolkit, say), say.text("Apart"), say.text("To discuss")]]  # fmt: skip
    for framework, differences in found.frameworks:
        rows += [_row(framework, one, say) for one in differences]
    lines = aligned(rows)
    if len(rows) == 1:
        lines = [say.text("There is no value that may be shown of both.")]
    if not found.protected:
        lines.append(say.text("UNPROTECTED: for the analyst’s screen only."))
    return "\n".join(lines) + "\n"


def _row(framework: str, one: Difference, say: Messages) -> list[str]:
    (_, first), (_, second) = one.values
    name = one.node if one.node == framework else f"  {one.node}"
    return [name, say.number(first, 1), say.number(second, 1), say.number(abs(one.levels), 1),
            say.text("yes") if one.to_discuss else ""]  # fmt: skip


def _name(wanted: str, toolkit: Toolkit, say: Messages) -> str:
    known = {side.id: side.label for side in toolkit.sides} | {group.id: group.label for group in toolkit.groups}
    return str(known[wanted].spoken(toolkit.language_order(say.language))) if wanted in known else wanted


def contrast_json(found: Contrast) -> str:
    """Render a contrast as JSON."""
    shown = {
        "schema": "nlcaudit/contrast/1", "first": found.first, "second": found.second, "protected": found.protected,
        "threshold": found.threshold,
        "frameworks": [
            {"id": framework, "differences": [
                {"node": one.node, "levels": decimal(one.levels), "to_discuss": one.to_discuss,
                 "values": {name: decimal(value) for name, value in one.values}} for one in differences
            ]}
            for framework, differences in found.frameworks
        ],
    }  # fmt: skip
    return json.dumps(shown, ensure_ascii=False, indent=2) + "\n"
