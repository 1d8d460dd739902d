"""Any path → everything that is wrong in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from nlcaudit.diagnostics import Diagnostic
from nlcaudit.errors import PathError, reason
from nlcaudit.kinds import KINDS
from nlcaudit.loader.answers import ENGAGEMENT_FILE, load_engagement
from nlcaudit.loader.baselines import Baseline
from nlcaudit.loader.files import UnopenedError, read_bytes
from nlcaudit.loader.folders import FILE
from nlcaudit.loader.policies import load_policy
from nlcaudit.loader.themes import load_theme
from nlcaudit.loader.toolkits import load_toolkit
from nlcaudit.rules.schemas import check_schema, kind_of
from nlcaudit.sentences import Sentence
from nlcaudit.source import read_document

SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True)
class Checked:
    """What came of a validation.

    Attributes:
        diagnostics: sorted by path, line, column, code; none twice.
        files: how many files were looked at.
        unopened: one sentence for each path that could not be opened.
        unknown: the toolkits that did not exist in the version they are checked against.
    """

    diagnostics: tuple[Diagnostic, ...]
    files: int
    unopened: tuple[str, ...]
    unknown: tuple[Path, ...] = ()


def validate_paths(paths: Sequence[Path], against: str | None = None) -> Checked:
    """Check files and folders; one broken path never hides the findings in another.

    Args:
        paths: frameworks, toolkits, responses, engagements, or folders of them.
        against: an older version of the toolkits among them: a folder, a file, an id, `git:REV` or `git:REV:PATH`.

    Raises:
        UserError: `against` is given, and there is no toolkit to check, or more than the one it stands for.
    """
    baseline = Baseline(against) if against is not None else None
    found: set[Diagnostic] = set()
    unopened: dict[str, None] = {}
    files: set[Path] = set()
    for root in _roots(paths, unopened):
        try:
            files.update(_files(root))
            found.update(_check(root, baseline))
        except UnopenedError as error:
            found.update(error.diagnostics)
            unopened.update(dict.fromkeys(one.message for one in error.errors))
        except PathError as error:
            unopened[error.message] = None
        except OSError as error:
            unopened[Sentence("cannot open {path}: {why}", path=root, why=reason(error))] = None
    if baseline is not None:
        if not unopened:
            baseline.finish()
        return Checked(tuple(sorted(found)), len(files), tuple(unopened), tuple(baseline.unknown))
    return Checked(tuple(sorted(found)), len(files), tuple(unopened))


def _roots(paths: Sequence[Path], unopened: dict[str, None]) -> Iterator[Path]:
    """Cut folders into toolkits, engagements and single files."""
    for path in paths:
        try:
            whole = not path.is_dir() or (path / FILE).exists() or (path / ENGAGEMENT_FILE).exists()
            inside = [] if whole else sorted(one for one in path.iterdir() if _concerns_us(one))
        except OSError as error:
            unopened[Sentence("cannot open {path}: {why}", path=path, why=reason(error))] = None
            continue
        if whole:
            yield path
        yield from _roots(inside, unopened)


def _concerns_us(path: Path) -> bool:
    if path.name.startswith("."):
        return False
    return path.suffix in SUFFIXES or (path.is_dir() and not path.is_symlink())


def _files(root: Path) -> list[Path]:
    return [p for p in root.rglob("*") if p.suffix in SUFFIXES and p.is_file()] if root.is_dir() else [root]


def _check(root: Path, baseline: Baseline | None) -> Sequence[Diagnostic]:
    if root.is_dir():
        if (root / ENGAGEMENT_FILE).exists():
            return load_engagement(root).diagnostics
        return _check_toolkit(root, baseline)
    document, found = read_document(read_bytes(root), str(root))
    if document is None:
        return found
    kind = kind_of(document.data)
    if kind in ("framework", "toolkit", "cases", "glossary", "translations"):
        return _check_toolkit(root, baseline)
    if kind == "policy":
        return load_policy(root).diagnostics
    if kind == "theme":
        return load_theme(root.parent).diagnostics
    if kind in ("response", "engagement"):
        return load_engagement(root if kind == "response" else root.parent).diagnostics
    return [*found, *(document.diagnose(finding) for finding in check_schema(document.data, tuple(KINDS)))]


def _check_toolkit(root: Path, baseline: Baseline | None) -> Sequence[Diagnostic]:
    old = baseline.before(root) if baseline is not None else None
    return load_toolkit(str(root), advice=True, old=old).diagnostics
