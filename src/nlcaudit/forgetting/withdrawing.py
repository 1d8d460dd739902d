"""A respondent who withdraws: removed from responses, drafts, the workshop's record and reports."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from nlcaudit.engagement import fingerprint
from nlcaudit.errors import PathError, UserError
from nlcaudit.forgetting.removing import Forgotten, all_files, around, mappings, remove, text_of
from nlcaudit.forgetting.reports import Wish, renew_reports
from nlcaudit.loader.answers import ENGAGEMENT_FILE, RESPONSES, WORKSHOP_FILE
from nlcaudit.sentences import Sentence
from nlcaudit.sitting.paper import JOURNAL
from nlcaudit.source import read_document
from nlcaudit.store import locked, save_durably
from nlcaudit.store.tombstones import bury, load_tombstones

WITHDRAWN = "(withdrawn)"


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
    return [path for path in all_files(folder) if named.search(path.name) or named.search(text_of(path))]


def withdrew_before(folder: Path, respondent: str) -> bool:
    """Tell whether this respondent withdrew already.

    Raises:
        PathError: the record of who withdrew cannot be read.
    """
    return load_tombstones(folder / RESPONSES).hold({_mark(respondent)})


def withdraw(folder: Path, respondent: str, reports: Wish = "delete") -> Forgotten:
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
            remove(files, done)
        _drop_sheet(own.parent / JOURNAL, respondent, done)
    for path in (folder / WORKSHOP_FILE, *mappings(folder)):
        for one in around(path):
            _take_out(one, respondent, done)
    if done.removed or done.changed or withdrew_before(folder, respondent):
        renew_reports(folder, reports, done)
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
        if path.name != lock and (named.search(path.name) or (inside in path.parents and said.search(text_of(path))))
    ]


def _marks(files: Iterable[Path], respondent: str) -> set[str]:
    """By what the respondent is known again: the pseudonym, and the submissions that came in from files."""
    marks = {_mark(respondent)}
    for path in files:
        document, _ = read_document(text_of(path).encode("utf-8", "replace"), str(path))
        records = document.data.get("imported") if document is not None else None
        for record in records if isinstance(records, list | tuple) else ():
            known = record.get("submission") if isinstance(record, Mapping) else None
            marks.update(map(str, known if isinstance(known, list | tuple) else ()))
    return marks


def _mark(respondent: str) -> str:
    return fingerprint("respondent", respondent)


def _drop_sheet(path: Path, respondent: str, done: Forgotten) -> None:
    """The paper sheet that is being typed, where it is the respondent's; its first number says whose it is."""
    if path.is_file():
        with locked(path):
            typed = [line.strip() for line in re.findall(r'^"(.*)"$', text_of(path), re.MULTILINE)]
            number = next((line for line in typed if line.isascii() and line.isdigit()), "")
            if number and f"sheet-{int(number)}" == respondent:
                remove([path], done)


def _take_out(path: Path, respondent: str, done: Forgotten) -> None:
    with locked(path):
        text = text_of(path)
        after = _word(respondent).sub(WITHDRAWN, text)
        if after != text:
            save_durably(path, after)  # not `Kept`, which would put the file as it was beside it
            done.changed.append(path)


def _word(respondent: str) -> re.Pattern[str]:
    """A pseudonym as a word of its own: `mk-59` is not in `mk-592`."""
    return re.compile(rf"(?<![A-Za-z0-9])(?<![A-Za-z0-9]-){re.escape(respondent)}(?![A-Za-z0-9]|-[A-Za-z0-9])")
