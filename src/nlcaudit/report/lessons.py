"""The lessons: rated directly, beside what the competency questions that serve each of them say."""

from fractions import Fraction

from nlcaudit.framework import Framework
from nlcaudit.messages import half_up
from nlcaudit.report import comparing, figures
from nlcaudit.report.material import Material
from nlcaudit.report.phrases import Phrase
from nlcaudit.report.shapes import Dumbbell
from nlcaudit.report.views import Block, Bullets, Cell, Column, Key, Prose, Row, Table
from nlcaudit.scoring.counsel import Lesson

ENDS = (Fraction(0), Fraction(1))


def blocks(material: Material, framework: Framework) -> tuple[Block, ...]:
    """Return the lessons of one framework as a table."""
    words = material.words
    result = material.card.result(framework.id)
    intro = [words.spoken(framework.summary)]
    if result is None:
        intro.append(words.text(
            "The questions on the lessons were not answered. The table shows only what the competency questions say."
        ))  # fmt: skip
    table = _table(material, framework)
    shown = any(cell.chart is not None for row in table.rows for cell in row.cells)
    if not shown:
        return Prose(tuple(intro)), Prose((_nothing(material),))
    return Prose(tuple(intro)), table, _contradictions(material, framework)


def _nothing(material: Material) -> Phrase:
    return material.words.text("No score that belongs to a lesson can be shown yet.")


def _table(material: Material, framework: Framework) -> Table:
    words = material.words
    columns = (
        Column(words.text("Lesson"), "name"),
        Column(words.text("0 to 100"), "chart"),
        Column(words.text("Rated directly"), "number"),
        Column(words.text("Competency questions"), "number"),
        Column(words.text("Questions with a score"), "number"),
    )
    rows = [_row(material, one) for one in _lessons(material, framework)]
    keys = (Key("mark-0", words.text("Rated directly")), Key("mark-1", words.text("Competency questions")))
    how = words.text(
        "Each line runs from 0 to 100. “Competency questions” is the mean score of the questions that serve the "
        "lesson; the last column says how many of them have a score."
    )
    return Table(f"lessons-{framework.id}", _title(material, framework), columns, tuple(rows), how, keys)


def _title(material: Material, framework: Framework) -> Phrase:
    words = material.words
    shown = [(one.direct, one.id) for one in _lessons(material, framework) if one.direct is not None]
    if not shown:
        return words.text("What the competency questions say of each lesson")
    best = max(half_up(100 * direct, 1) for direct, _ in shown)
    highest = [(direct, lesson) for direct, lesson in shown if half_up(100 * direct, 1) == best]
    score = figures.score(material, highest[0][0])
    if len(highest) == len(shown) > 1:
        return words.text("Every lesson that has a score of its own is rated alike, at {score} of 100", score=score)
    names = figures.quoted(material, [material.asks(lesson) for _, lesson in highest])
    return words.text("Rated highest: {lessons}, at {score} of 100", lessons=names, score=score)


def _lessons(material: Material, framework: Framework) -> list[Lesson]:
    own = {question.id for question in framework.questions}
    return [one for one in material.card.counsel.lessons if one.id in own and material.printable(one.id)]


def _row(material: Material, one: Lesson) -> Row:
    words = material.words
    chart = None if one.direct is None and one.served is None else Dumbbell((one.direct, one.served), ENDS)
    count = words.text("{number} of {all}", number=words.number(one.scored), all=words.number(one.serving))
    return Row((
        Cell(material.asks(one.id)),
        Cell(chart=chart),
        Cell(_why(material, one.id) if one.direct is None else figures.score(material, one.direct)),
        Cell(figures.DASH if one.served is None else figures.score(material, one.served)),
        Cell(count if one.serving else figures.DASH),
    ))  # fmt: skip


def _why(material: Material, question_id: str) -> Phrase:
    node = material.nodes.get(question_id)
    return figures.why_none(material, node) if node is not None else figures.DASH


def _contradictions(material: Material, framework: Framework) -> Block:
    """Name the lessons whose own rating and whose questions contradict each other, or say that none does."""
    words, policy = material.words, material.toolkit.policy.lessons
    rule = words.text(
        "A contradiction is named when the two lie {levels} or more apart and at least {questions} of the questions "
        "that serve the lesson have a score. It is a reason to ask what people had in mind.",
        levels=comparing.in_levels(material, policy.apart), questions=words.number(policy.questions),
    )  # fmt: skip
    found = [one for one in _lessons(material, framework) if one.contradicts]
    if not found:
        return Prose((words.text("No lesson contradicts the questions that serve it. {rule}", rule=rule),))
    return Bullets((*(_contradiction(material, one) for one in found), rule))


def _contradiction(material: Material, one: Lesson) -> Phrase:
    words = material.words
    direct, served = one.direct or Fraction(0), one.served or Fraction(0)
    values = {
        "lesson": material.asks(one.id), "direct": figures.level(material, direct),
        "served": figures.level(material, served),
    }  # fmt: skip
    if direct > served:
        return words.plural(
            "“{lesson}” is rated at level {direct} directly; the question that serves it stands lower, at {served}.",
            "“{lesson}” is rated at level {direct} directly; the {number} questions that serve it stand lower, at "
            "{served}.", one.scored, **values,
        )  # fmt: skip
    return words.plural(
        "“{lesson}” is rated at level {direct} directly; the question that serves it stands higher, at {served}.",
        "“{lesson}” is rated at level {direct} directly; the {number} questions that serve it stand higher, at "
        "{served}.", one.scored, **values,
    )  # fmt: skip
