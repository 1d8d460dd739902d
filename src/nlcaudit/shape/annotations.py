"""Follows a route through the types of a model, to say what could stand there."""

from collections.abc import Mapping
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from nlcaudit.diagnostics import Route


def keys_at(model: type[BaseModel], route: Route, values: object) -> list[str]:
    """Return the keys that are allowed at `route` and not written there yet."""
    inner = _at(model, route)
    if not (isinstance(inner, type) and issubclass(inner, BaseModel)):
        return []
    written = _value_at(values, route)
    return [key for key in _fields(inner) if not (isinstance(written, Mapping) and key in written)]


def words_at(model: type[BaseModel], route: Route) -> list[str]:
    """Return the words that are allowed at `route`."""
    return [str(word) for word in get_args(_at(model, route))]


def _value_at(values: Any, route: Route) -> object:  # noqa: ANN401 - whatever YAML can hold
    for step in route:
        values = values[step]
    return values


def _fields(model: type[BaseModel]) -> dict[str, Any]:
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def _at(annotation: Any, route: Route) -> Any:  # noqa: ANN401 - types are values here
    for step in route:
        annotation = _bare(annotation)
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            annotation = _fields(annotation).get(str(step))
        else:
            arguments = get_args(annotation)
            annotation = arguments[-1 if get_origin(annotation) is dict else 0] if arguments else None
    return _bare(annotation)


def _bare(annotation: Any) -> Any:  # noqa: ANN401
    """Strip `Annotated[…]` and `… | None`."""
    while hasattr(annotation, "__metadata__") or type(None) in get_args(annotation):
        annotation = next(a for a in get_args(annotation) if a is not type(None))
    return annotation
