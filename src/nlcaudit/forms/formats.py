"""The formats of a form. Each is a function of its own; it is imported when it is asked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Literal, cast

from nlcaudit.forms.views import Form

RenderOne = Callable[[Form, str], bytes]
RenderAll = Callable[[Form], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    Attributes:
        renderer: where its function is, as `module:function`: `(form, language) → bytes`, or `form → bytes`.
        suffix: how its files end.
        languages: `each`: one file a language · `all`: one file that holds them all.
    """

    renderer: str
    suffix: str
    languages: Literal["each", "all"]

    def render(self, form: Form, language: str) -> bytes:
        """Render a form; `language` counts where each language has its file.

        Raises:
            UserError: what the format needs is not installed, or it cannot hold this form.
        """
        module, _, name = self.renderer.partition(":")
        renderer = getattr(import_module(module), name)
        if self.languages == "each":
            return cast("RenderOne", renderer)(form, language)
        return cast("RenderAll", renderer)(form)


FORMATS: Mapping[str, Format] = {
    "html": Format("nlcaudit.forms.page:render_page", "html", "all"),
    "print": Format("nlcaudit.forms.paper:render_paper", "html", "each"),
    "csv": Format("nlcaudit.forms.tables:render_csv", "csv", "each"),
    "md": Format("nlcaudit.forms.writing:render_markdown", "md", "each"),
    "xlsx": Format("nlcaudit.forms.workbook:render_workbook", "xlsx", "all"),
    "xlsform": Format("nlcaudit.forms.xlsform:render_xlsform", "xlsx", "all"),
}
"""Name → format, in the order in which help lists them. A new one needs a line here and its own module."""
