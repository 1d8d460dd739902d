"""The checks of a whole toolkit."""

from collections.abc import Iterator

from nlcaudit.diagnostics import Finding
from nlcaudit.rules import balance, completeness, migrations, references, scales, tags
from nlcaudit.rules.walking import Draft

TOOLKIT_CHECKS = (
    *references.CHECKS, *completeness.CHECKS, *scales.CHECKS, *balance.CHECKS, *tags.CHECKS, *migrations.CHECKS,
)  # fmt: skip


def check_toolkit(draft: Draft) -> Iterator[Finding]:
    """Check everything on which asking and scoring rest."""
    for check in TOOLKIT_CHECKS:
        yield from check(draft)


def advise_on_toolkit(draft: Draft) -> Iterator[Finding]:
    """Check how its texts are written."""
    from nlcaudit.rules import wording  # noqa: PLC0415 - only who validates is told

    for check in (*wording.CHECKS, *balance.ADVICE):
        yield from check(draft)
