"""Any path → everything that is wrong in it."""

from nlcaudit.validation.checking import Checked, validate_paths
from nlcaudit.validation.selection import chosen

__all__ = ["Checked", "chosen", "validate_paths"]
