"""The remarks `# nlc: ignore NLC404 — why` of a file, and which lines each of them covers.

Parsers drop comments, so they are read from the text; what looks like one inside a value is not one.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

import yaml

from nlcaudit.sentences import Sentence
from nlcaudit.source.building import Refused
from nlcaudit.source.document import FORBIDDEN, LINE_BREAK, Limits, Mark
from nlcaudit.source.reading import BYTE_ORDER_MARK, PLAIN, QUICK, Parser, parsed
from nlcaudit.source.reading_rules import TOO_LARGE

REMARK = re.compile(r"(?:^|(?<=[ \t]))#[ \t]*nlc:[ \t]*", re.IGNORECASE)
ORDER = re.compile(r"ignore\b[ \t:]*(?P<codes>.*)$", re.IGNORECASE)
CODE = re.compile(r"[^\s,]+")
REASON = re.compile(r"(?:^|\s)(?:[—–]|--?)(?:\s|$)")
MARKED = re.compile("#[ \t]*nlc:", re.IGNORECASE)
DEEPEST = Limits().depth


@dataclass(frozen=True, slots=True)
class Ignore:
    """A remark that asks the validator to keep silent.

    Attributes:
        line, column: of the `#`, from 1.
        codes: each with its column; none when the remark names none or orders something else.
        reason: the words after the dash.
        first, last: the lines it covers, both included.
    """

    line: int
    column: int
    codes: tuple[tuple[str, int], ...]
    reason: str
    first: int
    last: int

    def covers(self, line: int) -> bool:
        """Tell whether a finding on this line is meant."""
        return self.first <= line <= self.last


@dataclass
class Extents:
    """Which lines the parts of a text take; lines and columns count from 0.

    Attributes:
        scalars: in order: start, end, whether the text begins on the line after the start.
        begun: line → the last line of the largest thing that begins there.
        valued: line → the last line of the value whose key is the last on it.
        ended: line → where the text that ends on it begins.
    """

    scalars: list[tuple[Mark, Mark, bool]] = field(default_factory=list)
    begun: dict[int, int] = field(default_factory=dict)
    valued: dict[int, int] = field(default_factory=dict)
    ended: dict[int, int] = field(default_factory=dict)

    def holds(self, place: Mark) -> bool:
        """Tell whether this place lies inside a value."""
        index = bisect_right(self.scalars, place, key=itemgetter(0)) - 1
        if index < 0:
            return False
        start, end, block = self.scalars[index]
        return start[0] < place[0] < end[0] if block else place < end

    def note(self, first: int, last: int) -> None:
        """Note a thing with its lines."""
        self.begun[first] = max(last, self.begun.get(first, first))


def parse_ignores(text: str, parser: Parser = QUICK) -> tuple[Ignore, ...]:
    """Find the remarks in a file's text; none in a text that cannot be read.

    A remark covers the line on which it stands, or, alone on a line, the next line that is not a comment. Where that
    line opens a block, the remark covers the block.
    """
    text = text.removeprefix(BYTE_ORDER_MARK)
    if not MARKED.search(text) or FORBIDDEN.search(text):
        return ()
    try:
        extents = parsed(text, PLAIN if "\t" in text else parser, _extents)
    except Refused:
        return ()
    lines = LINE_BREAK.split(text)
    following = _following(lines)
    remarks = ((number, _remark(line, number, extents)) for number, line in enumerate(lines))
    return tuple(_ignore(lines[number], number, found, extents, following) for number, found in remarks if found)


def _remark(line: str, number: int, extents: Extents) -> re.Match[str] | None:
    return next((match for match in REMARK.finditer(line) if not extents.holds((number, match.start()))), None)


def _extents(next_event: Callable[[], Any]) -> Extents:
    extents = Extents()
    events = iter(next_event, None)
    for event in events:
        if isinstance(event, yaml.StreamEndEvent):
            break
        if isinstance(event, yaml.NodeEvent):
            _walk(event, events, extents, 0)
    return extents


def _following(lines: list[str]) -> list[int]:
    """For each line, the next one with content."""
    following = [len(lines) - 1] * len(lines)
    for number in range(len(lines) - 2, -1, -1):
        below = lines[number + 1].strip()
        following[number] = number + 1 if below and not below.startswith("#") else following[number + 1]
    return following


def _ignore(line: str, number: int, found: re.Match[str], extents: Extents, following: list[int]) -> Ignore:
    column = found.start()
    order = ORDER.match(line, found.end())
    named, reason = _split(order["codes"]) if order else ("", "")
    begins = order.start("codes") if order else 0
    codes = tuple((code.group(), begins + code.start() + 1) for code in CODE.finditer(named))
    if line[:column].strip():
        first, last = extents.ended.get(number, number), extents.valued.get(number, number)
    else:
        first = following[number]
        last = extents.begun.get(first, first)
    return Ignore(number + 1, column + 1, codes, reason, first + 1, max(first, last) + 1)


def _split(words: str) -> tuple[str, str]:
    dash = REASON.search(words)
    return (words[: dash.start()], words[dash.end() :].strip()) if dash else (words, "")


def _walk(event: Any, events: Iterator[Any], extents: Extents, depth: int) -> int:  # noqa: ANN401 - PyYAML has no types
    """Note the extent of one node; return its last line."""
    if depth > DEEPEST:
        raise Refused(TOO_LARGE, (event.start_mark.line, event.start_mark.column), Sentence("too deep"))
    if type(event) is yaml.ScalarEvent:
        return _scalar(event, extents)
    last = int(event.end_mark.line)
    if not isinstance(event, yaml.CollectionStartEvent):
        return last
    for inner in events:
        closes = isinstance(inner, yaml.CollectionEndEvent)
        if closes:
            return max(last, inner.end_mark.line) if event.flow_style else last
        begins = inner.start_mark.line
        last = max(last, _walk(inner, events, extents, depth + 1))
        if isinstance(event, yaml.MappingStartEvent):
            last = max(last, _walk(next(events), events, extents, depth + 1))
            extents.valued[begins] = last
        extents.note(begins, last)
    return last


def _scalar(event: Any, extents: Extents) -> int:  # noqa: ANN401
    start, end = event.start_mark, event.end_mark
    block = event.style in ("|", ">")
    extents.scalars.append(((start.line, start.column), (end.line, end.column), block))
    if block:
        return int(max(start.line, end.line - 1) if end.column == 0 else end.line)
    extents.ended[end.line] = min(start.line, extents.ended.get(end.line, start.line))
    return int(end.line)
