"""`nlcaudit withdraw` and `nlcaudit purge`: the right to be forgotten."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from nlcaudit.cli.common import NoColor, Quiet, note, terminal
from nlcaudit.cli.language import language
from nlcaudit.errors import UserError
from nlcaudit.sentences import Sentence, counted

if TYPE_CHECKING:
    from nlcaudit.forgetting import Forgotten

Folder = Annotated[Path, typer.Option("--in", metavar="DIR", help="The engagement's folder.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask whether to do it.")]


def withdraw(
    respondent: Annotated[str, typer.Argument(metavar="RESPONDENT", help="The pseudonym.")],
    folder: Folder = Path(),
    reports: Annotated[
        Literal["regenerate", "delete", "keep"],
        typer.Option("--reports", help="What becomes of the reports that the answers were in."),
    ] = "delete",
    yes: Yes = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Remove a respondent from answers, drafts, the workshop's record and reports, and say what cannot be reached.

    An import of the same answers leaves them out from then on, unless it is told --readmit.

    Make the reports again once, after all withdrawals: two that differ by one person can give that person away. It
    stays possible after the day that was promised; what was published by then stays as it is.

    Example: nlcaudit withdraw mk-5927 --in port-azur
    """
    from nlcaudit.forgetting import traces_of, withdraw, withdrew_before

    found = traces_of(folder, respondent)
    if not found and not withdrew_before(folder, respondent):
        raise UserError(Sentence("nothing in {folder} names “{code}”", folder=folder, code=respondent),
                        Sentence("nlcaudit status lists the pseudonyms"))  # fmt: skip
    _confirm(_leaving(respondent, found), yes=yes, plain=no_color)
    done = withdraw(folder, respondent, reports)
    _tell(done, quiet=quiet)
    note(Sentence("Out of reach: copies that were sent, printed or backed up; the history of git; drafts in somebody’s "
                  "browser; earlier reports that somebody kept. Ask those who have them."), quiet=quiet)  # fmt: skip
    if done.published:
        note(Sentence("Figures that were published with these answers stay published."), quiet=quiet)


def _leaving(respondent: str, found: list[Path]) -> list[Sentence]:
    if not found:
        said = Sentence("“{code}” withdrew before; this looks for reports made with those answers.", code=respondent)
        return [said]
    return [Sentence("This removes “{code}” for good:", code=respondent), *(Sentence(str(path)) for path in found)]


def purge(
    before: Annotated[
        str | None, typer.Option("--before", metavar="YYYY-MM-DD", help="Whose day lies before this one; today.")
    ] = None,
    folder: Folder = Path(),
    every: Annotated[
        bool, typer.Option("--all", help="DIR is a folder of engagements: all of them whose day is over.")
    ] = False,
    yes: Yes = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Delete the answers of engagements whose keeper's day is over, with everything that was made from them.

    Responses, drafts, the workshop's record, mappings of imports and reports go. Only reports that were released to
    the public stay: they hold no answers.

    Example: nlcaudit purge --in port-azur --before 2028-12-01
    """
    from nlcaudit.forgetting import engagements_over, purge

    over = engagements_over(folder, _day(before), every=every)
    if not over:
        note(Sentence("no answers in {folder} are to be deleted", folder=folder), quiet=quiet)
        return
    listed = [Sentence("{folder} (kept until {day})", folder=place, day=until) for place, until in over]
    _confirm([Sentence("This deletes every answer in:"), *listed], yes=yes, plain=no_color)
    for place, _ in over:
        _tell(purge(place), quiet=quiet)
    note(Sentence("Out of reach: copies that were sent, printed or backed up, and the history of git."), quiet=quiet)


def _day(written: str | None) -> date:
    try:
        return date.fromisoformat(written) if written else date.today()  # noqa: DTZ011 - the keeper's day
    except ValueError:
        raise UserError(Sentence("“{day}” is no date", day=written), Sentence("write it as 2026-11-14")) from None


def _confirm(listed: list[Sentence], *, yes: bool, plain: bool) -> None:
    """Say what will go, and ask a person; a script has to say --yes."""
    for line in listed:
        note(line)
    if yes:
        return
    here = terminal(plain=plain)
    if here is None or not here.interactive:
        raise UserError(Sentence("this cannot be undone, and there is nobody to ask"), Sentence("add --yes"))
    from nlcaudit.messages import Messages
    from nlcaudit.prompts import Left, ask_choice

    say = Messages("cli", language())
    choices = {"no": say.text("no, leave everything as it is"), "yes": say.text("yes, remove it")}
    try:
        chosen = ask_choice(here, Messages("interview", language()), say.text("Remove it?"), choices)
    except Left:
        chosen = "no"
    if chosen == "no":
        raise UserError(Sentence("nothing was changed"))


def _tell(done: "Forgotten", *, quiet: bool) -> None:
    for path in done.removed:
        note(Sentence("removed {path}", path=path), quiet=quiet)
    for path in done.changed:
        note(Sentence("took the pseudonym out of {path}", path=path), quiet=quiet)
    for path in done.rewritten:
        note(Sentence("made again: {path}", path=path), quiet=quiet)
    for path, why in done.not_again:
        note(Sentence("not made again: {path} ({why})", path=path, why=why), quiet=quiet)
    for path in done.left:
        note(Sentence("still names the respondent, look at it by hand: {path}", path=path))
    note(counted("{number} file removed", "{number} files removed", len(done.removed)), quiet=quiet)
