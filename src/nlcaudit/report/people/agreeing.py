"""How far people agree: of the same group, of the same side, of opposite sides. Never who is right."""

from nlcaudit.report.material import Material
from nlcaudit.report.people.words import asked, distance, number, why
from nlcaudit.report.phrases import NOTHING, Phrase, joined, plain
from nlcaudit.report.views import Block, Cell, Column, Prose, Row, Section, Table
from nlcaudit.report.wording import Wording
from nlcaudit.scoring import Node


def headline(material: Material) -> Phrase:
    """Say how far two people are apart; empty where that may not be told."""
    words, found = material.words, material.card.diagnosis.agreement
    if material.public or found.same_side.value is None:
        return NOTHING
    two, same = _two(material), distance(words, found.same_side)
    if not material.sides:
        return words.text("{two} differ by {same} on average.", two=two, same=same)
    if found.opposite.value is None:
        return NOTHING
    if found.same_side.value == found.opposite.value:
        return words.text(
            "{two} differ by {same} on average, whether they are of the same side or of opposite sides.",
            two=two, same=same,
        )  # fmt: skip
    return words.text(
        "{two} of the same side differ by {same} on average, two from opposite sides by {opposite}.",
        two=two, same=same, opposite=words.number(found.opposite.value, 1),
    )  # fmt: skip


def _two(material: Material) -> Phrase:
    return material.words.text("Two institutions") if material.institutional else material.words.text("Two people")


def section(material: Material) -> list[Section]:
    """Return how far people agree on each competency; nothing in an edition without a view by side."""
    nodes = asked(material)
    if material.public or not nodes:
        return []
    words = material.words
    told = [headline(material) or words.text("How far two answers are apart cannot be shown yet.")]
    told += [_partial(words)] if _is_partial(material) else []
    blocks: list[Block] = [Prose(tuple(told)), _table(material, words, nodes)]
    chance = _chance(material, words)
    if chance:
        blocks.append(Prose((chance,)))
    return [Section("agreement", words.text("How far the answers agree"), tuple(blocks), level=3)]


def _is_partial(material: Material) -> bool:
    found = material.card.diagnosis
    return found.agreement.partial or any(found.by_framework[node.id].partial for node in asked(material))


def _partial(words: Wording) -> Phrase:
    return words.text(
        "Where a group is too small to be shown alone, a single competency is compared among the other groups only."
    )


def _table(material: Material, words: Wording, nodes: list[Node]) -> Table:
    found = material.card.diagnosis
    columns = [
        Column(words.text("Competency"), "name"),
        Column(words.text("Of the same group"), "number"),
        *(Column(label, "number") for label in _pairs(material, words)),
        *([Column(words.text("As wide by chance, of 100 deals"), "number")] if found.chance else []),
    ]
    rows = [_row(material, words, node) for node in nodes]
    how = words.text("How many levels two answers are apart, on average")
    furthest = _furthest(material, words, nodes)
    return Table("agreement-table", furthest or how, tuple(columns), tuple(rows),
                 joined([how, plain(".")], "") if furthest else NOTHING)  # fmt: skip


def _pairs(material: Material, words: Wording) -> list[Phrase]:
    if not material.sides:
        return [words.text("Of any two")]
    return [words.text("Of the same side"), words.text("Of opposite sides")]


def _furthest(material: Material, words: Wording, nodes: list[Node]) -> Phrase:
    """Name the competency on which opposite sides are furthest apart, if there is a single one."""
    known = {node.id: material.card.diagnosis.by_framework[node.id].opposite.value for node in nodes}
    told = {name: value for name, value in known.items() if value is not None}
    first = [name for name, value in told.items() if value == max(told.values())]
    if len(first) != 1 or len(told) == 1:
        return NOTHING
    return words.text(
        "Answers from opposite sides are furthest apart on “{name}”", name=material.framework_title(first[0])
    )


def _row(material: Material, words: Wording, node: Node) -> Row:
    found, chance = material.card.diagnosis.by_framework[node.id], material.card.diagnosis.chance
    cells = [
        Cell(material.name(node)),
        *(Cell(number(words, one, 1)) for one in (found.same_group, found.same_side)),
        *([Cell(number(words, found.opposite, 1))] if material.sides else []),
    ]
    if chance:
        cells.append(Cell(_deals(material, words, node)))
    return Row(tuple(cells))


def _deals(material: Material, words: Wording, node: Node) -> Phrase:
    found = material.card.diagnosis.chance.get(node.id)
    if found is None or found.value is None:
        return why(words, "withheld")
    return words.number(100 * found.value) if found.value else words.text("fewer than 1")


def _chance(material: Material, words: Wording) -> Phrase:
    found = material.card.diagnosis
    told = {name: one.value for name, one in found.chance.items() if one.value is not None}
    if not told:
        return NOTHING
    apart = {d.node: abs(d.levels) for result in material.card.competencies for d in result.differences}
    name = min(told, key=lambda name: (told[name], -apart[name]))
    seldom = words.text("fewer than 1") if not told[name] else words.number(100 * told[name])
    return words.text(
        "Had those who answered been dealt to the two sides at random ({deals} times), a difference as wide as that "
        "on “{name}” would have come up, on some competency, in {seldom} of 100 deals. This says nothing about those "
        "who were not asked.",
        name=material.framework_title(name), deals=words.number(found.deals), seldom=seldom,
    )  # fmt: skip
