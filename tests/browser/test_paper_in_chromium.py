"""Paper forms as a browser prints them: a page a competency, in type that can be read."""

import re
from pathlib import Path

import pytest
from browser.driving import with_script
from forms.making import form_of

from nlcaudit.forms.paper import render_paper
from nlcaudit.loader import load_engagement

pytestmark = pytest.mark.browser
PORT_AZUR = Path(__file__).parents[2] / "examples/port-azur"
SIZES = """
const worded = e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
const small = [...document.querySelectorAll('body *')].filter(worded)
  .filter(e => parseFloat(getComputedStyle(e).fontSize) < 16);
document.body.dataset.small = small.length;
"""


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("paper", ["A4", "letter"])
def test_the_quick_version_is_a_page_a_competency_between_the_first_and_the_words(browser, paper, language):
    engagement = load_engagement(PORT_AZUR).engagement.file
    form = form_of(engagement=engagement, groups=tuple(group.id for group in engagement.groups))
    assert browser.pages(render_paper(form, language).decode(), paper) == 1 + len(form.sections) + 1


def test_no_type_is_smaller_than_twelve_points(browser):
    page = render_paper(form_of(depth="full"), "fr").decode()
    assert re.search(r'data-small="(\d+)"', browser.document(with_script(page, SIZES)))[1] == "0"
