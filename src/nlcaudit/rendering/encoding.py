"""Report → plain values: dictionaries, lists, strings and numbers, as `json` writes them."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from fractions import Fraction

from nlcaudit.report.phrases import Phrase

DIGITS = 3
"""Decimals of a chart's figures: a third of a thousandth of its width is not seen."""


def encode(value: object, phrase: Callable[[Phrase], object]) -> object:
    """Encode a value of the view model.

    Args:
        value: a dataclass becomes a dictionary of its fields, with `kind` first where its class has one; a tuple a
            list; a fraction a number with three decimals.
        phrase: what becomes of words.
    """
    if isinstance(value, Phrase):
        return phrase(value)
    if isinstance(value, Fraction):
        return round(float(value), DIGITS)
    if isinstance(value, tuple):
        return [encode(entry, phrase) for entry in value]
    if is_dataclass(value) and not isinstance(value, type):
        return _kind(value) | {field.name: encode(getattr(value, field.name), phrase) for field in fields(value)}
    return value


def _kind(value: object) -> dict[str, object]:
    """Tell apart what may stand in one place: blocks and charts."""
    kind = getattr(type(value), "kind", None)
    return {"kind": kind} if isinstance(kind, str) else {}
