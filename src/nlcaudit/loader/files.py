"""One file → document → model."""

import stat
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from nlcaudit.diagnostics import Diagnostic, Finding, has_errors
from nlcaudit.errors import PathError, reason
from nlcaudit.rules.schemas import check_schema
from nlcaudit.sentences import NOTHING, Sentence
from nlcaudit.shape import Strict, shape
from nlcaudit.source import Document, Limits, read_document

Value = TypeVar("Value")
Model_co = TypeVar("Model_co", bound=Strict, covariant=True)
Shaped = TypeVar("Shaped", bound=Strict)
LIMITS = Limits()


@dataclass(frozen=True)
class Loaded(Generic[Value]):
    """What came of loading: a value when it can be used, and everything found on the way."""

    value: Value | None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def usable(self) -> bool:
        """There is a value, and no error was found."""
        return self.value is not None and not has_errors(self.diagnostics)


@dataclass(frozen=True)
class Part(Generic[Model_co]):
    """One file of a toolkit or an engagement, as far as it could be read."""

    document: Document | None
    model: Model_co | None
    diagnostics: tuple[Diagnostic, ...]

    def diagnose(self, findings: Sequence[Finding]) -> list[Diagnostic]:
        """Locate findings about this file."""
        return [self.document.diagnose(finding) for finding in findings] if self.document else []


class UnopenedError(PathError):
    """Some files of a folder cannot be opened.

    Attributes:
        errors: one for each of them.
        diagnostics: what was found in the others, so that a check can still show it.
    """

    def __init__(self, errors: Sequence[PathError], diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__(errors[0].message, errors[0].hint)
        self.errors = tuple(errors)
        self.diagnostics = tuple(sorted(diagnostics))


@dataclass
class Reader:
    """Reads the files of one folder and goes on when one of them cannot be opened."""

    unopened: list[PathError] = field(default_factory=list)

    def read(self, path: Path, kind: str, model: type[Shaped]) -> Part[Shaped]:
        """Read one file of a known kind; a file that cannot be opened is an empty part."""
        try:
            return read_part(path, kind, model)
        except PathError as error:
            self.unopened.append(error)
            return Part(None, None, ())

    def finish(self, diagnostics: Sequence[Diagnostic]) -> None:
        """End the reading.

        Raises:
            UnopenedError: a file could not be opened.
        """
        if self.unopened:
            raise UnopenedError(self.unopened, diagnostics)


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes, at most one more than the limit.

    Raises:
        PathError: the path does not exist, is not a file, or may not be read.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            wrong = Sentence("{path} is a folder") if path.is_dir() else Sentence("{path} is not an ordinary file")
            raise PathError(Sentence(wrong, path=path), Sentence("name a YAML file"))
        with path.open("rb") as file:
            return file.read(LIMITS.size + 1)
    except OSError as error:
        raise PathError(
            Sentence("cannot open {path}: {reason}", path=path, reason=reason(error)), _way_out(error)
        ) from error


def _way_out(error: OSError) -> Sentence:
    if isinstance(error, FileNotFoundError):
        return Sentence("check the path, or name the folder with --in")
    return Sentence("check who may read it") if isinstance(error, PermissionError) else NOTHING


def read_part(path: Path, kind: str, model: type[Shaped]) -> Part[Shaped]:
    """Read one file of a known kind."""
    return shape_part(*read_document(read_bytes(path), str(path)), kind, model)


def shape_part(
    document: Document | None, diagnostics: Sequence[Diagnostic], kind: str, model: type[Shaped]
) -> Part[Shaped]:
    """Make a model of a document that has been read."""
    found = list(diagnostics)
    if document is None:
        return Part(None, None, tuple(found))
    findings = list(check_schema(document.data, [kind]))
    shaped: Shaped | None = None
    if not findings:
        shaped, findings = shape(model, document.data)
    found += [document.diagnose(finding) for finding in findings]
    return Part(document, shaped if not has_errors(found) else None, tuple(found))
