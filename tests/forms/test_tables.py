"""CSV: one row a question, nothing that runs."""

import csv
import io

from forms.making import form_of, kit
from hypothesis import given
from hypothesis import strategies as st
from report.hostile import CORPUS

from nlcaudit.forms.cells import guarded, unguarded
from nlcaudit.forms.tables import columns, render_csv


def rows(content: bytes):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_there_is_one_row_for_each_question_and_the_columns_are_the_same_in_every_language():
    form = form_of()
    english, french = rows(render_csv(form, "en")), rows(render_csv(form, "fr"))
    assert [row["code"] for row in english] == [row["code"] for row in french] == [q.code for q in form.questions]
    assert tuple(english[0]) == tuple(french[0]) == columns(form)
    assert french[0]["level_0"].startswith("0 Pas encore\N{NO-BREAK SPACE}: Aucune réunion")
    assert {row["answer"] for row in english} == {""}


def test_a_single_group_is_filled_in():
    assert {row["group"] for row in rows(render_csv(form_of(groups=("youth-work",)), "en"))} == {"youth-work"}
    assert {row["group"] for row in rows(render_csv(form_of(), "en"))} == {""}


@given(st.one_of(st.text(), st.sampled_from(CORPUS), st.text("=+-@\t\r\n '＝", max_size=5)))
def test_a_guarded_cell_is_no_formula_and_reads_back_as_it_was(text):
    cell = guarded(text)
    assert unguarded(cell) == text
    assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    assert not cell.startswith(("\t", "\r", "\n"))


def test_what_does_not_begin_a_formula_stays_as_it_is():
    assert [guarded(text) for text in ("T1", "2 is fine", "a=b", "")] == ["T1", "2 is fine", "a=b", ""]
    assert unguarded("'tis") == "'tis"


def test_the_levels_have_a_column_each_whatever_the_scale():
    form = form_of(kit("stairs.yaml"), languages=("en",), frameworks=tuple(kit("stairs.yaml").roles), depth="full")
    assert [name for name in columns(form) if name.startswith("level_")] == [
        f"level_{level.rating}" for level in form.levels
    ]
