"""What a report says of an earlier wave, and which it refuses."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from waves.making import PROOF, compared, kit, sheets, wave

from nlcaudit.loader import load_engagement
from nlcaudit.publishing import Order, composed
from nlcaudit.report import Beside, Options, build_report
from nlcaudit.report.waves import told
from nlcaudit.scoring import score
from nlcaudit.waves import compare_waves

EXAMPLES = Path(__file__).parents[2] / "examples"
PORT_AZUR, BEFORE = EXAMPLES / "port-azur", EXAMPLES / "port-azur-2025"
CITY = kit()


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The example city with its first wave, by edition and language."""
    folder = tmp_path_factory.mktemp("waves")
    now, then = load_engagement(PORT_AZUR), load_engagement(BEFORE)
    made = {}
    for edition in ("short", "full"):
        order = Order(folder, "md", "en,fr", edition, earlier=(then.toolkit, then.engagement))
        for path, text in composed(now.toolkit, now.engagement, order):
            made[edition, path.suffixes[0][1:]] = text
    return made


def part(page: str, heading: str, following: str) -> str:
    return page[page.index(heading) :].split(following, maxsplit=1)[0]


def test_the_summary_says_what_rose_what_fell_and_whom_to_thank(pages):
    said = part(pages["short", "en"], "## What changed since 6 November 2025", "\n## ")
    assert "30 people answered then, 25 answer now; 17 of them both times, in the same group." in said
    assert said.count("Risen.") == 2
    assert "Fallen. The same people: from 2.2 (Working) to 1.4 (Starting)." in said
    assert "To thank first, because such a step is theirs to lead: Other municipal services and Civil society." in said
    assert "One more change is in the full edition." in said


def test_the_full_edition_has_every_question_and_what_cannot_be_compared(pages):
    said = part(pages["full", "en"], "Since 6 November 2025, question by question", "\n## ")
    assert "**Of 15 questions, 3 have risen and one has fallen.**" in said
    assert "| 0.4 | 1.0 | \\+0.6 | \\+0.6 | \\+0.6 | Nothing (no new evidence) |" in said
    assert "- The wording changed since: T1 Do national" in said
    assert "- No longer in the toolkit: communication-newsletter" in said


def test_it_says_so_in_french(pages):
    said = part(pages["short", "fr"], "## Ce qui a changé depuis le 6 novembre 2025", "\n## ")
    assert "30 personnes avaient répondu alors, 25 répondent aujourd’hui, dont 17 les deux fois" in said
    assert "En baisse. Les mêmes personnes\u202f: de 2,2 (En fonctionnement) à 1,4 (En démarrage)." in said


def test_without_an_earlier_wave_nothing_is_said_of_one(nlcaudit, tmp_path):
    assert nlcaudit("report", "--in", PORT_AZUR, "--lang", "en", "--format", "md", "--out", tmp_path).code == 0
    assert "What changed" not in (tmp_path / "report.en.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("city: Port-Azur", "city: Port-Blanc", "the earlier wave is about Port-Blanc, this one about Port-Azur"),
        ("date: 2025-11-06", "date: 2026-11-14", "the wave of 2026-11-14 is not earlier than that of 2026-11-14"),
    ],
)
def test_another_city_or_a_later_wave_is_refused(nlcaudit, tmp_path, old, new, said):
    before = Path(shutil.copytree(BEFORE, tmp_path / "before"))
    file = before / "engagement.yaml"
    file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
    ended = nlcaudit("report", "--in", PORT_AZUR, "--earlier", before, "--out", tmp_path / "out")
    assert ended.code == 2
    assert said in ended.err
    assert not (tmp_path / "out").exists()


def test_an_earlier_wave_that_is_not_there_is_told_as_one(nlcaudit, tmp_path):
    ended = nlcaudit("report", "--in", PORT_AZUR, "--earlier", "nowhere", "--out", tmp_path / "out")
    assert ended.code == 3
    assert "there is no earlier wave in nowhere" in ended.err
    assert "--earlier DIR" in ended.err


def test_two_earlier_waves_are_refused(nlcaudit, tmp_path):
    ended = nlcaudit("report", "--in", PORT_AZUR, "--earlier", BEFORE, "--earlier", BEFORE, "--out", tmp_path)
    assert ended.code == 2
    assert "a report has one earlier wave, and 2 were named" in ended.err


def test_a_public_report_needs_the_approval_of_both_waves(nlcaudit, tmp_path):
    now = Path(shutil.copytree(PORT_AZUR, tmp_path / "now"))
    file = now / "engagement.yaml"
    text = file.read_text("utf-8")
    for name in ("Ilona Marchevel", "Théodore Askavant"):
        text = text.replace(f"    name: {name}\n", f"    name: {name}\n    approved: 2026-11-30\n")
    file.write_text(text, "utf-8")
    call = ("report", "--in", now, "--release", "public", "--format", "md", "--out", tmp_path / "out", "--quiet")
    assert nlcaudit(*call).code == 0
    ended = nlcaudit(*call, "--earlier", BEFORE)
    assert ended.code == 2
    assert "a public report needs the approval of both sponsors" in ended.err


def test_of_a_competency_with_a_sensitive_question_the_public_sees_no_question_and_no_part():
    theme = CITY.frameworks[0].themes[0]
    closed = theme.questions[0].model_copy(update={"sensitive": True})
    themes = (theme.model_copy(update={"questions": (closed, *theme.questions[1:])}),)
    toolkit = replace(CITY, frameworks=(CITY.frameworks[0].model_copy(update={"themes": themes}), CITY.frameworks[1]))
    then, now = wave(toolkit, sheets(1), "2025-11-14"), wave(toolkit, sheets(2, evidence=[PROOF]))
    changes, card = compared(toolkit, then, now), score(toolkit, now)
    public = told(changes, card, toolkit, "public")
    assert [(line.id, len(line.lines)) for line in public.lines] == [("trust", 0), ("rhythm", 1)]
    assert told(changes, card, toolkit, "participants") == changes
    partly = wave(toolkit, sheets(1, questions=("names", "meets")), "2025-11-14")
    public = told(compared(toolkit, partly, now), card, toolkit, "public")
    assert [line.id for line in public.lines] == ["rhythm"]
    assert public.gaps == ()


def test_what_is_remembered_of_then_has_a_column_of_its_own_where_anybody_remembers():
    now, then = load_engagement(PORT_AZUR), load_engagement(BEFORE)
    question = "coordination-actions-followed"
    told = columns(now.toolkit, now.engagement, then)
    assert "Then, as remembered" not in told
    people = tuple(remembering(one, question) for one in now.engagement.responses)
    beside = columns(now.toolkit, replace(now.engagement, responses=people), then)
    at = [number for number, name in enumerate(told["Competency or question"]) if name.startswith("Does the platform")]
    assert beside["Then"] == told["Then"]
    assert beside["Then, as remembered"] == ["2.0" if row in at else "–" for row in range(len(told["Then"]))]


def remembering(response, question):
    """The same response; who rated the question says that it was at level 2 a year ago."""
    answer = response.answers.get(question)
    if answer is None or answer.rating is None:
        return response
    return response.model_copy(
        update={"answers": {**response.answers, question: answer.model_copy(update={"then": 2})}}
    )


def columns(toolkit, now, then):
    """Return the table of the chapter: the head of a column → what stands in it."""
    card = score(toolkit, now)
    changes = compare_waves(toolkit, now, card, (then.toolkit, then.engagement))
    report = build_report(toolkit, now.file, card, Options("en", "full"), Beside(changes))
    blocks = [block for section in report.sections for block in section.blocks]
    table = next(block for block in blocks if getattr(block, "id", "") == "waves-table")
    return {
        str(column.label): [str(row.cells[place].text) for row in table.rows]
        for place, column in enumerate(table.columns)
    }
