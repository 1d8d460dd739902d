"""How many people chose which level, on each question of which that may be told."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import combinations

from nlcaudit.report import figures
from nlcaudit.report.material import Material
from nlcaudit.report.phrases import Phrase, joined
from nlcaudit.report.shapes import Strip
from nlcaudit.report.views import Block, Cell, Column, Prose, Row, Section, Table
from nlcaudit.scoring import Node
from nlcaudit.scoring.diagnosis import Piece
from nlcaudit.scoring.diagnosis import Strip as Counted

NAMED = 2
"""So many questions are named in a title."""


def section(material: Material) -> list[Section]:
    """Return the strips of all questions; nothing in an edition without a view by group, on which they rest."""
    words, nodes = material.words, [n for result in material.card.frameworks for n in material.asked(result)]
    if material.public or not nodes:
        return []
    known = material.card.diagnosis.strips
    shown = [node for node in nodes if node.id in known]
    blocks: tuple[Block, ...] = (_table(material, shown, known),) if shown else (Prose((_nothing(material),)),)
    return [Section("levels", words.text("How many chose which level"), blocks, level=3)]


def _nothing(material: Material) -> Phrase:
    words = material.words
    return words.text("This cannot be shown for any question: too few of the groups that may be shown alone rated it.")


def _table(material: Material, nodes: list[Node], known: Mapping[str, Counted]) -> Table:
    words, top = material.words, material.toolkit.top
    columns = (
        Column(words.text("Question"), "name"),
        Column(words.text("Level 0 to {top}", top=words.number(top)), "chart"),
        Column(words.text("Answers at each level")),
        Column(words.text("Counted"), "number"),
    )
    tallest = max(_density(strip.people, piece) for strip in known.values() for piece in strip.pieces)
    rows = tuple(
        Row((
            Cell(material.name(node)),
            Cell(chart=_strip(known[node.id], tallest)),
            Cell(joined([_told(material, piece) for piece in known[node.id].pieces], " · ")),
            Cell(words.text("{given} of {asked}", given=words.number(known[node.id].people),
                            asked=words.number(node.kinds.rated))),
        ))
        for node in nodes
    )  # fmt: skip
    return Table("levels-table", _finding(material, nodes, known), columns, rows, _how(material))


def _density(people: int, piece: Piece) -> Fraction:
    return Fraction(piece.people, people * _span(piece))


def _span(piece: Piece) -> int:
    return piece.high - piece.low + 1


def _strip(found: Counted, tallest: Fraction) -> Strip:
    return Strip(
        tuple(_span(piece) for piece in found.pieces),
        tuple(_density(found.people, piece) / tallest for piece in found.pieces),
    )


def _told(material: Material, piece: Piece) -> Phrase:
    words = material.words
    low, high, people = words.number(piece.low), words.number(piece.high), words.number(piece.people)
    if piece.low == piece.high:
        return words.text("{people} at {level}", people=people, level=low)
    return words.text("{people} at {low} to {high}", people=people, low=low, high=high)


def _finding(material: Material, nodes: list[Node], known: Mapping[str, Counted]) -> Phrase:
    """Name the questions on which the answers are furthest apart, as long as they are few."""
    words, most = material.words, max(_apart(strip) for strip in known.values())
    widest = [node for node in nodes if _apart(known[node.id]) == most]
    if not most:
        return words.text("On each of these questions, the answers lie close to each other")
    if len(widest) == len(nodes):
        return words.plural("On this question, the answers differ", "The answers are equally far apart on each of "
                            "these questions", len(nodes))  # fmt: skip
    if len(widest) > NAMED:
        return words.text("The answers are furthest apart, and equally far, on {number} of these questions",
                          number=words.number(len(widest)))  # fmt: skip
    names = figures.quoted(material, [material.name(node) for node in widest])
    return words.text("The answers are furthest apart on {questions}", questions=names)


def _apart(found: Counted) -> Fraction:
    """Return how far two people are apart on average, each in the middle of the piece that is printed."""
    pairs = combinations(found.pieces, 2)
    across = sum(one.people * other.people * (other.low + other.high - one.low - one.high) for one, other in pairs)
    return Fraction(across, found.people**2)


def _how(material: Material) -> Phrase:
    words, levels = material.words, figures.scale(material)
    areas = words.text("The area of a block is as the number of its answers.")
    if not material.card.protected:
        return joined([levels, areas], " ")
    told = words.text(
        "Counted are the answers of groups that may be shown alone on that question. Where few chose a level, it is "
        "told together with the next, so that every number is 0 or at least {least}.",
        least=words.number(material.card.threshold),
    )  # fmt: skip
    return joined([levels, areas, told], " ")
