"""How a report is to look, as a command is told."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from nlcaudit.cli.common import stop_on_errors
from nlcaudit.errors import ExitCode

if TYPE_CHECKING:
    from nlcaudit.rendering import Setting
    from nlcaudit.rendering.settings import Paper


def load_setting(
    theme: Path | None, templates: Path | None, paper: "Paper" = "a4", *, no_color: bool, quiet: bool
) -> "Setting":
    """Load a theme, ours where none is named, and name the folder of templates; stop where either has errors."""
    from nlcaudit.loader.themes import load_theme, shipped_theme
    from nlcaudit.publishing import own_templates
    from nlcaudit.rendering import Setting

    if theme is None:
        return Setting(shipped_theme(), paper, own_templates(templates))
    loaded = load_theme(theme)
    stop_on_errors(loaded.diagnostics, no_color=no_color, quiet=quiet)
    if loaded.value is None:
        raise typer.Exit(ExitCode.FINDINGS)
    return Setting(loaded.value, paper, own_templates(templates))
