"""Sentences that people read.

A `Sentence` is its English text, so it prints, compares and sorts as any text does. It also remembers the template and
the values that it was made of: at the edge, `messages.tell` says it in the reader's language.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final, Self


class Sentence(str):
    """An English text that can be said in other languages.

    Args:
        template: the words, with a `{name}` for each of `values`. It is what translators read and must be a literal,
            for `make catalogues` finds it in the code. Without values it is taken as it stands, braces included.
        values: what is filled in. A `Sentence` among them is translated, too; of a list, the entries are joined with
            commas.

    Attributes:
        template: the words in English, in the singular where there are two forms.
        many: the words in the plural; empty where the number does not matter.
        values: what is filled in, by name.
    """

    __slots__ = ("many", "template", "values")
    template: str
    many: str
    values: dict[str, object]

    def __new__(cls, template: str, /, **values: object) -> Self:
        """Fill in the values."""
        return cls._made(template, "", values, template)

    @classmethod
    def _made(cls, template: str, many: str, values: dict[str, object], chosen: str) -> Self:
        made = super().__new__(cls, chosen.format(**{k: shown(v) for k, v in values.items()}) if values else chosen)
        made.template, made.many, made.values = template, many, values
        return made

    def __getnewargs__(self) -> Any:  # noqa: ANN401 - for copies: the values follow as its state
        return (str(self),)


NOTHING: Final = Sentence("")
"""Where there is nothing to say."""


def counted(one: str, many: str, number: int, /, **values: object) -> Sentence:
    """Make a sentence about a number of things: `counted("{number} file", "{number} files", 3)`."""
    return Sentence._made(one, many, {"number": number, **values}, one if number == 1 else many)  # noqa: SLF001


def paragraphs(text: str) -> Iterator[str]:
    """Yield the paragraphs of a long text as translators see them: on one line each."""
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        yield " ".join(paragraph.split())


def shortened(words: Sequence[str], most: int) -> Sentence:
    """List the first `most` words, and say how many more there are."""
    if len(words) <= most:
        return Sentence("{words}", words=words)
    return Sentence("{words} and {number} more", words=words[:most], number=len(words) - most)


def shown(value: object) -> str:
    """Write a value as it stands in an English sentence."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(map(shown, value))
    return str(value)
