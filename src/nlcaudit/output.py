"""Diagnostics → text or JSON, as strings."""

import json
from collections.abc import Sequence

from nlcaudit.diagnostics import Diagnostic

COLOURS = {"error": "\x1b[31m", "warning": "\x1b[33m"}
BOLD, DIM, RESET = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def render_text(diagnostics: Sequence[Diagnostic], *, colour: bool = False) -> str:
    """Render each diagnostic with its source line and a caret under the column."""
    return "".join(_one(diagnostic, colour=colour) for diagnostic in diagnostics)


def _one(found: Diagnostic, *, colour: bool) -> str:
    severity = f"{COLOURS[found.severity]}{found.severity}{RESET}" if colour else found.severity
    place = f"{found.path}:{found.line}:{found.column}"
    lines = [f"{BOLD}{place}{RESET}" if colour else place]
    lines[0] += f": {severity} {found.code}: {found.message}"
    if found.excerpt.strip():
        gutter = f"{found.line:>5} | "
        before = found.excerpt[: found.column - 1]
        pad = "".join(char if char == "\t" else " " for char in before)
        lines.append(gutter + found.excerpt)
        if len(before) == found.column - 1:  # else the place lies beyond what is shown
            lines.append(" " * 5 + " | " + pad + "^")
    if found.hint:
        lines.append(f"        {DIM}hint:{RESET} {found.hint}" if colour else f"        hint: {found.hint}")
    return "\n".join(lines) + "\n"


def summary_line(diagnostics: Sequence[Diagnostic]) -> str:
    """Count errors and warnings in words."""
    errors = sum(d.severity == "error" for d in diagnostics)
    warnings = len(diagnostics) - errors
    parts = [_count(errors, "error")] if errors else []
    parts += [_count(warnings, "warning")] if warnings else []
    return " and ".join(parts) if parts else "no findings"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def render_json(diagnostics: Sequence[Diagnostic], unopened: Sequence[str] = ()) -> str:
    """Render the diagnostics, and what could not be opened, as one JSON document (`nlcaudit/diagnostics/1`)."""
    found = [
        {"code": d.code, "severity": d.severity, "path": d.path, "line": d.line, "column": d.column,
         "message": d.message, "hint": d.hint}
        for d in diagnostics
    ]  # fmt: skip
    written = {"schema": "nlcaudit/diagnostics/1", "findings": found, "unopened": list(unopened)}
    return json.dumps(written, ensure_ascii=False, indent=2) + "\n"
