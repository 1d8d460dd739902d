"""The registry of rules, and the checks that apply them."""

from collections.abc import Iterator, Mapping

from nlcaudit import shape, source
from nlcaudit.diagnostics import Finding, Rule
from nlcaudit.rules import answers, completeness, references, scales, schemas
from nlcaudit.rules.walking import Draft

TOOLKIT_CHECKS = (*references.CHECKS, *completeness.CHECKS, *scales.CHECKS)

RULES: Mapping[str, Rule] = {
    rule.code: rule
    for room in (source, shape, schemas, completeness, references, scales, answers)
    for rule in sorted(room.RULES, key=lambda rule: rule.code)
}


def check_toolkit(draft: Draft) -> Iterator[Finding]:
    """Run every check of toolkits."""
    for check in TOOLKIT_CHECKS:
        yield from check(draft)
