"""What a report says of the people behind the figures: how far they agree, and how much hangs on who they are."""

from nlcaudit.report.people.agreeing import headline
from nlcaudit.report.people.agreeing import section as agreement
from nlcaudit.report.people.annex import facts, paragraphs
from nlcaudit.report.people.annex import section as coefficients
from nlcaudit.report.people.levels import section as levels
from nlcaudit.report.people.trying import section as resampled

__all__ = ["agreement", "coefficients", "facts", "headline", "levels", "paragraphs", "resampled"]
