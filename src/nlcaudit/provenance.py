"""What a report was made from, in one line that every format carries, so that it can be made again and compared."""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from typing import Any

from nlcaudit.engagement import Engagement
from nlcaudit.shape import Strict

MARK = "nlcaudit/stamp/2"
NONE = "-"
RADAR = "+radar"
"""After the edition, where a radar was asked for."""
UNSAFE = re.compile(r"[^A-Za-z0-9.@+_-]|-(?=-)")
LENGTHS = {"tool": 14, "toolkit": 16, "parts": 8}
LENGTH = 12
"""Characters of any other value. The line must fit into 255, which is what a Word document can keep."""
OPTIONAL = frozenset({"earlier", "parts"})
"""Values that the line leaves out where there is nothing to say."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a report was made from and how; every value is a plain word.

    Attributes:
        tool: version of the program.
        toolkit: `id@version`.
        texts: sha256 over the values of the toolkit's files.
        answers: sha256 over the values of the engagement's files; empty where fewer people answered than the privacy
            threshold asks for, since a sum over so little could be guessed.
        edition: `short` or `full`, and `+radar` where one was asked for.
        language: BCP 47 tag.
        release: `draft`, `participants` or `public`.
        date: as printed, ISO 8601; empty without one.
        protected: `yes` or `no`.
        look: sha256 over theme and templates; empty for those that were shipped.
        paper: of formats that have pages.
        earlier: sha256 over toolkit and answers of the earlier wave; empty without one, and where fewer people answered
            than the privacy threshold asks for.
        parts: sha256 over the view and the sections that were chosen; empty for everything.
    """

    tool: str
    toolkit: str
    texts: str
    answers: str = ""
    edition: str = "short"
    language: str = "en"
    release: str = "draft"
    date: str = ""
    protected: str = "yes"
    look: str = ""
    paper: str = "a4"
    earlier: str = ""
    parts: str = ""


def render_stamp(made: Provenance) -> str:
    """Write the line: the mark, then `name=value` for each value, each cut to its length."""
    said = {name: _short(name, value) for name, value in asdict(made).items()}
    return " ".join(
        [MARK, *(f"{name}={value or NONE}" for name, value in said.items() if value or name not in OPTIONAL)]
    )


def _short(name: str, value: str) -> str:
    """Return one plain word: a toolkit's version may be any text, and no text may end a comment of a page."""
    return UNSAFE.sub("_", value)[: LENGTHS.get(name, LENGTH)]


def parse_stamp(line: str) -> Provenance | None:
    """Read the line; None when it is none, or one of another version."""
    mark, *parts = line.split()
    given = dict(part.split("=", maxsplit=1) for part in parts if "=" in part)
    known = {field.name for field in fields(Provenance)}
    if mark != MARK or not known - OPTIONAL <= set(given) <= known:
        return None
    return Provenance(**{name: "" if value == NONE else value for name, value in given.items()})


def answers_fingerprint(engagement: Engagement) -> str:
    """Return a sha256 over every value that a report may rest on.

    Comments, the layout and the order of files do not count, nor does the kind of release, which the stamp names.
    """
    declared = _values(engagement.file, {"release", "schema_"}) if engagement.file else None
    workshop = _values(engagement.workshop, {"schema_"}) if engagement.workshop else None
    responses = [_values(response, {"schema_", "resume_at"}) for response in engagement.responses]
    return _sum([declared, workshop, responses])


def fingerprint_of(parts: Iterable[object]) -> str:
    """Return a sha256 over what a report was made with: a look, a choice of sections, an earlier wave."""
    return _sum(list(parts))


def _values(model: Strict, beside: set[str]) -> dict[str, Any]:
    # What is not said does not count: a key that a later version adds changes no sum.
    return model.model_dump(exclude=beside, exclude_defaults=True, warnings=False)


def _sum(value: object) -> str:
    return hashlib.sha256(json.dumps(value, default=str, sort_keys=True).encode()).hexdigest()
