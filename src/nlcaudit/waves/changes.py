"""What comes of comparing two moments: frozen values, cleared by the privacy rules."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from nlcaudit.messages import half_up
from nlcaudit.scoring import Measure
from nlcaudit.text import LocalizedText

Kind = Literal["people", "mix", "everybody"]
"""The same people; the same groups with the same weights; all who answered."""
KINDS: tuple[Kind, ...] = ("people", "mix", "everybody")
Verdict = Literal["risen", "fallen", "none"]
Why = Literal["", "few-comparisons", "small", "disagree", "evidence"]
"""Why no change is told: fewer than two comparisons, too small, the comparisons disagree, nothing new is shown."""
Apart = Literal["new", "gone", "reworded", "levels", "not-asked-then", "not-asked-now"]


@dataclass(frozen=True, slots=True)
class Pair:
    """The values of both moments in one comparison, from 0 to 1."""

    kind: Kind
    then: Measure
    now: Measure

    @property
    def shown(self) -> bool:
        """Both may be shown."""
        return self.then.value is not None and self.now.value is not None

    def change(self, top: int) -> Fraction | None:
        """Return now minus then in levels, from the values as they are printed."""
        if self.then.value is None or self.now.value is None:
            return None
        return Fraction(half_up(top * self.now.value, 1)) - Fraction(half_up(top * self.then.value, 1))


@dataclass(frozen=True)
class Line:
    """A question, or the questions of a framework that can be compared.

    Attributes:
        id: of the question or the framework, as they are called today.
        pairs: one for each comparison, in the order in which they count.
        questions: how many questions it rests on; 1 for a question.
        asked: of how many that were asked.
        fresh: evidence is named that was not there then, or not any more.
        verdict: what may be said.
        why: why nothing may be said.
        lines: of a framework, those of its questions.
    """

    id: str
    pairs: tuple[Pair, ...]
    questions: int
    asked: int
    fresh: bool
    verdict: Verdict
    why: Why
    lines: "tuple[Line, ...]" = ()

    def pair(self, kind: Kind) -> Pair:
        """Return one comparison."""
        return next(pair for pair in self.pairs if pair.kind == kind)

    def walk(self) -> "Iterator[Line]":
        """Yield this line and those below it."""
        yield self
        yield from self.lines


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A question that cannot be compared.

    Attributes:
        id: as it was called when it was last asked.
        apart: why.
        text: what it asked, where only the earlier toolkit knows it.
        old: only the earlier toolkit knows it.
    """

    id: str
    apart: Apart
    text: LocalizedText | None = None
    old: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """How far the two sides were apart on a question and are now, in levels, from the printed values of both."""

    question: str
    then: Fraction
    now: Fraction


@dataclass(frozen=True)
class Changes:
    """What changed between two moments.

    Attributes:
        then: the date of the earlier one.
        lines: of each framework of which anything can be compared.
        unmatched: what cannot be compared.
        stayed: how many people answered both times, in the same group.
        before: how many answered then.
        now: how many answer now.
        gaps: how far two sides are apart, where both reports show it.
    """

    then: date | None
    lines: tuple[Line, ...]
    unmatched: tuple[Unmatched, ...]
    stayed: int
    before: int
    now: int
    gaps: tuple[Gap, ...] = ()
