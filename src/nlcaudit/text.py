"""Texts in several languages.

Every human text of a framework or an engagement is one type: a plain string, or a map language → string.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

UNSPECIFIED = ""
"""The language of a text that does not say."""

RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku-arab", "ps", "sd", "ug", "ur", "yi"})
PSEUDO_RIGHT_TO_LEFT = "x-rtl"


@dataclass(frozen=True, slots=True)
class Written:
    """How a text has to be written.

    pydantic's own constraints say the same, but are worked out again for each of several hundred fields.
    """

    pattern: str
    max_length: int | None = None

    def __get_pydantic_core_schema__(self, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema of such a text."""
        return core_schema.str_schema(pattern=self.pattern, max_length=self.max_length)


_TAG = Written(r"^(x(-[a-z0-9]{1,8})+|[a-z]{2,3}(-[A-Za-z0-9]{2,8})*)$")
_TEXT = Written(r"\S")

LanguageTag = Annotated[str, _TAG]
"""A BCP 47 tag: `en`, `fr-CA`, `ar`; `x-rtl` and its like are private."""

SomeText = Annotated[str, _TEXT]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A text as it can be shown: the words and the language they are really in."""

    text: str
    language: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class LocalizedText:
    """One text in one or more languages, in the order written."""

    entries: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, written: str | Mapping[str, str]) -> "LocalizedText":
        """Build from what stands in the file."""
        if isinstance(written, str):
            return cls(((UNSPECIFIED, written),))
        return cls(tuple(written.items()))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it is written in."""
        return tuple(language for language, _ in self.entries)

    def get(self, language: str) -> str | None:
        """Return the words in exactly this language; a text that names no language speaks all."""
        return next((text for known, text in self.entries if known in (language, UNSPECIFIED)), None)

    def spoken(self, languages: Iterable[str]) -> Spoken:
        """Return the text in the first of `languages` that it has, else in the first it was written in."""
        for language in languages:
            text = self.get(language)
            if text is not None:
                return Spoken(text, language)
        language, text = self.entries[0]
        return Spoken(text, language)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema of what stands in the file: a text, or a text for each language."""
        return core_schema.no_info_after_validator_function(cls.of, _written())


def _shape(value: object) -> str:
    return MAP_TAG if isinstance(value, dict) else TEXT_TAG


TEXT_TAG, MAP_TAG = "§text", "§map"
"""Marks that pydantic puts into the location of an error; `§` keeps them apart from keys."""


def _written() -> CoreSchema:
    tag, text = (core_schema.str_schema(pattern=one.pattern) for one in (_TAG, _TEXT))
    by_language = core_schema.dict_schema(tag, text, min_length=1)
    return core_schema.tagged_union_schema({TEXT_TAG: text, MAP_TAG: by_language}, discriminator=_shape)


def preference(language: str, available: Sequence[str]) -> tuple[str, ...]:
    """Order the languages to try: the one asked for, its base (`fr` for `fr-CA`), then the others as listed."""
    base = language.split("-", maxsplit=1)[0]
    wanted = [language] if base == language else [language, base]
    return tuple(dict.fromkeys([*wanted, *available]))


def direction(language: str) -> str:
    """Return `rtl` or `ltr`, as HTML's `dir` wants it."""
    if language == PSEUDO_RIGHT_TO_LEFT or language.split("-", maxsplit=1)[0].lower() in RIGHT_TO_LEFT:
        return "rtl"
    return "ltr"
