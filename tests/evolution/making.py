"""Versions of one small toolkit, in memory."""

from dataclasses import replace
from hashlib import sha256
from random import Random
from typing import Any

from scoring.making import frozen, shaped, toolkit_from

from nlcaudit.framework import Language, Migration, Toolkit

WORDS = [
    "harbour", "bread", "lantern", "river", "window", "garden", "bridge", "market", "winter", "letter", "copper",
    "thread", "valley", "signal", "orchard",
]  # fmt: skip


def migration(**said: Any) -> Migration:
    return shaped(Migration, frozen(said))


def kit(version: str, questions: Any, *migrations: Migration, **spec: Any) -> Toolkit:
    """Make a version.

    Args:
        version: its number.
        questions: ids, or id → keys of a question that are not as usual.
        migrations: what it declares.
        spec: keys of `toolkit_from`.
    """
    frameworks = spec.pop("frameworks", {"f": {"t": questions}})
    written = {name: {theme: _written(inside) for theme, inside in themes.items()}
               for name, themes in frameworks.items()}  # fmt: skip
    whole = {"frameworks": written, "groups": {"g": None, "h": None}, "levels": 4, **spec}
    made = toolkit_from(whole)
    return replace(made, version=version, languages=(Language(id="en"), Language(id="fr")), migrations=migrations,
                   fingerprint=sha256(f"{version} {whole}".encode()).hexdigest())  # fmt: skip


def _written(questions: Any) -> list[dict[str, Any]]:
    said = questions if isinstance(questions, dict) else {name: {} for name in questions}
    return [{"id": name, "code": code_of(name), "text": text_of(name), **more} for name, more in said.items()]


def code_of(name: str) -> str:
    return f"Q{sum(ord(letter) * 7**place for place, letter in enumerate(name)) % 1000}"


def text_of(name: str) -> str:
    """A text that is nearly never like the one of another id."""
    dice = Random(name)  # noqa: S311 - repeatable, not secret
    return " ".join(dice.choice(WORDS) for _ in range(12)).capitalize() + "?"
