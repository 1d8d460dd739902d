"""Toolkit and engagement → the view model of a blank questionnaire."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from nlcaudit.engagement import Engagement, EngagementFile, ToolkitRef
from nlcaudit.engagement_texts.letters import consent_of
from nlcaudit.errors import UserError
from nlcaudit.forms.consenting import parse_blocks
from nlcaudit.forms.views import Block, Choice, Form, FormLanguage, FormLevel, FormQuestion, FormTerm, Section, Texts
from nlcaudit.forms.wording import CONFIDENCE, KIND_NOTES, KINDS, STRENGTHS, messages
from nlcaudit.framework import Framework, Question, Toolkit
from nlcaudit.framework.toolkit import Depth
from nlcaudit.messages import INTERFACE_LANGUAGES
from nlcaudit.report.phrases import clean
from nlcaudit.sentences import Sentence
from nlcaudit.text import UNSPECIFIED, LocalizedText, Spoken, direction


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to stand on a form.

    Attributes:
        languages: at least one; the first is shown first.
        frameworks: ids of the frameworks asked.
        groups: ids of the groups to choose from; empty where the toolkit has none.
        consent: language → the consent text as Markdown; where it is missing, the program's own is taken.
    """

    languages: tuple[str, ...]
    depth: Depth
    frameworks: tuple[str, ...]
    groups: tuple[str, ...]
    consent: Mapping[str, str]


def build_form(toolkit: Toolkit, reference: ToolkitRef, wish: Wish, engagement: EngagementFile | None = None) -> Form:
    """Make the view model.

    Args:
        toolkit: what is asked.
        reference: how a response names the toolkit.
        wish: what of it, for whom, in which languages.
        engagement: the city, where there is one.

    Raises:
        UserError: nothing is asked of these groups in these frameworks.
    """
    say = _Speaker(toolkit, wish.languages)
    sections = tuple(_sections(toolkit, wish, say))
    if not sections:
        raise _nothing_asked(wish)
    used = {term for section in sections for question in section.questions for term in question.terms}
    return Form(
        toolkit=reference,
        title=say.text(toolkit.title),
        notice=say.maybe(toolkit.notice),
        place=_place(engagement, say),
        subject=say.maybe(engagement.subject) if engagement else None,
        day=_day(engagement, say),
        languages=tuple(FormLanguage(one, autonym(one), direction(one)) for one in wish.languages),
        depth=wish.depth,
        frameworks=tuple(framework.id for framework in toolkit.frameworks if framework.id in wish.frameworks),
        consent=_consents(toolkit, wish, engagement),
        consent_in={one: one if one in wish.consent else _spoken_by_program(one) for one in wish.languages},
        levels=_levels(toolkit, say),
        kinds=say.choices(KINDS, KIND_NOTES),
        confidence=say.choices(CONFIDENCE),
        strengths=say.choices(STRENGTHS),
        groups=_groups(toolkit, wish, say),
        sides=tuple(Choice(side.id, say.text(side.label)) for side in toolkit.sides),
        sections=sections,
        terms=_terms(toolkit, used, say),
    )


def _nothing_asked(wish: Wish) -> UserError:
    groups, frameworks = list(wish.groups), list(wish.frameworks)
    return UserError(
        Sentence("nothing is asked of {groups} in {frameworks}", groups=groups, frameworks=frameworks),
        Sentence("choose another framework"),
    )


@dataclass(frozen=True)
class _Speaker:
    """Says a text in all languages of a form."""

    toolkit: Toolkit
    languages: tuple[str, ...]

    def text(self, text: LocalizedText) -> Texts:
        return {one: self._spoken(text, one) for one in self.languages}

    def _spoken(self, text: LocalizedText, language: str) -> Spoken:
        spoken = text.spoken(self.toolkit.language_order(language))
        return Spoken(clean(spoken.text), self._language(text, spoken.language, language))

    def _language(self, text: LocalizedText, said: str, wanted: str) -> str:
        """A text that does not say is in the toolkit's language, where it has only one."""
        if UNSPECIFIED in text.languages and len(self.toolkit.languages) == 1:
            return self.toolkit.languages[0].id
        return wanted if said == wanted.split("-", maxsplit=1)[0] else said

    def maybe(self, text: LocalizedText | None) -> Texts | None:
        return self.text(text) if text else None

    def own(self, message: str) -> Texts:
        """A sentence of the program."""
        return {one: Spoken(messages(one).text(message), _spoken_by_program(one)) for one in self.languages}

    def choices(self, labels: Mapping[str, str], notes: Mapping[str, str] | None = None) -> tuple[Choice, ...]:
        return tuple(
            Choice(key, self.own(label), self.own(notes[key]) if notes else None) for key, label in labels.items()
        )


def autonym(language: str) -> str:
    """What the speakers of a language call it; the tag itself for a private one."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - not before a form is made

    try:
        return str(Locale.parse(language, sep="-").get_display_name() or language).capitalize()
    except (UnknownLocaleError, ValueError):
        return language


def _spoken_by_program(language: str) -> str:
    """The language in which the program says its sentences when asked for this one."""
    base = language.split("-", maxsplit=1)[0]
    return language if base in INTERFACE_LANGUAGES else INTERFACE_LANGUAGES[0]


def _sections(toolkit: Toolkit, wish: Wish, say: _Speaker) -> Iterator[Section]:
    asked = {q.id for q in toolkit.asked(wish.frameworks, wish.depth, None)}
    for framework in toolkit.frameworks:
        questions = tuple(_questions(framework, asked, wish.groups, say))
        if questions:
            yield Section(
                framework.id, framework.code, say.text(framework.title), say.text(framework.summary), questions
            )


def _questions(framework: Framework, asked: set[str], groups: Iterable[str], say: _Speaker) -> Iterator[FormQuestion]:
    offered = set(groups)
    for theme in framework.themes:
        for question in theme.questions:
            if question.id in asked and (not question.asked_of or not offered or offered & {*question.asked_of}):
                yield _question(question, say.text(theme.title), offered, say)


def _question(question: Question, theme: Texts, offered: set[str], say: _Speaker) -> FormQuestion:
    return FormQuestion(
        id=question.id,
        code=question.code,
        theme=theme,
        title=say.maybe(question.title),
        text=say.text(question.text),
        why=say.text(question.why),
        levels=tuple(say.text(level.text) for level in question.levels),
        sufficient=tuple(say.text(example) for example in question.evidence.sufficient),
        insufficient=tuple(say.text(example) for example in question.evidence.insufficient),
        terms=question.terms,
        asked_of=tuple(group for group in question.asked_of if group in offered),
        sensitive=question.sensitive,
    )


def _levels(toolkit: Toolkit, say: _Speaker) -> tuple[FormLevel, ...]:
    levels = enumerate(toolkit.levels)
    return tuple(FormLevel(rating, say.text(level.label), say.maybe(level.meaning)) for rating, level in levels)


def _groups(toolkit: Toolkit, wish: Wish, say: _Speaker) -> tuple[Choice, ...]:
    chosen = [group for group in toolkit.groups if group.id in wish.groups]
    return tuple(Choice(group.id, say.text(group.label), say.maybe(group.note)) for group in chosen)


def _terms(toolkit: Toolkit, used: set[str], say: _Speaker) -> tuple[FormTerm, ...]:
    terms = [term for term in toolkit.terms if term.id in used]
    return tuple(FormTerm(term.id, say.text(term.term), say.text(term.meaning)) for term in terms)


def _place(engagement: EngagementFile | None, say: _Speaker) -> Texts | None:
    if engagement is None:
        return None
    city = say.text(engagement.city)
    if engagement.country is None:
        return city
    country = say.text(engagement.country)
    return {one: Spoken(f"{city[one]}, {country[one]}", city[one].language) for one in say.languages}


def _day(engagement: EngagementFile | None, say: _Speaker) -> Texts | None:
    if engagement is None:
        return None
    return {one: Spoken(messages(one).date(engagement.date), _spoken_by_program(one)) for one in say.languages}


def _consents(toolkit: Toolkit, wish: Wish, engagement: EngagementFile | None) -> Mapping[str, tuple[Block, ...]]:
    threshold = Engagement(engagement, ()).threshold(toolkit)
    own = {one: consent_of(engagement, one, threshold) for one in wish.languages}
    return {one: parse_blocks(wish.consent.get(one) or own[one]) for one in wish.languages}
