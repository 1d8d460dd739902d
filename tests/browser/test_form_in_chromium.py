"""The offline form in a real browser: what is clicked is what is handed over; nobody is shut out; nothing leaks."""

from itertools import count
from pathlib import Path

import pytest
from forms.making import form_of, kit
from importers.making import engagement
from report.hostile import CORPUS, made, swapping

from nlcaudit.engagement import Answer, EvidenceRecord
from nlcaudit.forms.page import render_page
from nlcaudit.loader.answers import load_response
from nlcaudit.store import render_response

pytestmark = pytest.mark.browser
GROUP = "youth-work"
NOTE = 'Première ligne : « oui »\n  puis "non"\n\n- 12:30 # ça\tva 👩🏽‍🚒'
EVIDENCE = {"what": "=cmd|'/C calc'!A0", "where": "no", "date": "2026-03-12", "owner": "Préfecture",
            "strength": "document", "seen_by": "local"}  # fmt: skip
EVERYTHING = {"choice": "not_applicable", "reason": "Pas chez nous : rien.", "confidence": "medium", "note": NOTE,
              "evidence": [EVIDENCE, {"what": "Mu\u00a0"}], "flag": True}  # fmt: skip
ANSWERS = [EVERYTHING, {"choice": "0"}, {"choice": "3", "note": "yes"}, {"choice": "dont_know"},
           {"choice": "outside_powers", "confidence": "low"}, {}, {"note": "only a note"}]  # fmt: skip


def expected():
    record = EvidenceRecord(**{**EVIDENCE, "date": "2026-03-12"})
    return [
        Answer(not_applicable=EVERYTHING["reason"], confidence="medium", note=NOTE,
               evidence=(record, EvidenceRecord(what="Mu")), flag=True),
        Answer(rating=0), Answer(rating=3, note="yes"), Answer(dont_know=True),
        Answer(outside_powers=True, confidence="low"), None, Answer(note="only a note"),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    folder = tmp_path_factory.mktemp("form")

    def write(**wished) -> Path:
        path = folder / f"{len(list(folder.iterdir()))}.html"
        path.write_bytes(render_page(form_of(**wished)))
        return path

    return write


def loaded(told, tmp_path, toolkit=None):
    path = tmp_path / told["name"]
    path.write_bytes(told["text"].encode())
    read = load_response(path, toolkit or kit())
    assert read.diagnostics == ()
    assert render_response(read.value) == told["text"]
    return read.value


@pytest.mark.parametrize(("depth", "packed"), [("quick", False), ("full", True)])
def test_what_is_clicked_is_what_is_handed_over(drive, page, tmp_path, depth, packed):
    path = page(depth=depth)
    assert (b'type="text/plain" id="content"' in path.read_bytes()) is packed
    form = form_of(depth=depth)
    asked = [question for question in form.questions if question.put_to(GROUP)]
    more = [{"choice": "1"}] * (len(asked) - len(ANSWERS))
    told = drive("answer", path, group=GROUP, language="fr", answers=[*ANSWERS, *more])
    response = loaded(told, tmp_path)
    assert told["requests"] == told["errors"] == []
    assert told["first"] == 0
    assert told["name"] == f"{response.respondent}.yaml"
    assert response.respondent in told["code"]
    assert (response.group, response.voice, response.language, response.depth) == (GROUP, "person", "fr", depth)
    assert response.frameworks == form.frameworks
    assert (response.toolkit.sha256, response.resume_at) == (kit().fingerprint, None)
    wanted = [*expected(), *[Answer(rating=1)] * len(more)]
    said = {question.id: answer for question, answer in zip(asked, wanted, strict=True) if answer}
    assert response.answers == said
    assert list(response.answers) == list(said)
    assert told["open"] == [asked[5].code, asked[6].code]


def taken_in(nlcaudit, city, told):
    """The text of the response after a file of the page was imported, without the trace of it."""
    path = city.parent / told["name"]
    path.write_bytes(told["text"].encode())
    ended = nlcaudit("import", path, "--in", city)
    assert ended.code == 0, ended.err
    [kept] = (city / "responses").glob("*.yaml")
    head, _, trace = kept.read_text("utf-8").partition("imported:\n")
    assert trace
    return head, ended.out


@pytest.mark.parametrize(("language", "depth"), [("en", "quick"), ("fr", "full")])
def test_what_was_begun_on_one_computer_and_finished_on_another_is_imported_byte_for_byte(
    drive, nlcaudit, tmp_path, language, depth
):
    city = engagement(tmp_path)
    made = nlcaudit("form", "--in", city, "--format", "html", "--lang", "en,fr", f"--{depth}")
    assert made.code == 0, made.err
    [path] = (city / "forms").glob("*.html")
    put = kit().asked([framework.id for framework in kit().with_role("competency")], depth, GROUP)
    answers = (ANSWERS * 9)[: len(list(put))]
    told = drive("carried", path, group=GROUP, language=language, answers=answers)
    assert told["requests"] == told["errors"] == []
    drafted, said = taken_in(nlcaudit, city, told["draft"])
    assert "new" in said
    assert drafted == told["draft"]["text"]
    whole, said = taken_in(nlcaudit, city, told)
    assert "more answers" in said
    assert without(whole, "resume_at") == told["text"]
    response = loaded(told, tmp_path)
    given = [answer for answer in (expected() * 9)[: len(answers)] if answer]
    assert (list(response.answers.values()), response.language) == (given, language)
    assert nlcaudit("import", city.parent / told["name"], "--in", city).out.count("there already") == 1


def without(text, key):
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith(f"{key}:"))


def test_an_institution_answers_under_its_name(drive, page, tmp_path):
    told = drive("answer", page(languages=("en",), groups=(GROUP,)), name="Jeunesse: Port", released=True,
                 answers=[{"choice": "2"}] * 18)  # fmt: skip
    response = loaded(told, tmp_path)
    assert (response.voice, response.name, response.released, response.group) == (
        "institution", "Jeunesse: Port", True, GROUP)  # fmt: skip


def test_the_keyboard_alone_is_enough_and_enter_records_nothing(drive, page, tmp_path):
    told = drive("keyboard", page())
    response = loaded(told, tmp_path)
    assert set(told["onHeading"]) == {"H1:"}
    assert (told["entered"], told["count"]) == (0, 18)
    assert {answer.rating for answer in response.answers.values()} == {1}
    assert len(response.answers) == 18
    assert told["leaves"]


def test_a_draft_is_kept_switched_off_cleared_downloaded_and_loaded(drive, page, tmp_path):
    form = form_of()
    other = 'schema: nlcaudit/response/1\ntoolkit:\n  id: nlc\n  version: "0.9.0"\nrespondent: kt-4272\nanswers: {}\n'
    files = ["no: [yaml", "<html>", other, other.replace("0.9.0", kit().version).replace("kt-4272", "Mr Smith")]
    told = drive("drafts", page(), group=GROUP, answers=[EVERYTHING, {"choice": "2"}], files=files)
    assert told["beforeAgreeing"] == told["afterClearing"] == "{}"
    draft = loaded(told["draft"], tmp_path)
    third = list(form.questions)[2]
    assert told["draft"]["name"] == f"draft-{told['code']}.yaml"
    assert (draft.respondent, draft.resume_at) == (told["code"], third.id)
    first, second = list(form.questions)[:2]
    assert draft.answers == {first.id: expected()[0], second.id: Answer(rating=2)}
    assert told["consentAgain"]
    assert told["resumedAt"].startswith(third.code)
    assert told["resumed"]["text"] == told["reloaded"]["text"] == told["draft"]["text"]
    assert "deleted" in told["cleared"]
    assert told["foundAfterClearing"] == told["foundWhenOff"] == 0
    assert told["whenOff"] == ["off"]
    assert told["stillOff"]
    assert ["Nothing was loaded" in said for said in told["loads"]] == [True] * 4
    assert "nlc 0.9.0" in told["loads"][2]
    assert told["code"] in told["loaded"]
    assert told["requests"] == told["errors"] == []


SETTINGS = [
    {"language": language, "width": width, "scheme": scheme, "every": (language, width, scheme) in EVERY}
    for EVERY in [{("en", 1200, "light"), ("fr", 360, "dark")}]
    for language in ("en", "fr")
    for width in (360, 1200)
    for scheme in ("light", "dark")
]


def test_axe_finds_nothing_on_any_page(drive, page):
    told = drive("axe", page(), settings=SETTINGS, answers=[EVERYTHING])
    assert told["found"] == []
    assert told["pages"] >= len(SETTINGS) * 6
    assert told["requests"] == told["errors"] == []


SHORT = {"choice": "not_applicable", "reason": "None.", "evidence": [{"what": "Minutes"}]}


def hostile_page(folder, swap) -> Path:
    toolkit, engagement = made(folder, swap)
    path = folder / "form.html"
    wished = {"depth": "full", "frameworks": tuple(toolkit.roles)}
    path.write_bytes(render_page(form_of(toolkit, engagement.file, **wished)))
    return path


def test_hostile_texts_become_no_element_and_no_attribute(drive, tmp_path):
    numbers = count()
    benign = drive("elements", hostile_page(tmp_path / "b", lambda _: f"Plain words {next(numbers)}"), answers=[SHORT])
    everything = " ".join(CORPUS)
    for number, swap in enumerate([swapping(0), lambda _: f"{next(numbers)} {everything}"]):
        told = drive("elements", hostile_page(tmp_path / str(number), swap), answers=[SHORT])
        assert told["counted"] == benign["counted"]
        assert told["wide"] == benign["wide"] == 0
        assert told["title"] != "owned"
        assert told["requests"] == told["errors"] == []


def test_a_language_from_right_to_left_turns_the_page(drive, tmp_path):
    toolkit, engagement = made(tmp_path / "kit", lambda _: "Words")
    path = tmp_path / "form.html"
    path.write_bytes(render_page(form_of(toolkit, engagement.file, languages=("en", "x-rtl"), depth="full")))
    told = drive("reading", path, group="crews", language="x-rtl", answers=[])
    assert (told["dir"], told["left"]) == ("rtl", True)
    assert told["marked"] == ["en auto"]
