"""Paths → findings, with what the files ask to leave aside left aside."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from nlcaudit.diagnostics import Diagnostic
from nlcaudit.errors import PathError, reason
from nlcaudit.framework import Toolkit
from nlcaudit.kinds import KINDS
from nlcaudit.loader.answers import ENGAGEMENT_FILE, Shelf, load_engagement
from nlcaudit.loader.baselines import Baseline
from nlcaudit.loader.files import UnopenedError, read_bytes
from nlcaudit.loader.folders import FILE
from nlcaudit.loader.policies import load_policy
from nlcaudit.loader.themes import load_theme
from nlcaudit.loader.toolkits import load_alone, load_toolkit
from nlcaudit.rules.answers import SAME_RESPONDENT
from nlcaudit.rules.evolution import FOUND_AGAINST
from nlcaudit.rules.habits import RULES as HABITS
from nlcaudit.rules.registry import RULES
from nlcaudit.rules.schemas import check_schema, kind_of
from nlcaudit.sentences import Sentence
from nlcaudit.source import read_document
from nlcaudit.validation.ignoring import leave_aside
from nlcaudit.validation.roots import each_root, files_in

TOOLKIT_KINDS = ("framework", "toolkit", "cases", "glossary", "translations")
ENGAGEMENT_KINDS = ("engagement", "workshop")
HIDING = ("NLC0", "NLC10", "NLC11", "NLC209", "NLC513", "NLC612")
"""Where one of these is found, other rules were not applied."""


@dataclass(frozen=True)
class Checked:
    """What came of a validation.

    Attributes:
        diagnostics: sorted by path, line, column, code; none twice.
        looked_at: the files that were looked at.
        unopened: one sentence for each path that could not be opened.
        unknown: the toolkits that did not exist in the version they are checked against.
        ignored: how many findings the files asked to leave aside.
    """

    diagnostics: tuple[Diagnostic, ...]
    looked_at: tuple[str, ...]
    unopened: tuple[str, ...]
    unknown: tuple[Path, ...] = ()
    ignored: int = 0

    @property
    def files(self) -> int:
        """How many files were looked at."""
        return len(self.looked_at)


def validate_paths(paths: Sequence[Path], against: str | None = None) -> Checked:
    """Check files and folders; one broken path never hides the findings in another.

    Args:
        paths: frameworks, toolkits, responses, engagements, or folders of them.
        against: an older version of the toolkits among them: a folder, a file, an id, `git:REV` or `git:REV:PATH`.

    Raises:
        UserError: `against` is given, and there is no toolkit to check, or more than the one it stands for.
    """
    baseline = Baseline(against) if against is not None else None
    checking = Checking(baseline)
    for root in each_root(paths, checking.unopened):
        checking.check(root)
    if baseline is not None and not checking.unopened:
        baseline.finish()
    return Checked(
        tuple(sorted(checking.found)), tuple(sorted(map(str, checking.files))), tuple(checking.unopened),
        tuple(baseline.unknown) if baseline is not None else (), checking.ignored,
    )  # fmt: skip


@dataclass
class Checking:
    """What has been found so far."""

    baseline: Baseline | None
    found: set[Diagnostic] = field(default_factory=set)
    files: set[Path] = field(default_factory=set)
    unopened: dict[str, None] = field(default_factory=dict)
    whole: set[Path] = field(default_factory=set)
    ignored: int = 0
    shelf: Shelf = field(default_factory=Shelf)

    def check(self, path: Path) -> None:
        """Check a file or a folder, unless it came with a folder before."""
        before = len(self.unopened)
        root, found = path, set[Diagnostic]()
        try:
            root = _home(path)
            if root in self.whole:
                return
            found = set(self._diagnostics(root))
        except UnopenedError as error:
            found = set(error.diagnostics)
            self.unopened.update(dict.fromkeys(one.message for one in error.errors))
        except PathError as error:
            self.unopened[error.message] = None
        except OSError as error:
            self.unopened[Sentence("cannot open {path}: {why}", path=path, why=reason(error))] = None
        self._add(root, found, whole=len(self.unopened) == before)

    def _add(self, root: Path, found: set[Diagnostic], *, whole: bool) -> None:
        files = [root] if whole else []
        if root.is_dir():
            self.whole.add(root)
            files = files_in(root)
        kept, ignored = leave_aside(found, _judged(root, files), self._applied(root, found) if whole else ())
        self.files.update(files)
        self.found |= kept
        self.ignored += ignored

    def _applied(self, root: Path, found: set[Diagnostic]) -> set[str]:
        """The codes of the rules that nothing kept from being applied."""
        if any(one.code.startswith(HIDING) for one in found):
            return set()
        never = {SAME_RESPONDENT.code} if not root.is_dir() else set()
        if any(one.code.startswith("NLC5") and one.severity == "error" for one in found):
            never |= {rule.code for rule in HABITS}
        never |= {rule.code for rule in FOUND_AGAINST} if self.baseline is None else set()
        return RULES.keys() - never

    def _diagnostics(self, root: Path) -> Sequence[Diagnostic]:
        if root.is_dir():
            return self._toolkit(root) if (root / FILE).exists() else self._engagement(root)
        document, found = read_document(read_bytes(root), str(root))
        if document is None:
            return found
        kind = kind_of(document.data)
        if kind in TOOLKIT_KINDS:
            return load_alone(document, found, advice=True, old=self._before(root)).diagnostics
        if kind == "policy":
            return load_policy(root).diagnostics
        if kind == "theme":
            return load_theme(root.parent).diagnostics
        if kind == "response":
            return self._engagement(root)
        return [*found, *(document.diagnose(finding) for finding in check_schema(document.data, tuple(KINDS)))]

    def _toolkit(self, root: Path) -> Sequence[Diagnostic]:
        return load_toolkit(str(root), advice=True, old=self._before(root)).diagnostics

    def _engagement(self, root: Path) -> Sequence[Diagnostic]:
        return load_engagement(root, files=True, shelf=self.shelf).diagnostics

    def _before(self, root: Path) -> Toolkit | None:
        return self.baseline.before(root) if self.baseline is not None else None


def _home(path: Path) -> Path:
    """The folder that a file brings along: its toolkit's, or the engagement's whose head it is."""
    if path.is_dir() or not any((path.parent / name).exists() for name in (FILE, ENGAGEMENT_FILE)):
        return path
    document, _ = read_document(read_bytes(path), str(path))
    kind = kind_of(document.data) if document else None
    belongs = kind in TOOLKIT_KINDS and document is not None and "toolkit" not in document.data
    if (belongs and (path.parent / FILE).exists()) or kind in ENGAGEMENT_KINDS:
        return path.parent
    return path


def _judged(root: Path, files: Sequence[Path]) -> list[Path]:
    """The files of which everything is known: not a toolkit's inside an engagement, whose texts were not looked at."""
    return [path for path in files if (root / FILE).exists() or not (path.parent / FILE).exists()]
