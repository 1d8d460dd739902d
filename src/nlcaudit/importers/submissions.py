"""One submission's cells → a response, and everything in them that has no meaning or too many."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from nlcaudit.engagement import Answer, Response, ToolkitRef
from nlcaudit.framework import Toolkit
from nlcaudit.framework.toolkit import Depth
from nlcaudit.importers.answers import read_answers
from nlcaudit.importers.cells import CellReader, DoubtError, yes_or_no
from nlcaudit.importers.identity import Identity, identity_of
from nlcaudit.importers.sheets import Cell, Entry
from nlcaudit.importers.targets import Key
from nlcaudit.rules.answers import check_response
from nlcaudit.sentences import Sentence
from nlcaudit.tables import Problem

SCHEMA = "nlcaudit/response/1"
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Setting:
    """What holds for every submission of an import.

    Attributes:
        reference: how a response names the toolkit.
        language: of answers that do not say theirs.
        groups: those to choose from here.
        group: of every submission, where the user says so.
    """

    toolkit: Toolkit
    reference: ToolkitRef
    language: str
    groups: Sequence[str] = ()
    group: str | None = None


@dataclass(frozen=True)
class Submission:
    """What somebody answered, wherever it came from.

    Attributes:
        path: of the file, with the sheet and row for the report.
        response: the answers; its pseudonym is empty until one is given.
        asked: the questions that were put.
        identity: by what it is known again.
        respondent: the pseudonym that it brings, if it does.
    """

    path: str
    sheet: str
    row: int
    response: Response
    asked: frozenset[str]
    identity: Identity
    respondent: str | None = None

    def problem(self, message: str, hint: str) -> Problem:
        """Something is wrong with the whole of it."""
        return Problem(self.path, self.sheet, self.row, 0, message, hint)


@dataclass
class Read:
    """What came of reading entries.

    Attributes:
        declined: places of those who did not agree that their answers are used; nothing of them is kept.
    """

    submissions: list[Submission] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    declined: list[tuple[str, str, int]] = field(default_factory=list)


NOBODY = "nobody"
"""The pseudonym of a response that has none yet."""


def read_entry(entry: Entry, reader: CellReader, setting: Setting, read: Read) -> None:
    """Read one entry; an entry in which nothing was answered is nothing."""
    answers, languages, problems = read_answers(entry, reader)
    if not answers and not problems and entry.first("respondent") is None:
        return
    about = About(entry, reader, setting, problems)
    agreed = about.agreed()
    if agreed is False:
        read.declined.append((entry.path, entry.sheet, entry.row))
        return
    response = about.response(answers, languages)
    if response is not None and not problems:
        problems += _misfits(response, entry, setting.toolkit)
    read.problems += problems
    if response is None or problems:
        return
    identity = identity_of(entry, response)
    read.submissions.append(
        Submission(entry.path, entry.sheet, entry.row, response, entry.asked, identity, about.respondent())
    )


def _misfits(response: Response, entry: Entry, toolkit: Toolkit) -> Iterator[Problem]:
    for finding in check_response(response, toolkit):
        if finding.rule.severity == "error":
            yield Problem(entry.path, entry.sheet, entry.row, 0, finding.message, finding.hint)


@dataclass
class About:
    """Who answered what, in which language and how deep."""

    entry: Entry
    reader: CellReader
    setting: Setting
    problems: list[Problem]

    def agreed(self) -> bool | None:
        """Whether the respondent agreed; None where the table does not ask."""
        cell = self._only("consent")
        if cell is not None:
            try:
                return yes_or_no(cell.text)
            except DoubtError as doubt:
                self.problems.append(cell.problem(doubt.message, doubt.hint))
        elif any(True for target, _ in self.entry.cells if getattr(target, "key", "") == "consent"):
            said = Sentence("the respondent has neither agreed nor refused that the answers are used")
            self.problems.append(
                Problem(
                    self.entry.path, self.entry.sheet, self.entry.row, 0, said, Sentence("ask, and write yes or no")
                )
            )
        return None

    def respondent(self) -> str | None:
        """The pseudonym that it brings."""
        cell = self._only("respondent")
        if cell is None:
            return None
        code = cell.text.strip().lower()
        if not CODE.fullmatch(code):
            self.problems.append(
                cell.problem(
                    Sentence("“{found}” is not the code of a respondent", found=cell.text.strip()),
                    Sentence("a code looks like mk-5927; a name belongs nowhere here"),
                )
            )
        return code

    def response(self, answers: Mapping[str, Answer], languages: frozenset[str]) -> Response | None:
        """Put the response together; None when that cannot be done."""
        reference, group, depth = self._reference(), self._group(), self._depth()
        respondent = self.respondent()
        if self.problems or reference is None:
            return None
        toolkit = self.setting.toolkit
        order = {question: place for place, question in enumerate(toolkit.by_id)}
        values: dict[str, object] = {
            "schema": SCHEMA,
            "toolkit": reference,
            "respondent": respondent or NOBODY,
            "group": group,
            "language": self._language(languages),
            "depth": depth,
            "frameworks": self._frameworks(),
            "answers": dict(sorted(answers.items(), key=lambda entry: order[entry[0]])),
        }
        return Response.model_validate(values)

    def _only(self, key: Key) -> Cell | None:
        """The one thing that is said; a form repeats it in each row."""
        cells = [cell for _, cell in self.entry.every(key)]
        for cell in cells[1:]:
            if cell.text.strip() != cells[0].text.strip():
                said = Sentence(
                    "the {key} is “{found}” here and “{found2}” above",
                    key=key,
                    found=cell.text.strip(),
                    found2=cells[0].text.strip(),
                )
                problem = cell.problem(said, Sentence("one form holds one respondent; put each into a file of its own"))
                self.problems += [problem] if problem not in self.problems else []
        return cells[0] if cells else None

    def _reference(self) -> ToolkitRef | None:
        here, named, version = self.setting.reference, self._only("toolkit"), self._only("version")
        if named is not None and named.text.strip() != here.id:
            said = Sentence("the form asks the toolkit “{found}”, not “{id}”", found=named.text.strip(), id=here.id)
            self.problems.append(named.problem(said, Sentence("import it into the engagement that it was made for")))
            return None
        written = version.text.strip() if version else here.version
        if version is None or written == here.version:
            return here
        if written.split(".")[0] != here.version.split(".")[0] or written.startswith("0."):
            said = Sentence(
                "the form was made with version {written} of the toolkit; this is {version}",
                written=written,
                version=here.version,
            )
            hint = Sentence("its codes may mean other questions; import it with that version, then nlcaudit migrate")
            self.problems.append(version.problem(said, hint))
            return None
        return here.model_copy(update={"version": written, "sha256": None})

    def _group(self) -> str | None:
        toolkit, cell = self.setting.toolkit, self._only("group")
        if cell is None:
            if self.setting.group is None and toolkit.groups:
                where = Problem(
                    self.entry.path,
                    self.entry.sheet,
                    self.entry.row,
                    0,
                    Sentence("nothing says which group the respondent belongs to"),
                    Sentence("say it for all with --group ID, or name the column: --group COLUMN"),
                )
                self.problems.append(where)
            return self.setting.group
        try:
            group = self.reader.group(cell.text)
        except DoubtError as doubt:
            self.problems.append(cell.problem(doubt.message, doubt.hint))
            return None
        if self.setting.group not in (None, group):
            said = Sentence("it says {group}, and --group says {group2}", group=group, group2=self.setting.group)
            self.problems.append(cell.problem(said, Sentence("leave out --group, or correct the cell")))
        if self.setting.groups and group not in self.setting.groups:
            said = Sentence("the group “{group}” is not one of this engagement", group=group)
            self.problems.append(
                cell.problem(
                    said,
                    Sentence(
                        "add it to engagement.yaml, or write one of: {found}", found=", ".join(self.setting.groups)
                    ),
                )
            )
        return group

    def _language(self, spoken: frozenset[str]) -> str:
        cell = self._only("language")
        said = self.reader.language(cell.text) if cell else None
        if said is not None:
            return said
        return next(iter(spoken)) if len(spoken) == 1 else self.setting.language

    def _frameworks(self) -> tuple[str, ...]:
        cell = self._only("frameworks")
        named = cell.text.replace(",", " ").split() if cell else []
        home = self.setting.toolkit.home
        wanted = {*named} or {home[question][0].id for question in self.entry.asked}
        return tuple(framework.id for framework in self.setting.toolkit.frameworks if framework.id in wanted)

    def _depth(self) -> Depth:
        cell = self._only("depth")
        said = cell.text.strip() if cell else ""
        if said in ("quick", "full"):
            return "quick" if said == "quick" else "full"
        toolkit = self.setting.toolkit
        quick = {question.id for question in toolkit.asked(self._frameworks(), "quick", None)}
        return "quick" if self.entry.asked <= quick else "full"
