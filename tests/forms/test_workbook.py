"""XLSX: what is locked, what is chosen from lists, and what LibreOffice makes of it."""

import shutil
import subprocess
from io import BytesIO

import pytest
from forms.making import form_of, kit
from importers.making import ANSWERS, plan_of, response, without_trace
from importers.test_round_trips import workbook_filled
from openpyxl import load_workbook

from nlcaudit.forms.workbook import render_workbook


@pytest.fixture(scope="module")
def blank():
    return render_workbook(form_of())


@pytest.fixture(scope="module")
def sheets(blank):
    return load_workbook(BytesIO(blank)).worksheets


def test_there_is_a_sheet_to_begin_with_one_for_each_framework_and_the_rest_is_hidden(sheets):
    shown = [sheet.title for sheet in sheets if sheet.sheet_state == "visible"]
    assert shown == [
        "Begin here",
        "T Trust",
        "I Inclusivity",
        "C Coordination",
        "M Communication",
        "P Capacity",
        "S Sustainability",
    ]
    assert {sheet.title for sheet in sheets if sheet.sheet_state != "visible"} == {"lists", "texts"}
    assert all(sheet.protection.sheet for sheet in sheets)


def test_only_what_is_filled_in_can_be_written_into(sheets):
    questions = sheets[1]
    heads = [cell.value for cell in questions[1]]
    locked = {heads[cell.column - 1] for cell in questions[4] if cell.protection.locked}
    assert locked == {"code", "question", "levels", "id", "asked_of"}
    assert [row[0].value for row in sheets[0].iter_rows() if not row[2].protection.locked] == [
        "language", "group", "respondent", "consent",
    ]  # fmt: skip


def test_answers_are_chosen_from_lists(sheets):
    lists = {str(one.sqref).split(":")[0]: one.formula1 for one in sheets[1].data_validations.dataValidation}
    assert lists["D4"] == "lists!$A$1:$A$7"
    assert set(lists) == {"D4", "F4", "L4", "M4", "N4"}


def test_with_one_language_there_is_no_formula_to_look_texts_up():
    alone = load_workbook(BytesIO(render_workbook(form_of(languages=("fr",)))))
    assert [c.coordinate for row in alone.worksheets[1].iter_rows() for c in row if c.data_type == "f"] == []
    assert alone.worksheets[1]["B4"].value.startswith("Les partenaires nationaux")


def test_the_same_form_gives_the_same_bytes(blank):
    assert render_workbook(form_of()) == blank


@pytest.mark.parametrize("name", ["kitchen", "stairs.yaml", "harbour"])
def test_other_toolkits_have_their_workbooks(name):
    toolkit = kit(name)
    form = form_of(toolkit, languages=(toolkit.languages[0].id,), frameworks=tuple(toolkit.roles), depth="full")
    sheets = load_workbook(BytesIO(render_workbook(form))).worksheets
    assert sheets[1]["A4"].value == form.sections[0].questions[0].code


@pytest.mark.office
def test_what_libreoffice_saves_says_the_same(blank, tmp_path):
    if shutil.which("soffice") is None:
        pytest.skip("no LibreOffice was found: what it saves was not read back")
    note = '=HYPERLINK("http://x")\n\'second line, “quoted”; é'
    filled = response({**ANSWERS, "trust-obstacles-named": {"rating": 2, "note": note}}, language="fr")
    (tmp_path / "form.xlsx").write_bytes(workbook_filled(filled, blank))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "xlsx",
               "--outdir", tmp_path / "saved", tmp_path / "form.xlsx"]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    saved = tmp_path / "saved/form.xlsx"
    plan = plan_of(saved.read_bytes(), "form.xlsx")
    assert plan.problems == []
    assert [without_trace(outcome.response) for outcome in plan.outcomes] == [without_trace(filled)]
    shown = load_workbook(saved, data_only=True).worksheets[1]["B4"].value
    assert shown.startswith("Les partenaires nationaux"), "the texts follow the language that was chosen"
