"""What became of ids and levels when a toolkit changed."""

from typing import Annotated

from pydantic import Field

from nlcaudit.shape import Id, Strict
from nlcaudit.text import SomeText

NewLevel = Annotated[int, Field(ge=0, le=9)]
LevelMap = Annotated[tuple[NewLevel | None, ...], Field(min_length=2, max_length=10)]
"""For each rating of before, in ascending order, the rating that says the same now; null where none does."""


class Migration(Strict):
    """How answers given before version `to` are read from version `to` on.

    Attributes:
        to: the version of the toolkit that brought these changes.
        renamed: id of a question before → its id now.
        removed: id of a question that is no longer asked → why.
        restored: ids that an earlier migration removed, and that ask the same again.
        reworded: questions whose text or levels changed; answers to them are kept, and marked.
        scale: the map of levels for every question that `levels` does not name.
        levels: id of a question in version `to` → its own map of levels.
        frameworks: id of a framework before → the one that holds its questions now.
        groups: id of a group before → the one that takes its place.
        sides: id of a side before → the one that takes its place.
    """

    to: SomeText
    renamed: dict[Id, Id] = {}
    removed: dict[Id, SomeText] = {}
    restored: tuple[Id, ...] = ()
    reworded: tuple[Id, ...] = ()
    scale: LevelMap | None = None
    levels: dict[Id, LevelMap] = {}
    frameworks: dict[Id, Id] = {}
    groups: dict[Id, Id] = {}
    sides: dict[Id, Id] = {}
