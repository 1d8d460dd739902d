"""Texts in the cells of a table, so that no spreadsheet program takes one for a formula."""

import re

DANGEROUS = re.compile(r"[\t\r\n]|\s*[=+\-@＝＋－＠']")
"""What begins a formula somewhere, wide signs included; an apostrophe, so that guarding can be undone."""


def guarded(text: str) -> str:
    """Return the text with an apostrophe in front where a program might run it."""
    return f"'{text}" if DANGEROUS.match(text) else text


def unguarded(text: str) -> str:
    """Take the apostrophe away again; `unguarded(guarded(text)) == text`, and other texts stay as they are."""
    return text[1:] if text.startswith("'") and DANGEROUS.match(text[1:]) else text
