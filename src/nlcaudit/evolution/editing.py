"""Single words in a YAML text replaced where they stand; everything else, comments too, stays."""

import re
from collections.abc import Sequence

from nlcaudit.evolution.engagements import Edit
from nlcaudit.source import Document

LINE = re.compile("[^\r\n\x85\u2028\u2029]*(?:\r\n|[\r\n\x85\u2028\u2029]|\\Z)")
PLAIN = re.compile(r"[a-z][a-z0-9-]*\Z")
AFTER = r"(?=[\s,\]}:]|\Z)"


def edited(document: Document, edits: Sequence[Edit]) -> str | None:
    """Return the text with every edit made.

    Returns:
        None where a word does not stand as itself, plain or in quotes, at its place (an alias, an escape): then only
        a person can edit the file.
    """
    starts = [match.start() for match in LINE.finditer(document.text)]
    cuts: list[tuple[int, int, str]] = []
    for edit in edits:
        place = document.locate(edit.route, key=edit.key)
        begin = starts[place.line - 1] + place.column - 1
        found = re.compile(f"(?P<mark>[\"']?){re.escape(edit.old)}(?P=mark){AFTER}").match(document.text, begin)
        if found is None:
            return None
        mark = found["mark"] or ("" if PLAIN.match(edit.new) or edit.new.isdigit() else '"')
        cuts.append((begin, found.end(), f"{mark}{edit.new}{mark}"))
    text = document.text
    for begin, end, new in sorted(cuts, reverse=True):
        text = text[:begin] + new + text[end:]
    return text
