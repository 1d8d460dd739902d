"""One process at a time; a lock dies with its process."""

import os
import signal
import subprocess
import sys

import pytest

from nlcaudit.errors import ExitCode, PathError
from nlcaudit.store import locked

HOLD = """\
import pathlib, sys, time
from nlcaudit.store import locked
with locked(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def holder(tmp_path):
    """Another process that holds the lock of a.yaml."""
    with subprocess.Popen([sys.executable, "-c", HOLD, tmp_path / "a.yaml"], stdout=subprocess.PIPE) as child:
        child.stdout.readline()
        yield child
        child.kill()


def test_a_second_process_is_refused_with_the_way_out(tmp_path, holder):
    with pytest.raises(PathError) as refused, locked(tmp_path / "a.yaml"):
        pass
    assert refused.value.message == f"{tmp_path / 'a.yaml'} is open in another nlcaudit (process {holder.pid})"
    assert "finish there with q" in refused.value.hint
    assert refused.value.exit_code == ExitCode.PATH


def test_the_lock_of_a_killed_process_is_free(tmp_path, holder):
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    assert names(tmp_path) == [".a.yaml.lock"]
    with locked(tmp_path / "a.yaml"):
        pass
    assert names(tmp_path) == []


def test_another_file_of_the_folder_is_not_locked(tmp_path, holder):
    assert holder.poll() is None
    with locked(tmp_path / "b.yaml"):
        assert ".b.yaml.lock" in names(tmp_path)


def test_a_lock_is_free_again_after_an_error(tmp_path):
    with pytest.raises(ZeroDivisionError), locked(tmp_path / "a.yaml"):
        raise ZeroDivisionError
    with locked(tmp_path / "a.yaml"):
        pass


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(PathError, match="no such file or directory"), locked(tmp_path / "gone" / "a.yaml"):
        pass


def test_a_lock_file_that_was_removed_while_it_was_waited_for_locks_nothing(tmp_path, monkeypatch):
    """The process before removes the file between our opening and locking it: the lock is taken on a new one."""
    beside, opened = tmp_path / ".a.yaml.lock", []
    true_open = os.open

    def open_and_lose(path, flags, mode=0o777):
        descriptor = true_open(path, flags, mode)
        if not opened:
            beside.unlink()
        opened.append(descriptor)
        return descriptor

    monkeypatch.setattr(os, "open", open_and_lose)
    with locked(tmp_path / "a.yaml"):
        assert (len(opened), beside.read_text()) == (2, f"{os.getpid()}\n")
    assert names(tmp_path) == []
