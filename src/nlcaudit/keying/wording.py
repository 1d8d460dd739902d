"""Events → sentences in the typist's language; the catalogue `keying` holds the other languages."""

from collections.abc import Iterator, Mapping

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
from nlcaudit.keying.state import NOT_APPLICABLE, OPEN, Keying, Mark
from nlcaudit.messages import Messages


def text(message: str) -> str:
    """Mark a sentence for the catalogue; it is translated where it is said."""
    return message


KEYS: tuple[tuple[str, str], ...] = (
    ("2", text("the level that is marked; “T1 2” for a question out of order; “2 0 d 3” for several in order")),
    ("d", text("I don’t know")),
    ("o", text("outside our legal powers")),
    ("n", text("does not apply; the reason follows: “n no local police here”")),
    ("-", text("nothing is marked")),
    ("c", text("how sure, beside the last question: c 1 low, c 2 medium, c 3 high")),
    ("t", text("a note, beside the last question: t and the words on the sheet")),
    ("b", text("back to the last question, to type it anew")),
    ("x", text("put this sheet aside and delete what was typed of it: x and its number")),
    ("?", text("show these keys")),
    ("q", text("leave; what was typed is kept, and the same command goes on")),
)

REFUSALS: Mapping[Reason, str] = {
    "number": text("Nothing recorded: type the number that stands on the sheet, such as 7; q leaves."),
    "taken": text("Nothing recorded: there is a response of sheet {said} already. Type another number; q leaves."),
    "group": text("Nothing recorded: type a number from 1 to {groups}; ? shows all keys, q leaves."),
    "mark": text(
        "Nothing recorded: “{said}” is no mark. Type a level, d, o, n, -, or a code before one; ? shows all keys."
    ),
    "not-on-sheet": text("Nothing recorded: there is no question “{said}” on this sheet."),
    "level": text("Nothing recorded: “{said}” is no level; the levels are 0 to {top}."),
    "no-reason": text("Nothing recorded: type the reason behind n; where none stands on the sheet: n no reason given."),
    "nothing-before": text("There is nothing to go back to here."),
    "nothing-marked": text("Nothing recorded: type a mark first; this goes beside it."),
    "confidence": text("Nothing recorded: type c 1 low, c 2 medium or c 3 high."),
    "note": text("Nothing recorded: type t and the note on one line."),
    "too-long": text("Nothing recorded: the line is too long."),
    "drop": text("Nothing deleted: to delete what was typed of sheet {said}, type x {said}."),
    "nothing-asked": text("Nothing is asked of this group; type another number."),
}


def prompt(state: Keying) -> str:
    """What stands in front of the next line."""
    say = Messages("keying", state.plan.language)
    if state.phase == "number":
        return say.text("Sheet number")
    if state.phase == "group":
        return say.text("Sheet {number}, group", number=state.number)
    code = state.question.code
    if state.phase == "settle":
        return say.text("Sheet {number}, {code}, what stands there", number=state.number, code=code)
    turn = 1 if state.phase == "first" else 2
    return say.text("Sheet {number}, time {turn} of 2, {code}", number=state.number, turn=turn, code=code)


def render(event: Event, state: Keying) -> Iterator[str]:
    """Put one event into lines."""
    say = Messages("keying", state.plan.language)
    if isinstance(event, Begun):
        yield say.plural("{number} question.", "{number} questions.", event.count)
    elif isinstance(event, Recorded):
        yield f"  {event.code}  {in_words(event.mark, state, say)}  {event.done}/{event.count}"
    elif isinstance(event, Noted):
        yield say.text("  Beside {code}.", code=event.code)
    elif isinstance(event, PassEnded):
        yield say.text("First time done. Type the same sheet again, without looking at the screen.")
    elif isinstance(event, Differs):
        first, second = in_words(event.first, state, say), in_words(event.second, state, say)
        yield say.text("{code} differs: “{first}”, then “{second}”.", code=event.code, first=first, second=second)
        yield say.plural("{number} to settle. Look at the sheet.", "{number} to settle. Look at the sheet.", event.left)
    elif isinstance(event, Finished):
        yield say.text("Both times are the same now. Saved as {code}.", code=event.response.respondent)
    elif isinstance(event, Dropped):
        yield say.text("Sheet {number} is put aside.", number=event.number)
    elif isinstance(event, Helped):
        yield from (f"  {key}  {say.text(meaning)}" for key, meaning in KEYS)
    elif isinstance(event, Refused):
        yield say.text(
            REFUSALS[event.reason], said=event.said, groups=len(state.plan.groups), top=state.plan.toolkit.top
        )


def group_lines(state: Keying) -> Iterator[str]:
    """The groups to choose from."""
    yield from (f"  {number:>2}  {label}" for number, label in enumerate(state.plan.groups.values(), start=1))


def in_words(mark: Mark, state: Keying, say: Messages) -> str:
    """A mark as it is echoed."""
    if mark.key.isdigit():
        label = state.plan.toolkit.levels[int(mark.key)].label
        return f"{mark.key} {label.spoken(state.plan.toolkit.language_order(say.language))}"
    named = {"d": say.text("I don’t know"), "o": say.text("outside our legal powers"), OPEN: say.text("not marked")}
    if mark.key == NOT_APPLICABLE:
        return say.text("does not apply ({reason})", reason=mark.reason) if mark.reason else say.text("does not apply")
    return named[mark.key]
