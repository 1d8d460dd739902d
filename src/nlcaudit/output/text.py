"""Diagnostics → text for people."""

import re
from collections.abc import Sequence
from textwrap import fill

from nlcaudit.diagnostics import Diagnostic
from nlcaudit.messages import SOURCE_LANGUAGE, tell
from nlcaudit.sentences import Sentence, counted, paragraphs

COLOURS = {"error": "\x1b[31m", "warning": "\x1b[33m"}
SEVERITIES = {"error": Sentence("error"), "warning": Sentence("warning")}
UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Controls, line breaks, changes of direction, and half characters."""
LINE = 100
BOLD, DIM, RESET = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def render_text(diagnostics: Sequence[Diagnostic], language: str = SOURCE_LANGUAGE, *, colour: bool = False) -> str:
    """Render each diagnostic with its source line and a caret under the column."""
    return "".join(_one(diagnostic, language, colour=colour) for diagnostic in diagnostics)


def render_briefly(diagnostics: Sequence[Diagnostic], language: str = SOURCE_LANGUAGE, *, colour: bool = False) -> str:
    """Render each error, and a warning that says the same of several files only for the first of them."""
    alike: dict[tuple[str, ...], list[Diagnostic]] = {}
    for one in diagnostics:
        place = (one.path, str(one.line), str(one.column)) if one.severity == "error" else ()
        alike.setdefault((one.code, one.message, one.hint, *place), []).append(one)
    return "".join(_together(found, language, colour=colour) for found in alike.values())


def _together(found: Sequence[Diagnostic], language: str, *, colour: bool) -> str:
    shown = _one(found[0], language, colour=colour)
    if len(found) == 1:
        return shown
    more = counted("… and once more; `nlcaudit validate` shows where",
                   "… and {number} times more; `nlcaudit validate` shows where", len(found) - 1)  # fmt: skip
    return f"{shown}        {tell(more, language)}\n"


def _one(found: Diagnostic, language: str, *, colour: bool) -> str:
    severity = tell(SEVERITIES[found.severity], language)
    place = f"{printable(found.path)}:{found.line}:{found.column}"
    if colour:
        severity, place = f"{COLOURS[found.severity]}{severity}{RESET}", f"{BOLD}{place}{RESET}"
    lines = [f"{place}: {severity} {found.code}: {printable(tell(found.message, language))}"]
    if found.excerpt.strip():
        gutter = f"{found.line:>5} | "
        before = found.excerpt[: found.column - 1]
        pad = "".join(char if char == "\t" else " " for char in before)
        lines.append(gutter + found.excerpt)
        if len(before) == found.column - 1:  # else the place lies beyond what is shown
            lines.append(" " * 5 + " | " + pad + "^")
    if found.hint:
        lines.append("        " + _hint(printable(tell(found.hint, language)), language, colour=colour))
    return "\n".join(lines) + "\n"


def _hint(advice: str, language: str, *, colour: bool) -> str:
    word, _, rest = tell(Sentence("hint: {advice}", advice=advice), language).partition(" ")
    return f"{DIM}{word}{RESET} {rest}" if colour else f"{word} {rest}"


def printable(text: str) -> str:
    """Return a text on one line: whoever names a file or a key must not write to the terminal."""
    return UNPRINTABLE.sub(lambda char: char.group().encode("unicode_escape", "surrogatepass").decode(), text)


def summary_line(diagnostics: Sequence[Diagnostic]) -> Sentence:
    """Count errors and warnings in words."""
    errors = sum(d.severity == "error" for d in diagnostics)
    warnings = len(diagnostics) - errors
    parts = [counted("{number} error", "{number} errors", errors)] if errors else []
    parts += [counted("{number} warning", "{number} warnings", warnings)] if warnings else []
    return Sentence("{one} and {other}", one=parts[0], other=parts[1]) if len(parts) > 1 else (*parts, NO_FINDINGS)[0]


NO_FINDINGS = Sentence("no findings")


def render_doc(doc: str, language: str = SOURCE_LANGUAGE) -> str:
    """Render a rule's documentation: as it is written, or its paragraphs told in another language."""
    if language == SOURCE_LANGUAGE:
        return doc.strip()
    return "\n\n".join(fill(tell(Sentence(one), language), LINE) for one in paragraphs(doc))
