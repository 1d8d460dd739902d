"""What pydantic finds → what we say."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from nlcaudit.sentences import NOTHING, Sentence, counted

EXPECTED = {
    "string_type": Sentence("a text"), "int_type": Sentence("a whole number"), "bool_type": Sentence("true or false"),
    "tuple_type": Sentence("a list"), "dict_type": Sentence("a mapping of keys and values"),
    "model_type": Sentence("a mapping of keys and values"),
}  # fmt: skip
LENGTHS = frozenset({"too_short", "too_long", "string_too_short", "string_too_long"})
RANGES = {
    "greater_than_equal": (Sentence("write at least {number}"), "ge"),
    "less_than_equal": (Sentence("write at most {number}"), "le"),
}
LANGUAGE_TAG = r"^(x(-[a-z0-9]{1,8})+|[a-z]{2,3}(-[A-Za-z0-9]{2,8})*)$"
FORMS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": (
        Sentence("“{value}” is not an id"),
        Sentence("write small letters, digits and single hyphens: my-question-1"),
    ),
    r"\S": (Sentence("“{value}” is blank"), Sentence("write a text, or remove the key")),
    LANGUAGE_TAG: (
        Sentence("“{value}” is not a language tag"),
        Sentence("write en, fr, fr-CA, …"),
    ),
    r"^[A-Z]{1,3}[0-9]{1,3}$": (
        Sentence("“{value}” is not the code of a question"),
        Sentence("write one to three capitals and a number: T1"),
    ),
    r"^[A-Z]{1,3}$": (
        Sentence("“{value}” is not the code of a framework"),
        Sentence("write one to three capitals: T"),
    ),
    r"^[A-Za-z0-9]+$": (Sentence("“{value}” is not the id of a source"), Sentence("write letters and digits: W12")),
    r"^[0-9a-f]{64}$": (
        Sentence("“{value}” is not a sha256 sum"),
        Sentence("write its 64 characters, 0 to 9 and a to f"),
    ),
}
OTHER_FORM = (Sentence("“{value}” does not have the form that belongs here"), NOTHING)
LONGEST_QUOTE = 60
AN_ID = re.compile(r"[a-z0-9_-]{1,80}")
ELIDED = "…"
DAY_FIRST = re.compile(r"(?P<day>[0-9]{1,2})\.[ ]?(?P<month>[0-9]{1,2})\.[ ]?(?P<year>[0-9]{4})")
"""Between full stops the day comes first, wherever people write dates so; between strokes one cannot know."""
YEAR_FIRST = re.compile(r"(?P<year>[0-9]{4})[-/.]?(?P<month>[0-9]{1,2})[-/.]?(?P<day>[0-9]{1,2})([T ].*)?")


def form(pattern: str, written: object) -> tuple[Sentence, Sentence]:
    """Say which form a text must have, and how what is written would have it."""
    said, hint = FORMS.get(pattern, OTHER_FORM)
    language, *rest = re.split("[_-]", str(written))
    mended = "-".join((language.lower(), *rest))
    if pattern == LANGUAGE_TAG and mended != written and re.fullmatch(pattern, mended):
        return said, Sentence("write “{tag}”", tag=mended)
    return said, hint


def value_hint(kind: str, written: object) -> Sentence:
    """Say what was probably meant by a value that cannot stand there."""
    text = str(written).strip().lower()
    if kind == "nlc_yes":
        if text in ("yes", "y", "on", "1", "oui", "x"):
            return Sentence("write “true”")
        return Sentence("remove the key") if text in ("false", "no", "n", "off", "0", "non", "none") else NOTHING
    match = (DAY_FIRST.fullmatch(text) or YEAR_FIRST.fullmatch(text.upper())) if kind == "nlc_date" else None
    if match is None:
        return NOTHING
    try:
        day = date(int(match["year"]), int(match["month"]), int(match["day"])).isoformat()
    except ValueError:
        return Sentence("there is no such day")
    return Sentence("write “{day}”", day=day)


def type_hint(kind: str, value: object, *, quoted: bool) -> Sentence:
    """Say how a value of another type becomes one of the right type."""
    if kind == "string_type" and isinstance(value, int | float):
        if not quoted:
            return Sentence("put quotes around it")
        return Sentence('put quotes around it: "{value}"', value=str(value).lower())
    if kind == "tuple_type" and value is not None:
        return Sentence("begin the entry with “- ”, or put it in brackets")
    return NOTHING


def length(kind: str, context: Mapping[str, Any], name: str) -> Sentence:
    """Say how many there must be."""
    limit = context.get("min_length", context.get("max_length"))
    number = limit if isinstance(limit, int) else 0
    entries = counted("{number} entry", "{number} entries", number)
    size = counted("{number} character", "{number} characters", number) if kind.startswith("string") else entries
    if kind.endswith("short"):
        return Sentence("“{name}” must have at least {size}", name=name, size=size)
    return Sentence("“{name}” must have at most {size}", name=name, size=size)


def range_of(kind: str, context: Mapping[str, Any]) -> Sentence:
    """Say where a number must lie."""
    template, key = RANGES[kind]
    return Sentence(template, number=context[key])


def called(value: object) -> Sentence:
    """Name a value in a sentence."""
    if value is None:
        return Sentence("nothing")
    if isinstance(value, bool):
        return Sentence("true") if value else Sentence("false")
    if isinstance(value, dict | tuple | list):
        return Sentence("a mapping") if isinstance(value, dict) else Sentence("a list")
    if isinstance(value, int | float):
        return Sentence("the number {number}", number=value)
    return Sentence("the text “{text}”", text=short(value))


def short(value: object) -> str:
    """Quote a value on one line, cut where it gets long."""
    text = " ".join(str(value).split())
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"
