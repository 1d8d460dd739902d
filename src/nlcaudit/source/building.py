"""Parser events → values with their places. Nothing here raises for a mistake in the text but `Refused`."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)  # fmt: skip

from nlcaudit.diagnostics import Rule
from nlcaudit.sentences import NOTHING, Sentence
from nlcaudit.source import reading_rules as rules
from nlcaudit.source.document import FORBIDDEN, Limits, Mark, Place, Spot
from nlcaudit.source.scalars import resolve

QUOTES = "'\""
A_KEY = re.compile(r"(?:^|\s)[\w-]+:(?:\s|$)")
A_COLON = re.compile(r"\s*:")
AN_ID = re.compile(r"[a-z0-9_-]{1,80}")
Event = Any
"""PyYAML has no types for events."""
Node = tuple[object, Spot]
"""A value and where it stands."""


class Refused(Exception):  # noqa: N818 - it ends the reading, it is not an error of the program
    """The rest of the text cannot be read."""

    def __init__(self, rule: Rule, mark: Mark, message: Sentence, hint: Sentence = NOTHING) -> None:
        super().__init__(message)
        self.rule = rule
        self.mark = mark
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Slip:
    """A mistake after which reading goes on."""

    rule: Rule
    mark: Mark
    message: Sentence
    hint: Sentence = NOTHING


@dataclass
class Builder:
    """Builds one document from the events of PyYAML's parser.

    Attributes:
        limits: what the file may ask for.
        text: what is parsed.
        discreet: of the text's words, only ids are repeated in what is said about it.
        slips: what was found.
        swallowed: the last text in quotes that holds what looks like lines of keys, and the line on which it ends.
    """

    limits: Limits
    text: str = ""
    discreet: bool = False
    slips: list[Slip] = field(default_factory=list)
    swallowed: tuple[Mark, int] | None = None

    def build(self, next_event: Callable[[], Event]) -> Node | None:
        """Return the only document's root, or None when there is none."""
        self._next = next_event
        self._anchors: dict[str, tuple[object, Spot, int]] = {}
        self._aliases = 0
        self._size = 0
        root: Node | None = None
        while type(event := next_event()) is not StreamEndEvent:
            if type(event) is DocumentStartEvent:
                if root is not None:
                    raise Refused(rules.SEVERAL_DOCUMENTS, _mark(event), Sentence("a second document begins here"),
                                  Sentence("put each document into a file of its own"))  # fmt: skip
                root = self._node(next_event(), 0)
        return root

    def _node(self, event: Event, depth: int) -> Node:
        kind = type(event)
        mark = _mark(event)
        if kind is AliasEvent:
            return self._alias(event, mark)
        if event.tag or depth > self.limits.depth:
            self._check(event, mark, depth)
        before = self._size
        self._size += 1
        if kind is ScalarEvent:
            node: Node = _scalar(event, mark), mark
            if event.style and event.style in QUOTES and event.end_mark.line > mark[0] and A_KEY.search(event.value):
                self.swallowed = mark, event.end_mark.line
        else:
            node = (
                self._mapping(event, mark, depth + 1) if kind is MappingStartEvent else self._sequence(mark, depth + 1)
            )
            if self._size - before > self.limits.nodes:
                raise Refused(
                    rules.TOO_LARGE,
                    mark,
                    Sentence("more than {nodes} values once aliases are followed", nodes=self.limits.nodes),
                    Sentence("write the repeated parts out, or split the file"),
                )
        if event.anchor:
            self._anchors[event.anchor] = (*node, self._size - before)
        return node

    def _check(self, event: Event, mark: Mark, depth: int) -> None:
        if event.tag:
            self._slip(
                rules.TAG,
                mark,
                Sentence("the tag {tag} is not used here", tag=self._word(event.tag)),
                Sentence("remove the tag"),
            )
        if depth > self.limits.depth:
            raise Refused(
                rules.TOO_LARGE,
                mark,
                Sentence("more than {depth} levels inside each other", depth=self.limits.depth),
                Sentence("no file of ours is that deep: is it the right one?"),
            )

    def _slip(self, rule: Rule, mark: Mark, message: Sentence, hint: Sentence = NOTHING) -> None:
        self.slips.append(Slip(rule, mark, message, hint))

    def _alias(self, event: Event, mark: Mark) -> Node:
        self._aliases += 1
        if self._aliases > self.limits.aliases:
            raise Refused(
                rules.TOO_LARGE,
                mark,
                Sentence("more than {aliases} aliases", aliases=self.limits.aliases),
                Sentence("write the values out"),
            )
        known = self._anchors.get(event.anchor)
        if known is None:
            raise Refused(
                rules.UNKNOWN_ALIAS,
                mark,
                Sentence("the alias *{anchor} has no finished anchor before it", anchor=self._word(event.anchor)),
                Sentence("write the value out"),
            )
        value, spot, size = known
        self._size += size
        return value, Place(mark, spot.inside, spot.keys) if isinstance(spot, Place) else mark

    def _sequence(self, mark: Mark, depth: int) -> Node:
        values: list[object] = []
        inside: list[Spot] = []
        while type(event := self._next()) is not SequenceEndEvent:
            value, spot = self._node(event, depth)
            values.append(value)
            inside.append(spot)
        return tuple(values), Place(mark, inside, {})

    def _word(self, written: str) -> str:
        return "…" if self.discreet and not AN_ID.fullmatch(written) else written

    def _has_colon(self, key: Event) -> bool:
        """Tell whether a key in braces is one: an empty value may stand behind a colon, or nowhere."""
        return A_COLON.match(self.text, key.end_mark.index) is not None

    def _mapping(self, opened: Event, mark: Mark, depth: int) -> Node:
        values: dict[str, object] = {}
        inside: dict[str, Spot] = {}
        keys: dict[str, Mark] = {}
        torn = False
        while type(event := self._next()) is not MappingEndEvent:
            at = _mark(event)
            key = self._key(event, at, depth)
            value, spot = self._node(self._next(), depth)
            if key is None:
                continue
            if opened.flow_style and value is None and not self._has_colon(event):
                if not torn:
                    self._slip(rules.COMPLEX_KEY, at, Sentence("a part of what stands in braces has no colon"),
                               Sentence("put quotes around a text that contains a comma"))  # fmt: skip
                torn = True
                continue
            if key in values:
                said = Sentence("“{key}” is already a key here, on line {line}",
                                key=self._word(key), line=keys[key][0] + 1)  # fmt: skip
                self._slip(rules.DUPLICATE_KEY, at, said, Sentence("keep one of the two, or rename one"))
                continue
            keys[key] = at
            values[key] = value
            inside[key] = at if value is None else spot  # an empty value stands nowhere, and parsers differ about where
        return values, Place(mark, inside, keys)

    def _key(self, event: Event, at: Mark, depth: int) -> str | None:
        before = self._size
        word = type(event) is ScalarEvent and (event.value or event.style)
        if word:
            if event.tag or depth > self.limits.depth:
                self._check(event, at, depth)
            _check_text(event, at)
            if event.anchor:
                self._anchors[event.anchor] = (event.value, at, 1)
        else:
            if type(event) is not ScalarEvent:
                self._node(event, depth)
            self._slip(
                rules.COMPLEX_KEY, at, Sentence("a key must be a word"), Sentence("write a word, a colon and a space")
            )
        self._size = before + 1
        return event.value if word else None


def _scalar(event: Event, mark: Mark) -> object:
    text = _check_text(event, mark)
    return resolve(text) if not event.style and event.implicit[0] else text


def _check_text(event: Event, mark: Mark) -> str:
    """Return the text of a scalar.

    Raises:
        Refused: it holds what no text of ours may hold.
    """
    text: str = event.value
    if not event.style:
        if ":\t" in text:  # libyaml would take it for a key and its value
            column = mark[1] + text.index("\t")
            raise Refused(
                rules.TAB, (mark[0], column), Sentence("a tab indents or separates here"), Sentence("use spaces")
            )
    elif event.style == '"':  # only here can an escape stand for what the text itself may not hold
        escaped = FORBIDDEN.search(text)
        if escaped:
            said = Sentence("an escape stands for U+{number}, which is no text", number=f"{ord(escaped.group()):04X}")
            raise Refused(rules.CONTROL_CHARACTER, mark, said, Sentence("remove it"))
    return text


def _mark(event: Event) -> Mark:
    start = event.start_mark
    return start.line, start.column
