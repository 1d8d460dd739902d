"""A toolkit → everything by which its questions, levels and groups can be recognised, in all its languages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from nlcaudit.forms.wording import CONFIDENCE, KEYS, KINDS, STRENGTHS, messages
from nlcaudit.forms.workbook.wording import COLUMNS
from nlcaudit.framework import Question, Toolkit
from nlcaudit.importers import vocabulary
from nlcaudit.importers.matching import Index
from nlcaudit.importers.targets import PARTS, Key, Part
from nlcaudit.messages import INTERFACE_LANGUAGES
from nlcaudit.text import UNSPECIFIED, LocalizedText


@dataclass(frozen=True)
class Lexicon:
    """What the words of a table can mean."""

    toolkit: Toolkit

    @cached_property
    def codes(self) -> dict[str, str]:
        """Code → question id."""
        return {question.code: question.id for question in self.toolkit.by_id.values()}

    @cached_property
    def ids(self) -> dict[str, str]:
        """Id, also as a name with underscores → question id."""
        known = self.toolkit.by_id
        return {spelt: question for question in known for spelt in (question, question.replace("-", "_"))}

    @cached_property
    def questions(self) -> Index[str]:
        """A question's text or title → its id."""
        index: Index[str] = Index()
        for question in self.toolkit.by_id.values():
            for text in (question.text, question.title):
                for said in _said(text):
                    index.add(said, question.id)
                    index.add(f"{question.code} {said}", question.id)
        return index

    @cached_property
    def groups(self) -> Index[str]:
        """A group's id or label → its id."""
        index: Index[str] = Index()
        for group in self.toolkit.groups:
            for said in (group.id, *_said(group.label)):
                index.add(said, group.id)
                index.add(f"{group.id} {said}", group.id)
        return index

    @cached_property
    def sides(self) -> Index[str]:
        """A side's id or label → its id."""
        index: Index[str] = Index()
        for side in self.toolkit.sides:
            for said in (side.id, *_said(side.label)):
                index.add(said, side.id)
        return index

    @cached_property
    def parts(self) -> Index[Part]:
        """What stands beside a question's code (`Note`, `What shows it`) → the part of the answer."""
        index: Index[Part] = Index()
        heads = dict(COLUMNS)
        for part in PARTS:
            names = vocabulary.PART_NAMES[part].split("|")
            for said in (part, *names, *_in_all_languages(heads[part])):
                index.add(said, part)
        return index

    @cached_property
    def about(self) -> Index[Key]:
        """The head of a column about the respondent → its key."""
        index: Index[Key] = Index()
        for key, names in vocabulary.RESPONDENT.items():
            own = [said for label in vocabulary.OUR_LABELS.get(key, ()) for said in _in_all_languages(label)]
            for said in (key, *names.split("|"), *own):
                index.add(said, key)
        return index

    @cached_property
    def languages(self) -> Index[str]:
        """A language's tag or name → its tag."""
        from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - only where a table names languages

        index: Index[str] = Index()
        known = [language.id for language in self.toolkit.languages]
        for tag in dict.fromkeys([*known, *INTERFACE_LANGUAGES]):
            index.add(tag, tag)
            for reader in INTERFACE_LANGUAGES:
                try:
                    index.add(str(Locale.parse(tag, sep="-").get_display_name(reader)), tag)
                    index.add(str(Locale.parse(tag, sep="-").get_display_name()), tag)
                except (UnknownLocaleError, ValueError):
                    continue
        return index

    @cached_property
    def kinds(self) -> Index[str]:
        """“I don't know” and its like → the key under which an answer says it."""
        index: Index[str] = Index()
        for kind, synonyms in vocabulary.KINDS.items():
            labels = [messages(language).text(KINDS[kind]) for language in INTERFACE_LANGUAGES]
            for said in (kind, *synonyms.split("|"), *labels):
                index.add(said, kind)
                index.add(f"{KEYS[kind]} {said}", kind)
        return index

    @cached_property
    def confidence(self) -> Index[str]:
        """A degree of confidence in words → its id."""
        return _own(CONFIDENCE)

    @cached_property
    def strengths(self) -> Index[str]:
        """A strength of evidence in words → its id."""
        return _own(STRENGTHS)

    def levels(self, question: Question) -> Index[int]:
        """A level's text, its word, or both, also behind its number → the rating."""
        index: Index[int] = Index()
        for rating, level in enumerate(question.levels):
            for said in (*_said(level.text), *self._with_label(rating, level.text)):
                index.add(said, rating)
                index.add(f"{rating} {said}", rating)
        return index

    def _with_label(self, rating: int, text: LocalizedText) -> Iterator[str]:
        for language, label in self.toolkit.levels[rating].label.entries:
            yield label
            inside = text.get(language)
            if inside is not None:
                yield f"{label} {inside}"

    def language_of(self, question: Question, rating: int, text: str) -> set[str]:
        """The languages in which this is a text of that level."""
        found: set[str] = set()
        for language, said in question.levels[rating].text.entries:
            if language == UNSPECIFIED:
                continue
            index: Index[int] = Index()
            label = self.toolkit.levels[rating].label.get(language) or ""
            for variant in (said, f"{label} {said}", f"{rating} {said}", f"{rating} {label} {said}"):
                index.add(variant, rating)
            if index.meanings(text):
                found.add(language)
        return found


def _said(text: LocalizedText | None) -> tuple[str, ...]:
    return tuple(said for _, said in text.entries) if text else ()


def _in_all_languages(message: str) -> list[str]:
    return [messages(language).text(message) for language in INTERFACE_LANGUAGES]


def _own(labels: Mapping[str, str]) -> Index[str]:
    index: Index[str] = Index()
    for key, label in labels.items():
        for said in (key, *(messages(language).text(label) for language in INTERFACE_LANGUAGES)):
            index.add(said, key)
    return index
