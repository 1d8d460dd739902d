"""What comes from other people, by mistake or on purpose, is told in findings: no traceback, no long wait, no write."""

import os
from pathlib import Path
from random import Random

import pytest
from hostile.mutating import CORPUS, MEGABYTES, PIECES, WATCH, Case, case_of, damaged, folders, megabytes, try_out
from hypothesis import given, settings
from hypothesis import strategies as st

from nlcaudit.output import render_text
from nlcaudit.validation import validate_paths

HERE = Path(__file__).parent
FIRST, NUMBER, DRAWN = 1_000_000, 1_750, 250
KEPT = [int(line.split()[0]) for line in (HERE / "seeds.txt").read_text("utf-8").splitlines() if line[:1].isdigit()]
TEA = (CORPUS / "valid/tea.yaml").read_text("utf-8")


@pytest.fixture(scope="module")
def scratch(tmp_path_factory):
    return tmp_path_factory.mktemp("damaged")


def test_what_once_went_wrong_goes_well(scratch):
    assert {seed: said for seed in KEPT if (said := try_out(case_of(seed), scratch))} == {}


@pytest.mark.parametrize("part", range(10))
def test_damaged_files_are_told(scratch, part):
    seeds = range(FIRST + part * NUMBER // 10, FIRST + (part + 1) * NUMBER // 10)
    wrong = {seed: said for seed in seeds if (said := try_out(case_of(seed), scratch))}
    assert wrong == {}, "mend it, and keep its seed in seeds.txt"
    assert megabytes() < 3 * MEGABYTES, "the tests before it are in this figure, too"


@settings(max_examples=DRAWN)
@given(st.data())
def test_files_with_drawn_pieces_are_told(scratch, data):
    folder = data.draw(st.sampled_from(folders()))
    files = [path for path in sorted(folder.rglob("*.yaml")) if path.stat().st_size < 20_000]
    file = data.draw(st.sampled_from(files)) if files else folder
    if file is folder:
        return
    raw = file.read_bytes()
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(raw)))
        piece = data.draw(st.sampled_from(PIECES) | st.text(max_size=6)).encode("utf-8", "surrogatepass")
        raw = raw[:start] + piece + raw[start + data.draw(st.integers(0, 12)) :]
    assert try_out(Case(folder, file.relative_to(folder), 1), scratch, raw) == ""


def test_a_seed_stands_for_the_same_bytes():
    assert damaged(b"schema: x\n" * 9, Random(7)) == damaged(b"schema: x\n" * 9, Random(7))
    assert case_of(FIRST).raw != (case_of(FIRST).folder / case_of(FIRST).file).read_bytes()


def test_the_watch_sees_a_write(scratch):
    case = case_of(FIRST)
    assert try_out(case, scratch) == ""
    with WATCH.watching():
        (scratch / "written").write_text("x", "utf-8")
    assert len(WATCH.written) == 1
    WATCH.written = []


def told(tmp_path, raw):
    path = tmp_path / "tea.yaml"
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode("utf-8", "surrogatepass"))
    found = validate_paths([path]).diagnostics
    render_text(found)
    return [one.code for one in found]


BOMB = "schema: nlcaudit/framework/1\na0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)


@pytest.mark.parametrize(
    ("raw", "codes"),
    [
        (BOMB, ["NLC003"]),
        ("schema: nlcaudit/framework/1\na: &a {b: *a}\n", ["NLC012"]),
        ("a: " + "[" * 100_000, ["NLC003"]),
        ("a: " + "{a: " * 100_000, ["NLC003"]),
        ("".join(f"{'  ' * n}a:\n" for n in range(700)), ["NLC003"]),
        ("a: " + "x" * 2**20, ["NLC003"]),
        ("a: {" + "k, " * 200_000 + "}", ["NLC003", "NLC010"]),
        (TEA.replace("Tea", "T\x00ea", 1), ["NLC004"]),
        ("\ufeff" + TEA, []),
        (TEA.replace("Tea", "T\ufeffea", 1), ["NLC004"]),
        (TEA.encode("utf-16"), ["NLC001"]),
        (TEA.encode("utf-32"), ["NLC001"]),
        (TEA.replace("\n", "\r\n"), []),
        (TEA.replace("\n", "\r"), []),
        (TEA.replace("\n  ", "\n\t"), ["NLC007"]),
    ],
    ids=["alias-bomb", "alias-loop", "brackets", "braces", "depth", "huge", "braces-of-words", "nul", "bom",
         "bom-inside", "utf-16", "utf-32", "crlf", "cr", "tabs"],
)  # fmt: skip
def test_a_hostile_text_has_one_finding_or_none(tmp_path, raw, codes):
    assert told(tmp_path, raw) == codes


def test_a_long_text_within_the_limit_is_read(tmp_path):
    text = TEA.replace("title: ", "notes_of_mine: " + "x " * 400_000 + "\ntitle: ", 1)
    assert told(tmp_path, text) == ["NLC102"]


def said_of(path):
    checked = validate_paths([path])
    return [*checked.unopened, *(one.message for one in checked.diagnostics)]


@pytest.mark.parametrize(
    "name", ["tea.yaml", "responses", "responses/mint-07.yaml", "engagement.yaml", "workshop.yaml"]
)
@pytest.mark.parametrize("kind", ["pipe", "loop", "folder"])
def test_what_is_no_file_in_an_engagement_is_told(tmp_path, name, kind):
    (tmp_path / "responses").mkdir()
    (tmp_path / "engagement.yaml").write_text(
        "schema: nlcaudit/engagement/1\ncity: X\ndate: 2026-05-01\nlanguages: [en]\n"
        'toolkit: {id: nlc, version: "1.0.0"}\n',
        "utf-8",
    )
    path = tmp_path / name
    if path.is_dir():
        path.rmdir()
    path.unlink(missing_ok=True)
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "loop":
        path.symlink_to(path)
    else:
        path.mkdir()
    harmless = name == "tea.yaml" or (name, kind) == ("responses", "folder")  # nothing that an engagement reads
    assert bool(said_of(tmp_path)) is not harmless
    assert bool(said_of(path)) is (kind != "folder")  # there is nothing in it


def test_ten_thousand_files_are_checked(tmp_path):
    for number in range(10_000):
        (tmp_path / f"{number}.yaml").write_bytes(b"schema: nlcaudit/nothing/1\n")
    checked = validate_paths([tmp_path])
    assert (checked.files, {one.code for one in checked.diagnostics}) == (10_000, {"NLC110"})
