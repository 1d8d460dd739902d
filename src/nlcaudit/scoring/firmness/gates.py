"""What the next stage waits for when some gates open or close."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from nlcaudit.scoring.counts import Tally
from nlcaudit.scoring.ground import Ground
from nlcaudit.scoring.stages import Gates, States, gates_of, range_of, side_states, together
from nlcaudit.scoring.staging import states_of


@dataclass(frozen=True)
class Ladder:
    """The gates of a framework that may be tried out: those of whose question every cell may be looked into.

    Attributes:
        ground: the framework.
        gates: all of them.
        states: as they are.
        free: the questions whose gates may be tried out.
    """

    ground: Ground
    gates: Gates
    states: States
    free: frozenset[str]
    known: dict[tuple[tuple[str, bool | None], ...], frozenset[str]] = field(default_factory=dict, compare=False)

    def state(self, question: str, tallies: Mapping[str, Tally]) -> bool | None:
        """Return the state of a gate over other answers."""
        gate = next(gate for q, gate in self.gates if q.id == question)
        trees = self.ground.trees
        levels = len(trees.toolkit.levels)
        return together(side_states(tallies, trees.panel, gate.at_least, levels, cautious=False, least=1).values())

    def waiting(self, changed: States) -> frozenset[str]:
        """Return the questions that the next stage waits for with these gates changed."""
        different = tuple((q, state) for q, state in sorted(changed.items()) if state is not self.states[q])
        if different not in self.known:
            stages = len(self.ground.trees.toolkit.policy.stages)
            states = {**self.states, **dict(different)}
            self.known[different] = frozenset(b.question for b in range_of(self.gates, stages, states).blockers)
        return self.known[different]


def ladder_of(ground: Ground, least: int) -> Ladder | None:
    """Return the ladder of a framework that has a stage; one with too few answers keeps what it has.

    Args:
        ground: the framework.
        least: k, the least number of ratings from which a gate's state is told, at least 1.
    """
    if ground.result.stage is None or ground.result.node.status != "scored":
        return None
    trees = ground.trees
    gates = gates_of(trees.framework)
    states = states_of(gates, ground.told, cautious=False, least=least)
    asked = (q.id for q, _ in gates if q.id in trees.counts)
    return Ladder(ground, gates, states, frozenset(question for question in asked if _is_free(question, ground, least)))


def _is_free(question: str, ground: Ground, least: int) -> bool:
    """Tell whether a gate may be tried out: no state of it may tell what those say of whom the gate itself is silent.

    That leaves out bodies that released their answers, too, where they are fewer than `least` in a group.
    """
    raters = {group: tally.rated for group, tally in ground.trees.counts[question].items() if tally.rated}
    return all((question, group) not in ground.closed and number >= least for group, number in raters.items())
