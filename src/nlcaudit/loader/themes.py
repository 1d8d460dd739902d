"""A folder with a `theme.yaml` and a logo → theme."""

from pathlib import Path
from typing import Literal

from nlcaudit.bundled import bundled
from nlcaudit.diagnostics import Finding, has_errors
from nlcaudit.errors import PathError
from nlcaudit.loader.files import Loaded, Part, read_bytes, read_part
from nlcaudit.rules.themes import LOGO, check_logo, check_theme
from nlcaudit.sentences import Sentence
from nlcaudit.theme import Logo, Theme, ThemeFile, completed

THEME_FILE = "theme.yaml"


def load_theme(folder: Path) -> Loaded[Theme]:
    """Load a theme.

    Args:
        folder: where `theme.yaml` lies, and the logo that it names.

    Returns:
        The theme with every colour known, or what is wrong with it.

    Raises:
        PathError: there is no `theme.yaml`, or it may not be read.
    """
    default = _shipped().model
    part = read_part(folder / THEME_FILE, "theme", ThemeFile)
    if part.model is None or default is None:
        return Loaded(None, part.diagnostics)
    logo, wrong = _logo(folder, part.model)
    found = [*part.diagnostics, *part.diagnose([*check_theme(part.model, default.colours), *wrong])]
    made = Theme(completed(part.model.colours, default.colours), part.model.fonts, logo, part.model.footer)
    return Loaded(None if has_errors(found) else made, tuple(sorted(found)))


def shipped_theme() -> Theme:
    """Return how reports look when nobody says otherwise.

    Raises:
        PathError: it is not as it was shipped.
    """
    part = _shipped()
    if part.model is None:
        raise PathError(
            Sentence("{path} is damaged", path=bundled("templates") / THEME_FILE), Sentence("install nlcaudit again")
        )
    return Theme(completed(part.model.colours, part.model.colours))


def _shipped() -> Part[ThemeFile]:
    return read_part(bundled("templates") / THEME_FILE, "theme", ThemeFile)


def _logo(folder: Path, theme: ThemeFile) -> tuple[Logo | None, list[Finding]]:
    if theme.logo is None:
        return None, []
    name = theme.logo.file
    try:
        content = read_bytes(folder / name)
    except PathError as error:
        return None, [LOGO.at(("logo", "file"), error.message, error.hint)]
    kind: Literal["svg", "png"] = "png" if name.endswith(".png") else "svg"
    return Logo(content, kind, theme.logo.alternative), list(check_logo(name, content))
