"""The registry of rules, and the checks that apply them."""

from collections.abc import Iterator, Mapping

from nlcaudit import shape, source
from nlcaudit.diagnostics import Finding, Rule
from nlcaudit.rules import (
    answers,
    balance,
    completeness,
    engagements,
    evidence,
    evolution,
    habits,
    ignoring,
    migrations,
    references,
    scales,
    schemas,
    tags,
    themes,
    translations,
    wording,
    workshops,
)
from nlcaudit.rules.walking import Draft

TOOLKIT_CHECKS = (
    *references.CHECKS, *completeness.CHECKS, *scales.CHECKS, *balance.CHECKS, *tags.CHECKS, *migrations.CHECKS,
)  # fmt: skip
ADVICE = (*wording.CHECKS, *balance.ADVICE)

ROOMS = (
    source, shape, schemas, completeness, references, scales, wording, translations, answers, engagements, evolution,
    migrations, workshops, evidence, ignoring, themes, balance, tags, habits,
)  # fmt: skip
RULES: Mapping[str, Rule] = {
    rule.code: rule for rule in sorted((rule for room in ROOMS for rule in room.RULES), key=lambda rule: rule.code)
}


def check_toolkit(draft: Draft) -> Iterator[Finding]:
    """Check everything on which asking and scoring rest."""
    for check in TOOLKIT_CHECKS:
        yield from check(draft)


def advise_on_toolkit(draft: Draft) -> Iterator[Finding]:
    """Check how its texts are written."""
    for check in ADVICE:
        yield from check(draft)
