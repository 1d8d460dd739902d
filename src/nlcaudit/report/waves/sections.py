"""The section of the summary, and the chapter of the full edition."""

from collections.abc import Sequence

from nlcaudit.report import comparing, figures
from nlcaudit.report.material import Material
from nlcaudit.report.phrases import NOTHING, Phrase, joined, plain
from nlcaudit.report.views import Block, Bullets, Findings, Prose, Section
from nlcaudit.report.waves.findings import changed, finding, foremost
from nlcaudit.report.waves.tables import table
from nlcaudit.report.waves.words import heading, keys, rule, turnout
from nlcaudit.waves import Changes, Line, Unmatched

MOST = 3
"""So many changes fit on two pages."""


def sections(material: Material, level: int) -> list[Section]:
    """Return the section of the summary; none without an earlier wave."""
    changes = material.changes
    if changes is None:
        return []
    opening = Prose((joined([turnout(material, changes), _closer(material, changes)], " "),))
    blocks = (opening, *_found(material, changes, foremost(changed(material), MOST)))
    return [Section("changes", heading(material, changes), blocks, level)]


def _found(material: Material, changes: Changes, lines: Sequence[Line]) -> list[Block]:
    words = material.words
    if not changes.lines:
        return [Prose((words.text("No question of then can be compared with one of now."),))]
    if not lines:
        return [Prose((words.text("No rise and no fall that these answers can show."), rule(material)))]
    told = tuple(finding(material, line) for line in lines)
    found = Findings(told, figures.scale(material), keys(material, changes))
    rest = len(changed(material)) - len(lines)
    if rest <= 0:
        return [found]
    more = words.plural(
        "One more change is in the full edition.", "{number} more changes are in the full edition.", rest
    )
    return [found] if material.options.edition == "full" else [found, Prose((more,), "note")]


def _closer(material: Material, changes: Changes) -> Phrase:
    """Say on how many questions the two sides came closer, and on how many they moved apart."""
    words, least = material.words, material.toolkit.policy.changes.more_than
    if not comparing.comparable(material) or not changes.gaps:
        return NOTHING
    closer = [gap for gap in changes.gaps if gap.then - gap.now > least]
    apart = [gap for gap in changes.gaps if gap.now - gap.then > least]
    if not closer and not apart:
        return words.text("The two sides are about as far apart as they were.")
    nearer, farther = (_named(material, [gap.question for gap in gaps]) for gaps in (closer, apart))
    if not closer:
        return words.plural("On one question the two sides moved apart: {names}.",
                            "On {number} questions the two sides moved apart: {names}.", len(apart),
                            names=farther)  # fmt: skip
    came = words.plural("On one question the two sides came closer: {names}.",
                        "On {number} questions the two sides came closer: {names}.", len(closer),
                        names=nearer)  # fmt: skip
    went = words.plural("On one they moved apart: {names}.", "On {number} they moved apart: {names}.", len(apart),
                        names=farther) if apart else NOTHING  # fmt: skip
    return joined([came, went], " ")


def _named(material: Material, questions: Sequence[str]) -> Phrase:
    """Name questions by their codes, which stand beside every question."""
    return material.words.listing([plain(material.question(question).code) for question in questions])


def chapter(material: Material) -> list[Section]:
    """Return the chapter of the full edition; none without an earlier wave."""
    changes, words = material.changes, material.words
    if changes is None:
        return []
    first = foremost(changed(material), MOST)
    rest = [line for line in changed(material) if line not in first]
    blocks: list[Block] = [Prose((rule(material),))]
    if rest:
        blocks.append(Findings(tuple(finding(material, line) for line in rest), figures.scale(material),
                               keys(material, changes)))  # fmt: skip
    if changes.lines:
        blocks.append(table(material, changes))
    if changes.unmatched:
        blocks += [Prose((words.text("What cannot be compared:"),)), Bullets(_unmatched(material, changes))]
    return [Section("waves", _chapter_heading(material, changes), tuple(blocks))]


def _chapter_heading(material: Material, changes: Changes) -> Phrase:
    words = material.words
    if changes.then is None:
        return words.text("Then and now, question by question")
    return words.text("Since {day}, question by question", day=words.day(changes.then))


def _unmatched(material: Material, changes: Changes) -> tuple[Phrase, ...]:
    words = material.words
    reasons = {
        "reworded": words.text("The wording changed since"),
        "levels": words.text("The levels changed, and no migration says which are the same"),
        "new": words.text("Did not exist then"),
        "not-asked-then": words.text("Nobody was asked then, or nobody answered"),
        "not-asked-now": words.text("Nobody was asked now, or nobody answered"),
        "gone": words.text("No longer in the toolkit"),
    }
    found = []
    for apart, reason in reasons.items():
        names = [_named_alone(material, one) for one in changes.unmatched if one.apart == apart]
        if names:
            found.append(words.text("{reason}: {questions}", reason=reason, questions=words.series(names)))
    return tuple(found)


def _named_alone(material: Material, one: Unmatched) -> Phrase:
    """Name a question that may be in the earlier toolkit only, or in none that is at hand."""
    if one.text is not None:
        return material.words.spoken(one.text)
    if one.old:
        return plain(one.id)
    return joined([plain(material.question(one.id).code), material.asks(one.id)], " ")
