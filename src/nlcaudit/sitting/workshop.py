"""A workshop at one terminal: a facilitator types for one respondent after another, and keeps the talk's record."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from nlcaudit.engagement import AgreedRating, Response, Unanswered
from nlcaudit.errors import ExitCode, PathError, UserError
from nlcaudit.framework import Toolkit
from nlcaudit.interview.gathering import Agreed, Convinced, Done, Intent, Listed, Open, Raised, Unread, read_intent
from nlcaudit.interview.speaking import Paragraph
from nlcaudit.loader.answers import RESPONSES, response_files
from nlcaudit.loader.files import read_bytes, shape_part
from nlcaudit.messages import Messages, tell
from nlcaudit.output import render_text
from nlcaudit.prompts import Interrupted, Terminal
from nlcaudit.sentences import Sentence
from nlcaudit.sitting.ground import Ground
from nlcaudit.sitting.holding import Held, ask_answers, nobody_to_ask
from nlcaudit.sitting.opening import usual_language
from nlcaudit.sitting.wanted import Wanted, refined
from nlcaudit.source import read_document
from nlcaudit.store import locked, new_pseudonym
from nlcaudit.talking import Talk, add_evidence, agreed_before, record_agreement, record_hands


@dataclass
class Room:
    """What a workshop goes on with.

    Attributes:
        wanted: the options that hold for every respondent.
        day: written into the record of the talk.
        refused: a line from a pipe was not taken.
    """

    wanted: Wanted
    ground: Ground
    toolkit: Toolkit
    terminal: Terminal
    day: date
    refused: bool = field(default=False, init=False)

    @property
    def messages(self) -> Messages:
        """The sentences of the questionnaire, in the engagement's language."""
        return Messages("interview", usual_language(self.ground, self.wanted))

    def say(self, said: str) -> None:
        """Tell one paragraph."""
        self.terminal.say([Paragraph(tell(said, self.messages.language))])


def hold_workshop(
    wanted: Wanted, ground: Ground, terminal: Terminal | None, day: date, answers: Path | None = None
) -> Held:
    """Ask one respondent after another until the facilitator leaves; each file is locked only while it is open.

    Args:
        wanted: the options; they name no respondent.
        ground: an engagement's folder.
        terminal: where to ask.
        day: written into the record of the talk.
        answers: a file of answers, which does not go with a workshop.

    Raises:
        PathError: a file cannot be read or saved.
        UserError: there is no folder, or nobody to ask.
    """
    if wanted.single or wanted.respondent or wanted.institution or answers:
        raise UserError(Sentence("a workshop chooses the respondents itself"),
                        Sentence("leave out --respondent, --out, --answers and --name"))  # fmt: skip
    if terminal is None:
        raise nobody_to_ask(wanted)
    if ground.toolkit is None or ground.engagement is None:
        raise UserError(Sentence("a workshop belongs to an engagement’s folder"), Sentence("name it with --in DIR"))
    room = Room(wanted, ground, ground.toolkit, terminal, day)
    with terminal.listening():
        try:
            return _go_round(room)
        except Interrupted as interrupted:
            terminal.say([Paragraph("")])
            _say_where(room)
            return Held(interrupted.code)


def _go_round(room: Room) -> Held:
    line: str | None = "r"
    while line is not None:
        known = _respondents(room)
        intent = read_intent(line, list(known), room.toolkit)
        if isinstance(intent, Done):
            break
        code = _carry_out(room, intent, known)
        if isinstance(code, Held):
            if code.turn is None:
                return code
            line = f"r {code.turn}".strip()
            continue
        if room.refused and not room.terminal.interactive:
            return Held(ExitCode.FINDINGS)
        typed = room.terminal.ask(room.messages.text("Respondent") + " > ")
        line = typed.text if typed is not None else None
    _say_where(room)
    return Held(ExitCode.CLEAN)


def _say_where(room: Room) -> None:
    room.say(room.messages.text("Everything is saved in {path}.", path=room.wanted.within / RESPONSES))


def _carry_out(room: Room, intent: Intent, known: dict[str, str]) -> Held | None:
    """Do what the facilitator wants; a mistake is told, and the list stays."""
    try:
        if isinstance(intent, Open):
            return _ask(room, intent.respondent)
        if isinstance(intent, Raised | Agreed | Convinced):
            _record(room, intent)
        elif isinstance(intent, Listed):
            room.terminal.say(_list(room, known))
        elif isinstance(intent, Unread):
            room.refused = True
            room.say(room.messages.text("Nothing recorded: “{said}” means nothing here. r shows what can be typed.",
                                        said=intent.said))  # fmt: skip
    except UserError as error:
        room.refused = True
        room.say(error.message)
        room.say(error.hint)
    return None


def _ask(room: Room, respondent: str) -> Held | None:
    files = {path.stem: path for path in response_files(room.wanted.within)}
    name = respondent or new_pseudonym(files)
    path = files.get(name, room.wanted.within / RESPONSES / f"{name}.yaml")
    with locked(path):
        held = ask_answers(refined(room.wanted, respondent=name), room.ground, path, room.terminal, shared=True)
    if held.diagnostics:
        room.refused = True
        room.terminal.say(
            Paragraph(line) for line in render_text(held.diagnostics, room.messages.language).splitlines()
        )
        return None
    return held


def _record(room: Room, said: Raised | Agreed | Convinced) -> None:
    talk = Talk(
        room.wanted.within, room.toolkit, room.ground.engagement.toolkit.path if room.ground.engagement else None
    )
    day = room.day.isoformat()
    if isinstance(said, Raised):
        path = record_hands(talk, {"question": said.question, "date": day, "counts": said.counts})
    elif isinstance(said, Convinced):
        path = add_evidence(talk, said.question, said.text)
    else:
        before = agreed_before(talk, said.question)
        sides = tuple(side.id for side in room.toolkit.sides)
        values = {"rating": said.rating, "reason": said.reason, "date": day, "sides": sides}
        path = record_agreement(talk, said.question, values)
        _tell_replaced(room, before)
    code = room.toolkit.by_id[said.question].code
    room.say(room.messages.text("Recorded, {code}: kept in {path}, beside the answers.", code=code, path=path))


def _tell_replaced(room: Room, before: AgreedRating | None) -> None:
    if before is not None:
        room.say(room.messages.text("It takes the place of {rating}, agreed on {day}: {reason}", rating=before.rating,
                                    day=before.date.isoformat(), reason=before.reason))  # fmt: skip


def _respondents(room: Room) -> dict[str, str]:
    """Pseudonym → how far; a file that cannot be read is listed without."""
    found: dict[str, str] = {}
    for path in response_files(room.wanted.within):
        response = _readable(path)
        found[path.stem] = _progress(room, response) if response is not None else "?"
    return found


def _readable(path: Path) -> Response | None:
    try:
        raw = read_bytes(path)
    except PathError:  # it is told to whoever chooses it; the others go on
        return None
    return shape_part(*read_document(raw, str(path)), "response", Response).model


def _progress(room: Room, response: Response) -> str:
    asked = list(room.toolkit.asked(response.frameworks, response.depth, response.group))
    done = sum(not isinstance(response.choice(question.id), Unanswered) for question in asked)
    order = room.toolkit.language_order(room.messages.language)
    group = room.toolkit.group_by_id.get(response.group or "")
    label = group.label.spoken(order).text if group else ""
    return room.messages.text("{done} of {count}", done=done, count=len(asked)) + (f" · {label}" if label else "")


def _list(room: Room, known: dict[str, str]) -> Iterator[Paragraph]:
    messages = room.messages
    yield Paragraph("")
    yield Paragraph(messages.text("Respondents"), strong=True)
    for number, (name, progress) in enumerate(known.items(), start=1):
        yield Paragraph(f"{number:>3}  {name} · {progress}", 2, 7)
    levels = " ".join(str(number % 3 + 1) for number, _ in enumerate(room.toolkit.levels))
    example = next(iter(room.toolkit.by_id.values())).code
    yield Paragraph(messages.text("Type a number or a pseudonym to go on with it; + for somebody new; q to finish."))
    yield Paragraph(messages.text("h {code} {levels}: a show of hands, one number for each level", code=example,
                                  levels=levels), 2, 4)  # fmt: skip
    yield Paragraph(messages.text("a {code} 1 REASON: all sides agreed on level 1", code=example), 2, 4)
    yield Paragraph(messages.text("e {code} MINUTES; date: 2026-05-03: what convinced them", code=example), 2, 4)
    yield Paragraph(messages.text("r or ?: this list"), 2, 4)
