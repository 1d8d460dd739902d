"""Translations into the text of a YAML file: comments, layout and everything else stay as they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from nlcaudit.diagnostics import Route
from nlcaudit.source import Document, read_document
from nlcaudit.translating.scalars import WIDTH, folded, inline

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Node = Any
"""PyYAML has no types for nodes."""
Cut = tuple[int, int, str]
"""From, to, and what is written there instead."""
STEP = 2


@dataclass(frozen=True, slots=True)
class Translation:
    """Words to write.

    Attributes:
        route: of the text in its document.
        source: the language in which the text is written first.
        language: of the words.
        words: the translation.
    """

    route: Route
    source: str
    language: str
    words: str


class UnplaceableError(Exception):
    """Only a person can write there: the text is shared by an alias, or carries an anchor."""

    def __init__(self, route: Route) -> None:
        super().__init__(route)
        self.route = route


@dataclass(frozen=True)
class Sheet:
    """A document as PyYAML composes it, for the places where its values begin and end."""

    document: Document
    root: Node

    @classmethod
    def of(cls, document: Document) -> "Sheet":
        """Compose a document that has been read."""
        return cls(document, yaml.compose(document.text, Loader=LOADER))

    def find(self, route: Route) -> tuple[Node, bool]:
        """Return the node at a route, and whether it stands in braces or brackets.

        Raises:
            UnplaceableError: an alias leads there.
        """
        node, flow = self.root, False
        for step in route:
            flow = flow or bool(node.flow_style)
            node = node.value[step] if isinstance(step, int) else _value(node, step)
        begin = self.document.locate(route)
        mark = node.start_mark
        if (mark.line + 1, mark.column + 1) != (begin.line, begin.column) or self.document.text[mark.index] in "&*!":
            raise UnplaceableError(route)
        return node, flow

    def end(self, node: Node) -> int:
        """Return where a scalar ends: behind its last character that is no line break."""
        return self._block_end(node) if node.style in (">", "|") else int(node.end_mark.index)

    def _block_end(self, node: Node) -> int:
        text = self.document.text
        lines = list(re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)").finditer(text, node.start_mark.index))
        head, body = lines[0].group(), lines[1:]
        least = _indent(text[text.rfind("\n", 0, node.start_mark.index) + 1 :]) + 1
        if not re.match(r"[>|][+-]?[1-9]", head):
            least = next(_indent(line.group()) for line in body if line.group().strip())
        keeps = re.match(r"[>|][1-9]?\+", head) is not None  # blank lines behind it belong to it
        end: int = node.start_mark.index + len(head.rstrip("\r\n"))
        for line in body:
            if not line.group():
                break
            blank = not line.group().strip(" \r\n")
            if not blank and _indent(line.group()) < least:
                break
            if not blank or keeps:
                end = line.start() + len(line.group().rstrip("\r\n"))
        return end

    def line_end(self, index: int) -> int:
        """Return where the line of a place ends, a comment included."""
        found = re.compile(r"[\r\n]|\Z").search(self.document.text, index)
        return found.start() if found else index


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _value(node: Node, key: str) -> Node:
    return next(value for known, value in node.value if known.value == key)


def placed(document: Document, translations: Sequence[Translation]) -> str:
    """Return the document's text with every translation in its place.

    Raises:
        UnplaceableError: a place is one at which only a person can write.
    """
    sheet = Sheet.of(document)
    cuts = [_cut(sheet, one) for one in translations]
    if len({begin for begin, _, _ in cuts}) < len(cuts):  # two routes lead to one place
        raise UnplaceableError(translations[0].route)
    text = spliced(document, cuts)
    again, _ = read_document(text.encode(), document.path)
    if again is None or again.data != _expected(document.data, translations):
        raise UnplaceableError(translations[0].route)
    return text


def spliced(document: Document, cuts: Sequence[Cut]) -> str:
    """Return the document's text with the cuts made, in the line ends of the file."""
    text = document.text
    ends = "\r\n" if "\r\n" in text else "\n"
    for begin, end, new in sorted(cuts, reverse=True):
        text = text[:begin] + new.replace("\n", ends) + text[end:]
    return text


def _cut(sheet: Sheet, one: Translation) -> Cut:
    node, flow = sheet.find(one.route)
    if isinstance(node, yaml.ScalarNode):
        return _spread(sheet, node, one, flow=flow)
    flow = flow or bool(node.flow_style)
    known = {key.value: value for key, value in node.value}
    column = node.value[0][0].start_mark.column
    if one.language in known:
        old, _ = sheet.find((*one.route, one.language))
        return old.start_mark.index, sheet.end(old), _written(old, one.words, column + STEP, flow=flow)
    model = known.get(one.source, node.value[0][1])
    last = node.value[-1][1]
    new = f"{one.language}: {_written(model, one.words, column + STEP, flow=flow)}"
    if flow:
        return sheet.end(last), sheet.end(last), f", {new}"
    place = sheet.line_end(sheet.end(last))
    return place, place, f"\n{' ' * column}{new}"


def _spread(sheet: Sheet, node: Node, one: Translation, *, flow: bool) -> Cut:
    """Make of a plain text a map of languages."""
    begin, end = node.start_mark.index, sheet.end(node)
    if flow:
        said, new = inline(node.value, flow=True), inline(one.words, flow=True)
        return begin, end, f"{{{one.source}: {said}, {one.language}: {new}}}"
    text = sheet.document.text
    line = text[text.rfind("\n", 0, begin) + 1 : begin]
    entry = not line.strip(" -")
    column = node.start_mark.column if entry else len(line) - len(line.lstrip(" -")) + STEP
    said, new = (_written(node, words, column + STEP, flow=False) for words in (node.value, one.words))
    lines = f"{one.source}: {said}\n{' ' * column}{one.language}: {new}"
    if entry:
        return begin, end, lines
    return begin - (len(line) - len(line.rstrip(" "))), end, f"\n{' ' * column}{lines}"


def _written(model: Node, words: str, indent: int, *, flow: bool) -> str:
    """Write words as the model is written: as a block, or on one line while that is not too long."""
    if flow:
        return inline(words, flow=True)
    if model.style in (">", "|") or "\n" in words:
        return folded(words, indent)
    line = inline(words, flow=False)
    return line if indent + len(line) + len("xx: ") <= WIDTH else folded(words, indent)


def _expected(value: object, translations: Sequence[Translation]) -> object:
    made = value
    for one in translations:
        made = _with(made, one.route, one)
    return made


def _with(value: Any, route: Route, one: Translation) -> object:  # noqa: ANN401 - whatever YAML holds
    if not route:
        old = value if isinstance(value, dict) else {one.source: value}
        return {**old, one.language: one.words}
    step, rest = route[0], route[1:]
    if isinstance(value, dict):
        return {**value, step: _with(value[step], rest, one)}
    return tuple(_with(entry, rest, one) if index == step else entry for index, entry in enumerate(value))


def with_language(document: Document, route: Route, language: str) -> str:
    """Return the document's text with a draft language more in the list at `route`.

    Raises:
        UnplaceableError: the list is one in which only a person can write.
    """
    sheet = Sheet.of(document)
    node, flow = sheet.find(route)
    last = node.value[-1]
    new = f"{{id: {language}, status: draft}}"
    flow = flow or bool(node.flow_style)
    end = int(last.end_mark.index) if last.flow_style else max(sheet.end(value) for _, value in last.value)
    if flow:
        text = spliced(document, [(end, end, f", {new}")])
    else:
        end, column = sheet.line_end(end), node.start_mark.column
        text = spliced(document, [(end, end, f"\n{' ' * column}- {new}")])
    again, _ = read_document(text.encode(), document.path)
    if again is None or _at(again.data, route) != (*_at(document.data, route), {"id": language, "status": "draft"}):
        raise UnplaceableError(route)
    return text


def _at(value: Any, route: Route) -> Any:  # noqa: ANN401 - whatever YAML holds
    for step in route:
        value = value[step]
    return value
