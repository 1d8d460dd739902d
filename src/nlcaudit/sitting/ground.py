"""Where a sitting takes place: the engagement's folder or a single file, and the toolkit that goes with it."""

import os
from dataclasses import dataclass
from pathlib import Path

from nlcaudit.bundled import shipped_toolkits
from nlcaudit.choosing import choose_toolkit
from nlcaudit.diagnostics import Diagnostic, did_you_mean, has_errors
from nlcaudit.engagement import EngagementFile, Response, ToolkitRef
from nlcaudit.errors import UserError
from nlcaudit.framework import Toolkit
from nlcaudit.loader import load_toolkit, resolve_toolkit
from nlcaudit.loader.answers import ENGAGEMENT_FILE, RESPONSES, toolkit_reference
from nlcaudit.loader.files import read_part
from nlcaudit.rules.engagements import check_engagement
from nlcaudit.sentences import Sentence
from nlcaudit.sitting.wanted import Wanted

SHIPPED = "nlc"


@dataclass(frozen=True)
class Ground:
    """What a sitting stands on.

    Attributes:
        toolkit: None when it, or the file that names it, has errors.
        named: the frameworks that the user named; None when none was.
        engagement: the folder's file, where there is a folder.
        reference: how a response says which toolkit it answers.
    """

    toolkit: Toolkit | None
    diagnostics: tuple[Diagnostic, ...]
    named: tuple[str, ...] | None = None
    engagement: EngagementFile | None = None
    reference: ToolkitRef | None = None


def find_ground(wanted: Wanted) -> Ground:
    """Find the engagement and the toolkit.

    Raises:
        PathError: a path cannot be opened.
        UserError: there is neither a folder nor a file to answer into, or no framework of that name.
    """
    path = wanted.single
    if path is not None:
        return _file_ground(wanted, path) if path.exists() else new_ground(wanted.name or SHIPPED, path.parent)
    if not (wanted.within / ENGAGEMENT_FILE).exists():
        raise UserError(
            Sentence(
                "there is no {file} in {folder}",
                file=ENGAGEMENT_FILE,
                folder=wanted.within.resolve(),
            ),
            Sentence(
                "make one: nlcaudit init DIR; or name its folder with --in DIR; "
                "or answer into one file: --out FILE.yaml"
            ),
        )
    return _folder_ground(wanted)


def _folder_ground(wanted: Wanted) -> Ground:
    head = read_part(wanted.within / ENGAGEMENT_FILE, "engagement", EngagementFile)
    if head.model is None:
        return Ground(None, head.diagnostics)
    loaded = load_toolkit(toolkit_reference(head.model.toolkit, wanted.within))
    if loaded.value is None or not loaded.usable:
        return Ground(None, loaded.diagnostics)
    found = (*head.diagnostics, *head.diagnose(list(check_engagement(head.model, loaded.value))))
    if has_errors(found):
        return Ground(None, found)
    path = head.model.toolkit.path
    reference = _reference(loaded.value, (wanted.within / path) if path else None, wanted.within / RESPONSES)
    return Ground(loaded.value, found, _named(wanted.name, loaded.value), head.model, reference)


def _file_ground(wanted: Wanted, path: Path) -> Ground:
    part = read_part(path, "response", Response)
    if part.model is None:
        return Ground(None, part.diagnostics)
    loaded = load_toolkit(toolkit_reference(part.model.toolkit, path.parent))
    if loaded.value is None or not loaded.usable:
        return Ground(None, loaded.diagnostics)
    return Ground(loaded.value, (), _named(wanted.name, loaded.value), None, part.model.toolkit)


def new_ground(name: str, folder: Path) -> Ground:
    """The toolkit called `name`, for files that will lie in `folder`.

    Raises:
        PathError: nothing has that name.
    """
    loaded, named = choose_toolkit(name, SHIPPED)
    if loaded.value is None or not loaded.usable:
        return Ground(None, loaded.diagnostics)
    shipped = loaded.value.id in shipped_toolkits() and not Path(name).exists()
    lies = None if shipped else resolve_toolkit(name)
    return Ground(loaded.value, (), named, None, _reference(loaded.value, lies, folder))


def _reference(toolkit: Toolkit, lies: Path | None, folder: Path) -> ToolkitRef:
    """How a response in `folder` refers to a toolkit; a shipped one has no path."""
    path = Path(os.path.relpath(lies, folder)).as_posix() if lies else None
    return ToolkitRef(id=toolkit.id, version=toolkit.version, sha256=toolkit.fingerprint, path=path)


def _named(name: str | None, toolkit: Toolkit) -> tuple[str, ...] | None:
    """The frameworks that a name means, in the toolkit that the engagement or the response uses already."""
    if name is None or name == toolkit.id:
        return None
    if name in toolkit.roles:
        return (name,)
    if Path(name).exists():
        loaded, named = choose_toolkit(name, SHIPPED)
        if loaded.value is not None and loaded.value.id == toolkit.id:
            return named
    raise UserError(
        Sentence("the toolkit “{toolkit}” has no framework “{name}”", toolkit=toolkit.id, name=name),
        did_you_mean(name, toolkit.roles),
    )
