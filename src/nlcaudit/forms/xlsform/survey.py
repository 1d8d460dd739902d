"""Form → the rows of `survey` and `choices`."""

from collections.abc import Iterator

from nlcaudit.forms.views import Form, FormQuestion, Section, Texts
from nlcaudit.forms.wording import KEYS, messages
from nlcaudit.forms.workbook.wording import COLUMNS, own, text
from nlcaudit.forms.xlsform.rows import Option, Row, headed, safe
from nlcaudit.text import Spoken

AGREED = "${consent} = 'yes'"
HEADS = dict(COLUMNS)
LONGEST = 5000
"""Characters of a text; as many as the reports are tried with."""
SAID = (
    text("I have read this and agree to answer"),
    text("Your code, if you were given one"),
    text("Please write at most 5,000 characters."),
    text("The day lies in the future."),
    text("A code looks like this: mk-5927."),
    text("A reason is needed where a question does not apply."),
)
CODE = "regex(., '^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$')"


def survey(form: Form) -> Iterator[Row]:
    """Everything that is asked, in order."""
    yield from _about_the_form(form)
    yield Row("note", "about_this", {"label": safe(_joined(form, [form.title, form.place, form.notice]))})
    yield Row("note", "about_consent", {"label": safe(_consent(form))})
    yield Row("select_one yes_no", "consent", {"label": _own(form, "I have read this and agree to answer")},
              {"required": "yes"})  # fmt: skip
    yield from _about_you(form)
    for section in form.sections:
        yield from _section(form, section)


def options(form: Form) -> Iterator[Option]:
    """Everything that can be chosen."""
    yield from (Option("yes_no", name, _own(form, said)) for name, said in (("yes", "Yes"), ("no", "No")))
    for language in form.languages:
        yield Option("languages", language.id, {one.id: Spoken(language.name, language.id) for one in form.languages})
    lists = {"groups": form.groups, "confidence": form.confidence, "strengths": form.strengths, "sides": form.sides}
    for name, choices in lists.items():
        yield from (Option(name, choice.id, safe(choice.label)) for choice in choices)
    for question in form.questions:
        for rating, level in enumerate(question.levels):
            label = form.levels[rating].label
            said = {one: Spoken(_named(one, label[one].text, said.text), said.language) for one, said in level.items()}
            yield Option(_list(question), str(rating), headed(str(rating), safe(said)))
        for kind in form.kinds:
            yield Option(_list(question), KEYS[kind.id], headed(KEYS[kind.id], kind.label))


def _named(language: str, name: str, said: str) -> str:
    return messages(language).text("{name}: {text}", name=name, text=said)


def _list(question: FormQuestion) -> str:
    return f"levels_{question.code}"


def _own(form: Form, message: str) -> Texts:
    return own([language.id for language in form.languages], message)


def _joined(form: Form, parts: list[Texts | None]) -> Texts:
    there = [part for part in parts if part is not None]
    return {one.id: Spoken("\n\n".join(part[one.id].text for part in there), one.id) for one in form.languages}


def _consent(form: Form) -> Texts:
    return {
        one.id: Spoken("\n\n".join(("• " if b.kind == "item" else "") + b.text for b in form.consent[one.id]), one.id)
        for one in form.languages
    }


def _about_the_form(form: Form) -> Iterator[Row]:
    """What the program that imports the answers needs; nobody sees it."""
    values = {"toolkit": form.toolkit.id, "version": form.toolkit.version, "depth": form.depth,
              "frameworks": " ".join(form.frameworks)}  # fmt: skip
    for name, value in values.items():
        yield Row("calculate", f"form_{name}", plain={"calculation": f"'{value}'"})


def _about_you(form: Form) -> Iterator[Row]:
    agreed = {"relevant": AGREED}
    if len(form.languages) > 1:
        yield Row("select_one languages", "form_language", {"label": _own(form, "Language")}, agreed)
    else:
        yield Row("calculate", "form_language", plain={"calculation": f"'{form.languages[0].id}'"})
    if form.group is not None:
        yield Row("calculate", "respondent_group", plain={"calculation": f"'{form.group.id}'"})
    elif form.groups:
        yield Row("select_one groups", "respondent_group", {"label": _own(form, "Your group")},
                  {**agreed, "required": "yes"})  # fmt: skip
    yield Row("text", "respondent_code",
              {"label": _own(form, "Your code, if you were given one"),
               "constraint_message": _own(form, "A code looks like this: mk-5927.")},
              {**agreed, "constraint": CODE})  # fmt: skip


def _section(form: Form, section: Section) -> Iterator[Row]:
    name = f"{section.code}_{section.id.replace('-', '_')}"
    yield Row("begin_group", name, {"label": safe(section.title)}, {"relevant": AGREED})
    yield Row("note", f"about_{section.code}", {"label": safe(section.summary)})
    for question in section.questions:
        yield from _question(form, question)
    yield Row("end_group")


def _question(form: Form, question: FormQuestion) -> Iterator[Row]:
    code = question.code
    page = {"appearance": "field-list"}
    if question.asked_of and form.group is None:
        page["relevant"] = " or ".join(f"${{respondent_group}} = '{group}'" for group in question.asked_of)
    yield Row("begin_group", f"{code}_page", {"label": headed(code, safe(question.title or question.theme))}, page)
    yield Row(f"select_one {_list(question)}", code,
              {"label": headed(code, safe(question.text)), "hint": safe(question.why)})  # fmt: skip
    yield _text(form, code, "reason", {"required": "yes", "relevant": f"${{{code}}} = 'n'"})
    yield _one_of(form, code, "confidence", "confidence", f"${{{code}}} != ''")
    yield _text(form, code, "note", {"appearance": "multiline"})
    yield _text(form, code, "what", {})
    shown = f"${{{code}_what}} != ''"
    yield _text(form, code, "where", {"relevant": shown})
    yield Row("date", f"{code}_date",
              {"label": headed(code, _own(form, HEADS["date"])),
               "constraint_message": _own(form, "The day lies in the future.")},
              {"relevant": shown, "constraint": ". <= today()"})  # fmt: skip
    yield _text(form, code, "owner", {"relevant": shown})
    yield _one_of(form, code, "strength", "strengths", shown)
    if form.sides:
        yield _one_of(form, code, "seen_by", "sides", shown)
    yield Row("end_group")


def _text(form: Form, code: str, part: str, plain: dict[str, str]) -> Row:
    texts = {
        "label": headed(code, _own(form, HEADS[part])),
        "constraint_message": _own(form, "Please write at most 5,000 characters."),
    }
    if "required" in plain:
        texts["required_message"] = _own(form, "A reason is needed where a question does not apply.")
    return Row("text", f"{code}_{part}", texts, {**plain, "constraint": f"string-length(.) <= {LONGEST}"})


def _one_of(form: Form, code: str, part: str, chosen: str, shown: str) -> Row:
    label = headed(code, _own(form, HEADS[part]))
    return Row(f"select_one {chosen}", f"{code}_{part}", {"label": label},
               {"relevant": shown, "appearance": "minimal"})  # fmt: skip
