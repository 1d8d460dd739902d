"""How figures are made, in a line each, and the numbers that go into them."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from nlcaudit.framework import Toolkit
from nlcaudit.framework.policy import Mean
from nlcaudit.messages import Messages
from nlcaudit.scoring.explaining import FIELDS
from nlcaudit.scoring.scorecard import Measure
from nlcaudit.scoring.statistic import Reason
from nlcaudit.sentences import Sentence

NONE, WITHHELD, YES, NO = Sentence("there is none"), Sentence("withheld"), Sentence("yes"), Sentence("no")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with so many decimals, or a word to translate."""

    value: Fraction | float | str
    places: int = 0

    def shown(self, say: Messages) -> str:
        """Return it as it is printed."""
        return say.text(self.value) if isinstance(self.value, str) else say.number(self.value, self.places)


@dataclass(frozen=True, slots=True)
class Input:
    """A number that goes into a figure, and its name, a message to translate or an id."""

    label: str
    amount: Amount


def number(label: str, count: int) -> Input:
    """Return a whole number under its name."""
    return Input(label, Amount(Fraction(count)))


def worded(word: str) -> Amount:
    """Return a word."""
    return Amount(word)


def said(*, yes: bool) -> Amount:
    """Return yes or no."""
    return Amount(YES if yes else NO)


def scored(measure: Measure) -> Amount:
    """Return a figure on the scale from 0 to 100, or that it is not there."""
    if measure.score is None:
        return Amount(WITHHELD if measure.state == "withheld" else NONE)
    return Amount(measure.score, 1)


def amount(value: Fraction | None, times: int) -> Amount:
    """Return a number, or that it is not there."""
    return Amount(NONE) if value is None else Amount(times * value, 1)


REASONS: Mapping[Reason, str] = {
    "few-respondents": Sentence("undefined: too few people answered"),
    "few-shared-questions": Sentence("undefined: too few questions were rated by two people or more"),
    "no-variation": Sentence("undefined: everybody chose the same level"),
    "no-pairs": Sentence("undefined: no two people rated the same question"),
    "one-side": Sentence("undefined: only one side is shown or answered"),
    "no-score": Sentence("undefined: there is no score"),
    "withheld": Sentence("withheld"),
}

FORMULAS: Mapping[str, str] = {
    "difference": Sentence("= printed value of the first side - printed value of the second, in levels"),
    "band": Sentence("= the words of the lowest and of the highest bound, where there is a shared view"),
    "bounds": Sentence(
        "= every missing answer at the lowest, or at the highest level; where that would give a small group "
        "away: score ± (100 - coverage), within 0 and 100"
    ),
    "answers": Sentence("= the sum of all kinds of answer"),
    "stage": Sentence(
        "= the highest stage all of whose gates hold, and of all stages below; a range where some are not known"
    ),
    "average-deviation": Sentence("= mean distance from the median rating, in levels"),
    "cliffs-delta": Sentence("= share of pairs in which the first side rates higher - share in which it rates lower"),
    "step": Sentence("= rank: needed before the next stage, then need = weight × (target - value), then effort"),
    "same-group": Sentence("= mean over questions and groups of |a - b| over all pairs of a group, in levels"),
    "same-side": Sentence("= mean over questions and sides of |a - b| over all pairs of a side, in levels"),
    "opposite": Sentence("= mean over questions of |a - b| over all pairs across the sides, in levels"),
    "alpha": Sentence("= 1 - observed ÷ expected disagreement (Krippendorff, ordinal); error: jackknife over people"),
    "ac2": Sentence(
        "= (observed - chance) ÷ (1 - chance) agreement (Gwet, quadratic weights); error: jackknife over people"
    ),
    "without-person": Sentence("= lowest and highest score with any one person left out; whole points, outwards"),
    "without-group": Sentence("= lowest and highest score with any one group left out that may be told"),
    "interval": Sentence(
        "= middle share of the scores with people of each group weighed at random (Exp(1)), widened to hold the score"
    ),
    "chance": Sentence("= deals of the people to the sides, of 100, in which some competency differs as widely"),
    "trust": Sentence("= the first grade, best first, all of whose demands are met; otherwise D"),
    "firmness": Sentence(
        "= the smallest of three shares of variations in which fewer steps than that come before it; not a probability"
    ),
    "a-year-ago": Sentence("= mean of the then-ratings, weighed as a score is, in levels; it enters no score"),
    "served": Sentence("= mean of the scores of the questions that serve the lesson, by their weights"),
    "overall": Sentence("= power mean of the competencies on (1 + K·s) ÷ (1 + K), mapped back"),
    "people": Sentence(
        "= people whose answers make the scores; beside each group all that answered, institutions included"
    ),
}

DEMANDS: Mapping[str, str] = {
    "score": Sentence("there is a score"), "coverage": Sentence("what falls short: coverage, in %"),
    "persons": Sentence("what falls short: people on a side"),
    "evidence": Sentence("what falls short: seen evidence, in %"),
    "unheard": Sentence("every expected group is heard"),
}  # fmt: skip

MEANS: Mapping[Mean, str] = {
    "arithmetic": Sentence("arithmetic"), "geometric": Sentence("geometric"), "harmonic": Sentence("harmonic"),
    "minimum": Sentence("minimum"),
}  # fmt: skip

WHOLE = "all"
"""Stands for all competencies together."""
AGREEMENT = ("same-group", "same-side", "opposite", "alpha", "ac2")
OF_ALL = ("overall", "people", *AGREEMENT)
OF_NODES = (*FIELDS, "band", "answers", "bounds", "difference")
OF_QUESTIONS = (*OF_NODES, "average-deviation", "cliffs-delta", "step", "firmness", "a-year-ago")
OF_FRAMEWORKS = (*OF_NODES, *AGREEMENT, "without-person", "without-group", "interval", "chance", "stage")


def figures_of(toolkit: Toolkit, node: str) -> tuple[str, ...]:
    """Return what `--explain` can be asked of a question, theme or framework, or of `all`; nothing of others."""
    if node == WHOLE:
        return OF_ALL
    if node in toolkit.by_id:
        lesson = toolkit.roles[toolkit.home[node][0].id] == "lessons"
        return (*OF_QUESTIONS, "served") if lesson else OF_QUESTIONS
    if toolkit.framework(node) is not None:
        return (*OF_FRAMEWORKS, "trust") if toolkit.roles[node] == "competency" else OF_FRAMEWORKS
    return OF_NODES if any(theme.id == node for one in toolkit.frameworks for theme in one.themes) else ()
