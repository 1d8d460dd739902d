"""A save is whole or not at all, whatever the disk does."""

import multiprocessing
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from nlcaudit.errors import ExitCode, PathError
from nlcaudit.store import Kept, save_durably
from nlcaudit.store.saving import sweep

NOBODY = 65534


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def in_a_child(act, *wanted):
    """Run `act` in a process of its own and return what it says."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    child = context.Process(target=lambda: theirs.send(act(*wanted)))
    child.start()
    assert ours.poll(20)
    said = ours.recv()
    child.join()
    return said


def message_of(act, *wanted):
    try:
        act(*wanted)
    except PathError as error:
        return error.message, error.exit_code
    return None


def test_a_save_replaces_the_content_and_leaves_nothing_beside(tmp_path):
    path = tmp_path / "a.yaml"
    for text in ("one\n", "deux é 👍\n"):
        save_durably(path, text)
        assert (path.read_text(encoding="utf-8"), names(tmp_path)) == (text, ["a.yaml"])


def test_a_new_file_is_its_owners_alone_and_an_old_one_keeps_its_permissions(tmp_path):
    path = tmp_path / "a.yaml"
    save_durably(path, "one")
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o664)
    save_durably(path, "two")
    assert path.stat().st_mode & 0o777 == 0o664


def test_a_link_is_followed(tmp_path):
    (tmp_path / "real.yaml").write_text("one")
    (tmp_path / "link.yaml").symlink_to("real.yaml")
    save_durably(tmp_path / "link.yaml", "two")
    assert ((tmp_path / "real.yaml").read_text(), (tmp_path / "link.yaml").is_symlink()) == ("two", True)


def _full(path):
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
    return message_of(save_durably, path, "x" * 1_000)


def test_when_no_more_fits_the_old_file_survives(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("old")
    assert in_a_child(_full, path) == (f"cannot save {path}: file too large", ExitCode.PATH)
    assert (path.read_text(), names(tmp_path)) == ("old", ["a.yaml"])


def test_on_a_full_disk_the_old_file_survives(tmp_path):
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "none", tmp_path], capture_output=True, check=False
    )
    path = tmp_path / "a.yaml"
    try:
        path.write_text("old")
        limit = None if mounted.returncode == 0 else 1_000_000
        said = in_a_child(_fill, path, limit)
        assert said in {
            (f"cannot save {path}: no space left on device", ExitCode.PATH),
            (f"cannot save {path}: file too large", ExitCode.PATH),
        }
        assert (path.read_text(), names(tmp_path)) == ("old", ["a.yaml"])
    finally:
        if mounted.returncode == 0:
            subprocess.run(["umount", tmp_path], check=True)


def _fill(path, limit):
    """Without the right to mount, the limit on file sizes stands in for the disk's end."""
    if limit is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    return message_of(save_durably, path, "x" * 3_000_000)


def _as_somebody_else(path):
    if os.getuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    return message_of(save_durably, path, "new")


@pytest.fixture
def open_to_all(tmp_path_factory):
    """A folder that another user can reach."""
    folder = tmp_path_factory.mktemp("shared")
    changed = [parent for parent in folder.parents if parent.stat().st_uid == os.getuid() and parent != Path("/")]
    before = [(parent, parent.stat().st_mode) for parent in changed]
    for parent in changed:
        parent.chmod(parent.stat().st_mode | 0o055)
    yield folder
    folder.chmod(0o755)
    for parent, mode in before:
        parent.chmod(mode)


def test_in_a_folder_that_cannot_be_written_the_old_file_survives(open_to_all):
    path = open_to_all / "a.yaml"
    path.write_text("old")
    open_to_all.chmod(0o555)
    assert in_a_child(_as_somebody_else, path) == (f"cannot save {path}: permission denied", ExitCode.PATH)
    assert path.read_text() == "old"


def test_a_folder_that_is_gone_is_named(tmp_path):
    path = tmp_path / "gone" / "a.yaml"
    assert message_of(save_durably, path, "x") == (f"cannot save {path}: no such file or directory", ExitCode.PATH)


def test_what_another_program_wrote_meanwhile_is_not_overwritten(tmp_path):
    path = tmp_path / "a.yaml"
    kept = Kept(path)
    kept.save("mine")
    kept.save("mine again")
    path.write_text("theirs")
    with pytest.raises(PathError, match="changed by another program"):
        kept.save("mine, too")
    assert path.read_text() == "theirs"


def test_a_file_that_appeared_meanwhile_is_not_overwritten(tmp_path):
    kept = Kept(tmp_path / "a.yaml")
    (tmp_path / "a.yaml").write_text("theirs")
    with pytest.raises(PathError):
        kept.save("mine")


def test_drafts_of_a_killed_process_are_swept_and_nothing_else(tmp_path):
    for name in (".a.yaml.0badcafe.tmp", ".b.yaml.0badcafe.tmp", "a.yaml", "other.tmp"):
        (tmp_path / name).touch()
    sweep(tmp_path / "a.yaml")
    assert names(tmp_path) == [".b.yaml.0badcafe.tmp", "a.yaml", "other.tmp"]


def test_a_process_killed_while_it_saves_leaves_the_old_or_the_new_file_whole(tmp_path):
    path = tmp_path / "a.yaml"
    texts = {f"{n}" * 20_000 for n in range(10)}
    code = (
        "import sys, itertools, pathlib; from nlcaudit.store import save_durably\n"
        "print('go', flush=True)\n"
        f"for n in itertools.cycle(range(10)): save_durably(pathlib.Path({str(path)!r}), str(n) * 20_000)"
    )
    for wait in (0.01, 0.03, 0.06, 0.1):
        with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as child:
            child.stdout.readline()
            multiprocessing.Event().wait(wait)
            child.kill()
        assert not path.exists() or path.read_text() in texts
