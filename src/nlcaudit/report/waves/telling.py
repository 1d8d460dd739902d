"""What of the changes an edition may print."""

from dataclasses import replace

from nlcaudit.engagement import ReleaseKind
from nlcaudit.framework import Toolkit
from nlcaudit.scoring import Scorecard
from nlcaudit.waves import Changes, Line


def told(changes: Changes, card: Scorecard, toolkit: Toolkit, release: ReleaseKind) -> Changes:
    """Return what of the changes may be printed: in public, only what the public scores show, of both moments."""
    if release != "public":
        return changes
    open_lines = (_public(line, card, toolkit) for line in changes.lines)
    unmatched = tuple(u for u in changes.unmatched if u.old or not toolkit.by_id[u.id].sensitive)
    return replace(changes, lines=tuple(filter(None, open_lines)), unmatched=unmatched, gaps=())


def _public(line: Line, card: Scorecard, toolkit: Toolkit) -> Line | None:
    """Keep a framework whose questions are public; of another, its score where nothing of it is left out."""
    if not any(toolkit.by_id[question.id].sensitive for question in line.lines):
        return line
    score = card.node(line.id)
    if line.questions < line.asked or score is None or score.estimate.value != line.pair("everybody").now.value:
        return None
    return replace(line, lines=())
