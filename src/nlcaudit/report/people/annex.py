"""Coefficients for those who know them, without a verdict; and how all this is made."""

from nlcaudit.report.material import Material
from nlcaudit.report.people.words import asked, number
from nlcaudit.report.phrases import NOTHING, Phrase
from nlcaudit.report.views import Cell, Column, Fact, Prose, Row, Section, Table
from nlcaudit.report.wording import Wording
from nlcaudit.scoring import Node
from nlcaudit.scoring.diagnosis import Agreement
from nlcaudit.scoring.statistic import Statistic


def section(material: Material) -> list[Section]:
    """Return α and AC2 over all competencies and for each; nothing in an edition without a view by side."""
    nodes = asked(material)
    if material.public or not nodes:
        return []
    words, found = material.words, material.card.diagnosis
    rows = [_row(words, words.text("All competencies"), found.agreement, head=True)]
    rows += [
        _row(words, material.name(node), found.by_framework[node.id], head=False)
        for node in nodes
        if found.by_framework[node.id].alpha.reason != "few-shared-questions"
    ]
    columns = (
        Column(words.text("Competency"), "name"),
        Column(words.text("Krippendorff’s α"), "number"),
        Column(words.text("Gwet’s AC2"), "number"),
    )
    policy = material.toolkit.policy.agreement
    how = words.text(
        "In brackets: the standard error, by the jackknife over people. There is no coefficient under {people} people "
        "or {questions} questions that two or more rated, nor where all chose the same level; that is neither 0 nor 1.",
        people=words.number(policy.respondents), questions=words.number(policy.questions),
    )  # fmt: skip
    table = Table("coefficients-table", words.text("Coefficients of agreement"), columns, tuple(rows), how)
    note = words.text(
        "α compares with chance as the answers themselves spread; where most chose the same level it falls to 0, "
        "even if nearly all agree. AC2 does not. So neither is a mark; the distances in levels are what to read first."
    )
    return [Section("coefficients", words.text("Agreement in coefficients"), (table, Prose((note,))), level=3)]


def _row(words: Wording, name: Phrase, found: Agreement, *, head: bool) -> Row:
    return Row((Cell(name), _cell(words, found.alpha), _cell(words, found.ac2)), head=head)


def _cell(words: Wording, found: Statistic) -> Cell:
    return Cell(number(words, found, 2), note=NOTHING if found.error is None else words.number(found.error, 2))


def facts(material: Material, node: Node) -> list[Fact]:
    """Return how the answers to a question spread, as far as that may be told."""
    found = material.card.diagnosis.spread.get(node.id)
    if material.public or found is None:
        return []
    words = material.words
    told = [
        words.text("{levels} from the middle, on average", levels=words.levels(found.deviation.value, 2))
        if found.deviation.value is not None else NOTHING,
        words.text("Cliff’s δ {value}", value=words.number(found.delta.value, 2))
        if found.delta.value is not None else NOTHING,
    ]  # fmt: skip
    known = [one for one in told if one]
    return [Fact(words.text("Spread"), words.series(known))] if known else []


def paragraphs(material: Material) -> tuple[Phrase, ...]:
    """Say how agreement and ranges are made."""
    words, policy = material.words, material.toolkit.policy.resampling
    ranges = words.text(
        "The range for other people of the same groups is a Bayesian bootstrap: {draws} times every person gets "
        "a random weight in their group, with all their answers; {share} of the scores lie inside, and the printed "
        "one always. A group that may not be shown alone is given the spread of the others. There is none under "
        "{least} people.",
        draws=words.number(policy.draws), share=words.percent(policy.interval), least=words.number(policy.respondents),
    )  # fmt: skip
    if material.public:
        return (ranges,)
    if not material.sides:
        return (words.text(
            "How far people are apart is the mean difference of two ratings of the same question, over all pairs. "
            "Spread: the mean distance from the middle rating."
        ), ranges)  # fmt: skip
    apart = words.text(
        "How far people are apart is the mean difference of two ratings of the same question, over all pairs; sides, "
        "groups and questions each count once. Spread: the mean distance from the middle rating, and Cliff’s δ, by how "
        "much more often the first side rates higher than lower."
    )
    return apart, ranges
