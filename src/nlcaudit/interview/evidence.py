"""Evidence, field by field: each field is part of the answer as soon as it is typed."""

from collections.abc import Mapping
from datetime import date

from nlcaudit.engagement import Answer, EvidenceRecord, Strength
from nlcaudit.interview.answering import REMOVE, STOP, digit, noticed, recorded, unfit
from nlcaudit.interview.events import Invited, Refused, Returned
from nlcaudit.interview.state import Awaited, Interview, Turn

STRENGTHS: Mapping[str, Strength] = {"1": "claim", "2": "document", "3": "observed", "4": "outcome"}
NEXT: Mapping[Awaited, Awaited] = {
    "what": "where", "where": "date", "date": "owner", "owner": "strength", "strength": "file",
}  # fmt: skip
"""After the file comes who saw it, where there are sides."""
FIELDS = frozenset({*NEXT.values(), "seen_by"})
"""What is asked about a piece of evidence that is there already."""
LONGEST_FIELD = 2_000
MOST_RECORDS = 40


def describe(state: Interview, line: str) -> Turn:
    """Read the next field of a piece of evidence; all but the first may be left out."""
    said = line.strip()
    if said == STOP:
        begun = state.awaited != "what"
        return state.awaiting("command"), (*(recorded(state, "evidence") if begun else ()), Returned())
    if said == REMOVE and state.awaited == "what":
        return _take_last_away(state)
    if said == REMOVE:
        return _next(state)
    value = _value(state, said)
    if isinstance(value, Refused):
        return state, (value,)
    if state.awaited == "what":
        return (
            _next(_begun(state, said)) if len(state.answer.evidence) < MOST_RECORDS else (state, (Refused("too-much"),))
        )
    return _next(_filled(state, value))


def describe_at_once(state: Interview, line: str) -> Turn:
    """Begin a piece of evidence with what was given with the command, and ask for the rest."""
    after, events = describe(state.awaiting("what"), line)
    refused = any(isinstance(event, Refused) for event in events)
    return (state if refused else after), events


def _value(state: Interview, said: str) -> str | date | Strength | Refused:
    field = state.awaited
    if field == "seen_by":
        return _side(state, said) or Refused("seen-by", said)
    if field == "strength":
        return STRENGTHS.get(str(digit(said))) or Refused("strength", said)
    if field == "date":
        try:
            return date.fromisoformat(said)
        except ValueError:
            return Refused("date", said)
    if len(said) > LONGEST_FIELD:
        return Refused("too-much")
    if field == "file" and _leads_elsewhere(said):
        return Refused("file", said)
    return unfit(said) or said


def _leads_elsewhere(path: str) -> bool:
    """A path that does not count from the engagement's folder, or a single letter."""
    return len(path) == 1 or path.startswith(("/", "\\", "~")) or path[1:2] == ":"


def _side(state: Interview, said: str) -> str | None:
    """A side by its number or its id."""
    sides = [side.id for side in state.toolkit.sides]
    number = digit(said)
    if number is not None:
        return sides[number - 1] if 1 <= number <= len(sides) else None
    return said.lower() if said.lower() in sides else None


def _begun(state: Interview, what: str) -> Interview:
    return state.answered(_with(state.answer, *state.answer.evidence, EvidenceRecord(what=what)))


def _filled(state: Interview, value: str | date) -> Interview:
    *earlier, last = state.answer.evidence
    changed = last.model_copy(update={state.awaited: value})
    return state.answered(_with(state.answer, *earlier, changed), once_more=True)


def _next(state: Interview) -> Turn:
    following = NEXT.get(state.awaited)
    if state.awaited == "file" and state.toolkit.sides:
        following = "seen_by"
    if following is not None:
        return state.awaiting(following), (Invited(),)
    after = state.awaiting("command")
    return after, (*recorded(after, "evidence"), Returned())


def _take_last_away(state: Interview) -> Turn:
    if not state.answer.evidence:
        return state.awaiting("command"), (Refused("nothing-to-remove"), Returned())
    return noticed(state, _with(state.answer, *state.answer.evidence[:-1]), "evidence")


def _with(answer: Answer, *records: EvidenceRecord) -> Answer:
    return answer.model_copy(update={"evidence": records})
