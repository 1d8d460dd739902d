"""The sheets that people see."""

import re
from typing import Any

from nlcaudit.forms.views import Form, FormQuestion, Section, Texts
from nlcaudit.forms.wording import KEYS, messages
from nlcaudit.forms.workbook.book import CHOSEN, Book
from nlcaudit.forms.workbook.wording import COLUMNS, WIDTHS, joined, own
from nlcaudit.text import Spoken

FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
LONGEST_NAME, LONGEST_PROMPT = 31, 255
HEAD_ROWS = 3
LINE, CHARACTERS_A_LINE = 13.5, 62
HIGHEST = 409
TITLE = 26
ID, ASKED_OF = len(COLUMNS), len(COLUMNS) + 1
"""Hidden columns behind the others."""


def render_workbook(form: Form) -> bytes:
    """Render all languages of a form as one XLSX workbook; the same form gives the same bytes.

    Raises:
        UserError: xlsxwriter is not installed.
    """
    book = Book(form)
    book.workbook.define_name(CHOSEN, "=lists!$C$1")
    lists = _Lists(book)
    _begin(book, lists)
    for section in form.sections:
        _section(book, section, lists)
    lists.finish()
    return book.finish()


class _Lists:
    """What can be chosen."""

    def __init__(self, book: Book) -> None:
        form = book.form
        self.book = book
        self.start = book.sheet(_tab(own(book.languages, "Begin here"), book))
        for section in form.sections:
            book.sheets[section.id] = book.sheet(_tab(joined(book.languages, section.title, section.code), book))
        self.answers = book.choices([*map(self._level, range(len(form.levels))), *map(self._kind, form.kinds)])
        self.confidence = book.choices([one.label for one in form.confidence])
        self.strengths = book.choices([one.label for one in form.strengths])
        self.sides = book.choices([one.label for one in form.sides]) if form.sides else ""
        self.groups_begin = book.lists
        self.groups = book.choices([one.label for one in form.groups]) if form.groups else ""
        self.yes_no = book.choices([own(book.languages, "Yes"), own(book.languages, "No")])
        self.mark = book.choices([{language: Spoken("x", language) for language in book.languages}])

    def _level(self, rating: int) -> Texts:
        label = self.book.form.levels[rating].label
        return {one: Spoken(f"{rating} – {label[one].text}", label[one].language) for one in self.book.languages}

    def _kind(self, kind: Any) -> Texts:  # noqa: ANN401
        return {one: Spoken(f"{KEYS[kind.id]} – {said.text}", said.language) for one, said in kind.label.items()}

    def finish(self) -> None:
        """Write which language and which group were chosen, so that other cells can look it up."""
        store = self.book.hidden("lists")
        names = [language.name for language in self.book.form.languages]
        for number, name in enumerate(names):
            store.write_string(number, 3, name)
        start = f"'{self.start.get_name()}'"
        row = _row_of("language") + 1
        store.write_formula(0, 2, f"=IFERROR(MATCH({start}!$C${row},$D$1:$D${len(names)},0),1)", None, 1)
        for number, group in enumerate(self.book.form.groups):
            store.write_string(self.groups_begin + number, 1, group.id)
        if self.book.form.groups:
            first, last = self.groups_begin + 1, self.groups_begin + len(self.book.form.groups)
            chosen = f"{start}!$C${_row_of('group') + 1}"
            found = f'=IFERROR(INDEX($B${first}:$B${last},MATCH({chosen},$A${first}:$A${last},0)),"")'
            store.write_formula(1, 2, found, None, self.book.form.group.id if self.book.form.group else "")


SETTINGS = ("language", "group", "respondent", "consent")
ABOUT = ("toolkit", "version", "depth", "frameworks")


def _row_of(setting: str) -> int:
    return 5 + SETTINGS.index(setting)


def _begin(book: Book, lists: _Lists) -> None:
    form, sheet = book.form, lists.start
    sheet.set_column(0, 0, None, None, {"hidden": True})
    sheet.set_column(1, 1, 34)
    sheet.set_column(2, 2, 64)
    sheet.set_row(0, None, None, {"hidden": True})
    for column, name in enumerate(("setting", "label", "value")):
        sheet.write_string(0, column, name, book.formats["machine"])
    book.say(sheet, (1, 1), form.title, "title")
    sheet.set_row(1, TITLE)
    for row, texts in ((2, form.place), (3, form.notice)):
        if texts is not None:
            sheet.merge_range(row, 1, row, 2, "", book.formats["plain"])
            book.say(sheet, (row, 1), texts, "plain")
            sheet.set_row(row, _height(texts, 100))
    _settings(book, lists)
    row = _about(book, sheet, _row_of(SETTINGS[-1]) + 1)
    _consent(book, sheet, row + 1)
    sheet.activate()


def _settings(book: Book, lists: _Lists) -> None:
    form, sheet = book.form, lists.start
    names = [language.name for language in form.languages]
    group = book.first(form.group.label).text if form.group else ""
    shown: dict[str, tuple[str, str, object]] = {
        "language": ("Language", names[0], names),
        "group": ("Your group", group, lists.groups),
        "respondent": ("Your code, if you were given one", "", ""),
        "consent": ("I have read the text below and agree to answer", "", lists.yes_no),
    }
    for setting, (label, value, source) in shown.items():
        row = _row_of(setting)
        if setting == "group" and not form.groups:
            continue
        sheet.write_string(row, 0, setting, book.formats["machine"])
        book.say(sheet, (row, 1), own(book.languages, label), "head")
        fixed = setting == "group" and form.group is not None
        sheet.write_string(row, 2, value, book.formats["text" if fixed else "input"])
        sheet.set_row(row, 2 * LINE)
        if source and not fixed:
            sheet.data_validation(row, 2, row, 2, _choice(book, source))


def _about(book: Book, sheet: Any, row: int) -> int:  # noqa: ANN401
    """What the form is, for the program that reads it back."""
    form = book.form
    values = (form.toolkit.id, form.toolkit.version, form.depth, " ".join(form.frameworks))
    for name, value in zip(ABOUT, values, strict=True):
        sheet.write_string(row, 0, name, book.formats["machine"])
        sheet.write_string(row, 2, value, book.formats["machine"])
        sheet.set_row(row, None, None, {"hidden": True})
        row += 1
    return row


def _consent(book: Book, sheet: Any, row: int) -> None:  # noqa: ANN401
    blocks = book.form.consent
    longest = max(len(blocks[language]) for language in book.languages)
    empty = ""
    for number in range(longest):
        texts: dict[str, Spoken] = {}
        kind = "plain"
        for language in book.languages:
            block = blocks[language][number] if number < len(blocks[language]) else None
            mark = "• " if block and block.kind == "item" else ""
            texts[language] = Spoken(mark + block.text if block else empty, book.form.consent_in[language])
            kind = "heading" if block and block.kind == "heading" else kind
        sheet.merge_range(row, 1, row, 2, "", book.formats[kind])
        book.say(sheet, (row, 1), texts, kind)
        sheet.set_row(row, _height(texts, 100))
        row += 1


def _section(book: Book, section: Section, lists: _Lists) -> None:
    sheet = book.sheets[section.id]
    for column, (name, _) in enumerate(COLUMNS):
        sheet.set_column(column, column, WIDTHS[name])
    sheet.set_column(ID, ASKED_OF, None, None, {"hidden": True})
    sheet.set_row(0, None, None, {"hidden": True})
    for column, name in enumerate([*(name for name, _ in COLUMNS), "id", "asked_of"]):
        sheet.write_string(0, column, name, book.formats["machine"])
    book.say(sheet, (1, 0), joined(book.languages, section.title, section.code), "title")
    sheet.set_row(1, TITLE)
    sheet.set_row(2, 2 * LINE + 2)
    for column, (_, head) in enumerate(COLUMNS):
        book.say(sheet, (2, column), own(book.languages, head), "head")
    sheet.freeze_panes(HEAD_ROWS, 2)
    for row, question in enumerate(section.questions, start=HEAD_ROWS):
        _question(book, sheet, row, question)
    last = HEAD_ROWS + len(section.questions) - 1
    _validations(book, sheet, lists, last)
    if book.form.groups:
        grey = f'=AND($P{HEAD_ROWS + 1}<>"",lists!$C$2<>"",ISERROR(SEARCH(";"&lists!$C$2&";",$P{HEAD_ROWS + 1})))'
        area = (HEAD_ROWS, 0, last, len(COLUMNS) - 1)
        sheet.conditional_format(*area, {"type": "formula", "criteria": grey, "format": book.formats["other"]})


def _question(book: Book, sheet: Any, row: int, question: FormQuestion) -> None:  # noqa: ANN401
    levels = {one: Spoken(_levels(book.form, question, one), one) for one in book.languages}
    asked = {one: Spoken(_asked(book.form, question, one), one) for one in book.languages}
    sheet.write_string(row, 0, question.code, book.formats["code"])
    book.say(sheet, (row, 1), asked, "text")
    book.say(sheet, (row, 2), levels, "text")
    for column in range(3, len(COLUMNS)):
        sheet.write_blank(row, column, None, book.formats["input"])
    sheet.write_string(row, ID, question.id, book.formats["machine"])
    groups = f";{';'.join(question.asked_of)};" if question.asked_of else ""
    sheet.write_string(row, ASKED_OF, groups, book.formats["machine"])
    sheet.set_row(row, max(_height(levels, CHARACTERS_A_LINE), _height(asked, WIDTHS["question"])))


def _levels(form: Form, question: FormQuestion, language: str) -> str:
    say = messages(language)
    lines = [
        f"{rating} – " + say.text("{name}: {text}", name=form.levels[rating].label[language], text=text[language])
        for rating, text in enumerate(question.levels)
    ]
    return "\n".join([*lines, *(f"{KEYS[kind.id]} – {kind.label[language].text}" for kind in form.kinds)])


def _asked(form: Form, question: FormQuestion, language: str) -> str:
    title = f"{question.title[language].text}\n" if question.title else ""
    why = own((language,), "Why we ask:")[language].text
    text = f"{title}{question.text[language].text}\n\n{why} {question.why[language].text}"
    labels = [group.label[language].text for group in form.groups if group.id in question.asked_of]
    only = own((language,), "Only for:")[language].text
    return f"{text}\n\n{only} {', '.join(labels)}" if labels else text


def _validations(book: Book, sheet: Any, lists: _Lists, last: int) -> None:  # noqa: ANN401
    sources = {"answer": lists.answers, "confidence": lists.confidence, "strength": lists.strengths,
               "seen_by": lists.sides, "flag": lists.mark}  # fmt: skip
    for column, (name, _) in enumerate(COLUMNS):
        if sources.get(name):
            sheet.data_validation(HEAD_ROWS, column, last, column, _choice(book, sources[name]))


def _choice(book: Book, source: object) -> dict[str, object]:
    said = book.first(own(book.languages, "Please choose from the list, or empty the cell.")).text
    return {"validate": "list", "source": source, "error_message": said[:LONGEST_PROMPT]}


def _height(texts: Texts, characters: float) -> float:
    """Points that the longest of the languages needs; a row cannot grow with the language by itself."""
    lines = max(sum(1 + int(len(line) / characters) for line in one.text.split("\n")) for one in texts.values())
    return min(HIGHEST, LINE * lines + 4)


def _tab(texts: Texts, book: Book) -> str:
    """A sheet's name: at most 31 characters, without those that Excel does not allow there."""
    return FORBIDDEN.sub(" ", book.first(texts).text)[:LONGEST_NAME].strip()
