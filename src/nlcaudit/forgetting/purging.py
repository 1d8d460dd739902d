"""An engagement whose keeper's day is over: every answer goes."""

from datetime import date
from pathlib import Path

from nlcaudit.engagement import EngagementFile
from nlcaudit.errors import PathError
from nlcaudit.forgetting.removing import Forgotten, all_files, around, inside, mappings, remove
from nlcaudit.forgetting.reports import REPORTS, is_public
from nlcaudit.loader.answers import ENGAGEMENT_FILE, RESPONSES, WORKSHOP_FILE
from nlcaudit.loader.files import read_part
from nlcaudit.sentences import Sentence
from nlcaudit.store import locked


def engagements_over(place: Path, before: date, *, every: bool = False) -> list[tuple[Path, date]]:
    """The engagement in a folder, where its keeper's day lies before a day.

    Args:
        place: the engagement's folder.
        before: the day.
        every: `place` is a folder of engagements, and all of them are looked at. Never unasked: what lies beside an
            engagement may be somebody else's.

    Raises:
        PathError: there is no engagement, or a file cannot be read.
    """
    if not every and not (place / ENGAGEMENT_FILE).is_file():
        raise PathError(Sentence("there is no {file} in {folder}", file=ENGAGEMENT_FILE, folder=place),
                        Sentence("name an engagement with --in; for a folder of engagements add --all"))  # fmt: skip
    folders = [one for one in inside(place) if one.is_dir()] if every else [place]
    found = []
    for folder in folders:
        if (folder / ENGAGEMENT_FILE).is_file():
            file = read_part(folder / ENGAGEMENT_FILE, "engagement", EngagementFile).model
            until = file.keeper.until if file and file.keeper else None
            if until is not None and until < before:
                found.append((folder, until))
    return found


def purge(folder: Path) -> Forgotten:
    """Delete every answer of an engagement: responses, drafts, the workshop's record, mappings, and reports.

    Only a report that was released to the public stays: it is out, holds neither answers nor pseudonyms, and whoever
    reads it may ask where it came from. Its own stamp says that it was released; one without goes.

    Raises:
        PathError: a file cannot be removed, or a response is open in another process.
    """
    done = Forgotten()
    leftovers = [one for path in (folder / WORKSHOP_FILE, *mappings(folder)) for one in around(path)]
    for path in [*all_files(folder / RESPONSES), *leftovers]:
        if path.suffix == ".yaml":
            with locked(path):
                remove([path], done)
        else:
            remove([path], done)
    remove([path for path in all_files(folder / REPORTS) if not is_public(path)], done)
    return done
