"""YAML text → `Document`: values of YAML 1.2, and the line and column of each of them.

PyYAML parses; what it builds is ours, because its own construction speaks YAML 1.1 (`no` is False, `1.10` is 1.1),
keeps the last of two equal keys without a word, and forgets where things stood.
"""

from nlcaudit.source.document import FORBIDDEN, LINE_BREAK, Document, Limits, excerpt, is_confidential
from nlcaudit.source.ignores import Ignore, parse_ignores
from nlcaudit.source.reading import read_document
from nlcaudit.source.reading_rules import RULES

__all__ = [
    "FORBIDDEN", "LINE_BREAK", "RULES", "Document", "Ignore", "Limits", "excerpt", "is_confidential", "parse_ignores",
    "read_document",
]  # fmt: skip
