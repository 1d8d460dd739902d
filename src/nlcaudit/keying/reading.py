"""A typed line → marks: `2`, `T1 2`, `2 3 d - 1`, `n because …`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from nlcaudit.keying.events import Refused
from nlcaudit.keying.state import NOT_APPLICABLE, OPEN, Mark

SEPARATORS = re.compile(r"[\s,;=]+")
CODE = re.compile(r"[A-Z]{1,3}[0-9]{1,3}")
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Typed:
    """One mark and the question it was typed for; no code means the question in front."""

    code: str | None
    mark: Mark


def parse_marks(line: str, top: int, codes: Mapping[str, int]) -> tuple[Typed, ...] | Refused:
    """Read all marks of a line, or none.

    Args:
        line: as typed; small letters will do for codes.
        top: the highest level.
        codes: the codes on the sheet.
    """
    if len(line) > LONGEST or CONTROL.search(line):
        return Refused("too-long" if len(line) > LONGEST else "mark", line[:20])
    found: list[Typed] = []
    rest, code = line.strip(), None
    while rest:
        word, _, after = _first(rest)
        upper, key = word.upper(), word.lower()
        if code is None and CODE.fullmatch(upper):
            if upper not in codes:
                return Refused("not-on-sheet", word)
            code, rest = upper, after
            continue
        wrong = _wrong(key, top)
        if wrong:
            return Refused(wrong, word)
        found.append(Typed(code, Mark(key, after.strip() if key == NOT_APPLICABLE else "")))
        code, rest = None, "" if key == NOT_APPLICABLE else after
    return tuple(found) if found and code is None else Refused("mark", line.strip()[:20])


def _first(text: str) -> tuple[str, str, str]:
    cut = SEPARATORS.search(text)
    return (text[: cut.start()], cut.group(), text[cut.end() :]) if cut else (text, "", "")


def _wrong(key: str, top: int) -> Literal["level", "mark"] | None:
    if key in {OPEN, "d", "o", NOT_APPLICABLE}:
        return None
    if len(key) == 1 and key.isascii() and key.isdigit():
        return None if int(key) <= top else "level"
    return "mark"
