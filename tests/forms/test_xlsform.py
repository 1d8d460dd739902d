"""XLSForm: what pyxform and ODK Validate say of it, and names that cannot collide."""

import shutil
from dataclasses import replace
from io import BytesIO

import pytest
from forms.making import form_of, kit
from openpyxl import load_workbook
from pyxform.xls2xform import convert
from report.hostile import CORPUS

from nlcaudit.errors import UserError
from nlcaudit.forms.xlsform import render_xlsform
from nlcaudit.forms.xlsform.survey import survey
from nlcaudit.text import Spoken


def sheet(form, name):
    book = load_workbook(BytesIO(render_xlsform(form)))
    rows = book[name].iter_rows(values_only=True)
    heads = next(rows)
    return [dict(zip(heads, row, strict=True)) for row in rows]


def named(form, *names):
    rows = {row["name"]: row for row in sheet(form, "survey")}
    return [rows[name] for name in names]


def converted(form, *, validate=False):
    warnings = []
    result = convert(render_xlsform(form), warnings=warnings, validate=validate, file_type=".xlsx")
    return result.xform, warnings


def test_labels_carry_their_codes_in_every_language():
    [row] = named(form_of(), "T1")
    assert row["label::English (en)"].startswith("[T1] Do national and local partners name")
    assert row["label::Français (fr)"].startswith("[T1] Les partenaires nationaux et locaux nomment")
    levels = [row for row in sheet(form_of(), "choices") if row["list_name"] == "levels_T1"]
    assert [row["name"] for row in levels] == ["0", "1", "2", "3", "d", "o", "n"]
    assert levels[2]["label::Français (fr)"].startswith("[2] En fonctionnement\N{NO-BREAK SPACE}: Une liste écrite")


def test_nothing_is_asked_before_consent_and_a_reason_is_required():
    form = form_of()
    consent, reason = named(form, "consent", "T1_reason")
    assert consent["required"] == "yes"
    groups = [row for row in sheet(form, "survey") if row["type"] == "begin_group" and "page" not in row["name"]]
    assert {row["relevant"] for row in groups} == {"${consent} = 'yes'"}
    assert (reason["required"], reason["relevant"]) == ("yes", "${T1} = 'n'")


def test_a_question_for_some_groups_is_shown_to_them_alone():
    form = form_of(depth="full")
    question = next(question for question in form.questions if question.asked_of)
    [page] = named(form, f"{question.code}_page")
    assert page["relevant"] == " or ".join(f"${{respondent_group}} = '{group}'" for group in question.asked_of)
    alone = form_of(depth="full", groups=question.asked_of[:1])
    page, group = named(alone, f"{question.code}_page", "respondent_group")
    assert (page["relevant"], group["calculation"]) == (None, f"'{question.asked_of[0]}'")


def test_no_name_device_or_time_is_asked_for():
    kinds = {row.type.split(" ")[0] for row in survey(form_of())}
    assert kinds == {"calculate", "note", "select_one", "text", "begin_group", "end_group", "date"}


def test_pyxform_converts_it_without_a_warning():
    xform, warnings = converted(form_of())
    assert warnings == []
    assert 'lang="Français (fr)"' in xform


@pytest.mark.parametrize("name", ["kitchen", "stairs.yaml", "harbour"])
def test_other_toolkits_convert_without_a_warning(name):
    toolkit = kit(name)
    languages = tuple(language.id for language in toolkit.languages)[:1]
    form = form_of(toolkit, languages=languages, frameworks=tuple(toolkit.roles), depth="full")
    assert converted(form)[1] == []


def test_hostile_texts_are_texts():
    form = form_of()
    hostile = [text for text in CORPUS if text.strip() and text.isprintable()] + ["${consent}", "=1+1"]
    questions = []
    for number, text in enumerate(hostile):
        texts = {one.id: Spoken(text, one.id) for one in form.languages}
        first = form.sections[0].questions[0]
        questions.append(replace(first, code=f"X{number}", text=texts, why=texts, levels=(texts,) * 4))
    changed = replace(form.sections[0], questions=tuple(questions))
    assert converted(replace(form, sections=(changed,)))[1] == []


def test_names_that_would_collide_are_refused():
    form = form_of()
    twice = replace(form, sections=(form.sections[0], form.sections[0]))
    with pytest.raises(UserError, match="two things in this form would bear the name"):
        render_xlsform(twice)


def test_the_same_form_gives_the_same_bytes():
    assert render_xlsform(form_of()) == render_xlsform(form_of())


@pytest.mark.java
def test_odk_validate_has_nothing_to_say():
    if shutil.which("java") is None:
        pytest.skip("no Java was found: ODK Validate was not run")
    _, warnings = converted(form_of(depth="full"), validate=True)
    assert warnings == []
