"""Every question that was asked, with its levels and what was answered."""

from nlcaudit.report import counsel, figures, people
from nlcaudit.report.material import Material
from nlcaudit.report.phrases import NOTHING, Phrase, joined, plain
from nlcaudit.report.replying import replies_about
from nlcaudit.report.views import Block, Fact, Questions, QuestionView
from nlcaudit.scoring import FrameworkResult, Node


def blocks(material: Material) -> tuple[Block, ...]:
    """Return the questions of every framework that was asked."""
    return tuple(
        Questions(material.framework_title(result.id), tuple(_view(material, node) for node in material.asked(result)))
        for result in material.card.frameworks
    )


def printed_replies(material: Material) -> set[str]:
    """Return the questions that have their replies printed here."""
    return {node.id for result in material.card.frameworks for node in material.asked(result)}


def _view(material: Material, node: Node) -> QuestionView:
    words, question = material.words, material.question(node.id)
    levels = tuple(
        Fact(material.level(rating), words.spoken(level.text)) for rating, level in enumerate(question.levels)
    )
    title = [words.spoken(question.title)] if question.title else []
    return QuestionView(
        code=plain(question.code),
        text=joined([*title, words.spoken(question.text)], " – "),
        levels=levels,
        facts=tuple(fact for fact in _facts(material, node) if fact.value),
        replies=replies_about(material, node.id),
    )


def _facts(material: Material, node: Node) -> list[Fact]:
    words = material.words
    return [
        Fact(words.text("Score"), _score(material, node)),
        Fact(words.text("Bounds"), figures.bounds(material, node)),
        Fact(words.text("With every “not applicable” as lowest"), _lowest_applicable(material, node)),
        Fact(words.text("Sides, in levels"), _sides(material, node)),
        Fact(words.text("Groups, in levels"), _groups(material, node)),
        *people.facts(material, node),
        Fact(words.text("A year ago"), counsel.remembered(material, node)),
        Fact(words.text("Answers"), figures.kinds(material, node)),
        Fact(words.text("Institutions"), _institutions(material, node)),
        Fact(words.text("Sources"), plain(", ".join(material.question(node.id).sources))),
    ]


def _score(material: Material, node: Node) -> Phrase:
    word = figures.band(material, node)
    if node.estimate.value is None:
        return word
    words = material.words
    score = words.text("{score} of 100", score=figures.score(material, node.estimate.value))
    one_sided = words.text("rated by one side only") if node.one_sided and material.sides else NOTHING
    return joined([score, word, one_sided], " · ")


def _lowest_applicable(material: Material, node: Node) -> Phrase:
    value = node.lowest_applicable.value
    return NOTHING if value is None else figures.score(material, value)


def _sides(material: Material, node: Node) -> Phrase:
    if not any(side in node.sides and node.sides[side].state != "none" for side in material.sides):
        return NOTHING
    words = material.words
    told = [
        words.text("{name} {value}", name=material.side(side), value=figures.side_value(material, node.sides.get(side)))
        for side in material.sides
    ]
    return joined(told, " · ")


def _groups(material: Material, node: Node) -> Phrase:
    if material.public:
        return NOTHING
    words = material.words
    told = [
        words.text("{name} {value}", name=material.group(group), value=figures.level(material, measure.value))
        for group, measure in node.groups.items()
        if group and measure.value is not None
    ]
    return joined(told, " · ")


def _institutions(material: Material, node: Node) -> Phrase:
    if material.public:
        return NOTHING
    words = material.words
    told = [
        words.text("{name}: {level}", name=words.name(answer.name), level=_chosen(material, answer.ratings[node.id]))
        for answer in material.card.institutions
        if node.id in answer.ratings
    ]
    return words.series(told)


def _chosen(material: Material, rating: int) -> Phrase:
    return material.words.text("{rating} {level}", rating=material.words.number(rating), level=material.level(rating))


def asked_anything(result: FrameworkResult) -> bool:
    """Tell whether any question of a framework was asked."""
    return result.node.status != "not-asked"
