"""Two moments of one city set beside each other (docs/method.md, “Between two moments”)."""

from nlcaudit.waves.building import compare_waves
from nlcaudit.waves.changes import Changes, Gap, Kind, Line, Pair, Unmatched, Verdict, Why

__all__ = ["Changes", "Gap", "Kind", "Line", "Pair", "Unmatched", "Verdict", "Why", "compare_waves"]
