"""When two texts are the same text."""

import re
import unicodedata
from typing import Generic, TypeVar

APOSTROPHES = re.compile("['’‘ʼ`´]")
NO_WORD = re.compile(r"[\W_]+")
Meaning = TypeVar("Meaning")


def words_of(text: str) -> str:
    """Return what counts when texts are compared: letters and digits; no case, marks, apostrophes or kinds of space."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return NO_WORD.sub(" ", APOSTROPHES.sub("", folded)).strip()


class Index(Generic[Meaning]):
    """Texts and what each may mean; a text with two meanings has none."""

    def __init__(self) -> None:
        self._meanings: dict[str, dict[Meaning, None]] = {}

    def add(self, text: str, meaning: Meaning) -> None:
        """Let a text mean this, too."""
        words = words_of(text)
        if words:
            self._meanings.setdefault(words, {})[meaning] = None

    def meanings(self, text: str) -> tuple[Meaning, ...]:
        """Everything that a text may mean."""
        return tuple(self._meanings.get(words_of(text), ()))
