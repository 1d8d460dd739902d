"""Models → JSON Schema, for the editors in which people write; what spans several values is left to `validate`."""

from nlcaudit.schemas.building import build_schema, render_schema
from nlcaudit.schemas.placing import schema_files

__all__ = ["build_schema", "render_schema", "schema_files"]
