"""Diagnostics → workflow commands, which GitHub shows beside the lines of a change.

Described in GitHub's “Workflow commands for GitHub Actions”, sections on notices, warnings and errors.
"""

from collections.abc import Sequence

from nlcaudit.diagnostics import Diagnostic
from nlcaudit.messages import SOURCE_LANGUAGE, tell
from nlcaudit.rules.registry import RULES


def render_github(found: Sequence[Diagnostic], unopened: Sequence[str] = (), language: str = SOURCE_LANGUAGE) -> str:
    """Render one command for each diagnostic, and for each path that could not be opened."""
    commands = [_command(one, language) for one in found]
    commands += [f"::error title=nlcaudit::{_data(tell(said, language))}" for said in unopened]
    return "".join(f"{command}\n" for command in commands)


def _command(found: Diagnostic, language: str) -> str:
    properties = {
        "file": found.path, "line": found.line, "col": found.column, "title": f"{found.code} {RULES[found.code].name}",
    }  # fmt: skip
    written = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    told = "\n".join(tell(said, language) for said in (found.message, found.hint) if said)
    return f"::{found.severity} {written}::{_data(told)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
