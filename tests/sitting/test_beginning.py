"""A new engagement: languages that are offered, options that are refused, and what a folder can be asked about."""

import io

import pytest
from sitting.making import engagement, kit

from nlcaudit.errors import PathError, UserError
from nlcaudit.prompts import Terminal
from nlcaudit.sitting import Beginning, Wanted, begin_engagement, enter_paper, find_ground, journal_path, new_ground

KNOWN = {"city": "Port-Azur", "day": "2026-11-14", "country": "X", "subject": "x", "depth": "quick", "modules": ()}


def terminal(typed):
    return Terminal(io.BytesIO(typed.encode()), io.StringIO(), interactive=True)


@pytest.mark.parametrize("drafts", [True, False])
def test_draft_languages_are_offered_where_they_were_asked_for(tmp_path, drafts):
    asked = terminal("1\n")
    said = Beginning(**KNOWN, include_drafts=drafts)
    plan = begin_engagement(tmp_path / "a", said, new_ground("nlc", tmp_path), asked)
    offered = {line.split()[-1] for line in asked.target.getvalue().splitlines() if line.strip()[:1].isdigit()}
    known = {language.id for language in kit().languages}
    assert plan.languages == ("en",)
    assert offered == (known if drafts else set(kit().selectable_languages))
    assert known > set(kit().selectable_languages)


@pytest.mark.parametrize(("said", "message", "hint"), [
    ({"languages": ("zz",)}, "the toolkit “nlc” is not written in “zz”", None),
    ({"languages": ("ar",)}, "“ar” is a draft", "add --include-drafts to use it all the same"),
    ({"modules": ("local-netwoks",)}, "the toolkit “nlc” has no module “local-netwoks”",
     "did you mean “local-networks”?"),
    ({"day": "14.11.2026"}, "“14.11.2026” is no date", "write it as 2026-11-14"),
    ({"city": " "}, "--city must be a text on one line", "write at least one letter"),
    ({"city": None, "day": None}, "missing: --city, --date, --lang",
     'nlcaudit init {folder} --city "Port-Azur" --date 2026-11-14 --lang en'),
])  # fmt: skip
def test_an_option_that_does_not_fit_is_refused_and_no_folder_is_made(tmp_path, said, message, hint):
    folder = tmp_path / "a"
    with pytest.raises(UserError) as refused:
        begin_engagement(folder, Beginning(**{**KNOWN, **said}), new_ground("nlc", tmp_path), None)
    assert (refused.value.message, folder.exists()) == (message, False)
    assert hint is None or refused.value.hint == hint.format(folder=folder)


def test_a_folder_that_is_an_engagement_already_is_left_alone(tmp_path):
    city = engagement(tmp_path)
    before = (city / "engagement.yaml").read_bytes()
    with pytest.raises(PathError) as refused:
        begin_engagement(city, Beginning(**KNOWN), new_ground("nlc", tmp_path), None)
    assert refused.value.message == f"{city} is an engagement already; nothing was written"
    assert (city / "engagement.yaml").read_bytes() == before


def test_an_engagement_or_response_file_that_cannot_be_used_gives_its_findings(tmp_path):
    city = engagement(tmp_path)
    (city / "engagement.yaml").write_text("schema: nlcaudit/engagement/1\n", "utf-8")
    (tmp_path / "one.yaml").write_text("schema: nlcaudit/response/1\n", "utf-8")
    for wanted in (Wanted(within=city), Wanted(out=tmp_path / "one.yaml")):
        ground = find_ground(wanted)
        assert (ground.toolkit, {one.severity for one in ground.diagnostics}) == (None, {"error"})


def test_a_framework_is_named_as_the_engagements_toolkit_names_it(tmp_path):
    city = engagement(tmp_path)
    assert find_ground(Wanted(name="nlc", within=city)).named is None
    assert find_ground(Wanted(name="trust", within=city)).named == ("trust",)
    with pytest.raises(UserError) as refused:
        find_ground(Wanted(name="trst", within=city))
    assert (refused.value.message, refused.value.hint) == (
        "the toolkit “nlc” has no framework “trst”", "did you mean “trust”?")  # fmt: skip


def test_a_sheet_of_a_group_that_is_not_here_is_refused_with_the_nearest(tmp_path):
    wanted = Wanted(within=engagement(tmp_path), group="justise")
    with pytest.raises(UserError) as refused:
        enter_paper(wanted, find_ground(wanted), journal_path(wanted), terminal("q\n"))
    assert (refused.value.message, refused.value.hint) == (
        "there is no group “justise” here", "did you mean “justice”?")  # fmt: skip


def test_a_sheet_without_anybody_to_type_is_refused_with_the_command(tmp_path):
    wanted = Wanted(within=engagement(tmp_path), group="justice", depth="full")
    with pytest.raises(UserError) as refused:
        enter_paper(wanted, find_ground(wanted), journal_path(wanted), None)
    assert (refused.value.message, refused.value.hint) == (
        "there is no terminal to type on, and nothing comes through a pipe",
        f"nlcaudit assess --enter-paper --in {wanted.within} --group justice --full")  # fmt: skip
