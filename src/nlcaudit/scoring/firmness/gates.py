"""What the next stage waits for when some gates open or close."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from nlcaudit.scoring.counts import Counts, Tally
from nlcaudit.scoring.ground import Ground
from nlcaudit.scoring.stages import Gates, States, gate_state, gates_of, range_of
from nlcaudit.scoring.staging import states_of


@dataclass(frozen=True)
class Ladder:
    """The gates of a framework that may be tried out: those of whose question every cell may be looked into.

    Attributes:
        ground: the framework.
        gates: all of them.
        states: as they are.
        least: k, the least number of ratings from which a gate's state is told; 0 without protection.
        free: the questions whose gates may be tried out.
    """

    ground: Ground
    gates: Gates
    states: States
    least: int
    free: frozenset[str]
    known: dict[tuple[tuple[str, bool | None], ...], frozenset[str]] = field(default_factory=dict, compare=False)

    def state(self, question: str, tallies: Mapping[str, Tally], less: int = 0) -> bool | None:
        """Return the state of a gate over other answers, of which `less` were left out."""
        gate = next(gate for q, gate in self.gates if q.id == question)
        trees = self.ground.trees
        levels = len(trees.toolkit.levels)
        return gate_state(tallies, trees.panel, gate.at_least, levels, least=max(0, self.least - less))

    def waiting(self, changed: States) -> frozenset[str]:
        """Return the questions that the next stage waits for with these gates changed."""
        different = tuple((q, state) for q, state in sorted(changed.items()) if state is not self.states[q])
        if different not in self.known:
            stages = len(self.ground.trees.toolkit.policy.stages)
            states = {**self.states, **dict(different)}
            self.known[different] = frozenset(b.question for b in range_of(self.gates, stages, states).blockers)
        return self.known[different]


def ladder_of(ground: Ground, least: int) -> Ladder | None:
    """Return the ladder of a framework that has a stage; one with too few answers keeps what it has."""
    if ground.result.stage is None or ground.result.node.status != "scored":
        return None
    trees = ground.trees
    gates = gates_of(trees.framework)
    return Ladder(ground, gates, states_of(gates, ground.told, least=least), least, _free(gates, ground, trees.counts))


def _free(gates: Gates, ground: Ground, counts: Counts) -> frozenset[str]:
    closed = {question for question, _ in ground.closed}
    return frozenset(q.id for q, _ in gates if q.id in counts and q.id not in closed)
