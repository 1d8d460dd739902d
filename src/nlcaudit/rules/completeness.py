"""Rules about what a complete toolkit holds (NLC12x) and in which languages (NLC401)."""

from collections.abc import Iterator, Sequence

from nlcaudit.diagnostics import Finding, Route, Rule, closest
from nlcaudit.rules.tags import registered
from nlcaudit.rules.walking import CASES, GLOSSARY, Draft, each_question, each_text
from nlcaudit.sentences import Sentence
from nlcaudit.text import LocalizedText

NO_NEXT_STEP = Rule("NLC120", "no-next-step", "error", """
A level below the top has no next step.

The report tells a city what to do first; a level without a step leaves it without an answer.
Write `next_step` with `action`, `lead` and `effort`.
""")  # fmt: skip
STEP_AT_TOP = Rule("NLC121", "step-at-top", "error", """
The highest level has a next step.

Nothing lies above it, so the step would never be shown. Move it to the level it belongs to.
""")  # fmt: skip
NO_WEIGHT_REASON = Rule("NLC122", "no-weight-reason", "error", """
A weight other than 1 has no reason.

A weight is a judgement of its authors; a reader may see why. Write `weight_reason`, or leave the weight out.
""")  # fmt: skip
NO_LEAD = Rule("NLC123", "no-lead", "error", """
A next step does not say who leads.

A step that is everybody's is nobody's. Write `lead` with one or two groups of the toolkit. Only a toolkit without
groups leaves it out.
""")  # fmt: skip
MISSING_TRANSLATION = Rule("NLC401", "missing-translation", "error", """
A text is missing in a language that the toolkit calls reviewed.

A respondent would meet a foreign sentence in the middle of a questionnaire. Add the text, or set the language to
`status: draft`.
""")  # fmt: skip
UNKNOWN_LANGUAGE = Rule("NLC402", "undeclared-language", "error", """
A text is written in a language that the toolkit does not declare.

It could never be shown. Declare the language under `languages` (as a draft, if it is not complete), or correct the tag.
""")  # fmt: skip

RULES = (NO_NEXT_STEP, STEP_AT_TOP, NO_WEIGHT_REASON, NO_LEAD, MISSING_TRANSLATION, UNKNOWN_LANGUAGE)


def check_next_steps(draft: Draft) -> Iterator[Finding]:
    """Every level but the top leads on."""
    for route, _, question in each_question(draft.toolkit):
        top = len(question.levels) - 1
        for rating, level in enumerate(question.levels):
            place = (*route, "levels", rating)
            if rating < top and level.next_step is None:
                yield NO_NEXT_STEP.at(
                    place,
                    Sentence("level {rating} of {question} has no next step", rating=rating, question=question.id),
                    Sentence("add “next_step: …”"),
                )
            if rating == top and level.next_step is not None:
                yield STEP_AT_TOP.at(
                    (*place, "next_step"),
                    Sentence("the top level of {question} has a next step", question=question.id),
                    Sentence("remove it"),
                    key=True,
                )


def check_leads(draft: Draft) -> Iterator[Finding]:
    """Every step is somebody's, where there is somebody to name."""
    for route, _, question in each_question(draft.toolkit) if draft.toolkit.groups else ():
        for rating, level in enumerate(question.levels):
            if level.next_step is not None and not level.next_step.lead:
                place = (*route, "levels", rating, "next_step")
                yield NO_LEAD.at(
                    place,
                    Sentence(
                        "the step at level {rating} of {question} has no lead", rating=rating, question=question.id
                    ),
                    Sentence("add “lead: […]”"),
                )


def check_weight_reasons(draft: Draft) -> Iterator[Finding]:
    """A weight that differs from 1 says why."""
    for route, _, question in each_question(draft.toolkit):
        if question.weight != 1 and question.weight_reason is None:
            said = Sentence(
                "{question} weighs {weight} and does not say why", question=question.id, weight=question.weight
            )
            yield NO_WEIGHT_REASON.at((*route, "weight"), said, Sentence("add “weight_reason: …”"))


def check_languages(draft: Draft) -> Iterator[Finding]:
    """Every text is there in every reviewed language, and in none that is not declared."""
    declared = {known.id for known in draft.toolkit.languages}
    for route, text in _texts(draft):
        if declared != set(text.languages):
            yield from _languages(draft, route, text.languages)


def _texts(draft: Draft) -> Iterator[tuple[Route, LocalizedText]]:
    toolkit = draft.toolkit
    for framework in toolkit.frameworks:
        yield from each_text(framework.model_copy(update={"toolkit": None}), (framework.id,))
    yield from each_text(toolkit.cases, (CASES, "cases"))
    yield from each_text(toolkit.terms, (GLOSSARY, "terms"))
    yield from each_text(toolkit.levels, draft.shared("scale", "levels"))
    for key in ("sides", "groups", "levers", "step_lists", "sources"):
        yield from each_text(getattr(toolkit, key), draft.shared(key))
    if not draft.alone:  # the title of a framework that stands alone is also its toolkit's
        for key in ("title", "summary", "notice"):
            yield from each_text(getattr(toolkit, key), draft.shared(key))
    for key in sorted(draft.declared & {"bands", "stages"}):
        yield from each_text(getattr(toolkit.policy, key), draft.shared("scoring", key))


def _languages(draft: Draft, route: Route, written: tuple[str, ...]) -> Iterator[Finding]:
    if written == ("",):
        return
    declared = {known.id for known in draft.toolkit.languages}
    missing = [known for known in draft.toolkit.selectable_languages if known not in written]
    meant = {tag: near for tag in written if tag not in declared and (near := _meant(tag, missing))}
    still = tuple(known for known in missing if known not in meant.values())
    if still:
        yield MISSING_TRANSLATION.at(route, Sentence("the text is missing in: {languages}", languages=still),
                                     Sentence("add “{language}: …”", language=still[0]))  # fmt: skip
    for language in written:
        if language not in declared:
            said = Sentence("“{language}” is not a language of this toolkit", language=language)
            hint = Sentence("declare it, or write one of: {words}", words=tuple(sorted(declared)))
            if language in meant:
                hint = Sentence("did you mean “{word}”?", word=meant[language])
            yield UNKNOWN_LANGUAGE.at((*route, language), said, hint, key=True)


def _meant(language: str, missing: Sequence[str]) -> str:
    """The language that is missing because its tag is written otherwise."""
    known = registered(language)
    return known if known in missing else closest(language, missing)


CHECKS = (check_next_steps, check_leads, check_weight_reasons, check_languages)
