"""Words that no line can hold."""

from hypothesis import given
from hypothesis import strategies as st

from nlcaudit.rendering.breaking import LONGEST, PIECE, pieces


@given(st.text(st.sampled_from("bé-\u00a0 👩\u200d🏽🇫🇷e\u0301م"), max_size=200))
def test_the_pieces_of_a_text_are_the_text(text):
    cut = pieces(text)
    assert "".join(cut) == text
    assert all(len(piece) >= PIECE for piece in cut[:-1])


def test_words_that_a_line_can_hold_stay_whole():
    text = " ".join(["b" * LONGEST] * 3)
    assert pieces(text) == [text]


def test_a_longer_word_is_cut_and_its_neighbours_are_not():
    assert pieces("one " + "w" * 42 + " two three four five") == [
        "one " + "w" * 8, "w" * 8, "w" * 8, "w" * 8, "w" * 8, "ww two three four five"]  # fmt: skip


def test_what_a_reader_sees_as_one_sign_is_not_cut():
    sign = "👩\u200d👩\u200d👧"
    assert {len(piece) % len(sign) for piece in pieces(sign * 20, 1)} == {0}
    assert {len(piece) % 2 for piece in pieces("e\u0301" * 40, 1)} == {0}
    assert len(pieces("🇫🇷" * 30, 1)) == 1


def test_a_fingerprint_stays_whole():
    assert pieces("made from " + "0f" * 32) == ["made from " + "0f" * 32]
    assert len(pieces("made from " + "0f" * 32 + "-")) > 1
