"""Form → Markdown: a questionnaire to send by mail and to fill in with any text editor.

How it is marked, and read back, stands in docs/forms.md.
"""

from collections.abc import Iterator

from nlcaudit.forms.views import Block, Choice, Form, FormQuestion, Texts
from nlcaudit.forms.wording import KEYS, messages
from nlcaudit.markdown import escape
from nlcaudit.messages import Messages

BOX = "- [ ]"


def render_markdown(form: Form, language: str) -> bytes:
    """Render one language as Markdown; no text of a framework is markup."""
    return ("\n".join(_Page(form, language).lines()).strip() + "\n").encode("utf-8")


class _Page:
    """One form in one language."""

    def __init__(self, form: Form, language: str) -> None:
        self.form = form
        self.language = language

    @property
    def messages(self) -> Messages:
        return messages(self.language)

    def say(self, texts: Texts) -> str:
        return escape(texts[self.language].text)

    def lines(self) -> Iterator[str]:
        form, toolkit = self.form, self.form.toolkit
        yield f"<!-- nlcaudit/form/1: {toolkit.id} {toolkit.version}, {form.depth}, {self.language} -->"
        yield from ("", f"# {self.say(form.title)}", "")
        for line in (form.place, form.notice):
            if line:
                yield from (self.say(line), "")
        yield from self._consent()
        yield from self._about_you()
        for section in form.sections:
            yield from (f"## {section.code} · {self.say(section.title)}", "", self.say(section.summary), "")
            for question in section.questions:
                yield from self._question(question)
        yield from self._words()

    def _consent(self) -> Iterator[str]:
        for block in self.form.consent[self.language]:
            text = _runs(block)
            yield from ({"heading": f"## {text}", "item": f"- {text}"}.get(block.kind, text), "")

    def _about_you(self) -> Iterator[str]:
        say = self.messages
        yield from (f"## {say.text('How to fill this in')}", "")
        yield say.text(
            "Put an x between the brackets in front of one answer a question: [x]. Leave open what you skip."
        )
        yield ""
        if self.form.groups:
            yield from (f"### {say.text('Your group')}", "")
            preset = self.form.group is not None
            yield from (f"- [{'x' if preset else ' '}] {group.id}: {self._label(group)}" for group in self.form.groups)
            yield ""

    def _label(self, choice: Choice) -> str:
        label = self.say(choice.label)
        return f"{label} ({self.say(choice.note).rstrip('.')})" if choice.note else label

    def _question(self, question: FormQuestion) -> Iterator[str]:
        say = self.messages
        title = f"{self.say(question.title)}. " if question.title else ""
        yield from (f"### {question.code}. {title}{self.say(question.text)}", "")
        if question.asked_of:
            labels = [self.say(group.label) for group in self.form.groups if group.id in question.asked_of]
            yield from (say.text("Only for: {groups}.", groups=self.messages.listing(labels)), "")
        yield from (f"{say.text('Why we ask:')} {self.say(question.why)}", "")
        for rating, level in enumerate(question.levels):
            label = f"**{self.say(self.form.levels[rating].label)}**"
            yield f"{BOX} {rating} {say.text('{name}: {text}', name=label, text=self.say(level))}"
        for kind in self.form.kinds:
            yield f"{BOX} {KEYS[kind.id]} {self.say(kind.label)}"
        yield ""
        for label in (
            say.text("Reason, if it does not apply:"),
            say.text("How sure (low, medium, high):"),
            say.text("Note:"),
            say.text("What shows it:"),
        ):
            yield f"- {label}"
        yield ""

    def _words(self) -> Iterator[str]:
        if self.form.terms:
            yield from (f"## {self.messages.text('Words explained')}", "")
            for term in self.form.terms:
                term_in_words = f"**{self.say(term.term)}**"
                yield f"- {self.messages.text('{name}: {text}', name=term_in_words, text=self.say(term.meaning))}"


def _runs(block: Block) -> str:
    parts = [(escape(run.text), run.strong) for run in block.runs]
    spaced = [
        (f"{' ' if run.text[:1].isspace() else ''}{text}{' ' if run.text[-1:].isspace() else ''}", strong)
        for run, (text, strong) in zip(block.runs, parts, strict=True)
    ]
    return "".join(f"**{text.strip()}**" if strong else text for text, strong in spaced).strip()
