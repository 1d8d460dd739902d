"""Form → HTML to be printed on A4 or Letter: one page a competency in the quick version, codes to key in."""

from collections.abc import Callable

from markupsafe import Markup, escape

from nlcaudit.forms.pages import digest_of, page_of, style_of, template_of
from nlcaudit.forms.views import Form, FormQuestion, Texts
from nlcaudit.forms.wording import KEYS, messages, text
from nlcaudit.text import Spoken, direction

SHEET = "sheet"
"""A sheet numbered 7 is typed in as the respondent `sheet-7`."""

WORDS = {
    "sheet": text("Sheet number"),
    "by_keeper": text("(the office that keeps the answers writes it)"),
    "code": text("Your code is sheet-____ with this number. Note it: with it you can take your answers back."),
    "group": text("Your group: mark one box"),
    "how": text("How to answer"),
    "one": text("Mark one box a question, the one that describes today best. Leave open what you skip."),
    "today": text("Answer for what an outsider could see today, not for what is planned."),
    "case": text("Name no person and no case."),
    "reason": text("because:"),
    "note": text("Note, or what shows it:"),
    "sure": text("How sure:"),
    "words": text("Words explained"),
    "typed": text("To be typed in with: nlcaudit assess --enter-paper. Codes: {levels} level, {keys}."),
}


def render_paper(form: Form, language: str) -> bytes:
    """Render one language for paper."""
    style, say = style_of("paper.css"), messages(language)
    direction_here = direction(language)
    page = template_of("paper.html.j2").render(
        form=form,
        language=language,
        direction=direction_here,
        page_language=language,
        say=_sayer(language),
        pair=_pairer(language),
        only_for=_only_for(form, language),
        words={key: say.verbatim(message) for key, message in WORDS.items()},
        typed=say.text(WORDS["typed"], levels=f"0–{len(form.levels) - 1}", keys=_keys(form, language)),
        keys=KEYS,
        style=Markup(style),  # noqa: S704 - our own file
        digest=digest_of(style),
    )  # fmt: skip
    return page_of(page)


def _sayer(language: str) -> Callable[[Texts], Markup]:
    return lambda texts: _marked(texts[language], language)


def _marked(spoken: Spoken, language: str) -> Markup:
    if spoken.language == language:
        return escape(spoken.text)
    return Markup('<span lang="{}" dir="{}">{}</span>').format(spoken.language, direction(spoken.language), spoken.text)


def _pairer(language: str) -> Callable[[object, Texts], Markup]:
    """A name in bold and what it means, with the language's colon between them."""

    def pair(name: object, meaning: Texts) -> Markup:
        between = messages(language).text("{name}: {text}", name="", text="").rstrip()
        return Markup("<b>{}{}</b> {}").format(name, between, _marked(meaning[language], language))

    return pair


def _only_for(form: Form, language: str) -> Callable[[FormQuestion], str]:
    """For whom a question is, where it is not for every group on the sheet."""

    def told(question: FormQuestion) -> str:
        labels = [group.label[language].text for group in form.groups if group.id in question.asked_of]
        if not labels or len(labels) == len(form.groups):
            return ""
        say = messages(language)
        return say.text("Only for: {groups}.", groups=say.listing(labels))

    return told


def _keys(form: Form, language: str) -> str:
    return ", ".join(f"{KEYS[kind.id]} {kind.label[language].text}" for kind in form.kinds)
