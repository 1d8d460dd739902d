"""Rules about how texts are written (NLC404 to NLC411): advice that `validate` gives, never in the way of a session."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import combinations

from nlcaudit.diagnostics import Finding, Route, Rule
from nlcaudit.framework import Question
from nlcaudit.rules.walking import Draft, each_question, each_text
from nlcaudit.sentences import Sentence
from nlcaudit.text import LocalizedText

SAME_LEVELS = Rule("NLC404", "same-levels", "warning", """
Two levels of a question say the same, or nearly the same.

A respondent cannot tell them apart, so the choice between them means nothing. Let each level differ from the next by
something one can see: a document, a date, who was there.
""")  # fmt: skip
ONE_WORD_LEVEL = Rule("NLC405", "one-word-level", "warning", """
A level's text is a single word.

“Partly” means something else to everybody. Describe what can be seen at this level.
""")  # fmt: skip
DOUBLE_QUESTION = Rule("NLC406", "double-question", "warning", """
A question asks two things.

Whoever finds one true and the other not can only answer wrongly. Ask about one of them, or make two questions.
The patterns are the toolkit's `wording.double_questions`; two question marks count as well.
""")  # fmt: skip
VAGUE_WORD = Rule("NLC407", "vague-word", "warning", """
A question or a level uses a word of degree that means what the reader likes.

Say what an outsider would see instead: “at least twice a year”, “in writing”, “signed by both”.
The words are the toolkit's `wording.banned`.
""")  # fmt: skip
LONG_SENTENCE = Rule("NLC408", "long-sentence", "warning", """
A sentence of a question or a level is longer than the toolkit allows.

People read these texts in a meeting, often in their second language. Cut the sentence in two.
The limit is `wording.sentence_words`.
""")  # fmt: skip
LONG_QUESTION = Rule("NLC409", "long-question", "warning", """
A question and its levels together are longer than the toolkit allows.

Forty minutes must suffice for the quick version. The limit is `wording.question_words`.
""")  # fmt: skip
REPEATED_TEXT = Rule("NLC410", "repeated-text", "warning", """
The same text stands at two places.

Two questions with the same level or the same evidence are usually one question, or a copy that was not finished.
""")  # fmt: skip
LESSON_HARDLY_SERVED = Rule("NLC411", "lesson-hardly-served", "warning", """
Fewer than two questions serve a lesson.

The report sets each lesson's direct rating beside what the questions that serve it say; one question is too few for
that. Name the lesson in the `lessons` of the questions that bear on it.
""")  # fmt: skip

RULES = (
    SAME_LEVELS, ONE_WORD_LEVEL, DOUBLE_QUESTION, VAGUE_WORD, LONG_SENTENCE, LONG_QUESTION, REPEATED_TEXT,
    LESSON_HARDLY_SERVED,
)  # fmt: skip

NEARLY_THE_SAME = 0.97
LEAST_SERVING = 2
LEAST_REPEATED = 4
"""Texts of fewer words may well stand twice: a title, a label."""
WORD = re.compile(r"[^\W_]\S*")
SENTENCE_END = re.compile(r"(?<=[.!?])[  ]+")
QUESTION_MARKS = re.compile(r"[?؟？]")


def words(text: str) -> int:
    """Count the words of a text: runs of non-space that hold a letter or a digit."""
    return len(WORD.findall(text))


def _asked_texts(route: Route, question: Question) -> Iterator[tuple[Route, LocalizedText]]:
    yield (*route, "text"), question.text
    for rating, level in enumerate(question.levels):
        yield (*route, "levels", rating, "text"), level.text


def _entry(route: Route, language: str) -> Route:
    return (*route, language) if language else route


def check_levels(draft: Draft) -> Iterator[Finding]:
    """Levels say something, and each something else."""
    for route, _, question in each_question(draft.toolkit):
        for rating, level in enumerate(question.levels):
            for language, text in level.text.entries:
                if words(text) == 1:
                    place = _entry((*route, "levels", rating, "text"), language)
                    yield ONE_WORD_LEVEL.at(
                        place,
                        Sentence("level {rating} of {question} is one word", rating=rating, question=question.id),
                        Sentence("describe what can be seen"),
                    )
        for (low, one), (high, other) in combinations(enumerate(question.levels), 2):
            for language, text in one.text.entries:
                if _nearly_same(text, other.text.get(language) or ""):
                    place = _entry((*route, "levels", high, "text"), language)
                    yield SAME_LEVELS.at(
                        place,
                        Sentence(
                            "levels {low} and {high} of {question} can hardly be told apart",
                            low=low,
                            high=high,
                            question=question.id,
                        ),
                        Sentence("name what one can see at the one and not at the other"),
                    )


def _nearly_same(one: str, other: str) -> bool:
    first, second = one.casefold(), other.casefold()
    both = len(first) + len(second)
    if 2 * min(len(first), len(second)) < NEARLY_THE_SAME * both:
        return False  # one is longer than they may differ
    if 2 * (Counter(first) & Counter(second)).total() < NEARLY_THE_SAME * both:
        return False  # not even with their characters in any order: no need to look for runs of them
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= NEARLY_THE_SAME


def check_double_questions(draft: Draft) -> Iterator[Finding]:
    """A question asks one thing."""
    patterns = draft.toolkit.wording.double_questions
    for route, _, question in each_question(draft.toolkit):
        for language, text in question.text.entries:
            said = next((p for p in patterns.get(draft.spoken(language), ()) if p.casefold() in text.casefold()), "")
            marks = len(QUESTION_MARKS.findall(text))
            if said or marks > 1:
                why = Sentence("{question} has {number} question marks", question=question.id, number=marks)
                if said:
                    why = Sentence("{question} says “{word}”", question=question.id, word=said)
                yield DOUBLE_QUESTION.at(_entry((*route, "text"), language), why,
                                         Sentence("ask about one thing"))  # fmt: skip


def check_vague_words(draft: Draft) -> Iterator[Finding]:
    """Questions and levels do without words of degree."""
    banned: Mapping[str, re.Pattern[str]] = {
        language: re.compile(rf"\b({'|'.join(map(re.escape, found))})\b", re.IGNORECASE)
        for language, found in draft.toolkit.wording.banned.items()
    }
    for route, _, question in each_question(draft.toolkit):
        for place, localized in _asked_texts(route, question):
            for language, text in localized.entries:
                pattern = banned.get(draft.spoken(language))
                match = pattern.search(text) if pattern else None
                if match:
                    yield VAGUE_WORD.at(
                        _entry(place, language),
                        Sentence("{question} says “{word}”", question=question.id, word=match.group()),
                        Sentence("say what an outsider would see"),
                    )


def check_lengths(draft: Draft) -> Iterator[Finding]:
    """Sentences and questions stay readable aloud."""
    wording = draft.toolkit.wording
    for route, _, question in each_question(draft.toolkit):
        whole: dict[str, int] = {}
        for place, localized in _asked_texts(route, question):
            for language, text in localized.entries:
                whole[language] = whole.get(language, 0) + words(text)
                longest = max(words(sentence) for sentence in SENTENCE_END.split(text))
                if longest > wording.sentence_words:
                    yield LONG_SENTENCE.at(
                        _entry(place, language),
                        Sentence("a sentence of {question} has {number} words", question=question.id, number=longest),
                        Sentence("write at most {number}", number=wording.sentence_words),
                    )
        for language, number in whole.items():
            if number > wording.question_words:
                yield LONG_QUESTION.at(
                    _entry((*route, "text"), language),
                    Sentence("{question} and its levels have {number} words", question=question.id, number=number),
                    Sentence("write at most {number}", number=wording.question_words),
                )


def check_repeated_texts(draft: Draft) -> Iterator[Finding]:
    """No text stands twice."""
    seen: dict[tuple[str, str], str] = {}
    for route, _, question in each_question(draft.toolkit):
        for place, localized in each_text(question, route):
            for language, text in localized.entries:
                key = (language, text.casefold())
                if key in seen and words(text) >= LEAST_REPEATED:
                    said = Sentence(
                        "this text of {question} stands in {other} too", question=question.id, other=seen[key]
                    )
                    yield REPEATED_TEXT.at(_entry(place, language), said, Sentence("write what is particular here"))
                seen.setdefault(key, question.id)


def check_lessons_served(draft: Draft) -> Iterator[Finding]:
    """Each lesson is served by at least two questions."""
    served: dict[str, int] = {}
    for _, _, question in each_question(draft.toolkit):
        for lesson in question.lessons:
            served[lesson] = served.get(lesson, 0) + 1
    for route, framework, question in each_question(draft.toolkit):
        number = served.get(question.id, 0)
        if draft.toolkit.roles[framework.id] == "lessons" and number < LEAST_SERVING:
            said = (
                Sentence("one question serves {question}", question=question.id)
                if number
                else Sentence("no question serves {question}", question=question.id)
            )
            yield LESSON_HARDLY_SERVED.at(
                (*route, "id"), said, Sentence("name it in the lessons of those that bear on it")
            )


CHECKS = (
    check_levels, check_double_questions, check_vague_words, check_lengths, check_repeated_texts, check_lessons_served,
)  # fmt: skip
