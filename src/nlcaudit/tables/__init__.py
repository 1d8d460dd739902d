"""Files of rows and columns → text in cells, each with its address: CSV, XLSX, JSON lines.

What a cell says is decided elsewhere. Here nothing is repaired: what could be read in two ways is a problem, with its
place.
"""

from nlcaudit.tables.reading import read_tables
from nlcaudit.tables.table import Line, Problem, Table, column_letter, place_of

__all__ = ["Line", "Problem", "Table", "column_letter", "place_of", "read_tables"]
