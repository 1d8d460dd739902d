"""How each group sees each competency: a heatmap of the groups that may be shown alone."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from nlcaudit.messages import half_up
from nlcaudit.report import figures
from nlcaudit.report.material import Material
from nlcaudit.report.phrases import Phrase, joined
from nlcaudit.report.views import Cell, Column, Row, Section, Table
from nlcaudit.scoring import FrameworkResult, Measure

MOST = 8
"""So many competencies stand beside each other; more go into a table below."""
Shown = tuple[Fraction, str]
"""A printed value in levels, and the group whose it is."""


def section(material: Material) -> list[Section]:
    """Return the heatmap; nothing in an edition without a view by group, nor where no group may be shown alone."""
    results = [result for result in material.card.competencies if any(_known(result))]
    groups = [group.id for group in material.toolkit.groups if any(group.id in dict(_known(r)) for r in results)]
    if material.public or not groups:
        return []
    parts = [results[start : start + MOST] for start in range(0, len(results), MOST)]
    tables = tuple(_table(material, f"groups-{number}", part, groups) for number, part in enumerate(parts, start=1))
    return [Section("groups", material.words.text("How each group sees it"), tables, level=3)]


def _known(result: FrameworkResult) -> Iterator[tuple[str, Measure]]:
    """Yield the groups whose value of a competency is shown."""
    return ((group, measure) for group, measure in result.node.groups.items() if group and measure.value is not None)


def _table(material: Material, name: str, results: Sequence[FrameworkResult], groups: Sequence[str]) -> Table:
    words = material.words
    columns = (
        Column(words.text("Group"), "name"),
        *(Column(material.framework_title(result.id), "number") for result in results),
    )
    rows = tuple(
        Row((Cell(material.group(group)), *(_cell(material, result.node.groups.get(group)) for result in results)))
        for group in groups
    )
    return Table(name, _finding(material, results), columns, rows, _how(material))


def _cell(material: Material, measure: Measure | None) -> Cell:
    return Cell(figures.side_value(material, measure), shade=measure.value if measure else None)


def _finding(material: Material, results: Sequence[FrameworkResult]) -> Phrase:
    """Name the competency on which the printed values of two groups lie furthest apart, or all that tie."""
    words = material.words
    ends = {result.id: _ends(material, result) for result in results}
    apart = {result.id: ends[result.id][1][0] - ends[result.id][0][0] for result in results}
    widest = [name for name, levels in apart.items() if levels == max(apart.values())]
    (low, lowest), (high, highest) = ends[widest[0]]
    if low == high:
        return words.text("The groups that can be shown alone give the same values")
    if len(widest) > 1:
        names = figures.quoted(material, [material.framework_title(name) for name in widest])
        return words.text("Groups are furthest apart on {competencies}: by {levels} on each", competencies=names,
                          levels=words.levels(high - low, 1))  # fmt: skip
    return words.text(
        "Groups are furthest apart on “{competency}”: {lowest} {low}, {highest} {high}",
        competency=material.framework_title(widest[0]), lowest=material.group(lowest), low=words.number(low, 1),
        highest=material.group(highest), high=words.number(high, 1),
    )  # fmt: skip


def _ends(material: Material, result: FrameworkResult) -> tuple[Shown, Shown]:
    top = material.toolkit.top
    values = [(Fraction(half_up(top * (m.value or 0), 1)), group) for group, m in _known(result)]
    return min(values), max(values)


def _how(material: Material) -> Phrase:
    words, levels = material.words, figures.scale(material)
    darker = words.text("The darker a cell, or the taller its sign, the higher the value.")
    if not material.card.protected:
        return joined([levels, darker], " ")
    return joined([levels, darker, _alone(material)], " ")


def _alone(material: Material) -> Phrase:
    words, least = material.words, material.words.number(material.card.threshold)
    if material.institutional:
        return words.text(
            "A group is shown alone if its institutions released their answers, or if at least {least} of them did "
            "not.", least=least,
        )  # fmt: skip
    return words.text("Groups of fewer than {least} people are not shown alone.", least=least)
