"""What scoring yields: frozen values, cleared by the privacy rules, that every output prints from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from nlcaudit.framework.policy import Band, Stage
from nlcaudit.framework.toolkit import Role
from nlcaudit.scoring.counsel import Counsel
from nlcaudit.scoring.counts import Tally
from nlcaudit.scoring.diagnosis import Diagnosis
from nlcaudit.scoring.stages import StageRange

State = Literal["shown", "withheld", "none"]
Status = Literal["scored", "too-few-answers", "no-ratings", "not-applicable", "not-asked"]
Kind = Literal["framework", "theme", "question"]


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure from 0 to 1, or the reason why there is none.

    Attributes:
        value: None unless the state is `shown`.
        state: `withheld` when too few persons stand behind it or it would give away another; `none` when there is
            nothing to show.
        exact: numerator and denominator may be shown, too: no group under the threshold is inside.
    """

    value: Fraction | None
    state: State
    exact: bool = True

    @property
    def score(self) -> Fraction | None:
        """On the scale from 0 to 100."""
        return None if self.value is None else 100 * self.value

    def level(self, top: int) -> Fraction | None:
        """In levels, from 0 to the highest rating."""
        return None if self.value is None else top * self.value


NONE = Measure(None, "none")
WITHHELD = Measure(None, "withheld")


@dataclass(frozen=True, slots=True)
class BandRange:
    """The word for a score, as far as the bounds leave one: `low` equals `high` when they share it.

    Attributes:
        low: band of the lower bound; None when there is no shared view.
        high: band of the upper bound.
        shared_view: False when answers fall into camps, so that no word is printed.
    """

    low: Band | None
    high: Band | None
    shared_view: bool


@dataclass(frozen=True)
class Node:
    """The result at a question, a theme or a framework.

    Attributes:
        kind: what it is.
        id: of it.
        weight: in the mean of its parent.
        status: why there is a score or none.
        estimate: the mean of what was rated; `none` under the coverage threshold.
        lowest: if every missing answer were lowest.
        highest: if every missing answer were highest.
        widened: the bounds are wider than need be, because the exact ones would give a small group away.
        lowest_applicable: `lowest` with every “not applicable” at 0, where anybody said so.
        coverage: weighted share of the asked cells that were rated, 0 to 1; None when nothing was asked.
        band: the word for the score.
        sides: the estimate of each side alone.
        groups: the estimate of each group alone.
        one_sided: only one of several sides rated it.
        kinds: numbers of answers by kind over everybody; its ratings are empty while protected.
        raters: how many respondents rated anything in it.
        children: what it is the mean of.
    """

    kind: Kind
    id: str
    weight: int
    status: Status
    estimate: Measure
    lowest: Measure
    highest: Measure
    widened: bool
    lowest_applicable: Measure
    coverage: Fraction | None
    band: BandRange
    sides: Mapping[str, Measure]
    groups: Mapping[str, Measure]
    one_sided: bool
    kinds: Tally
    raters: int
    children: "tuple[Node, ...]" = ()

    def walk(self) -> "Iterator[Node]":
        """Yield this node and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Difference:
    """How far two sides are apart at a node, from the values as printed.

    Attributes:
        node: question, theme or framework.
        values: of each side, in levels, rounded to one decimal.
        levels: first side minus second, in levels.
        to_discuss: at least the declared number of levels, and still the declared part of that with any one group
            left out.
    """

    node: str
    values: tuple[tuple[str, Fraction], tuple[str, Fraction]]
    levels: Fraction
    to_discuss: bool


@dataclass(frozen=True, slots=True)
class Step:
    """A next step that the answers point to.

    Attributes:
        question: whose step it is.
        framework: the question's framework.
        rating: the lower median rating, as far as it may be told; the step leads on from it.
        need: weight × (target - value), at most one level, in levels.
        need_class: 1 little, 2 some, 3 much: thirds of the largest need possible.
        effort: 1 to 3, as the framework says.
        unblocks: a gate of the next stage hangs on it.
        rank: equal for ties.
        quick: a quick win, by the policy's classes of need and effort.
    """

    question: str
    framework: str
    rating: int
    need: Fraction
    need_class: int
    effort: int
    unblocks: bool
    rank: int
    quick: bool


@dataclass(frozen=True)
class FrameworkResult:
    """A framework's tree and what is said of it as a whole."""

    id: str
    role: Role
    node: Node
    stage: StageRange | None
    target: int | None
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Presence:
    """Who of a group was expected and came.

    Attributes:
        group: id; empty where the toolkit has no groups.
        side: id; None for a group on neither side.
        persons: how many persons answered.
        unheard: expected, and nobody came.
    """

    group: str
    side: str | None
    expected: int
    invited: int
    declined: int
    persons: int
    institutions: int
    unheard: bool


@dataclass(frozen=True, slots=True)
class InstitutionAnswer:
    """A released answer of an institution, shown under its name beside the scores of persons."""

    respondent: str
    name: str
    group: str
    ratings: Mapping[str, int]


@dataclass(frozen=True)
class Scorecard:
    """Everything that the answers say, cleared for showing.

    Attributes:
        toolkit: id, version and fingerprint.
        protected: the privacy rules were applied.
        threshold: k, the least number of persons behind a shown figure.
        voice: whose answers make the scores.
        respondents: how many of them there are.
        overall: opt-in; None when not asked for or when a competency has no score.
        overall_arithmetic: the arithmetic mean printed beside it.
        steps: in order of what to do first.
        common_steps: the same order on the questions that were put to everybody; None where all of them were.
        diagnosis: how far people agree, and what the result hangs on.
        counsel: what the result is worth, and what to do with it.
    """

    toolkit: tuple[str, str, str]
    protected: bool
    threshold: int
    voice: Literal["person", "institution"]
    respondents: int
    frameworks: tuple[FrameworkResult, ...]
    overall: float | Fraction | None
    overall_arithmetic: Fraction | None
    presence: tuple[Presence, ...]
    institutions: tuple[InstitutionAnswer, ...]
    steps: tuple[Step, ...]
    common_steps: tuple[Step, ...] | None
    stages: tuple[Stage, ...]
    diagnosis: Diagnosis
    counsel: Counsel

    def result(self, framework_id: str) -> FrameworkResult | None:
        """Return the result of one framework."""
        return next((result for result in self.frameworks if result.id == framework_id), None)

    def node(self, node_id: str) -> Node | None:
        """Return the node of a question, theme or framework."""
        return next((n for result in self.frameworks for n in result.node.walk() if n.id == node_id), None)

    @property
    def competencies(self) -> tuple[FrameworkResult, ...]:
        """The frameworks that make the profile."""
        return tuple(result for result in self.frameworks if result.role == "competency")
