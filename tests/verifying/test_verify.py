"""Reports made again: the same, changed by hand, or made from something else."""

import shutil
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nlcaudit.engagement import Engagement, engagement_of
from nlcaudit.loader import load_engagement
from nlcaudit.provenance import Provenance, answers_fingerprint, parse_stamp, render_stamp
from nlcaudit.rendering import FORMATS
from nlcaudit.verifying import read_stamp

PORT_AZUR = Path(__file__).parents[2] / "examples/port-azur"
WORDS = st.text(st.characters(min_codepoint=33, max_codepoint=0x2FF), max_size=40)


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The example city, and its report in every format."""
    folder = tmp_path_factory.mktemp("verify")
    shutil.copytree(PORT_AZUR, folder / "city", ignore=shutil.ignore_patterns("reports"))
    return folder


@pytest.fixture
def city(written, tmp_path):
    return Path(shutil.copytree(written / "city", tmp_path / "city"))


@pytest.fixture
def report(nlcaudit, city, tmp_path):
    def make(name="html", *more):
        call = ("report", "--in", city, "--lang", "en", "--format", name, "--out", tmp_path / "out", "--quiet", *more)
        assert nlcaudit(*call).code == 0
        [path] = (tmp_path / "out").iterdir()
        return path

    return make


def verified(nlcaudit, path, city, *more):
    ended = nlcaudit("verify", path, "--in", city, "--quiet", *more)
    return ended.code, ended.out.splitlines()


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_as_it_was_written_is_the_same_byte_for_byte(nlcaudit, report, city, name):
    path = report(name)
    assert verified(nlcaudit, path, city) == (0, [f"{path} is what the answers say, byte for byte"])


@pytest.mark.parametrize("more", [["--edition", "full"], ["--release", "participants"], ["--date", "2026-12-01"],
                                  ["--unprotected"], ["--paper", "letter"]])  # fmt: skip
def test_it_is_made_again_as_it_says_that_it_was_made(nlcaudit, report, city, more):
    path = report("pdf" if "--paper" in more else "md", *more)
    assert verified(nlcaudit, path, city)[0] == 0


@pytest.mark.parametrize(
    ("made", "forgotten"),
    [
        (["--view", "national"], "it is another view, or has other sections"),
        (["--sections", "trust,solid"], "it is another view, or has other sections"),
        (["--earlier", PORT_AZUR.with_name("port-azur-2025")], "the earlier wave is another one"),
    ],
)
def test_what_the_stamp_has_no_room_for_is_named_again_or_missed(nlcaudit, report, city, made, forgotten):
    path = report("md", *made)
    assert verified(nlcaudit, path, city, *made)[0] == 0
    code, out = verified(nlcaudit, path, city)
    assert (code, out[0].split(":")[0]) == (1, forgotten)


def test_one_figure_changed_by_hand_is_found(nlcaudit, report, city):
    path = report()
    text = path.read_text("utf-8")
    assert text.count("48.2") == 1
    path.write_text(text.replace("48.2", "58.2"), "utf-8")
    code, out = verified(nlcaudit, path, city)
    assert code == 1
    assert out == [
        f"{path} was changed after it was made; toolkit and answers are as they were",
        '-<td data-n="Score">58.2',
        '+<td data-n="Score">48.2',
    ]


def test_an_answer_changed_since_is_named_as_the_reason(nlcaudit, report, city):
    path = report("pdf")
    rated = [file for file in (city / "responses").glob("*.yaml") if "rating: 2" in file.read_text("utf-8")]
    source = min(rated)
    source.write_text(source.read_text("utf-8").replace("rating: 2", "rating: 0", 1), "utf-8")
    code, [reason] = verified(nlcaudit, path, city)
    assert code == 1
    assert reason.startswith("answers, or what the engagement says, were changed since: ")


def test_comments_and_layout_change_nothing(nlcaudit, report, city):
    path = report()
    for source in [city / "engagement.yaml", *(city / "responses").glob("*.yaml")]:
        source.write_text("# seen\n" + source.read_text("utf-8") + "\n\n", "utf-8")
    assert verified(nlcaudit, path, city)[0] == 0


def test_a_theme_has_to_be_named_again(nlcaudit, report, city, tmp_path):
    theme = tmp_path / "theme"
    theme.mkdir()
    (theme / "theme.yaml").write_text("schema: nlcaudit/theme/1\nfooter: City Hall\n", "utf-8")
    path = report("html", "--theme", theme)
    code, out = verified(nlcaudit, path, city)
    assert (code, out[0].startswith("theme or templates are other ones")) == (1, True)
    assert verified(nlcaudit, path, city, "--theme", theme)[0] == 0


@pytest.mark.parametrize("name", ["note.txt", "page.html", "page.pdf", "page.docx", "page.json"])
def test_what_is_no_report_of_ours_is_refused(nlcaudit, city, tmp_path, name):
    (tmp_path / name).write_bytes(b"PK\x03\x04 nothing here \xff")
    ended = nlcaudit("verify", tmp_path / name, "--in", city)
    assert (ended.code, "says what it was made from" in ended.err) == (2, True)


def test_a_stamp_written_by_hand_is_refused_where_it_cannot_be(nlcaudit, report, city):
    path = report()
    path.write_text(path.read_text("utf-8").replace("edition=short", "edition=long"), "utf-8")
    ended = nlcaudit("verify", path, "--in", city)
    assert (ended.code, "its stamp was changed by hand" in ended.err) == (2, True)


def test_a_report_that_cannot_be_opened_ends_with_three(nlcaudit, city):
    assert nlcaudit("verify", "missing.html", "--in", city).code == 3


# -- the stamp ---------------------------------------------------------------------------------------------------


STAMPS = st.builds(
    Provenance,
    **dict.fromkeys(("tool", "toolkit", "texts", "answers", "language", "look", "earlier", "parts"), WORDS),
    edition=st.sampled_from(["short", "full"]),
    release=st.sampled_from(["draft", "participants", "public"]),
    date=st.sampled_from(["", "2026-12-01"]),
    protected=st.sampled_from(["yes", "no"]),
    paper=st.sampled_from(["a4", "letter"]),
)


LONG = "0" * 40


@given(STAMPS)
@example(Provenance(*[LONG] * 4, "short", LONG, "participants", "2026-12-01", "yes", LONG, "letter", LONG, LONG))
def test_a_stamp_is_one_plain_line_that_no_page_can_mistake(made):
    line = render_stamp(made)
    assert len(line) <= 255
    assert not set(line) & set("<>\"'()\n\\&")
    assert "--" not in line
    read = parse_stamp(line)
    assert read is not None
    assert render_stamp(read) == line
    assert read_stamp("md", f"words <!-- {line} --> words".encode()) == read


def test_no_sum_over_answers_that_could_be_guessed_is_printed(report, city):
    for source in sorted((city / "responses").glob("*.yaml"))[4:]:
        source.unlink()
    page = report().read_text("utf-8")
    assert " answers=- " in page
    assert "answers with the fingerprint" not in page


def test_every_value_counts_and_the_order_of_files_does_not():
    engagement = load_engagement(PORT_AZUR).engagement
    turned = engagement_of(tuple(reversed(engagement.responses)), engagement.file)
    assert answers_fingerprint(turned) == answers_fingerprint(engagement)
    changed = engagement.responses[0].model_copy(update={"group": "youth-work"})
    other = Engagement(engagement.file, (changed, *engagement.responses[1:]))
    assert answers_fingerprint(other) != answers_fingerprint(engagement)
    released = Engagement(engagement.file.model_copy(update={"release": "public"}), engagement.responses)
    assert answers_fingerprint(released) == answers_fingerprint(engagement)
