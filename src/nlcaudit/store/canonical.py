"""A response → YAML: one form only, one answer a block, in the order of the model's keys."""

from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

from nlcaudit.engagement import Answer, Response, Workshop
from nlcaudit.store.scalars import scalar, text_lines

STEP = 2
ALWAYS = frozenset({"voice", "language", "depth", "strength"})
"""Keys that are written even where they hold the model's default: a reader should not need to know it."""

WRITTEN = object()
"""Equal to no value."""


def render_response(response: Response) -> str:
    """Write a response; reading it gives an equal one, and writing that gives the same text."""
    lines = list(_keys(response, 0, skip=("answers", "orphaned", "imported")))
    lines.append("answers:" if response.answers else "answers: {}")
    for question_id, answer in response.answers.items():
        lines.append(f"{' ' * STEP}{scalar(question_id)}:{'' if answer != Answer() else ' {}'}")
        lines += _keys(answer, 2 * STEP)
    if response.orphaned:
        lines += _entry("orphaned", response.orphaned, 0)
    if response.imported:
        lines += _entry("imported", response.imported, 0)
    return "\n".join(lines) + "\n"


def render_workshop(workshop: Workshop) -> str:
    """Write the record of a workshop in the same way."""
    lines = list(_keys(workshop, 0, skip=("agreed", "orphaned")))
    if workshop.agreed:
        lines.append("agreed:")
        for question_id, agreed in workshop.agreed.items():
            lines += [f"{' ' * STEP}{scalar(question_id)}:", *_keys(agreed, 2 * STEP)]
    if workshop.orphaned:
        lines += _entry("orphaned", workshop.orphaned, 0)
    return "\n".join(lines) + "\n"


def _keys(model: BaseModel, indent: int, skip: tuple[str, ...] = ()) -> Iterator[str]:
    for name, key, default in _fields(type(model)):
        value = getattr(model, name)
        if name not in skip and value != default:
            yield from _entry(key, value, indent)


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str, object], ...]:
    """Name, key in the file, and the value that is not written, of each field; a file is written at every answer."""
    return tuple(
        (name, field.alias or name, WRITTEN if name in ALWAYS or field.is_required() else field.get_default())
        for name, field in model.model_fields.items()
    )


def _entry(key: str, value: object, indent: int) -> Iterator[str]:
    pad = " " * indent
    if isinstance(value, BaseModel):
        inside = list(_keys(value, indent + STEP))
        yield f"{pad}{key}:" if inside else f"{pad}{key}: {{}}"
        yield from inside
    elif isinstance(value, dict):
        yield f"{pad}{key}:" if value else f"{pad}{key}: {{}}"
        for name, entry in value.items():
            yield from _entry(scalar(name), entry, indent + STEP)
    elif isinstance(value, tuple) and all(isinstance(entry, BaseModel) for entry in value):
        yield f"{pad}{key}:"
        for entry in value:
            first, *rest = _keys(entry, indent + 2 * STEP)
            yield f"{pad}{' ' * STEP}- {first.lstrip()}"
            yield from rest
    elif isinstance(value, tuple):
        yield f"{pad}{key}: [{', '.join(scalar(entry) for entry in value)}]"
    elif isinstance(value, str) and "\n" in value:
        yield f"{pad}{key}: {text_lines(value, indent + STEP)}"
    else:
        yield f"{pad}{key}: {scalar(value)}"
