"""What a result is worth and what to do with it. Values as they are printed.

Trust, evidence to ask for, firmness of the first steps, lessons, how it was a year ago, what was agreed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from nlcaudit.engagement import EvidenceRecord
from nlcaudit.framework.judging import Grade
from nlcaudit.scoring.deferred import Later
from nlcaudit.scoring.statistic import Statistic


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A demand that is not met.

    Attributes:
        demand: `score` (there is none to trust), `coverage`, `persons`, `evidence`, or `unheard` (an expected group).
        side: whose persons are too few; None for the others, and in a toolkit without sides.
        have: what there is: a share, or a number of persons; None where there is nothing to count or to tell.
        need: what the next grade asks for.
    """

    demand: Literal["score", "coverage", "persons", "evidence", "unheard"]
    side: str | None = None
    have: Fraction | None = None
    need: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Trust:
    """How far to trust one competency.

    Attributes:
        grade: A is best.
        following: the next better grade; None at the best.
        shortfalls: what keeps it from that.
        hear: the groups to hear next.
        seen: share of the high ratings whose evidence the other side has seen, in tenths, downwards.
    """

    grade: Grade
    following: Grade | None
    shortfalls: tuple[Shortfall, ...]
    hear: tuple[str, ...]
    seen: Statistic


@dataclass(frozen=True, slots=True)
class Wanted:
    """Evidence that one side is asked to show to the other.

    Attributes:
        question: what it is about.
        framework: the question's framework.
        side: who is asked; None in a toolkit without sides.
        differs: the sides describe it so differently that it is to be discussed.
        named: somebody of this side has named evidence that the other has not seen.
    """

    question: str
    framework: str
    side: str | None
    differs: bool
    named: bool


@dataclass(frozen=True, slots=True)
class Firm:
    """In how many of the variations a step stays among the first: shares in hundredths, downwards.

    Attributes:
        choices: of weights, spacing of the levels, and questions.
        room: without one person or one group.
        unanswered: with missing answers at the ends of the scale.
    """

    choices: Statistic
    room: Statistic
    unanswered: Statistic

    @property
    def smallest(self) -> Fraction:
        """The smallest of the three that is there: what is said first."""
        return min(Fraction(one.value) for one in (self.choices, self.room, self.unanswered) if one.value is not None)


@dataclass(frozen=True)
class Firmness:
    """How firmly the first steps stand.

    Attributes:
        first: a step is among the first when fewer than so many come before it.
        steps: id of the question → the shares, for every step that is among the first, in order.
        draws: of our choices, and of what nobody answered.
        people: how many were left out in turn; of whom nothing may be told, nobody is left out.
        groups: how many were left out in turn.
    """

    first: int
    steps: Mapping[str, Firm]
    draws: int
    people: int
    groups: int


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson, rated directly and through the questions that serve it; from shown figures only.

    Attributes:
        id: of the lesson's question.
        direct: its own score, 0 to 1; None where it is not shown.
        served: weighted mean score of the questions that serve it and whose score is shown; None without any.
        scored: how many these are.
        serving: how many of the questions that were asked serve it.
        contradicts: direct and served lie as far apart as the policy calls a contradiction.
    """

    id: str
    direct: Fraction | None
    served: Fraction | None
    scored: int
    serving: int
    contradicts: bool


@dataclass(frozen=True, slots=True)
class Remembered:
    """How a question stood a year ago, as it is remembered today; never scored.

    Attributes:
        people: how many said so.
        value: mean value, weighed as a score is, 0 to 1, to a thousandth; withheld under k people.
    """

    people: int
    value: Statistic


@dataclass(frozen=True, slots=True)
class Agreed:
    """A rating that the sides agreed on in a workshop; it stands beside the first answers and never enters a score.

    Attributes:
        question: its id.
        rating: the level.
        reason: in the words of the meeting.
        date: of the agreement.
        sides: which agreed.
        evidence: what convinced them, in words.
    """

    question: str
    rating: int
    reason: str
    date: date
    sides: tuple[str, ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Registered:
    """A piece of evidence that a report may name: what convinced a meeting, or what a released institution named.

    What a person named is for the keeper alone: it could tell who the person is.

    Attributes:
        question: its id.
        institution: that named it; None for what convinced a meeting.
        record: the evidence itself.
        old: older than the toolkit's limit on the day of the engagement.
    """

    question: str
    institution: str | None
    record: EvidenceRecord
    old: bool


@dataclass(frozen=True)
class Counsel:
    """All of it for one engagement.

    Attributes:
        trust: id of a competency → how far to trust it.
        evidence: what to ask for, the most useful first.
        later_firmness: the firmness of the first steps; most of the work, and few outputs show it.
        lessons: in the order of the toolkit.
        remembered: id of a question → how it stood a year ago, where anybody said so.
        agreed: in the order of the toolkit.
        register: the evidence that a report may name, in the order of the toolkit.
    """

    trust: Mapping[str, Trust]
    evidence: tuple[Wanted, ...]
    later_firmness: Later[Firmness]
    lessons: tuple[Lesson, ...]
    remembered: Mapping[str, Remembered]
    agreed: tuple[Agreed, ...]
    register: tuple[Registered, ...] = ()

    @property
    def firmness(self) -> Firmness:
        """How firmly the first steps stand."""
        return self.later_firmness.value
