"""What stands on the screen for a question, for the review, and on `w`."""

from collections.abc import Iterator, Sequence

from nlcaudit.engagement import Answer, EvidenceRecord, Rated, Unanswered, choice_of
from nlcaudit.framework import Question
from nlcaudit.interview.events import Part
from nlcaudit.interview.sentences import CONFIDENCE, STRENGTH
from nlcaudit.interview.speaking import GAP, Paragraph, Speaker

LEVEL = (2, 5)
ENTRY = (2, 6)


def question_card(speaker: Speaker, question: Question) -> Iterator[Paragraph]:
    """The question with its levels, and what was answered already."""
    state, messages = speaker.state, speaker.messages
    framework, theme = state.toolkit.home[question.id]
    yield GAP
    yield Paragraph(
        messages.text("Question {number} of {count}", number=state.at + 1, count=len(state.questions))
        + f" · {question.code} · {speaker.say(framework.title)} · {speaker.say(theme.title)}"
    )
    if question.title:
        yield Paragraph(speaker.say(question.title))
    yield GAP
    yield Paragraph(speaker.say(question.text), strong=True)
    yield GAP
    for rating, level in enumerate(question.levels):
        yield Paragraph(speaker.pair(speaker.level(rating), speaker.say(level.text)), *LEVEL)
    yield GAP
    if question.id in state.response.answers:
        yield from answer_lines(speaker, state.answer)
        yield GAP


def answer_lines(speaker: Speaker, answer: Answer) -> Iterator[Paragraph]:
    """What stands under a question now."""
    messages = speaker.messages
    said = messages.text("Your answer: {answer}.", answer=speaker.answer(answer).rstrip("."))
    if answer.confidence:
        said += " " + messages.text("Confidence: {level}.", level=messages.text(CONFIDENCE[answer.confidence]))
    if answer.then is not None:
        said += " " + messages.text("A year ago: {level}.", level=speaker.level(answer.then))
    if answer.flag:
        said += " " + messages.text("Flagged to come back to.")
    yield Paragraph(said)
    if answer.note:
        first, *rest = answer.note.split("\n")
        yield Paragraph(messages.text("Note: {note}", note=first), *ENTRY)
        yield from (Paragraph(line, ENTRY[1], ENTRY[1]) for line in rest)
    for record in answer.evidence:
        yield Paragraph(messages.text("Evidence: {evidence}", evidence=evidence_line(speaker, record)), *ENTRY)


def part_in_words(speaker: Speaker, answer: Answer, part: Part) -> str:
    """What stands in one part of an answer."""
    messages = speaker.messages
    if part == "confidence":
        level = messages.text(CONFIDENCE[answer.confidence]) if answer.confidence else messages.text("not said")
        return messages.text("confidence {level}", level=level)
    if part == "then":
        level = speaker.level(answer.then) if answer.then is not None else messages.text("not said")
        return messages.text("a year ago {level}", level=level)
    if part == "note":
        lines = answer.note.count("\n") + 1 if answer.note else 0
        return messages.plural("note of {number} line", "note of {number} lines", lines)
    if part == "evidence":
        shown = evidence_line(speaker, answer.evidence[-1]) if answer.evidence else messages.text("none")
        return messages.text("evidence, {evidence}", evidence=shown)
    if part == "flag":
        return messages.text("flagged to come back to") if answer.flag else messages.text("flag removed")
    return speaker.answer(answer).rstrip(".")


def evidence_line(speaker: Speaker, record: EvidenceRecord) -> str:
    """One piece of evidence on one line."""
    when = speaker.messages.date(record.date) if record.date else None
    parts = [
        record.what,
        record.where,
        when,
        record.owner,
        speaker.messages.text(STRENGTH[record.strength]),
        record.file,
    ]
    sides = {side.id: side for side in speaker.state.toolkit.sides}
    if record.seen_by in sides:
        parts.append(speaker.messages.text("seen by: {side}", side=speaker.say(sides[record.seen_by].label)))
    return " · ".join(part for part in parts if part)


def review_card(speaker: Speaker) -> Iterator[Paragraph]:
    """What is answered, what is not, what was flagged."""
    state, messages = speaker.state, speaker.messages
    count = len(state.questions)
    yield GAP
    yield Paragraph(messages.text("Review: this was the last question."), strong=True)
    yield GAP
    yield Paragraph(progress(speaker))
    kinds = [choice_of(state.answer_to(q.id)) for q in state.questions]
    rated = sum(isinstance(kind, Rated) for kind in kinds)
    others = count - rated - sum(isinstance(kind, Unanswered) for kind in kinds)
    if others:
        yield Paragraph(
            messages.text(
                "With a level: {rated}. Don't know, outside our powers or does not apply: {others}.",
                rated=rated,
                others=others,
            )
        )
    yield from _listed(speaker, messages.text("Without an answer:"), state.unanswered)
    yield from _listed(speaker, messages.text("Flagged to come back to:"), state.flagged)
    yield GAP
    yield Paragraph(messages.text("Type a code to go to that question, j for the next without an answer, q to finish."))


def progress(speaker: Speaker) -> str:
    """How many questions have an answer."""
    done = len(speaker.state.questions) - len(speaker.state.unanswered)
    return speaker.messages.text(
        "{done} of {count} questions have an answer.", done=done, count=len(speaker.state.questions)
    )


def _listed(speaker: Speaker, title: str, places: Sequence[int]) -> Iterator[Paragraph]:
    if not places:
        return
    yield GAP
    yield Paragraph(title)
    for place in places:
        question = speaker.state.questions[place]
        yield Paragraph(f"{question.code}  {speaker.say(question.title or question.text)}", *ENTRY)


def explanation(speaker: Speaker, question: Question) -> Iterator[Paragraph]:
    """Why it is asked, what its words mean, what would show a level, where it comes from."""
    messages, toolkit = speaker.messages, speaker.state.toolkit
    yield GAP
    yield Paragraph(messages.text("Why we ask"), strong=True)
    yield Paragraph(speaker.say(question.why), 2, 2)
    terms = [term for term in toolkit.terms if term.id in question.terms]
    if terms:
        yield Paragraph(messages.text("Words"), strong=True)
        for term in terms:
            yield Paragraph(speaker.pair(speaker.say(term.term), speaker.say(term.meaning)), 2, 4)
    yield Paragraph(messages.text("Would be enough to show a level"), strong=True)
    yield from (Paragraph(f"- {speaker.say(example)}", 2, 4) for example in question.evidence.sufficient)
    yield Paragraph(messages.text("Would not be enough"), strong=True)
    yield from (Paragraph(f"- {speaker.say(example)}", 2, 4) for example in question.evidence.insufficient)
    lever = next((lever for lever in toolkit.levers if lever.id == question.lever), None)
    if lever:
        yield Paragraph(messages.text("Who can change it: {lever}.", lever=speaker.say(lever.label)))
    yield Paragraph(messages.text("Source: {sources}", sources="; ".join(_sources(speaker, question))))
    if question.sensitive:
        yield Paragraph(messages.text("Sensitive: this question is left out of any public edition."))
    yield GAP


def _sources(speaker: Speaker, question: Question) -> Iterator[str]:
    declared = {source.id: source for source in speaker.state.toolkit.sources}
    for reference in question.sources:
        name, _, point = reference.partition("#")
        source = declared.get(name)
        title = speaker.say(source.title) if source else name
        yield f"{title} ({point})" if point else title
