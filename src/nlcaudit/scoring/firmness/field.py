"""The steps that compete for the first places, and what of their answers may be looked into."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from nlcaudit.framework import Toolkit
from nlcaudit.scoring.firmness.counting import NEVER, place
from nlcaudit.scoring.firmness.gates import Ladder, ladder_of
from nlcaudit.scoring.ground import Ground
from nlcaudit.scoring.priorities import HAIR, NEED_CLASSES, Candidate, heaviest, need_class


@dataclass(frozen=True)
class Field:
    """Candidates in the order of the toolkit.

    Attributes:
        grounds: of every framework that they belong to.
        least: k; 0 without protection.
    """

    toolkit: Toolkit
    candidates: Sequence[Candidate]
    grounds: Mapping[str, Ground]
    least: int

    @cached_property
    def at(self) -> Mapping[str, int]:
        """Where each candidate stands."""
        return {candidate.question: at for at, candidate in enumerate(self.candidates)}

    @cached_property
    def ladders(self) -> Mapping[str, Ladder]:
        """The ladders of the frameworks that have one."""
        found = {name: ladder_of(ground, max(1, self.least)) for name, ground in self.grounds.items()}
        return {name: ladder for name, ladder in found.items() if ladder is not None}

    @cached_property
    def largest(self) -> int:
        """The largest weight of a question."""
        return heaviest(self.toolkit.by_id)

    @cached_property
    def base(self) -> list[float]:
        """The place of each as the answers are."""
        return [self.place(at, float(candidate.value)) for at, candidate in enumerate(self.candidates)]

    def place(self, at: int, value: float, *, unblocks: bool | None = None) -> float:
        """Return the place of a candidate with another value, or with another gate."""
        one = self.candidates[at]
        waits = one.unblocks if unblocks is None else unblocks
        gap = self.toolkit.top * (float(self.toolkit.values[one.target]) - value)
        return self.placed(at, one.weight * max(0.0, min(1.0, gap)), unblocks=waits)

    def placed(self, at: int, need: float, *, unblocks: bool) -> float:
        """Return the place of a candidate with so much need."""
        if need <= HAIR and not unblocks:
            return NEVER
        return self.by_class(at, unblocks=unblocks)[need_class(need, self.largest)]

    def by_class(self, at: int, *, unblocks: bool) -> Mapping[int, int]:
        """Return the place of a candidate in each class of need."""
        effort = self.candidates[at].effort
        return {size: place(unblocks=unblocks, need_class=size, effort=effort) for size in NEED_CLASSES}
