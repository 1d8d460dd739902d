"""What a report says of the worth of its result, and of what to do with it."""

from nlcaudit.report.counsel.beside import remembered
from nlcaudit.report.counsel.beside import sections as beside
from nlcaudit.report.counsel.grading import grade, grades, raised, short_statement
from nlcaudit.report.counsel.grid import blocks as grid
from nlcaudit.report.counsel.standing import headline, stays
from nlcaudit.report.counsel.standing import section as firmness

__all__ = [
    "beside", "firmness", "grade", "grades", "grid", "headline", "raised", "remembered", "short_statement", "stays",
]  # fmt: skip
