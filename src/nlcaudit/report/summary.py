"""The first two pages: what a mayor reads."""

from fractions import Fraction

from nlcaudit.report import comparing, figures, limits, profile, replying, stepping, waves
from nlcaudit.report.material import Material
from nlcaudit.report.phrases import NOTHING, Phrase, joined
from nlcaudit.report.views import Block, Finding, Findings, Prose, Replies, Section
from nlcaudit.scoring import Node
from nlcaudit.scoring.banding import band_of

MOST, FEWER = 3, 2
"""So many solid points fit on two pages; so many where what changed stands there, too."""


def lead(material: Material) -> tuple[Phrase, ...]:
    """Return the opening sentences, in one paragraph."""
    return (joined([limits.turnout(material), *_outcome(material)], " "),)


def _outcome(material: Material) -> list[Phrase]:
    if not any(result.node.estimate.value is not None for result in material.card.competencies):
        return [_nothing_to_show(material)]
    return [_apart(material), _waiting(material)]


def _score(material: Material, node: Node) -> Phrase:
    return figures.score(material, node.estimate.value or Fraction(0))


def _apart(material: Material) -> Phrase:
    if not comparing.comparable(material):
        return NOTHING
    words, found = material.words, comparing.to_discuss(material)
    if not found:
        return comparing.why_nothing(material)
    return words.plural(
        "On one point the two sides describe things differently, by {levels} or more.",
        "On {number} points the two sides describe things differently, by {levels} or more.",
        len(found), levels=comparing.in_levels(material, material.toolkit.policy.differences.at_least),
    )  # fmt: skip


def _waiting(material: Material) -> Phrase:
    needed = sum(step.unblocks for step in material.steps)
    if not needed:
        return NOTHING
    return material.words.plural(
        "One step is needed before a next stage is reached.",
        "{number} steps are needed before the next stages are reached.", needed,
    )  # fmt: skip


def _nothing_to_show(material: Material) -> Phrase:
    words, card = material.words, material.card
    if card.respondents == 0:
        return words.text("There is nothing to report before the first answers are in the folder “responses”.")
    if card.protected and card.respondents < card.threshold and material.institutional:
        return words.text(
            "No figure is shown, because with fewer than {least} institutions a figure would tell what one of them "
            "said. Ask more of them to answer, or ask each to release its answers.", least=words.number(card.threshold),
        )  # fmt: skip
    if card.protected and card.respondents < card.threshold:
        return words.text(
            "No figure is shown, because with fewer than {least} people a figure would tell what one of them said. "
            "Ask more people to answer, or hold a meeting in which each institution gives one answer that it releases.",
            least=words.number(card.threshold),
        )  # fmt: skip
    if any(node.estimate.state == "withheld" for node in material.questions):
        return words.text("No score is shown, because too few answers stand behind each of them. Ask for more answers.")
    if all(result.node.status == "not-applicable" for result in card.competencies):
        return words.text(
            "Everything that was asked was called outside the powers of those who answered, or not applicable here."
        )
    return words.text("There are too few ratings for a score.")


# -- what is solid -----------------------------------------------------------------------------------------------


def undisputed(material: Material) -> list[Node]:
    """Return the questions with a score that are seen alike, the highest first.

    Not those on which the sides differ enough to discuss it, nor those without a shared view.
    """
    shown = figures.scored(material.questions)
    alike = [node for node in shown if node.id not in material.disputed and node.band.shared_view]
    return sorted(alike, key=lambda node: -(node.estimate.value or Fraction(0)))


def _upper(material: Material, node: Node) -> bool:
    bands = material.toolkit.policy.bands
    floor = node.lowest.value if node.lowest.value is not None else node.estimate.value
    return floor is not None and band_of(100 * floor, bands) in bands[len(bands) // 2 :]


def _solid_blocks(material: Material) -> tuple[Block, ...]:
    words, alike = material.words, undisputed(material)
    solid = [node for node in alike if _upper(material, node)]
    if solid:
        intro = words.text("Placed in the upper half of the scale, and described alike by those who answered:")
    elif alike:
        intro = words.text("Nothing is placed in the upper half of the scale by all alike yet. Highest among what is "
                           "described alike:")  # fmt: skip
    elif any(figures.scored(material.questions)):
        return (Prose((words.text("There is nothing yet that those who answered describe alike."),)),)
    else:
        return (Prose((words.text("Nothing can be named here, because no score can be shown yet."),)),)
    chosen = (solid or alike)[: FEWER if material.crowded else MOST]
    return (Prose((intro,)), Findings(tuple(standing(material, node) for node in chosen)))


def standing(material: Material, node: Node) -> Finding:
    """Say where a question stands: its score, and the level that it is closest to."""
    words = material.words
    return Finding(
        context=material.home(node.id),
        title=material.asks(node.id),
        statement=words.text("{score} of 100. Closest level {level}", score=_score(material, node),
                             level=figures.closest_text(material, node)),
    )  # fmt: skip


def opening(material: Material) -> tuple[Block, ...]:
    """Return the opening sentences and the profile, as far as anything of it was asked."""
    blocks: list[Block] = [Prose(lead(material), "lead")]
    if any(result.node.status != "not-asked" for result in material.card.competencies):
        blocks.append(profile.short_table(material))
    return tuple(blocks)


# -- sections ----------------------------------------------------------------------------------------------------


def sections(material: Material, level: int = 2) -> list[Section]:
    """Return the sections of the short edition."""
    words = material.words
    found = [Section("solid", words.text("What is solid"), _solid_blocks(material), level)]
    found += waves.sections(material, level)
    if comparing.comparable(material):
        heading = words.text("Where the two sides describe things differently")
        found.append(Section("differences", heading, comparing.short_blocks(material), level))
    found.append(Section("first-steps", words.text("Steps to begin with"), stepping.short_blocks(material), level))
    found.append(Section("trust", words.text("How far to trust this"), limits.short_blocks(material), level))
    replies = replying.other_replies(material, _answered(material))
    if replies:
        found.append(Section("replies", words.text("What the sides reply"), (Replies(replies),), level))
    return found


def _answered(material: Material) -> set[str]:
    """Return what has a reply printed beside it already."""
    if not comparing.comparable(material):
        return set()
    return {difference.node for difference in comparing.to_discuss(material)[: comparing.most(material)]}
