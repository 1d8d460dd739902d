"""Figures in words: a score, its bounds, its band, its stage, or why there is none."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from nlcaudit.report.material import Material, asked_people
from nlcaudit.report.phrases import NOTHING, Phrase, plain
from nlcaudit.report.shapes import Bar
from nlcaudit.report.views import Cell, Key
from nlcaudit.scoring import FrameworkResult, Measure, Node

DASH = plain("–")
MARKS = ("mark-0", "mark-1", "mark-2", "mark-3")


def score(material: Material, value: Fraction) -> Phrase:
    """Return a value from 0 to 1 on the scale from 0 to 100."""
    return material.words.number(100 * value, 1)


def score_text(material: Material, node: Node) -> Phrase:
    """Return the score of a node, or a dash."""
    return DASH if node.estimate.value is None else score(material, node.estimate.value)


def quoted(material: Material, names: Sequence[Phrase]) -> Phrase:
    """Return names, each between quotes, as a list."""
    words = material.words
    return words.listing([words.text("“{name}”", name=name) for name in names])


def level(material: Material, value: Fraction) -> Phrase:
    """Return a value from 0 to 1 in levels."""
    return material.words.number(material.toolkit.top * value, 1)


def closest(material: Material, value: Fraction) -> int:
    """Return the rating whose value is closest to a value from 0 to 1; halfway, the higher one."""
    values = material.toolkit.values
    return min(range(len(values)), key=lambda rating: (abs(values[rating] - value), -rating))


def closest_text(material: Material, node: Node) -> Phrase:
    """Return the level of a question that its score is closest to, with its text; empty without a score."""
    if node.estimate.value is None:
        return NOTHING
    rating = closest(material, node.estimate.value)
    text = material.words.spoken(material.question(node.id).levels[rating].text)
    return material.words.text("“{level}”: {text}", level=material.level(rating), text=text)


def bounds(material: Material, node: Node) -> Phrase:
    """Return the bounds as a range; empty when they are not shown or say no more than the score."""
    low, high = node.lowest.value, node.highest.value
    if low is None or high is None or (low == high and node.estimate.value is not None):
        return NOTHING
    words = material.words
    return words.text("{low} to {high}", low=score(material, low), high=score(material, high))


def why_none(material: Material, node: Node) -> Phrase:
    """Say why a node has no score."""
    words = material.words
    if node.status == "too-few-answers":
        return words.text("Too few answers for a score")
    if node.status == "no-ratings":
        return words.text("Nobody could rate it")
    if node.status == "not-applicable":
        return words.text("Outside the powers of those asked, or not applicable here")
    if node.status == "not-asked":
        return words.text("Not asked")
    return words.text("Not shown, to protect those who answered")


def band(material: Material, node: Node) -> Phrase:
    """Return the word for a score, the words its bounds lie between, or why there is none."""
    words = material.words
    if node.estimate.value is None:
        return why_none(material, node)
    if not node.band.shared_view:
        return words.text("No shared view")
    if node.band.low is None or node.band.high is None:
        return words.text("No word: its bounds are not shown")
    low, high = words.spoken(node.band.low.label), words.spoken(node.band.high.label)
    return low if low == high else words.text("Between “{low}” and “{high}”", low=low, high=high)


def stage(material: Material, result: FrameworkResult) -> Phrase:
    """Return the stage reached, or the range it lies in; a dash where there are no stages."""
    words, found = material.words, result.stage
    if found is None:
        return DASH
    if found.lowest == found.highest:
        return _stage(material, found.lowest)
    return words.text("{low} to {high}", low=_stage(material, found.lowest), high=_stage(material, found.highest))


def _stage(material: Material, number: int) -> Phrase:
    if number == 0:
        return material.words.text("Before stage 1")
    return material.words.text("{number} {name}", number=material.words.number(number), name=material.stage(number))


def given(material: Material, node: Node) -> Phrase:
    """Return how many of the answers that were asked for are ratings; a dash where that may not be told."""
    if not material.counted(node):
        return DASH
    words, kinds = material.words, node.kinds
    return words.text("{given} of {asked}", given=words.number(kinds.rated), asked=words.number(kinds.cells))


def kinds(material: Material, node: Node) -> Phrase:
    """Return how a question was answered, by kind of answer; empty where that may not be told."""
    if not material.counted(node):
        return NOTHING
    words, tally = material.words, node.kinds
    parts = [
        words.plural("{number} rating", "{number} ratings", tally.rated),
        words.plural("{number} don’t know", "{number} don’t know", tally.dont_know),
        words.plural("{number} unanswered", "{number} unanswered", tally.unanswered),
        words.plural("{number} outside our powers", "{number} outside our powers", tally.outside_powers),
        words.plural("{number} not applicable", "{number} not applicable", tally.not_applicable),
    ]
    numbers = (tally.rated, tally.dont_know, tally.unanswered, tally.outside_powers, tally.not_applicable)
    told = [part for part, number in zip(parts, numbers, strict=True) if number]
    return words.text("{number} asked: {kinds}", number=words.number(asked_people(node)), kinds=words.listing(told))


def side_value(material: Material, measure: Measure | None) -> Phrase:
    """Return the value of a side or a group in levels, or that it is not shown."""
    if measure is None or measure.state == "none":
        return DASH
    return material.words.text("not shown") if measure.value is None else level(material, measure.value)


def bar_cell(material: Material, node: Node) -> Cell:
    """Return the bar of a node."""
    sides = [node.sides[side].value if side in node.sides else None for side in material.sides]
    return Cell(chart=Bar(node.estimate.value, node.lowest.value, node.highest.value, tuple(sides)))


def side_keys(material: Material) -> tuple[Key, ...]:
    """Return the key of the sides' marks."""
    return tuple(Key(mark, material.side(side)) for mark, side in zip(MARKS, material.sides, strict=False))  # type: ignore[arg-type]


def score_keys(material: Material) -> tuple[Key, ...]:
    """Return the key of a table of bars."""
    words = material.words
    return (
        Key("bar", words.text("Score")),
        Key("bounds", words.text("If every missing answer were lowest / highest")),
        *side_keys(material),
    )


def scored(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """Yield the nodes whose score is shown."""
    return (node for node in nodes if node.estimate.value is not None)


def scale(material: Material) -> Phrase:
    """Return the levels by number and name."""
    words, top = material.words, material.toolkit.top
    return words.text(
        "Levels 0 to {top}: {levels}.",
        top=words.number(top), levels=words.listing([material.level(rating) for rating in range(top + 1)]),
    )  # fmt: skip


def effort(material: Material, size: int) -> Phrase:
    """Return an effort in words."""
    words = material.words
    return (
        words.text("Weeks, no new money"),
        words.text("Months of staff time"),
        words.text("A year, a budget or a formal decision"),
    )[size - 1]
