"""Every rule there is. Who only reads files does without: a rule comes with the check that finds its breach."""

from collections.abc import Mapping

from nlcaudit import shape, source
from nlcaudit.diagnostics import Rule
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

ROOMS = (
    source, shape, schemas, completeness, references, scales, wording, translations, answers, engagements, evolution,
    migrations, workshops, evidence, ignoring, themes, balance, tags, habits,
)  # fmt: skip
RULES: Mapping[str, Rule] = {
    rule.code: rule for rule in sorted((rule for room in ROOMS for rule in room.RULES), key=lambda rule: rule.code)
}
