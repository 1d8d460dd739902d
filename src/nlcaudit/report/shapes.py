"""What charts show: figures only, from 0 to 1; the words stand beside them."""

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Bar:
    """A score as a bar; every figure from 0 to 1.

    Attributes:
        score: the length; None draws no bar.
        lowest: where the line of the bounds begins; None draws none.
        highest: where it ends.
        marks: the value of each side, in the order of the toolkit; None where it is not shown.
    """

    kind: ClassVar[str] = "bar"
    score: Fraction | None
    lowest: Fraction | None
    highest: Fraction | None
    marks: tuple[Fraction | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Dumbbell:
    """Values on one line from 0 to 1, with ticks; the first has the mark of the number `begins`."""

    kind: ClassVar[str] = "dumbbell"
    values: tuple[Fraction | None, ...]
    ticks: tuple[Fraction, ...]
    begins: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A row of boxes with a sign for each thing in them.

    Attributes:
        boxes: how many round signs stand in each box.
        marked: how many square ones stand before them.
    """

    kind: ClassVar[str] = "grid"
    boxes: tuple[int, ...]
    marked: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """How many people chose which level: blocks beside each other, the tallest of all such charts 1 high.

    Attributes:
        spans: over how many levels each block goes.
        heights: 0 to 1; a block's area is as the number of its people.
    """

    kind: ClassVar[str] = "strip"
    spans: tuple[int, ...]
    heights: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class Radar:
    """Scores from 0 to 1 on axes that go clockwise from the top.

    Attributes:
        scores: one an axis.
        marks: the values of each side on every axis; None where one is not shown.
    """

    kind: ClassVar[str] = "radar"
    scores: tuple[Fraction, ...]
    marks: tuple[tuple[Fraction | None, ...], ...] = ()


Chart = Bar | Dumbbell | Grid | Strip | Radar
