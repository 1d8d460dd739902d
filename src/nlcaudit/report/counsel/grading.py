"""How far to trust each competency: its grade, what keeps it from the next, and what would raise it."""

from collections.abc import Sequence
from fractions import Fraction
from math import floor

from nlcaudit.framework.judging import TrustRule
from nlcaudit.report import figures
from nlcaudit.report.material import Material
from nlcaudit.report.phrases import NOTHING, Phrase, joined, plain
from nlcaudit.report.views import Block, Bullets, Cell, Column, Prose, Row, Section, Table
from nlcaudit.report.wording import Wording
from nlcaudit.scoring import Node
from nlcaudit.scoring.counsel import Shortfall, Trust, Wanted


def grade(material: Material, node: Node) -> Phrase:
    """Return the trust grade of a competency; a dash where it has none."""
    found = material.card.counsel.trust.get(node.id)
    return plain(found.grade) if found else figures.DASH


def _asked(material: Material) -> list[tuple[Node, Trust]]:
    nodes = [result.node for result in material.card.competencies if result.node.status != "not-asked"]
    return [(node, material.card.counsel.trust[node.id]) for node in nodes]


def short_statement(material: Material) -> Phrase:
    """Say in one line how the competencies are graded, and what keeps most of them from better."""
    words, found = material.words, _asked(material)
    if not found:
        return NOTHING
    by_grade: dict[str, list[Phrase]] = {}
    for node, trust in found:
        by_grade.setdefault(trust.grade, []).append(material.name(node))
    if len(by_grade) == 1:
        told = words.text("Trust, from A to D: {grade} for every competency.", grade=found[0][1].grade)
    else:
        parts = [
            words.text("{grade} for {names}", grade=one, names=words.listing(by_grade[one])) for one in sorted(by_grade)
        ]
        told = words.text("Trust, from A to D: {grades}.", grades=words.series(parts))
    hear = _hear(material, [trust for _, trust in found])
    return joined([told, words.text("To raise it, hear next: {groups}.", groups=hear) if hear else NOTHING], " ")


def _hear(material: Material, found: Sequence[Trust]) -> Phrase:
    wanted = {group for trust in found for group in trust.hear}
    return material.words.listing([material.group(row.group) for row in material.card.presence if row.group in wanted])


def grades(material: Material) -> list[Section]:
    """Return the grades with what keeps each from the next; nothing where nothing was asked."""
    found = _asked(material)
    if not found:
        return []
    words = material.words
    columns = (
        Column(words.text("Competency"), "name"),
        Column(words.text("Trust"), "number"),
        Column(words.text("What keeps it from the next grade")),
        Column(words.text("Whom to hear next")),
    )
    rows = tuple(_row(material, node, trust) for node, trust in found)
    table = Table("trust-table", _title(material, [trust for _, trust in found]), columns, rows, _rules(material))
    return [Section("trust-grades", words.text("How far to trust each competency"), (table,), level=3)]


def _row(material: Material, node: Node, trust: Trust) -> Row:
    words = material.words
    missing = [_shortfall(material, one) for one in trust.shortfalls]
    told = NOTHING
    if trust.following and missing:
        told = words.text("{grade} asks for more: {missing}", grade=trust.following, missing=words.series(missing))
    return Row((
        Cell(material.name(node)), Cell(plain(trust.grade)), Cell(told or words.text("Nothing: there is no better")),
        Cell(_hear(material, [trust]) or figures.DASH),
    ))  # fmt: skip


def _title(material: Material, found: Sequence[Trust]) -> Phrase:
    words = material.words
    best, worst = min(trust.grade for trust in found), max(trust.grade for trust in found)
    if best == worst:
        return words.text("Every competency has the grade {grade}", grade=best)
    return words.text("The grades run from {best} to {worst}", best=best, worst=worst)


def _shortfall(material: Material, one: Shortfall) -> Phrase:
    words = material.words
    if one.demand == "score":
        return words.text("there is no score")
    if one.demand == "unheard":
        return words.text("a group that was expected has not been heard")
    if one.demand == "coverage":
        return words.text("{have} of the answers are there, {need} are needed", have=_down(words, one.have),
                          need=words.percent(one.need or Fraction(0)))  # fmt: skip
    if one.demand == "evidence":
        return _evidence(words, one)
    told = _persons(material, int(one.have or 0), int(one.need or 0))
    return told if one.side is None else words.text("{side}: {told}", side=material.side(one.side), told=told)


def _persons(material: Material, have: int, need: int) -> Phrase:
    words = material.words
    needed = words.plural("one is needed", "{number} are needed", need)
    if not have:
        return words.text("nobody answered, {needed}", needed=needed)
    if material.institutional:
        told = words.plural("one institution answered", "{number} institutions answered", have)
    else:
        told = words.plural("one person answered", "{number} people answered", have)
    return words.text("{told}, {needed}", told=told, needed=needed)


def _evidence(words: Wording, one: Shortfall) -> Phrase:
    need = words.percent(one.need or Fraction(0))
    if one.have is None:
        return words.text("evidence must have been seen for {need} of the high ratings; for how many it has, cannot be "
                          "told", need=need)  # fmt: skip
    return words.text("evidence has been seen for {have} of the high ratings, {need} are needed",
                      have=words.percent(one.have), need=need)  # fmt: skip


def _down(words: Wording, share: Fraction | None) -> Phrase:
    """Round a share down, so that what falls short also looks it."""
    return words.percent(Fraction(floor(100 * (share or Fraction(0))), 100))


def _rules(material: Material) -> Phrase:
    words, policy = material.words, material.toolkit.policy.trust
    told = [
        words.text("{grade} asks for {demands}", grade=rule.grade, demands=words.listing(_demands(material, rule)))
        for rule in policy.rules
    ]
    return words.text(
        "{rules}; otherwise the grade is D. While an expected group is not heard, it is no better than {cap}.",
        rules=words.series(told), cap=policy.unheard_at_best,
    )  # fmt: skip


def _demands(material: Material, rule: TrustRule) -> list[Phrase]:
    words, persons = material.words, rule.persons_per_side
    told = [words.text("{share} of the answers", share=words.percent(rule.coverage))]
    if persons:
        told.append(_heard(material, persons))
    if rule.seen_evidence:
        told.append(words.text("evidence that others have seen for {share} of the high ratings",
                               share=words.percent(rule.seen_evidence)))  # fmt: skip
    return told


def _heard(material: Material, number: int) -> Phrase:
    words, institutions = material.words, material.institutional
    if material.toolkit.sides and institutions:
        return words.plural("one institution on each side", "{number} institutions on each side", number)
    if material.toolkit.sides:
        return words.plural("one person on each side", "{number} people on each side", number)
    if institutions:
        return words.plural("one institution", "{number} institutions", number)
    return words.plural("one person", "{number} people", number)


def raised(material: Material) -> list[Section]:
    """Return which evidence to ask for; nothing in an edition without a view by side."""
    wanted = [one for one in material.card.counsel.evidence if material.printable(one.question)]
    if material.public or not wanted:
        return []
    words = material.words
    intro = words.text("What is rated high and has not been shown to others yet.")
    if material.sides:
        intro = words.text("What one side rates high, or higher than the other, and has not shown to it yet.")
    blocks: tuple[Block, ...] = (Prose((intro,)), Bullets(tuple(_wanted(material, one) for one in wanted)))
    return [Section("evidence-wanted", words.text("Which evidence to ask for"), blocks, level=3)]


def _wanted(material: Material, one: Wanted) -> Phrase:
    words = material.words
    notes = [
        words.text("the sides describe it differently") if one.differs else NOTHING,
        words.text("evidence is named, but not seen yet") if one.named else NOTHING,
    ]
    told = words.series([note for note in notes if note])
    asked = material.asks(one.question)
    who = material.participants(one.side) if one.side else words.text("Everybody")
    if not told:
        return words.text("{who}: “{question}”", who=who, question=asked)
    return words.text("{who}: “{question}” ({notes})", who=who, question=asked, notes=told)
