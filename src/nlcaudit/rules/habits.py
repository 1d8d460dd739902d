"""Rules about how answers were given (NLC521 to NLC524): advice that `validate` gives.

What a person wrote or rated is never repeated: a finding names the question, and says what to look at.
"""

import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from nlcaudit.diagnostics import Finding, Route, Rule
from nlcaudit.engagement import Answer, Response
from nlcaudit.framework import Toolkit
from nlcaudit.framework.policy import Advice
from nlcaudit.sentences import Sentence

STRAIGHT_LINE = Rule("NLC521", "straight-line", "warning", """
Nearly every question has the same rating.

It may be true; more often somebody was in a hurry, or wanted to please. Ask the person to go through a few questions
again. The limits are `scoring.advice.straight_line`.
""")  # fmt: skip
TOP_WITHOUT_EVIDENCE = Rule("NLC522", "top-without-evidence", "warning", """
The highest level was chosen, and no evidence is named.

The highest level is described by something one can see. Ask what that is, and write it under `evidence`; the level
may turn out to be another. An institution can show what it says. A person is not asked to prove every answer: told is
only who chose the highest level three times or more without naming anything.
""")  # fmt: skip
LESSON_CONTRADICTED = Rule("NLC523", "lesson-contradicted", "warning", """
A lesson's direct rating is far from what the same person answered to the questions that serve it.

One of the two was misread, or the questions miss what the person has in mind: worth a talk, not a correction by
somebody else. The limit is `scoring.advice.lesson_gap`, a share of the scale.
""")  # fmt: skip
PERSONAL_DETAIL = Rule("NLC524", "personal-detail", "warning", """
A text seems to hold somebody's name, e-mail address or telephone number.

Answers are about working together, never about a person; who is named here was not asked. Write the office or the
function instead. A name is noticed after a title only (`scoring.advice.titles`): without one, a program cannot tell
a person from a street or a project, and a warning that is mostly wrong is soon not read. So no finding does not mean
that there is no name: read the notes before you pass them on.
""")  # fmt: skip

RULES = (STRAIGHT_LINE, TOP_WITHOUT_EVIDENCE, LESSON_CONTRADICTED, PERSONAL_DETAIL)
MOST_NAMED = 3
LEAST_SERVING = 2
LEAST_BARE = {"institution": 1, "person": 3}
E_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
TELEPHONE = re.compile(r"(?<![\w.])(?:\+|00|\(0|0)[\d(](?:[ .()/-]{0,2}\d){7,13}(?![\w])")


def check_habits(response: Response, toolkit: Toolkit) -> Iterator[Finding]:
    """Everything about a response that is worth a second look."""
    advice = toolkit.policy.advice
    yield from _straight_line(response, advice)
    yield from _top_without_evidence(response, toolkit)
    yield from _lessons(response, toolkit)
    for question, answer in response.answers.items():
        yield from _personal(question, answer, advice)


def _straight_line(response: Response, advice: Advice) -> Iterator[Finding]:
    ratings = Counter(answer.rating for answer in response.answers.values() if answer.rating is not None)
    number, limit = ratings.total(), advice.straight_line
    if number >= limit.ratings and max(ratings.values()) >= limit.share * number:
        said = Sentence("{most} of {all} ratings are the same", most=max(ratings.values()), all=number)
        yield STRAIGHT_LINE.at(("answers",), said, Sentence("ask the person to look at some of them again"), key=True)


def _top_without_evidence(response: Response, toolkit: Toolkit) -> Iterator[Finding]:
    bare = [
        question
        for question, answer in response.answers.items()
        if answer.rating == toolkit.top and not answer.evidence and question in toolkit.by_id
    ]
    if len(bare) >= LEAST_BARE[response.voice]:
        named: list[str | Sentence] = [*bare[:MOST_NAMED]]
        if len(bare) > MOST_NAMED:
            named.append(Sentence("and {count} more", count=len(bare) - MOST_NAMED))
        said = Sentence("highest level without evidence: {questions}", questions=named)
        yield TOP_WITHOUT_EVIDENCE.at(("answers", bare[0]), said, Sentence("ask what shows it"), key=True)


def _lessons(response: Response, toolkit: Toolkit) -> Iterator[Finding]:
    for framework in toolkit.with_role("lessons"):
        for lesson in framework.questions:
            direct = _value(response, lesson.id, toolkit)
            served = (q.id for q in toolkit.by_id.values() if lesson.id in q.lessons)
            values = (_value(response, question, toolkit) for question in served)
            serving = [value for value in values if value is not None]
            if direct is None or len(serving) < LEAST_SERVING:
                continue
            if abs(direct - sum(serving, Fraction(0)) / len(serving)) >= toolkit.policy.advice.lesson_gap:
                said = Sentence("{lesson} is rated otherwise than the {count} questions that serve it",
                                lesson=lesson.id, count=len(serving))  # fmt: skip
                yield LESSON_CONTRADICTED.at(("answers", lesson.id), said, Sentence("talk about it"), key=True)


def _value(response: Response, question: str, toolkit: Toolkit) -> Fraction | None:
    answer = response.answers.get(question)
    if answer is None or answer.rating is None or answer.rating > toolkit.top:
        return None
    return toolkit.values[answer.rating]


def _personal(question: str, answer: Answer, advice: Advice) -> Iterator[Finding]:
    for route, text in _texts(answer):
        kind = personal_detail(text, advice)
        if kind:
            said = Sentence("“{key}” of {question} seems to hold {kind}", key=route[-1], question=question, kind=kind)
            hint = Sentence("write the office instead")
            yield PERSONAL_DETAIL.at(("answers", question, *route), said, hint, key=True)


def _texts(answer: Answer) -> Iterator[tuple[Route, str]]:
    for key in ("note", "not_applicable"):
        if getattr(answer, key):
            yield (key,), getattr(answer, key)
    for index, record in enumerate(answer.evidence):
        for key in ("what", "where", "owner"):
            if getattr(record, key):
                yield ("evidence", index, key), getattr(record, key)


def personal_detail(text: str, advice: Advice) -> Sentence | None:
    """Say which detail about a person a text seems to hold."""
    if E_MAIL.search(text):
        return Sentence("an e-mail address")
    if TELEPHONE.search(text):
        return Sentence("a telephone number")
    titles = "|".join(re.escape(title) for words in advice.titles.values() for title in words)
    if titles and re.search(rf"(?<!\w)(?:{titles})[ \u00a0\u202f]{{1,2}}(?!le |la |les )[^\W\d_a-zà-ÿ][\w’'-]+", text):
        return Sentence("a person’s name")
    return None
