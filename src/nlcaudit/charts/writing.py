"""Charts made of characters of equal width."""

from collections.abc import Sequence
from fractions import Fraction

from nlcaudit.report.shapes import Bar, Chart, Dumbbell, Grid, Radar, Strip

TEXT_WIDTH = 20
"""Of a chart made of characters."""
FULL, BETWEEN, EMPTY = "█▒░"
SIGNS = "●◆■▲"
ROUND, SQUARE, WALL = "●", "■", "│"
"""Of the signs in a grid."""
TOGETHER = "◈"
"""Two marks on one place."""
HEIGHTS = "▁▂▃▄▅▆▇█"
LEVEL = 3
"""Characters for each level of a strip."""


def write(chart: Chart) -> str:
    """Write a chart with characters of equal width."""
    if isinstance(chart, Grid):
        boxes = zip(chart.boxes, chart.marked, strict=True)
        return WALL + WALL.join(SQUARE * marked + ROUND * plain or "·" for plain, marked in boxes) + WALL
    if isinstance(chart, Strip):
        return WALL + WALL.join(_block(*piece) for piece in zip(chart.spans, chart.heights, strict=True)) + WALL
    if isinstance(chart, Radar):
        return ""  # the bars of its table say the same
    return _written_bar(chart) if isinstance(chart, Bar) else _written_dumbbell(chart)


def _block(span: int, height: Fraction) -> str:
    return (write_shade(height) if height else "·") * (span * LEVEL)


def write_shade(value: Fraction) -> str:
    """Write a value from 0 to 1 as a block of one of eight heights."""
    return HEIGHTS[min(int(value * len(HEIGHTS)), len(HEIGHTS) - 1)]


def _written_bar(bar: Bar) -> str:
    full = _steps(bar.score or Fraction(0))
    line = [FULL] * full + [EMPTY] * (TEXT_WIDTH - full)
    if bar.lowest is not None and bar.highest is not None:
        low, high = _steps(bar.lowest), _steps(bar.highest)
        line[low:high] = [BETWEEN] * (high - low)
    return _marked(line, bar.marks)


def _written_dumbbell(chart: Dumbbell) -> str:
    line = ["·"] * (TEXT_WIDTH + 1)
    places = [_steps(value) for value in chart.values if value is not None]
    if places:
        line[min(places) : max(places)] = ["─"] * (max(places) - min(places))
    return _marked(line, chart.values, chart.begins)


def _marked(line: list[str], values: Sequence[Fraction | None], begins: int = 0) -> str:
    for index, value in enumerate(values, begins):
        if value is not None:
            place = min(_steps(value), len(line) - 1)
            line[place] = TOGETHER if line[place] in SIGNS else SIGNS[index % len(SIGNS)]
    return "".join(line)


def write_key(shape: str) -> str:
    """Write the sign of a chart's key."""
    signs = {"bar": FULL, "bounds": BETWEEN, "round": ROUND, "square": SQUARE}
    return signs.get(shape) or SIGNS[int(shape.removeprefix("mark-"))]


def _steps(value: Fraction) -> int:
    return int(value * TEXT_WIDTH + Fraction(1, 2))
