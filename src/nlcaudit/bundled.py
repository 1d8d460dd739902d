"""Where the shipped frameworks, templates and examples lie: in the wheel, else at the checkout's root."""

from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent


@cache
def bundled(folder: str) -> Path:
    """Return the folder `frameworks`, `templates` or `examples`."""
    installed = PACKAGE / "_bundled" / folder
    return installed if installed.is_dir() else PACKAGE.parents[1] / folder


def came_installed(path: Path) -> bool:
    """Tell whether a file lies inside the installed program, where the next update would undo any change."""
    return (PACKAGE / "_bundled").resolve() in (path.resolve(), *path.resolve().parents)


def shipped_toolkits() -> tuple[str, ...]:
    """Return the ids of the toolkits that come with the program."""
    return tuple(sorted(p.parent.name for p in bundled("frameworks").glob("*/toolkit.yaml")))
