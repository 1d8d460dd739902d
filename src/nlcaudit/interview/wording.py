"""Events → paragraphs in the respondent's language. A front end only wraps and shows them."""

from collections.abc import Iterator

from nlcaudit.engagement import Unanswered, choice_of
from nlcaudit.interview import events
from nlcaudit.interview.cards import explanation, part_in_words, progress, question_card, review_card
from nlcaudit.interview.sentences import INVITATIONS, INVITED_AS, KEYS, REFUSALS, TURN
from nlcaudit.interview.speaking import GAP, Paragraph, Speaker
from nlcaudit.interview.state import Interview
from nlcaudit.messages import Messages

MINUTES_A_QUESTION = 2.2
"""Measured on the quick version: 18 questions in 40 minutes."""


def render(event: events.Event, state: Interview) -> tuple[Paragraph, ...]:
    """Put one event into words.

    Args:
        event: what happened.
        state: the state after the step.
    """
    return tuple(_said(event, Speaker(state)))


def _said(event: events.Event, speaker: Speaker) -> Iterator[Paragraph]:
    state, messages = speaker.state, speaker.messages
    if isinstance(event, events.Welcomed):
        yield from _turn(speaker) if state.shared else _welcome(speaker, again=event.again)
    elif isinstance(event, events.Asked):
        yield from question_card(speaker, state.question) if state.question else review_card(speaker)
    elif isinstance(event, events.Recorded):
        yield from _recorded(speaker, event)
    elif isinstance(event, events.Undone):
        code = state.toolkit.by_id[event.question].code
        yield Paragraph(messages.text("Undone: your last change to {code}.", code=code))
    elif isinstance(event, events.Explained) and state.question:
        yield from explanation(speaker, state.question)
    elif isinstance(event, events.Helped):
        yield from _keys(speaker) if state.awaited == "command" else _way_out(speaker)
    elif isinstance(event, events.Invited):
        yield Paragraph(messages.text(INVITATIONS[INVITED_AS.get(state.awaited, state.awaited)], **speaker.wildcards))
    elif isinstance(event, events.Refused):
        yield Paragraph(messages.text(REFUSALS[event.reason], **speaker.wildcards, said=event.said))
    elif isinstance(event, events.Ended):
        yield from _farewell(speaker)


def _recorded(speaker: Speaker, event: events.Recorded) -> Iterator[Paragraph]:
    messages = speaker.messages
    code = speaker.state.toolkit.by_id[event.question].code
    said = messages.text("Recorded, {code}: {what}.", code=code, what=part_in_words(speaker, event.answer, event.part))
    if isinstance(choice_of(event.answer), Unanswered):
        said += " " + messages.text("The question itself has no answer yet.")
    yield Paragraph(said)


def _way_out(speaker: Speaker) -> Iterator[Paragraph]:
    """What is asked at this moment, and how to get away from it."""
    messages, question = speaker.messages, speaker.state.question
    yield GAP
    if question:
        yield Paragraph(f"{question.code} · {speaker.say(question.text)}")
    yield Paragraph(
        messages.text(
            "You are asked for a text or a choice. “?” says this again, “q” saves and leaves; what you typed before "
            "is kept."
        )
    )


def _farewell(speaker: Speaker) -> Iterator[Paragraph]:
    yield GAP
    yield Paragraph(progress(speaker))
    if not speaker.state.unanswered:
        yield Paragraph(speaker.messages.text("Thank you. The questionnaire is complete."))


def _welcome(speaker: Speaker, *, again: bool) -> Iterator[Paragraph]:
    toolkit, messages = speaker.state.toolkit, speaker.messages
    count = len(speaker.state.questions)
    yield Paragraph(speaker.say(toolkit.title), strong=True)
    if again:
        yield Paragraph(messages.text("Welcome back."))
        yield Paragraph(progress(speaker))
    else:
        if toolkit.notice:
            yield Paragraph(speaker.say(toolkit.notice))
        yield GAP
        yield Paragraph(_size(messages, count))
        yield Paragraph(
            messages.text(
                "Answer for what an outsider could see today, not for what is planned. “I don't know” is a good answer "
                "where you do not know."
            )
        )
    yield GAP
    yield Paragraph(messages.text("The levels of every question:"))
    for rating, level in enumerate(toolkit.levels):
        label = speaker.level(rating)
        yield Paragraph(speaker.pair(label, speaker.say(level.meaning)) if level.meaning else label, 2, 5)
    yield from _keys(speaker)


def _turn(speaker: Speaker) -> Iterator[Paragraph]:
    """A facilitator knows the rest."""
    response = speaker.state.response
    group = speaker.state.toolkit.group_by_id.get(response.group or "")
    yield GAP
    yield Paragraph(" · ".join([response.respondent, *([speaker.say(group.label)] if group else [])]), strong=True)
    yield Paragraph(progress(speaker))


def _size(messages: Messages, count: int) -> str:
    minutes = -(-int(count * MINUTES_A_QUESTION) // 5) * 5
    return messages.plural(
        "{number} question, about {minutes} minutes. You can stop at any time and go on later.",
        "{number} questions, about {minutes} minutes. You can stop at any time and go on later.",
        count,
        minutes=minutes,
    )


def _keys(speaker: Speaker) -> Iterator[Paragraph]:
    messages = speaker.messages
    yield GAP
    yield Paragraph(
        messages.text("Type a key, then Enter. Every answer is saved at once; Enter alone answers nothing.")
    )
    digits = f"0-{speaker.state.toolkit.top}"
    yield Paragraph(f"{digits}  " + messages.text("the level that describes today"), 2, 7)
    for key, meaning in KEYS:
        yield Paragraph(f"{key:3}  " + messages.text(meaning, **speaker.wildcards), 2, 7)
    if speaker.state.shared:
        said = messages.text(TURN, respondent=speaker.state.response.respondent)
        yield Paragraph(f"r    {said}", 2, 7)
