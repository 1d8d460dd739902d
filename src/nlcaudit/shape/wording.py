"""What pydantic finds → what we say."""

from collections.abc import Mapping
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
FORMS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": (
        Sentence("“{value}” is not an id"),
        Sentence("write small letters, digits and single hyphens: my-question-1"),
    ),
    r"\S": (Sentence("“{value}” is blank"), Sentence("write a text, or remove the key")),
    r"^(x(-[a-z0-9]{1,8})+|[a-z]{2,3}(-[A-Za-z0-9]{2,8})*)$": (
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


def type_hint(kind: str, value: object) -> Sentence:
    """Say how a value of another type becomes one of the right type."""
    if kind == "string_type" and isinstance(value, int | float):
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
