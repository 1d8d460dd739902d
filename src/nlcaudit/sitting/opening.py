"""The response of a sitting: a new one, or one that goes on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from nlcaudit.diagnostics import Diagnostic, did_you_mean, has_errors
from nlcaudit.engagement import Response
from nlcaudit.errors import UserError
from nlcaudit.framework import Toolkit
from nlcaudit.interview.moving import first_unanswered
from nlcaudit.loader.answers import RESPONSES, response_files
from nlcaudit.loader.files import read_bytes, shape_part
from nlcaudit.messages import INTERFACE_LANGUAGES
from nlcaudit.rules.answers import UNKNOWN_QUESTION, check_response
from nlcaudit.sentences import Sentence
from nlcaudit.sitting.ground import Ground
from nlcaudit.sitting.wanted import Wanted
from nlcaudit.source import read_document
from nlcaudit.store import new_pseudonym

SCHEMA = "nlcaudit/response/1"


@dataclass(frozen=True)
class Opened:
    """A response, as far as its file could be read.

    Attributes:
        response: None when the file has errors that must be put right first.
        seen: the file's bytes; None when there is no file yet.
    """

    response: Response | None
    diagnostics: tuple[Diagnostic, ...] = ()
    seen: bytes | None = None


def response_path(ground: Ground, wanted: Wanted) -> Path:
    """Say which file is answered into.

    Raises:
        UserError: a respondent is named who has not begun, and no group to begin with.
    """
    if wanted.single is not None:
        return wanted.single
    folder = wanted.within / RESPONSES
    files = {path.stem: path for path in response_files(wanted.within)}
    taken = list(files)
    if wanted.respondent is None:
        return folder / f"{new_pseudonym(taken)}.yaml"
    needs_group = ground.toolkit is not None and len(group_labels(ground, wanted)) > 1
    if wanted.respondent not in taken and needs_group and wanted.group is None:
        raise UserError(
            Sentence("there is no response of “{respondent}” in {folder}", respondent=wanted.respondent, folder=folder),
            did_you_mean(
                wanted.respondent,
                taken,
                Sentence("to begin it, add --group; for a new pseudonym leave out --respondent"),
            ),
        )
    return files.get(wanted.respondent, folder / f"{wanted.respondent}.yaml")


def offered_languages(toolkit: Toolkit, wanted: Wanted) -> tuple[str, ...]:
    """The languages that may be chosen: the toolkit's, and those in which the program itself can speak."""
    drafts = tuple(known.id for known in toolkit.languages) if wanted.include_drafts else ()
    return tuple(dict.fromkeys([*toolkit.selectable_languages, *drafts, *INTERFACE_LANGUAGES]))


def open_response(path: Path, ground: Ground, wanted: Wanted) -> Opened:
    """Read the response that is there; answers to questions that the toolkit does not know are kept as they are.

    Raises:
        PathError: the file cannot be opened.
        UserError: an option contradicts the file.
    """
    raw = read_bytes(path)
    part = shape_part(*read_document(raw, str(path)), "response", Response)
    if part.model is None or ground.toolkit is None:
        return Opened(None, part.diagnostics, raw)
    found = (*part.diagnostics, *part.diagnose(list(check_response(part.model, ground.toolkit))))
    if has_errors(d for d in found if d.code != UNKNOWN_QUESTION.code):
        return Opened(None, found, raw)
    _refuse_contradictions(path, part.model, wanted)
    return Opened(_going_on(part.model, ground, ground.toolkit, wanted), found, raw)


def _refuse_contradictions(path: Path, response: Response, wanted: Wanted) -> None:
    options = (
        ("--respondent", wanted.respondent, response.respondent),
        ("--group", wanted.group, response.group),
        ("--voice", wanted.voice, response.voice),
        ("--name", wanted.institution, response.name),
    )
    for option, asked, written in options:
        if asked is not None and asked != written:
            said = Sentence("{path} says “{written}”, not “{asked}”", path=path, written=written, asked=asked)
            if written is None:
                said = Sentence(
                    "{path} has nothing of what {option} says: “{asked}”", path=path, option=option, asked=asked
                )
            raise UserError(said, Sentence("leave out {option}, or answer into another file", option=option))


def _going_on(response: Response, ground: Ground, toolkit: Toolkit, wanted: Wanted) -> Response:
    frameworks = _in_order(toolkit, [*response.frameworks, *(ground.named or ())])
    changed = {
        "frameworks": frameworks,
        "depth": wanted.depth or response.depth,
        "language": _language(toolkit, wanted, response.language) if wanted.language else response.language,
    }
    after = response.model_copy(update=changed)
    if len(frameworks) > len(response.frameworks):
        added = [name for name in frameworks if name not in response.frameworks]
        after = after.model_copy(update={"resume_at": first_unanswered(toolkit, after, added)})
    return after


def group_labels(ground: Ground, wanted: Wanted) -> Mapping[str, str]:
    """The groups to choose from, id → label: those of the engagement, else all of the toolkit."""
    toolkit, engagement = _usable(ground), ground.engagement
    order = toolkit.language_order(usual_language(ground, wanted))
    declared = [group.id for group in engagement.groups] if engagement else []
    known = toolkit.group_by_id
    labels = {key: known[key].label.spoken(order).text for key in declared or known}
    notes = {key: known[key].note for key in labels}
    return {
        key: f"{label} ({note.spoken(order).text.rstrip('.')})" if (note := notes[key]) else label
        for key, label in labels.items()
    }


def _group(ground: Ground, wanted: Wanted) -> str | None:
    groups = group_labels(ground, wanted)
    if wanted.group is not None and wanted.group not in groups:
        hint = (
            did_you_mean(wanted.group, groups, Sentence("write one of: {words}", words=tuple(groups)))
            if groups
            else Sentence("leave out --group")
        )
        raise UserError(Sentence("there is no group “{group}” here", group=wanted.group), hint)
    return wanted.group


def begin_response(path: Path, ground: Ground, wanted: Wanted) -> Response:
    """Make a new response; nothing is written yet.

    Raises:
        UserError: an option does not fit, or nothing would be asked.
    """
    toolkit, engagement = _usable(ground), ground.engagement
    if wanted.voice == "institution" and not wanted.institution:
        raise UserError(Sentence("an institution answers under its name"), Sentence("add --name NAME"))
    if wanted.institution and wanted.voice != "institution":
        raise UserError(
            Sentence("a person answers without a name"), Sentence("leave out --name, or add --voice institution")
        )
    respondent = path.stem if wanted.single is None else wanted.respondent or new_pseudonym()
    values: dict[str, object] = {
        "schema": SCHEMA,
        "toolkit": ground.reference,
        "respondent": respondent,
        "voice": wanted.voice or "person",
        "name": wanted.institution,
        "group": _group(ground, wanted),
        "language": usual_language(ground, wanted),
        "depth": wanted.depth or (engagement.depth if engagement else "quick"),
        "frameworks": ground.named or usual_frameworks(ground),
    }
    return _checked(Response.model_validate(values), toolkit)


def _checked(response: Response, toolkit: Toolkit) -> Response:
    if not any(True for _ in toolkit.asked(response.frameworks, response.depth, response.group)):
        asked = ", ".join(response.frameworks)
        said = Sentence("nothing is asked of the group “{group}” in {asked}", group=response.group, asked=asked)
        if response.group is None:
            said = Sentence("nothing is asked in {asked}", asked=asked)
        raise UserError(said, Sentence("choose another framework"))
    return response


def _usable(ground: Ground) -> Toolkit:
    if ground.toolkit is None or ground.reference is None:
        raise UserError(Sentence("the toolkit cannot be used"), Sentence("put its errors right first"))
    return ground.toolkit


def usual_frameworks(ground: Ground) -> tuple[str, ...]:
    """All competencies and the engagement's modules; lessons only when they are named."""
    toolkit = _usable(ground)
    modules = ground.engagement.modules if ground.engagement else ()
    competencies = [framework.id for framework in toolkit.with_role("competency")]
    usual = _in_order(toolkit, [*competencies, *modules])
    return usual or tuple(framework.id for framework in toolkit.frameworks)


def _in_order(toolkit: Toolkit, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(framework.id for framework in toolkit.frameworks if framework.id in names)


def usual_language(ground: Ground, wanted: Wanted) -> str:
    """The language of a new response: the one asked for, else the engagement's first, else the toolkit's first."""
    toolkit, engagement = _usable(ground), ground.engagement
    return _language(toolkit, wanted, engagement.languages[0] if engagement else toolkit.languages[0].id)


def _language(toolkit: Toolkit, wanted: Wanted, otherwise: str) -> str:
    offered = offered_languages(toolkit, wanted)
    language = wanted.language or otherwise
    if language in offered or language.split("-")[0] in offered:
        return language
    if language in [known.id for known in toolkit.languages]:
        raise UserError(
            Sentence("“{language}” is a draft", language=language),
            Sentence("add --include-drafts to see it all the same"),
        )
    if wanted.language is None:
        return offered[0]
    raise UserError(
        Sentence("the toolkit “{toolkit}” is not written in “{language}”", toolkit=toolkit.id, language=language),
        did_you_mean(language, offered),
    )
