"""Walks over the parts of a toolkit, with the route to each thing.

A route through a toolkit begins with the name of its part: `toolkit`, a framework's id, `cases` or `glossary`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel

from nlcaudit.diagnostics import Route
from nlcaudit.framework import Framework, Question, Theme, Toolkit
from nlcaudit.text import LocalizedText

TOOLKIT, CASES, GLOSSARY = "toolkit", "cases", "glossary"
HOLDERS = (LocalizedText, tuple, BaseModel)
"""What can be or hold a text."""


@dataclass(frozen=True)
class Draft:
    """A toolkit as far as its parts could be read; `broken` names those that could not."""

    toolkit: Toolkit
    broken: frozenset[str] = frozenset()
    alone: bool = False
    """The toolkit is one file: what it shares stands under the key `toolkit` of the framework."""
    declared: frozenset[str] = frozenset()
    """The sections of the scoring policy that the toolkit's own file holds."""
    usable: bool = True
    """Every part could be read and the policy is complete."""

    def shared(self, *route: str | int) -> Route:
        """The route of something that the frameworks share."""
        return (self.toolkit.id, "toolkit", *route) if self.alone else (TOOLKIT, *route)

    def spoken(self, language: str) -> str:
        """The language of a text; one that does not say is in the toolkit's first."""
        return language or self.toolkit.languages[0].id


def each_theme(toolkit: Toolkit) -> Iterator[tuple[Route, Framework, Theme]]:
    """Yield every theme."""
    for framework in toolkit.frameworks:
        for index, theme in enumerate(framework.themes):
            yield (framework.id, "themes", index), framework, theme


def each_question(toolkit: Toolkit) -> Iterator[tuple[Route, Framework, Question]]:
    """Yield every question."""
    for route, framework, theme in each_theme(toolkit):
        for index, question in enumerate(theme.questions):
            yield (*route, "questions", index), framework, question


@cache
def _keys(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    return tuple((name, field.alias or name) for name, field in model.model_fields.items())


def each_text(value: object, route: Route = ()) -> Iterator[tuple[Route, LocalizedText]]:
    """Yield every human text inside a model."""
    found: list[tuple[Route, LocalizedText]] = []
    _gather(value, route, found)
    return iter(found)


def _gather(value: object, route: Route, found: list[tuple[Route, LocalizedText]]) -> None:
    if isinstance(value, LocalizedText):
        found.append((route, value))
        return
    inside: Iterable[tuple[str | int, object]] = ()
    if isinstance(value, tuple):
        inside = enumerate(value)
    elif isinstance(value, BaseModel):
        inside = ((key, getattr(value, name)) for name, key in _keys(type(value)))
    for key, part in inside:
        if isinstance(part, HOLDERS):  # most values are plain words and numbers
            _gather(part, (*route, key), found)
