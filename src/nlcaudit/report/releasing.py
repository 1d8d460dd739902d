"""What of a scorecard a public report may show: nothing by side or group, nothing that tells on a sensitive question.

A competency's score is a mean of its questions. Where one of them is sensitive, its score could be worked out from the
others; so there no question's own score is public, only that of the competency.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from nlcaudit.framework import Toolkit
from nlcaudit.scoring import FrameworkResult, Node, Scorecard
from nlcaudit.scoring.banding import NO_BAND
from nlcaudit.scoring.counsel import Counsel, Trust
from nlcaudit.scoring.deferred import Deferred
from nlcaudit.scoring.diagnosis import Agreement, Diagnosis
from nlcaudit.scoring.lessons import lessons_of
from nlcaudit.scoring.scorecard import WITHHELD
from nlcaudit.scoring.statistic import no_span, none_for


def released(card: Scorecard, toolkit: Toolkit) -> Scorecard:
    """Return the part of a scorecard that may be public."""
    results = tuple(_result(result, toolkit) for result in card.frameworks)
    return replace(
        card,
        frameworks=results,
        institutions=(),
        counsel=_counsel(card, toolkit, results),
        diagnosis=_diagnosis(card),
        steps=tuple(step for step in card.steps if not toolkit.by_id[step.question].sensitive),
    )


def _diagnosis(card: Scorecard) -> Diagnosis:
    """Keep what other people would do to the scores; how far sides and groups agree is a view by side and group."""
    found, none = card.diagnosis, none_for("withheld")
    closed = Agreement(0, 0, partial=True, same_group=none, same_side=none, opposite=none, alpha=none, ac2=none)
    return replace(
        found, agreement=closed, by_framework={result.id: closed for result in card.frameworks}, spread={}, strips={},
        chance={},
        sampling=Deferred(
            lambda: {name: replace(one, without_group=no_span("withheld")) for name, one in found.sampling.items()}
        ),
    )  # fmt: skip


def _counsel(card: Scorecard, toolkit: Toolkit, results: Sequence[FrameworkResult]) -> Counsel:
    """Keep grades, firmness, and what lessons say of shown figures; leave out what was said by side or together."""
    found = card.counsel
    unheard = {row.group for row in card.presence if row.unheard}
    return replace(
        found, evidence=(), remembered={}, agreed=(), register=(), lessons=lessons_of(toolkit, results),
        trust={name: _trust(trust, unheard) for name, trust in found.trust.items()},
    )  # fmt: skip


def _trust(trust: Trust, unheard: Collection[str]) -> Trust:
    shortfalls = (replace(s, side=None, have=None) if s.demand == "persons" else s for s in trust.shortfalls)
    hear = tuple(group for group in trust.hear if group in unheard)
    return replace(trust, shortfalls=tuple(dict.fromkeys(shortfalls)), hear=hear)


def _result(result: FrameworkResult, toolkit: Toolkit) -> FrameworkResult:
    asked = [node.id for node in result.node.walk() if node.kind == "question" and node.status != "not-asked"]
    closed = any(toolkit.by_id[question].sensitive for question in asked)
    return replace(result, node=_node(result.node, closed=closed), differences=())


def _node(node: Node, *, closed: bool) -> Node:
    inside = tuple(_node(child, closed=closed) for child in node.children)
    open_node = replace(node, sides={}, groups={}, one_sided=False, children=inside)
    if not closed or node.kind == "framework":
        return open_node
    return replace(
        open_node, estimate=WITHHELD, lowest=WITHHELD, highest=WITHHELD, lowest_applicable=WITHHELD, band=NO_BAND
    )
