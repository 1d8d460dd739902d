"""Rules about scale, bands, gates and weights (NLC3xx)."""

from collections.abc import Iterator
from itertools import pairwise

from nlcaudit.diagnostics import Finding, Rule
from nlcaudit.framework import ScoringPolicy
from nlcaudit.rules.balance import check_grades
from nlcaudit.rules.walking import Draft, each_question
from nlcaudit.sentences import Sentence

LEVEL_COUNT = Rule("NLC301", "level-count", "error", """
A question does not have one descriptor for each level of the scale.

Every level is anchored by something one can see; ratings without an anchor cannot be compared.
Write as many `levels` as the scale has, in ascending order.
""")  # fmt: skip
LEVEL_VALUES = Rule("NLC302", "level-values", "error", """
The declared values of the levels do not rise from 0 to 1.

The lowest level is worth 0, the highest 1, each one more than the one before. Declare a value for every level, or for
none (then they are evenly spaced).
""")  # fmt: skip
BAND_ORDER = Rule("NLC303", "band-order", "error", """
The bands do not rise from 0.

A score must fall into exactly one band: the first begins at 0, each further one above the one before, none above 100.
""")  # fmt: skip
NO_WEIGHT = Rule("NLC304", "no-weight", "error", """
All questions of a framework weigh 0.

Then the framework can never have a score. Give at least one question a weight.
""")  # fmt: skip
GATE_ABOVE_SCALE = Rule("NLC305", "gate-above-scale", "error", """
A gate asks for a rating above the scale.

No answer could ever open it. `at_least` goes from 1 to the highest rating.
""")  # fmt: skip
PRIVACY_BELOW_MINIMUM = Rule("NLC306", "privacy-below-minimum", "error", """
The privacy threshold is lower than the toolkit's own minimum.

An engagement may raise or lower the threshold down to `privacy.minimum`; the default itself must not be below it.
""")  # fmt: skip

RULES = (LEVEL_COUNT, LEVEL_VALUES, BAND_ORDER, NO_WEIGHT, GATE_ABOVE_SCALE, PRIVACY_BELOW_MINIMUM)
FULL_SCORE = 100


def check_levels(draft: Draft) -> Iterator[Finding]:
    """Each question anchors each level; gates stay on the scale."""
    wanted = len(draft.toolkit.levels)
    for route, _, question in each_question(draft.toolkit):
        count = len(question.levels)
        if count != wanted:
            yield LEVEL_COUNT.at(
                (*route, "levels"),
                Sentence(
                    "{question} describes {count} levels; the scale has {wanted}",
                    question=question.id,
                    count=count,
                    wanted=wanted,
                ),
                Sentence("describe each level of the scale"),
                key=True,
            )
        if question.gate and question.gate.at_least > draft.toolkit.top:
            yield GATE_ABOVE_SCALE.at(
                (*route, "gate", "at_least"),
                Sentence(
                    "the gate of {question} asks for {rating}", question=question.id, rating=question.gate.at_least
                ),
                Sentence("write at most {top}", top=draft.toolkit.top),
            )


def check_values(draft: Draft) -> Iterator[Finding]:
    """Declared values rise from 0 to 1."""
    values = [level.value for level in draft.toolkit.levels]
    if not any(value is not None for value in values):
        return
    known = [value for value in values if value is not None]
    rising = all(low < high for low, high in pairwise(known))
    if len(known) < len(values) or known[0] != 0 or known[-1] != 1 or not rising:
        yield LEVEL_VALUES.at(
            draft.shared("scale", "levels"),
            Sentence("the values of the levels do not rise from 0 to 1"),
            Sentence("declare 0 for the first, 1 for the last, rising between"),
            key=True,
        )


def check_policy(policy: ScoringPolicy) -> Iterator[Finding]:
    """Bands rise from 0, and the default threshold respects the minimum; routes begin inside the policy."""
    starts = [band.at_least for band in policy.bands]
    if starts[0] != 0 or starts[-1] > FULL_SCORE or any(low >= high for low, high in pairwise(starts)):
        hint = Sentence("begin the first at 0 and each further one higher")
        yield BAND_ORDER.at(("bands",), Sentence("the bands do not rise from 0"), hint, key=True)
    privacy = policy.privacy
    if privacy.threshold < privacy.minimum:
        yield PRIVACY_BELOW_MINIMUM.at(
            ("privacy", "threshold"),
            Sentence(
                "the threshold {threshold} is below the minimum {minimum}",
                threshold=privacy.threshold,
                minimum=privacy.minimum,
            ),
            Sentence("write at least {minimum}", minimum=privacy.minimum),
        )
    yield from check_grades(policy)


def check_declared_policy(draft: Draft) -> Iterator[Finding]:
    """The toolkit's policy is sound."""
    for finding in check_policy(draft.toolkit.policy):
        yield finding.under(*draft.shared("scoring"))


def check_weights(draft: Draft) -> Iterator[Finding]:
    """Every framework has weight."""
    for framework in draft.toolkit.frameworks:
        if all(q.weight == 0 for q in framework.questions):
            yield NO_WEIGHT.at(
                (framework.id, "themes"),
                Sentence("all questions of {framework} weigh 0", framework=framework.id),
                Sentence("give at least one of them a weight"),
                key=True,
            )


CHECKS = (check_levels, check_values, check_declared_policy, check_weights)
