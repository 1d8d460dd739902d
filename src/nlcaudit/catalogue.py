"""Toolkits and frameworks as plain text, for reading on a terminal."""

from collections.abc import Iterator
from textwrap import fill

from nlcaudit.framework import Framework, Question, Toolkit
from nlcaudit.messages import tell
from nlcaudit.sentences import Sentence, counted
from nlcaudit.text import LocalizedText

WIDTH = 88
ROLES = {"competency": Sentence("competency"), "lessons": Sentence("lessons"), "module": Sentence("module")}


def render_toolkit(toolkit: Toolkit, language: str) -> str:
    """Render a toolkit with a line for each framework."""
    order = toolkit.language_order(language)
    lines = [f"{toolkit.id} {toolkit.version}  {toolkit.title.spoken(order)}"]
    for framework in toolkit.frameworks:
        count = sum(1 for _ in framework.questions)
        core = sum(1 for question in framework.questions if question.core)
        asked = counted("{number} question", "{number} questions", count)
        if core:
            asked = Sentence("{questions}, {core} of them core", questions=asked, core=core)
        role = tell(ROLES[toolkit.roles[framework.id]], language)
        lines.append(f"  {framework.id:24} {role:11} {framework.title.spoken(order)} ({tell(asked, language)})")
    return "\n".join(lines) + "\n"


def render_framework(toolkit: Toolkit, framework: Framework, language: str) -> str:
    """Render every question of a framework."""
    order = toolkit.language_order(language)
    lines = [f"{framework.title.spoken(order)}", "", _wrapped(framework.summary, order, "")]
    for theme in framework.themes:
        lines += ["", f"## {theme.title.spoken(order)}"]
        for question in theme.questions:
            lines += ["", *_question(toolkit, question, language)]
    return "\n".join(lines) + "\n"


def _question(toolkit: Toolkit, question: Question, language: str) -> Iterator[str]:
    order = toolkit.language_order(language)
    yield fill(f"[{question.code}] {question.text.spoken(order)}", WIDTH)
    named = Sentence("id {id} · sources {sources}", id=question.id, sources=question.sources)
    if question.core:
        named = Sentence("{named} · core", named=named)
    yield f"  {tell(named, language)}"
    yield _wrapped(question.why, order, "  ")
    for rating, (level, scale) in enumerate(zip(question.levels, toolkit.levels, strict=True)):
        told = Sentence("{level}: {text}", level=scale.label.spoken(order), text=level.text.spoken(order))
        yield fill(f"{rating} {tell(told, language)}", WIDTH,
                   initial_indent="  ", subsequent_indent="      ")  # fmt: skip
        if level.next_step:
            yield fill(f"→ {level.next_step.action.spoken(order)}", WIDTH,
                       initial_indent="      ", subsequent_indent="        ")  # fmt: skip
    for mark, examples in (("+", question.evidence.sufficient), ("−", question.evidence.insufficient)):
        for example in examples:
            yield fill(f"{mark} {example.spoken(order)}", WIDTH, initial_indent="  ", subsequent_indent="    ")


def _wrapped(text: LocalizedText, order: tuple[str, ...], indent: str) -> str:
    return fill(text.spoken(order).text, WIDTH, initial_indent=indent, subsequent_indent=indent)
