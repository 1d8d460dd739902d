"""How far to trust the result: who answered, who did not, what nobody knew."""

from collections.abc import Callable, Sequence

from nlcaudit.report import counsel
from nlcaudit.report.material import Material, asked_people
from nlcaudit.report.phrases import Phrase, joined, plain
from nlcaudit.report.views import Block, Bullets, Cell, Column, Prose, Row, Section, Table
from nlcaudit.scoring import Node, Presence

MOST = 2
"""So many questions are named in a sentence."""


def short_blocks(material: Material) -> tuple[Block, ...]:
    """Return the statements of the short edition."""
    told = (
        counsel.short_statement(material), response(material), institutions(material), rated(material),
        unheard(material), small_groups(material), unknown(material), without_score(material), profile_only(material),
    )  # fmt: skip
    return (Bullets(tuple(statement for statement in told if statement)),)


def turnout(material: Material) -> Phrase:
    """Say how many answered, on each side."""
    words, card = material.words, material.card
    if card.respondents == 0:
        return words.text("Nobody has answered yet.")
    if material.institutional:
        return words.plural("One institution answered.", "{number} institutions answered.", card.respondents)
    total = words.plural("One person answered.", "{number} people answered.", card.respondents)
    return total if material.public else joined([total, *_by_side(material)], " ")


def response(material: Material) -> Phrase:
    """Say how many of those invited answered; nothing where it was not noted of every group how many were invited."""
    words, rows = material.words, material.card.presence
    invited = sum(row.invited for row in rows)
    if not invited or any(row.persons + row.institutions > row.invited for row in rows):
        return plain("")
    answered = sum(row.persons + row.institutions for row in rows)
    if not answered:
        return plain("")
    return words.text("Of {invited} people and institutions invited, {answered} answered.",
                      invited=words.number(invited), answered=words.number(answered))  # fmt: skip


def _by_side(material: Material) -> list[Phrase]:
    words = material.words
    numbers = {side: _persons(material, side) for side in (*material.sides, None)}
    told = [
        words.text("{side}: {number}.", side=material.participants(side), number=words.number(number))
        for side, number in numbers.items()
        if side is not None
    ]
    if told and numbers[None]:
        told.append(words.text("On neither side: {number}.", number=words.number(numbers[None])))
    return told


def _persons(material: Material, side: str | None) -> int:
    return sum(row.persons for row in material.card.presence if row.side == side)


def institutions(material: Material) -> Phrase:
    """Say that answers of institutions stand beside."""
    number = sum(row.institutions for row in material.card.presence)
    if material.institutional or not number:
        return plain("")
    return material.words.plural(
        "One institution answered as a body; its answers stand beside the scores and are not part of them.",
        "{number} institutions answered as bodies; their answers stand beside the scores and are not part of them.",
        number,
    )


def rated(material: Material) -> Phrase:
    """Say how many of the answers asked for are ratings."""
    words = material.words
    tallies = [result.node.kinds for result in material.card.competencies]
    cells = sum(tally.cells for tally in tallies)
    if not cells or not material.enough:
        return plain("")
    given, unknown = sum(tally.rated for tally in tallies), sum(tally.dont_know for tally in tallies)
    values = {"asked": words.number(cells), "given": words.number(given)}
    if given == cells:
        return words.text("All {asked} answers asked for on the competencies are ratings.", **values)
    if not given:
        return words.text("None of the {asked} answers asked for on the competencies is a rating.", **values)
    if not unknown:
        return words.text("Of {asked} answers asked for on the competencies, {given} are ratings.", **values)
    return words.plural(
        "Of {asked} answers asked for on the competencies, {given} are ratings and one says “don’t know”.",
        "Of {asked} answers asked for on the competencies, {given} are ratings and {number} say “don’t know”.",
        unknown, **values,
    )  # fmt: skip


def unheard(material: Material) -> Phrase:
    """Name the groups that were expected and did not answer."""
    words = material.words
    missing = [row for row in material.card.presence if row.unheard]
    if not missing:
        return plain("")
    names = words.listing([_absent(material, row) for row in missing])
    return words.text("Not heard: {groups}. What they would have said is not in any figure.", groups=names)


def _absent(material: Material, row: Presence) -> Phrase:
    words, group = material.words, material.group(row.group)
    if not row.invited or material.public:
        return group
    invited, declined = words.number(row.invited), words.number(row.declined)
    if not row.declined:
        return words.text("{group} ({invited} invited)", group=group, invited=invited)
    return words.text("{group} ({invited} invited, {declined} declined)", group=group, invited=invited,
                      declined=declined)  # fmt: skip


def small_groups(material: Material) -> Phrase:
    """Name the groups that are too small to be shown alone."""
    words, card = material.words, material.card
    small = [row for row in card.presence if row.group and 0 < row.persons < card.threshold]
    if not small or not card.protected or material.public:
        return plain("")
    values = {"least": words.number(card.threshold), "groups": words.listing([material.group(r.group) for r in small])}
    if material.sides:
        return words.plural(
            "Fewer than {least} people: {groups}. The group counts inside its side and is never shown alone.",
            "Fewer than {least} people each: {groups}. They count inside their side and are never shown alone.",
            len(small), **values,
        )  # fmt: skip
    return words.plural(
        "Fewer than {least} people: {groups}. The group counts inside the whole and is never shown alone.",
        "Fewer than {least} people each: {groups}. They count inside the whole and are never shown alone.",
        len(small), **values,
    )  # fmt: skip


def unknown(material: Material) -> Phrase:
    """Name the questions that most people could not answer."""
    words = material.words
    nodes = [node for node in material.questions if node.kinds.dont_know and material.counted(node)]
    nodes.sort(key=lambda node: -node.kinds.dont_know)
    if not nodes:
        return plain("")
    told = [
        words.text("“{question}” ({number} of {asked})", question=material.asks(node.id),
                   number=words.number(node.kinds.dont_know), asked=words.number(asked_people(node)))
        for node in nodes[:MOST]
    ]  # fmt: skip
    return words.text("Most often “don’t know”: {questions}.", questions=words.series(told))


def without_score(material: Material) -> Phrase:
    """Name the competencies without a score, and say why."""
    words = material.words
    missing = [result for result in material.card.competencies if result.node.estimate.value is None]
    if not missing or len(missing) == len(material.card.competencies):
        return plain("")
    names = words.listing([material.framework_title(result.id) for result in missing])
    return words.text("Without a score: {names}.", names=names)


def profile_only(material: Material) -> Phrase:
    """Say what kind of result this is."""
    return material.words.text(
        "This is how those who answered see it at one moment. It is not an inspection, and no basis for ranking cities."
    )


def full_sections(material: Material) -> list[Section]:
    """Return what cannot be changed locally, who was not heard, what nobody knew."""
    words = material.words
    return [
        Section("powers", words.text("What was said to lie outside their powers"), _counted(
            material, lambda node: node.kinds.outside_powers,
            words.text("No question was called outside the powers of those who answered."),
        ), level=3),
        Section("absent", words.text("Who was heard, and who was not"), _heard(material), level=3),
        Section("unknown", words.text("What was not known"), _counted(
            material, lambda node: node.kinds.dont_know, words.text("No question was answered with “don’t know”."),
        ), level=3),
        Section("inapplicable", words.text("What was said not to apply here"), _counted(
            material, lambda node: node.kinds.not_applicable,
            words.text("No question was called not applicable."),
        ), level=3),
    ]  # fmt: skip


def _counted(material: Material, number: Callable[[Node], int], otherwise: Phrase) -> tuple[Block, ...]:
    if not material.enough:
        return (Prose((hidden_numbers(material),)),)
    words = material.words
    nodes = sorted((n for n in material.questions if material.counted(n) and number(n)), key=lambda n: -number(n))
    told = tuple(
        words.text("{question} ({number} of {asked})", question=material.asks(node.id),
                   number=words.number(number(node)), asked=words.number(asked_people(node)))
        for node in nodes
    )  # fmt: skip
    return (Bullets(told),) if told else (Prose((otherwise,)),)


def hidden_numbers(material: Material) -> Phrase:
    """Say why numbers of answers are not shown."""
    words, least = material.words, material.words.number(material.card.threshold)
    if material.institutional:
        return words.text("Numbers of answers are not shown, because fewer than {least} institutions answered.",
                          least=least)  # fmt: skip
    return words.text("Numbers of answers are not shown, because fewer than {least} people answered.", least=least)


def _heard(material: Material) -> tuple[Block, ...]:
    words, rows = material.words, material.card.presence
    told = [statement for statement in (turnout(material), unheard(material), small_groups(material)) if statement]
    if material.public or not any(row.group for row in rows):
        return (Prose(tuple(told)),)
    numbers = [(label, of) for label, of in _numbers(material) if any(of(row) for row in rows)]
    columns = (
        Column(words.text("Group"), "name"),
        *([Column(words.text("Side"))] if material.sides else []),
        *(Column(label, "number") for label, _ in numbers),
    )
    body = tuple(_heard_row(material, row, [of(row) for _, of in numbers]) for row in rows)
    return (Prose(tuple(told)), Table("heard", _heard_title(material, rows), columns, body))


def _numbers(material: Material) -> list[tuple[Phrase, Callable[[Presence], int]]]:
    words = material.words
    return [
        (words.text("Expected"), lambda row: row.expected),
        (words.text("Invited"), lambda row: row.invited),
        (words.text("Declined"), lambda row: row.declined),
        (words.text("Answered"), lambda row: row.persons),
        (words.text("As an institution"), lambda row: row.institutions),
    ]


def _heard_title(material: Material, rows: Sequence[Presence]) -> Phrase:
    words = material.words
    expected = [row for row in rows if row.expected]
    heard = sum(not row.unheard for row in expected)
    if not expected:
        return words.text("Groups that answered")
    return words.text("{heard} of {expected} expected groups answered", heard=words.number(heard),
                      expected=words.number(len(expected)))  # fmt: skip


def _heard_row(material: Material, row: Presence, numbers: Sequence[int]) -> Row:
    side = [Cell(material.side(row.side or ""))] if material.sides else []
    return Row((
        Cell(material.group(row.group)), *side, *(Cell(material.words.number(number)) for number in numbers),
    ))  # fmt: skip
