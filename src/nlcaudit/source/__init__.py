"""YAML text → `Document`: values of YAML 1.2, and the line and column of each of them.

PyYAML parses; what it builds is ours, because its own construction speaks YAML 1.1 (`no` is False, `1.10` is 1.1),
keeps the last of two equal keys without a word, and forgets where things stood.
"""

from nlcaudit.source.document import FORBIDDEN, Document, Limits
from nlcaudit.source.reading import read_document
from nlcaudit.source.reading_rules import RULES

__all__ = ["FORBIDDEN", "RULES", "Document", "Limits", "read_document"]
