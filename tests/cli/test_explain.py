"""`nlcaudit explain`."""

import pytest

from nlcaudit.rules.registry import RULES


def test_a_rule_is_explained_by_code_or_name_in_any_case(nlcaudit):
    by_code = nlcaudit("explain", "NLC201")
    assert by_code.code == 0
    assert by_code.out.startswith("NLC201 unknown-source (error)\n\nCites a source")
    assert nlcaudit("explain", "nlc201").out == by_code.out
    assert nlcaudit("explain", "Unknown-Source").out == by_code.out


def test_every_rule_is_listed(nlcaudit):
    lines = nlcaudit("explain", "--list").out.splitlines()
    assert [line[:6] for line in lines] == sorted(RULES)


@pytest.mark.parametrize(("arguments", "said"), [(["NLC299"], "did you mean “NLC"), ([], "nlcaudit explain --list")])
def test_an_unknown_rule_ends_with_2_and_a_way_out(nlcaudit, arguments, said):
    ended = nlcaudit("explain", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err
