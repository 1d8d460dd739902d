"""Columns that can be two things, and columns that are named and are not there."""

from types import SimpleNamespace

import pytest
from forms.making import kit
from importers.making import engagement, response

from nlcaudit.errors import PathError, UserError
from nlcaudit.importers.cells import DoubtError, _one
from nlcaudit.importers.columns import recognise_columns
from nlcaudit.importers.declaring import Declared, declare, parse_target
from nlcaudit.importers.lexicon import Lexicon
from nlcaudit.importers.matching import Index
from nlcaudit.importing import Request, prepare_import
from nlcaudit.messages import tell
from nlcaudit.store import render_response

LEXICON = Lexicon(kit())
ONE = b"group,T1,_uuid,About them\r\njustice,2,a,x\r\n"
NARROW = "\N{NARROW NO-BREAK SPACE}"


@pytest.fixture
def city(tmp_path):
    folder = engagement(tmp_path)
    (tmp_path / "a.csv").write_bytes(ONE)
    return folder


def request(city, **more):
    return Request([city.parent / "a.csv"], city, numbers_from=0, **more)


@pytest.mark.parametrize(("heads", "english", "french"), [
    (["T1", "x/T1"], "the columns A and B are both T1", "les colonnes A et B désignent toutes deux T1"),
    (["T1 note", "T1", "T1_note"], "the columns A and C are both T1 note",
     "les colonnes A et C désignent toutes deux T1 note"),
    (["group", "Group"], "the columns A and B are both the group",
     "les colonnes A et B désignent toutes deux le groupe"),
])  # fmt: skip
def test_two_columns_for_one_thing_are_named_as_people_name_it(heads, english, french):
    *_, last = recognise_columns(heads, LEXICON, Declared())
    assert (last.target.message, tell(last.target.message, "fr"), last.how) == (english, french, "none")


def test_ids_of_submissions_may_stand_in_several_columns():
    found = recognise_columns(["_uuid", "meta/instanceID"], LEXICON, Declared())
    assert {column.target for column in found} == {found[0].target}


def test_a_name_that_may_be_two_questions_is_told_with_both_in_french_too():
    ids = {"plan": "plan", "trust-plan": "trust-plan"}
    [column] = recognise_columns(["trust-plan"], SimpleNamespace(codes={}, ids=ids), Declared())
    assert column.target.message == "the column “trust-plan” could be one of: trust-plan, plan"
    assert tell(column.target.message, "fr") == (
        f"la colonne «{NARROW}trust-plan{NARROW}» peut être l’une de ces questions{NARROW}: "
        "trust-plan, plan")  # fmt: skip


def test_a_text_of_two_questions_is_told_with_both_in_french_too():
    index = Index()
    for question in ("plan", "trust-plan"):
        index.add("Is there a plan?", question)
    [column] = recognise_columns(["Is there a plan?"], SimpleNamespace(codes={}, ids={}, questions=index), Declared())
    assert column.target.message == "the column “Is there a plan?” is the text of several questions: plan, trust-plan"
    assert tell(column.target.message, "fr") == (
        f"la colonne «{NARROW}Is there a plan?{NARROW}» porte le texte de plusieurs questions{NARROW}: plan, trust-plan"
    )


def test_a_word_with_two_meanings_is_told_with_both_in_french_too():
    index = Index()
    index.add("Police", "local-police")
    index.add("Police", "national-police")
    with pytest.raises(DoubtError) as doubt:
        _one(index, "police", "group", ["local-police", "national-police"])
    assert doubt.value.message == "“police” may be one of: local-police, national-police"
    assert tell(doubt.value.message, "fr") == (
        f"«{NARROW}police{NARROW}» peut être l’un de ceux-ci{NARROW}: local-police, national-police")  # fmt: skip


@pytest.mark.parametrize(("more", "said", "hint"), [
    ({"dropped": ["About then"]}, "no table has a column “About then”, which --drop names",
     "did you mean “About them”?"),
    ({"dropped": ["#E"]}, "no table has a column “#E”, which --drop names",
     "write its head as it stands in the table, or its letter: #C"),
    ({"dropped": ["#D"], "columns": ["Who=group"]}, "no table has a column “Who”, which --map names",
     "write its head as it stands in the table, or its letter: #C"),
    ({"dropped": ["#D"], "group": "justise"}, "no table has a column “justise”, which --group names",
     "did you mean “justice”?"),
])  # fmt: skip
def test_a_column_that_is_named_and_is_not_there_is_refused(city, more, said, hint):
    with pytest.raises(UserError) as refused:
        prepare_import(request(city, **more))
    assert (refused.value.message, refused.value.hint) == (said, hint)


@pytest.mark.parametrize("more", [
    {"dropped": ["about  THEM"]}, {"dropped": ["#D"], "group": "group"}, {"columns": ["#D=T1 note"]},
    {"dropped": ["About them"], "group": "justice"},
])  # fmt: skip
def test_a_column_is_named_by_its_head_in_any_case_or_by_its_letter(city, more):
    assert prepare_import(request(city, **more)).possible


def test_a_mapping_file_that_is_not_there_is_refused(city):
    with pytest.raises(PathError) as refused:
        prepare_import(request(city, dropped=["#D"], mapping=city.parent / "mapping.yaml"))
    assert refused.value.message == f"cannot open {city.parent / 'mapping.yaml'}: no such file or directory"


@pytest.mark.parametrize(("written", "said", "hint"), [
    ("schema: nlcaudit/mapping/1\ncolumns: {About them: T99}\n",
     "“T99” is no question and nothing else that a column can be",
     "write a question’s code, “T1 note”, group, or drop"),
    ("schema: nlcaudit/mapping/1\ngroups: {Judges: justise}\n",
     "the mapping names no group of the toolkit: “justise”", "did you mean “justice”?"),
])  # fmt: skip
def test_a_mapping_file_that_names_nothing_is_refused(city, written, said, hint):
    mapping = city.parent / "mapping.yaml"
    mapping.write_text(written, "utf-8")
    with pytest.raises(UserError) as refused:
        prepare_import(request(city, mapping=mapping))
    assert (refused.value.message, refused.value.hint) == (said, hint)


def test_two_files_of_one_respondent_are_put_right_before_anything_is_added(city):
    for name in ("mk-5927", "zz-1111"):
        (city / f"responses/{name}.yaml").write_text(render_response(response()), "utf-8")
    made = prepare_import(request(city, dropped=["#D"]))
    assert [(one.code, one.message) for one in made.diagnostics if one.severity == "error"] == [
        ("NLC507", "“mk-5927” is the respondent of mk-5927.yaml already")]  # fmt: skip
    assert not made.possible


def test_a_folder_in_which_the_toolkit_cannot_be_used_is_not_imported_into(city):
    (city / "engagement.yaml").write_text("schema: nlcaudit/engagement/1\n", "utf-8")
    made = prepare_import(request(city))
    assert (made.toolkit, made.possible) == (None, False)


@pytest.mark.parametrize(("call", "said", "hint"), [
    (lambda: parse_target("T1 nte", LEXICON), "an answer has no part “nte”", "did you mean “note”?"),
    (lambda: declare(LEXICON, None, ["T1"]), "“T1” maps nothing", "write --map 'COLUMN=T1'"),
])  # fmt: skip
def test_a_declaration_that_says_nothing_is_refused(call, said, hint):
    with pytest.raises(UserError) as refused:
        call()
    assert (refused.value.message, refused.value.hint) == (said, hint)
