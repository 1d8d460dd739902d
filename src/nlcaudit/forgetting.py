"""The right to be forgotten: everything of a respondent, or of an engagement whose time is over, leaves its folder."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from nlcaudit.engagement import EngagementFile, fingerprint
from nlcaudit.errors import PathError, UserError, reason
from nlcaudit.loader import load_engagement, read_bytes
from nlcaudit.loader.answers import ENGAGEMENT_FILE, RESPONSES, WORKSHOP_FILE
from nlcaudit.loader.files import read_part
from nlcaudit.publishing import Order, publish
from nlcaudit.report import Edition
from nlcaudit.sentences import Sentence
from nlcaudit.sitting.paper import JOURNAL
from nlcaudit.source import read_document
from nlcaudit.store import locked, save_durably
from nlcaudit.store.tombstones import bury
from nlcaudit.verifying.stamps import READERS, read_stamp

Reports = Literal["regenerate", "delete", "keep"]
REPORTS = "reports"
REPORT = re.compile(r"report(?P<full>-full)?(?P<open>-unprotected)?\.(?P<language>[A-Za-z-]+)\.(?P<format>[a-z]+)")
WITHDRAWN = "(withdrawn)"
SKIPPED = frozenset({".git", ".schema"})


@dataclass
class Forgotten:
    """What was done, and what could not be reached.

    Attributes:
        removed: files that are gone.
        changed: files from which the pseudonym was taken out.
        rewritten: reports that were made again.
        left: files in the folder that still name the respondent, for a person to look at.
        published: the reports were released to the public before.
    """

    removed: list[Path] = field(default_factory=list)
    changed: list[Path] = field(default_factory=list)
    rewritten: list[Path] = field(default_factory=list)
    left: list[Path] = field(default_factory=list)
    published: bool = False

    @property
    def anything(self) -> bool:
        """Something was there."""
        return bool(self.removed or self.changed or self.left)


def traces_of(folder: Path, respondent: str) -> list[Path]:
    """The files of an engagement that are the respondent's own, or name the respondent.

    Raises:
        PathError: there is no engagement, or a file cannot be read.
        UserError: what is given is no pseudonym.
    """
    if not (folder / ENGAGEMENT_FILE).is_file():
        raise PathError(Sentence("there is no {file} in {folder}", file=ENGAGEMENT_FILE, folder=folder),
                        Sentence("name the folder with --in"))  # fmt: skip
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", respondent):
        raise UserError(Sentence("“{code}” is no pseudonym", code=respondent), Sentence("nlcaudit status lists them"))
    named = _word(respondent)
    return [path for path in _files(folder) if named.search(path.name) or named.search(_text(path))]


def withdraw(folder: Path, respondent: str, reports: Reports = "regenerate") -> Forgotten:
    """Remove a respondent from responses, drafts, the workshop's record and reports; doing it again finishes it.

    Args:
        folder: the engagement's.
        respondent: the pseudonym.
        reports: what becomes of the reports that the answers were in.

    Raises:
        PathError: a file cannot be read or removed, or the response is open in another process.
        UserError: what is given is no pseudonym.
    """
    done = Forgotten()
    traces = traces_of(folder, respondent)
    own = folder / RESPONSES / f"{respondent}.yaml"
    if own.parent.is_dir():
        with locked(own):  # nobody is answering into it; drafts that a killed process left are swept
            files = _own(traces, folder, respondent)
            bury(own.parent, _marks(files, respondent))  # before the file goes: what is done again finishes it
            _remove(files, done)
        _drop_sheet(own.parent / JOURNAL, respondent, done)
    for path in (folder / WORKSHOP_FILE, *_mappings(folder)):
        for one in _around(path):
            _take_out(one, respondent, done)
    if done.removed or done.changed:
        _reports(folder, reports, done)
    done.left = traces_of(folder, respondent)
    return done


def _own(traces: Sequence[Path], folder: Path, respondent: str) -> list[Path]:
    """What belongs to the respondent: files of that name, and everything in `responses/` that says so itself."""
    said = re.compile(rf'^respondent:\s*["\']?{re.escape(respondent)}["\']?\s*(#.*)?$', re.MULTILINE)
    named = _word(respondent)
    inside = folder / RESPONSES
    lock = f".{respondent}.yaml.lock"
    return [
        path
        for path in traces
        if path.name != lock and (named.search(path.name) or (inside in path.parents and said.search(_text(path))))
    ]


def _marks(files: Iterable[Path], respondent: str) -> set[str]:
    """By what the respondent is known again: the pseudonym, and the submissions that came in from files."""
    marks = {fingerprint("respondent", respondent)}
    for path in files:
        document, _ = read_document(_text(path).encode("utf-8", "replace"), str(path))
        records = document.data.get("imported") if document is not None else None
        for record in records if isinstance(records, list | tuple) else ():
            known = record.get("submission") if isinstance(record, Mapping) else None
            marks.update(map(str, known if isinstance(known, list | tuple) else ()))
    return marks


def _drop_sheet(path: Path, respondent: str, done: Forgotten) -> None:
    """The paper sheet that is being typed, where it is the respondent's; its first number says whose it is."""
    if path.is_file():
        with locked(path):
            typed = [line.strip() for line in re.findall(r'^"(.*)"$', _text(path), re.MULTILINE)]
            number = next((line for line in typed if line.isascii() and line.isdigit()), "")
            if number and f"sheet-{int(number)}" == respondent:
                _remove([path], done)


def _mappings(folder: Path) -> list[Path]:
    """The files that say what columns and cells of imported tables mean; their cells can hold somebody's words."""
    found = (path for path in _inside(folder) if path.suffix in (".yaml", ".yml") and path.is_file())
    return [path for path in found if re.search(r"^schema:\s*[\"']?nlcaudit/mapping/", _text(path), re.MULTILINE)]


def _take_out(path: Path, respondent: str, done: Forgotten) -> None:
    if not path.is_file():
        return
    with locked(path):
        raw = read_bytes(path)
        text = raw.decode("utf-8", "replace")
        after = _word(respondent).sub(WITHDRAWN, text)
        if after != text:
            save_durably(path, after)  # not `Kept`, which would put the file as it was beside it
            done.changed.append(path)


def _reports(folder: Path, wish: Reports, done: Forgotten) -> None:
    """Make the reports again without the respondent, or delete them; those for the analyst alone always go."""
    found = [(path, match) for path in _inside(folder / REPORTS) if (match := REPORT.fullmatch(path.name))]
    loaded = load_engagement(folder)
    file = loaded.engagement.file if loaded.engagement else None
    done.published = file is not None and file.release == "public"
    if wish == "keep":
        return
    again = wish == "regenerate" and loaded.usable and bool(loaded.engagement and loaded.engagement.responses)
    for path, match in found:
        _remove([path], done)
        if again and not match["open"] and loaded.toolkit is not None and loaded.engagement is not None:
            edition: Edition = "full" if match["full"] else "short"
            order = Order(path.parent, match["format"], match["language"], edition)
            try:
                done.rewritten += publish(loaded.toolkit, loaded.engagement, order)
            except UserError:  # a public report whose approval is gone, a format whose library is not there
                continue


def _inside(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.iterdir()) if folder.is_dir() else []


def _word(respondent: str) -> re.Pattern[str]:
    """A pseudonym as a word of its own: `mk-59` is not in `mk-592`."""
    return re.compile(rf"(?<![A-Za-z0-9])(?<![A-Za-z0-9]-){re.escape(respondent)}(?![A-Za-z0-9]|-[A-Za-z0-9])")


def _files(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in SKIPPED)
        yield from (Path(root) / name for name in sorted(names))


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8", "replace")
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise PathError(Sentence("cannot open {path}: {why}", path=path, why=reason(error))) from error


def _remove(paths: Iterable[Path], done: Forgotten) -> None:
    for path in paths:
        try:
            path.unlink()
        except FileNotFoundError:
            continue
        except OSError as error:
            raise PathError(Sentence("cannot remove {path}: {why}", path=path, why=reason(error))) from error
        done.removed.append(path)


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
    folders = [one for one in _inside(place) if one.is_dir()] if every else [place]
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
    leftovers = [one for path in (folder / WORKSHOP_FILE, *_mappings(folder)) for one in _around(path)]
    for path in [*_files(folder / RESPONSES), *leftovers]:
        if path.suffix == ".yaml":
            with locked(path):
                _remove([path], done)
        else:
            _remove([path], done)
    _remove([path for path in _files(folder / REPORTS) if not _public(path)], done)
    return done


def _around(path: Path) -> list[Path]:
    """A file and what an editor or a killed process left beside it."""
    return [one for one in _inside(path.parent) if path.name in one.name and one.is_file()]


def _public(path: Path) -> bool:
    """A report that says of itself that it was released to the public."""
    match = REPORT.fullmatch(path.name)
    if match is None or match["format"] not in READERS:
        return False
    made = read_stamp(match["format"], read_bytes(path))
    return made is not None and (made.release, made.protected) == ("public", "yes")
