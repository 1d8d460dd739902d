"""A journal of typed lines keeps what was confirmed, and never half a line as a whole one."""

import multiprocessing
import resource

import pytest

from nlcaudit.errors import ExitCode, PathError
from nlcaudit.store.journal import Journal


@pytest.fixture
def journal(tmp_path):
    return Journal(tmp_path / "typed", "nlcaudit/paper/1 x")


def test_each_line_comes_back_as_it_was_typed(journal):
    lines = ("12", " Café “noir” ", "", 'a "b" \\')
    assert journal.lines() == ()
    for line in lines:
        journal.append(line)
    assert journal.lines() == lines
    journal.clear()
    journal.clear()
    assert journal.lines() == ()


def test_a_journal_of_something_else_is_not_read(journal):
    journal.append("1")
    assert Journal(journal.path, "nlcaudit/paper/1 y").lines() is None


@pytest.mark.parametrize("damage", [b'"3', b'{oops\n"4"\n', b"\xff\xfe\n"])
def test_nothing_counts_from_a_damaged_line_on(journal, damage):
    journal.append("2")
    journal.path.write_bytes(journal.path.read_bytes() + damage)
    assert journal.lines() == ("2",)
    journal.keep_only(("2",))
    journal.append("5")
    assert journal.lines() == ("2", "5")


def test_a_folder_in_its_place_is_told(journal):
    journal.path.mkdir()
    for act in (journal.lines, lambda: journal.append("1")):
        with pytest.raises(PathError) as told:
            act()
        assert told.value.message == f"cannot use {journal.path}: is a directory"
        assert told.value.hint == "what was typed before is kept; make room, then go on"
        assert told.value.exit_code == ExitCode.PATH


def _append_where_only_half_fits(journal, tell):
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
    try:
        journal.append("x" * 200)
    except PathError as error:
        tell.send(error.message)
    else:
        tell.send("nothing was said")


def test_a_line_of_which_only_a_part_fits_on_the_disk_is_refused_and_does_not_count(journal):
    journal.append("1")
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    child = context.Process(target=_append_where_only_half_fits, args=(journal, theirs))
    child.start()
    assert ours.poll(20)
    assert ours.recv() == f"cannot use {journal.path}: file too large"
    child.join()
    assert journal.lines() == ("1",)
