"""A view's own values beside those of the others, and where they differ."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from nlcaudit.messages import half_up
from nlcaudit.report import comparing, figures
from nlcaudit.report.material import Material
from nlcaudit.report.phrases import Phrase
from nlcaudit.report.replying import replies_about
from nlcaudit.report.shapes import Dumbbell
from nlcaudit.report.viewpoint.words import named, people_of, value_of
from nlcaudit.report.views import Block, Cell, Column, Finding, Findings, Key, Prose, Row, Table
from nlcaudit.scoring import Difference, Node
from nlcaudit.scoring.viewing import View

MOST = 5
"""So many differences fit on two pages."""
TWO = 2


def values(material: Material, view: View) -> Table:
    """Return the values of the view and of the others: of each competency, in the full edition of each question."""
    words, shown = material.words, [view.name, *view.others[: len(figures.MARKS) - 1]]
    columns = (
        Column(words.text("Competency or question"), "name"),
        Column(words.text("Levels 0 to {top}", top=words.number(material.toolkit.top)), "chart"),
        *(Column(named(material, name), "number") for name in shown),
    )
    rows = tuple(_row(material, node, shown) for node in _nodes(material))
    return Table("view-values", _title(material, view), columns, rows, figures.scale(material), keys(material, shown))


def _nodes(material: Material) -> Iterator[Node]:
    for result in material.card.competencies:
        yield result.node
        if material.options.edition == "full":
            yield from material.asked(result)


def _row(material: Material, node: Node, shown: list[str]) -> Row:
    found = [value_of(material, node, name) for name in shown]
    values = dict(zip(shown, found, strict=True))
    drawn = tuple(one.value if (one := values[name]) else None for name in marked(material, shown))
    chart = Dumbbell(drawn, material.toolkit.values)
    cells = (Cell(material.name(node)), Cell(chart=chart), *(Cell(figures.side_value(material, one)) for one in found))
    return Row(cells, head=node.kind == "framework" and material.options.edition == "full")


def _title(material: Material, view: View) -> Phrase:
    """Say which competencies are seen highest and lowest, as far as the printed values tell."""
    words, top = material.words, material.toolkit.top
    found = [(result.node, value_of(material, result.node, view.name)) for result in material.card.competencies]
    known = [(node, half_up(top * one.value, 1)) for node, one in found if one is not None and one.value is not None]
    if not known:
        return words.text("No competency can be shown for {name} alone", name=named(material, view.name))
    best, least = max(value for _, value in known), min(value for _, value in known)
    high, low = (_called(material, [node for node, value in known if value == end]) for end in (best, least))
    if len(known) == 1:
        return words.text("Of the competencies, one can be shown: {one}", one=high)
    if best == least:
        return words.text("All competencies that can be shown are seen alike, at level {value}",
                          value=words.number(Fraction(best), 1))  # fmt: skip
    return words.text("Seen highest: {high}; with most room to grow: {low}", high=high, low=low)


def _called(material: Material, nodes: Sequence[Node]) -> Phrase:
    return figures.quoted(material, [material.name(node) for node in nodes])


def marked(material: Material, shown: list[str]) -> list[str]:
    """Return who has which mark: of two, a side has the one that it has in the whole report."""
    sides = [side.id for side in material.toolkit.sides]
    return shown[::-1] if len(shown) == TWO and shown[1] in sides[:1] else shown


def keys(material: Material, shown: list[str]) -> tuple[Key, ...]:
    """Return the key of the marks."""
    names = marked(material, shown)
    return tuple(Key(mark, named(material, name)) for mark, name in zip(figures.MARKS, names, strict=False))  # type: ignore[arg-type]


def to_discuss(material: Material, view: View) -> list[Difference]:
    """Return the questions that the view and others describe differently, the widest difference first."""
    wanted = {result.id for result in material.card.competencies}
    found = [
        one
        for contrast in view.contrasts
        for framework, differences in contrast.frameworks
        for one in differences
        if framework in wanted and one.to_discuss and one.node in material.toolkit.by_id
    ]
    return sorted((one for one in found if material.printable(one.node)), key=lambda one: -abs(one.levels))


def apart(material: Material, view: View) -> tuple[Block, ...]:
    """Return where the view and the others describe things differently, or that they do not."""
    words, found = material.words, to_discuss(material, view)
    if not found:
        least = comparing.in_levels(material, material.toolkit.policy.differences.at_least)
        told = words.text("On no question that can be shown do they differ from the others by {levels} or more.",
                          levels=least)  # fmt: skip
        return (Prose((told,)),)
    shown = found if material.options.edition == "full" else found[:MOST]
    others = list(dict.fromkeys(one.values[1][0] for one in shown))
    how, marks = figures.scale(material), keys(material, [view.name, *others[:1]])
    entries = tuple(_finding(material, one) for one in shown)
    return (Findings(entries, how, marks if len(others) == 1 else ()),)


def _finding(material: Material, one: Difference) -> Finding:
    words = material.words
    (first, own), (second, other) = one.values
    return Finding(
        context=material.home(one.node),
        title=material.asks(one.node),
        statement=words.text(
            "{first}: {one}. {second}: {other}.", first=people_of(material, first), one=words.number(own, 1),
            second=people_of(material, second), other=words.number(other, 1),
        ),
        chart=_drawn(material, one),
        replies=replies_about(material, one.node),
    )  # fmt: skip


def _drawn(material: Material, one: Difference) -> Dumbbell:
    """Return the chart of a difference, with the marks of the key."""
    levels = dict(one.values)
    names = marked(material, [name for name, _ in one.values])
    return Dumbbell(tuple(levels[name] / material.toolkit.top for name in names), material.toolkit.values)
