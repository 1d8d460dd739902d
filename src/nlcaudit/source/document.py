"""A parsed file: its values and where each of them stands."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from nlcaudit.diagnostics import Diagnostic, Finding, Location, Route

LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
"""What YAML does not allow in a text, and the byte order mark, which libyaml refuses inside one."""
LONGEST_EXCERPT = 160
OF_A_PERSON = re.compile(r"""^[ ]*["']?schema["']?:[ ]*["']?nlcaudit/response/""", re.MULTILINE)
"""What people wrote in confidence is not repeated in findings: their output ends up in logs, tickets and mails."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may ask of the machine before it is refused.

    Attributes:
        size: bytes in the file.
        depth: containers inside each other.
        nodes: values in the document once every alias has been followed.
        aliases: uses of an anchor.
    """

    size: int = 1024 * 1024
    depth: int = 40
    nodes: int = 60_000
    aliases: int = 500


Mark = tuple[int, int]
"""Line and column, both from 0."""


@dataclass(slots=True)
class Place:
    """Where a mapping or a list stands: its own mark, the spots inside it, and the marks of its keys."""

    mark: Mark
    inside: "dict[str, Spot] | list[Spot]"
    keys: Mapping[str, Mark]


Spot = Mark | Place
"""Where a value stands; a scalar needs no more than its mark."""


def mark_of(spot: Spot) -> Mark:
    """Return where a value begins."""
    return spot.mark if isinstance(spot, Place) else spot


@dataclass(frozen=True)
class Document:
    """The values of one file.

    Attributes:
        path: as the user would write it; printed in every diagnostic.
        text: the file's text without a byte order mark.
        data: dicts, tuples and scalars as YAML 1.2 reads them.
        root: the places of `data`.
    """

    path: str
    text: str
    data: dict[str, object]
    root: Place

    def locate(self, route: Route, *, key: bool = False) -> Location:
        """Return the place of `route`, or of the innermost container on the way that exists."""
        spot, on_key = self._walk(route)
        line, column = on_key if key and on_key else mark_of(spot)
        return Location(line + 1, column + 1)

    def _walk(self, route: Route) -> tuple[Spot, Mark | None]:
        """Return the innermost spot on the way, and the mark of its key if it is the end of the way."""
        spot: Spot = self.root
        on_key: Mark | None = None
        for step in route:
            inside, keys = (spot.inside, spot.keys) if isinstance(spot, Place) else ((), {})
            if isinstance(inside, dict) and step in inside:
                spot, on_key = inside[step], keys[str(step)]
            elif isinstance(inside, list) and isinstance(step, int) and 0 <= step < len(inside):
                spot, on_key = inside[step], None
            else:
                return spot, None
        return spot, on_key

    @cached_property
    def lines(self) -> list[str]:
        """The text, line by line, broken where YAML breaks it."""
        return LINE_BREAK.split(self.text)

    @cached_property
    def confidential(self) -> bool:
        """The file holds what a person answered."""
        return is_confidential(self.text)

    def diagnose(self, finding: Finding) -> Diagnostic:
        """Locate a finding."""
        location = self.locate(finding.route, key=finding.key)
        rule = finding.rule
        return Diagnostic(
            self.path, location.line, location.column, rule.code, rule.severity,
            finding.message, finding.hint, "" if self.confidential else excerpt(self.lines, location.line),
        )  # fmt: skip


def is_confidential(text: str) -> bool:
    """Tell whether a text, which may be broken, is one of a person's answers."""
    return "nlcaudit/response/" in text and OF_A_PERSON.search(text) is not None


def excerpt(lines: list[str], line: int) -> str:
    """Return a source line, cut to a length that fits a terminal."""
    return lines[line - 1][:LONGEST_EXCERPT] if 0 < line <= len(lines) else ""
