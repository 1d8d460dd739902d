"""`nlcaudit frameworks stamp`: translations that went stale are noticed until somebody says they are right again."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NAME = "trust/trust-obstacles/trust-obstacles-named/text"


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """A copy of the shipped toolkit with a fresh lock."""
    folder = tmp_path / "nlc"
    shutil.copytree(ROOT / "frameworks/nlc", folder)
    return folder


def reword(kit: Path) -> None:
    path = kit / "trust.yaml"
    old = "Do national and local partners name together"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, "Do partners on both sides name together"), encoding="utf-8")


def test_the_shipped_lock_is_up_to_date(nlcaudit, kit):
    before = (kit / "translations.lock.yaml").read_bytes()
    ended = nlcaudit("frameworks", "stamp", kit)
    assert (ended.code, ended.out) == (0, "")
    assert (kit / "translations.lock.yaml").read_bytes() == before


def test_a_reworded_source_makes_its_translation_stale(nlcaudit, kit):
    reword(kit)
    ended = nlcaudit("validate", kit)
    assert ended.code == 0
    assert ended.out.startswith(
        f"{kit}/trust.yaml:29:15: warning NLC403: {NAME} changed after it was translated into fr\n"
    )
    assert nlcaudit("validate", "--strict", kit).code == 1


def test_stamping_again_does_not_hide_what_is_stale(nlcaudit, kit):
    reword(kit)
    assert nlcaudit("frameworks", "stamp", kit).out == f"{NAME}\n"
    assert "NLC403" in nlcaudit("validate", kit).out


def test_a_translation_that_was_corrected_is_fresh_again(nlcaudit, kit):
    reword(kit)
    assert nlcaudit("frameworks", "stamp", kit, "--route", NAME).out == ""
    assert nlcaudit("validate", kit).out == ""


def test_a_new_translation_waits_for_its_stamp(nlcaudit, kit):
    lock = kit / "translations.lock.yaml"
    kept = [line for line in lock.read_text(encoding="utf-8").splitlines() if f"  {NAME}:" not in line]
    lock.write_text("\n".join(kept) + "\n", encoding="utf-8")
    assert "warning NLC412" in nlcaudit("validate", kit).out
    nlcaudit("frameworks", "stamp", kit)
    assert nlcaudit("validate", kit).out == ""


def test_without_a_lock_nothing_is_asked(nlcaudit, kit):
    (kit / "translations.lock.yaml").unlink()
    reword(kit)
    assert nlcaudit("validate", kit).out == ""


def test_an_unknown_route_is_refused_and_nothing_is_written(nlcaudit, kit):
    before = (kit / "translations.lock.yaml").read_bytes()
    ended = nlcaudit("frameworks", "stamp", kit, "--route", NAME + "s")
    assert ended.code == 2
    assert f"did you mean “{NAME}”?" in ended.err
    assert (kit / "translations.lock.yaml").read_bytes() == before


def test_a_broken_lock_is_a_finding_and_is_not_overwritten(nlcaudit, kit):
    (kit / "translations.lock.yaml").write_text("schema: nlcaudit/translations/1\nstamps: 3\n", encoding="utf-8")
    ended = nlcaudit("frameworks", "stamp", kit)
    assert ended.code == 1
    assert "NLC103" in ended.err
    assert (kit / "translations.lock.yaml").read_text(encoding="utf-8").endswith("stamps: 3\n")
