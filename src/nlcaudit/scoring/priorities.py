"""What to do first: need × effort, with what the next stage waits for before everything else (section 3)."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from nlcaudit.framework import Question, Toolkit
from nlcaudit.framework.judging import QuickWin
from nlcaudit.scoring.counts import Counts, total
from nlcaudit.scoring.ground import Ground
from nlcaudit.scoring.scorecard import FrameworkResult, Node, Step
from nlcaudit.scoring.stages import lower_median

NEED_CLASSES = (1, 2, 3)
"""Little, some, much."""
CLASSES = len(NEED_CLASSES)
HAIR = 1e-9
"""What floats may be off at the edge of a class."""
Order = tuple[bool, int, int]
"""Not needed before the next stage, the class of need turned round, effort: what comes first is smallest."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question that has a step to offer.

    Attributes:
        question: its id.
        framework: the question's framework.
        rating: the lower median as far as it may be told, from which the step leads on.
        target: the rating to be reached: the engagement's target, else the next level.
        value: the shown score, 0 to 1.
        weight: of the question.
        effort: of the step, 1 to 3.
        unblocks: a gate of the next stage hangs on it.
    """

    question: str
    framework: str
    rating: int
    target: int
    value: Fraction
    weight: int
    effort: int
    unblocks: bool


def candidates_of(toolkit: Toolkit, grounds: Iterable[Ground]) -> list[Candidate]:
    """Return every question of a competency that has a shown score and a step to offer, in the toolkit's order."""
    found: list[Candidate] = []
    for ground in grounds:
        result = ground.result
        if result.role == "competency":
            blocking = {b.question for b in result.stage.blockers} if result.stage else set()
            found += _candidates(toolkit, result, ground.told.counts, blocking)
    return found


def _candidates(
    toolkit: Toolkit, result: FrameworkResult, counts: Counts, blocking: Collection[str]
) -> Iterator[Candidate]:  # fmt: skip
    for node in result.node.walk():
        rating = _rating(toolkit, node, counts)
        if node.estimate.value is None or rating is None:
            continue
        question = toolkit.by_id[node.id]
        following = question.levels[rating].next_step
        if following is not None:
            target = min(toolkit.top, rating + 1 if result.target is None else result.target)
            yield Candidate(node.id, result.id, rating, target, node.estimate.value, question.weight, following.effort,
                            node.id in blocking)  # fmt: skip


def _rating(toolkit: Toolkit, node: Node, counts: Counts) -> int | None:
    """Return the lower median rating of a question that can still grow."""
    if node.kind != "question":
        return None
    rating = lower_median(total(counts.get(node.id, {}).values(), len(toolkit.levels)).ratings)
    return None if rating is None or rating >= toolkit.top else rating


def steps_of(toolkit: Toolkit, candidates: Sequence[Candidate]) -> tuple[Step, ...]:
    """Return the next steps in order.

    Order: needed before the next stage; then the class of need, from much to little; then effort, from small to
    large. Steps alike in all three share a rank: nothing in the answers puts one before the other.
    """
    largest, quick = heaviest(toolkit.by_id), toolkit.policy.priorities.quick_win
    found = [_step(toolkit, candidate, largest, quick) for candidate in candidates]
    return ranked([step for step in found if step.need or step.unblocks])


def _step(toolkit: Toolkit, one: Candidate, largest: int, quick: QuickWin) -> Step:
    gap = toolkit.top * (toolkit.values[one.target] - one.value)
    need = one.weight * max(Fraction(0), min(Fraction(1), gap))
    size = need_class(need, largest)
    return Step(one.question, one.framework, one.rating, need, size, one.effort, one.unblocks, 0,
                quick=size >= quick.need and one.effort <= quick.effort)  # fmt: skip


def heaviest(questions: Mapping[str, Question]) -> int:
    """Return the largest weight of a question: the largest need possible, in levels."""
    return max((question.weight for question in questions.values()), default=1)


def need_class(need: Fraction | float, largest: int) -> int:
    """Return 1, 2 or 3: the third of the largest possible need into which a need falls."""
    if not largest:
        return 1
    return min(CLASSES, 1 + int(CLASSES * need / largest + (0 if isinstance(need, Fraction) else HAIR)))


def order_of(step: Step) -> Order:
    """Return what a step is ordered by."""
    return not step.unblocks, -step.need_class, step.effort


def ranked(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Put steps in order and number them; equal ones share the number of the first."""
    ordered = sorted(steps, key=order_of)
    found: list[Step] = []
    for number, step in enumerate(ordered, start=1):
        tied = found and order_of(found[-1]) == order_of(step)
        found.append(replace(step, rank=found[-1].rank if tied else number))
    return tuple(found)


def asked_of_all(toolkit: Toolkit, steps: Sequence[Step], counts: Counts, people: int) -> tuple[Step, ...] | None:
    """Repeat the order on the questions that were put to everybody; None where all of them were."""
    asked = {
        question: sum(t.cells + t.outside_powers + t.not_applicable for t in tallies.values()) == people
        for question, tallies in counts.items()
        if toolkit.roles[toolkit.home[question][0].id] == "competency"
    }
    return None if all(asked.values()) else ranked(step for step in steps if asked[step.question])
