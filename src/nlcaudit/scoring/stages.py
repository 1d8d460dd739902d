"""The gate ladder: a stage is reached when every gate up to it holds, cumulatively.

As in C2M2 (version 2.1, section on maturity indicator levels): one gate below that fails blocks every stage above.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from nlcaudit.framework import Framework, Question
from nlcaudit.framework.questions import Gate
from nlcaudit.scoring.counts import Tally, total
from nlcaudit.scoring.panel import ASIDE, Panel

Holds = Callable[[bool | None], bool]


@dataclass(frozen=True, slots=True)
class Blocker:
    """A question whose gate keeps the next stage closed, or may."""

    question: str
    stage: int
    at_least: int
    known: bool
    """False when nobody on some side rated it, or too few did to say how: it may be open or closed."""


@dataclass(frozen=True, slots=True)
class StageRange:
    """The stage reached for certain, the highest that is possible, and what is needed before the next.

    Attributes:
        lowest: 0 when not even stage 1 is certain.
        highest: equal to `lowest` when all gates could be judged.
        blockers: the gates of the stage after `lowest` that do not hold for certain.
    """

    lowest: int
    highest: int
    blockers: tuple[Blocker, ...]


def lower_median(ratings: tuple[int, ...]) -> int | None:
    """Return the lower median of ratings given as counts; None when there are none."""
    number = sum(ratings)
    reached = 0
    for rating, count in enumerate(ratings):
        reached += count
        if number and 2 * reached >= number:
            return rating
    return None


def together(states: Iterable[bool | None]) -> bool | None:
    """Return the state of a gate from those of the sides: one that fails closes it, one that is not known hides it."""
    found = set(states)
    if False in found:
        return False
    return None if not found or None in found else True


def side_states(
    tallies: Mapping[str, Tally], panel: Panel, at_least: int, levels: int, *, cautious: bool, least: int
) -> dict[str, bool | None]:
    """Tell of each side whether a gate holds; None when that is not known, or must not be.

    A side whose every answer lies outside the score (not applicable, outside its powers) is left out.

    Args:
        tallies: the answers to the gate's question, by group.
        panel: which group is on which side.
        at_least: the rating that each side's lower median must reach.
        levels: of the scale.
        cautious: let missing answers count as lowest and as highest, instead of leaving them out.
        least: the least number of ratings from which a side's state may be told, at least 1: with a gate at the lowest
            or the highest rating it would tell what a single person answered.
    """
    sides: dict[str, list[Tally]] = {}
    for group, tally in tallies.items():
        if tally.cells:
            sides.setdefault(panel.side_of.get(group, ASIDE), []).append(tally)
    whole = {side: total(found, levels) for side, found in sides.items()}
    return {
        side: _side_state(tally, at_least, cautious=cautious) if tally.rated >= least else None
        for side, tally in whole.items()
    }


def _side_state(tally: Tally, at_least: int, *, cautious: bool) -> bool | None:
    missing = tally.missing if cautious else 0
    low, *between, high = tally.ratings
    worst, best = lower_median((low + missing, *between, high)), lower_median((low, *between, high + missing))
    if best is not None and best < at_least:
        return False
    return True if worst is not None and worst >= at_least else None


Gates = Sequence[tuple[Question, Gate]]
States = Mapping[str, bool | None]


def gates_of(framework: Framework) -> Gates:
    """Return the questions that have a gate."""
    return [(q, q.gate) for q in framework.questions if q.gate is not None]


def range_of(gates: Gates, stages: int, states: States) -> StageRange:
    """Return where a framework stands whose gates are in these states."""
    lowest = _climb(gates, stages, lambda state: state is True, states)
    highest = _climb(gates, stages, lambda state: state is not False, states)
    blockers = tuple(
        Blocker(q.id, gate.stage, gate.at_least, states[q.id] is not None)
        for q, gate in gates
        if gate.stage == next_gate(gates, states) and states[q.id] is not True
    )
    return StageRange(lowest, highest, blockers)


def next_gate(gates: Gates, states: States) -> int | None:
    """Return the stage of the first gate that does not hold for certain; None when there is none."""
    return min((gate.stage for q, gate in gates if states[q.id] is not True), default=None)


def _climb(gates: Gates, stages: int, holds: Holds, states: States) -> int:
    reached = 0
    for stage in range(1, stages + 1):
        if not all(holds(states[q.id]) for q, gate in gates if gate.stage == stage):
            break
        reached = stage
    return reached
