"""Where a framework stands on the ladder, as far as that may be told."""

from nlcaudit.framework import Framework
from nlcaudit.scoring.stages import Gates, StageRange, States, gates_of, range_of, side_states, together
from nlcaudit.scoring.told import Told


def stage_range(framework: Framework, told: Told, stages: int, *, cautious: bool, least: int) -> StageRange | None:
    """Return where a framework stands on the ladder; None when it has no gates.

    `cautious` is for a framework with too few answers: the range then holds whatever the missing ones would be.
    A side with fewer ratings than `least` leaves a gate open and closed; so does one of which nothing is shown.
    """
    gates = gates_of(framework)
    if not gates or not stages:
        return None
    return range_of(gates, stages, states_of(gates, told, cautious=cautious, least=least))


def states_of(gates: Gates, told: Told, *, cautious: bool, least: int) -> States:
    """Return the state of each gate, as far as it may be told."""
    found = {}
    for question, gate in gates:
        tallies, panel = told.counts.get(question.id, {}), told.trees.panel
        levels = len(question.levels)
        sides = side_states(tallies, panel, gate.at_least, levels, cautious=cautious, least=least)
        silent = (panel.side_of[group] for asked, group in told.hidden if asked == question.id)
        found[question.id] = together((sides | dict.fromkeys(silent)).values())
    return found
