"""Options that contradict a response, and responses in which nothing would be asked."""

import io

import pytest
from sitting.making import engagement, response

from nlcaudit.errors import UserError
from nlcaudit.messages import tell
from nlcaudit.prompts import Terminal
from nlcaudit.sitting import Wanted, ask_answers, find_ground, response_path
from nlcaudit.store import render_response

NARROW = "\N{NARROW NO-BREAK SPACE}"


@pytest.fixture
def city(tmp_path):
    folder = engagement(tmp_path)
    (folder / "responses/mk-5927.yaml").write_text(render_response(response(language="fr")), "utf-8")
    return folder


def sit(city, typed="q\n", **options):
    wanted = Wanted(within=city, **{"respondent": "mk-5927", **options})
    ground = find_ground(wanted)
    terminal = Terminal(io.BytesIO(typed.encode()), io.StringIO(), interactive=True)
    path = response_path(ground, wanted)
    return path, ask_answers(wanted, ground, path, terminal), terminal.target.getvalue()


@pytest.mark.parametrize(("options", "said", "option"), [
    ({"group": "health"}, "{path} says “justice”, not “health”", "--group"),
    ({"voice": "institution"}, "{path} says “person”, not “institution”", "--voice"),
    ({"institution": "Court"}, "{path} has nothing of what --name says: “Court”", "--name"),
])  # fmt: skip
def test_an_option_that_contradicts_the_file_is_refused(city, options, said, option):
    with pytest.raises(UserError) as refused:
        sit(city, **options)
    assert (refused.value.message, refused.value.hint) == (
        said.format(path=city / "responses/mk-5927.yaml"),
        f"leave out {option}, or answer into another file",
    )


def test_what_a_file_does_not_say_is_told_in_french(city):
    with pytest.raises(UserError) as refused:
        sit(city, institution="Court")
    assert tell(refused.value.message, "fr") == (
        f"{city}/responses/mk-5927.yaml ne contient rien de ce que dit --name{NARROW}: «{NARROW}Court{NARROW}»"
    )


def test_a_finding_in_a_french_response_is_told_in_french(city):
    path = city / "responses/mk-5927.yaml"
    path.write_text(path.read_text("utf-8") + "  no-such-question:\n    rating: 1\n", "utf-8")
    _, held, told = sit(city)
    assert held.code == 0
    said = " ".join(told.split())
    assert "erreur NLC501: il n’y a pas de question « no-such-question »" in said


def test_a_respondent_in_a_yml_file_goes_on_in_it(city):
    (city / "responses/mk-5927.yaml").rename(city / "responses/mk-5927.yml")
    path, held, _ = sit(city)
    assert (path, held.code) == (city / "responses/mk-5927.yml", 0)


def test_a_respondent_who_has_not_begun_needs_a_group(city):
    with pytest.raises(UserError) as refused:
        sit(city, respondent="mk-5928")
    assert (refused.value.message, refused.value.hint) == (
        f"there is no response of “mk-5928” in {city}/responses",
        "did you mean “mk-5927”?",
    )
