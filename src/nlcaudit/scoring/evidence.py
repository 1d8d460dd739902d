"""Evidence: how much of what is rated high was shown to the other side, and what is worth asking for next."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from nlcaudit.engagement import Engagement
from nlcaudit.framework import Toolkit
from nlcaudit.messages import half_up
from nlcaudit.scoring.counsel import Wanted
from nlcaudit.scoring.ground import Ground
from nlcaudit.scoring.scorecard import Node
from nlcaudit.scoring.statistic import Statistic, none_for

TENTHS = 10
"""The share of seen evidence is told in tenths, downwards."""


@dataclass(frozen=True, slots=True)
class Witnesses:
    """Who named evidence, and whose evidence was seen: pairs of question and respondent.

    Attributes:
        named: the respondent named evidence for the answer.
        seen: a participant of another side has seen some of it.
    """

    named: frozenset[tuple[str, str]]
    seen: frozenset[tuple[str, str]]


def witnesses_of(toolkit: Toolkit, engagement: Engagement) -> Witnesses:
    """Read who has named evidence for a rating, and whose of it a participant of another side has seen."""
    named: set[tuple[str, str]] = set()
    seen: set[tuple[str, str]] = set()
    for response in engagement.scored:
        side = engagement.side_of(response.group, toolkit) if response.group else None
        for question, answer in response.answers.items():
            if answer.evidence:
                named.add((question, response.respondent))
            if any(record.seen_by not in {None, side} for record in answer.evidence):
                seen.add((question, response.respondent))
    return Witnesses(frozenset(named), frozenset(seen))


def seen_share(ground: Ground, found: Witnesses) -> Statistic:
    """Return the share of the high ratings of a framework whose evidence the other side has seen, in tenths.

    Of ratings as far as they may be told. With no high one it is 0.
    """
    told = list(ground.told.sheets(ground.sheets))
    if ground.closed and not any(sheet for _, sheet in told):
        return none_for("withheld")
    toolkit = ground.trees.toolkit
    least = toolkit.policy.evidence.ask_from
    high = [(q, name) for name, sheet in told for q, rating in sheet.items() if toolkit.values[rating] >= least]
    share = Fraction(sum(cell in found.seen for cell in high), len(high)) if high else Fraction(0)
    return Statistic(Fraction(floor(TENTHS * share), TENTHS))


def wanted_evidence(grounds: Sequence[Ground], found: Witnesses) -> tuple[Wanted, ...]:
    """Return what to ask for: what a side rates high or otherwise than the other, and has not shown.

    Read from shown values only. What the sides describe differently comes first, then what is rated highest, as
    printed.
    """
    if not grounds:
        return ()
    entries = [entry for ground in grounds for entry in _wanted(ground, found)]
    entries.sort(key=lambda entry: entry[0])
    return tuple(wanted for _, wanted in entries[: grounds[0].trees.toolkit.policy.evidence.ask_for])


def _wanted(ground: Ground, found: Witnesses) -> Iterator[tuple[tuple[bool, Fraction], Wanted]]:
    toolkit, apart = ground.trees.toolkit, _higher(ground)
    for node in ground.result.node.walk():
        for side, value in _shown(node, toolkit) if node.kind == "question" else ():
            differs = side is not None and apart.get(node.id) == side
            people = _people(ground, side)
            high = value >= toolkit.policy.evidence.ask_from
            if (high or differs) and not any((node.id, name) in found.seen for name in people):
                named = any((node.id, name) in found.named for name in people)
                printed = Fraction(half_up(toolkit.top * value, 1))
                yield (not differs, -printed), Wanted(node.id, ground.result.id, side, differs, named)


def _shown(node: Node, toolkit: Toolkit) -> list[tuple[str | None, Fraction]]:
    """Return the shown values of the sides; of everybody where there are no sides."""
    if not toolkit.sides:
        return [] if node.estimate.value is None else [(None, node.estimate.value)]
    known = [(side.id, node.sides[side.id].value) for side in toolkit.sides if side.id in node.sides]
    return [(side, value) for side, value in known if value is not None]


def _higher(ground: Ground) -> Mapping[str, str]:
    """Return the side that rates higher, of each question that is to be discussed."""
    return {d.node: max(d.values, key=lambda entry: entry[1])[0] for d in ground.result.differences if d.to_discuss}


def _people(ground: Ground, side: str | None) -> list[str]:
    side_of = ground.trees.panel.side_of
    return [name for name, (group, _) in ground.sheets.items() if side is None or side_of[group] == side]
