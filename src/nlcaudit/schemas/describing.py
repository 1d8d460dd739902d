"""Docstrings → descriptions: what an editor shows beside a key is what the model says of it."""

import inspect
import re
from collections.abc import Mapping

from nlcaudit.shape import Strict

ATTRIBUTES = "\n\nAttributes:\n"
ENTRY = re.compile(r"^ {4}(\w+): (.*(?:\n {5,}.*)*)", re.MULTILINE)


def summary_of(model: type[Strict]) -> str:
    """Return the docstring without its list of attributes."""
    return inspect.cleandoc(model.__doc__ or "").partition(ATTRIBUTES)[0]


def key_descriptions(model: type[Strict]) -> Mapping[str, str]:
    """Return key → what it holds, as a sentence; keys of the models it builds on are among them."""
    found: dict[str, str] = {}
    for base in reversed(model.__mro__):
        found |= descriptions(base)
    return found


def descriptions(kind: type) -> Mapping[str, str]:
    """Return key → what it holds, as a sentence, of the keys that a class lists itself."""
    listed = inspect.cleandoc(kind.__doc__ or "").partition(ATTRIBUTES)[2]
    return {name: _sentence(" ".join(text.split())) for name, text in ENTRY.findall(listed)}


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:]
