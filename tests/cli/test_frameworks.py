"""`nlcaudit frameworks`."""

from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_shipped_frameworks_are_listed(nlcaudit):
    ended = nlcaudit("frameworks", "list")
    assert ended.code == 0
    assert ended.out.startswith("nlc ")
    assert [
        word for word in ("trust", "inclusivity", "coordination", "ten-lessons") if f"\n  {word} " not in ended.out
    ] == []


def test_a_framework_is_shown_in_the_language_asked_for(nlcaudit):
    english, french = nlcaudit("frameworks", "show", "trust"), nlcaudit("frameworks", "show", "trust", "--lang", "fr")
    assert (english.code, french.code) == (0, 0)
    assert english.out.startswith("Trust\n")
    assert french.out.startswith("Confiance\n")


def test_a_toolkit_is_shown_by_folder_and_a_framework_by_file(nlcaudit):
    kitchen = ROOT / "tests/toolkits/kitchen"
    assert nlcaudit("frameworks", "show", kitchen).out.startswith("kitchen 2026.1  Hygiene in school kitchens\n")
    assert nlcaudit("frameworks", "show", kitchen / "haende.yaml").out.startswith("Hände\n")
    assert "stairs-first" not in nlcaudit("frameworks", "show", ROOT / "tests/toolkits/stairs.yaml").err


def test_a_framework_of_another_toolkit(nlcaudit):
    ended = nlcaudit("frameworks", "show", "kuehlung", "--toolkit", ROOT / "tests/toolkits/kitchen")
    assert ended.out.startswith("Kühlung\n")


def test_a_language_that_the_toolkit_does_not_have(nlcaudit):
    ended = nlcaudit("frameworks", "show", "trust", "--lang", "de")
    assert (ended.code, ended.out) == (2, "")
    assert "“trust” is not written in “de”" in ended.err


def test_an_unknown_name_ends_with_3_and_the_closest_one(nlcaudit):
    ended = nlcaudit("frameworks", "show", "trsut")
    assert (ended.code, ended.out) == (3, "")
    assert ended.err == "nlcaudit: there is no toolkit or framework “trsut”\n    hint: did you mean “trust”?\n"


def test_a_framework_of_a_broken_toolkit_shows_what_is_wrong_with_the_toolkit(nlcaudit, tmp_path):
    for path in (ROOT / "tests/toolkits/kitchen").iterdir():
        (tmp_path / path.name).write_text(path.read_text("utf-8").replace("id: kuehlung\n", "id: keller\n", 1), "utf-8")
    ended = nlcaudit("frameworks", "show", "haende", "--toolkit", tmp_path)
    assert (ended.code, ended.out) == (1, "")
    assert "NLC209" in ended.err
    assert "there is no toolkit" not in ended.err
