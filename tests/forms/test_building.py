"""What stands on a form: what the toolkit asks of these groups, in these languages, and nothing else."""

import pytest
from forms.making import form_of, kit

from nlcaudit.errors import UserError
from nlcaudit.forms.consenting import left_open, parse_blocks
from nlcaudit.forms.views import Run


@pytest.mark.parametrize("depth", ["quick", "full"])
def test_a_form_asks_what_the_terminal_asks(depth):
    toolkit = kit()
    for group in (None, "youth-work", "national-police"):
        form = form_of(depth=depth, groups=(group,) if group else ())
        asked = toolkit.asked(form.frameworks, depth, group)
        assert [question.id for question in form.questions] == [question.id for question in asked]


def test_a_choice_of_groups_holds_the_questions_of_each_and_says_whose_they_are():
    toolkit = kit()
    form = form_of(toolkit, depth="full", frameworks=tuple(toolkit.roles))
    assert any(question.asked_of for question in form.questions)
    for group in toolkit.groups:
        asked = toolkit.asked(form.frameworks, "full", group.id)
        assert [q.id for q in form.questions if q.put_to(group.id)] == [q.id for q in asked]


def test_every_text_is_there_in_every_language_and_says_which_it_is_in():
    form = form_of(kit("kitchen"), languages=("de", "fr"), depth="full", frameworks=tuple(kit("kitchen").roles))
    for question in form.questions:
        assert set(question.text) == {"de", "fr"}
        assert question.text["fr"].language in {"de", "fr"}
    assert {q.text["fr"].language for q in form.questions} == {"de"}
    assert form.kinds[0].label["fr"].text == "Je ne sais pas"
    assert form.kinds[0].label["de"].language == "en"


def test_only_the_words_that_are_used_are_explained():
    form = form_of(depth="quick")
    used = {term for question in form.questions for term in question.terms}
    assert {term.id for term in form.terms} == used != set()


def test_nothing_to_ask_is_an_error_that_names_the_group():
    with pytest.raises(UserError, match="nothing is asked"):
        form_of(frameworks=())


def test_the_consent_of_the_folder_stands_before_the_programs_own():
    form = form_of(consent={"en": "# Read this\n\nIt is **voluntary**, in\ntwo lines.\n\n- one\n- two\n"})
    english, french = form.consent["en"], form.consent["fr"]
    assert [block.kind for block in english] == ["heading", "paragraph", "item", "item"]
    assert english[1].runs == (Run("It is "), Run("voluntary", strong=True), Run(", in two lines."))
    assert french[0].text == "Avant de répondre"


def test_what_looks_like_markup_in_a_consent_text_stays_text():
    [block] = parse_blocks("<b>bold</b> 2 ** 3 **not closed [a](https://b.example)")
    assert block.text == "<b>bold</b> 2 ** 3 **not closed [a](https://b.example)"
    assert not any(run.strong for run in block.runs)


def test_brackets_that_nobody_filled_in_are_found_and_links_and_comments_are_not():
    text = "<!-- [hidden] --> until [date], by [who]; [date] again; a [link](https://a.example)"
    assert left_open(text) == ("[date]", "[who]")
