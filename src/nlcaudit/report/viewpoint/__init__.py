"""The report as one side or one group sees itself."""

from nlcaudit.report.viewpoint.sections import mark, sections

__all__ = ["mark", "sections"]
