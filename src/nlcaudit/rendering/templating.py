"""The templates: what a phrase becomes is decided in one place for each format; templates hold no logic.

Somebody else's templates run in jinja's sandbox: they print the view model, and reach nothing beside it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined, TemplateError
from jinja2.exceptions import TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from nlcaudit.bundled import bundled
from nlcaudit.errors import UserError
from nlcaudit.sentences import Sentence


def environment(finalize: Callable[[object], object], templates: Path | None) -> Environment:
    """Return an environment that escapes.

    Args:
        finalize: what a printed value becomes.
        templates: a folder whose files take the place of ours; then everything runs in a sandbox.
    """
    ours = FileSystemLoader(bundled("templates"), encoding="utf-8")
    kind = ImmutableSandboxedEnvironment if templates else Environment
    return kind(
        loader=ChoiceLoader([FileSystemLoader(templates, encoding="utf-8"), ours]) if templates else ours,
        autoescape=True, undefined=StrictUndefined, finalize=finalize, trim_blocks=True, lstrip_blocks=True,
        auto_reload=False,
    )  # fmt: skip


def text_of(name: str, templates: Path | None) -> str:
    """Return the text of a file that is no template, such as the style sheet."""
    own = templates / name if templates else None
    place = own if own is not None and own.is_file() else bundled("templates") / name
    return place.read_text(encoding="utf-8")


@contextmanager
def blaming(templates: Path | None) -> Iterator[None]:
    """Say where somebody's own template is wrong; a mistake of ours is ours.

    Raises:
        UserError: a template cannot be read, or asks for what is not there or not allowed.
    """
    try:
        yield
    except TemplateError as error:
        if templates is None:
            raise
        where = _place(error, templates)
        raise UserError(
            Sentence("{where}: {problem}", where=where, problem=str(error.message or error)),
            Sentence("docs/reports.md lists what a template may print"),
        ) from error


def _place(error: TemplateError, templates: Path) -> str:
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or templates}:{error.lineno}"
    place, trace = str(templates), error.__traceback__
    while trace is not None:  # jinja leaves the lines of templates in the traceback
        name = trace.tb_frame.f_code.co_filename
        place = f"{name}:{trace.tb_lineno}" if name.startswith(str(templates)) else place
        trace = trace.tb_next
    return place
