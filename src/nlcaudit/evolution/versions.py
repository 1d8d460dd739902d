"""Version numbers: which is newer, and which number a change asks for (Semantic Versioning 2.0.0)."""

import re
from collections.abc import Mapping
from typing import Literal

from nlcaudit.framework import Toolkit
from nlcaudit.framework.migrations import Migration
from nlcaudit.sentences import Sentence

Weight = Literal["major", "minor", "patch"]
"""How much a change takes: the number of the version that it raises."""

WEIGHT_NAMES: Mapping[Weight, Sentence] = {
    "major": Sentence("major"),
    "minor": Sentence("minor"),
    "patch": Sentence("patch"),
}
WEIGHTS: tuple[Weight, ...] = ("major", "minor", "patch")
Number = tuple[int, int, int]
FORM = re.compile(r"(0|[1-9][0-9]{0,8})(?:\.(0|[1-9][0-9]{0,8}))?(?:\.(0|[1-9][0-9]{0,8}))?")


def number(version: str) -> Number | None:
    """Read one to three numbers with dots between (`1.2` is `1.2.0`); None for anything else."""
    match = FORM.fullmatch(version)
    if match is None:
        return None
    major, minor, patch = (int(part or 0) for part in match.groups())
    return major, minor, patch


def raised(version: Number, weight: Weight) -> Number:
    """The least version after a change of this weight; below 1.0.0 a major one raises the second number."""
    major, minor, patch = version
    if weight == "major" and major:
        return major + 1, 0, 0
    if weight == "major" or (weight == "minor" and major):
        return major, minor + 1, 0
    return major, minor, patch + 1


def dotted(version: Number) -> str:
    """Write a version."""
    return ".".join(map(str, version))


def pending(toolkit: Toolkit, version: str) -> tuple[Migration, ...]:
    """The migrations that lie between a version and the toolkit, oldest first.

    Where `version` is no number, nobody can say which those are: there are none.
    """
    begun = number(version)
    if begun is None or not toolkit.migrations:
        return ()
    dated = [(at, migration) for migration in toolkit.migrations if (at := number(migration.to)) is not None]
    return tuple(migration for at, migration in sorted(dated, key=lambda pair: pair[0]) if at > begun)
