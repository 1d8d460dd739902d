"""Writes the JSON Schemas again from the models; `make docs` runs it."""

from pathlib import Path

from nlcaudit.schemas import SHIPPED, render_schema, shipped_schema
from nlcaudit.schemas.placing import OF_ENGAGEMENTS

ROOT = Path(__file__).parents[1]


def pages() -> dict[Path, str]:
    """Return where each schema is kept, and its content."""
    shipped = {ROOT / f"frameworks/schemas/{kind}.json": shipped_schema(kind) for kind in SHIPPED}
    cities = [path.parent for path in sorted(ROOT.glob("examples/*/engagement.yaml"))]
    beside = {city / f".schema/{kind}.json": render_schema(kind) for city in cities for kind in OF_ENGAGEMENTS}
    return {**shipped, **beside}


if __name__ == "__main__":
    for path, content in pages().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
