"""From the options of `frameworks new` to the files."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nlcaudit.errors import PathError, UserError
from nlcaudit.scaffolding.asking import framework_entries
from nlcaudit.scaffolding.emitting import Block, Emitter
from nlcaudit.scaffolding.gathering import cases_entries, glossary_entries, toolkit_entries
from nlcaudit.scaffolding.shared import shared_entries
from nlcaudit.schemas.placing import schema_files
from nlcaudit.sentences import Sentence
from nlcaudit.store import SCHEMAS, modeline, save_durably
from nlcaudit.store.founding import found_folder

IDENT = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
TAG = re.compile(r"(x(-[a-z0-9]{1,8})+|[a-z]{2,3}(-[A-Za-z0-9]{2,8})*)\Z")
LONGEST = 60
TAKEN = ("toolkit", "cases", "glossary", "engagement")
MEMBER = "warnings"
READABLE_BY_ALL = 0o644


@dataclass(frozen=True, slots=True)
class FrameworkPlan:
    """What is to be made.

    Attributes:
        ident: the id.
        languages: of the texts; the first one is also that of the comments, where the program speaks it.
        folder: in which the file, or the toolkit's folder, is made.
        toolkit: a folder for several frameworks, instead of a single file.
    """

    ident: str
    languages: tuple[str, ...]
    folder: Path
    toolkit: bool = False

    @property
    def place(self) -> Path:
        """The file, or the toolkit's folder."""
        return self.folder / (self.ident if self.toolkit else f"{self.ident}.yaml")


def found_framework(plan: FrameworkPlan) -> None:
    """Write the files of a new framework or toolkit, and their schemas.

    Raises:
        UserError: the id or a language is not well formed.
        PathError: something is there already, or cannot be written; nothing was written.
    """
    _check(plan)
    folder = plan.place if plan.toolkit else plan.folder
    if plan.toolkit and plan.place.exists():
        raise PathError(Sentence("{path} is there already; nothing was written", path=plan.place),
                        Sentence("choose another id"))  # fmt: skip
    entries = _toolkit(plan) if plan.toolkit else _alone(plan)
    found_folder(folder, {f"{name}.yaml": _written(plan, kind, block) for name, kind, block in entries}, [SCHEMAS])
    for name, content in schema_files(dict.fromkeys(kind for _, kind, _ in entries)).items():
        save_durably(folder / name, content, mode=READABLE_BY_ALL)


def _check(plan: FrameworkPlan) -> None:
    if not IDENT.match(plan.ident) or len(plan.ident) > LONGEST:
        raise UserError(Sentence("“{id}” is not an id", id=plan.ident),
                        Sentence("write small letters, digits and single hyphens: night-buses"))  # fmt: skip
    if plan.ident in TAKEN and not plan.toolkit:
        raise UserError(Sentence("“{id}” is the name of another kind of file", id=plan.ident),
                        Sentence("choose another id"))  # fmt: skip
    for language in plan.languages:
        if not TAG.match(language):
            raise UserError(Sentence("“{language}” is not a language tag", language=language),
                            Sentence("write en, fr, fr-CA, …"))  # fmt: skip


def _alone(plan: FrameworkPlan) -> list[tuple[str, str, Block]]:
    entries = framework_entries(plan.ident, _code(plan.ident), shared_entries(plan.languages))
    return [(plan.ident, "framework", entries)]


def _toolkit(plan: FrameworkPlan) -> list[tuple[str, str, Block]]:
    return [
        ("cases", "cases", cases_entries()),
        ("glossary", "glossary", glossary_entries()),
        (MEMBER, "framework", framework_entries(MEMBER, _code(MEMBER), None)),
        ("toolkit", "toolkit", toolkit_entries(plan.ident, MEMBER, shared_entries(plan.languages))),
    ]


def _code(ident: str) -> str:
    """The first letters of an id's words, at most three: NB for night-buses."""
    letters = [word[0].upper() for word in ident.split("-") if word[0].isalpha()]
    return "".join(letters[:3]) or "Q"


def _written(plan: FrameworkPlan, kind: str, block: Block) -> str:
    emitter = Emitter.of(plan.languages)
    lines = [modeline(kind), *_introduction(emitter, plan), *emitter.block(block)]
    return "\n".join(lines) + "\n"


def _introduction(emitter: Emitter, plan: FrameworkPlan) -> Iterator[str]:
    yield from emitter.comment(Sentence(
        "A small example that is complete: every field is explained where it first stands. Replace the texts one after "
        "the other by yours; `nlcaudit validate` says with line and column what is missing."
    ))  # fmt: skip
    others = sorted(set(plan.languages) - set(emitter.languages))
    if others:
        said = Sentence("The example is not written in {languages}: please translate it.", languages=others)
        yield from emitter.comment(said)


def next_steps(plan: FrameworkPlan) -> Sentence:
    """Say what to do after `frameworks new`."""
    place = shlex.quote(str(plan.place))
    return Sentence(
        "{place} is ready: an example with three questions, valid as it is.\n"
        "  1. Open it in an editor: each field is explained, and .schema lets the editor help.\n"
        "  2. Check it:                nlcaudit validate {place}\n"
        "  3. See it as people do:     nlcaudit frameworks show {place}\n"
        "  4. Answer it yourself:      nlcaudit assess {place} --out try.yaml",
        place=place,
    )
