"""The profile: each competency as a bar with its bounds, from the highest score down."""

from collections.abc import Sequence
from fractions import Fraction

from nlcaudit.messages import half_up
from nlcaudit.report import counsel, figures
from nlcaudit.report.material import Material
from nlcaudit.report.phrases import Phrase
from nlcaudit.report.views import Cell, Column, Row, Table
from nlcaudit.scoring import FrameworkResult, Node


def ordered(results: Sequence[FrameworkResult]) -> list[FrameworkResult]:
    """Sort by score, the highest first; those without a score come last, in the order of the toolkit."""
    return sorted(results, key=lambda result: -_value(result.node))


def _value(node: Node) -> Fraction:
    return Fraction(-1) if node.estimate.value is None else node.estimate.value


def finding(material: Material) -> Phrase:
    """Say which competencies stand highest and which have most room to grow, as far as the printed scores tell."""
    words = material.words
    scored = [result for result in ordered(material.card.competencies) if result.node.estimate.value is not None]
    if not scored:
        return words.text("No score can be shown yet")
    printed = [half_up(100 * _value(result.node), 1) for result in scored]
    first = [r for r, score in zip(scored, printed, strict=True) if score == printed[0]]
    last = [r for r, score in zip(scored, printed, strict=True) if score == printed[-1]]
    if printed[0] == printed[-1]:
        return words.plural(
            "{names} stands at {score} of 100", "{names} stand at {score} of 100", len(first),
            names=_names(material, first), score=figures.score_text(material, first[0].node),
        )  # fmt: skip
    return words.text(
        "{highest}; {lowest}",
        highest=words.plural("{names} stands highest", "{names} stand highest", len(first),
                             names=_names(material, first)),
        lowest=words.plural("{names} has most room to grow", "{names} have most room to grow", len(last),
                            names=_names(material, last)),
    )  # fmt: skip


def _names(material: Material, results: Sequence[FrameworkResult]) -> Phrase:
    return figures.quoted(material, [material.framework_title(result.id) for result in results])


def how_to_read(material: Material) -> Phrase:
    """Say how a table of bars is read."""
    words = material.words
    if material.sides:
        return words.text("The bar is the score, from 0 to 100; the marks show each side alone.")
    return words.text("The bar is the score, from 0 to 100.")


def short_table(material: Material) -> Table:
    """Return the profile in five columns."""
    words, results = material.words, material.card.competencies
    rows = [
        Row((
            Cell(material.framework_title(result.id)),
            figures.bar_cell(material, result.node),
            Cell(figures.score_text(material, result.node)),
            Cell(figures.bounds(material, result.node) or figures.DASH),
            Cell(figures.band(material, result.node)),
            Cell(counsel.grade(material, result.node)),
        ))
        for result in ordered(results)
    ]  # fmt: skip
    columns = (
        Column(words.text("Competency"), "name"),
        Column(words.text("0 to 100"), "chart"),
        Column(words.text("Score"), "number"),
        Column(words.text("Bounds"), "number"),
        Column(words.text("In a word")),
        Column(words.text("Trust"), "number"),
    )
    return Table("profile-short", finding(material), columns, tuple(rows), how_to_read(material),
                 figures.score_keys(material))  # fmt: skip


def score_cell(material: Material, node: Node) -> Cell:
    """Return the score with its bounds below."""
    return Cell(figures.score_text(material, node), note=figures.bounds(material, node))


def full_table(material: Material, table_id: str, title: Phrase, results: Sequence[FrameworkResult]) -> Table:
    """Return frameworks with all that is known of each as a whole."""
    words = material.words
    stages = any(result.stage is not None for result in results)
    graded = any(result.id in material.card.counsel.trust for result in results)
    columns = [
        Column(words.text("Competency"), "name"),
        Column(words.text("0 to 100"), "chart"),
        Column(words.text("Score"), "number"),
        Column(words.text("In a word")),
        *(Column(material.side(side), "number") for side in material.sides),
        *([Column(words.text("Stage"))] if stages else []),
        Column(words.text("Answers given"), "number"),
        *([Column(words.text("Trust"), "number")] if graded else []),
    ]
    rows = [Row(tuple(_full_cells(material, result, stages=stages, graded=graded))) for result in ordered(results)]
    return Table(table_id, title, tuple(columns), tuple(rows), how_to_read(material),
                 figures.score_keys(material))  # fmt: skip


def _full_cells(material: Material, result: FrameworkResult, *, stages: bool, graded: bool) -> list[Cell]:
    node = result.node
    return [
        Cell(material.framework_title(result.id)),
        figures.bar_cell(material, node),
        score_cell(material, node),
        Cell(figures.band(material, node)),
        *(Cell(figures.side_value(material, node.sides.get(side))) for side in material.sides),
        *([Cell(figures.stage(material, result))] if stages else []),
        Cell(figures.given(material, node)),
        *([Cell(counsel.grade(material, node))] if graded else []),
    ]


def parts_table(material: Material, table_id: str, results: Sequence[FrameworkResult]) -> Table:
    """Return the questions of frameworks as bars, under the name of each framework."""
    words = material.words
    rows = [
        _part(material, node, head=node is result.node)
        for result in results
        for node in ([result.node, *material.asked(result)] if len(results) > 1 else material.asked(result))
    ]
    columns = (
        Column(words.text("Question"), "name"),
        Column(words.text("0 to 100"), "chart"),
        Column(words.text("Score"), "number"),
        Column(words.text("In a word")),
        *(Column(material.side(side), "number") for side in material.sides),
    )
    nodes = [node for result in results for node in material.asked(result)]
    return Table(table_id, _range(material, nodes), columns, tuple(rows), how_to_read(material),
                 figures.score_keys(material))  # fmt: skip


def _part(material: Material, node: Node, *, head: bool) -> Row:
    cells = (
        Cell(material.name(node)),
        figures.bar_cell(material, node),
        score_cell(material, node),
        Cell(figures.band(material, node)),
        *(Cell(figures.side_value(material, node.sides.get(side))) for side in material.sides),
    )
    return Row(cells, head)


def _range(material: Material, nodes: Sequence[Node]) -> Phrase:
    """Say between which scores the questions lie."""
    words = material.words
    values = [node.estimate.value for node in nodes if node.estimate.value is not None]
    if not values:
        return words.text("No score of a question can be shown yet")
    if min(values) == max(values):
        return words.text("Questions with a score stand at {score} of 100", score=figures.score(material, values[0]))
    return words.text(
        "Questions with a score lie between {low} and {high} of 100",
        low=figures.score(material, min(values)), high=figures.score(material, max(values)),
    )  # fmt: skip


def stands_at(material: Material, result: FrameworkResult) -> Phrase:
    """Say where one framework stands."""
    value = result.node.estimate.value
    name = material.framework_title(result.id)
    if value is None:
        return material.words.text("{name}: no score can be shown yet", name=name)
    return material.words.text("{name} stands at {score} of 100", name=name, score=figures.score(material, value))
