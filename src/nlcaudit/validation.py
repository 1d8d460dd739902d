"""Any path → everything that is wrong in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from nlcaudit.diagnostics import Diagnostic
from nlcaudit.errors import PathError
from nlcaudit.loader.answers import ENGAGEMENT_FILE, load_engagement
from nlcaudit.loader.files import read_bytes, reason
from nlcaudit.loader.toolkits import FILE, load_toolkit
from nlcaudit.rules.schemas import check_schema, kind_of
from nlcaudit.source import read_document

KINDS = ("toolkit", "framework", "cases", "glossary", "engagement", "response", "policy")


@dataclass(frozen=True)
class Checked:
    """What came of a validation.

    Attributes:
        diagnostics: sorted by path, line, column, code; none twice.
        files: how many files were looked at.
        unopened: one sentence for each path that could not be opened.
    """

    diagnostics: tuple[Diagnostic, ...]
    files: int
    unopened: tuple[str, ...]


def validate_paths(paths: Sequence[Path]) -> Checked:
    """Check files and folders; one broken path never hides the findings in another."""
    found: set[Diagnostic] = set()
    unopened: list[str] = []
    files: set[Path] = set()
    for path in paths:
        for root in _roots(path, unopened):
            files.update(_files(root))
            try:
                found.update(_check(root))
            except PathError as error:
                unopened.append(error.message)
    return Checked(tuple(sorted(found)), len(files), tuple(unopened))


def _roots(path: Path, unopened: list[str]) -> list[Path]:
    """Cut a folder into toolkits, engagements and single files."""
    if not path.is_dir():
        return [path]
    if (path / FILE).exists() or (path / ENGAGEMENT_FILE).exists():
        return [path]
    roots: list[Path] = []
    try:
        for inside in sorted(path.iterdir()):
            if inside.is_dir() and not inside.is_symlink() and not inside.name.startswith("."):
                roots += _roots(inside, unopened)
            elif inside.suffix in (".yaml", ".yml") and not inside.name.startswith("."):
                roots.append(inside)
    except OSError as error:
        unopened.append(f"cannot open {path}: {reason(error)}")
    return roots


def _files(root: Path) -> list[Path]:
    return sorted(root.rglob("*.yaml")) if root.is_dir() else [root]


def _check(root: Path) -> Sequence[Diagnostic]:
    if root.is_dir():
        if (root / ENGAGEMENT_FILE).exists():
            return load_engagement(root).diagnostics
        return load_toolkit(str(root)).diagnostics
    document, found = read_document(read_bytes(root), str(root))
    kind = kind_of(document.data if document else None)
    if document is None:
        return found
    if kind == "response":
        return load_engagement(root).diagnostics
    if kind == "engagement":
        return load_engagement(root.parent).diagnostics
    if kind in ("framework", "toolkit", "cases", "glossary"):
        return load_toolkit(str(root)).diagnostics
    return [*found, *(document.diagnose(finding) for finding in check_schema(document.data, KINDS))]
