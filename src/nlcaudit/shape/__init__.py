"""Values of a document → frozen models, and what does not fit, in our words (NLC10x)."""

from nlcaudit.shape.fields import WHOLE, Day, Exact, Id, PartOf, Share, Strict, Yes
from nlcaudit.shape.fitting import shape
from nlcaudit.shape.rules import MISSING, RULES

__all__ = ["MISSING", "RULES", "WHOLE", "Day", "Exact", "Id", "PartOf", "Share", "Strict", "Yes", "shape"]
