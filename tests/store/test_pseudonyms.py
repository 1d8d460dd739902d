"""Pseudonyms are short, sayable and not taken."""

import re

from nlcaudit.store import new_pseudonym


def test_a_pseudonym_is_two_consonants_and_four_digits():
    drawn = {new_pseudonym() for _ in range(500)}
    assert len(drawn) > 450
    assert all(re.fullmatch(r"[bcdfgjkmnpqrtvwxz]{2}-[234579]{4}", code) for code in drawn)


def test_a_taken_pseudonym_is_not_drawn_again():
    class AllButOne:
        def __init__(self):
            self.asked = []

        def __contains__(self, code):
            self.asked.append(code)
            return len(self.asked) < 4

    taken = AllButOne()
    assert new_pseudonym(taken) == taken.asked[3]
