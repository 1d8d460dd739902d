"""Engagements and responses from disk."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from nlcaudit.bundled import bundled, shipped_toolkits
from nlcaudit.diagnostics import Diagnostic, Finding, did_you_mean, has_errors
from nlcaudit.engagement import Answer, Engagement, EngagementFile, Response, ToolkitRef, Workshop, engagement_of
from nlcaudit.errors import PathError
from nlcaudit.framework import Toolkit
from nlcaudit.loader.files import Loaded, Part, Reader, UnopenedError, read_part
from nlcaudit.loader.hashing import check_files
from nlcaudit.loader.toolkits import load_toolkit
from nlcaudit.rules.answers import SAME_RESPONDENT, TOOLKIT_NOT_FOUND, check_response
from nlcaudit.rules.engagements import check_engagement
from nlcaudit.rules.evidence import check_age, check_evidence
from nlcaudit.rules.habits import check_habits
from nlcaudit.rules.schemas import check_schema
from nlcaudit.rules.workshops import check_workshop
from nlcaudit.sentences import Sentence
from nlcaudit.shape import shape

ENGAGEMENT_FILE = "engagement.yaml"
WORKSHOP_FILE = "workshop.yaml"
RESPONSES = "responses"
STAND_IN = {"dont_know": True}
"""In the place of an answer that cannot be read: nothing can be said of it but whether its question exists."""


@dataclass(frozen=True)
class LoadedEngagement:
    """An engagement, the toolkit it uses, and everything found while reading both."""

    toolkit: Toolkit | None
    engagement: Engagement | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def usable(self) -> bool:
        """Both are there and no error was found."""
        return self.toolkit is not None and self.engagement is not None and not has_errors(self.diagnostics)


class Shelf:
    """The toolkits that were loaded already: many files of one call are about the same one."""

    def __init__(self) -> None:
        self._loaded: dict[str, Loaded[Toolkit]] = {}

    def toolkit(self, reference: str) -> Loaded[Toolkit]:
        """Load a toolkit, once.

        Raises:
            PathError: it, or a part of it, cannot be opened.
        """
        if reference not in self._loaded:
            self._loaded[reference] = load_toolkit(reference)
        return self._loaded[reference]


def toolkit_reference(ref: ToolkitRef, folder: Path) -> str:
    """Say where the toolkit of a file in `folder` lies.

    An id alone is the id of a shipped toolkit, wherever the program was started.

    Raises:
        PathError: no toolkit with this id is shipped, and the file does not say where it lies.
    """
    if ref.path:
        return str(folder / ref.path)
    if ref.id not in shipped_toolkits():
        raise PathError(
            Sentence("there is no shipped toolkit “{toolkit}”", toolkit=ref.id),
            did_you_mean(ref.id, shipped_toolkits(), Sentence("add “path: …” under “toolkit”")),
        )
    return str(bundled("frameworks") / ref.id)


def load_response(path: Path, toolkit: Toolkit | None = None) -> Loaded[Response]:
    """Load one response file; with a toolkit, check it against that.

    Raises:
        PathError: the file cannot be opened.
    """
    part = read_part(path, "response", Response)
    return Loaded(part.model, tuple(sorted(_checked(part, toolkit))))


def load_engagement(path: Path, *, files: bool = False, shelf: Shelf | None = None) -> LoadedEngagement:
    """Load an engagement's folder, or a single response file as an engagement of one.

    Args:
        path: the folder or the file.
        files: also look closer: at the files behind the evidence, and at how answers were given.
        shelf: the toolkits loaded so far, by who loads several engagements or responses.

    Raises:
        PathError: there is no engagement at the path, or a file cannot be opened.
    """
    if path.is_file():
        return _load_single(path, shelf or Shelf(), files=files)
    if not (path / ENGAGEMENT_FILE).exists():
        raise PathError(Sentence("there is no {file} in {path}", file=ENGAGEMENT_FILE, path=path),
                        Sentence("name the folder with --in, or make one: nlcaudit init DIR"))  # fmt: skip
    reader = Reader()
    head = reader.read(path / ENGAGEMENT_FILE, "engagement", EngagementFile)
    found = list(head.diagnostics)
    toolkit: Toolkit | None = None
    if head.model is not None:
        toolkit, wrong = _toolkit_of(head, head.model.toolkit, path, reader, shelf or Shelf())
        found += wrong
        found += head.diagnose(list(check_engagement(head.model, toolkit))) if toolkit else []
    _check_folder(path / RESPONSES, reader)
    parts = [reader.read(file, "response", Response) for file in response_files(path)]
    checked = {index: _checked(part, toolkit) for index, part in enumerate(parts)}
    found += [*chain.from_iterable(checked.values()), *repeated_respondents(parts)]
    talk = read_workshop(path, reader)
    found += talk.diagnostics
    responses = [part.model for part in parts if part.model is not None]
    engagement = engagement_of(responses, head.model, talk.model) if head.model is not None else None
    if engagement is not None and toolkit is not None:
        found += _about_evidence(parts, engagement, toolkit)
        found += _about_workshop(talk, engagement, toolkit)
    if files:
        found += _about_files([*parts, talk], path)
        found += _about_habits([part for index, part in enumerate(parts) if not has_errors(checked[index])], toolkit)
    reader.finish(found)
    return LoadedEngagement(toolkit, engagement, tuple(sorted(found)))


def read_workshop(folder: Path, reader: Reader) -> Part[Workshop]:
    """Read what a workshop in an engagement's folder found; an empty part where there is no file."""
    path = folder / WORKSHOP_FILE
    there = path.exists() or path.is_symlink()
    return reader.read(path, "workshop", Workshop) if there else Part(None, None, ())


def _check_folder(path: Path, reader: Reader) -> None:
    """A folder that is something else would look like one in which nobody has answered."""
    if not path.is_dir() and (path.exists() or path.is_symlink()):
        reader.unopened.append(
            PathError(Sentence("{path} is not a folder", path=path), Sentence("make it one: it holds the responses"))
        )


def _about_evidence(parts: list[Part[Response]], engagement: Engagement, toolkit: Toolkit) -> Iterator[Diagnostic]:
    for part in parts:
        if part.model is not None:
            yield from part.diagnose(list(check_evidence(part.model, engagement, toolkit)))


def _about_files(parts: Sequence[Part[Response] | Part[Workshop]], folder: Path) -> Iterator[Diagnostic]:
    for part in parts:
        if part.model is not None:
            yield from part.diagnose(list(check_files(part.model, folder)))


def _about_habits(parts: Sequence[Part[Response]], toolkit: Toolkit | None) -> Iterator[Diagnostic]:
    """How the answers were given; not where a file has errors, which come first."""
    for part in parts:
        if part.model is not None and toolkit is not None:
            yield from part.diagnose(list(check_habits(part.model, toolkit)))


def _about_workshop(talk: Part[Workshop], engagement: Engagement, toolkit: Toolkit) -> Iterator[Diagnostic]:
    if talk.model is None:
        return
    today = engagement.file.date if engagement.file else None
    findings = list(check_workshop(talk.model, toolkit))
    for question_id, agreed in talk.model.agreed.items():
        for index, record in enumerate(agreed.evidence):
            findings += check_age(record, ("agreed", question_id, "evidence", index), today, toolkit)
    yield from talk.diagnose(findings)


def response_files(folder: Path) -> list[Path]:
    """Return the files in an engagement's `responses/`, hidden ones left out."""
    return sorted(p for p in folder.glob(f"{RESPONSES}/*") if p.suffix in (".yaml", ".yml") and p.name[0] != ".")


def _checked(part: Part[Response], toolkit: Toolkit | None) -> list[Diagnostic]:
    found = list(part.diagnostics)
    readable = _readable(part)
    if readable is not None and toolkit is not None:
        found += part.diagnose(list(check_response(readable, toolkit)))
    return found


def _readable(part: Part[Response]) -> Response | None:
    """What of a response can be checked: an answer of a wrong shape does not hide what is wrong in the others."""
    if part.model is not None or part.document is None:
        return part.model
    values = part.document.data
    answers = values.get("answers")
    if not isinstance(answers, Mapping) or list(check_schema(values, ["response"])):
        return None
    kept = {name: answer if shape(Answer, answer)[0] is not None else STAND_IN for name, answer in answers.items()}
    return shape(Response, {**values, "answers": kept})[0]


def repeated_respondents(parts: Iterable[Part[Response]]) -> Iterator[Diagnostic]:
    """Diagnose the files whose pseudonym is that of a file before them."""
    homes: dict[str, str] = {}
    for part in parts:
        if part.model is None or part.document is None:
            continue
        name = part.model.respondent
        if name in homes:
            said = Sentence("“{name}” is the respondent of {file} already", name=name, file=homes[name])
            yield from part.diagnose(
                [SAME_RESPONDENT.at(("respondent",), said, Sentence("give one its own pseudonym"))]
            )
        homes.setdefault(name, Path(part.document.path).name)


def _toolkit_of(
    part: Part[Response] | Part[EngagementFile], ref: ToolkitRef, folder: Path, reader: Reader, shelf: Shelf
) -> tuple[Toolkit | None, list[Diagnostic]]:
    """Load the toolkit that a file names; where it is not found, the file is at fault."""
    try:
        loaded = shelf.toolkit(toolkit_reference(ref, folder))
    except UnopenedError as error:
        reader.unopened += error.errors
        return None, list(error.diagnostics)
    except PathError as error:
        route = ("toolkit", "path" if ref.path else "id")
        finding: Finding = TOOLKIT_NOT_FOUND.at(route, error.message, error.hint)
        return None, part.diagnose([finding])
    return loaded.value if loaded.usable else None, list(loaded.diagnostics)


def _load_single(path: Path, shelf: Shelf, *, files: bool) -> LoadedEngagement:
    part = read_part(path, "response", Response)
    readable = _readable(part)
    if readable is None:
        return LoadedEngagement(None, None, tuple(sorted(part.diagnostics)))
    reader = Reader()
    toolkit, found = _toolkit_of(part, *named_by(readable, path), reader, shelf)
    checked = _checked(part, toolkit)
    found += checked
    if part.model is None:
        return LoadedEngagement(toolkit, None, tuple(sorted(found)))
    if files:
        found += [*_about_files([part], path.parent), *_about_habits([] if has_errors(checked) else [part], toolkit)]
    reader.finish(found)
    return LoadedEngagement(toolkit, engagement_of([part.model]), tuple(sorted(found)))


def named_by(response: Response, path: Path) -> tuple[ToolkitRef, Path]:
    """Say which toolkit a response is about: inside an engagement's folder, the engagement's."""
    folder = path.absolute().parent.parent
    declared = reference_of(folder) if path.absolute().parent.name == RESPONSES else None
    return (declared, folder) if declared is not None else (response.toolkit, path.parent)


def reference_of(folder: Path) -> ToolkitRef | None:
    """The toolkit that the engagement in a folder is about; None where there is none that can be read."""
    if not (folder / ENGAGEMENT_FILE).is_file():
        return None
    head = read_part(folder / ENGAGEMENT_FILE, "engagement", EngagementFile).model
    return head.toolkit if head is not None else None
