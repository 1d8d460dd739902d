"""A response is written in one form only, and read back as it was."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from nlcaudit.engagement import Response, Workshop
from nlcaudit.shape import shape
from nlcaudit.source import read_document
from nlcaudit.source.document import FORBIDDEN
from nlcaudit.source.reading import PLAIN, QUICK
from nlcaudit.store import render_response, render_workshop

ODD = [
    "no", "yes", "null", "~", "true", "1.10", "0x1F", "1e3", "12:30", "2026-11-30", " leading", "trailing ", "\ttab",
    "a: b", "# no comment", "- entry", "%", "@at", "`", "'", '"', "\\", "\\n", "{", "[x]", "&a", "*a", "!tag", "|", ">",
    "one\ntwo", "one\n\n two\n", "\n", "one\n  indented", "ends in space \nnext", "a\u2028b",
    "مرحبا\u200f بالعالم", "👩🏽‍🚒 fire",
    "a\u0085b", "a\rb", "\u00a0nbsp\u00a0", "---", "...", "? key", "é" * 5_000, "0o17", "=", "<<",
    "\U0010fffd", "one\n---\ntwo",
    "one\n\ttab", "one\ntwo\u00a0", "a\r\nb", "one\n\u2029", "\N{ZERO WIDTH JOINER}",
]  # fmt: skip
TEXTS = st.one_of(
    st.sampled_from(ODD),
    st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=60),
    st.lists(st.sampled_from(["", " ", "a", "- b", "c: d", "#", "\t", "é", "👍"]), min_size=1, max_size=6).map(
        "\n".join
    ),
).filter(lambda text: not FORBIDDEN.search(text))
VISIBLE = TEXTS.filter(lambda text: text.strip() and not text.isspace())
IDS = st.from_regex(r"\A[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}\Z")
DAYS = st.dates().map(str)
EVIDENCE = st.fixed_dictionaries(
    {"what": VISIBLE},
    optional={"where": VISIBLE, "date": DAYS, "owner": VISIBLE, "strength": st.sampled_from(["claim", "outcome"]),
              "file": VISIBLE, "sha256": st.just("0" * 64), "seen_by": IDS},
)  # fmt: skip
ANSWERS = st.fixed_dictionaries(
    {},
    optional={"rating": st.integers(0, 9), "dont_know": st.just(value=True), "outside_powers": st.just(value=True),
              "not_applicable": VISIBLE, "then": st.integers(0, 9), "note": TEXTS,
              "confidence": st.sampled_from(["low", "high"]),
              "evidence": st.lists(EVIDENCE, max_size=2).map(tuple), "flag": st.just(value=True), "wording": VISIBLE},
)  # fmt: skip
SUM = st.just("0" * 64)
IMPORTS = st.fixed_dictionaries(
    {"source": SUM, "submission": st.tuples(SUM), "content": SUM},
    optional={"result": SUM, "day": DAYS, "replaced": st.dictionaries(IDS, ANSWERS, max_size=2)},
)
ORPHANS = st.fixed_dictionaries({"question": IDS, "version": VISIBLE, "answer": ANSWERS})
RESPONSES = st.fixed_dictionaries(
    {"schema": st.just("nlcaudit/response/1"), "respondent": IDS,
     "frameworks": st.lists(IDS, min_size=1, max_size=3).map(tuple),
     "toolkit": st.fixed_dictionaries({"id": IDS, "version": VISIBLE}, optional={"path": VISIBLE}),
     "answers": st.dictionaries(IDS, ANSWERS, max_size=4)},
    optional={"name": VISIBLE, "group": IDS, "language": st.sampled_from(["en", "fr", "no"]), "resume_at": IDS,
              "voice": st.sampled_from(["person", "institution"]), "depth": st.sampled_from(["quick", "full"]),
              "orphaned": st.lists(ORPHANS, max_size=2).map(tuple),
              "imported": st.lists(IMPORTS, max_size=2).map(tuple)},
).map(Response.model_validate)  # fmt: skip


def response(**said):
    values = {"schema": "nlcaudit/response/1", "toolkit": {"id": "nlc", "version": "1.0.0"}, "respondent": "kt-4272",
              "frameworks": ("trust",)}  # fmt: skip
    return Response.model_validate({**values, **said})


PARSERS = (QUICK, PLAIN)


HANDS = st.fixed_dictionaries(
    {"question": IDS, "date": DAYS, "counts": st.lists(st.integers(0, 99), min_size=2, max_size=4).map(tuple)},
    optional={"note": VISIBLE, "wording": VISIBLE},
)
AGREED = st.fixed_dictionaries(
    {"rating": st.integers(0, 9), "reason": VISIBLE, "date": DAYS},
    optional={"sides": st.lists(IDS, max_size=2).map(tuple), "evidence": st.lists(EVIDENCE, max_size=2).map(tuple),
              "wording": VISIBLE},
)  # fmt: skip
GONE = st.fixed_dictionaries({"question": IDS, "version": VISIBLE}, optional={"hands": HANDS, "agreed": AGREED})
WORKSHOPS = st.fixed_dictionaries(
    {"schema": st.just("nlcaudit/workshop/1"),
     "toolkit": st.fixed_dictionaries({"id": IDS, "version": VISIBLE}, optional={"path": VISIBLE})},
    optional={"hands": st.lists(HANDS, max_size=3).map(tuple), "agreed": st.dictionaries(IDS, AGREED, max_size=3),
              "orphaned": st.lists(GONE, max_size=2).map(tuple)},
).map(Workshop.model_validate)  # fmt: skip


def read(text, parser=QUICK, kind=Response):
    document, found = read_document(text.encode(), "response.yaml", parser=parser)
    assert found == []
    value, findings = shape(kind, document.data)
    assert findings == []
    return value


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(RESPONSES)
def test_what_is_written_is_read_as_it_was_and_written_again_in_the_same_bytes(written):
    text = render_response(written)
    for parser in PARSERS:
        assert read(text, parser) == written
    assert render_response(read(text)) == text


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(WORKSHOPS)
def test_the_record_of_a_workshop_is_read_as_it_was_and_written_again_in_the_same_bytes(written):
    text = render_workshop(written)
    for parser in PARSERS:
        assert read(text, parser, Workshop) == written
    assert render_workshop(read(text, kind=Workshop)) == text


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("odd", ODD)
def test_a_note_that_looks_like_something_else_stays_a_note(odd, parser):
    written = response(answers={"q": {"note": odd}})
    assert read(render_response(written), parser) == written


@example({f"question-{n}": {"rating": n % 4, "note": "long " * 1_000} for n in range(48)})
@given(st.dictionaries(IDS, ANSWERS, max_size=3))
@settings(deadline=None, max_examples=10, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
def test_answers_keep_their_order(answers):
    written = response(answers=answers)
    assert list(read(render_response(written)).answers) == list(answers)


def test_the_form_is_one_answer_a_block_that_a_person_can_edit():
    written = response(
        group="youth-work", resume_at="trust-b",
        answers={
            "trust-a": {"rating": 2, "confidence": "low", "note": "First line: with a colon\n\n- second",
                        "evidence": ({"what": "Minutes", "date": "2026-11-12", "strength": "document"},
                                     {"what": "A call"})},
            "trust-b": {"not_applicable": "There is no police."},
            "trust-c": {"dont_know": True, "flag": True},
        },
    )  # fmt: skip
    assert (
        render_response(written)
        == """\
schema: nlcaudit/response/1
toolkit:
  id: nlc
  version: "1.0.0"
respondent: kt-4272
voice: person
group: youth-work
language: en
depth: full
frameworks: [trust]
resume_at: trust-b
answers:
  trust-a:
    rating: 2
    confidence: low
    note: |-
      First line: with a colon

      - second
    evidence:
      - what: "Minutes"
        date: 2026-11-12
        strength: document
      - what: "A call"
        strength: claim
  trust-b:
    not_applicable: "There is no police."
  trust-c:
    dont_know: true
    flag: true
"""
    )


def test_a_response_without_answers_says_so():
    assert render_response(response()).endswith("answers: {}\n")
