"""Engagements and responses from disk."""

from dataclasses import dataclass
from pathlib import Path

from nlcaudit.diagnostics import Diagnostic, has_errors
from nlcaudit.engagement import Engagement, EngagementFile, Response, ToolkitRef, engagement_of
from nlcaudit.errors import PathError
from nlcaudit.framework import Toolkit
from nlcaudit.loader.files import Loaded, Part, read_part
from nlcaudit.loader.toolkits import load_toolkit
from nlcaudit.rules.answers import SAME_RESPONDENT, check_engagement, check_response

ENGAGEMENT_FILE = "engagement.yaml"
RESPONSES = "responses"


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


def toolkit_reference(ref: ToolkitRef, folder: Path) -> str:
    """Say where the toolkit of a file in `folder` lies."""
    return str(folder / ref.path) if ref.path else ref.id


def load_response(path: Path, toolkit: Toolkit | None = None) -> Loaded[Response]:
    """Load one response file; with a toolkit, check it against that.

    Raises:
        PathError: the file cannot be opened.
    """
    part = read_part(path, "response", Response)
    return Loaded(part.model, tuple(sorted(_checked(part, toolkit))))


def _checked(part: Part[Response], toolkit: Toolkit | None) -> list[Diagnostic]:
    found = list(part.diagnostics)
    if part.model is not None and toolkit is not None:
        found += part.diagnose(list(check_response(part.model, toolkit)))
    return found


def load_engagement(path: Path) -> LoadedEngagement:
    """Load an engagement's folder, or a single response file as an engagement of one.

    Raises:
        PathError: there is no engagement at the path, or a file cannot be opened.
    """
    if path.is_file():
        return _load_single(path)
    if not (path / ENGAGEMENT_FILE).exists():
        raise PathError(f"there is no {ENGAGEMENT_FILE} in {path}",
                        "name the folder with --in, or make one: nlcaudit init DIR")  # fmt: skip
    head = read_part(path / ENGAGEMENT_FILE, "engagement", EngagementFile)
    found = list(head.diagnostics)
    toolkit: Toolkit | None = None
    if head.model is not None:
        loaded = load_toolkit(toolkit_reference(head.model.toolkit, path))
        toolkit = loaded.value if loaded.usable else None
        found += loaded.diagnostics
        found += head.diagnose(list(check_engagement(head.model, toolkit))) if toolkit else []
    responses, wrong = _load_responses(path / RESPONSES, toolkit)
    found += wrong
    engagement = engagement_of(responses, head.model) if head.model is not None else None
    return LoadedEngagement(toolkit, engagement, tuple(sorted(found)))


def _load_responses(folder: Path, toolkit: Toolkit | None) -> tuple[list[Response], list[Diagnostic]]:
    responses: list[Response] = []
    found: list[Diagnostic] = []
    homes: dict[str, str] = {}
    for path in sorted(folder.glob("*.yaml")):
        part = read_part(path, "response", Response)
        found += _checked(part, toolkit)
        if part.model is None:
            continue
        name = part.model.respondent
        if name in homes:
            message = f"“{name}” is the respondent of {homes[name]} already"
            found += part.diagnose([SAME_RESPONDENT.at(("respondent",), message, "give one its own pseudonym")])
        homes.setdefault(name, path.name)
        responses.append(part.model)
    return responses, found


def _load_single(path: Path) -> LoadedEngagement:
    part = read_part(path, "response", Response)
    if part.model is None:
        return LoadedEngagement(None, None, tuple(sorted(part.diagnostics)))
    loaded = load_toolkit(toolkit_reference(part.model.toolkit, path.parent))
    toolkit = loaded.value if loaded.usable else None
    found = [*loaded.diagnostics, *_checked(part, toolkit)]
    return LoadedEngagement(toolkit, engagement_of([part.model]), tuple(sorted(found)))
