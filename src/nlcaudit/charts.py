"""Charts as shapes without text: what they say in words stands in the cells beside them.

Colours come from the style sheet; the sides also differ in shape, so that nothing hangs on colour.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from markupsafe import Markup

from nlcaudit.report.views import Bar, Chart, Dumbbell, Grid

WIDTH = 200
"""Of every chart, in its own units; the page decides how wide that is."""
INDENT = 6
"""Room for half a mark at both ends."""
BAR_HEIGHT, BAR_MIDDLE, BOUNDS_AT = 22, 8, 18
DUMBBELL_HEIGHT, DUMBBELL_MIDDLE = 18, 9
TEXT_WIDTH = 20
"""Of a chart made of characters."""
FULL, BETWEEN, EMPTY = "█▒░"
SIGNS = "●◆■▲"
ROUND, SQUARE, WALL = "●", "■", "│"
"""Of the signs in a grid."""
APART, SIGN, PADDING = 9, 6, 5
"""Between the signs of a grid, their size, and what they keep from the walls."""
TOGETHER = "◈"
"""Two marks on one place."""


def draw(chart: Chart) -> Markup:
    """Draw a chart as SVG that assistive technology skips."""
    if isinstance(chart, Bar):
        return _svg(BAR_HEIGHT, _bar(chart))
    if isinstance(chart, Grid):
        return _svg(_grid_height(chart), _grid(chart))
    return _svg(DUMBBELL_HEIGHT, _dumbbell(chart))


def draw_key(shape: str) -> Markup:
    """Draw the shape of a chart's key: `bar`, `bounds` or `mark-…`."""
    parts = {
        "bar": '<rect class="bar" x="1" y="4" width="18" height="10"/>',
        "bounds": '<path class="bounds" d="M2 6V12M2 9H18M18 6V12"/>',
        "round": _sign(7, 6, square=False),
        "square": _sign(7, 6, square=True),
    }
    drawn = parts.get(shape) or _mark(int(shape.removeprefix("mark-")), 10, 9)
    return Markup(f'<svg class="key" viewBox="0 0 20 18" aria-hidden="true">{drawn}</svg>')  # noqa: S704 - no text comes in


def _svg(height: int, parts: Iterator[str]) -> Markup:
    shapes = "".join(parts)
    return Markup(  # noqa: S704 - made of numbers only
        f'<svg class="chart" viewBox="0 0 {WIDTH} {height}" aria-hidden="true">{shapes}</svg>'
    )


def _x(value: Fraction) -> str:
    return _number(INDENT + float(value) * (WIDTH - 2 * INDENT))


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _bar(bar: Bar) -> Iterator[str]:
    yield f'<path class="track" d="M{INDENT} 3h{WIDTH - 2 * INDENT}v10H{INDENT}z"/>'
    if bar.score is not None:
        length = _number(float(bar.score) * (WIDTH - 2 * INDENT))
        yield f'<path class="bar" d="M{INDENT} 3h{length}v10H{INDENT}z"/>'
    if bar.lowest is not None and bar.highest is not None and (bar.lowest != bar.highest or bar.score is None):
        low, high = _x(bar.lowest), _x(bar.highest)
        top, bottom = BOUNDS_AT - 3, BOUNDS_AT + 3
        yield f'<path class="bounds" d="M{low} {top}V{bottom}M{low} {BOUNDS_AT}H{high}M{high} {top}V{bottom}"/>'
    for index, value in enumerate(bar.marks):
        if value is not None:
            yield _mark(index, INDENT + float(value) * (WIDTH - 2 * INDENT), BAR_MIDDLE)


def _dumbbell(chart: Dumbbell) -> Iterator[str]:
    ticks = "".join(f"M{_x(tick)} 5V13" for tick in chart.ticks)
    yield f'<path class="axis" d="M{INDENT} {DUMBBELL_MIDDLE}H{WIDTH - INDENT}{ticks}"/>'
    shown = [value for value in chart.values if value is not None]
    if len(shown) > 1:
        yield f'<path class="link" d="M{_x(min(shown))} {DUMBBELL_MIDDLE}H{_x(max(shown))}"/>'
    for index, value in enumerate(chart.values, chart.begins):
        if value is not None:
            yield _mark(index, INDENT + float(value) * (WIDTH - 2 * INDENT), DUMBBELL_MIDDLE)


def _mark(index: int, x: float, y: float) -> str:
    """Draw the mark of a side; after the fourth the shapes begin again."""
    kind = index % len(SIGNS)
    if kind == 0:
        return f'<circle class="mark-0" cx="{_number(x)}" cy="{_number(y)}" r="5"/>'
    start, outline = {
        1: ((x, y - 5), "l5 5-5 5-5-5z"),
        2: ((x - 4, y - 4), "h8v8h-8z"),
        3: ((x, y - 5), "l5 9h-10z"),
    }[kind]
    return f'<path class="mark-{kind}" d="M{_number(start[0])} {_number(start[1])}{outline}"/>'


def _line_of(chart: Grid) -> int:
    """Return how many signs fit beside each other in a box."""
    wide = (WIDTH - 2 * INDENT) / len(chart.boxes)
    return int((wide - 2 * PADDING) // APART)


def _grid_height(chart: Grid) -> int:
    most = max(plain + marked for plain, marked in zip(chart.boxes, chart.marked, strict=True))
    return 2 * PADDING + APART * max(1, -(-most // _line_of(chart)))


def _grid(chart: Grid) -> Iterator[str]:
    wide, high, line = (WIDTH - 2 * INDENT) / len(chart.boxes), _grid_height(chart), _line_of(chart)
    for box, (plain, marked) in enumerate(zip(chart.boxes, chart.marked, strict=True)):
        left = INDENT + box * wide
        yield f'<path class="axis" d="M{_number(left)} 1h{_number(wide)}v{high - 2}h-{_number(wide)}z"/>'
        for at in range(plain + marked):
            x = left + PADDING + APART * (at % line)
            yield _sign(x, PADDING + 1 + APART * (at // line), square=at < marked)


def _sign(x: float, y: float, *, square: bool) -> str:
    if square:
        return f'<path class="square" d="M{_number(x)} {_number(y)}h{SIGN}v{SIGN}h-{SIGN}z"/>'
    half = SIGN / 2
    return f'<circle class="round" cx="{_number(x + half)}" cy="{_number(y + half)}" r="{_number(half)}"/>'


# -- made of characters ------------------------------------------------------------------------------------------


def write(chart: Chart) -> str:
    """Write a chart with characters of equal width."""
    if isinstance(chart, Grid):
        boxes = zip(chart.boxes, chart.marked, strict=True)
        return WALL + WALL.join(SQUARE * marked + ROUND * plain or "·" for plain, marked in boxes) + WALL
    return _written_bar(chart) if isinstance(chart, Bar) else _written_dumbbell(chart)


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
