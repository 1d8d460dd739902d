"""Values of a document → frozen models, and what does not fit, in our words (NLC1xx)."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, InstanceOf, StringConstraints, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from nlcaudit.diagnostics import Finding, Route, Rule, did_you_mean


class Strict(BaseModel):
    """A frozen model that takes nothing for something else: no `true` for 1, no `"3"` for 3, no unknown key."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", populate_by_name=True)


Shaped = TypeVar("Shaped", bound=Strict)

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""Kebab-case: `trust-obstacles-named`."""


def _parse_share(written: object) -> object:
    if isinstance(written, bool) or not isinstance(written, int | float | str):
        raise PydanticCustomError("nlc_number", "expected a number such as 2, 0.5 or “2/3”")
    try:
        return Fraction(str(written).replace(" ", ""))
    except (ValueError, ZeroDivisionError) as error:
        raise PydanticCustomError("nlc_number", "expected a number such as 2, 0.5 or “2/3”") from error


def _parse_date(written: object) -> object:
    try:
        return date.fromisoformat(written) if isinstance(written, str) else _no_date()
    except ValueError:
        return _no_date()


def _no_date() -> object:
    raise PydanticCustomError("nlc_date", "expected a date written as 2026-11-30")


Exact = Annotated[InstanceOf[Fraction], BeforeValidator(_parse_share)]
"""A number kept exactly: `0.35` is 7/20; `"2/3"` is written in quotes."""
Day = Annotated[InstanceOf[date], BeforeValidator(_parse_date)]
"""A calendar day in ISO 8601."""

MISSING = Rule("NLC101", "missing-key", "error", """
A key that must be there is not.

Write the key and its value in the mapping that begins at the place named.
`nlcaudit frameworks show` prints a complete question to copy from.
""")  # fmt: skip
UNKNOWN_KEY = Rule("NLC102", "unknown-key", "error", """
A key has no meaning here.

Nothing is ignored silently: an unknown key is nearly always a misspelt one, and its text would be lost.
Correct the key or remove it; use a comment (`# …`) for a remark.
""")  # fmt: skip
WRONG_TYPE = Rule("NLC103", "wrong-type", "error", """
A value is of another kind than the key wants.

A number where a text belongs needs quotes (`version: "1.10"`); a single value where a list belongs needs `- ` or
brackets; a text where a mapping belongs needs the keys of that mapping.
""")  # fmt: skip
NOT_ONE_OF = Rule("NLC104", "not-one-of", "error", """
A value is none of the words that are allowed here.

The message lists the words or names the closest one.
""")  # fmt: skip
BAD_FORM = Rule("NLC105", "bad-form", "error", """
A text does not have the form that it must have.

Ids are kebab-case (small letters, digits, single hyphens); languages are tags such as `en` or `fr-CA`; a text holds at
least one visible character.
""")  # fmt: skip
WRONG_COUNT = Rule("NLC106", "wrong-count", "error", """
A list or a text is too short or too long.

The message says how many there must be at least or at most.
""")  # fmt: skip
OUT_OF_RANGE = Rule("NLC107", "out-of-range", "error", """
A number lies outside the range of its key.

The message gives the limit.
""")  # fmt: skip
BAD_VALUE = Rule("NLC108", "bad-value", "error", """
A value cannot be read as what it stands for.

Dates are written 2026-11-30; exact numbers 2, 0.5 or "2/3".
""")  # fmt: skip

RULES = (MISSING, UNKNOWN_KEY, WRONG_TYPE, NOT_ONE_OF, BAD_FORM, WRONG_COUNT, OUT_OF_RANGE, BAD_VALUE)

EXPECTED = {
    "string_type": "a text", "int_type": "a whole number", "bool_type": "true or false", "tuple_type": "a list",
    "dict_type": "a mapping of keys and values", "model_type": "a mapping of keys and values",
    "model_attributes_type": "a mapping of keys and values", "float_type": "a number", "list_type": "a list",
    "none_required": "nothing",
}  # fmt: skip
LENGTHS = {"too_short", "too_long", "string_too_short", "string_too_long"}
RANGES = {"greater_than_equal": "at least", "less_than_equal": "at most",
          "greater_than": "more than", "less_than": "less than"}  # fmt: skip
FORMS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": ("is not an id", "write small letters, digits and single hyphens: my-question-1"),
    r"\S": ("is blank", "write a text, or remove the key"),
}


def shape(model: type[Shaped], values: object) -> tuple[Shaped | None, list[Finding]]:
    """Validate `values` against `model`.

    Returns:
        The model's instance, or None, and the findings with routes into `values`.
    """
    try:
        return model.model_validate(values), []
    except ValidationError as error:
        return None, list(_findings(model, values, error))


def _findings(model: type[Strict], values: object, error: ValidationError) -> Iterator[Finding]:
    seen: set[Route] = set()
    for detail in error.errors(include_url=False):
        route, on_key = _route(detail["loc"])
        if route not in seen:  # a union reports each of its members
            seen.add(route)
            yield _finding(model, values, detail, route, on_key=on_key)


def _route(loc: Route) -> tuple[Route, bool]:
    on_key = bool(loc) and loc[-1] == "[key]"
    return tuple(s for s in loc if not (isinstance(s, str) and (s.startswith("§") or s == "[key]"))), on_key


def _finding(model: type[Strict], values: object, detail: ErrorDetails, route: Route, *, on_key: bool) -> Finding:
    kind, context = detail["type"], detail.get("ctx", {})
    name = str(route[-1]) if route else "the file"
    if kind == "missing":
        return MISSING.at(route, f"the key “{name}” is missing", f"add “{name}: …” here")
    if kind == "extra_forbidden":
        hint = did_you_mean(name, _keys(model, route[:-1], values), "correct or remove it")
        return UNKNOWN_KEY.at(route, f"the key “{name}” is not known here", hint, key=True)
    if kind in EXPECTED:
        return _wrong_type(kind, detail["input"], route, name)
    if kind in ("literal_error", "union_tag_invalid"):
        return _not_one_of(model, detail["input"], route, name)
    if kind == "string_pattern_mismatch":
        said, hint = FORMS.get(context.get("pattern", ""), ("is not a language tag", "write en, fr, fr-CA, …"))
        return BAD_FORM.at(route, f"“{_short(detail['input'])}” {said}", hint, key=on_key)
    if kind in LENGTHS:
        return WRONG_COUNT.at(route, f"“{name}” {_length(kind, context)}")
    if kind in RANGES:
        limit = next(v for k, v in context.items() if k in ("ge", "le", "gt", "lt"))
        return OUT_OF_RANGE.at(route, f"“{name}” is {_short(detail['input'])}", f"write {RANGES[kind]} {limit}")
    return BAD_VALUE.at(route, f"“{name}” is {_short(detail['input'])}: {detail['msg']}")


def _wrong_type(kind: str, value: object, route: Route, name: str) -> Finding:
    hint = ""
    if kind == "string_type" and isinstance(value, int | float):
        hint = f'put quotes around it: "{str(value).lower()}"'
    elif kind in ("tuple_type", "list_type") and value is not None:
        hint = "begin the entry with “- ”, or put it in brackets"
    return WRONG_TYPE.at(route, f"“{name}” must be {EXPECTED[kind]}, not {_called(value)}", hint)


def _not_one_of(model: type[Strict], value: object, route: Route, name: str) -> Finding:
    allowed = [str(a) for a in get_args(_annotation(model, route))]
    hint = did_you_mean(str(value), allowed)
    return NOT_ONE_OF.at(route, f"“{name}” is {_short(value)}, which is not one of its words", hint)


def _length(kind: str, context: Mapping[str, Any]) -> str:
    limit = context.get("min_length", context.get("max_length"))
    word = "at least" if kind.endswith("short") else "at most"
    unit = "characters" if kind.startswith("string") else "entries"
    return f"must have {word} {limit} {unit}"


def _called(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | tuple | list):
        return "a mapping" if isinstance(value, dict) else "a list"
    return f"the number {value}" if isinstance(value, int | float) else f"the text “{_short(value)}”"


LONGEST_QUOTE = 60


def _short(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"


def _keys(model: type[Strict], route: Route, values: object) -> list[str]:
    """Return the keys that are allowed at `route` and not written there yet."""
    inner = _annotation(model, route)
    for step in route:
        values = values[step] if isinstance(values, dict | tuple) else None  # type: ignore[index]
    written = set(values) if isinstance(values, dict) else set()
    if not (isinstance(inner, type) and issubclass(inner, BaseModel)):
        return []
    return [f.alias or n for n, f in inner.model_fields.items() if (f.alias or n) not in written]


def _annotation(annotation: Any, route: Route) -> Any:  # noqa: ANN401 - types are values here
    """Follow a route through the types instead of the values."""
    for step in route:
        annotation = _bare(annotation)
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            fields = {f.alias or n: f.annotation for n, f in annotation.model_fields.items()}
            annotation = fields.get(str(step))
        else:
            arguments = get_args(annotation)
            annotation = arguments[-1 if get_origin(annotation) is dict else 0] if arguments else None
    return _bare(annotation)


def _bare(annotation: Any) -> Any:  # noqa: ANN401
    """Strip `Annotated[…]` and `… | None`."""
    while True:
        arguments = get_args(annotation)
        if hasattr(annotation, "__metadata__") or (type(None) in arguments and len(arguments) == 2):  # noqa: PLR2004
            annotation = next(a for a in arguments if a is not type(None))
        else:
            return annotation
