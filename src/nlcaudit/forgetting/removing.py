"""Looking through an engagement's folder, and removing files for good."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from nlcaudit.errors import PathError, reason
from nlcaudit.sentences import Sentence

SKIPPED = frozenset({".git", ".schema"})


@dataclass
class Forgotten:
    """What was done, and what could not be reached.

    Attributes:
        removed: files that are gone.
        changed: files from which the pseudonym was taken out.
        rewritten: reports that were made again, in the place of the old ones.
        not_again: reports that are gone and were to be made again, each with why they were not.
        left: files in the folder that still name the respondent, for a person to look at.
        published: reports were released to the public before.
    """

    removed: list[Path] = field(default_factory=list)
    changed: list[Path] = field(default_factory=list)
    rewritten: list[Path] = field(default_factory=list)
    not_again: list[tuple[Path, Sentence]] = field(default_factory=list)
    left: list[Path] = field(default_factory=list)
    published: bool = False


def all_files(folder: Path) -> Iterator[Path]:
    """Every file below a folder, in order; what belongs to git or to an editor is left out."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in SKIPPED)
        yield from (Path(root) / name for name in sorted(names))


def inside(folder: Path) -> Iterator[Path]:
    """What lies directly in a folder, in order; nothing where there is no folder."""
    yield from sorted(folder.iterdir()) if folder.is_dir() else []


def around(path: Path) -> list[Path]:
    """A file and what an editor or a killed process left beside it."""
    return [one for one in inside(path.parent) if path.name in one.name and one.is_file()]


def mappings(folder: Path) -> list[Path]:
    """The files that say what columns and cells of imported tables mean; their cells can hold somebody's words."""
    found = (path for path in inside(folder) if path.suffix in (".yaml", ".yml") and path.is_file())
    return [path for path in found if re.search(r"^schema:\s*[\"']?nlcaudit/mapping/", text_of(path), re.MULTILINE)]


def text_of(path: Path) -> str:
    """The file's text, whatever it holds; of one that leads nowhere or is gone, none.

    Raises:
        PathError: it cannot be read.
    """
    try:
        return path.read_bytes().decode("utf-8", "replace")
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise PathError(Sentence("cannot open {path}: {why}", path=path, why=reason(error))) from error


def remove(paths: Iterable[Path], done: Forgotten) -> None:
    """Remove files; one that is gone already is no mistake.

    Raises:
        PathError: one cannot be removed.
    """
    for path in paths:
        try:
            path.unlink()
        except FileNotFoundError:
            continue
        except OSError as error:
            raise PathError(Sentence("cannot remove {path}: {why}", path=path, why=reason(error))) from error
        done.removed.append(path)
