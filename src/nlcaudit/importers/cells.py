"""The text of a cell → an answer, a group, a degree: one meaning or a refusal."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from nlcaudit.diagnostics import did_you_mean
from nlcaudit.framework import Question
from nlcaudit.importers.declaring import Declared
from nlcaudit.importers.lexicon import Lexicon
from nlcaudit.importers.matching import Index, words_of
from nlcaudit.importers.vocabulary import NO, YES
from nlcaudit.sentences import Sentence

NUMBER = re.compile(r"\s*(\d)(?:\.0+)?\s*\Z")
LETTERS: Mapping[str, str] = {"d": "dont_know", "o": "outside_powers", "n": "not_applicable"}
REASONED = re.compile(r"\s*([^:]+?)\s*:\s*(\S.*)\Z", re.DOTALL)
ISO_DAY = re.compile(r"\s*(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?)?\s*\Z")


class DoubtError(Exception):
    """A cell that has no meaning here, or more than one.

    Attributes:
        message: what is wrong.
        hint: what to write or declare.
    """

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class ReadAnswer:
    """What a cell under a question says.

    Attributes:
        key: `rating`, or the key of another kind of answer; empty for none.
        rating: where it is a level.
        reason: where it stands in the same cell as “not applicable”.
        languages: those in whose words it was said, where that can be seen.
    """

    key: str
    rating: int | None = None
    reason: str | None = None
    languages: frozenset[str] = frozenset()


@dataclass
class CellReader:
    """Reads the cells of one import."""

    lexicon: Lexicon
    declared: Declared
    _levels: dict[str, Index[int]] = field(default_factory=dict)

    def answer(self, text: str, question: Question, *, exact: bool) -> ReadAnswer:
        """Read the cell under a question.

        Args:
            text: what stands there; not blank.
            question: whose column it is.
            exact: the column has our own name, so bare numbers and letters are ours.

        Raises:
            DoubtError: it is none of the question's answers, or may be several.
        """
        said = self.declared.answers.get(words_of(text))
        if said is not None:
            return self._declared(said, question)
        number = NUMBER.match(text)
        if number:
            return ReadAnswer("rating", self._rating(int(number[1]), question, exact=exact))
        if exact and text.strip().lower() in LETTERS:
            return ReadAnswer(LETTERS[text.strip().lower()])
        levels = self._of(question).meanings(text)
        kinds = self.lexicon.kinds.meanings(text)
        if len(levels) + len(kinds) == 1:
            if kinds:
                return ReadAnswer(kinds[0])
            spoken = self.lexicon.language_of(question, levels[0], text)
            return ReadAnswer("rating", levels[0], languages=frozenset(spoken))
        return self._reasoned(text, question, len(levels) + len(kinds))

    def _declared(self, said: int | str, question: Question) -> ReadAnswer:
        if isinstance(said, str):
            return ReadAnswer("" if said == "unanswered" else said)
        return ReadAnswer("rating", self._within(said, question))

    def _within(self, rating: int, question: Question) -> int:
        if rating > len(question.levels) - 1:
            raise DoubtError(
                Sentence("there is no level {rating}", rating=rating),
                Sentence("levels go from 0 to {found}", found=len(question.levels) - 1),
            )
        return rating

    def _rating(self, number: int, question: Question, *, exact: bool) -> int:
        begins = self.declared.numbers_from
        if begins is None and not exact:
            raise DoubtError(
                Sentence(
                    "“{number}” is a bare number, and nothing says from which number this table counts the levels",
                    number=number,
                ),
                Sentence("say it: --numbers-from 0 or --numbers-from 1"),
            )
        rating = number - (begins or 0)
        if rating < 0:
            raise DoubtError(
                Sentence("there is no level {number}", number=number), Sentence("the table counts levels from 1")
            )
        return self._within(rating, question)

    def _of(self, question: Question) -> Index[int]:
        if question.id not in self._levels:
            self._levels[question.id] = self.lexicon.levels(question)
        return self._levels[question.id]

    def _reasoned(self, text: str, question: Question, readings: int) -> ReadAnswer:
        found = REASONED.match(text)
        if found and self.lexicon.kinds.meanings(found[1]) == ("not_applicable",):
            return ReadAnswer("not_applicable", reason=found[2].strip())
        shown, code, top = _short(text), question.code, len(question.levels) - 1
        said = Sentence("“{short}” is no answer to {code}", short=shown, code=code)
        if readings:
            said = Sentence(
                "“{short}” may be {readings} of the answers to {code}", short=shown, readings=readings, code=code
            )
        hint = Sentence(
            "write a level’s text or 0 to {top} and its word; or declare it under “answers” in a mapping file", top=top
        )
        raise DoubtError(said, hint)

    def group(self, text: str) -> str:
        """Read a group.

        Raises:
            DoubtError: it is none of the toolkit's, or may be several.
        """
        said = self.declared.groups.get(words_of(text))
        if said is not None:
            return said
        return _one(self.lexicon.groups, text, Sentence("group"), list(self.lexicon.toolkit.group_by_id))

    def side(self, text: str) -> str:
        """Read a side. Raises DoubtError as above."""
        return _one(self.lexicon.sides, text, Sentence("side"), [side.id for side in self.lexicon.toolkit.sides])

    def confidence(self, text: str) -> str:
        """Read a degree of confidence. Raises DoubtError as above."""
        return _one(self.lexicon.confidence, text, Sentence("confidence"), ["low", "medium", "high"])

    def strength(self, text: str) -> str:
        """Read a strength of evidence. Raises DoubtError as above."""
        return _one(
            self.lexicon.strengths, text, Sentence("strength of evidence"), ["claim", "document", "observed", "outcome"]
        )

    @cached_property
    def _tags(self) -> Index[str]:
        return self.lexicon.languages

    def language(self, text: str) -> str | None:
        """Read a language; what names none that the toolkit speaks says nothing."""
        meant = self._tags.meanings(text) or self._tags.meanings(text.split("(", maxsplit=1)[0])
        return meant[0] if len(meant) == 1 else None


def _one(index: Index[str], text: str, called: str, known: list[str]) -> str:
    meant = index.meanings(text)
    if len(meant) != 1:
        said = (
            Sentence("there is no {called} “{short}”", called=called, short=_short(text))
            if not meant
            else Sentence("“{short}” may be one of: {found}", short=_short(text), found=meant)
        )
        raise DoubtError(said, did_you_mean(text, known, Sentence("write one of: {found}", found=", ".join(known))))
    return meant[0]


def yes_or_no(text: str) -> bool:
    """Read a box that was ticked or not.

    Raises:
        DoubtError: it is neither yes nor no.
    """
    words = words_of(text)
    if words in YES or words in NO:
        return words in YES
    raise DoubtError(Sentence("“{short}” is neither yes nor no", short=_short(text)), Sentence("write yes or no"))


def day_of(text: str) -> date:
    """Read a day.

    Raises:
        DoubtError: it is not written so that every country reads the same day.
    """
    found = ISO_DAY.match(text)
    try:
        return date.fromisoformat(found[1] if found else "")
    except ValueError:
        raise DoubtError(
            Sentence("“{short}” is no day", short=_short(text)), Sentence("write it as 2026-11-30")
        ) from None


def _short(text: str, most: int = 60) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= most else shown[: most - 1] + "…"
