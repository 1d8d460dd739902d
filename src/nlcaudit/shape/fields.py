"""The base of every model, and the kinds of field that models share."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Annotated, ClassVar, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, PydanticKnownError, core_schema

from nlcaudit.sentences import Sentence
from nlcaudit.text import Written


class Strict(BaseModel):
    """A frozen model that takes nothing for something else: no `true` for 1, no `"3"` for 3, no unknown key."""

    confidential: ClassVar[bool] = False
    """What people wrote in such a file is not repeated in what is said about it."""

    # A model is built when the first file of its kind is read: building all of them takes longer than most commands.
    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,12})?|-?[0-9]{1,12}/(?=0*[1-9])[0-9]{1,12}")
"""A short number: `Fraction("1e999999999")` would keep a machine busy for hours, and nothing is divided by 0."""

LIMITS = {"exclusiveMinimum": -(10**12), "exclusiveMaximum": 10**12}

DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""Python also reads `20261130` and `2026-W48-1`."""


A_NUMBER = Sentence("expected a number such as 2, 0.5 or “2/3”")
A_SHARE = Sentence("expected a share between 0 and 1")
A_DATE = Sentence("expected a date written as 2026-11-30")
A_YES = Sentence("expected true; leave the key out to say the contrary")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A value that one function reads from what stands in the file; the schema costs nothing to work out."""

    parse: Callable[[object], object]

    def __get_pydantic_core_schema__(self, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema of such a value."""
        return core_schema.no_info_plain_validator_function(self.parse)


def _parse_number(written: object) -> Fraction:
    if isinstance(written, bool) or not isinstance(written, int | float | str):
        raise PydanticCustomError("nlc_number", A_NUMBER)
    text = str(written)
    if not NUMBER.fullmatch(text):
        raise PydanticCustomError("nlc_number", A_NUMBER)
    return Fraction(text)


def _parse_share(written: object) -> Fraction:
    share = _parse_number(written)
    if not 0 <= share <= 1:
        raise PydanticCustomError("nlc_share", A_SHARE)
    return share


def _parse_date(written: object) -> date:
    try:
        return date.fromisoformat(written if isinstance(written, str) and DATE.fullmatch(written) else "")
    except ValueError as error:
        raise PydanticCustomError("nlc_date", A_DATE) from error


def _parse_yes(written: object) -> object:
    if written is not True:
        raise PydanticCustomError("nlc_yes", A_YES)
    return written


def _no_lookalike(written: object) -> object:
    if isinstance(written, bool | float):
        raise PydanticKnownError("literal_error", {"expected": ""})
    return written


def _in_json(**limits: object) -> WithJsonSchema:
    """How JSON Schema says it: a number, or its digits between quotes."""
    said = "This is no exact number: write 2, 0.5 or “2/3” in quotes."
    form = {"pattern": f"^({NUMBER.pattern})$", "patternErrorMessage": said}
    return WithJsonSchema({"type": ["number", "string"], **form, **limits})


@dataclass(frozen=True)
class PartOf:
    """Marks a mapping that holds some sections of a model and is completed before it is checked."""

    model: type[Strict]

    def __get_pydantic_json_schema__(self, _core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Say the same in JSON Schema: the whole model's keys, none of them required."""
        self.model.model_rebuild()
        whole = handler.resolve_ref_schema(handler(self.model.__pydantic_core_schema__))
        return {key: value for key, value in whole.items() if key != "required"}


Id = Annotated[str, Written(r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""Kebab-case: `trust-obstacles-named`."""
Exact = Annotated[Fraction, Parsed(_parse_number), _in_json(**LIMITS, examples=[2, 0.35, "2/3"])]
"""A number kept exactly: `0.35` is 7/20; `"2/3"` is written in quotes."""
Share = Annotated[Fraction, Parsed(_parse_share), _in_json(minimum=0, maximum=1, examples=[0.6, "2/3"])]
"""An exact number from 0 to 1."""
Day = Annotated[
    date,
    Parsed(_parse_date),
    WithJsonSchema({"type": "string", "format": "date", "pattern": f"^{DATE.pattern}$", "examples": ["2026-11-30"]}),
]
"""A calendar day in ISO 8601."""
Yes = Annotated[Literal[True], BeforeValidator(_parse_yes)]
"""`true`, and nothing else that Python would take for it."""
WHOLE = BeforeValidator(_no_lookalike)
"""Of a `Literal` of numbers: neither `true` nor `1.0`, which Python takes for 1."""
