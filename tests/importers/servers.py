"""The exports of Kobo, ODK, Google Forms and Microsoft Forms, made of responses as those servers make them."""

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache
from io import BytesIO

from forms.making import form_of
from importers.making import Row, parts_of, table
from openpyxl import Workbook

from nlcaudit.engagement import Response
from nlcaudit.forms.wording import messages
from nlcaudit.forms.xlsform.survey import options, survey

NAMES = {"en": "English", "fr": "Français"}


@cache
def questionnaire():
    """Every row that has data, with the groups around it; the labels of every choice."""
    form, groups, rows = form_of(), [], []
    for row in survey(form):
        if row.type == "begin_group":
            groups.append(row)
        elif row.type == "end_group":
            groups.pop()
        else:
            rows.append((tuple(groups), row))
    return rows, {(option.list, option.name): option.label for option in options(form)}


def data_of(filled: Response) -> dict[str, str]:
    """Name of a question → what the server keeps."""
    form = form_of()
    data = {"consent": "yes", "form_language": filled.language, "respondent_group": filled.group,
            "form_toolkit": form.toolkit.id, "form_version": form.toolkit.version, "form_depth": filled.depth,
            "form_frameworks": " ".join(filled.frameworks), "respondent_code": filled.respondent}  # fmt: skip
    for question in form.questions:
        answer = filled.answers.get(question.id)
        for part, text in (parts_of(answer) if answer else {}).items():
            if text and part != "flag":
                data[question.code if part == "answer" else f"{question.code}_{part}"] = text
    return data


def rows_of(filled: Sequence[Response], head: Callable, cell: Callable, *, notes: bool) -> list[Row]:
    rows, _ = questionnaire()
    made = []
    for one in filled:
        data = data_of(one)
        made.append({head(groups, row): cell(row, data.get(row.name, "")) for groups, row in rows
                     if notes or row.type != "note"})  # fmt: skip
    return made


def label(row, language):
    return row.texts["label"][language].text if "label" in row.texts else row.name


def labelled(language):
    def cell(row, value):
        kind, _, name = row.type.partition(" ")
        return questionnaire()[1][name, value][language].text if kind == "select_one" and value else value

    return cell


def same(_row, value):
    return value


def with_kobo_columns(rows: list[Row]) -> list[Row]:
    return [
        {**row, "_id": str(1000 + n), "_uuid": f"0d9a5b{n}", "_submission_time": f"2026-11-{14 + n}T09:00:00",
         "_validation_status": "", "_notes": "", "_status": "submitted_via_web", "_submitted_by": f"person{n}",
         "__version__": "vXyZ", "_tags": "", "_index": str(n + 1)}
        for n, row in enumerate(rows)
    ]  # fmt: skip


def kobo_names(filled, _language):
    return with_kobo_columns(rows_of(filled, lambda _groups, row: row.name, same, notes=False))


def kobo_paths(filled, _language):
    return with_kobo_columns(
        rows_of(filled, lambda groups, row: "/".join([*(g.name for g in groups), row.name]), same, notes=False)
    )


def kobo_labels(filled, language):
    return with_kobo_columns(
        rows_of(filled, lambda _groups, row: label(row, language), labelled(language), notes=False)
    )


def kobo_label_paths(filled, language):
    def head(groups, row):
        return "/".join([*(label(g, language) for g in groups), label(row, language)])

    return with_kobo_columns(rows_of(filled, head, labelled(language), notes=False))


def odk_central(filled, _language):
    rows = rows_of(filled, lambda groups, row: "-".join([*(g.name for g in groups), row.name]), same, notes=True)
    return [
        {"SubmissionDate": f"2026-11-{14 + n}T09:00:00.000Z", **row, "meta-instanceID": f"uuid:0d9a{n}",
         "KEY": f"uuid:0d9a{n}", "SubmitterID": "7", "SubmitterName": "A. Person", "AttachmentsPresent": "0",
         "AttachmentsExpected": "0", "Status": "", "ReviewState": "", "DeviceID": "collect:x", "Edits": "0",
         "FormVersion": "1.0.0"}
        for n, row in enumerate(rows)
    ]  # fmt: skip


def choice_text(filled: Response, question, language) -> str:
    """What somebody chose in a form that a facilitator made by hand, from the texts of the levels."""
    answer = filled.answers.get(question.id)
    if answer is None:
        return ""
    if answer.rating is not None:
        return question.levels[answer.rating][language].text
    say = messages(language)
    if answer.not_applicable:
        return say.text("{name}: {text}", name=say.text("Does not apply here"), text=answer.not_applicable)
    return say.text("I don’t know" if answer.dont_know else "Outside our legal powers")


def by_hand(filled, language):
    form = form_of()
    group = {"en": "Which group do you answer for?", "fr": "Pour quel groupe répondez-vous ?"}[language]
    labels = {choice.id: choice.label[language].text for choice in form.groups}
    for one in filled:
        chosen = {question.text[language].text: choice_text(one, question, language) for question in form.questions}
        yield {group: labels[one.group], **chosen}


def google(filled, language):
    stamp, mail = {"en": ("Timestamp", "Email Address"), "fr": ("Horodateur", "Adresse e-mail")}[language]
    return [
        {stamp: f"2026/11/{14 + n} 9:00:00 AM GMT+1", mail: f"p{n}@example.org", **row}
        for n, row in enumerate(by_hand(filled, language))
    ]


def microsoft(filled, language):
    heads = {
        "en": ("ID", "Start time", "Completion time", "Email", "Name"),
        "fr": ("ID", "Heure de début", "Heure de fin", "Adresse de messagerie", "Nom"),
    }[language]
    return [
        {**dict(zip(heads, (str(n + 1), "11/14/26 9:00:00", "11/14/26 9:20:00", "anonymous", ""), strict=True)), **row}
        for n, row in enumerate(by_hand(filled, language))
    ]


def as_workbook(rows: Sequence[Row]) -> bytes:
    book = Workbook()
    for number, line in enumerate([list(rows[0]), *(list(row.values()) for row in rows)], start=1):
        for column, text in enumerate(line, start=1):
            cell = book.active.cell(number, column)
            cell.value = _typed(text)
            if isinstance(cell.value, str):
                cell.data_type = "s"
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _typed(text: str) -> object:
    """Numbers as numbers and Kobo's moments as moments, as servers and spreadsheet programs keep them."""
    if text.isdigit():
        return int(text)
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None) if "T" in text and text[:4].isdigit() else text or None
    except ValueError:
        return text


def as_json_lines(rows: Sequence[Row]) -> bytes:
    """Kobo's interface leaves out what is empty."""
    told = [{key: text or None for key, text in row.items() if text or "_uuid" not in row} for row in rows]
    return "\n".join(map(json.dumps, told)).encode()


SHAPES = {
    "Kobo, names": kobo_names,
    "Kobo, names with groups": kobo_paths,
    "Kobo, labels": kobo_labels,
    "Kobo, labels with groups": kobo_label_paths,
    "ODK Central": odk_central,
    "Google Forms": google,
    "Microsoft Forms": microsoft,
}
WRITTEN = {
    "UTF-8, comma": lambda rows: ("a.csv", table(rows)),
    "UTF-8 with BOM, semicolon": lambda rows: ("a.csv", table(rows, ";", "utf-8-sig")),
    "Windows-1252, semicolon": lambda rows: ("a.csv", table(rows, ";", "cp1252")),
    "UTF-16, tab": lambda rows: ("a.csv", table(rows, "\t", "utf-16")),
    "sep=;": lambda rows: ("a.csv", table(rows, ";", "utf-8", "sep=;\r\n")),
    "XLSX": lambda rows: ("a.xlsx", as_workbook(rows)),
    "JSON lines": lambda rows: ("a.jsonl", as_json_lines(rows)),
}
