"""Paths → toolkits, engagements and single files."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from nlcaudit.errors import reason
from nlcaudit.loader.answers import ENGAGEMENT_FILE
from nlcaudit.loader.folders import FILE
from nlcaudit.sentences import Sentence

SUFFIXES = (".yaml", ".yml")


def each_root(paths: Sequence[Path], unopened: dict[str, None]) -> Iterator[Path]:
    """Cut folders into toolkits, engagements and single files; note in `unopened` what cannot be opened."""
    for path in paths:
        try:
            whole = not path.is_dir() or (path / FILE).exists() or (path / ENGAGEMENT_FILE).exists()
            inside = [] if whole else sorted(one for one in path.iterdir() if _concerns_us(one))
        except OSError as error:
            unopened[Sentence("cannot open {path}: {why}", path=path, why=reason(error))] = None
            continue
        if whole:
            yield path
        yield from each_root(inside, unopened)


def _concerns_us(path: Path) -> bool:
    if path.name.startswith("."):
        return False
    return path.suffix in SUFFIXES or (path.is_dir() and not path.is_symlink())


def files_in(root: Path) -> list[Path]:
    """Return the YAML files of a folder, or the one file."""
    return [p for p in root.rglob("*") if p.suffix in SUFFIXES and p.is_file()] if root.is_dir() else [root]
