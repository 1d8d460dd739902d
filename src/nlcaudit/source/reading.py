"""Bytes → `Document` and findings.

libyaml reads where it is there, ten times as fast. Two kinds of text go to PyYAML's own parser on every machine, so
that what a user is told does not depend on the machine: one that libyaml refuses, and one with a tab, where the two
differ. (One difference stays: only libyaml reads an unquoted `?` inside braces.)
"""

from collections.abc import Callable
from typing import Any, TypeVar

import yaml

from nlcaudit.diagnostics import Diagnostic
from nlcaudit.sentences import Sentence
from nlcaudit.source import reading_rules as rules
from nlcaudit.source.building import Builder, Node, Refused, Slip
from nlcaudit.source.document import (
    FORBIDDEN,
    LINE_BREAK,
    Document,
    Limits,
    Mark,
    Place,
    excerpt,
    is_confidential,
    mark_of,
)
from nlcaudit.source.wording import UNCLOSED_QUOTE, say

Parser = Any
"""A PyYAML loader class; its stubs do not describe what one has in common with another."""
PLAIN: Parser = yaml.SafeLoader
QUICK: Parser = getattr(yaml, "CSafeLoader", PLAIN)
Built = TypeVar("Built")
BYTE_ORDER_MARK = "\ufeff"
OTHER_ENCODINGS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def read_document(
    raw: bytes, path: str, limits: Limits | None = None, parser: Parser = QUICK
) -> tuple[Document | None, list[Diagnostic]]:
    """Parse one file.

    Args:
        raw: the file's bytes.
        path: how diagnostics name it.
        limits: what the file may ask for.
        parser: which of PyYAML's parsers reads a text that gives no trouble.

    Returns:
        The document, or None when nothing can be said about its values, and what was found while reading.
    """
    limits = limits or Limits()
    slips: list[Slip] = []
    try:
        text = _decode(raw, limits)
        value, spot = _build(text, limits, PLAIN if "\t" in text else parser, slips)
        if not isinstance(value, dict) or not isinstance(spot, Place):
            raise Refused(rules.NOT_A_MAPPING, mark_of(spot), Sentence("this file does not begin with a key"),
                          Sentence("begin with “schema: nlcaudit/…”"))  # fmt: skip
    except Refused as refused:
        slips.append(Slip(refused.rule, refused.mark, refused.message, refused.hint))
        shown = raw[: limits.size].decode("utf-8", "replace").removeprefix(BYTE_ORDER_MARK)
        lines = [] if is_confidential(shown) else LINE_BREAK.split(shown)
        return None, [_located(slip, path, lines) for slip in slips]
    document = Document(path, text, value, spot)
    lines = document.lines if slips and not document.confidential else []
    return document, [_located(slip, path, lines) for slip in slips]


def _build(text: str, limits: Limits, parser: Parser, slips: list[Slip]) -> Node:
    builder = Builder(limits, text, is_confidential(text))
    try:
        root = parsed(text, parser, builder.build)
    except Refused as refused:
        if parser is not PLAIN and refused.rule is rules.SYNTAX:
            return _build(text, limits, PLAIN, slips)
        slips += builder.slips
        raise _where_it_began(refused, builder) from refused
    if root is None or root[0] is None:
        raise Refused(
            rules.EMPTY, (0, 0), Sentence("there is nothing in this file"), Sentence("write its content or delete it")
        )
    slips += builder.slips
    return root


def _where_it_began(refused: Refused, builder: Builder) -> Refused:
    """A quote that is not closed ends at the next one, lines below; only there the parser stumbles."""
    if refused.rule is rules.SYNTAX and builder.swallowed and refused.mark[0] == builder.swallowed[1]:
        return Refused(rules.SYNTAX, builder.swallowed[0], *UNCLOSED_QUOTE)
    return refused


def _located(slip: Slip, path: str, lines: list[str]) -> Diagnostic:
    line, column = slip.mark
    shown = "" if slip.rule in (rules.ENCODING, rules.CONTROL_CHARACTER) else excerpt(lines, line + 1)
    return Diagnostic(path, line + 1, column + 1, slip.rule.code, slip.rule.severity, slip.message, slip.hint, shown)


def _decode(raw: bytes, limits: Limits) -> str:
    if len(raw) > limits.size:
        raise Refused(rules.TOO_LARGE, (0, 0), Sentence("the file is larger than {size} bytes", size=limits.size),
                      Sentence("split it into several files"))  # fmt: skip
    if raw.startswith(OTHER_ENCODINGS):
        raise Refused(
            rules.ENCODING, (0, 0), Sentence("the file is in UTF-16 or UTF-32"), Sentence("save it again as UTF-8")
        )
    try:
        text = raw.decode("utf-8").removeprefix(BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8").removeprefix(BYTE_ORDER_MARK)
        raise Refused(
            rules.ENCODING,
            _end_of(before),
            Sentence("byte 0x{byte} is not UTF-8", byte=f"{raw[error.start]:02x}"),
            Sentence("save the file again as UTF-8"),
        ) from error
    bad = FORBIDDEN.search(text)
    if bad:
        raise Refused(
            rules.CONTROL_CHARACTER,
            _end_of(text[: bad.start()]),
            Sentence("the character U+{number} is not allowed here", number=f"{ord(bad.group()):04X}"),
            Sentence("delete it"),
        )
    return text


def _end_of(text: str) -> Mark:
    lines = LINE_BREAK.split(text)
    return len(lines) - 1, len(lines[-1])


def _mark_of(mark: yaml.Mark | None) -> Mark | None:
    return (mark.line, mark.column) if mark else None


def parsed(text: str, parser: Parser, build: Callable[[Callable[[], Any]], Built]) -> Built:
    """Build something from the parser's events, which `build` pulls one by one.

    Raises:
        Refused: the text is not YAML.
    """
    loader = parser(text)
    try:
        return build(loader.get_event)
    except yaml.MarkedYAMLError as error:
        problem = f"{error.context or ''} {error.problem or ''}"
        raise Refused(*say(problem, _mark_of(error.problem_mark), _mark_of(error.context_mark))) from error
    except (ValueError, OverflowError) as error:  # PyYAML on "\UFFFFFFFF"
        raise Refused(*say("escape", _mark_of(loader.get_mark()))) from error
    finally:
        loader.dispose()
