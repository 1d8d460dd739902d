"""One value → YAML that every YAML 1.1 and 1.2 parser reads alike, in exactly one form.

The writer is ours, because PyYAML's two emitters differ (libyaml escapes emoji, the Python one does not), and the
same answers must be the same bytes everywhere.
"""

import re
from datetime import date

WORD = re.compile(r"[a-z][a-z0-9]*([-/][a-z0-9]+)*\Z")
WORDS_THAT_YAML_TAKES = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
ESCAPED = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]')
NOT_IN_A_BLOCK = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]|[ \t\xa0]\n")
SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def scalar(value: object) -> str:
    """Write a boolean, a number, a date or a text that stays on its line."""
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, int | date):
        return str(value)
    text = str(value)
    return text if WORD.match(text) and text not in WORDS_THAT_YAML_TAKES else quoted(text)


def quoted(text: str) -> str:
    """Write a text between double quotes, on one line."""
    return '"' + ESCAPED.sub(lambda found: _escape(found.group()), text) + '"'


def _escape(character: str) -> str:
    return SHORT_ESCAPES.get(character) or f"\\u{ord(character):04X}"


def text_lines(text: str, indent: int) -> str:
    """Write a text of several lines as a block that a person can read and edit; where that is not exact, quoted.

    Args:
        text: any text.
        indent: columns in front of each line of the block.
    """
    plain = "\n" in text and not text.startswith((" ", "\n")) and not text.endswith((" ", "\n", "\xa0"))
    if not plain or NOT_IN_A_BLOCK.search(text):
        return quoted(text)
    pad = " " * indent
    return "|-\n" + "\n".join(pad + line if line else "" for line in text.split("\n"))
