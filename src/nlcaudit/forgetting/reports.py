"""The reports in an engagement's folder: which of them hold somebody's answers, and which can be made again."""

import re
from pathlib import Path
from typing import Literal

from nlcaudit.engagement import Engagement
from nlcaudit.errors import UserError
from nlcaudit.forgetting.removing import Forgotten, all_files, remove
from nlcaudit.loader import LoadedEngagement, load_engagement, read_bytes
from nlcaudit.loader.themes import shipped_theme
from nlcaudit.provenance import Provenance, answers_fingerprint
from nlcaudit.publishing import composed
from nlcaudit.publishing.permitting import parts_fingerprint
from nlcaudit.rendering import Content, Setting
from nlcaudit.sentences import NOTHING, Sentence
from nlcaudit.store import save_durably
from nlcaudit.verifying import Given, order_of, read_stamp
from nlcaudit.verifying.stamps import READERS

Wish = Literal["regenerate", "delete", "keep"]
REPORTS = "reports"
REPORT = re.compile(
    r"report(-full)?(-(?!(part|unprotected)[-.])(?P<view>[a-z0-9-]+?))?(-part)?(?P<open>-unprotected)?"
    r"\.[A-Za-z-]+\.(?P<format>[a-z]+)"
)
"""What `nlcaudit report` calls its files."""
NO_STAMP = Sentence("nothing in it says how it was made")
UNPROTECTED = Sentence("it was for the analyst only; nlcaudit report --unprotected makes it")
BESIDE = Sentence("it had an earlier wave beside it; nlcaudit report --earlier makes it")
SECTIONS = Sentence("it had sections of its own; nlcaudit report --sections makes it")
LOOK = Sentence("it had a look of its own; nlcaudit report --theme or --template makes it")
NOBODY = Sentence("nobody is left who answered")
ERRORS = Sentence("the engagement has errors; nlcaudit validate says where")


def renew_reports(folder: Path, wish: Wish, done: Forgotten) -> None:
    """Make the reports again without whoever withdrew, or delete them.

    One that was made from the answers as they are now stays. Only what its own stamp says tells how one was made: where
    that is not enough, the report goes, and is named with the reason.

    Raises:
        PathError: a file cannot be read, removed or saved.
    """
    found = [(path, match) for path in all_files(folder / REPORTS) if (match := REPORT.fullmatch(path.name))]
    loaded = load_engagement(folder)
    file = loaded.engagement.file if loaded.engagement else None
    done.published = file is not None and file.release == "public"
    for path, match in found:
        said = _stamp(path, match)
        done.published = done.published or (said is not None and said.release == "public")
        if wish == "keep" or _is_current(said, loaded.engagement):
            continue
        if wish == "regenerate":
            _make_again(path, loaded, said, match, done)
        else:
            remove([path], done)


def _make_again(
    path: Path, loaded: LoadedEngagement, said: Provenance | None, match: re.Match[str], done: Forgotten
) -> None:
    try:
        content = _again(loaded, said, match)
    except UserError as error:  # also an approval that is gone, too few people for a view, a library that is not there
        remove([path], done)
        done.not_again.append((path, error.message))
    else:
        save_durably(path, content)
        done.rewritten.append(path)


def is_public(path: Path) -> bool:
    """Tell whether a report says of itself that it was released to the public."""
    match = REPORT.fullmatch(path.name)
    said = _stamp(path, match) if match else None
    return said is not None and (said.release, said.protected) == ("public", "yes")


def _stamp(path: Path, match: re.Match[str]) -> Provenance | None:
    return read_stamp(match["format"], read_bytes(path)) if match["format"] in READERS else None


def _is_current(said: Provenance | None, engagement: Engagement | None) -> bool:
    """Made from the answers as they are now, so without whoever withdrew."""
    if said is None or engagement is None or not said.answers:
        return False
    return answers_fingerprint(engagement).startswith(said.answers)


def _again(loaded: LoadedEngagement, said: Provenance | None, match: re.Match[str]) -> Content:
    if not loaded.usable or loaded.toolkit is None or loaded.engagement is None:
        raise UserError(ERRORS)
    if not loaded.engagement.responses:
        raise UserError(NOBODY)
    if said is None:
        raise UserError(NO_STAMP)
    view = match["view"] or ""
    if beyond := _beyond(said, view):
        raise UserError(beyond)
    order = order_of(said, match["format"], Given(Setting(shipped_theme()), view=view), loaded.toolkit)
    [(_, content)] = composed(loaded.toolkit, loaded.engagement, order)
    return content


def _beyond(said: Provenance, view: str) -> Sentence:
    """What of a report its stamp has only the sum of."""
    if said.protected == "no":
        return UNPROTECTED
    if said.earlier:
        return BESIDE
    if not parts_fingerprint(view, ()).startswith(said.parts):
        return SECTIONS
    return LOOK if said.look else NOTHING
