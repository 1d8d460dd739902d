"""`nlcaudit score`: what it prints, what it explains, and what it keeps to itself."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PORT_AZUR = ROOT / "examples/port-azur"

TEA = """\
schema: nlcaudit/framework/1
id: tea
code: T
title: {en: Tea, fr: Thé}
summary: {en: How we make tea., fr: Comment nous faisons le thé.}
toolkit:
  version: "1"
  languages: [{id: en}, {id: fr}]
  scale:
    levels:
      - {id: cold, label: {en: Cold, fr: Froid}}
      - {id: warm, label: {en: Warm, fr: Tiède}}
      - {id: hot, label: {en: Hot, fr: Chaud}}
  sides: [{id: upstairs, label: {en: Upstairs, fr: En haut}}, {id: downstairs, label: {en: Downstairs, fr: En bas}}]
  groups:
    - {id: guests, side: upstairs, label: {en: Guests, fr: Invités}}
    - {id: cooks, side: downstairs, label: {en: Cooks, fr: Cuisiniers}}
    - {id: cats, side: downstairs, label: {en: Cats, fr: Chats}}
  sources: [{id: own, title: {en: Ourselves, fr: Nous}}]
themes:
  - id: making
    title: {en: Making, fr: Préparation}
    questions:
"""
QUESTION = """\
      - id: {name}
        code: {code}
        text: {{en: Is the {name} ready?, fr: Est-ce prêt ({name})}}
        why: {{en: It matters for the {name}., fr: Cela compte ({name}).}}
        weight: {weight}
        weight_reason: {{en: We say so of the {name}., fr: Nous le disons ({name}).}}
        sources: [own]
        levels:
          - text: {{en: The {name} is cold., fr: C’est froid ({name}).}}
            next_step: {{action: {{en: Warm the {name}., fr: Chauffer ({name}).}}, lead: [cooks], effort: 1}}
          - text: {{en: The {name} is warm., fr: C’est tiède ({name}).}}
            next_step: {{action: {{en: Boil the {name}., fr: Bouillir ({name}).}}, lead: [cooks], effort: 2}}
          - text: {{en: The {name} is hot., fr: C’est chaud ({name}).}}
        evidence:
          sufficient: [{{en: A reading of the {name}., fr: Une mesure ({name}).}}]
          insufficient: [{{en: A guess at the {name}., fr: Une impression ({name}).}}]
"""


def respond(folder: Path, name: str, group: str, pot: object, cup: object) -> None:
    (folder / "responses" / f"{name}.yaml").write_text(
        "schema: nlcaudit/response/1\n"
        'toolkit: {id: tea, version: "1", path: ../../tea.yaml}\n'
        f"respondent: {name}\ngroup: {group}\nframeworks: [tea]\nanswers:\n"
        f"  pot: {{{pot}}}\n  cup: {{{cup}}}\n",
        encoding="utf-8",
    )


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Five guests, five cooks and two cats; the pot weighs 3, the cup 1."""
    tea = TEA + QUESTION.format(name="pot", code="T1", weight=3) + QUESTION.format(name="cup", code="T2", weight=1)
    (tmp_path / "tea.yaml").write_text(tea, encoding="utf-8")
    folder = tmp_path / "house"
    (folder / "responses").mkdir(parents=True)
    (folder / "engagement.yaml").write_text(
        "schema: nlcaudit/engagement/1\ncity: House\ndate: 2026-01-01\n"
        'toolkit: {id: tea, version: "1", path: ../tea.yaml}\ndepth: full\nlanguages: [en]\n',
        encoding="utf-8",
    )
    for number in range(5):
        respond(folder, f"guest-{number}", "guests", "rating: 2", "rating: 1")
        respond(folder, f"cook-{number}", "cooks", "rating: 1", "rating: 0")
    respond(folder, "cat-0", "cats", "rating: 0", "dont_know: true")
    respond(folder, "cat-1", "cats", "rating: 1", "rating: 1")
    return folder


def test_the_profile_has_a_line_for_each_framework(nlcaudit, house):
    ended = nlcaudit("score", "--in", house)
    assert ended.code == 0
    assert ended.out == (
        "tea 1: scores from 0 to 100, from the answers of 12 persons\n"
        "\n"
        "Framework  Score  In words       Bounds     Answered  Stage  Trust  Upstairs  Downstairs\n"
        "Tea        60.9   Third quarter  57.8–64.1  97 %      –      B      1.8       0.7\n"
        "\n"
        "Nothing is shown that rests on fewer than 5 persons, or would give it away.\n"
    )
    assert ended.err == f"Next: nlcaudit report --in {house}\n"


def test_quiet_says_nothing_about_the_run(nlcaudit, house):
    assert nlcaudit("score", "--in", house, "--quiet").err == ""


def test_french_has_its_words_and_its_comma(nlcaudit, house):
    out = nlcaudit("score", "--in", house, "--lang", "fr").out
    assert out.splitlines()[3].split("  ")[0] == "Thé"
    assert "60,9" in out
    assert "repose sur moins de 5 personnes" in out


def test_the_terms_of_a_mean_sum_to_it_exactly(nlcaudit, house):
    found = json.loads(nlcaudit("score", "--in", house, "--explain", "making", "--format", "json", "--unprotected").out)
    summed = sum(fraction(term["share"]) * fraction(term["value"]["exact"]) for term in found["terms"])
    assert [term["id"] for term in found["terms"]] == ["pot", "cup"]
    assert [fraction(term["share"]) for term in found["terms"]] == [Fraction(3, 4), Fraction(1, 4)]
    assert summed == fraction(found["estimate"]["exact"]) == Fraction(39, 64)


def fraction(written: dict[str, int]) -> Fraction:
    return Fraction(written["numerator"], written["denominator"])


def test_an_explanation_in_words_ends_with_the_sum(nlcaudit, house):
    out = nlcaudit("score", "--in", house, "--explain", "pot", "--unprotected").out
    assert out == (
        "pot = 68.8 (275/4)\n"
        "  1/2 × downstairs: 37.5 (75/2)\n"
        "  1/2 × upstairs: 100.0\n"
        "  sum of shares × values: 68.8 (275/4)\n"
    )


def test_a_small_group_is_not_explained(nlcaudit, house):
    assert nlcaudit("score", "--in", house, "--explain", "pot@cats").out == (
        "pot@cats = withheld\n  what makes it is withheld, or nothing was rated\n"
    )
    assert "1/2 × 0: 0.0" in nlcaudit("score", "--in", house, "--explain", "pot@cats", "--unprotected").out


def test_a_number_over_a_small_group_is_shown_without_its_fraction(nlcaudit, house):
    tree = json.loads(nlcaudit("score", "--in", house, "--format", "json").out)["frameworks"][0]["result"]
    assert tree["estimate"] == {"state": "shown", "score": "60.9", "level": "1.2"}
    assert tree["groups"]["cats"] == {"state": "withheld"}
    assert tree["sides"]["upstairs"]["exact"] == {"numerator": 7, "denominator": 8}


def test_unprotected_says_so(nlcaudit, house):
    out = nlcaudit("score", "--in", house, "--unprotected").out
    assert out.splitlines()[-1] == (
        "UNPROTECTED: this shows what single people answered. For the analyst’s screen only."
    )


def test_an_unknown_id_is_refused_with_the_nearest(nlcaudit, house):
    ended = nlcaudit("score", "--in", house, "--explain", "pott")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "nlcaudit: there is no question, theme or framework “pott”\n    hint: did you mean “pot”?\n"


def test_an_error_in_a_response_stops_the_score(nlcaudit, house):
    respond(house, "guest-0", "guests", "rating: 7", "rating: 1")
    ended = nlcaudit("score", "--in", house)
    assert (ended.code, ended.out) == (1, "")
    assert f"{house}/responses/guest-0.yaml:7:17: error NLC502" in ended.err


def test_a_folder_without_engagement_ends_with_3(nlcaudit, tmp_path):
    ended = nlcaudit("score", "--in", tmp_path)
    assert ended.code == 3
    assert "there is no engagement.yaml" in ended.err


def test_the_example_city_scores(nlcaudit):
    card = json.loads(nlcaudit("score", "--in", PORT_AZUR, "--format", "json").out)
    assert [f["id"] for f in card["frameworks"] if f["role"] == "competency"] == [
        "trust", "inclusivity", "coordination", "communication", "capacity", "sustainability",
    ]  # fmt: skip
    assert card["respondents"] == 25
    assert [p["group"] for p in card["presence"] if p["unheard"]] == ["youth-work"]
    assert [i["name"] for i in card["institutions"]] == ["Port-Azur Probation Service"]


def test_coverage_is_a_percentage_that_counts_nobody(nlcaudit, house):
    tree = json.loads(nlcaudit("score", "--in", house, "--format", "json").out)["frameworks"][0]["result"]
    assert tree["coverage"] == {"percent": "96.9"}


def test_a_negative_weight_is_refused_where_it_stands(nlcaudit, house):
    tea = house.parent / "tea.yaml"
    weights = "  scoring: {weights: {groups: {cats: -1}}}\n  sources:"
    tea.write_text(tea.read_text(encoding="utf-8").replace("  sources:", weights, 1), encoding="utf-8")
    ended = nlcaudit("validate", tea)
    assert ended.code == 1
    assert f"{tea}:19:38: error NLC107: “cats” is -1\n" in ended.out
