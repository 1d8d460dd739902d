"""Where two sides describe things differently. Nobody is right or wrong here; a difference is a reason to talk."""

from fractions import Fraction

from nlcaudit.report import figures, people
from nlcaudit.report.material import Material
from nlcaudit.report.phrases import Phrase, plain
from nlcaudit.report.replying import replies_about
from nlcaudit.report.shapes import Dumbbell
from nlcaudit.report.views import Block, Cell, Column, Finding, Findings, Prose, Row, Table
from nlcaudit.scoring import Difference, FrameworkResult, Node

MOST, FEWER = 5, 3
"""So many differences fit on two pages; so many where what changed stands there, too."""
TWO = 2


def most(material: Material) -> int:
    """Return how many differences the summary has room for."""
    return FEWER if material.crowded else MOST


def comparable(material: Material) -> bool:
    """Tell whether this edition sets two sides side by side."""
    return len(material.sides) == TWO


def to_discuss(material: Material) -> list[Difference]:
    """Return what the sides should talk about, the widest difference first.

    Questions; and a theme or a framework only where none of its questions is listed.
    """
    found: list[Difference] = []
    for result in material.card.competencies:
        found += _within(material, result)
    return sorted(found, key=lambda difference: -abs(difference.levels))


def _within(material: Material, result: FrameworkResult) -> list[Difference]:
    marked = {d.node: d for d in result.differences if d.to_discuss}
    listed: list[Difference] = []
    for node in [n for kind in ("question", "theme", "framework") for n in result.node.walk() if n.kind == kind]:
        named = node.kind != "question" or material.printable(node.id)
        below = {inner.id for inner in node.walk()}
        if node.id in marked and named and not any(d.node in below for d in listed):
            listed.append(marked[node.id])
    return listed


def findings(material: Material, differences: list[Difference]) -> Findings:
    """Return differences as findings, each with a dumbbell."""
    entries = tuple(_finding(material, difference) for difference in differences)
    how = material.words.text("{how} In brackets: the closest level.", how=figures.scale(material))
    return Findings(entries, how, figures.side_keys(material))


def _finding(material: Material, difference: Difference) -> Finding:
    node = material.nodes.get(difference.node)
    question = node is not None and node.kind == "question"
    return Finding(
        context=material.home(difference.node) if question else plain(""),
        title=plain(difference.node) if node is None else material.name(node),
        statement=_statement(material, difference),
        chart=dumbbell(material, difference),
        replies=replies_about(material, difference.node),
    )


def dumbbell(material: Material, difference: Difference) -> Dumbbell:
    """Return the chart of a difference, with a tick at each level."""
    return Dumbbell(tuple(value / material.toolkit.top for _, value in difference.values), material.toolkit.values)


def _statement(material: Material, difference: Difference) -> Phrase:
    words = material.words
    (first, one), (second, other) = difference.values
    return words.text(
        "{first}: {one} ({near}). {second}: {other} ({close}).",
        first=material.participants(first), one=words.number(one, 1), near=_near(material, one),
        second=material.participants(second), other=words.number(other, 1), close=_near(material, other),
    )  # fmt: skip


def _near(material: Material, levels: Fraction) -> Phrase:
    return material.level(figures.closest(material, levels / material.toolkit.top))


def why_nothing(material: Material) -> Phrase:
    """Say why nothing is listed for discussion."""
    words = material.words
    if any(result.differences for result in material.card.competencies):
        told = words.text(
            "Nowhere do the two sides differ by {levels} or more whichever single group is left out.",
            levels=_least(material),
        )  # fmt: skip
        if material.options.edition == "full":
            return told
        return words.text("{told} Smaller differences are in the full edition.", told=told)
    heard = {row.side for row in material.card.presence if row.persons or row.institutions} - {None}
    if len(heard) == 1:
        return words.text("Only one side has answered: {side}. There is nothing to compare yet.",
                          side=material.side(str(next(iter(heard)))))  # fmt: skip
    return words.text("The values of the two sides cannot be shown yet, so there is nothing to compare.")


def _least(material: Material) -> Phrase:
    return in_levels(material, material.toolkit.policy.differences.at_least)


def in_levels(material: Material, number: Fraction) -> Phrase:
    """Return a number of levels: “1 level”, “1.2 levels”."""
    words = material.words
    if number.denominator == 1:
        return words.plural("{number} level", "{number} levels", int(number))
    return words.levels(number, 1)


def short_blocks(material: Material) -> tuple[Block, ...]:
    """Return how far people agree, and the widest differences to discuss, or why there are none."""
    found, agreement = to_discuss(material), people.headline(material)
    lead = [Prose((agreement,))] if agreement else []
    if not found:
        return (*lead, Prose((why_nothing(material),)))
    blocks: list[Block] = [*lead, findings(material, found[: most(material)])]
    rest = len(found) - most(material)
    if rest > 0:
        blocks.append(Prose((_rest(material, rest),), "note"))
    return tuple(blocks)


def _rest(material: Material, rest: int) -> Phrase:
    words = material.words
    if material.options.edition == "full":
        return words.plural("One more is listed further down.", "{number} more are listed further down.", rest)
    return words.plural("One more is in the full edition.", "{number} more are in the full edition.", rest)


def full_blocks(material: Material) -> tuple[Block, ...]:
    """Return the values of both sides wherever they are shown, and the differences that the summary has no room for."""
    found = to_discuss(material)
    table = _table(material, found)
    if not table.rows:
        return (Prose((why_nothing(material),)),)
    return (findings(material, found[MOST:]), table) if found[MOST:] else (table,)


def _table(material: Material, listed: list[Difference]) -> Table:
    words = material.words
    columns = (
        Column(words.text("Competency or question"), "name"),
        Column(words.text("Levels 0 to {top}", top=words.number(material.toolkit.top)), "chart"),
        *(Column(material.side(side), "number") for side in material.sides),
        Column(words.text("Apart"), "number"),
        Column(words.text("To discuss")),
    )
    marked = {difference.node for difference in listed}
    rows = [
        _row(material, node, difference, discuss=node.id in marked)
        for result in material.card.competencies
        for difference in result.differences
        for node in result.node.walk()
        if node.id == difference.node and _worth_a_row(material, result, node)
    ]
    title = words.text("Both sides on every competency and question that can be shown")
    return Table("sides", title, columns, tuple(rows), figures.scale(material), figures.side_keys(material))


def _worth_a_row(material: Material, result: FrameworkResult, node: Node) -> bool:
    """Leave out what may not be named, and themes of which a single question was asked."""
    if node.kind == "question":
        return material.printable(node.id)
    return node is result.node or sum(child.status != "not-asked" for child in node.children) > 1


def _row(material: Material, node: Node, difference: Difference, *, discuss: bool) -> Row:
    words = material.words
    values = (Cell(words.number(value, 1)) for _, value in difference.values)
    return Row((
        Cell(material.name(node)),
        Cell(chart=dumbbell(material, difference)),
        *values,
        Cell(words.number(abs(difference.levels), 1)),
        Cell(words.text("Yes") if discuss else figures.DASH),
    ), head=node.kind == "framework")  # fmt: skip
