"""Score, build, render and save: what one call of `nlcaudit report` writes."""

from nlcaudit.publishing.ordering import Order, Wave
from nlcaudit.publishing.writing import composed, own_templates, publish, section_names

__all__ = ["Order", "Wave", "composed", "own_templates", "publish", "section_names"]
