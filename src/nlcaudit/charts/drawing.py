"""Charts as shapes without text: what they say in words stands in the cells beside them.

Colours come from the style sheet; the sides also differ in shape, so that nothing hangs on colour.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import cos, pi, sin
from typing import Any

from markupsafe import Markup

from nlcaudit.report.shapes import Bar, Chart, Dumbbell, Grid, Radar, Strip

WIDTH = 200
"""Of every chart, in its own units; the page decides how wide that is."""
INDENT = 6
"""Room for half a mark at both ends."""
BAR_HEIGHT, BAR_MIDDLE, BOUNDS_AT = 22, 8, 18
DUMBBELL_HEIGHT, DUMBBELL_MIDDLE = 18, 9
APART, SIGN, PADDING = 9, 6, 5
"""Between the signs of a grid, their size, and what they keep from the walls."""
STRIP_HEIGHT, GAP, FOOT = 24, 3, 1.5
"""Of a strip: its height, what its pieces keep from each other, and how far a level that nobody chose stands up."""
MARKS = 4
"""Kinds of mark; after the last the shapes begin again."""
RADAR, RADIUS = 100, 90
"""Half the side of a radar, and the length of its axes."""
RINGS = (Fraction(1, 2), Fraction(1))


def draw(chart: Chart) -> Markup:
    """Draw a chart as SVG that assistive technology skips."""
    return Markup(_DRAWN[chart.kind](chart))  # noqa: S704 - made of numbers only


def draw_key(shape: str) -> Markup:
    """Draw the shape of a chart's key: `bar`, `bounds` or `mark-…`."""
    parts = {
        "bar": '<path class="bar" d="M1 9H19"/>',
        "bounds": '<path class="bounds" d="M2 6V12M2 9H18M18 6V12"/>',
        "round": _sign(7, 6, square=False),
        "square": _sign(7, 6, square=True),
    }
    drawn = parts.get(shape) or _mark(int(shape.removeprefix("mark-")), 10, 9)
    return Markup(f'<svg class="key" viewBox="0 0 20 18" aria-hidden="true">{drawn}</svg>')  # noqa: S704 - no text comes in


def _svg(height: int, parts: Iterator[str]) -> str:
    return f'<svg viewBox="0 0 {WIDTH} {height}" aria-hidden="true">{"".join(parts)}</svg>'


def _x(value: Fraction) -> int:
    return _whole(INDENT + float(value) * (WIDTH - 2 * INDENT))


def _number(value: float) -> str:
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")  # there is no minus nothing


def _whole(value: float) -> int:
    """Round half up: half a unit is less than a point of a score, and than what is seen."""
    return int(value + 0.5)


def _bar(bar: Bar) -> Iterator[str]:
    yield f'<path class="track" d="M{INDENT} {BAR_MIDDLE}H{WIDTH - INDENT}"/>'
    if bar.score is not None:
        yield f'<path class="bar" d="M{INDENT} {BAR_MIDDLE}H{_x(bar.score)}"/>'
    if bar.lowest is not None and bar.highest is not None and (bar.lowest != bar.highest or bar.score is None):
        low, high = _x(bar.lowest), _x(bar.highest)
        yield f'<path class="bounds" d="M{low} {BOUNDS_AT - 3}v6m0-3H{high}m0-3v6"/>'
    for index, value in enumerate(bar.marks):
        if value is not None:
            yield _mark(index, _x(value), BAR_MIDDLE)


def _dumbbell(chart: Dumbbell) -> Iterator[str]:
    ticks = "".join(f"M{_x(tick)} 5v8" for tick in chart.ticks)
    yield f'<path class="axis" d="M{INDENT} {DUMBBELL_MIDDLE}H{WIDTH - INDENT}{ticks}"/>'
    shown = [value for value in chart.values if value is not None]
    if len(shown) > 1:
        yield f'<path class="link" d="M{_x(min(shown))} {DUMBBELL_MIDDLE}H{_x(max(shown))}"/>'
    for index, value in enumerate(chart.values, chart.begins):
        if value is not None:
            yield _mark(index, _x(value), DUMBBELL_MIDDLE)


def _mark(index: int, x: float, y: float) -> str:
    """Draw the mark of a side."""
    kind = index % MARKS
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


def _strip(chart: Strip) -> Iterator[str]:
    """Draw blocks whose areas are as the numbers of people."""
    wide, left, path = (WIDTH - 2 * INDENT) / sum(chart.spans), float(INDENT), ""
    for span, height in zip(chart.spans, chart.heights, strict=True):
        high = _number(max(FOOT, float(height) * (STRIP_HEIGHT - 1)))
        path += f"M{_whole(left)} {STRIP_HEIGHT}v-{high}H{_whole(left + span * wide - GAP)}v{high}z"
        left += span * wide
    yield f'<path class="strip" d="{path}"/>'


def _radar(chart: Radar) -> str:
    axes = len(chart.scores)
    spokes = "".join(f"M0 0L{_at(axis, axes, Fraction(1))}" for axis in range(axes))
    rings = "".join(_outline([ring] * axes) for ring in RINGS)
    first = f'<path class="link" d="M0 0L{_at(0, axes, Fraction(1))}"/>'
    marks = "".join(
        _mark(side, *_place(axis, axes, value))
        for side, values in enumerate(chart.marks)
        for axis, value in enumerate(values)
        if value is not None
    )
    around = f"-{RADAR} -{RADAR} {2 * RADAR} {2 * RADAR}"
    return (
        f'<svg class="radar" viewBox="{around}" aria-hidden="true"><path class="axis" d="{rings}{spokes}"/>{first}'
        f'<path class="area" d="{_outline(chart.scores)}"/>{marks}</svg>'
    )


def _outline(values: Sequence[Fraction]) -> str:
    return "M" + "L".join(_at(axis, len(values), value) for axis, value in enumerate(values)) + "z"


def _at(axis: int, axes: int, value: Fraction) -> str:
    return " ".join(map(_number, _place(axis, axes, value)))


def _place(axis: int, axes: int, value: Fraction) -> tuple[float, float]:
    """Return where a value lies on an axis, the first of which points up, the others clockwise."""
    angle = 2 * pi * axis / axes
    return RADIUS * float(value) * sin(angle), -RADIUS * float(value) * cos(angle)


_DRAWN: Mapping[str, Callable[[Any], str]] = {
    "bar": lambda chart: _svg(BAR_HEIGHT, _bar(chart)),
    "grid": lambda chart: _svg(_grid_height(chart), _grid(chart)),
    "dumbbell": lambda chart: _svg(DUMBBELL_HEIGHT, _dumbbell(chart)),
    "strip": lambda chart: _svg(STRIP_HEIGHT, _strip(chart)),
    "radar": _radar,
}
