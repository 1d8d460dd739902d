"""Paths as the reader of a format wants them."""

import os.path
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePath

from nlcaudit.diagnostics import Diagnostic


def seen_from(root: Path, found: Sequence[Diagnostic], here: Path) -> list[Diagnostic]:
    """Name every file by its way from `root`, with `/`; what lies elsewhere by its whole path.

    Args:
        root: the folder that the reader knows: the repository's, for a platform.
        found: diagnostics whose paths begin at `here`, or are absolute.
        here: the current folder.
    """
    ways = {path: _way(root, path, here) for path in {one.path for one in found}}
    return [replace(one, path=ways[one.path]) for one in found]


def _way(root: Path, path: str, here: Path) -> str:
    whole = PurePath(os.path.normpath(here / path))
    return (whole.relative_to(root) if whole.is_relative_to(root) else whole).as_posix()
