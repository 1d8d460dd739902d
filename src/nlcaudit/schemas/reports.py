"""The JSON Schema of a report as data, from the classes that hold one: what is encoded is what is described."""

import inspect
import json
from dataclasses import fields, is_dataclass
from fractions import Fraction
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from nlcaudit.report.phrases import Phrase
from nlcaudit.report.views import SCHEMA, Report
from nlcaudit.schemas.building import DIALECT
from nlcaudit.schemas.describing import ATTRIBUTES, descriptions

KIND = "report"
Schema = dict[str, Any]
PLAIN: dict[Any, Schema] = {
    Phrase: {"type": "string"},
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 0},
    Fraction: {"type": "number", "minimum": 0, "maximum": 1},
    NoneType: {"type": "null"},
}
"""What the leaves of a report become (`nlcaudit.rendering.encoding`)."""


def build_report_schema() -> Schema:
    """Build the schema of what `nlcaudit report --format json` writes."""
    found: dict[str, Schema] = {}
    report = _schema(Report, found)
    return {
        "$schema": DIALECT,
        "$id": "urn:" + SCHEMA.replace("/", ":"),
        "title": SCHEMA,
        "description": "A report as data: everything that its page shows, in its language.",
        "type": "object",
        "properties": {"schema": {"const": SCHEMA, "description": "What this document is."}, "report": report},
        "required": ["schema", "report"],
        "additionalProperties": False,
        "$defs": dict(sorted(found.items())),
    }


def render_report_schema() -> str:
    """Write the schema; the same classes give the same bytes."""
    return json.dumps(build_report_schema(), indent=2, ensure_ascii=False) + "\n"


def _schema(kind: Any, found: dict[str, Schema]) -> Schema:  # noqa: ANN401 - whatever a field may be declared as
    """Return the schema of a type; classes go into `found` and are referred to."""
    if kind in PLAIN:
        return dict(PLAIN[kind])
    if is_dataclass(kind):
        name = getattr(kind, "__name__", "")
        if name not in found:
            found[name] = {}
            found[name] = _class(kind, found)
        return {"$ref": f"#/$defs/{name}"}
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return {"enum": list(inner)}
    if origin is tuple:
        return {"type": "array", "items": _schema(inner[0], found)}
    if origin in (Union, UnionType):
        return {"anyOf": [_schema(one, found) for one in inner]}
    raise TypeError(kind)


def _class(kind: Any, found: dict[str, Schema]) -> Schema:  # noqa: ANN401
    hints, told = get_type_hints(kind), descriptions(kind)
    properties = {field.name: _schema(hints[field.name], found) for field in fields(kind)}
    for name, text in told.items():
        properties[name]["description"] = text.replace("None", "null")
    tag = getattr(kind, "kind", None)
    if isinstance(tag, str):
        properties = {"kind": {"const": tag}} | properties
    return {
        "description": inspect.cleandoc(kind.__doc__ or "").partition(ATTRIBUTES)[0],
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
