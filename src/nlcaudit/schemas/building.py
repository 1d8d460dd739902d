"""One JSON Schema (draft 2020-12) for each kind of file, from the model that reads it."""

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from nlcaudit.kinds import KINDS
from nlcaudit.rules.schemas import VERSION
from nlcaudit.schemas.describing import key_descriptions, summary_of
from nlcaudit.schemas.tidying import tidied
from nlcaudit.shape import Strict

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _Generator(GenerateJsonSchema):
    """pydantic's, with descriptions from docstrings."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        written = super().model_schema(schema)
        model: type[Strict] = schema["cls"]
        written["description"] = summary_of(model)
        told = key_descriptions(model)
        for key, value in written["properties"].items():
            if key in told:
                value["description"] = told[key]
        return written


def build_schema(kind: str) -> dict[str, Any]:
    """Build the JSON Schema of one kind of file.

    Args:
        kind: a key of `KINDS`.
    """
    schema = schema_of(KINDS[kind])
    schema["properties"]["schema"] |= {"const": f"nlcaudit/{kind}/{VERSION}"}
    head = {"$schema": DIALECT, "$id": f"urn:nlcaudit:{kind}:{VERSION}", "title": f"nlcaudit/{kind}/{VERSION}"}
    return {**head, **schema}


def schema_of(model: type[Strict]) -> dict[str, Any]:
    """Build the JSON Schema of a model."""
    return tidied(model.model_json_schema(by_alias=True, schema_generator=_Generator))


def render_schema(kind: str) -> str:
    """Write the JSON Schema of one kind of file; the same model gives the same bytes."""
    return json.dumps(build_schema(kind), indent=2, ensure_ascii=False) + "\n"
