"""How firmly the first steps stand: three statements, and the smallest first."""

from fractions import Fraction

from nlcaudit.report.material import Material
from nlcaudit.report.people.words import why
from nlcaudit.report.phrases import NOTHING, Phrase, joined
from nlcaudit.report.views import Cell, Column, Prose, Row, Section, Table
from nlcaudit.scoring.counsel import Firm
from nlcaudit.scoring.statistic import Statistic

WHOLE = Fraction(1)


def _first(material: Material) -> dict[str, Firm]:
    found = material.card.counsel.firmness.steps
    return {question: firm for question, firm in found.items() if material.printable(question)}


def headline(material: Material) -> Phrase:
    """Say in one sentence how firmly the first steps stand; nothing without steps."""
    found = _first(material)
    if not found:
        return NOTHING
    words = material.words
    weakest = min(found.values(), key=lambda firm: firm.smallest)
    first = material.card.counsel.firmness.first
    if weakest.smallest == WHOLE:
        return words.plural("Whatever was varied, what comes first stays first.",
                            "Whatever was varied, the first {number} stay the first {number}.", first)  # fmt: skip
    return words.plural("What comes first stays there in at least {share} of {what}.",
                        "Each of the first {number} stays there in at least {share} of {what}.", first,
                        share=words.percent(weakest.smallest), what=_what(material, weakest))  # fmt: skip


def stays(material: Material, question: str) -> Phrase:
    """Say of one of the first steps how firmly it stands; nothing of those that stay in every variation."""
    firm = _first(material).get(question)
    if firm is None or firm.smallest == WHOLE:
        return NOTHING
    words, first = material.words, material.card.counsel.firmness.first
    return words.plural("First in {share} of {what}", "Among the first {number} in {share} of {what}", first,
                        share=words.percent(firm.smallest), what=_what(material, firm))  # fmt: skip


def _what(material: Material, firm: Firm) -> Phrase:
    """Name the variations in which a step stays least often."""
    words = material.words
    if firm.choices.value == firm.smallest:
        return words.text("the variations of our weights")
    if firm.room.value == firm.smallest:
        return words.text("the cases in which one person or one group is left out")
    return words.text("the ways to fill in what nobody answered")


def section(material: Material) -> list[Section]:
    """Return the three shares of each of the first steps."""
    found = _first(material)
    if not found:
        return []
    words = material.words
    columns = (
        Column(words.text("Step for"), "name"),
        Column(words.text("Our choices"), "number"),
        Column(words.text("Who was in the room"), "number"),
        Column(words.text("What nobody answered"), "number"),
    )
    rows = tuple(_row(material, question, firm) for question, firm in found.items())
    title = words.plural("In how many of 100 variations each stays first",
                         "In how many of 100 variations each stays among the first {number}",
                         material.card.counsel.firmness.first)  # fmt: skip
    table = Table("firmness-table", title, columns, rows)
    told = Prose((headline(material), *_how(material)))
    return [Section("firmness", words.text("How firmly the first steps stand"), (told, table), level=3)]


def _row(material: Material, question: str, firm: Firm) -> Row:
    name = joined([material.home(question), material.asks(question)], " · ")
    return Row((Cell(name), *(Cell(_share(material, one)) for one in (firm.choices, firm.room, firm.unanswered))))


def _share(material: Material, found: Statistic) -> Phrase:
    words = material.words
    return why(words, found.reason) if found.value is None else words.number(100 * found.value)


def _how(material: Material) -> tuple[Phrase, ...]:
    words, found = material.words, material.card.counsel.firmness
    policy = material.toolkit.policy.priorities
    choices = words.text(
        "Our choices: in {draws} draws every weight moves by up to {share}, the levels lie at any distance from each "
        "other, and one question is left out.",
        draws=words.number(found.draws), share=words.percent(policy.weights),
    )  # fmt: skip
    missing = words.text(
        "What nobody answered: in {draws} draws the missing answers of each question are all lowest or all highest.",
        draws=words.number(found.draws),
    )
    end = words.text(
        "These are shares of variations, not probabilities. Ties count as among the first; a step that a stage waits "
        "for stays first by rule, as long as the stage waits."
    )
    return choices, _room(material), missing, end


def _room(material: Material) -> Phrase:
    words, found = material.words, material.card.counsel.firmness
    people = [words.plural("one person", "{number} people", found.people)] if found.people else []
    groups = [words.plural("one group", "{number} groups", found.groups)] if found.groups else []
    if material.public or not people:
        return words.text("Who was in the room: each person, then each group, is left out, as far as that may be told.")
    return words.text(
        "Who was in the room: {who}, left out in turn, as far as that may be told.",
        who=words.listing([*people, *groups]),
    )
