"""What the facilitator does: the workshop at one terminal, status, the record of the talk, evidence."""

import json
import shutil
from pathlib import Path

import pytest
from cli.asking import run

from nlcaudit.loader import load_engagement

FIRST = "trust-obstacles-named"


@pytest.fixture(scope="module")
def begun(new_engagement, tmp_path_factory):
    """An engagement in which two people have begun; one of them has shown evidence."""
    folder = Path(shutil.copytree(new_engagement, tmp_path_factory.mktemp("begun") / "port-azur"))
    typed = "e Minutes of March\n-\n2020-03-12\nCity hall\n2\n-\n-\n2\nq\n"
    for code, group in (("mk-2222", "national-police"), ("mk-3333", "civil-society")):
        done = run("assess", "--respondent", code, "--group", group, typed=typed, folder=folder)
        assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture
def two_answered(begun, tmp_path):
    return Path(shutil.copytree(begun, tmp_path / "port-azur"))


def answers(folder):
    return {r.respondent: r.answers for r in load_engagement(folder).engagement.responses}


def test_a_workshop_goes_from_one_respondent_to_the_next_and_saves_each(two_answered):
    typed = "mk-2222\nj T1\n3\nr 2\nj T1\n0\nr\nh T1 3 5 2 0\na T1 1 Named once, never written down\n"
    typed += "e T1 Minutes; where: registry; date: 2026-05-03; strength: document\nq\n"
    done = run("assess", "--workshop", typed=typed, folder=two_answered)
    assert done.returncode == 0, done.stdout + done.stderr
    kept = answers(two_answered)
    assert (kept["mk-2222"][FIRST].rating, kept["mk-3333"][FIRST].rating) == (3, 0)
    talk = load_engagement(two_answered).engagement.workshop
    assert talk.hands[0].counts == (3, 5, 2, 0)
    agreed = talk.agreed[FIRST]
    assert (agreed.rating, agreed.reason, agreed.sides) == (1, "Named once, never written down", ("national", "local"))
    [record] = agreed.evidence
    assert (record.what, record.where, str(record.date), record.strength) == (
        "Minutes", "registry", "2026-05-03", "document")  # fmt: skip
    assert not list((two_answered / "responses").glob(".*"))


@pytest.mark.parametrize(("line", "why"), [
    ("e T1 Minutes", "nothing was agreed on T1 yet"), ("e T99 Minutes", "means nothing here"),
    ("a T1 1 because\ne T1 Minutes; on the shelf", "says nothing about evidence"),
    ("a T1 1 because\ne T1 Minutes; date: yesterday", "“date”"),
])  # fmt: skip
def test_what_convinced_nobody_or_is_no_evidence_is_refused(two_answered, line, why):
    done = run("assess", "--workshop", typed=f"{line}\n", folder=two_answered)
    assert (done.returncode, why in " ".join(done.stdout.split())) == (1, True), done.stdout
    talk = load_engagement(two_answered).engagement.workshop
    assert [agreed.evidence for agreed in talk.agreed.values()] == [()] if talk else True


def test_a_line_that_means_nothing_in_a_workshop_records_nothing_and_stops_a_pipe(two_answered):
    before = answers(two_answered)
    done = run("assess", "--workshop", typed="h T1 3 5\nmk-2222\n0\n", folder=two_answered)
    assert (done.returncode, answers(two_answered)) == (1, before)
    assert not (two_answered / "workshop.yaml").exists()


def test_outside_a_workshop_r_is_no_key(two_answered):
    done = run("assess", "--respondent", "mk-2222", typed="r\n", folder=two_answered)
    assert (done.returncode, "“r” is not a key here" in " ".join(done.stdout.split())) == (1, True)


def test_hands_and_agree_add_to_the_record_and_never_touch_the_answers(two_answered):
    before = [path.read_bytes() for path in sorted((two_answered / "responses").iterdir())]
    for counts in ("3 5 2 0", "0 6 4 0"):
        assert run("hands", "T1", *counts.split(), "--date", "2026-11-14", folder=two_answered).returncode == 0
    shown = ("--evidence", "Minutes; owner: City hall; file: minutes.pdf; seen_by: local", "--evidence", "A list")
    said = run("agree", "T1", "1", "--reason", "Named once", *shown, folder=two_answered)
    assert said.returncode == 0, said.stderr
    assert "takes the place" not in said.stderr
    talk = load_engagement(two_answered).engagement.workshop
    assert [show.counts for show in talk.hands_of(FIRST)] == [(3, 5, 2, 0), (0, 6, 4, 0)]
    first, second = talk.agreed[FIRST].evidence
    assert (first.what, first.owner, first.file, first.seen_by, second.what) == (
        "Minutes", "City hall", "minutes.pdf", "local", "A list")  # fmt: skip
    again = run("agree", "T1", "2", "--reason", "Looked again", "--date", "2026-11-20", folder=two_answered)
    assert "it takes the place of 1, agreed on" in again.stderr
    assert ": Named once" in again.stderr
    assert [path.read_bytes() for path in sorted((two_answered / "responses").iterdir())] == before


@pytest.mark.parametrize(("arguments", "why"), [
    (["hands", "T1", "3", "5"], "2 numbers for 4 levels"),
    (["hands", "T99", "3", "5", "0", "0"], "there is no question “T99”"),
    (["agree", "T1", "4", "--reason", "x"], "the rating of trust-obstacles-named is 4"),
    (["agree", "T1", "1", "--reason", "x", "--side", "local"], "only one side, or none, agreed"),
    (["agree", "T1", "1", "--reason", " "], "“reason” is blank"),
    (["agree", "T1", "1", "--reason", "x", "--evidence", "Minutes; data: 2026-05-03"], "did you mean “date”"),
    (["agree", "T1", "1", "--reason", "x", "--evidence", "; date: 2026-05-03"], "“what”"),
    (["agree", "T1", "1", "--reason", "x", "--date", "yesterday"], "“date”"),
])  # fmt: skip
def test_what_does_not_fit_is_refused_and_nothing_is_written(port_azur, arguments, why):
    done = run(*arguments, folder=port_azur)
    assert (done.returncode, why in done.stderr) == (2, True), done.stderr
    assert not (port_azur / "workshop.yaml").exists()


def test_status_says_who_answered_what_is_missing_and_whom_to_remind(two_answered):
    path = two_answered / "engagement.yaml"
    text = path.read_text("utf-8")
    text = text.replace("{id: civil-society, side: local, expected: 0}",
                        "{id: civil-society, side: local, expected: 4, invited: 5, declined: 1}")  # fmt: skip
    text = text.replace("{id: youth-work, side: local, expected: 0}", "{id: youth-work, side: local, expected: 2}")
    path.write_text(text + "withdraw_until: 2020-01-01\n", "utf-8")
    told = json.loads(run("status", "--format", "json", folder=two_answered).stdout)
    assert [(s["respondent"], s["answered"], s["asked"]) for s in told["responses"]] == [
        ("mk-2222", 1, 18), ("mk-3333", 1, 18)]  # fmt: skip
    groups = {group["id"]: group for group in told["groups"]}
    assert (groups["civil-society"]["to_remind"], groups["youth-work"]["heard"]) == (3, False)
    assert groups["civil-society"]["coverage"] == round(1 / 18, 4)
    missing = {(gap["kind"], gap["subject"]): (gap["have"], gap["need"]) for gap in told["missing"]}
    assert missing["persons", "national"] == (1, 5)
    assert missing["unheard", "youth-work"] == (0, 2)
    assert missing["coverage", "trust"] == (round(1 / 3, 4), round(2 / 3, 4))
    assert (told["withdraw_until"]["days"] < 0, told["old_evidence"]) == (True, 2)
    text = run("status", folder=two_answered).stdout
    assert text.startswith("For the keeper of the answers only")


def test_evidence_to_ask_for_is_at_most_ten_and_goes_once_the_other_side_has_seen_it(two_answered):
    first = json.loads(run("status", "--format", "json", folder=two_answered).stdout)["evidence_to_ask_for"]
    assert [(a["question"], a["side"], a["named"]) for a in first] == [
        (FIRST, "national", [{"what": "Minutes of March", "old": True}]),
        (FIRST, "local", [{"what": "Minutes of March", "old": True}]),
    ]
    assert run("evidence", "seen", "T1", "mk-2222", "1", "--by", "local", folder=two_answered).returncode == 0
    left = json.loads(run("status", "--format", "json", folder=two_answered).stdout)["evidence_to_ask_for"]
    assert [a["side"] for a in left] == ["local"]


def test_status_evidence_lists_what_to_ask_for_and_says_nothing_else(nlcaudit, two_answered):
    done = nlcaudit("status", "--evidence", "--quiet", "--in", two_answered)
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[0] == "Evidence worth asking for, at most ten:"
    assert done.out.splitlines()[2:4] == [
        "      Who to ask: National side.",
        "      Named already: Minutes of March (too old)",
    ]


def test_a_file_behind_evidence_is_summed_and_validate_notices_a_change(two_answered):
    (two_answered / "minutes.txt").write_text("first")
    done = run("evidence", "hash", "T1", "mk-2222", "1", "--file", "minutes.txt", folder=two_answered)
    assert done.returncode == 0, done.stderr
    assert run("evidence", "seen", "T1", "mk-2222", "1", "--by", "local", folder=two_answered).returncode == 0
    listed = run("evidence", "list", folder=two_answered).stdout
    assert "T1 mk-2222 1  Minutes of March" in listed
    assert "seen by: Local" in listed
    french = run("evidence", "list", folder=two_answered, NLCAUDIT_LANG="fr").stdout
    assert "un document le dit · vu par\u202f: Côté local" in french
    assert "NLC5" not in run("validate", ".", folder=two_answered).stdout.replace("NLC518", "")
    (two_answered / "minutes.txt").write_text("second")
    assert "NLC520" in run("validate", ".", folder=two_answered).stdout
    (two_answered / "minutes.txt").unlink()
    assert "NLC519" in run("validate", ".", folder=two_answered).stdout
