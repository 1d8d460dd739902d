"""How much a score hangs on who was there."""

from fractions import Fraction

from nlcaudit.messages import grammatical, half_up
from nlcaudit.report import figures
from nlcaudit.report.material import Material
from nlcaudit.report.people.words import asked, stretch
from nlcaudit.report.phrases import Phrase
from nlcaudit.report.views import Cell, Column, Prose, Row, Section, Table
from nlcaudit.report.wording import Wording
from nlcaudit.scoring import Node
from nlcaudit.scoring.statistic import Span


def section(material: Material) -> list[Section]:
    """Return the ranges of each competency's score; nothing where no score is shown."""
    words = material.words
    nodes = [node for node in asked(material) if node.estimate.value is not None]
    if not nodes:
        return []
    told = words.text(
        "Each range answers its own question: what if one who answered, or one group, had not come; what if others of "
        "the same groups had come. None says anything about groups that were not heard."
    )
    return [Section("others", words.text("Had others come"), (Prose((told,)), _table(material, words, nodes)),
                    level=3)]  # fmt: skip


def _table(material: Material, words: Wording, nodes: list[Node]) -> Table:
    groups = not material.public
    columns = (
        Column(words.text("Competency"), "name"),
        Column(words.text("Score"), "number"),
        Column(_without(material, words), "number"),
        *([Column(words.text("Without any one group"), "number")] if groups else []),
        Column(words.text("Others of the same groups"), "number"),
    )
    return Table("others-table", _title(material, words, nodes), columns,
                 tuple(_row(material, words, node, groups=groups) for node in nodes))  # fmt: skip


def _row(material: Material, words: Wording, node: Node, *, groups: bool) -> Row:
    found = material.card.diagnosis.sampling[node.id]
    return Row((
        Cell(material.name(node)),
        Cell(figures.score_text(material, node)),
        Cell(stretch(words, found.without_person)),
        *([Cell(stretch(words, found.without_group))] if groups else []),
        Cell(stretch(words, found.interval)),
    ))  # fmt: skip


def _title(material: Material, words: Wording, nodes: list[Node]) -> Phrase:
    """Say how far the scores move at most."""
    sampling = material.card.diagnosis.sampling
    moves = [
        move
        for node in nodes
        for span in (sampling[node.id].without_person, *([] if material.public else [sampling[node.id].without_group]))
        if (move := _move(node, span)) is not None
    ]
    if not moves:
        return words.text("The ranges cannot be shown")
    if not half_up(max(moves), 1):
        return words.text("{left_out}, no score moves", left_out=_left_out(material, words))
    return words.plural(
        "{left_out}, no score moves by more than {points} point",
        "{left_out}, no score moves by more than {points} points", grammatical(max(moves), 1),
        left_out=_left_out(material, words), points=words.number(max(moves), 1),
    )  # fmt: skip


def _left_out(material: Material, words: Wording) -> Phrase:
    if material.public and material.institutional:
        return words.text("With any one institution left out")
    if material.public:
        return words.text("With any one person left out")
    if material.institutional:
        return words.text("With any one institution or group left out")
    return words.text("With any one person or group left out")


def _without(material: Material, words: Wording) -> Phrase:
    return words.text("Without any one institution") if material.institutional else words.text("Without any one person")


def _move(node: Node, span: Span) -> Fraction | None:
    if span.low is None or span.high is None or node.estimate.value is None:
        return None
    return 100 * max(abs(Fraction(end) - node.estimate.value) for end in (span.low, span.high))
