"""Parser events → values with their places. Nothing here raises for a mistake in the text but `Refused`."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from nlcaudit.diagnostics import Rule
from nlcaudit.source import reading_rules as rules
from nlcaudit.source.document import FORBIDDEN, Limits, Place
from nlcaudit.source.scalars import resolve

Mark = tuple[int, int]
Node = tuple[object, Place, int]
"""A value, its place, and how many values it holds with every alias followed."""


class Refused(Exception):  # noqa: N818 - it ends the reading, it is not an error of the program
    """The rest of the text cannot be read."""

    def __init__(self, rule: Rule, mark: Mark, message: str, hint: str = "") -> None:
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
    message: str
    hint: str = ""


@dataclass
class Builder:
    """Builds one document from the events of PyYAML's parser."""

    limits: Limits
    slips: list[Slip] = field(default_factory=list)

    def build(self, events: Iterator[Any]) -> Node | None:
        """Return the only document's root, or None when there is none."""
        self._events = events
        self._anchors: dict[str, Node] = {}
        self._aliases = 0
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    raise Refused(rules.SEVERAL_DOCUMENTS, _mark(event), "a second document begins here",
                                  "put each document into a file of its own")  # fmt: skip
                root = self._node(next(events), 0)
        return root

    def _node(self, event: Any, depth: int) -> Node:  # noqa: ANN401 - PyYAML has no types for events
        kind = type(event)
        mark = _mark(event)
        if kind is yaml.AliasEvent:
            return self._alias(event, mark)
        if event.tag or depth > self.limits.depth:
            self._check(event, mark, depth)
        if kind is yaml.ScalarEvent:
            node: Node = (_scalar(event, mark), Place(mark), 1)
        elif kind is yaml.MappingStartEvent:
            node = self._mapping(mark, depth)
        else:
            node = self._sequence(mark, depth)
        if node[2] > self.limits.nodes:
            raise Refused(rules.TOO_LARGE, mark, f"more than {self.limits.nodes} values once aliases are followed",
                          "write the repeated parts out, or split the file")  # fmt: skip
        if event.anchor:
            self._anchors[event.anchor] = node
        return node

    def _check(self, event: Any, mark: Mark, depth: int) -> None:  # noqa: ANN401
        if event.tag:
            self._slip(rules.TAG, mark, f"the tag {event.tag} is not used here", "remove the tag")
        if depth > self.limits.depth:
            raise Refused(rules.TOO_LARGE, mark, f"more than {self.limits.depth} levels inside each other",
                          "no file of ours is that deep: is it the right one?")  # fmt: skip

    def _slip(self, rule: Rule, mark: Mark, message: str, hint: str = "") -> None:
        self.slips.append(Slip(rule, mark, message, hint))

    def _alias(self, event: Any, mark: Mark) -> Node:  # noqa: ANN401
        self._aliases += 1
        if self._aliases > self.limits.aliases:
            raise Refused(rules.TOO_LARGE, mark, f"more than {self.limits.aliases} aliases", "write the values out")
        known = self._anchors.get(event.anchor)
        if known is None:
            raise Refused(rules.UNKNOWN_ALIAS, mark, f"the alias *{event.anchor} has no finished anchor before it",
                          "write the value out")  # fmt: skip
        value, place, size = known
        return value, Place(mark, None, place.inside), size

    def _sequence(self, mark: Mark, depth: int) -> Node:
        values: list[object] = []
        places: list[Place] = []
        size = 1
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            value, place, more = self._node(event, depth + 1)
            values.append(value)
            places.append(place)
            size += more
        return tuple(values), Place(mark, None, places), size

    def _mapping(self, mark: Mark, depth: int) -> Node:
        values: dict[str, object] = {}
        places: dict[str, Place] = {}
        size = 1
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key, at = self._key(event, depth + 1)
            value, place, more = self._node(next(self._events), depth + 1)
            size += more + 1
            if key is None:
                continue
            if value is None:
                place.value = at  # an empty value stands nowhere, and parsers differ about where
            if key in values:
                first = places[key].key or mark
                self._slip(rules.DUPLICATE_KEY, at, f"“{key}” is already a key here, on line {first[0] + 1}",
                           "keep one of the two, or rename one")  # fmt: skip
                continue
            place.key = at
            values[key] = value
            places[key] = place
        return values, Place(mark, None, places), size

    def _key(self, event: Any, depth: int) -> tuple[str | None, Mark]:  # noqa: ANN401
        at = _mark(event)
        if type(event) is yaml.ScalarEvent and (event.value or event.style):
            self._check(event, at, depth)
            _scalar(event, at)
            if event.anchor:
                self._anchors[event.anchor] = (event.value, Place(at), 1)
            return event.value, at
        if type(event) is not yaml.ScalarEvent:
            self._node(event, depth)
        self._slip(rules.COMPLEX_KEY, at, "a key must be a word", "write a word, a colon and a space")
        return None, at


def _scalar(event: Any, mark: Mark) -> object:  # noqa: ANN401
    text: str = event.value
    if not event.style:
        if ":\t" in text:  # libyaml would take it for a key and its value
            column = mark[1] + text.index("\t")
            raise Refused(rules.TAB, (mark[0], column), "a tab indents or separates here", "use spaces")
        return resolve(text) if event.implicit[0] else text
    if event.style == '"':  # only here can an escape stand for what the text itself may not hold
        escaped = FORBIDDEN.search(text)
        if escaped:
            said = f"an escape stands for U+{ord(escaped.group()):04X}, which is no text"
            raise Refused(rules.CONTROL_CHARACTER, mark, said, "remove it")
    return text


def _mark(event: Any) -> Mark:  # noqa: ANN401
    start = event.start_mark
    return start.line, start.column
