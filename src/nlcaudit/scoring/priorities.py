"""What to do first: need × effort, with what the next stage waits for before everything else (section 3)."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from nlcaudit.framework import Question, Toolkit
from nlcaudit.scoring.counts import Counts, total
from nlcaudit.scoring.scorecard import FrameworkResult, Node, Step
from nlcaudit.scoring.stages import lower_median

CLASSES = 3


def steps_of(toolkit: Toolkit, results: Iterable[FrameworkResult], counts: Counts) -> tuple[Step, ...]:
    """Return the next steps of every question that has a shown score and room to grow, in order.

    Order: needed before the next stage; then the class of need, from much to little; then effort, from small to
    large. Steps alike in all three share a rank: nothing in the answers puts one before the other.
    """
    found: list[tuple[tuple[int, int, int], Step]] = []
    for result in results:
        if result.role != "competency":
            continue
        blocking = {b.question for b in result.stage.blockers} if result.stage else set()
        for node in result.node.walk():
            step = _step(toolkit, result, node, counts, blocking) if node.kind == "question" else None
            if step is not None:
                found.append(((not step.unblocks, -step.need_class, step.effort), step))
    found.sort(key=lambda entry: entry[0])
    return _ranked(found)


def _step(toolkit: Toolkit, result: FrameworkResult, node: Node, counts: Counts, blocking: set[str]) -> Step | None:
    question = toolkit.by_id[node.id]
    value = node.estimate.level(toolkit.top)
    rating = lower_median(total(counts.get(node.id, {}).values(), len(toolkit.levels)).ratings)
    if value is None or rating is None or rating >= toolkit.top:
        return None
    target = Fraction(result.target if result.target is not None else rating + 1)
    need = question.weight * max(Fraction(0), min(Fraction(1), target - value))
    following = question.levels[rating].next_step
    if following is None or (need == 0 and node.id not in blocking):
        return None
    return Step(
        question.id, result.id, rating, need, need_class(need, heaviest(toolkit.by_id)), following.effort,
        node.id in blocking, 0,
    )  # fmt: skip


def heaviest(questions: Mapping[str, Question]) -> int:
    """Return the largest weight of a question: the largest need possible, in levels."""
    return max((question.weight for question in questions.values()), default=1)


def need_class(need: Fraction, largest: int) -> int:
    """Return 1, 2 or 3: the third of the largest possible need into which a need falls."""
    if not largest:
        return 1
    return min(CLASSES, 1 + int(CLASSES * need / largest))


def _ranked(found: list[tuple[tuple[int, int, int], Step]]) -> tuple[Step, ...]:
    steps: list[Step] = []
    rank, before = 0, None
    for number, (order, step) in enumerate(found, start=1):
        rank = rank if order == before else number
        before = order
        steps.append(Step(step.question, step.framework, step.rating, step.need, step.need_class, step.effort,
                          step.unblocks, rank))  # fmt: skip
    return tuple(steps)
