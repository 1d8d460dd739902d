"""The lessons: rated directly, beside what the competency questions that serve each of them say."""

from collections.abc import Sequence
from fractions import Fraction

from nlcaudit.framework import Question, Toolkit
from nlcaudit.messages import half_up
from nlcaudit.scoring.counsel import Lesson
from nlcaudit.scoring.scorecard import FrameworkResult, Node


def lessons_of(toolkit: Toolkit, results: Sequence[FrameworkResult]) -> tuple[Lesson, ...]:
    """Return every lesson of the toolkit; from what is shown in these results and nothing else."""
    nodes = {node.id: node for result in results for node in result.node.walk()}
    asked = [
        node
        for result in results
        if result.role == "competency"
        for node in result.node.walk()
        if node.kind == "question" and node.status != "not-asked"
    ]
    lessons = (question for framework in toolkit.with_role("lessons") for question in framework.questions)
    return tuple(_lesson(toolkit, lesson, nodes.get(lesson.id), asked) for lesson in lessons)


def _lesson(toolkit: Toolkit, lesson: Question, node: Node | None, asked: Sequence[Node]) -> Lesson:
    serving = [one for one in asked if lesson.id in toolkit.by_id[one.id].lessons]
    terms = [(toolkit.by_id[n.id].weight, n.estimate.value) for n in serving if n.estimate.value is not None]
    across = sum(weight for weight, _ in terms)
    direct = node.estimate.value if node else None
    served = sum((w * value for w, value in terms), Fraction(0)) / across if across else None
    against = _contradict(toolkit, direct, served) and len(terms) >= toolkit.policy.lessons.questions
    return Lesson(lesson.id, direct, served, len(terms), len(serving), against)


def _contradict(toolkit: Toolkit, direct: Fraction | None, served: Fraction | None) -> bool:
    """Tell whether the two, in levels as printed, lie far enough apart."""
    if direct is None or served is None:
        return False
    one, other = (Fraction(half_up(toolkit.top * value, 1)) for value in (direct, served))
    return abs(one - other) >= toolkit.policy.lessons.apart
