"""Charts → PNG, for formats that cannot draw."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from nlcaudit.rendering.encoding import encode
from nlcaudit.rendering.typesetting import colours, picture
from nlcaudit.report.shapes import Chart
from nlcaudit.report.views import Report
from nlcaudit.theme import Theme

TEMPLATE, LOGO = "pictures.typ", "logo.typ"
DOTS = 300


def pictures(report: Report, theme: Theme) -> Mapping[Chart, bytes]:
    """Draw every chart of a report once."""
    charts = list(dict.fromkeys(_charts(report.sections)))
    if not charts:
        return {}
    given = {"charts": json.dumps([encode(chart, str) for chart in charts]), "direction": report.direction,
             "colours": colours(theme)}  # fmt: skip
    return dict(zip(charts, picture(TEMPLATE, given, DOTS), strict=True))


def logo_picture(theme: Theme) -> bytes | None:
    """Return the logo as a PNG picture."""
    if theme.logo is None or theme.logo.kind == "png":
        return theme.logo.content if theme.logo else None
    return picture(LOGO, {"logo": theme.logo.content.decode()}, DOTS)[0]


def _charts(value: object) -> Iterator[Chart]:
    if isinstance(value, Chart):
        yield value
    elif isinstance(value, tuple):
        for entry in value:
            yield from _charts(entry)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _charts(getattr(value, field.name))
