"""The profile as a radar, for those who ask for one: beside its table, and with the reason why it is not the rule."""

from fractions import Fraction

from nlcaudit.report import figures
from nlcaudit.report.material import Material
from nlcaudit.report.profile import finding
from nlcaudit.report.shapes import Radar
from nlcaudit.report.views import Cell, Column, Prose, Row, Section, Table
from nlcaudit.scoring import FrameworkResult

LEAST = 3
"""Axes without which there is no area."""


def section(material: Material) -> list[Section]:
    """Return the radar over the competencies that have a score, if it was asked for and there are enough of them."""
    results = [result for result in material.card.competencies if result.node.estimate.value is not None]
    if not material.options.radar or len(results) < LEAST:
        return []
    words = material.words
    why = words.text(
        "A radar is drawn only if somebody asks for it: its area hangs on the order of the axes, and grows with the "
        "square of the scores. Compare the lengths in the table."
    )
    return [Section("radar", words.text("The profile as a radar"), (_table(material, results), Prose((why,), "note")),
                    level=3)]  # fmt: skip


def _table(material: Material, results: list[FrameworkResult]) -> Table:
    words = material.words
    columns = (
        Column(words.text("Competency"), "name"),
        Column(words.text("0 to 100"), "chart"),
        Column(words.text("Score"), "number"),
        *(Column(material.side(side), "number") for side in material.sides),
    )
    rows = tuple(
        Row((
            Cell(material.framework_title(result.id)), figures.bar_cell(material, result.node),
            Cell(figures.score_text(material, result.node)),
            *(Cell(figures.side_value(material, result.node.sides.get(side))) for side in material.sides),
        ))
        for result in results
    )  # fmt: skip
    how = words.text(
        "The axes go clockwise from the top, in the order of the table; the thick one is the first. The middle is 0, "
        "the rim 100."
    )
    return Table("radar-table", finding(material), columns, rows, how, figures.score_keys(material),
                 _drawn(material, results))  # fmt: skip


def _drawn(material: Material, results: list[FrameworkResult]) -> Radar:
    return Radar(
        tuple(result.node.estimate.value or Fraction(0) for result in results),
        tuple(
            tuple(result.node.sides[side].value if side in result.node.sides else None for result in results)
            for side in material.sides
        ),
    )
