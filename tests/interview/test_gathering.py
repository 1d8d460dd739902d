"""What a line of the facilitator means, read without a terminal."""

import pytest

from nlcaudit.interview.gathering import Agreed, Convinced, Listed, Open, Raised, Unread, read_intent

HEARD = ("anna", "ben")


@pytest.mark.parametrize(
    ("line", "intent"),
    [
        ("1", Open("anna")),
        ("02", Open("ben")),
        ("ben", Open("ben")),
        ("r 2", Open("ben")),
        ("r", Listed()),
        ("+", Open("")),
        ("0", Unread("0")),
        ("3", Unread("3")),
        ("0000011", Unread("0000011")),
        ("r 0000011", Unread("0000011")),
        ("h T1 1 2 3", Unread("h T1 1 2 3")),
        ("h", Unread("h")),
        ("a T1 9 too high", Unread("a T1 9 too high")),
        ("a T1 2", Unread("a T1 2")),
        ("e T1", Unread("e T1")),
        ("e T9 minutes", Unread("e T9 minutes")),
    ],
)
def test_a_line_is_read_whole_or_not_at_all(trees, line, intent):
    assert read_intent(line, HEARD, trees) == intent


def test_hands_agreements_and_evidence_name_a_question_by_its_code_or_its_id(trees):
    kit = trees
    question = next(iter(kit.by_id.values()))
    assert read_intent(f"h {question.code.lower()} 1 0 2 0", HEARD, kit) == Raised(question.id, (1, 0, 2, 0))
    assert read_intent(f"a {question.id} 2 we looked", HEARD, kit) == Agreed(question.id, 2, "we looked")
    assert read_intent(f"e {question.code} the minutes", HEARD, kit) == Convinced(question.id, "the minutes")
