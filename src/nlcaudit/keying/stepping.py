"""One line → the next state."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from nlcaudit.engagement import Confidence
from nlcaudit.keying.events import (
    Begun,
    Differs,
    Dropped,
    Event,
    Finished,
    Helped,
    Noted,
    PassEnded,
    Reason,
    Recorded,
    Refused,
)  # fmt: skip
from nlcaudit.keying.reading import CONTROL, LONGEST, Typed, parse_marks
from nlcaudit.keying.state import NOT_APPLICABLE, Beside, Keying, Mark, Phase, respondent, response_of

Turn = tuple[Keying, tuple[Event, ...]]
CONFIDENCE: Mapping[str, Confidence] = {"1": "low", "2": "medium", "3": "high", "low": "low", "medium": "medium",
                                        "high": "high"}  # fmt: skip
LARGEST_NUMBER = 99_999
LONGEST_NUMBER = len(str(LARGEST_NUMBER))


def step(state: Keying, line: str) -> Turn:
    """Read one line; a line that does not fit changes nothing."""
    said = line.strip()
    if said == "?":
        return state, (Helped(),)
    if said == "q":
        return replace(state, ended=True), ()
    if said.split(" ")[0] == "x" and state.number:
        return _drop(state, said.removeprefix("x").strip())
    if state.phase == "number":
        return _number(state, said)
    if state.phase == "group":
        return _group(state, said)
    word, _, rest = said.partition(" ")
    beside = BESIDE.get(word)
    if said == "b":
        return _back(state)
    return beside(state, rest.strip()) if beside else _marks(state, said)


def _refused(state: Keying, reason: Reason, said: str) -> Turn:
    return state, (Refused(reason, said[:20]),)


def _drop(state: Keying, number: str) -> Turn:
    """Put the sheet aside; its number must stand behind the x, for a cross on paper looks the same."""
    if number != state.number:
        return _refused(state, "drop", state.number)
    return state.between_sheets(), (Dropped(state.number),)


def _number(state: Keying, said: str) -> Turn:
    if not (said.isascii() and said.isdigit() and len(said) <= LONGEST_NUMBER and int(said)):
        return _refused(state, "number", said)
    number = str(int(said))
    if respondent(number) in state.taken:
        return _refused(state, "taken", number)
    begun = replace(state, number=number, group=state.plan.group)
    if state.plan.groups and state.plan.group is None:
        return replace(begun, phase="group"), ()
    return _begin(state, begun)


def _group(state: Keying, said: str) -> Turn:
    ids = list(state.plan.groups)
    chosen = said if said in ids else None
    if said.isascii() and said.isdigit() and len(said) <= LONGEST_NUMBER and 1 <= int(said) <= len(ids):
        chosen = ids[int(said) - 1]
    return _begin(state, replace(state, group=chosen)) if chosen else _refused(state, "group", said)


def _begin(before: Keying, state: Keying) -> Turn:
    if not state.questions:
        return _refused(before, "nothing-asked", "")
    return replace(state, phase="first", at=0), (Begun(len(state.questions)),)


def _back(state: Keying) -> Turn:
    """Go back to the question marked last, or to the one before; its mark is typed anew."""
    at = state.at - 1 if state.last is None else state.last
    if state.phase == "settle" or at < 0:
        return _refused(state, "nothing-before", "")
    marks = {key: mark for key, mark in state.marks.items() if key != state.questions[at].id}
    if state.phase == "first":
        return replace(state, at=at, last=None, first=marks), ()
    return replace(state, at=at, last=None, second=marks), ()


def _marks(state: Keying, said: str) -> Turn:
    """Take all marks of a line, or none of them."""
    codes = {question.code: place for place, question in enumerate(state.questions)}
    typed = parse_marks(said, state.plan.toolkit.top, codes)
    if isinstance(typed, Refused):
        return state, (typed,)
    after, events = state, list[Event]()
    for one in typed:
        if after.phase != state.phase:
            return _refused(state, "mark", said)
        place = after.at if one.code is None else codes[one.code]
        reasoned = _reasoned(after, place, one)
        if reasoned is None:
            return _refused(state, "no-reason", one.mark.key)
        after, told = _mark(after, place, reasoned)
        events += told
    return after, tuple(events)


def _reasoned(state: Keying, place: int, typed: Typed) -> Mark | None:
    """A mark with its reason: the one typed now, else the one typed before; None where one is missing."""
    mark, key = typed.mark, state.questions[place].id
    if mark.key != NOT_APPLICABLE or mark.reason:
        return mark
    before = [passed[key].reason for passed in (state.first, state.second) if key in passed]
    reason = next(filter(None, before), "")
    return Mark(mark.key, reason) if reason or state.phase == "second" else None


def _mark(state: Keying, place: int, mark: Mark) -> Turn:
    after = state.marked(place, mark)
    count = len(state.questions)
    done = count - len(after.differing) if state.phase == "settle" else count - len(after.open)
    recorded = Recorded(state.questions[place].code, mark, done, count)
    if state.phase == "settle" or not after.open:
        ended, told = _next_phase(after)
        return ended, (recorded, *told)
    later = [index for index in after.open if index > place]
    return replace(after, at=(later or after.open)[0]), (recorded,)


def _next_phase(state: Keying) -> Turn:
    if state.phase == "first":
        return replace(state, phase="second", at=0), (PassEnded(),)
    if state.differing:
        place = state.differing[0]
        key = state.questions[place].id
        phase: Phase = "settle"
        told = Differs(state.questions[place].code, state.first[key], state.second[key], len(state.differing))
        return replace(state, phase=phase, at=place, last=None), (told,)
    done = state.between_sheets()
    return replace(done, taken=done.taken | {respondent(state.number)}), (Finished(response_of(state)),)


def _confident(state: Keying, said: str) -> Turn:
    return _beside(state, said, "confidence", lambda now: replace(now, confidence=CONFIDENCE.get(said.lower())),
                   fits=said.lower() in CONFIDENCE)  # fmt: skip


def _note(state: Keying, said: str) -> Turn:
    fits = bool(said) and len(said) <= LONGEST and not CONTROL.search(said)
    return _beside(state, said, "note", lambda now: replace(now, note=said), fits=fits)


def _beside(state: Keying, said: str, wrong: Reason, change: Callable[[Beside], Beside], *, fits: bool) -> Turn:
    """Put something beside the question marked last."""
    if state.last is None:
        return _refused(state, "nothing-marked", said)
    if not fits:
        return _refused(state, wrong, said)
    question = state.questions[state.last]
    now = state.beside.get(question.id, Beside())
    return replace(state, beside={**state.beside, question.id: change(now)}), (Noted(question.code),)


BESIDE: Mapping[str, Callable[[Keying, str], Turn]] = {"c": _confident, "t": _note}
