"""How a result is judged: how far to trust it, what to do first, when lessons contradict. Part of the policy."""

from typing import Literal

from pydantic import Field

from nlcaudit.shape import Exact, Share, Strict

Grade = Literal["A", "B", "C", "D"]


class TrustRule(Strict):
    """What a competency's result must fulfil to earn a grade; the first rule fulfilled counts, else D.

    Attributes:
        grade: the grade that is earned.
        coverage: the least share of the answers that is there.
        persons_per_side: the least number of persons heard on each side.
        seen_evidence: the least share of the high ratings (`evidence.ask_from`) whose evidence the other side has seen.
    """

    grade: Grade
    coverage: Share
    persons_per_side: int = Field(ge=0)
    seen_evidence: Share


class Trust(Strict):
    """The trust grades, best first, and the best grade possible while an expected group is unheard.

    Attributes:
        rules: what each grade asks for, the best grade first.
        unheard_at_best: the best grade while a group that was expected has not answered.
    """

    rules: tuple[TrustRule, ...] = Field(min_length=1)
    unheard_at_best: Grade


class QuickWin(Strict):
    """Which steps are called quick wins.

    Attributes:
        need: at least this class of need, 1 to 3.
        effort: at most this class of effort, 1 to 3.
    """

    need: int = Field(ge=1, le=3)
    effort: int = Field(ge=1, le=3)


class Priorities(Strict):
    """What is told of the order of the steps, and how it is tried out.

    Attributes:
        first: a step is among the first when fewer than so many come before it.
        quick_win: which steps are called quick wins.
        seed: of everything drawn at random.
        draws: of weights and spacings, and of what nobody answered.
        weights: every weight is drawn between 1 - this and 1 + this times itself.
    """

    first: int = Field(ge=1)
    quick_win: QuickWin
    seed: int = Field(ge=0)
    draws: int = Field(ge=1)
    weights: Share


class LessonsPolicy(Strict):
    """When a lesson's rating and the questions that serve it contradict each other.

    Attributes:
        apart: so many levels, as printed, lie between them at least.
        questions: so many of the questions have a score at least.
    """

    apart: Exact
    questions: int = Field(ge=1)
