"""The three sheets `survey`, `choices`, `settings`, as a workbook."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from nlcaudit.errors import UserError
from nlcaudit.forms.views import Form
from nlcaudit.forms.workbook.book import BORN, INSTALL
from nlcaudit.forms.xlsform.rows import TRANSLATED, Option, Row, check_names, language_columns
from nlcaudit.forms.xlsform.survey import options, survey
from nlcaudit.sentences import Sentence

PLAIN = ("required", "relevant", "constraint", "calculation", "appearance")
Cells = Sequence[Sequence[str]]


def render_xlsform(form: Form) -> bytes:
    """Render all languages of a form as one XLSForm; the same form gives the same bytes.

    Raises:
        UserError: xlsxwriter is not installed, or two things would bear one name.
    """
    try:
        from xlsxwriter import Workbook  # type: ignore[import-untyped]  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise UserError(Sentence("the format xlsform needs the library xlsxwriter"), INSTALL) from error
    rows, chosen = list(survey(form)), list(_used(form))
    check_names(rows, chosen)
    file = BytesIO()
    book: Any = Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": BORN})
    for name, cells in (
        ("survey", _survey(form, rows)),
        ("choices", _choices(form, chosen)),
        ("settings", _settings(form)),
    ):
        sheet = book.add_worksheet(name)
        for row, texts in enumerate(cells):
            for column, text in enumerate(texts):
                if text:
                    sheet.write_string(row, column, text)
    book.close()
    return file.getvalue()


def _used(form: Form) -> Iterator[Option]:
    """Without the lists that no question asks for: pyxform would warn."""
    unused = {"languages"} if len(form.languages) == 1 else set()
    unused |= {"groups"} if form.group is not None else set()
    return (option for option in options(form) if option.list not in unused)


def _survey(form: Form, rows: Sequence[Row]) -> Iterator[Sequence[str]]:
    columns = [(head, column, language) for column in TRANSLATED for head, language in language_columns(form, column)]
    yield ("type", "name", *(head for head, _, _ in columns), *PLAIN)
    for row in rows:
        texts = [row.texts[column][language].text if column in row.texts else "" for _, column, language in columns]
        yield (row.type, row.name, *texts, *(row.plain.get(name, "") for name in PLAIN))


def _choices(form: Form, chosen: Sequence[Option]) -> Iterator[Sequence[str]]:
    columns = list(language_columns(form, "label"))
    yield ("list_name", "name", *(head for head, _ in columns))
    for option in chosen:
        yield (option.list, option.name, *(option.label[language].text for _, language in columns))


def _settings(form: Form) -> Cells:
    head, first = next(language_columns(form, "label"))
    identity = f"nlcaudit_{form.toolkit.id.replace('-', '_')}_{form.depth}"
    values = {
        "form_title": form.title[first].text,
        "form_id": identity + (f"_{form.group.id.replace('-', '_')}" if form.group else ""),
        "version": form.toolkit.version,
        "default_language": head.removeprefix("label::"),
    }
    return (tuple(values), tuple(values.values()))
