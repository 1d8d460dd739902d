"""Values → models, and what does not fit."""

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from nlcaudit.diagnostics import Finding, Route, closest, did_you_mean
from nlcaudit.sentences import Sentence
from nlcaudit.shape import wording
from nlcaudit.shape.annotations import keys_at, words_at
from nlcaudit.shape.fields import Strict
from nlcaudit.shape.rules import (
    BAD_FORM,
    BAD_VALUE,
    MISSING,
    NOT_ONE_OF,
    OUT_OF_RANGE,
    UNKNOWN_KEY,
    WRONG_COUNT,
    WRONG_TYPE,
)  # fmt: skip

Shaped = TypeVar("Shaped", bound=Strict)
Model = type[Strict]


def shape(model: type[Shaped], values: object) -> tuple[Shaped | None, list[Finding]]:
    """Validate `values` against `model`.

    Returns:
        The model's instance, or None, and the findings with routes into `values`.
    """
    try:
        return model.model_validate(values), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        found = [_finding(model, values, detail) for detail in details if not _falsely_short(detail)]
        return None, list(_each_once(found, model, values))


def _falsely_short(detail: ErrorDetails) -> bool:
    """A list with a wrong entry: pydantic leaves the entry out and then finds the list too short."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def _each_once(found: list[Finding], model: Model, values: object) -> Iterator[Finding]:
    """Drop what says the same again: a misspelt key is unknown, and the right one is not also missing."""
    misspelt = {
        (*finding.route[:-1], closest(str(finding.route[-1]), keys_at(model, finding.route[:-1], values)))
        for finding in found
        if finding.rule is UNKNOWN_KEY
    }
    seen: set[tuple[Route, bool]] = set()
    for finding in found:
        place = (finding.route, finding.key)
        if place not in seen and not (finding.rule is MISSING and finding.route in misspelt):
            seen.add(place)
            yield finding


def _finding(model: Model, values: object, detail: ErrorDetails) -> Finding:
    kind, written = detail["type"], detail["input"]
    context: dict[str, Any] = detail.get("ctx", {})
    route, on_key = _route(detail["loc"])
    name = _named(model, route)
    if kind == "missing":
        said, hint = Sentence("the key “{name}” is missing", name=name), Sentence("add “{name}: …” here", name=name)
        return MISSING.at(route, said, hint)
    if kind == "extra_forbidden":
        hint = did_you_mean(str(route[-1]), keys_at(model, route[:-1], values), Sentence("correct or remove it"))
        return UNKNOWN_KEY.at(route, Sentence("the key “{name}” is not known here", name=name), hint, key=True)
    if kind in wording.EXPECTED:
        said = Sentence(
            "“{name}” must be {expected}, not {called}",
            name=name,
            expected=wording.EXPECTED[kind],
            called=_called(model, written),
        )
        return WRONG_TYPE.at(route, said, wording.type_hint(kind, written, quoted=not model.confidential))
    if kind == "literal_error":
        hint = did_you_mean(str(written), words_at(model, route))
        said = Sentence("“{name}” cannot be {called}", name=name, called=_called(model, written))
        return NOT_ONE_OF.at(route, said, hint)
    if kind == "string_pattern_mismatch":
        form, hint = wording.form(context["pattern"], written)
        shown = name if model.confidential else wording.short(written) or name
        return BAD_FORM.at(route, Sentence(form, value=shown), hint, key=on_key)
    if kind in wording.LENGTHS:
        return WRONG_COUNT.at(route, wording.length(kind, context, name), key=on_key)
    if kind in wording.RANGES:
        number = Sentence("out of range") if model.confidential else wording.short(written)
        said = Sentence("“{name}” is {number}", name=name, number=number)
        return OUT_OF_RANGE.at(route, said, wording.range_of(kind, context))
    called, expected = _called(model, written), Sentence(detail["msg"])
    said = Sentence("“{name}” is {called}: {expected}", name=name, called=called, expected=expected)
    return BAD_VALUE.at(route, said, wording.value_hint(kind, written))


def _named(model: Model, route: Route) -> str:
    """The key that a finding is about; of a person's answers only what is a key indeed, and no text that became one."""
    if not route:
        return Sentence("the file")
    return wording.ELIDED if model.confidential and not wording.AN_ID.fullmatch(str(route[-1])) else str(route[-1])


def _called(model: Model, written: object) -> str:
    """What stands there; of a person's answers no more than its kind."""
    if not model.confidential or isinstance(written, bool):
        return wording.called(written)
    if isinstance(written, str):
        return Sentence("a text")
    return Sentence("a number") if isinstance(written, int | float) else wording.called(written)


def _route(loc: Route) -> tuple[Route, bool]:
    """Return pydantic's location without its marks, and whether it means a key."""
    on_key = bool(loc) and loc[-1] == "[key]"
    return tuple(s for s in loc if not (isinstance(s, str) and (s.startswith("§") or s == "[key]"))), on_key
