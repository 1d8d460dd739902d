"""Entries with their comments → YAML."""

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlcaudit.messages import INTERFACE_LANGUAGES, tell
from nlcaudit.sentences import Sentence
from nlcaudit.store.scalars import scalar

WIDTH = 100
STEP = 2
CODE = re.compile("`[^`]+`")
KEPT = "\x00"
"""Stands for the spaces of a command, which stays on its line."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A key, its value, and what a newcomer is told about it.

    Attributes:
        value: a `Sentence` is a text in every language of the file; a list holds the blocks of its entries; a tuple
            holds entries of this block, or words in brackets.
        told: the comment above; empty where the key has been explained before.
        aside: written as a comment, for those who want it.
    """

    key: str
    value: "Value"
    told: Sentence | str = ""
    aside: bool = False


Block = tuple[Entry, ...]
Value = Sentence | str | int | bool | tuple[str, ...] | Block | Sequence[Block] | Sequence[Sentence]


@dataclass(frozen=True, slots=True)
class Emitter:
    """Writes entries in the languages of one file.

    Attributes:
        languages: of the texts, those in which the example is written; none of them: plain English texts.
        speaks: the language of the comments.
    """

    languages: tuple[str, ...]
    speaks: str

    @classmethod
    def of(cls, languages: Sequence[str]) -> "Emitter":
        """Make one for the languages of a file."""
        written = tuple(one for one in languages if one in INTERFACE_LANGUAGES)
        return cls(written, written[0] if written else INTERFACE_LANGUAGES[0])

    def comment(self, said: Sentence | str, indent: int = 0) -> Iterator[str]:
        """Write a comment; nothing where there is nothing to say."""
        told = CODE.sub(lambda found: found[0].replace(" ", KEPT), tell(said, self.speaks))
        for line in textwrap.wrap(told, WIDTH - indent, break_on_hyphens=False):
            yield f"{' ' * indent}# {line.replace(KEPT, ' ')}"

    def block(self, entries: Block, indent: int = 0) -> Iterator[str]:
        """Write the entries of a mapping; those of the whole file are set apart."""
        for entry in entries:
            if indent == 0 and entry.told:
                yield ""
            yield from self.comment(entry.told, indent)
            lines = self._entry(entry, 0 if entry.aside else indent)
            yield from (f"{' ' * indent}# {line}" for line in lines) if entry.aside else lines

    def _entry(self, entry: Entry, indent: int) -> Iterator[str]:
        pad, value = " " * indent, entry.value
        if isinstance(value, Sentence):
            yield from self._text(f"{pad}{entry.key}:", value, indent + STEP)
        elif isinstance(value, list):
            yield f"{pad}{entry.key}:"
            for one in value:
                yield from self._listed(one, indent + STEP)
        elif isinstance(value, tuple) and value and isinstance(value[0], Entry):
            yield f"{pad}{entry.key}:"
            yield from self.block(tuple(one for one in value if isinstance(one, Entry)), indent + STEP)
        elif isinstance(value, tuple):
            yield f"{pad}{entry.key}: [{', '.join(scalar(word) for word in value)}]"
        else:
            yield f"{pad}{entry.key}: {scalar(value)}"

    def _listed(self, one: Block | Sentence, indent: int) -> Iterator[str]:
        pad = " " * indent
        if isinstance(one, Sentence):
            if len(self.languages) > 1:
                first, *rest = self._languages(one, indent + STEP)
            else:
                first, *rest = self._text("", one, indent + STEP)
            yield f"{pad}- {first.lstrip()}"
            yield from rest
            return
        first, *rest = self.block(
            tuple(Entry(e.key, e.value, "", e.aside) if i == 0 else e for i, e in enumerate(one)), indent + STEP
        )
        yield from self.comment(one[0].told, indent)
        yield f"{pad}- {first.lstrip()}"
        yield from rest

    def _text(self, head: str, said: Sentence, indent: int) -> Iterator[str]:
        if len(self.languages) > 1:
            yield head
            yield from self._languages(said, indent)
        else:
            yield from self._words(head, tell(said, self.speaks), indent)

    def _languages(self, said: Sentence, indent: int) -> Iterator[str]:
        for language in self.languages:
            yield from self._words(f"{' ' * indent}{language}:", tell(said, language), indent + STEP)

    def _words(self, head: str, text: str, indent: int) -> Iterator[str]:
        if len(head) + len(text) + 3 <= WIDTH:
            yield f"{head} {scalar(text)}"
            return
        yield f"{head} >-"
        for line in textwrap.wrap(text, WIDTH - indent, break_on_hyphens=False):
            yield f"{' ' * indent}{line}"
