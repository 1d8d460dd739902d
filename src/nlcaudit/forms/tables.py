"""Form → CSV: one row a question, with columns to fill in."""

import csv
import io
from collections.abc import Iterator

from nlcaudit.forms.cells import guarded
from nlcaudit.forms.views import Form, FormQuestion, Section
from nlcaudit.forms.wording import KEYS, messages

ABOUT = ("toolkit", "version", "depth", "language", "respondent", "group")
"""The same in every row; `respondent` and `group` are filled in once or in each row."""
ASKED = ("code", "id", "section", "question")
FILLED = ("answer", "reason", "confidence", "note", "what", "where", "date", "owner", "strength", "seen_by", "flag")
"""`answer` is a level or one of the keys d, o, n (with a `reason`); `what` to `seen_by` make one piece of evidence."""
BYTE_ORDER_MARK = "\ufeff"
"""Without it, Excel reads UTF-8 as something else."""


def columns(form: Form) -> tuple[str, ...]:
    """The heads of the columns, the same in every language; `level_0`, `level_1`, … after the question.

    The columns of `ASKED` and those that begin with `level_` or `key_` are there to be read; an importer needs `id` or
    `code` and the columns of `FILLED` and `ABOUT`.
    """
    levels = tuple(f"level_{level.rating}" for level in form.levels)
    return (*ASKED, *levels, *(f"key_{key}" for key in KEYS.values()), *FILLED, *ABOUT)


def render_csv(form: Form, language: str) -> bytes:
    """Render one language as CSV in UTF-8 with commas; no cell is a formula."""
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, columns(form), restval="", lineterminator="\r\n")
    writer.writeheader()
    for section in form.sections:
        for question in section.questions:
            row = dict(_row(form, section, question, language))
            writer.writerow({key: guarded(value) for key, value in row.items()})
    return (BYTE_ORDER_MARK + file.getvalue()).encode("utf-8")


def _row(form: Form, section: Section, question: FormQuestion, language: str) -> Iterator[tuple[str, str]]:
    yield "code", question.code
    yield "id", question.id
    yield "section", section.title[language].text
    yield "question", question.text[language].text
    for rating, level in enumerate(question.levels):
        label = f"{rating} {form.levels[rating].label[language].text}"
        yield f"level_{rating}", messages(language).text("{name}: {text}", name=label, text=level[language].text)
    for kind in form.kinds:
        yield f"key_{KEYS[kind.id]}", f"{KEYS[kind.id]} {kind.label[language].text}"
    yield "toolkit", form.toolkit.id
    yield "version", form.toolkit.version
    yield "depth", form.depth
    yield "language", language
    yield "group", form.group.id if form.group else ""
