"""How a toolkit is scored. The code reads every threshold from here; none is written in Python.

What a toolkit leaves out comes from `frameworks/policy.yaml`, which documents each default.
"""

from typing import Annotated, Literal

from pydantic import Field

from nlcaudit.shape import Exact, Id, Share, Strict
from nlcaudit.text import LocalizedText

Weight = Annotated[int, Field(ge=0)]
Mean = Literal["arithmetic", "geometric", "harmonic", "minimum"]
Grade = Literal["A", "B", "C", "D"]


class Coverage(Strict):
    """Below `threshold` (0…1) a node has bounds but neither score nor band."""

    threshold: Share


class SharedView(Strict):
    """There is a shared view when `share` (0…1) of the ratings lie `within` so many levels of one of them."""

    share: Share
    within: int = Field(ge=0)


class Band(Strict):
    """The word for scores from `at_least` (0…100) up to the next band."""

    id: Id
    label: LocalizedText
    at_least: Exact


class Stage(Strict):
    """A rung of the gate ladder; the first declared is stage 1."""

    id: Id
    label: LocalizedText


class Weights(Strict):
    """Weights of sides and groups, 0 or more; those not named weigh 1."""

    sides: dict[Id, Weight] = {}
    groups: dict[Id, Weight] = {}


class Overall(Strict):
    """The opt-in overall score: a power mean of the competencies."""

    show: bool
    mean: Mean


class Privacy(Strict):
    """No value is shown that rests on fewer than `threshold` persons; an engagement may set `minimum` or more."""

    threshold: int = Field(ge=2)
    minimum: int = Field(ge=2)


class Differences(Strict):
    """When a difference between sides, in levels, is listed for discussion."""

    at_least: Exact
    without_any_group: Exact


class TrustRule(Strict):
    """What a competency's result must fulfil to earn a grade; the first rule fulfilled counts, else D."""

    grade: Grade
    coverage: Share
    persons_per_side: int = Field(ge=0)
    seen_evidence: Share


class Trust(Strict):
    """The trust grades, best first, and the best grade possible while an expected group is unheard."""

    rules: tuple[TrustRule, ...] = Field(min_length=1)
    unheard_at_best: Grade


class ScoringPolicy(Strict):
    """The whole policy of a toolkit."""

    coverage: Coverage
    shared_view: SharedView
    bands: tuple[Band, ...] = Field(min_length=1)
    stages: tuple[Stage, ...] = ()
    weights: Weights
    overall: Overall
    privacy: Privacy
    differences: Differences
    trust: Trust


class PolicyFile(ScoringPolicy):
    """A file that holds a whole policy, such as `frameworks/policy.yaml`."""

    schema_: str = Field(alias="schema")
