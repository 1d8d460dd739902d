"""Rules about translations that may no longer say what the source says (NLC403, NLC412).

`translations.lock.yaml` remembers, for each text and language, a fingerprint of the source text from which it was
translated. `nlcaudit frameworks stamp` writes it; without the file nothing is checked.
"""

import hashlib
from collections.abc import Iterator, Mapping

from pydantic import BaseModel, Field

from nlcaudit.diagnostics import Finding, Route, Rule
from nlcaudit.framework import Toolkit
from nlcaudit.rules.walking import CASES, GLOSSARY, Draft
from nlcaudit.sentences import Sentence
from nlcaudit.shape import Strict
from nlcaudit.text import LanguageTag, LocalizedText

STALE = Rule("NLC403", "stale-translation", "warning", """The source text has changed since this translation was made.

A respondent would answer another question than the neighbour who reads the source language. Compare the two, correct
the translation, then say so: `nlcaudit frameworks stamp FOLDER --route ROUTE`.
""")  # fmt: skip
UNSTAMPED = Rule("NLC412", "unstamped-translation", "warning", """A translation is not in `translations.lock.yaml`.

Nobody would notice if its source changed. Once it is checked: `nlcaudit frameworks stamp FOLDER`.
""")  # fmt: skip

RULES = (STALE, UNSTAMPED)
LENGTH = 12

Stamps = Mapping[str, Mapping[str, str]]
"""Name of a text → language → fingerprint of its source."""


class TranslationLock(Strict):
    """The file `translations.lock.yaml`, which `nlcaudit frameworks stamp` writes.

    Attributes:
        schema: what this file is.
        stamps: name of a text → language → fingerprint of the text from which it was translated.
    """

    schema_: str = Field(alias="schema")
    stamps: dict[str, dict[LanguageTag, str]] = {}


def fingerprint(text: str) -> str:
    """Return the first digits of the text's SHA-256; runs of white space count as one space."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:LENGTH]


def named_texts(draft: Draft) -> Iterator[tuple[str, Route, LocalizedText]]:
    """Yield every text of a toolkit with a name that survives reordering, and its route."""
    toolkit = draft.toolkit
    for framework in toolkit.frameworks:
        yield from _walk(framework, (framework.id,), framework.id)
    if not draft.alone:  # else the framework itself holds them
        yield from _shared_texts(draft)
    for key in sorted(draft.declared & {"bands", "stages"}):
        yield from _walk(getattr(toolkit.policy, key), draft.shared("scoring", key), f"toolkit/{key}")


def _shared_texts(draft: Draft) -> Iterator[tuple[str, Route, LocalizedText]]:
    toolkit = draft.toolkit
    for part, key, entries in ((CASES, "cases", toolkit.cases), (GLOSSARY, "terms", toolkit.terms)):
        yield from _walk(entries, (part, key), part)
    for key in ("title", "summary", "notice", "sides", "groups", "levers", "step_lists", "sources"):
        yield from _walk(getattr(toolkit, key), draft.shared(key), f"toolkit/{key}")
    yield from _walk(toolkit.levels, draft.shared("scale", "levels"), "toolkit/scale")


def _walk(value: object, route: Route, name: str) -> Iterator[tuple[str, Route, LocalizedText]]:
    if isinstance(value, LocalizedText):
        yield name, route, value
    elif isinstance(value, BaseModel):
        for field, details in type(value).model_fields.items():
            key = details.alias or field
            inner = name if key in ("themes", "questions") else f"{name}/{key}"
            yield from _walk(getattr(value, field), (*route, key), inner)
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from _walk(entry, (*route, index), f"{name}/{getattr(entry, 'id', index)}")


def translations(draft: Draft) -> Iterator[tuple[str, Route, str, str]]:
    """Yield name, route, language and fingerprint of the source for every translated text."""
    source = source_language(draft.toolkit)
    for name, route, text in named_texts(draft):
        written = text.get(source)
        for language in text.languages if written is not None else ():
            if language not in (source, ""):
                yield name, route, language, fingerprint(written or "")


def source_language(toolkit: Toolkit) -> str:
    """The language in which the texts are written first."""
    return toolkit.languages[0].id


def check_stamps(draft: Draft, stamps: Stamps) -> Iterator[Finding]:
    """Compare every translation with what the lock remembers."""
    declared = {language.id for language in draft.toolkit.languages}
    for name, route, language, current in translations(draft):
        if language not in declared:
            continue  # it is told that it could never be shown
        known = stamps.get(name, {}).get(language)
        place = (*route, language)
        if known is None:
            yield UNSTAMPED.at(
                place,
                Sentence("the translation of {name} into {language} is not stamped", name=name, language=language),
                Sentence("check it, then: nlcaudit frameworks stamp"),
            )
        elif known != current:
            yield STALE.at(
                place,
                Sentence("{name} changed after it was translated into {language}", name=name, language=language),
                Sentence("correct it, then: nlcaudit frameworks stamp --route {name}", name=name),
            )


def stamp(
    draft: Draft, stamps: Stamps, renewed: frozenset[str], *, everything: bool = False
) -> dict[str, dict[str, str]]:
    """Return the stamps after an author has looked.

    New translations are stamped; those whose source changed keep their old stamp, and so stay stale, unless they are
    named in `renewed` or `everything` is said to be checked. Texts that are gone are dropped.
    """
    made: dict[str, dict[str, str]] = {}
    for name, _, language, current in translations(draft):
        known = stamps.get(name, {}).get(language)
        keep = known is not None and name not in renewed and not everything
        made.setdefault(name, {})[language] = known if keep and known is not None else current
    return made
