"""A toolkit as it was at a revision: `git:REV` or `git:REV:PATH`, read with git, written nowhere in the checkout."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from nlcaudit.errors import PathError
from nlcaudit.framework import Toolkit
from nlcaudit.loader.files import LIMITS, Loaded, UnopenedError
from nlcaudit.loader.toolkits import load_toolkit, resolve_toolkit
from nlcaudit.sentences import Sentence

PREFIX = "git:"
SUFFIXES = (".yaml", ".yml")
QUIET = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
"""Never ask, never lock, never fetch."""
SECONDS = 60


class NotThereError(PathError):
    """A revision does not have the path."""


class RefusedByGitError(PathError):
    """Git answered, and what was asked of it cannot be: each question has words of its own for that."""


@dataclass(frozen=True)
class Repository:
    """A git repository, and the place in it that a revision is asked about."""

    root: Path

    def ask(self, *arguments: str, given: bytes = b"") -> bytes:
        """Run a git command that only reads.

        Raises:
            RefusedByGitError: it refuses.
            PathError: there is no git, or it does not answer.
        """
        import subprocess  # noqa: PLC0415 - only needed where git is

        command = ["git", "-C", str(self.root), "--no-pager", *arguments]
        try:
            done = subprocess.run(  # noqa: S603 - arguments, no shell
                command, input=given, capture_output=True, check=False, timeout=SECONDS, env={**os.environ, **QUIET}
            )
        except FileNotFoundError as error:
            raise PathError(
                Sentence("git is not installed"), Sentence("name a folder or a file instead of git:…")
            ) from error
        except subprocess.TimeoutExpired as error:
            raise PathError(Sentence("git did not answer within {seconds} seconds", seconds=SECONDS)) from error
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip().splitlines() or [""]
            raise RefusedByGitError(Sentence("git: {said}", said=said[-1].removeprefix("fatal: ")))
        return done.stdout

    def commit(self, revision: str) -> str:
        """Return the id of the commit that a revision means.

        Raises:
            PathError: there is none.
        """
        wrong = PathError(
            Sentence("there is no revision “{revision}” in {root}", revision=revision, root=self.root),
            Sentence("they are listed by: {command}", command="git log --oneline"),
        )
        if not revision or revision.startswith("-"):
            raise wrong
        try:
            return self.ask("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").decode().strip()
        except RefusedByGitError as error:
            raise wrong from error

    def kind(self, commit: str, path: str) -> str:
        """Return `tree` for a folder, `blob` for a file.

        Raises:
            NotThereError: there is nothing of that name.
        """
        try:
            return self.ask("cat-file", "-t", f"{commit}:{path}").decode().strip()
        except RefusedByGitError as error:
            said = Sentence("there is no “{path}” in {commit}", path=path, commit=commit[:10])
            raise NotThereError(said, Sentence("paths count from the repository's root")) from error

    def files(self, commit: str, folder: str) -> Iterator[tuple[str, bytes]]:
        """Yield the name and the content of each YAML file that lies in a folder.

        Raises:
            PathError: a file is larger than any that is read.
        """
        listed = self.ask("ls-tree", "-z", "-l", f"{commit}:{folder}")
        names: dict[str, str] = {}
        for entry in filter(None, listed.split(b"\0")):
            about, _, raw = entry.partition(b"\t")
            mode, kind, found, size = about.decode().split()
            name = raw.decode("utf-8", "replace")
            if kind == "blob" and mode.startswith("100") and name.endswith(SUFFIXES):
                if int(size) > LIMITS.size:
                    raise PathError(
                        Sentence(
                            "{folder}/{name} is larger than {size} bytes in {commit}",
                            folder=folder,
                            name=name,
                            size=LIMITS.size,
                            commit=commit[:10],
                        )
                    )
                names[name] = found
        for name, found in names.items():
            yield name, self.ask("cat-file", "blob", found)


def is_revision(reference: str) -> bool:
    """Tell whether a reference means a revision."""
    return reference.startswith(PREFIX)


def load_reference(reference: str, beside: str | None = None) -> Loaded[Toolkit]:
    """Load a toolkit from a folder, a file, the id of a shipped one, or a revision.

    Args:
        reference: `git:REV` is the path `beside` at that revision; `git:REV:PATH` counts from the repository's root.
        beside: the other toolkit of a comparison; the current folder if left out.

    Raises:
        PathError: there is nothing of that name, or git refuses.
    """
    from tempfile import TemporaryDirectory  # noqa: PLC0415

    if not is_revision(reference):
        return load_toolkit(reference)
    revision, _, written = reference.removeprefix(PREFIX).partition(":")
    here = Path() if beside is None or is_revision(beside) else resolve_toolkit(beside)
    repository = _repository(here)
    commit = repository.commit(revision)
    path = written.strip("/") or _inside(repository, here)
    with TemporaryDirectory(prefix="nlcaudit-") as made:
        place = _write(repository, commit, path, Path(made))
        return _load(place, f"{PREFIX}{revision}:{path}", Path(made))


def _repository(here: Path) -> Repository:
    folder = here if here.is_dir() else here.parent
    try:
        top = Repository(folder).ask("rev-parse", "--show-toplevel").decode().rstrip("\n")
    except RefusedByGitError as error:
        raise PathError(
            Sentence("{folder} is in no git repository: {why}", folder=folder.resolve(), why=error.message),
            error.hint,
        ) from error
    return Repository(Path(top))


def _inside(repository: Repository, here: Path) -> str:
    """The path of a place, counted from the repository's root."""
    try:
        inside = here.resolve().relative_to(repository.root.resolve()).as_posix()
    except ValueError as error:
        raise PathError(
            Sentence("{here} lies outside the repository {root}", here=here, root=repository.root),
            Sentence("write git:REV:PATH"),
        ) from error
    return "" if inside == "." else inside


def _write(repository: Repository, commit: str, path: str, folder: Path) -> Path:
    """Write the YAML files of a folder, or those beside a file, to a temporary folder; return what was asked for."""
    whole = repository.kind(commit, path) == "tree"
    above = path if whole else path.rpartition("/")[0]
    for name, content in repository.files(commit, above):
        (folder / name).write_bytes(content)
    return folder if whole else folder / path.rpartition("/")[2]


def _load(place: Path, label: str, folder: Path) -> Loaded[Toolkit]:
    """Load, and name files by their revision instead of the temporary folder."""
    outer = label if place == folder else label.rpartition("/")[0]

    def named(text: str) -> str:
        return text.replace(str(folder), outer)

    def renamed(said: Sentence) -> Sentence:
        return Sentence(
            said.template, **{k: named(str(v)) if isinstance(v, Path) else v for k, v in said.values.items()}
        )

    try:
        loaded = load_toolkit(str(place))
    except UnopenedError as error:
        raise PathError(renamed(error.message), error.hint) from error
    except PathError as error:
        raise PathError(renamed(error.message), Sentence("write git:REV:PATH, with the path of a toolkit")) from error
    return Loaded(loaded.value, tuple(replace(one, path=named(one.path)) for one in loaded.diagnostics))
