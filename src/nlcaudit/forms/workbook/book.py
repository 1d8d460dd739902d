"""A workbook that is being written: its formats, its texts in every language, and the lists to choose from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from nlcaudit.errors import UserError
from nlcaudit.forms.views import Form, Texts
from nlcaudit.sentences import Sentence
from nlcaudit.text import Spoken, direction

INSTALL = Sentence("install it: pip install 'nlcaudit[xlsx]' (pipx inject nlcaudit openpyxl xlsxwriter)")
BORN = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The same form is the same file, whenever it is made."""
TEXTS, LISTS = "texts", "lists"
A4 = 9
"""Excel’s number of the paper."""
CHOSEN = "language_number"
"""The name of the cell that holds the number of the language chosen."""
INK, PAPER, FILL_IN, LINE = "#1F2A37", "#F3F5F7", "#FFF9E5", "#C5CCD3"
FORMATS: Mapping[str, Mapping[str, object]] = {
    "title": {"bold": True, "font_size": 14},
    "heading": {"bold": True, "font_size": 12},
    "head": {"bold": True, "bg_color": PAPER, "border": 1, "border_color": LINE, "text_wrap": True},
    "text": {"text_wrap": True, "border": 1, "border_color": LINE},
    "plain": {"text_wrap": True},
    "code": {"bold": True, "border": 1, "border_color": LINE},
    "input": {"text_wrap": True, "border": 1, "border_color": LINE, "bg_color": FILL_IN, "locked": False,
              "num_format": "@"},
    "machine": {"font_color": "#9AA3AC", "font_size": 8},
    "other": {"font_color": "#9AA3AC", "bg_color": "#E5E8EB"},
}  # fmt: skip
"""Name → xlsxwriter's properties. `@` keeps what is typed as text: no date, no number is made of it."""


@dataclass
class Book:
    """A workbook and what has been put into it.

    Attributes:
        form: what is written.
        sheets: the hidden sheets of texts and lists.
    """

    form: Form
    file: BytesIO = field(default_factory=BytesIO)
    used: int = 0
    lists: int = 0

    def __post_init__(self) -> None:
        """Begin the workbook.

        Raises:
            UserError: the library that writes it is not installed.
        """
        try:
            from xlsxwriter import Workbook  # type: ignore[import-untyped]  # noqa: PLC0415 - an extra
        except ImportError as error:
            raise UserError(Sentence("the format xlsx needs the library xlsxwriter"), INSTALL) from error
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self.workbook: Any = Workbook(self.file, options)
        self.workbook.set_properties({"title": self.first(self.form.title).text, "created": BORN})
        base: dict[str, object] = {"font_name": "Arial", "font_size": 10, "font_color": INK, "valign": "top"}
        self.formats: dict[str, Any] = {
            name: self.workbook.add_format({**base, **own}) for name, own in FORMATS.items()
        }
        self.sheets: dict[str, Any] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the form; the first one is shown first."""
        return tuple(language.id for language in self.form.languages)

    @property
    def switches(self) -> bool:
        """There is more than one language to choose from."""
        return len(self.languages) > 1

    def first(self, texts: Texts) -> Spoken:
        """A text in the language that is shown first."""
        return texts[self.languages[0]]

    def sheet(self, name: str) -> Any:  # noqa: ANN401 - xlsxwriter has no types
        """Add a sheet that people see."""
        sheet = self.workbook.add_worksheet(name)
        if direction(self.languages[0]) == "rtl":
            sheet.right_to_left()
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.protect("", {"format_columns": True, "format_rows": True})
        return sheet

    def hidden(self, name: str) -> Any:  # noqa: ANN401
        """The hidden sheet of this name; it is added when it is first asked for, behind the others."""
        if name not in self.sheets:
            self.sheets[name] = self.workbook.add_worksheet(name)
            self.sheets[name].hide()
            self.sheets[name].protect()
        return self.sheets[name]

    def say(self, sheet: Any, place: tuple[int, int], texts: Texts, style: str) -> None:  # noqa: ANN401
        """Write a text that follows the language chosen; whatever it begins with, it is a text."""
        row, column = place
        if not self.switches:
            sheet.write_string(row, column, self.first(texts).text, self.formats[style])
            return
        sheet.write_formula(row, column, self._looked_up(texts), self.formats[style], self.first(texts).text)

    def _looked_up(self, texts: Texts) -> str:
        store = self.hidden(TEXTS)
        for number, language in enumerate(self.languages):
            store.write_string(self.used, number, texts[language].text)
        self.used += 1
        last = chr(ord("A") + len(self.languages) - 1)
        return f"=INDEX({TEXTS}!$A${self.used}:${last}${self.used},1,{CHOSEN})"

    def choices(self, entries: Sequence[Texts]) -> str:
        """Put a list to choose from on its hidden sheet and return where it stands."""
        store = self.hidden(LISTS)
        begin = self.lists
        for entry in entries:
            self.say(store, (self.lists, 0), entry, "machine")
            self.lists += 1
        return f"={LISTS}!$A${begin + 1}:$A${self.lists}"

    def finish(self) -> bytes:
        """Close the workbook and return it."""
        self.workbook.close()
        return self.file.getvalue()
