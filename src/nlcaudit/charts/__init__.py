"""Charts as shapes without text, or made of characters: what they say in words stands in the cells beside them."""

from nlcaudit.charts.drawing import draw, draw_key
from nlcaudit.charts.writing import write, write_key, write_shade

__all__ = ["draw", "draw_key", "write", "write_key", "write_shade"]
