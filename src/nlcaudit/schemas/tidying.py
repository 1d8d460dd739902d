"""What pydantic writes → what reads well in an editor, and refuses what the models refuse."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from nlcaudit.shape import Id
from nlcaudit.shape.wording import FORMS

Schema = dict[str, Any]
NAMES = ("properties", "patternProperties", "$defs")
TEXT = "LocalizedText"
ID = TypeAdapter(Id).json_schema()
QUOTED = "“{value}”"
"""Where our words repeat what stands there; an editor shows that itself."""
SOME_TEXT: Schema = {"type": "string", "pattern": r"\S", "patternErrorMessage": "This is blank: write a text."}


def tidied(schema: Schema) -> Schema:
    """Tidy a whole schema; the type of all human texts is named once, under `$defs`."""
    found: dict[str, Schema] = {}
    clean = _tidy(schema, found)
    if found:
        clean["$defs"] = {**clean.get("$defs", {}), **found}
    return clean


def _tidy(schema: Schema, found: dict[str, Schema]) -> Schema:
    """Tidy a schema and everything inside it."""
    if _is_text(schema):
        found[TEXT] = _text(schema["oneOf"][1]["patternProperties"])
        return {"$ref": f"#/$defs/{TEXT}"} | ({"description": schema["description"]} if "description" in schema else {})
    inner = {key: _inside(key, value, found) for key, value in schema.items() if key != "title"}
    if inner.get("pattern") in FORMS:
        what, advice = FORMS[inner["pattern"]]
        inner["patternErrorMessage"] = f"{what.replace(QUOTED, 'This')}: {advice}."
    if inner.get("default", ...) in (None, [], {}):
        del inner["default"]
    return _closed(_flattened(inner))


def _inside(key: str, value: Any, found: dict[str, Schema]) -> Any:  # noqa: ANN401 - whatever JSON can hold
    if key in NAMES:
        return {name: _tidy(schema, found) for name, schema in value.items()}
    if isinstance(value, dict):
        return _tidy(value, found)
    if key in ("anyOf", "oneOf", "prefixItems"):
        return [_tidy(one, found) for one in value]
    return value


def _is_text(schema: Mapping[str, Any]) -> bool:
    """Tell whether this is `LocalizedText`: a text, or a mapping of languages."""
    kinds = [one.get("type") for one in schema.get("oneOf", ())]
    return kinds == ["string", "object"]


def _text(languages: Mapping[str, Any]) -> Schema:
    """One schema with two types: an editor explains a mistake in it better than a choice between two schemas."""
    [tag] = languages
    return {
        "description": "A text, or a mapping of language → text.",
        "type": ["string", "object"],
        "pattern": SOME_TEXT["pattern"],
        "patternErrorMessage": SOME_TEXT["patternErrorMessage"],
        "minProperties": 1,
        "propertyNames": {"pattern": tag},
        "additionalProperties": SOME_TEXT,
        "examples": [{"en": "Text", "fr": "Texte"}],
    }


def _flattened(schema: Schema) -> Schema:
    """Write `X or nothing` as one schema where X is a plain value."""
    one, *rest = schema.get("anyOf", [{}])
    if rest != [{"type": "null"}] or not isinstance(one.get("type"), str) or one["type"] in ("object", "array"):
        return schema
    outer = {key: value for key, value in schema.items() if key != "anyOf"}
    allowed = {"enum": [*one["enum"], None]} if "enum" in one else {}
    allowed |= {"enum": [one.pop("const"), None]} if "const" in one else {}
    return {**one, **allowed, **outer, "type": [one["type"], "null"]}


def _closed(schema: Schema) -> Schema:
    """Refuse the keys of a mapping that do not have the form of a key; pydantic's schema lets them pass."""
    patterns = schema.pop("patternProperties", None)
    if patterns is None:
        return schema
    [(pattern, value)] = patterns.items()
    length = {"maxLength": ID["maxLength"]} if pattern == ID["pattern"] else {}
    return {**schema, "propertyNames": {"pattern": pattern, **length}, "additionalProperties": value}
