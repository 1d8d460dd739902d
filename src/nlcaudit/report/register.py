"""The register of evidence: what convinced a meeting, and what institutions named that released their answers."""

from nlcaudit.engagement import Strength
from nlcaudit.report.material import Material
from nlcaudit.report.phrases import NOTHING, Phrase, joined
from nlcaudit.report.views import Cell, Column, Prose, Row, Section, Table
from nlcaudit.scoring.counsel import Registered


def sections(material: Material) -> list[Section]:
    """Return the register, where there is anything that may be named."""
    words = material.words
    found = [one for one in material.card.counsel.register if material.printable(one.question)]
    if material.public or not found:
        return []
    columns = (
        Column(words.text("Question"), "name"),
        Column(words.text("What shows it")),
        Column(words.text("Date")),
        Column(words.text("How strong")),
        Column(words.text("Seen by")),
        Column(words.text("Named by")),
    )
    title = words.plural("One piece of evidence", "{number} pieces of evidence", len(found))
    intro = words.text(
        "What convinced a meeting, and what institutions named that answer under their names. What persons named is "
        "not printed: it could tell who they are."
    )
    table = Table("register-table", title, columns, tuple(_row(material, one) for one in found))
    return [Section("register", words.text("Register of evidence"), (Prose((intro,)), table), level=3)]


def _row(material: Material, one: Registered) -> Row:
    words, record = material.words, one.record
    kept = [words.name(text) for text in (record.where, record.owner) if text]
    return Row((
        Cell(material.asks(one.question)),
        Cell(words.name(record.what), note=joined(kept, ", ")),
        Cell(words.day(record.date) if record.date else words.text("no date"), note=_age(material, one)),
        Cell(_strength(material, record.strength)),
        Cell(material.side(record.seen_by) if record.seen_by else words.text("nobody yet")),
        Cell(words.name(one.institution) if one.institution else words.text("the meeting that agreed")),
    ))  # fmt: skip


def _age(material: Material, one: Registered) -> Phrase:
    months = material.toolkit.policy.evidence.months
    if not one.old or months is None:
        return NOTHING
    return material.words.plural("older than one month", "older than {number} months", months)


def _strength(material: Material, strength: Strength) -> Phrase:
    words = material.words
    return {
        "claim": words.text("somebody says so"),
        "document": words.text("a document says so"),
        "observed": words.text("seen at work"),
        "outcome": words.text("results show it"),
    }[strength]
