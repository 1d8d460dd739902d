"""The schemas that are shipped, and where they are put beside a user's files."""

from collections.abc import Iterable, Mapping

from nlcaudit.bundled import bundled
from nlcaudit.kinds import KINDS
from nlcaudit.schemas.building import render_schema
from nlcaudit.schemas.reports import KIND, render_report_schema
from nlcaudit.store.modelines import SCHEMAS

SHIPPED = (*KINDS, KIND)
"""What has a schema: each kind of file that people write, and the report as data."""
OF_ENGAGEMENTS = ("engagement", "response", "workshop")
"""The kinds of file that lie in the folder of an engagement."""


def shipped_schema(kind: str) -> str:
    """Write the schema of one of `SHIPPED`."""
    return render_report_schema() if kind == KIND else render_schema(kind)


def schema_files(kinds: Iterable[str]) -> Mapping[str, str]:
    """Return name → content of the schemas that belong beside files of some kinds."""
    shipped = bundled("frameworks") / "schemas"
    return {f"{SCHEMAS}/{kind}.json": (shipped / f"{kind}.json").read_text("utf-8") for kind in kinds}
