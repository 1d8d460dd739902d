"""What changed since an earlier wave, what improved and whom to thank; and what these answers cannot show."""

from nlcaudit.report.waves.sections import chapter, sections
from nlcaudit.report.waves.telling import told

__all__ = ["chapter", "sections", "told"]
