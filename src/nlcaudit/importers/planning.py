"""Recognised tables → submissions → what becomes of them, with everything that stands in the way."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from nlcaudit.engagement import Response
from nlcaudit.importers.book import Book
from nlcaudit.importers.cells import CellReader
from nlcaudit.importers.declaring import Declared
from nlcaudit.importers.identity import identity_of_file, numbered
from nlcaudit.importers.lexicon import Lexicon
from nlcaudit.importers.merging import Outcome, Rules, merge
from nlcaudit.importers.sheets import Entry, Sheet, is_form, recognise_form, recognise_rows
from nlcaudit.importers.submissions import CODE, Read, Setting, Submission, read_entry
from nlcaudit.importers.targets import Unmapped
from nlcaudit.rules.answers import check_response
from nlcaudit.sentences import Sentence
from nlcaudit.tables import Problem, Table

RESPONSE_FILE = "response file"


@dataclass(frozen=True)
class Source:
    """One file as it was read: tables, one form, or a response of our own.

    Attributes:
        path: as the user would write it.
        reading: how it was read, for the report.
    """

    path: str
    reading: str
    tables: tuple[Table, ...] = ()
    response: Response | None = None
    entry: Entry | None = None


@dataclass
class Plan:
    """What an import would do; with a problem among it nothing is written.

    Attributes:
        sheets: the tables with a respondent in each row, and what their columns stand for.
        forms: the paths of our own forms.
        outcomes: what becomes of each submission.
        declined: places of those who did not agree.
        withdrawn: places of those who took their answers back.
    """

    sheets: list[Sheet] = field(default_factory=list)
    forms: list[Source] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    declined: list[tuple[str, str, int]] = field(default_factory=list)
    withdrawn: list[tuple[str, str, int]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def plan_import(
    sources: Sequence[Source],
    there: Sequence[Response],
    setting: Setting,
    declared: Declared,
    rules: Rules,
    pseudonym: Callable[[Mapping[str, Response]], str],
) -> Plan:
    """Say what would become of everything in the sources.

    Args:
        sources: what was read.
        there: the responses of the engagement.
        setting: what holds for all submissions.
        declared: the user's word on columns and cells.
        rules: the user's word on doubts.
        pseudonym: draws one that is not among the given.
    """
    plan = Plan()
    read = Read()
    lexicon = Lexicon(setting.toolkit)
    reader = CellReader(lexicon, declared)
    for source in sources:
        _recognise(source, plan, read, reader, setting)
    plan.problems += read.problems
    plan.declined = read.declined
    if not plan.problems:
        _settle(read.submissions, plan, Book({one.respondent: one for one in there}), rules, pseudonym)
    plan.problems = sorted(dict.fromkeys(plan.problems))
    return plan


def _recognise(source: Source, plan: Plan, read: Read, reader: CellReader, setting: Setting) -> None:
    if source.response is not None:
        plan.forms.append(source)
        read.submissions += _whole(source.path, source.response, read, setting)
        return
    if source.entry is not None:
        plan.forms.append(source)
        read_entry(source.entry, reader, setting, read)
        return
    if any(is_form(table) for table in source.tables):
        plan.forms.append(source)
        entry, problems = recognise_form(source.tables, reader.lexicon)
        read.problems += problems
        if not problems:
            read_entry(entry, reader, setting, read)
        return
    for table in source.tables:
        sheet = recognise_rows(table, reader.lexicon, reader.declared)
        plan.sheets.append(sheet)
        wrong = [*table.refused, *_unmapped(sheet)]
        plan.problems += wrong
        if not wrong:
            for entry in sheet.entries:
                read_entry(entry, reader, setting, read)


def _unmapped(sheet: Sheet) -> list[Problem]:
    table = sheet.table
    found = [
        Problem(table.path, table.sheet, 0, column.number, column.target.message, column.target.hint)
        for column in sheet.columns
        if isinstance(column.target, Unmapped)
    ]
    if not found and not any(entry.asked for entry in sheet.entries):
        said = (
            Sentence("there is no column of answers in it")
            if sheet.entries
            else Sentence("there is no row below its heads")
        )
        hint = Sentence("its first row must hold the heads: codes (T1), or the questions’ texts")
        found = [Problem(table.path, table.sheet, 0, 0, said, hint)]
    return found


def _whole(path: str, response: Response, read: Read, setting: Setting) -> list[Submission]:
    errors = [f for f in check_response(response, setting.toolkit) if f.rule.severity == "error"]
    read.problems += [Problem(path, "", 0, 0, finding.message, finding.hint) for finding in errors]
    if setting.groups and response.group is not None and response.group not in setting.groups and not errors:
        said = Sentence("the group “{group}” is not one of this engagement", group=response.group)
        hint = Sentence("add it to engagement.yaml, or write one of: {found}", found=", ".join(setting.groups))
        read.problems.append(Problem(path, "", 0, 0, said, hint))
    if errors or not CODE.fullmatch(response.respondent):
        return []
    identity = identity_of_file(response)
    return [Submission(path, "", 0, response, frozenset(response.answers), identity, response.respondent)]


def _settle(
    submissions: Sequence[Submission],
    plan: Plan,
    book: Book,
    rules: Rules,
    pseudonym: Callable[[Mapping[str, Response]], str],
) -> None:
    """In the order of sending, so that of two the newer goes in last."""
    ordered = list(_numbered(sorted(submissions, key=lambda one: (one.path, one.identity.moment, one.row))))
    book.matched = {name for submission in ordered for name in book.known(submission)}
    for submission in ordered:
        if rules.leave_out(submission) and not book.known(submission):
            plan.withdrawn.append((submission.path, submission.sheet, submission.row))
            continue
        outcome = merge(submission, book, rules, pseudonym(book.responses))
        if isinstance(outcome, Problem):
            plan.problems.append(outcome)
        else:
            plan.outcomes.append(outcome)


def _numbered(submissions: Sequence[Submission]) -> Iterator[Submission]:
    """Number those that no server tells apart: equal ones of one day in one file."""
    counts: Counter[tuple[str, str, object]] = Counter()
    for submission in submissions:
        identity = submission.identity
        if identity.own:
            yield submission
            continue
        same = (submission.path, identity.content, identity.day)
        counts[same] += 1
        yield replace(submission, identity=numbered(identity, counts[same]))
