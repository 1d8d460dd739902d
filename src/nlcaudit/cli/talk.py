"""`nlcaudit hands` and `nlcaudit agree`: the record of a workshop."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nlcaudit.cli.common import In, NoColor, Quiet, note, stop_on_errors
from nlcaudit.errors import UserError
from nlcaudit.sentences import Sentence

if TYPE_CHECKING:
    from nlcaudit.talking import Talk

Asked = Annotated[str, typer.Argument(metavar="QUESTION", help="The question’s code or id.")]
Day = Annotated[str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="The day of the talk; today if unsaid.")]


def hands(
    question: Asked,
    counts: Annotated[list[int], typer.Argument(metavar="COUNT...", help="Hands for each level, the lowest first.")],
    folder: In = Path(),
    day: Day = None,
    remark: Annotated[str | None, typer.Option("--note", help="What was said about it; names nobody.")] = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Record a show of hands: a record of the talk, never a score. Nobody notes who raised a hand.

    Example: nlcaudit hands T1 3 5 2 0 --in port-azur
    """
    from nlcaudit.talking import find_question, record_hands

    talk = _talk(folder, no_color=no_color)
    asked = find_question(talk.toolkit, question)
    said = {"question": asked.id, "date": _day(day), "counts": tuple(counts), "note": remark}
    path = record_hands(talk, said)
    note(Sentence("a show of {hands} hands on {code} is in {path}", hands=sum(counts), code=asked.code, path=path),
         quiet=quiet)  # fmt: skip


def agree(
    question: Asked,
    rating: Annotated[int, typer.Argument(metavar="RATING", help="The level agreed on, from 0.", min=0, max=9)],
    reason: Annotated[str, typer.Option("--reason", help="Why, in the words of the meeting.")],
    folder: In = Path(),
    side: Annotated[
        list[str] | None, typer.Option("--side", metavar="ID", help="A side that agreed; repeatable. All if unsaid.")
    ] = None,
    evidence: Annotated[
        list[str] | None,
        typer.Option(
            "--evidence",
            metavar="TEXT",
            help="What convinced them: “Minutes; date: 2026-05-03; strength: document”; repeatable.",
        ),
    ] = None,
    day: Day = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Record a rating that the sides agreed on. It stands beside the first answers, never over them.

    Example: nlcaudit agree T1 1 --reason "Named once" --evidence "Minutes; date: 2026-05-03" --in port-azur
    """
    from nlcaudit.talking import agreed_before, find_question, parse_evidence, record_agreement

    talk = _talk(folder, no_color=no_color)
    asked = find_question(talk.toolkit, question)
    sides = tuple(side or (known.id for known in talk.toolkit.sides))
    shown = tuple(parse_evidence(what) for what in evidence or ())
    said = {"rating": rating, "reason": reason, "date": _day(day), "sides": sides, "evidence": shown}
    before = agreed_before(talk, asked.id)
    path = record_agreement(talk, asked.id, said)
    if before is not None:
        note(Sentence("it takes the place of {rating}, agreed on {day}: {reason}", rating=before.rating,
                      day=before.date.isoformat(), reason=before.reason))  # fmt: skip
    note(Sentence("the rating {rating} agreed on for {code} is in {path}", rating=rating, code=asked.code, path=path),
         quiet=quiet)  # fmt: skip


def _talk(folder: Path, *, no_color: bool) -> "Talk":
    from nlcaudit.sitting import Wanted, find_ground
    from nlcaudit.talking import Talk

    ground = find_ground(Wanted(within=folder))
    stop_on_errors(ground.diagnostics, no_color=no_color, quiet=True)
    if ground.toolkit is None or ground.engagement is None:
        raise UserError(Sentence("a workshop belongs to an engagement’s folder"), Sentence("name it with --in DIR"))
    return Talk(folder, ground.toolkit, ground.engagement.toolkit.path)


def _day(written: str | None) -> str:
    return written or date.today().isoformat()  # noqa: DTZ011 - the day of those who talk
