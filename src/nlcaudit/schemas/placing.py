"""The schemas that are shipped, and where they are put beside a user's files."""

from collections.abc import Iterable, Mapping

from nlcaudit.bundled import bundled
from nlcaudit.store.modelines import SCHEMAS

OF_ENGAGEMENTS = ("engagement", "response", "workshop")
"""The kinds of file that lie in the folder of an engagement."""


def schema_files(kinds: Iterable[str]) -> Mapping[str, str]:
    """Return name → content of the schemas that belong beside files of some kinds."""
    shipped = bundled("frameworks") / "schemas"
    return {f"{SCHEMAS}/{kind}.json": (shipped / f"{kind}.json").read_text("utf-8") for kind in kinds}
