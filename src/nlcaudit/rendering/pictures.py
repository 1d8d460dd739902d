"""Charts → PNG, for formats that cannot draw."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from nlcaudit.rendering.encoding import encode
from nlcaudit.rendering.typesetting import picture
from nlcaudit.report.views import Bar, Chart, Dumbbell, Report

TEMPLATE = "pictures.typ"
DOTS = 300


def pictures(report: Report) -> Mapping[Chart, bytes]:
    """Draw every chart of a report once."""
    charts = list(dict.fromkeys(_charts(report.sections)))
    if not charts:
        return {}
    given = {"charts": json.dumps([encode(chart, str) for chart in charts]), "direction": report.direction}
    return dict(zip(charts, picture(TEMPLATE, given, DOTS), strict=True))


def _charts(value: object) -> Iterator[Chart]:
    if isinstance(value, Bar | Dumbbell):
        yield value
    elif isinstance(value, tuple):
        for entry in value:
            yield from _charts(entry)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _charts(getattr(value, field.name))
