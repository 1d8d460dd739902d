"""Rules about what texts refer to (NLC2xx)."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from nlcaudit.diagnostics import Finding, Route, Rule, did_you_mean
from nlcaudit.rules.walking import CASES, GLOSSARY, Draft, each_question, each_theme
from nlcaudit.sentences import Sentence

UNKNOWN_SOURCE = Rule("NLC201", "unknown-source", "error", """
Cites a source, or a point of it, that the toolkit does not declare.

A reader must be able to trace every question. Write the id of a source of `toolkit.yaml`, with `#` and the id of one of
its points where it has points (`seed#N3`), or `own` if the toolkit declares a source of that name.
""")  # fmt: skip
UNKNOWN_LESSON = Rule("NLC202", "unknown-lesson", "error", """
Serves a lesson that no framework with the role `lessons` asks about.

Write the id of one of its questions.
""")  # fmt: skip
UNKNOWN_CASE = Rule("NLC203", "unknown-case", "error", """
Refers to a case that `cases.yaml` does not tell.

Write the id of one of its cases, or add the case.
""")  # fmt: skip
UNKNOWN_TERM = Rule("NLC204", "unknown-term", "error", """
Refers to a term that `glossary.yaml` does not explain.

Write the id of one of its terms, or add the term.
""")  # fmt: skip
UNKNOWN_GROUP = Rule("NLC205", "unknown-group", "error", """
Names a group of respondents that the toolkit does not declare.

`asked_of` and `lead` take ids of `groups`. A question put to a group that does not exist would be put to nobody.
""")  # fmt: skip
UNKNOWN_SIDE = Rule("NLC206", "unknown-side", "error", """
Names a side that the toolkit does not declare.

Write the id of one of its `sides`.
""")  # fmt: skip
UNKNOWN_LEVER = Rule("NLC207", "unknown-lever", "error", """
Names a lever that the toolkit does not declare.

Write the id of one of its `levers`. A step without a known lever would be in no list of the report.
""")  # fmt: skip
DUPLICATE_ID = Rule("NLC208", "duplicate-id", "error", """
The same id, or the same code, stands for two things.

Answers are stored under a question's id and typed from its code: each must be unique in the whole toolkit.
""")  # fmt: skip
MEMBER = Rule("NLC209", "member-mismatch", "error", """
A member of the toolkit and its file do not agree.

The member `trust` is the file `trust.yaml` beside `toolkit.yaml`, and that file says `id: trust`.
""")  # fmt: skip
UNKNOWN_STAGE = Rule("NLC210", "unknown-stage", "error", """
A gate names a stage that the scoring policy does not declare.

Stages count from 1 in the order of `scoring.stages`.
""")  # fmt: skip

RULES = (
    UNKNOWN_SOURCE, UNKNOWN_LESSON, UNKNOWN_CASE, UNKNOWN_TERM, UNKNOWN_GROUP, UNKNOWN_SIDE, UNKNOWN_LEVER,
    DUPLICATE_ID, MEMBER, UNKNOWN_STAGE,
)  # fmt: skip


NAMES_UNKNOWN = {
    UNKNOWN_SOURCE: Sentence("{about} names the source “{word}”, which is not declared"),
    UNKNOWN_LESSON: Sentence("{about} names the lesson “{word}”, which is not declared"),
    UNKNOWN_CASE: Sentence("{about} names the case “{word}”, which is not declared"),
    UNKNOWN_TERM: Sentence("{about} names the term “{word}”, which is not declared"),
    UNKNOWN_GROUP: Sentence("{about} names the group “{word}”, which is not declared"),
    UNKNOWN_SIDE: Sentence("{about} names the side “{word}”, which is not declared"),
    UNKNOWN_LEVER: Sentence("{about} names the lever “{word}”, which is not declared"),
}


def _unknown(rule: Rule, word: str, known: Iterable[str], route: Route, about: str) -> Iterator[Finding]:
    if word not in set(known):
        yield rule.at(
            route,
            Sentence(NAMES_UNKNOWN[rule], about=about, word=word),
            did_you_mean(word, known),
        )


def check_sources(draft: Draft) -> Iterator[Finding]:
    """Every source cited by a question, a case or a term is declared, with its point."""
    cited = {s.id for s in draft.toolkit.sources}
    cited |= {f"{s.id}#{p.id}" for s in draft.toolkit.sources for p in s.points}
    for route, _, question in each_question(draft.toolkit):
        for index, word in enumerate(question.sources):
            yield from _unknown(UNKNOWN_SOURCE, word, cited, (*route, "sources", index), question.id)
    for number, case in enumerate(draft.toolkit.cases):
        for index, word in enumerate(case.sources):
            yield from _unknown(UNKNOWN_SOURCE, word, cited, (CASES, "cases", number, "sources", index),
                                case.id)  # fmt: skip
    for number, term in enumerate(draft.toolkit.terms):
        for index, word in enumerate(term.sources):
            yield from _unknown(UNKNOWN_SOURCE, word, cited, (GLOSSARY, "terms", number, "sources", index),
                                term.id)  # fmt: skip


def check_links(draft: Draft) -> Iterator[Finding]:
    """Every lesson, case and term that a question names exists."""
    toolkit = draft.toolkit
    lessons = {q.id for f in toolkit.with_role("lessons") for q in f.questions}
    lessons_readable = not any(role == "lessons" and part in draft.broken for part, role in toolkit.roles.items())
    for route, _, question in each_question(toolkit):
        for key, rule, words, known, readable in (
            ("lessons", UNKNOWN_LESSON, question.lessons, lessons, lessons_readable),
            ("cases", UNKNOWN_CASE, question.cases, {c.id for c in toolkit.cases}, CASES not in draft.broken),
            ("terms", UNKNOWN_TERM, question.terms, {t.id for t in toolkit.terms},
             GLOSSARY not in draft.broken),
        ):  # fmt: skip
            for index, word in enumerate(words if readable else ()):
                yield from _unknown(rule, word, known, (*route, key, index), question.id)


def check_groups(draft: Draft) -> Iterator[Finding]:
    """Every group that a question or a step names is declared."""
    known = draft.toolkit.group_by_id
    for route, _, question in each_question(draft.toolkit):
        for index, word in enumerate(question.asked_of):
            yield from _unknown(UNKNOWN_GROUP, word, known, (*route, "asked_of", index), question.id)
        for rating, level in enumerate(question.levels):
            for index, word in enumerate(level.next_step.lead if level.next_step else ()):
                place = (*route, "levels", rating, "next_step", "lead", index)
                yield from _unknown(UNKNOWN_GROUP, word, known, place, question.id)


def check_sides(draft: Draft) -> Iterator[Finding]:
    """Every side and group that a group or a weight names is declared."""
    sides = [side.id for side in draft.toolkit.sides]
    for index, group in enumerate(draft.toolkit.groups):
        if group.side is not None:
            yield from _unknown(UNKNOWN_SIDE, group.side, sides, draft.shared("groups", index, "side"), group.id)
    weights, policy = draft.toolkit.policy.weights, Sentence("the scoring policy")
    for word in weights.sides:
        place = draft.shared("scoring", "weights", "sides", word)
        yield from _unknown(UNKNOWN_SIDE, word, sides, place, policy)
    for word in weights.groups:
        place = draft.shared("scoring", "weights", "groups", word)
        yield from _unknown(UNKNOWN_GROUP, word, draft.toolkit.group_by_id, place, policy)


def check_levers(draft: Draft) -> Iterator[Finding]:
    """Every lever that a question or a list of steps names is declared."""
    known = {lever.id for lever in draft.toolkit.levers}
    for route, _, question in each_question(draft.toolkit):
        if question.lever is not None:
            yield from _unknown(UNKNOWN_LEVER, question.lever, known, (*route, "lever"), question.id)
    for number, steps in enumerate(draft.toolkit.step_lists):
        for index, word in enumerate(steps.levers):
            place = draft.shared("step_lists", number, "levers", index)
            yield from _unknown(UNKNOWN_LEVER, word, known, place, steps.id)


class Named(Protocol):
    """Something with an id."""

    @property
    def id(self) -> str:
        """The id."""
        ...


def check_unique(draft: Draft) -> Iterator[Finding]:
    """Ids and codes are unique."""
    toolkit = draft.toolkit
    seen: dict[tuple[str, str], str] = {}
    for framework in toolkit.frameworks:
        yield from _repeated(seen, "framework code", (framework.id, "code"), framework.code, framework.id)
    for route, framework, theme in each_theme(toolkit):
        yield from _repeated(seen, "theme", (*route, "id"), theme.id, framework.id)
    for route, framework, question in each_question(toolkit):
        yield from _repeated(seen, "question", (*route, "id"), question.id, framework.id)
        yield from _repeated(seen, "code", (*route, "code"), question.code, framework.id)
    for place, entries in _lists(draft):
        for index, entry in enumerate(entries):
            yield from _repeated(seen, str(place), (*place, index, "id"), entry.id, f"{place[-1]}")


def _lists(draft: Draft) -> Iterator[tuple[Route, Sequence[Named]]]:
    toolkit = draft.toolkit
    yield draft.shared("sides"), toolkit.sides
    yield draft.shared("groups"), toolkit.groups
    yield draft.shared("levers"), toolkit.levers
    yield draft.shared("step_lists"), toolkit.step_lists
    yield draft.shared("sources"), toolkit.sources
    yield draft.shared("scale", "levels"), toolkit.levels
    yield draft.shared("languages"), toolkit.languages
    for index, source in enumerate(toolkit.sources):
        yield draft.shared("sources", index, "points"), source.points
    if "bands" in draft.declared:
        yield draft.shared("scoring", "bands"), toolkit.policy.bands
    if "stages" in draft.declared:
        yield draft.shared("scoring", "stages"), toolkit.policy.stages
    yield (CASES, "cases"), toolkit.cases
    yield (GLOSSARY, "terms"), toolkit.terms


def _repeated(seen: dict[tuple[str, str], str], kind: str, route: Route, word: str, home: str) -> Iterator[Finding]:
    if (kind, word) in seen:
        yield DUPLICATE_ID.at(
            route,
            Sentence("“{word}” is used twice; it stands in {home} already", word=word, home=seen[kind, word]),
            Sentence("give one of the two another"),
        )
    seen.setdefault((kind, word), home)


def check_stages(draft: Draft) -> Iterator[Finding]:
    """Every gate's stage is declared and its rating is on the scale."""
    stages = len(draft.toolkit.policy.stages)
    for route, _, question in each_question(draft.toolkit):
        if question.gate and question.gate.stage > stages:
            yield UNKNOWN_STAGE.at(
                (*route, "gate", "stage"),
                Sentence(
                    "{question} guards stage {stage}; {stages} are declared",
                    question=question.id,
                    stage=question.gate.stage,
                    stages=stages,
                ),
                Sentence("declare the stage under scoring.stages, or lower the number"),
            )


CHECKS = (check_sources, check_links, check_groups, check_sides, check_levers, check_unique, check_stages)
