"""How a toolkit is scored. The code reads every threshold from here; none is written in Python.

What a toolkit leaves out comes from `frameworks/policy.yaml`, which documents each default.
"""

from typing import Annotated, Literal

from pydantic import Field

from nlcaudit.framework.judging import LessonsPolicy, Priorities, Trust
from nlcaudit.shape import Exact, Id, Share, Strict
from nlcaudit.text import LanguageTag, LocalizedText, SomeText

Weight = Annotated[int, Field(ge=0)]
Mean = Literal["arithmetic", "geometric", "harmonic", "minimum"]


class Coverage(Strict):
    """Below `threshold` (0…1) a node has bounds but neither score nor band.

    Attributes:
        threshold: the least share of the answers that must be there.
    """

    threshold: Share


class SharedView(Strict):
    """There is a shared view when `share` (0…1) of the ratings lie `within` so many levels of one of them.

    Attributes:
        share: of the ratings.
        within: how many levels apart they may lie.
    """

    share: Share
    within: int = Field(ge=0)


class Band(Strict):
    """The word for scores from `at_least` (0…100) up to the next band.

    Attributes:
        id: used in files.
        label: the word that the report prints.
        at_least: the score at which the band begins; the first begins at 0.
    """

    id: Id
    label: LocalizedText
    at_least: Exact


class Stage(Strict):
    """A rung of the gate ladder; the first declared is stage 1.

    Attributes:
        id: used in files.
        label: the word that the report prints.
    """

    id: Id
    label: LocalizedText


class Weights(Strict):
    """Weights of sides and groups, 0 or more; those not named weigh 1.

    Attributes:
        sides: id of a side → its weight.
        groups: id of a group → its weight.
    """

    sides: dict[Id, Weight] = {}
    groups: dict[Id, Weight] = {}


class Overall(Strict):
    """The opt-in overall score: a power mean of the competencies.

    Attributes:
        show: whether the report prints one number for everything.
        mean: how the competencies are put together; `geometric` does not let a strong one hide a weak one.
    """

    show: bool
    mean: Mean


class Privacy(Strict):
    """No value is shown that rests on fewer than `threshold` persons; an engagement may set `minimum` or more.

    Attributes:
        threshold: the least number of persons behind a value.
        minimum: the least that an engagement may set for itself.
    """

    threshold: int = Field(ge=2)
    minimum: int = Field(ge=2)


class Differences(Strict):
    """When a difference between sides, in levels, is listed for discussion.

    Attributes:
        at_least: how many levels lie between the sides.
        without_any_group: how many must remain whichever single group is left out.
    """

    at_least: Exact
    without_any_group: Exact


class ChangesPolicy(Strict):
    """When a change since an earlier wave is told as one.

    Attributes:
        more_than: the levels that each of two comparisons must exceed.
    """

    more_than: Exact


class EvidencePolicy(Strict):
    """When evidence is old, and for which ratings it is asked for.

    Attributes:
        months: evidence that is at least so old is marked; left out, none is.
        ask_from: evidence is asked for where the value of a rating, 0…1, is at least this.
        ask_for: at most so many times.
    """

    months: int | None = Field(default=None, ge=1)
    ask_from: Share
    ask_for: int = Field(ge=1)


class Agreement(Strict):
    """From when on agreement between people is told, and how coarsely.

    Attributes:
        respondents: fewer of them leave coefficients undefined.
        questions: fewer that two or more rated leave them undefined.
        moves: so many answers must be able to move by a level before a distance over people of small groups changes
            by a tenth of a level, which is how it is printed.
    """

    respondents: int = Field(ge=2)
    questions: int = Field(ge=2)
    moves: int = Field(ge=1)


class Resampling(Strict):
    """How results are tried out on other people: seeds and numbers of draws.

    Attributes:
        seed: of everything drawn at random.
        deals: of whole respondents to the sides.
        draws: of weights of respondents.
        interval: share of the draws inside an interval, 0 to 1.
        respondents: fewer of them give no interval.
    """

    seed: int = Field(ge=0)
    deals: int = Field(ge=1)
    draws: int = Field(ge=1)
    interval: Share
    respondents: int = Field(ge=2)


class StraightLine(Strict):
    """When a respondent's ratings are suspiciously alike.

    Attributes:
        ratings: fewer ratings are not looked at.
        share: the share of them that is the same.
    """

    ratings: int = Field(ge=2)
    share: Share


class Advice(Strict):
    """From where on `validate` gives advice.

    Attributes:
        questions: the least number of questions of a competency.
        largest_weight: the largest share of its framework's weight that a theme or question may be given.
        straight_line: when ratings are suspiciously alike.
        lesson_gap: how far a lesson's direct rating may lie from what serves it, as a share of the scale.
        titles: language → the titles by which a person's name is noticed in a text.
    """

    questions: int = Field(ge=1)
    largest_weight: Share
    straight_line: StraightLine
    lesson_gap: Share
    titles: dict[LanguageTag, tuple[SomeText, ...]]


class ScoringPolicy(Strict):
    """The whole policy of a toolkit.

    Attributes:
        coverage: how many answers a score needs.
        shared_view: when people see something alike.
        bands: the words for scores from 0 to 100, in ascending order.
        stages: the rungs of the gate ladder, in ascending order.
        weights: of sides and groups, where they are not 1.
        overall: whether there is one number for everything.
        privacy: on how many persons a value must rest.
        differences: when a difference between the sides is worth a discussion.
        changes: when a change since an earlier wave is told.
        evidence: when it is too old, and where it is asked for.
        agreement: from when on it is told how far people agree.
        resampling: how results are tried out on other people.
        trust: how far to trust a result.
        advice: from where on `validate` gives advice.
        priorities: what to do first, and how firmly that stands.
        lessons: when a lesson's rating and the questions that serve it contradict each other.
    """

    coverage: Coverage
    shared_view: SharedView
    bands: tuple[Band, ...] = Field(min_length=1)
    stages: tuple[Stage, ...] = ()
    weights: Weights
    overall: Overall
    privacy: Privacy
    differences: Differences
    changes: ChangesPolicy
    evidence: EvidencePolicy
    agreement: Agreement
    resampling: Resampling
    trust: Trust
    advice: Advice
    priorities: Priorities
    lessons: LessonsPolicy


class PolicyFile(ScoringPolicy):
    """A file that holds a whole policy, such as `frameworks/policy.yaml`.

    Attributes:
        schema: what this file is.
    """

    schema_: str = Field(alias="schema")
