"""Toolkits and frameworks as plain text, for reading on a terminal."""

from collections.abc import Iterator
from textwrap import fill

from nlcaudit.framework import Framework, Question, Toolkit
from nlcaudit.text import LocalizedText

WIDTH = 88


def render_toolkit(toolkit: Toolkit, language: str) -> str:
    """Render a toolkit with a line for each framework."""
    order = toolkit.language_order(language)
    lines = [f"{toolkit.id} {toolkit.version}  {toolkit.title.spoken(order)}"]
    for framework in toolkit.frameworks:
        count = sum(1 for _ in framework.questions)
        core = sum(1 for question in framework.questions if question.core)
        asked = f"{count} questions" + (f", {core} of them core" if core else "")
        lines.append(f"  {framework.id:24} {toolkit.roles[framework.id]:11} {framework.title.spoken(order)} ({asked})")
    return "\n".join(lines) + "\n"


def render_framework(toolkit: Toolkit, framework: Framework, language: str) -> str:
    """Render every question of a framework."""
    order = toolkit.language_order(language)
    lines = [f"{framework.title.spoken(order)}", "", _wrapped(framework.summary, order, "")]
    for theme in framework.themes:
        lines += ["", f"## {theme.title.spoken(order)}"]
        for question in theme.questions:
            lines += ["", *_question(toolkit, question, order)]
    return "\n".join(lines) + "\n"


def _question(toolkit: Toolkit, question: Question, order: tuple[str, ...]) -> Iterator[str]:
    yield fill(f"[{question.code}] {question.text.spoken(order)}", WIDTH)
    yield f"  id {question.id} · sources {', '.join(question.sources)}" + (" · core" if question.core else "")
    yield _wrapped(question.why, order, "  ")
    for rating, (level, scale) in enumerate(zip(question.levels, toolkit.levels, strict=True)):
        yield fill(f"{rating} {scale.label.spoken(order)}: {level.text.spoken(order)}", WIDTH,
                   initial_indent="  ", subsequent_indent="      ")  # fmt: skip
        if level.next_step:
            yield fill(f"→ {level.next_step.action.spoken(order)}", WIDTH,
                       initial_indent="      ", subsequent_indent="        ")  # fmt: skip
    for mark, examples in (("+", question.evidence.sufficient), ("−", question.evidence.insufficient)):
        for example in examples:
            yield fill(f"{mark} {example.spoken(order)}", WIDTH, initial_indent="  ", subsequent_indent="    ")


def _wrapped(text: LocalizedText, order: tuple[str, ...], indent: str) -> str:
    return fill(text.spoken(order).text, WIDTH, initial_indent=indent, subsequent_indent=indent)
