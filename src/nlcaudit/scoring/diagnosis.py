"""What a diagnosis adds to the scores: how far people agree, and what the result hangs on. Values as they are printed.

Each figure here is rounded as it is shown, in every output: what is finer is nobody's business.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from nlcaudit.scoring.statistic import Span, Statistic


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far people agree on some questions.

    Attributes:
        people: how many take part in it.
        questions: on how many questions.
        partial: only groups take part that may be shown alone.
        same_group: mean distance of two people of one group, in levels, to a tenth.
        same_side: of two people of one side; of any two, where the toolkit has no sides.
        opposite: of two people of different sides.
        alpha: Krippendorff's α, ordinal metric, to a hundredth, with the jackknife's standard error.
        ac2: Gwet's AC2, quadratic weights, likewise.
    """

    people: int
    questions: int
    partial: bool
    same_group: Statistic
    same_side: Statistic
    opposite: Statistic
    alpha: Statistic
    ac2: Statistic


@dataclass(frozen=True, slots=True)
class Sampling:
    """Where a score lies with other people, from 0 to 1, to a thousandth.

    Attributes:
        without_person: with any one person left out; while protected, to a hundredth, outwards.
        without_group: with any one group left out.
        interval: where it might lie had other people of the same groups come.
    """

    without_person: Span
    without_group: Span
    interval: Span


@dataclass(frozen=True, slots=True)
class Spread:
    """The spread of one question.

    Attributes:
        people: how many answers it is taken over.
        deviation: average distance from the median, in levels, to a hundredth.
        delta: Cliff's δ of the first side over the second, -1 to 1, to a hundredth.
    """

    people: int
    deviation: Statistic
    delta: Statistic


@dataclass(frozen=True, slots=True)
class Piece:
    """Neighbouring levels that are told together.

    Attributes:
        low: the lowest rating in it.
        high: the highest.
        people: how many chose one of these.
    """

    low: int
    high: int
    people: int


@dataclass(frozen=True, slots=True)
class Strip:
    """How many people chose which level.

    Attributes:
        people: all of them.
        pieces: from the lowest level to the highest.
    """

    people: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Diagnosis:
    """Agreement and sampling of an engagement.

    Attributes:
        agreement: over all questions of the competencies.
        by_framework: over those of each framework.
        sampling: of each framework's score.
        spread: of each question.
        strips: of each question of which enough answers may be looked into.
        chance: how often a deal of the people to the sides gives a difference as wide as each competency's, in
            hundredths of the deals.
        deals: how many deals.
    """

    agreement: Agreement
    by_framework: Mapping[str, Agreement]
    sampling: Mapping[str, Sampling]
    spread: Mapping[str, Spread]
    strips: Mapping[str, Strip]
    chance: Mapping[str, Statistic]
    deals: int
