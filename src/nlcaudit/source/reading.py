"""Bytes → `Document` and findings, with our own wording whichever parser PyYAML has."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from nlcaudit.diagnostics import Diagnostic, Rule
from nlcaudit.source import reading_rules as rules
from nlcaudit.source.building import Builder, Mark, Refused, Slip
from nlcaudit.source.document import LINE_BREAK, Document, Limits, Place, excerpt

PARSERS: tuple[Any, ...] = tuple(getattr(yaml, name) for name in ("CSafeLoader", "SafeLoader") if hasattr(yaml, name))
FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
BYTE_ORDER_MARK = "\ufeff"

# What PyYAML says in its C or its Python parser → what we say.
WORDINGS: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", "a colon where no key can stand",
     "put quotes around a text that contains “: ”, or check the indentation of this line"),
    ("found unexpected end of stream", "a quote that was opened is never closed", "close the quote"),
    ("found unexpected document", "a quote that was opened is never closed", "close the quote"),
    ("could not find expected ':'", "a line without a colon where a key was expected",
     "write “key: value”, or indent the line to make it part of the text above"),
    ("did not find expected key", "a line that does not fit its neighbours",
     "give it the indentation of the lines around it, and quote texts that begin with a special character"),
    ("expected <block end>", "a line that does not fit its neighbours",
     "give it the indentation of the lines around it, and quote texts that begin with a special character"),
    ("did not find expected '-' indicator", "a line inside a list that does not begin with “- ”",
     "begin it with “- ”, or give it the indentation of the entry it belongs to"),
    ("did not find expected ',' or", "a bracket that is not closed, or a comma that is missing", "close the bracket"),
    ("expected ',' or", "a bracket that is not closed, or a comma that is missing", "close the bracket"),
    ("cannot start any token", "a character that cannot begin a value", "put quotes around the text"),
    ("sequence entries are not allowed", "a list entry where none can stand",
     "begin the list on a line of its own, indented under its key"),
    ("escape", "an unknown escape in a double-quoted text", "use single quotes, or write the backslash twice"),
)  # fmt: skip


def read_document(
    raw: bytes,
    path: str,
    limits: Limits | None = None,
    parser: Any = PARSERS[0],  # noqa: ANN401
) -> tuple[Document | None, list[Diagnostic]]:
    """Parse one file.

    Args:
        raw: the file's bytes.
        path: how diagnostics name it.
        limits: what the file may ask for.
        parser: a PyYAML loader class; libyaml's where it is there.

    Returns:
        The document, or None when nothing can be said about its values, and what was found while reading.
    """
    limits = limits or Limits()
    try:
        text = _decode(raw, limits)
        builder = Builder(text, limits)
        root = builder.build(_events(text, parser))
        if root is None or root[0] is None:
            raise Refused(rules.EMPTY, (0, 0), "there is nothing in this file", "write its content or delete it")
        value, place, _ = root
        if not isinstance(value, dict):
            raise Refused(rules.NOT_A_MAPPING, place.value, "this file does not begin with a key",
                          "begin with “schema: nlcaudit/…”")  # fmt: skip
    except Refused as refused:
        slip = Slip(refused.rule, refused.mark, refused.message, refused.hint)
        lines = LINE_BREAK.split(raw.decode("utf-8", "replace"))
        return None, [_located(slip, path, lines)]
    document = Document(path, text, value, place)
    return document, [_located(slip, path, document.lines) for slip in builder.slips]


def _located(slip: Slip, path: str, lines: list[str]) -> Diagnostic:
    line, column = slip.mark
    shown = "" if slip.rule in (rules.ENCODING, rules.CONTROL_CHARACTER) else excerpt(lines, line + 1)
    return Diagnostic(path, line + 1, column + 1, slip.rule.code, slip.rule.severity, slip.message, slip.hint, shown)


def _decode(raw: bytes, limits: Limits) -> str:
    if len(raw) > limits.size:
        raise Refused(rules.TOO_LARGE, (0, 0), f"the file has {len(raw)} bytes; at most {limits.size} are read",
                      "split it into several files")  # fmt: skip
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise Refused(rules.ENCODING, (0, 0), "the file is in UTF-16", "save it again as UTF-8")
    try:
        text = raw.decode("utf-8").removeprefix(BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8").removeprefix(BYTE_ORDER_MARK)
        raise Refused(rules.ENCODING, _end_of(before), f"byte 0x{raw[error.start]:02x} is not UTF-8",
                      "save the file again as UTF-8") from error  # fmt: skip
    bad = FORBIDDEN.search(text)
    if bad:
        raise Refused(rules.CONTROL_CHARACTER, _end_of(text[: bad.start()]),
                      f"the character U+{ord(bad.group()):04X} is not allowed in YAML", "delete it")  # fmt: skip
    return text


def _end_of(text: str) -> Mark:
    lines = LINE_BREAK.split(text)
    return len(lines) - 1, len(lines[-1])


def _events(text: str, parser: Any) -> Iterator[Any]:  # noqa: ANN401
    try:
        yield from yaml.parse(text, Loader=parser)
    except yaml.MarkedYAMLError as error:
        at = error.problem_mark or error.context_mark
        mark = (at.line, at.column) if at else (0, 0)
        rule, message, hint = _wording(error, text, mark)
        raise Refused(rule, mark, message, hint) from error


def _wording(error: yaml.MarkedYAMLError, text: str, mark: Mark) -> tuple[Rule, str, str]:
    problem = f"{error.context or ''} {error.problem or ''}"
    lines = LINE_BREAK.split(text)
    line = lines[mark[0]] if mark[0] < len(lines) else ""
    if "\t" in line[: mark[1] + 1] and ("token" in problem or "tab" in problem):
        return rules.TAB, "a tab indents or separates here", "use spaces"
    for said, message, hint in WORDINGS:
        if said in problem:
            return rules.SYNTAX, message, hint
    return rules.SYNTAX, "this is not YAML", "check quotes, colons and the indentation of this line"


__all__ = ["PARSERS", "Place", "read_document"]
