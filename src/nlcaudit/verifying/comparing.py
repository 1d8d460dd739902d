"""A report, what it says it was made from, and what comes out when it is made again."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from difflib import unified_diff
from pathlib import Path
from typing import Literal, cast, get_args

from nlcaudit.engagement import ReleaseKind
from nlcaudit.errors import UserError
from nlcaudit.framework import Toolkit
from nlcaudit.provenance import RADAR, Provenance, render_stamp
from nlcaudit.publishing import Order, Wave, composed
from nlcaudit.rendering import Setting
from nlcaudit.report import Edition
from nlcaudit.sentences import Sentence
from nlcaudit.verifying.stamps import READERS, read_stamp

MOST = 10
"""Lines that are shown of what differs."""
PLAIN = ("html", "md", "json")
"""Formats that are read by lines."""
Outcome = Literal["identical", "changed", "other-input"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of making a report again.

    Attributes:
        outcome: `identical`, byte for byte; `changed` after it was made, since all that it says it was made from is
            as it was; `other-input` where something of that is not.
        reasons: what is not as it was, in sentences.
        lines: the first lines that differ, those of the report after `-`, those of the new one after `+`.
    """

    outcome: Outcome
    reasons: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """What a report was made with that its stamp has no room for: it has the sum only.

    Attributes:
        setting: theme and templates; the paper comes from the report.
        earlier: the earlier wave.
        view: of one side or group.
        sections: those that were kept.
    """

    setting: Setting
    earlier: Wave | None = None
    view: str = ""
    sections: str = ""


def verify(wave: Wave, path: Path, content: bytes, given: Given) -> Verdict:
    """Make a report again, as it says that it was made, and compare.

    Args:
        wave: toolkit and engagement as they are now.
        path: of the report; its ending says its format.
        content: of the report.
        given: what it was made with.

    Raises:
        UserError: it is no report of ours, or nothing in it says what it was made from.
    """
    name = path.suffix.removeprefix(".").lower()
    said = read_stamp(name, content) if name in READERS else None
    if said is None:
        raise UserError(
            Sentence("nothing in {path} says what it was made from", path=path),
            Sentence("name a report that nlcaudit wrote, and not one that was saved again by another program"),
        )
    toolkit, engagement = wave
    order = order_of(said, name, given, toolkit)
    [(_, made)] = composed(toolkit, engagement, order)
    again = made if isinstance(made, bytes) else made.encode()
    if again == content:
        return Verdict("identical")
    reasons = tuple(_reasons(said, read_stamp(name, again)))
    lines = tuple(_lines(content, again)) if name in PLAIN else ()
    return Verdict("other-input" if reasons else "changed", reasons, lines)


def order_of(said: Provenance, name: str, given: Given, toolkit: Toolkit) -> Order:
    """Order, in one format, what a stamp says.

    Raises:
        UserError: it says what cannot be; a stamp that somebody wrote by hand may say anything.
    """
    edition, radar = said.edition.removesuffix(RADAR), said.edition.endswith(RADAR)
    known = {language.id for language in toolkit.languages} | {"en", "fr"}
    sound = (
        edition in get_args(Edition) and said.release in get_args(ReleaseKind) and said.paper in ("a4", "letter")
        and said.language in known
    )  # fmt: skip
    if not sound:
        raise UserError(Sentence("the report says of itself what cannot be: {stamp}", stamp=render_stamp(said)),
                        Sentence("its stamp was changed by hand"))  # fmt: skip
    paper: Literal["a4", "letter"] = "letter" if said.paper == "letter" else "a4"
    return Order(
        folder=Path(), formats=name, languages=said.language, edition=cast("Edition", edition), date=said.date,
        release=cast("ReleaseKind", said.release), unprotected=said.protected == "no",
        setting=Setting(given.setting.theme, paper, given.setting.templates), earlier=given.earlier,
        view=given.view, sections=given.sections, radar=radar,
    )  # fmt: skip


SENTENCES = {
    "tool": Sentence("the report was made with another version of nlcaudit"),
    "toolkit": Sentence("the report was made from another version of the toolkit"),
    "texts": Sentence("texts or settings of the toolkit were changed since"),
    "answers": Sentence("answers, or what the engagement says, were changed since"),
    "date": Sentence("the engagement has another date"),
    "earlier": Sentence("the earlier wave is another one: name it with --earlier"),
    "parts": Sentence("it is another view, or has other sections: name them with --view and --sections"),
    "look": Sentence("theme or templates are other ones: name them with --theme and --template"),
}


def _reasons(said: Provenance, now: Provenance | None) -> Iterator[str]:
    """Yield what is not as it was: the short stamp of now stands in the report that was just made."""
    if now is None:
        return
    for field in fields(Provenance):
        before, after = getattr(said, field.name), getattr(now, field.name)
        if before != after and field.name in SENTENCES:
            yield Sentence("{what}: {before}, now {after}", what=SENTENCES[field.name], before=before or "–",
                           after=after or "–")  # fmt: skip


def _lines(before: bytes, after: bytes) -> Iterator[str]:
    old, new = (text.decode("utf-8", "replace").splitlines() for text in (before, after))
    changed = [line for line in unified_diff(old, new, n=0, lineterm="") if line[:1] in "-+"][2:]
    yield from changed[:MOST]
