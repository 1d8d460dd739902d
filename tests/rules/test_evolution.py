"""What the rules on migrations and older versions find, case by case."""

from pathlib import Path

import pytest

from nlcaudit.loader import load_toolkit
from nlcaudit.validation import validate_paths

ROOT = Path(__file__).parents[2]
TEA = (ROOT / "tests/corpus/valid/tea.yaml").read_text(encoding="utf-8")
HOUSE = """\
schema: nlcaudit/toolkit/1
id: tea-house
version: "1.0"
title: The tea house
summary: Tea, and what goes with it.
languages: [{id: en}]
"""


def tea(version="2.0", migrations="", *swaps):
    block = "".join(f"  {line}\n" for line in migrations.splitlines())
    text = TEA.replace('version: "1.0"', f'version: "{version}"').replace("themes:\n", f"{block}themes:\n", 1)
    for old, new in swaps:
        assert old in text, old
        text = text.replace(old, new)
    return text


def found(tmp_path, text, old=None):
    path = tmp_path / "tea.yaml"
    path.write_text(text, "utf-8")
    if old is not None:
        (tmp_path / "old").mkdir()
        (tmp_path / "old/tea.yaml").write_text(old, "utf-8")
    checked = validate_paths([path], str(tmp_path / "old/tea.yaml") if old is not None else None)
    assert checked.unopened == ()
    return [f"{d.line}: {d.code} {d.message}" for d in checked.diagnostics]


@pytest.mark.parametrize(("migrations", "expected"), [
    ('migrations:\n  - to: "spring"', "33: NLC606 “spring” is not a version of one to three numbers"),
    ('migrations:\n  - to: "2.1"', "33: NLC606 2.1 is not a version up to 2.0"),
    ('migrations:\n  - to: "2.0"\n    renamed: {a: tea-boiled}\n    removed: {a: why}',
     "34: NLC609 a is renamed and removed"),
    ('migrations:\n  - to: "2.0"\n    restored: [tea-cold]', "34: NLC607 there is no “tea-cold” in that version"),
    ('migrations:\n  - to: "2.0"\n    levels: {tea-cold: [0, 1, 2]}',
     "34: NLC607 there is no “tea-cold” in that version"),
    ('migrations:\n  - to: "2.0"\n    groups: {maids: butlers}', "34: NLC607 there is no “butlers” in that version"),
    ('migrations:\n  - to: "2.0"\n    sides: {guests: kitchen}', "34: NLC608 “guests” is there all the same"),
    ('migrations:\n  - to: "2.0"\n    frameworks: {coffee: cocoa}', "34: NLC607 there is no “cocoa” in that version"),
    ('migrations:\n  - to: "2.0"\n    levels: {tea-boiled: [0, 1]}', "34: NLC611 2 entries for 3 levels"),
    ('migrations:\n  - to: "2.0"\n    scale: [0, 3]', "34: NLC611 level 3 is not on the scale"),
    ('migrations:\n  - to: "1.5"\n    scale: [0, 2]\n  - to: "2.0"\n    scale: [0, 1]',
     "34: NLC611 level 2 is not on the scale"),
])  # fmt: skip
def test_a_migration_that_does_not_fit_has_one_finding(tmp_path, migrations, expected):
    assert found(tmp_path, tea("2.0", migrations)) == [expected]


def test_a_way_there_and_back_and_ids_that_move_on_are_sound(tmp_path):
    steps = (
        'migrations:\n  - to: "1.1"\n    renamed: {tea-boiled: tea-hot, tea-cup: tea-mug}\n'
        '  - to: "1.2"\n    renamed: {tea-hot: tea-boiled}\n    removed: {tea-mug: Mugs are gone.}\n'
        '  - to: "2.0"\n    scale: [0, 0, 1, 2]\n    levels: {tea-boiled: [0, 1, 1, 2]}\n    groups: {maids: waiters}\n'
    )
    assert found(tmp_path, tea("2.0", steps)) == []


def test_nothing_is_said_of_targets_while_a_part_cannot_be_read(tmp_path):
    house = tmp_path / "house"
    house.mkdir()
    shared = TEA[TEA.index("  scale:\n") : TEA.index("themes:\n")]
    head = HOUSE + "".join(f"{line[2:]}\n" for line in shared.splitlines())
    head += 'migrations:\n  - to: "1.0"\n    renamed: {a: tea-boiled}\nmembers: [{id: tea, role: competency}]\n'
    (house / "toolkit.yaml").write_text(head, "utf-8")
    (house / "tea.yaml").write_text("schema: nlcaudit/framework/1\n", "utf-8")
    codes = {d.code for d in load_toolkit(str(house)).diagnostics}
    assert codes == {"NLC101"}


@pytest.mark.parametrize(("swap", "expected"), [
    (("    - {id: regulars, label: Regular guests, side: guests}\n", ""), "the group regulars is gone"),
    (("id: guests", "id: eaters"), "the side guests is gone"),
])  # fmt: skip
def test_what_responses_name_is_missed_where_it_stood(tmp_path, swap, expected):
    swaps = [swap, ("side: guests", "side: eaters")] if "eaters" in swap[1] else [swap]
    text = tea("2.0", "", *swaps)
    [one] = [line for line in found(tmp_path, text, TEA) if "NLC601" in line]
    assert one.endswith(expected)


def test_a_framework_whose_question_moved_to_another_file_is_missed(tmp_path):
    other = tea("2.0", "", ("id: tea\n", "id: coffee\n"))
    lines = found(tmp_path, other, TEA)
    assert [line.split(" ", 1)[1] for line in lines] == ["NLC601 the framework tea is gone"]


def test_the_version_is_judged_as_if_what_is_missing_were_declared(tmp_path):
    text = tea("1.1", "", ("- id: tea-boiled", "- id: tea-boiling"))
    assert found(tmp_path, text, TEA) == ["36: NLC601 tea-boiling asks what tea-boiled asked before"]


def test_an_answered_file_of_a_newer_version_is_only_a_warning(tmp_path):
    (tmp_path / "tea.yaml").write_text(TEA, "utf-8")
    response = (
        'schema: nlcaudit/response/1\ntoolkit: {id: tea, version: "3.0", path: tea.yaml}\nrespondent: mint-07\n'
        "group: cooks\nframeworks: [tea]\nanswers: {tea-boiled: {rating: 1}}\n"
        'orphaned: [{question: tea-cold, version: "1.0", answer: {rating: 1}}]\n'
    )
    (tmp_path / "mint-07.yaml").write_text(response, "utf-8")
    checked = validate_paths([tmp_path / "mint-07.yaml"])
    assert [(d.code, d.severity) for d in checked.diagnostics] == [("NLC504", "warning")]


def test_a_response_that_cannot_move_says_why_in_its_finding(tmp_path):
    step = 'migrations:\n  - to: "2.0"\n    renamed: {tea-hot: tea-boiled}'
    (tmp_path / "tea.yaml").write_text(tea("2.0", step), "utf-8")
    response = (
        'schema: nlcaudit/response/1\ntoolkit: {id: tea, version: "1.0", path: tea.yaml}\nrespondent: mint-07\n'
        "group: butlers\nframeworks: [tea]\nanswers: {tea-hot: {rating: 1}}\n"
    )
    (tmp_path / "mint-07.yaml").write_text(response, "utf-8")
    checked = validate_paths([tmp_path / "mint-07.yaml"])
    assert [(d.code, d.message) for d in checked.diagnostics] == [("NLC612", "its group “butlers” is gone")]
