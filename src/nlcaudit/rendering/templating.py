"""The templates: what a phrase becomes is decided in one place for each format; templates hold no logic."""

from collections.abc import Callable

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from nlcaudit.bundled import bundled


def environment(finalize: Callable[[object], object]) -> Environment:
    """Return an environment of our templates that escapes; `finalize` says what a printed value becomes."""
    return Environment(
        loader=FileSystemLoader(bundled("templates"), encoding="utf-8"), autoescape=True, undefined=StrictUndefined,
        finalize=finalize, trim_blocks=True, lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
