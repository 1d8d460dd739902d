"""Paper: everything that has to be marked and keyed in, nothing that runs."""

import re

import pytest
from forms.making import form_of, kit
from report.hostile import made, swapping
from report.reading import Elements

from nlcaudit.forms.paper import render_paper


def page(language: str = "en", **wished) -> str:
    return render_paper(form_of(**wished), language).decode("utf-8")


@pytest.mark.parametrize("depth", ["quick", "full"])
def test_every_question_has_its_code_and_a_box_for_each_key(depth):
    form = form_of(depth=depth)
    articles = page(depth=depth).split("<article>")[1:]
    assert [re.search(r'<span class="key">(\w+)</span>', article)[1] for article in articles] == list(form.by_code)
    for article in articles:
        assert re.findall(r'<span class="key">(.)</span>', article) == ["0", "1", "2", "3", "d", "o", "n"]


def test_the_consent_and_the_place_for_the_number_come_first():
    text = page("fr")
    assert text.index("Numéro de la feuille") < text.index("Avant de répondre") < text.index("Votre groupe")
    assert text.index("Votre groupe") < text.index('<span class="key">T1</span>')


def test_a_question_for_some_groups_says_so_and_a_sheet_for_one_group_has_no_choice():
    everything = {"depth": "full", "frameworks": tuple(kit().roles), "languages": ("en",)}
    choice = page(**everything)
    asked = [question for question in form_of(**everything).questions if question.asked_of]
    assert choice.count("Only for: ") == len(asked) > 0
    alone = page(groups=asked[0].asked_of[:1], **everything)
    assert asked[0].code in alone
    assert "Only for: " not in alone
    assert 'class="groups"' not in alone


def test_hostile_texts_stay_text(tmp_path):
    def elements(name, swap):
        toolkit, engagement = made(tmp_path / name, swap)
        form = form_of(toolkit, engagement.file, depth="full", frameworks=tuple(toolkit.roles))
        return Elements(render_paper(form, "en").decode())

    benign = elements("benign", lambda _: "Plain words")
    for shift in (0, 13, 26):
        hostile = elements(str(shift), swapping(shift))
        assert hostile.elements == benign.elements
        assert hostile.addresses == hostile.declared == []
