"""A new framework or toolkit: a small example that is complete, and whose comments explain every field."""

from nlcaudit.scaffolding.founding import FrameworkPlan, found_framework, next_steps

__all__ = ["FrameworkPlan", "found_framework", "next_steps"]
