"""Long lines on a narrow terminal."""

from io import StringIO

import pytest

from nlcaudit.cli.fitting import fitted

TEXT = "One\n  two words and some more of them\nNext: nlcaudit status --in a-long-name-of-a-city\n"


class Terminal(StringIO):
    def isatty(self):
        return True


@pytest.fixture(autouse=True)
def narrow(monkeypatch):
    monkeypatch.setenv("COLUMNS", "20")


def test_lines_are_broken_at_words_under_their_indent_and_commands_stay_whole():
    assert fitted(TEXT, Terminal()).splitlines() == [
        "One", "  two words and some", "      more of them", "Next: nlcaudit status --in a-long-name-of-a-city",
    ]  # fmt: skip


def test_what_goes_into_a_file_or_a_pipe_is_not_touched():
    assert fitted(TEXT, StringIO()) == TEXT


@pytest.mark.parametrize("columns", ["", "0", "wide"])
def test_where_nobody_says_how_wide_a_terminal_is_80_columns_are_taken(monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    words = "word " * 30
    assert [len(line) for line in fitted(f"{words}\n", Terminal()).splitlines()] == [79, 73]
