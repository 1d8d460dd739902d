"""Which evidence is worth asking for, after the facilitator's guide.

It is for what is rated high or seen differently, and has not been seen by the other side.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from nlcaudit.engagement import Engagement, EvidenceRecord, Rated, is_old
from nlcaudit.framework import Question, Toolkit


@dataclass(frozen=True, slots=True)
class Asking:
    """One question on which a side is asked to show something.

    Attributes:
        question: its id.
        side: the side that is asked to show it to the others.
        raters: how many of this side rate it high.
        differs: the sides describe it differently.
        brought: what this side named already and the others have not seen; with True where it is old.
    """

    question: str
    side: str
    raters: int
    differs: bool
    brought: tuple[tuple[EvidenceRecord, bool], ...]


def evidence_to_ask_for(toolkit: Toolkit, engagement: Engagement) -> tuple[Asking, ...]:
    """Return at most as many as the policy says, where the sides differ first, then where most rate high.

    Args:
        toolkit: its policy says from which value on a rating is high, and what a difference is.
        engagement: its persons are read; nobody is named.
    """
    found: list[tuple[int, Asking]] = []
    for place, question in enumerate(toolkit.by_id.values()):
        found += [(place, asking) for asking in _about(question, toolkit, engagement)]
    found.sort(key=lambda entry: (not entry[1].differs, -entry[1].raters, entry[0]))
    return tuple(asking for _, asking in found[: toolkit.policy.evidence.ask_for])


def _about(question: Question, toolkit: Toolkit, engagement: Engagement) -> Iterator[Asking]:
    """The sides that rate it high, or higher than another, and have shown nothing."""
    today = engagement.file.date if engagement.file else None
    ratings, brought = _rows(question, toolkit, engagement)
    means = {side: Fraction(sum(row), len(row)) for side, row in ratings.items() if row}
    spread = max(means.values(), default=Fraction(0)) - min(means.values(), default=Fraction(0))
    differs = len(means) > 1 and spread >= toolkit.policy.differences.at_least
    for side, mean in means.items():
        high = sum(toolkit.values[rating] >= toolkit.policy.evidence.ask_from for rating in ratings[side])
        higher = differs and mean == max(means.values())
        shown = any(record.seen_by not in (None, side) for record in brought.get(side, ()))
        named = tuple((record, is_old(record, today, toolkit)) for record in brought.get(side, ()))
        if (high or higher) and not shown:
            yield Asking(question.id, side, high, higher, named)


def _rows(
    question: Question, toolkit: Toolkit, engagement: Engagement
) -> tuple[dict[str, list[int]], dict[str, list[EvidenceRecord]]]:
    """The ratings of each side, and the evidence that it brought."""
    ratings: dict[str, list[int]] = {side.id: [] for side in toolkit.sides}
    brought: dict[str, list[EvidenceRecord]] = {}
    for response in engagement.scored:
        side = engagement.side_of(response.group, toolkit) if response.group else None
        choice = response.choice(question.id)
        if side in ratings and isinstance(choice, Rated):
            ratings[side].append(choice.rating)
            brought.setdefault(side, []).extend(response.answers[question.id].evidence)
    return ratings, brought
