"""Form → what the offline page's script reads, as plain lists and mappings.

A text is a list with one entry for each language of the form: the words, or `[words, language]` where they are in
another language than asked for.
"""

from collections.abc import Sequence

from nlcaudit.forms.page_words import WORDS
from nlcaudit.forms.views import Block, Choice, Form, FormQuestion, Section, Texts
from nlcaudit.forms.wording import DOMAIN, KEYS
from nlcaudit.interview.evidence import LONGEST_FIELD, MOST_RECORDS
from nlcaudit.interview.noting import LONGEST_NOTE
from nlcaudit.interview.wording import MINUTES_A_QUESTION
from nlcaudit.messages import INTERFACE_LANGUAGES, Messages
from nlcaudit.source import Limits
from nlcaudit.store.pseudonyms import DIGITS, LETTERS

SCHEMA = "nlcaudit/response/1"
Plain = dict[str, object]


def page_content(form: Form) -> Plain:
    """Everything that stands on the page."""
    return {
        "schema": SCHEMA,
        "toolkit": form.toolkit.model_dump(exclude_none=True),
        "depth": form.depth,
        "frameworks": list(form.frameworks),
        "languages": [_language(one.id, one.name, one.direction) for one in form.languages],
        "words": [_words(one.id) for one in form.languages],
        "title": _texts(form.title),
        "notice": _texts(form.notice),
        "place": _texts(form.place),
        "consent": [[_block(block) for block in form.consent[one.id]] for one in form.languages],
        "consentIn": [form.consent_in[one.id] for one in form.languages],
        "labels": [_texts(level.label) for level in form.levels],
        "kinds": [{**_choice(kind), "key": KEYS[kind.id]} for kind in form.kinds],
        "confidence": [_choice(one) for one in form.confidence],
        "strengths": [_choice(one) for one in form.strengths],
        "groups": [_choice(group) for group in form.groups],
        "sides": [_choice(side) for side in form.sides],
        "sections": [_section(section) for section in form.sections],
        "terms": {term.id: [_texts(term.term), _texts(term.meaning)] for term in form.terms},
        "letters": LETTERS,
        "digits": DIGITS,
        "minutes": MINUTES_A_QUESTION,
        "longest": {"note": LONGEST_NOTE, "field": LONGEST_FIELD, "records": MOST_RECORDS, "file": Limits().size},
    }


def _language(tag: str, name: str, direction: str) -> Plain:
    return {"id": tag, "name": name, "dir": direction, "says": _says(tag)}


def _says(language: str) -> str:
    """The language in which the page itself speaks."""
    return language if language.split("-", maxsplit=1)[0] in INTERFACE_LANGUAGES else INTERFACE_LANGUAGES[0]


def _words(language: str) -> Plain:
    say = Messages(DOMAIN, language)
    return {key: say.verbatim(message) for key, message in WORDS.items()}


def _texts(texts: Texts | None) -> list[object] | None:
    if texts is None:
        return None
    return [
        spoken.text if spoken.language == wanted else [spoken.text, spoken.language]
        for wanted, spoken in texts.items()
    ]  # fmt: skip


def _all(texts: Sequence[Texts]) -> list[object]:
    return [_texts(one) for one in texts]


def _block(block: Block) -> list[object]:
    return [block.kind, *([run.text, run.strong] if run.strong else [run.text] for run in block.runs)]


def _choice(choice: Choice) -> Plain:
    entry: Plain = {"id": choice.id, "label": _texts(choice.label)}
    return {**entry, "note": _texts(choice.note)} if choice.note else entry


def _section(section: Section) -> Plain:
    return {
        "title": _texts(section.title),
        "questions": [_question(question) for question in section.questions],
    }


def _question(question: FormQuestion) -> Plain:
    entry: Plain = {
        "id": question.id,
        "code": question.code,
        "text": _texts(question.text),
        "why": _texts(question.why),
        "levels": _all(question.levels),
        "enough": _all(question.sufficient),
        "notEnough": _all(question.insufficient),
    }
    if question.title:
        entry["title"] = _texts(question.title)
    if question.terms:
        entry["terms"] = list(question.terms)
    if question.asked_of:
        entry["askedOf"] = list(question.asked_of)
    return {**entry, "sensitive": True} if question.sensitive else entry
