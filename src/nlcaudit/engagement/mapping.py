"""What the columns and words of tables mean that come back to an engagement."""

from typing import Annotated, Literal

from pydantic import Field

from nlcaudit.shape import WHOLE, Id, Strict
from nlcaudit.text import SomeText

Word = Literal["dont_know", "outside_powers", "not_applicable", "unanswered"]
Level = Annotated[int, Field(ge=0, le=9)]


class MappingFile(Strict):
    """A file that says what the columns and words of a table mean.

    Attributes:
        schema: what this file is.
        columns: head of a column → `T1`, `T1 note`, `group`, …, `drop`.
        answers: text of a cell → a level, or a kind of answer; holds in every column of answers.
        groups: text of a cell → the id of a group.
        numbers_from: the number under which the table writes the lowest level; unsaid, bare numbers are refused except
            under our own codes.
    """

    schema_: str = Field(alias="schema")
    columns: dict[SomeText, SomeText] = {}
    answers: dict[SomeText, Level | Word] = {}
    groups: dict[SomeText, Id] = {}
    numbers_from: Annotated[Literal[0, 1], WHOLE] | None = None
