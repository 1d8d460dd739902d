"""Find the toolkit, build the form, render and save: what one call of `nlcaudit form` writes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from nlcaudit.diagnostics import Diagnostic, did_you_mean, has_errors
from nlcaudit.errors import PathError, UserError
from nlcaudit.forms import FORMATS, Form, Wish, build_form
from nlcaudit.forms.consenting import left_open
from nlcaudit.forms.wording import text
from nlcaudit.framework import Toolkit
from nlcaudit.framework.toolkit import Depth
from nlcaudit.loader.answers import RESPONSES
from nlcaudit.loader.files import read_bytes
from nlcaudit.sentences import Sentence
from nlcaudit.sitting import Ground, Wanted, find_ground, new_ground, usual_frameworks
from nlcaudit.store import save_durably
from nlcaudit.store.founding import make_folder

FORMS = "forms"
FORMAT = text("there is no format “{name}”")
FRAMEWORK = text("the toolkit has no framework “{name}”")
GROUP = text("there is no group “{name}” here")
LANGUAGE = text("the toolkit is not written in “{name}”")
READABLE = 0o644


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody asked for, as written: lists with commas; empty or None means the default.

    Attributes:
        folder: of the engagement.
        toolkit: a toolkit's id, folder or file, where there is no engagement.
        frameworks: asked instead of the competencies and the engagement's modules.
    """

    folder: Path
    toolkit: str = ""
    frameworks: str = ""
    formats: str = ""
    languages: str = ""
    groups: str = ""
    depth: Depth | None = None
    out: Path | None = None
    include_drafts: bool = False


@dataclass(frozen=True)
class Issued:
    """What came of an order.

    Attributes:
        diagnostics: of the files that were read; with an error among them nothing was written.
        paths: the forms.
        remarks: what somebody should look at before sending them.
    """

    diagnostics: tuple[Diagnostic, ...]
    paths: tuple[Path, ...] = ()
    remarks: tuple[Sentence, ...] = ()


def issue_forms(order: Order) -> Issued:
    """Write every form of an order.

    Raises:
        UserError: the order cannot be carried out as it is.
        PathError: a path cannot be opened or written.
    """
    ground = new_ground(order.toolkit, order.folder / RESPONSES) if order.toolkit else find_ground(_wanted(order))
    if ground.toolkit is None or ground.reference is None or has_errors(ground.diagnostics):
        return Issued(ground.diagnostics)
    formats = _chosen(order.formats, list(FORMATS), FORMAT) or [next(iter(FORMATS))]
    wish = _wish(ground, ground.toolkit, order)
    form = build_form(ground.toolkit, ground.reference, wish, ground.engagement)
    rendered = dict(_rendered(form, formats, order))
    for path, content in rendered.items():
        make_folder(path.parent)
        save_durably(path, content, READABLE)
    return Issued(ground.diagnostics, tuple(rendered), tuple(_remarks(form)))


def _wanted(order: Order) -> Wanted:
    return Wanted(within=order.folder, include_drafts=order.include_drafts)


def _wish(ground: Ground, toolkit: Toolkit, order: Order) -> Wish:
    engagement = ground.engagement
    languages = tuple(_languages(ground, toolkit, order))
    roles = list(toolkit.roles)
    frameworks = tuple(_chosen(order.frameworks, roles, FRAMEWORK)) or ground.named or usual_frameworks(ground)
    known = [group.id for group in (engagement.groups if engagement and engagement.groups else toolkit.groups)]
    return Wish(
        languages=languages,
        depth=order.depth or (engagement.depth if engagement else "quick"),
        frameworks=frameworks,
        groups=tuple(_chosen(order.groups, known, GROUP) or known),
        consent=_consents(order.folder, languages) if engagement else {},
    )


def _languages(ground: Ground, toolkit: Toolkit, order: Order) -> Sequence[str]:
    drafts = [known.id for known in toolkit.languages if known.status == "draft"]
    known = [language.id for language in toolkit.languages]
    chosen = _chosen(order.languages, known, LANGUAGE)
    for language in chosen:
        if language in drafts and not order.include_drafts:
            raise UserError(
                Sentence("“{language}” is a draft", language=language),
                Sentence("add --include-drafts to use it all the same"),
            )
    if chosen:
        return chosen
    wanted = ground.engagement.languages if ground.engagement else toolkit.selectable_languages
    return [language for language in wanted if language in known] or [known[0]]


def _consents(folder: Path, languages: Sequence[str]) -> Mapping[str, str]:
    """The consent texts that lie in the engagement's folder."""
    paths = {language: folder / f"consent.{language}.md" for language in languages}
    return {language: _read(path) for language, path in paths.items() if path.exists()}


def _read(path: Path) -> str:
    try:
        return read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PathError(Sentence("{path} is not UTF-8 text", path=path), Sentence("save it as UTF-8")) from error


def _rendered(form: Form, formats: Sequence[str], order: Order) -> Iterator[tuple[Path, bytes]]:
    languages = [language.id for language in form.languages]
    files = [
        (name, language) for name in formats for language in (languages if FORMATS[name].languages == "each" else [""])
    ]
    named = order.out is not None and order.out.suffix == f".{FORMATS[formats[0]].suffix}"
    if named and len(files) > 1:
        raise UserError(
            Sentence("{count} files were asked for, and --out names one", count=len(files)),
            Sentence("name a folder, or one language"),
        )
    folder = order.out or order.folder / FORMS
    for name, language in files:
        content = FORMATS[name].render(form, language or languages[0])
        yield (folder if named else folder / _name(form, name, language)), content


def _name(form: Form, name: str, language: str) -> str:
    stem = "paper" if name == "print" else "xlsform" if name == "xlsform" else "form"
    group = form.group.id if form.group else ""
    return ".".join(part for part in (f"{stem}-{form.depth}", group, language, FORMATS[name].suffix) if part)


def _chosen(written: str, known: Sequence[str], missing: str) -> list[str]:
    chosen = [part.strip() for part in written.split(",") if part.strip()]
    for one in chosen:
        if one not in known:
            raise UserError(
                Sentence(missing, name=one),
                did_you_mean(one, known, Sentence("write one of: {words}", words=list(known))),
            )
    return list(dict.fromkeys(chosen))


def _remarks(form: Form) -> Iterator[Sentence]:
    for language, blocks in form.consent.items():
        open_places = left_open("\n\n".join(block.text for block in blocks))
        if open_places:
            yield Sentence(
                "the consent text ({language}) still has {places}: fill them in in consent.{language}.md of the "
                "engagement, then make the form again",
                language=language,
                places=list(open_places),
            )
