"""What the validator leaves aside in a toolkit."""

from pydantic import Field

from nlcaudit.shape import Strict
from nlcaudit.text import SomeText


class Ignored(Strict):
    """Rules that are not applied to some files.

    Attributes:
        rules: codes (`NLC408`), beginnings of codes (`NLC4`) or names (`long-sentence`).
        files: names or patterns (`private-*.yaml`) of files in the toolkit's folder; nothing means all.
        reason: why.
    """

    rules: tuple[SomeText, ...] = Field(min_length=1)
    files: tuple[SomeText, ...] = ()
    reason: SomeText | None = None
