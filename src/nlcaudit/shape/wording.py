"""What pydantic finds → what we say."""

from collections.abc import Mapping
from typing import Any

EXPECTED = {
    "string_type": "a text", "int_type": "a whole number", "bool_type": "true or false", "tuple_type": "a list",
    "dict_type": "a mapping of keys and values", "model_type": "a mapping of keys and values",
}  # fmt: skip
LENGTHS = frozenset({"too_short", "too_long", "string_too_short", "string_too_long"})
RANGES = {"greater_than_equal": ("at least", "ge"), "less_than_equal": ("at most", "le")}
FORMS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": ("is not an id", "write small letters, digits and single hyphens: my-question-1"),
    r"\S": ("is blank", "write a text, or remove the key"),
    r"^(x(-[a-z0-9]{1,8})+|[a-z]{2,3}(-[A-Za-z0-9]{2,8})*)$": ("is not a language tag", "write en, fr, fr-CA, …"),
    r"^[A-Z]{1,3}[0-9]{1,3}$": ("is not the code of a question", "write one to three capitals and a number: T1"),
    r"^[A-Z]{1,3}$": ("is not the code of a framework", "write one to three capitals: T"),
    r"^[A-Za-z0-9]+$": ("is not the id of a source", "write letters and digits: W12"),
    r"^[0-9a-f]{64}$": ("is not a sha256 sum", "write its 64 characters, 0 to 9 and a to f"),
}
OTHER_FORM = ("does not have the form that belongs here", "")
LONGEST_QUOTE = 60


def type_hint(kind: str, value: object) -> str:
    """Say how a value of another type becomes one of the right type."""
    if kind == "string_type" and isinstance(value, int | float):
        return f'put quotes around it: "{str(value).lower()}"'
    if kind == "tuple_type" and value is not None:
        return "begin the entry with “- ”, or put it in brackets"
    return ""


def length(kind: str, context: Mapping[str, Any]) -> str:
    """Say how many there must be."""
    limit = context.get("min_length", context.get("max_length"))
    word = "at least" if kind.endswith("short") else "at most"
    one, many = ("character", "characters") if kind.startswith("string") else ("entry", "entries")
    return f"{word} {limit} {one if limit == 1 else many}"


def range_of(kind: str, context: Mapping[str, Any]) -> str:
    """Say where a number must lie."""
    word, key = RANGES[kind]
    return f"{word} {context[key]}"


def called(value: object) -> str:
    """Name a value in a sentence."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | tuple | list):
        return "a mapping" if isinstance(value, dict) else "a list"
    return f"the number {value}" if isinstance(value, int | float) else f"the text “{short(value)}”"


def short(value: object) -> str:
    """Quote a value on one line, cut where it gets long."""
    text = " ".join(str(value).split())
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"
