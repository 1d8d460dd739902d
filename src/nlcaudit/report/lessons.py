"""The lessons: rated directly, beside what the competency questions that serve each of them say."""

from fractions import Fraction

from nlcaudit.framework import Framework
from nlcaudit.report import figures
from nlcaudit.report.material import Material
from nlcaudit.report.phrases import Phrase
from nlcaudit.report.views import Block, Cell, Column, Dumbbell, Key, Prose, Row, Table
from nlcaudit.scoring import Node

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
    return (Prose(tuple(intro)), table) if shown else (Prose(tuple(intro)), Prose((_nothing(material),)))


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
    rows = [_row(material, question.id) for question in framework.questions if material.printable(question.id)]
    keys = (Key("mark-0", words.text("Rated directly")), Key("mark-1", words.text("Competency questions")))
    how = words.text(
        "Each line runs from 0 to 100. “Competency questions” is the mean score of the questions that serve the "
        "lesson; the last column says how many of them have a score."
    )
    return Table(f"lessons-{framework.id}", _title(material, framework), columns, tuple(rows), how, keys)


def _title(material: Material, framework: Framework) -> Phrase:
    words = material.words
    found = [(value, q.id) for q in framework.questions if (value := _direct(material, q.id)) is not None]
    shown = [(value, name) for value, name in found if material.printable(name)]
    if not shown:
        return words.text("What the competency questions say of each lesson")
    highest = max(shown, key=lambda entry: entry[0])
    return words.text("Rated highest: “{lesson}”, at {score} of 100", lesson=material.asks(highest[1]),
                      score=figures.score(material, highest[0]))  # fmt: skip


def _direct(material: Material, question_id: str) -> Fraction | None:
    node = material.nodes.get(question_id)
    return node.estimate.value if node else None


def _row(material: Material, question_id: str) -> Row:
    words = material.words
    node = material.nodes.get(question_id)
    direct = _direct(material, question_id)
    serving = [one for one in material.questions if question_id in material.question(one.id).lessons]
    mean, number = served(material, serving)
    chart = Dumbbell((direct, mean), ENDS) if direct is not None or mean is not None else None
    count = words.text("{number} of {all}", number=words.number(number), all=words.number(len(serving)))
    return Row((
        Cell(material.asks(question_id)),
        Cell(chart=chart),
        Cell(figures.score(material, direct) if direct is not None else _why(material, node)),
        Cell(figures.score(material, mean) if mean is not None else figures.DASH),
        Cell(count if serving else figures.DASH),
    ))  # fmt: skip


def _why(material: Material, node: Node | None) -> Phrase:
    return figures.why_none(material, node) if node is not None else figures.DASH


def served(material: Material, nodes: list[Node]) -> tuple[Fraction | None, int]:
    """Return the weighted mean of the scores that are shown, and how many they are."""
    terms = [
        (material.question(node.id).weight, node.estimate.value) for node in nodes if node.estimate.value is not None
    ]
    across = sum(weight for weight, _ in terms)
    total = sum((weight * value for weight, value in terms), Fraction(0))
    return (total / across if across else None), len(terms)
