"""How a toolkit changes: what is different between two versions, and how answers move from one to the next."""

from nlcaudit.evolution.comparing import Comparison, compare
from nlcaudit.evolution.migrating import Moved, Stuck, migrate
from nlcaudit.evolution.verdict import Verdict, judge

__all__ = ["Comparison", "Moved", "Stuck", "Verdict", "compare", "judge", "migrate"]
