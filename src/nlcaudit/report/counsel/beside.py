"""What stands beside the first answers and never enters a score: institutions, agreed ratings, a year ago."""

from collections.abc import Sequence
from fractions import Fraction

from nlcaudit.messages import half_up
from nlcaudit.report import comparing, figures
from nlcaudit.report.material import Material
from nlcaudit.report.phrases import NOTHING, Phrase, joined
from nlcaudit.report.views import Block, Cell, Column, Prose, Row, Section, Table
from nlcaudit.scoring import InstitutionAnswer, Node
from nlcaudit.scoring.counsel import Agreed


def sections(material: Material) -> list[Section]:
    """Return what was agreed in a workshop, and what institutions answered, as far as there is any."""
    return [] if material.public else [*_agreed(material), *_institutions(material)]


def _agreed(material: Material) -> list[Section]:
    words = material.words
    found = [one for one in material.card.counsel.agreed if material.printable(one.question)]
    if not found:
        return []
    columns = (
        Column(words.text("Question"), "name"),
        *(Column(material.side(side), "number") for side in material.sides),
        *([] if material.sides else [Column(words.text("First answers"), "number")]),
        Column(words.text("Agreed")),
        Column(words.text("Why")),
    )
    rows = tuple(_agreed_row(material, one) for one in found)
    title = words.plural("On one question the sides agreed on a level", "On {number} questions the sides agreed on a "
                         "level", len(found))  # fmt: skip
    intro = words.text(
        "The first answers stay as they were given, and the scores with them. What was agreed stands beside, with the "
        "reason and the evidence that convinced the meeting."
    )
    table = Table("agreed-table", title, columns, rows, _levels(material))
    return [Section("agreed", words.text("What the sides agreed on"), (Prose((intro,)), table), level=3)]


def _agreed_row(material: Material, one: Agreed) -> Row:
    words, node = material.words, material.nodes.get(one.question)
    if material.sides:
        first = [Cell(figures.side_value(material, node.sides.get(s) if node else None)) for s in material.sides]
    else:
        first = [Cell(figures.side_value(material, node.estimate if node else None))]
    by = words.listing([material.side(side) for side in one.sides])
    return Row((
        Cell(material.asks(one.question)),
        *first,
        Cell(_chosen(material, one.rating), note=joined([words.day(one.date), by], ", ")),
        Cell(words.name(one.reason), note=_shown(material, one)),
    ))  # fmt: skip


def _shown(material: Material, one: Agreed) -> Phrase:
    words = material.words
    if not one.evidence:
        return NOTHING
    return words.text("Shown by: {evidence}", evidence=words.series([words.name(what) for what in one.evidence]))


def _institutions(material: Material) -> list[Section]:
    """Return how far institutions stand from the people; every single answer is with its question in the annex."""
    words, card = material.words, material.card
    answers = [answer for answer in card.institutions if answer.ratings]
    pairs = [
        (node, [answer for answer in answers if node.id in answer.ratings])
        for result in card.frameworks
        for node in material.asked(result)
        if node.estimate.value is not None
    ]
    pairs = [(node, given) for node, given in pairs if given]
    if card.voice == "institution" or not pairs:
        return []
    far = [(node, apart) for node, given in pairs if (apart := [one for one in given if _far(material, one, node)])]
    blocks: list[Block] = [Prose((_near(material, sum(len(given) for _, given in pairs), far),))]
    if far:
        columns = (
            Column(words.text("Question"), "name"),
            Column(words.text("People"), "number"),
            Column(words.text("Institutions")),
        )
        rows = tuple(_institutions_row(material, node, given) for node, given in far)
        title = words.text("Where institutions answer otherwise than people do")
        blocks.append(Table("institutions-table", title, columns, rows, _levels(material)))
    return [Section("institutions", words.text("What institutions answered"), tuple(blocks), level=3)]


def _far(material: Material, answer: InstitutionAnswer, node: Node) -> bool:
    people = Fraction(half_up(material.toolkit.top * (node.estimate.value or Fraction(0)), 1))
    return abs(answer.ratings[node.id] - people) >= material.toolkit.policy.differences.at_least


def _near(material: Material, pairs: int, far: Sequence[tuple[Node, Sequence[InstitutionAnswer]]]) -> Phrase:
    words, least = material.words, material.toolkit.policy.differences.at_least
    return words.text(
        "Institutions answered under their names, and are no part of any score. Of their {number} answers beside a "
        "score, {far} lie {levels} or more from what people say; the annex has every one.",
        number=words.number(pairs), far=words.number(sum(len(given) for _, given in far)),
        levels=comparing.in_levels(material, least),
    )  # fmt: skip


def _institutions_row(material: Material, node: Node, given: Sequence[InstitutionAnswer]) -> Row:
    words = material.words
    told = [
        words.text("{name}: {level}", name=words.name(one.name), level=_chosen(material, one.ratings[node.id]))
        for one in given
    ]
    people = figures.side_value(material, node.estimate)
    return Row((Cell(material.asks(node.id)), Cell(people), Cell(words.series(told))))


def _chosen(material: Material, rating: int) -> Phrase:
    return material.words.text("{rating} {level}", rating=material.words.number(rating), level=material.level(rating))


def _levels(material: Material) -> Phrase:
    words, top = material.words, material.toolkit.top
    return words.text("In levels, from 0 to {top}.", top=words.number(top))


def remembered(material: Material, node: Node) -> Phrase:
    """Return how a question stood a year ago, as it is remembered; nothing where that may not be told."""
    found = material.card.counsel.remembered.get(node.id)
    if found is None or found.value.value is None:
        return NOTHING
    words = material.words
    return words.plural(
        "{value} of {top}, as one person remembers it today", "{value} of {top}, as {number} people remember it today",
        found.people, value=words.number(material.toolkit.top * found.value.value, 1),
        top=words.number(material.toolkit.top),
    )  # fmt: skip
