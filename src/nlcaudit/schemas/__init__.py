"""Models → JSON Schema, for the editors in which people write; what spans several values is left to `validate`."""

from nlcaudit.schemas.building import build_schema, render_schema
from nlcaudit.schemas.placing import SHIPPED, schema_files, shipped_schema
from nlcaudit.schemas.reports import build_report_schema

__all__ = ["SHIPPED", "build_report_schema", "build_schema", "render_schema", "schema_files", "shipped_schema"]
