"""Toolkits: a folder with `toolkit.yaml`, a framework in a single file, or the id of a shipped one."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from nlcaudit.bundled import bundled, shipped_toolkits
from nlcaudit.diagnostics import Diagnostic, Finding, did_you_mean
from nlcaudit.errors import PathError
from nlcaudit.framework import Framework, ScoringPolicy, Toolkit
from nlcaudit.framework.toolkit import ToolkitFile, Wording
from nlcaudit.loader.files import Loaded, Part, Reader, read_bytes, shape_part
from nlcaudit.loader.folders import FILE, Folder, read_folder
from nlcaudit.loader.policies import complete_policy
from nlcaudit.rules.schemas import kind_of
from nlcaudit.rules.toolkits import advise_on_toolkit, check_toolkit
from nlcaudit.rules.walking import TOOLKIT, Draft
from nlcaudit.sentences import Sentence
from nlcaudit.shape import MISSING, Strict
from nlcaudit.source import Document, read_document

MEMBER_KINDS = ("framework", "cases", "glossary", "toolkit", "translations")


def resolve_toolkit(reference: str) -> Path:
    """Find the folder or file that a user means.

    Args:
        reference: a folder, a file, or the id of a shipped toolkit.

    Raises:
        PathError: there is nothing of that name.
    """
    path = Path(reference)
    if (path / FILE).is_file():
        return path
    if reference in shipped_toolkits():
        return bundled("frameworks") / reference
    if path.is_file():
        return path.parent if path.name == FILE else path
    if path.is_dir():
        raise PathError(
            Sentence("there is no {file} in {path}", file=FILE, path=path),
            Sentence("name a toolkit's folder, or a framework's file"),
        )
    if path.exists():
        return path
    raise PathError(
        Sentence("there is no toolkit or framework “{reference}”", reference=reference),
        did_you_mean(reference, shipped_toolkits(), Sentence("name a folder, a file or a shipped toolkit")),
    )


def load_toolkit(reference: str, *, advice: bool = False, old: Toolkit | None = None) -> Loaded[Toolkit]:
    """Load a toolkit and check it, with `advice` also how its texts are written, with `old` against an older version.

    A framework's file that belongs to the toolkit beside it brings the whole toolkit.

    Raises:
        PathError: the path, or a part of the toolkit, cannot be opened.
    """
    path = resolve_toolkit(reference)
    if path.is_dir():
        return _load_folder(path, advice=advice, old=old)
    document, found = read_document(read_bytes(path), str(path))
    stands_alone = document is not None and "toolkit" in document.data
    belongs = kind_of(document.data if document else None) in (None, *MEMBER_KINDS)
    if belongs and not stands_alone and (path.parent / FILE).exists():
        return _load_folder(path.parent, advice=advice, old=old)
    return load_alone(document, found, advice=advice, old=old)


def load_alone(
    document: Document | None, found: Sequence[Diagnostic], *, advice: bool = False, old: Toolkit | None = None
) -> Loaded[Toolkit]:
    """Make a toolkit of a framework's file that stands alone and has been read, with what was found in reading it."""
    return _load_alone(shape_part(document, found, "framework", Framework), advice=advice, old=old)


def _load_folder(path: Path, *, advice: bool, old: Toolkit | None) -> Loaded[Toolkit]:
    draft, found = load_draft(path, advice=advice, old=old)
    return Loaded(draft.toolkit if draft is not None and draft.usable else None, found)


def load_draft(
    path: Path, *, advice: bool = False, old: Toolkit | None = None
) -> tuple[Draft | None, tuple[Diagnostic, ...]]:
    """Load a toolkit's folder as far as it can be read; None when its `toolkit.yaml` cannot.

    Raises:
        PathError: a part of the toolkit cannot be opened.
    """
    reader = Reader()
    folder = read_folder(path, reader)
    found = folder.diagnostics
    draft: Draft | None = None
    if folder.head.model is not None:
        draft, findings = _assemble(folder, folder.head.model, advice=advice, old=old)
        found += folder.diagnose(findings)
    if advice:
        found += _about_translations(folder, path, draft)
    reader.finish(found)
    return draft, tuple(sorted(found))


def _about_translations(folder: Folder, path: Path, draft: Draft | None) -> Iterator[Diagnostic]:
    from nlcaudit.loader.locks import read_lock  # noqa: PLC0415 - only who validates reads the lock
    from nlcaudit.rules.translations import check_stamps  # noqa: PLC0415

    lock = read_lock(path)
    if lock is not None:
        yield from lock.diagnostics
        if draft is not None and lock.model is not None:
            yield from folder.diagnose(list(check_stamps(draft, lock.model.stamps)))


def _assemble(folder: Folder, head: ToolkitFile, *, advice: bool, old: Toolkit | None) -> tuple[Draft, list[Finding]]:
    policy, wrong = complete_policy(head.scoring)
    draft = Draft(_toolkit(folder, head, policy), folder.broken, declared=frozenset(head.scoring))
    findings = [
        *folder.findings,
        *(f.under(TOOLKIT, "scoring") for f in wrong),
        *_checked(draft, advice=advice, old=old),
    ]
    return replace(draft, usable=not wrong and not folder.broken), findings


def _toolkit(folder: Folder, head: ToolkitFile, policy: ScoringPolicy) -> Toolkit:
    cases = folder.cases.model if folder.cases else None
    glossary = folder.glossary.model if folder.glossary else None
    return Toolkit(
        id=head.id, version=head.version, fingerprint=_fingerprint(dict(folder.parts)), title=head.title,
        summary=head.summary, notice=head.notice, languages=head.languages, levels=head.scale.levels,
        sides=head.sides, groups=head.groups, levers=head.levers, step_lists=head.step_lists, sources=head.sources,
        policy=policy, wording=head.wording, roles={member.id: member.role for member in head.members},
        frameworks=folder.frameworks, cases=cases.cases if cases else (), terms=glossary.terms if glossary else (),
        migrations=head.migrations,
    )  # fmt: skip


def _load_alone(part: Part[Framework], *, advice: bool, old: Toolkit | None) -> Loaded[Toolkit]:
    draft, found = _alone(part, advice=advice, old=old)
    return Loaded(draft.toolkit if draft is not None and draft.usable else None, found)


def load_lone_draft(part: Part[Framework]) -> tuple[Draft | None, tuple[Diagnostic, ...]]:
    """Make a toolkit of a framework that stands alone in its file; None where it cannot be read as one."""
    return _alone(part, advice=False, old=None)


def _alone(part: Part[Framework], *, advice: bool, old: Toolkit | None) -> tuple[Draft | None, tuple[Diagnostic, ...]]:
    framework = part.model
    if framework is None:
        return None, tuple(sorted(part.diagnostics))
    if framework.toolkit is None:
        finding = MISSING.at(
            (),
            Sentence("the framework stands alone and does not say its scale, languages and version"),
            Sentence("add “toolkit: …” with version, languages and scale, or put it beside a toolkit.yaml"),
        )
        return None, tuple(sorted([*part.diagnostics, *part.diagnose([finding])]))
    alone = framework.toolkit
    policy, wrong = complete_policy(alone.scoring)
    toolkit = Toolkit(
        id=framework.id, version=alone.version, fingerprint=_fingerprint({framework.id: part}),
        title=framework.title, summary=framework.summary, notice=None, languages=alone.languages,
        levels=alone.scale.levels, sides=alone.sides, groups=alone.groups, levers=alone.levers,
        step_lists=alone.step_lists, sources=alone.sources, policy=policy, wording=Wording(),
        roles={framework.id: "competency"}, frameworks=(framework,), migrations=alone.migrations,
    )  # fmt: skip
    draft = Draft(toolkit, alone=True, declared=frozenset(alone.scoring), usable=not wrong)
    findings = [f.under("toolkit", "scoring") for f in wrong] + [
        f.inside() for f in _checked(draft, advice=advice, old=old)
    ]
    return draft, tuple(sorted([*part.diagnostics, *part.diagnose(findings)]))


def _checked(draft: Draft, *, advice: bool, old: Toolkit | None) -> Iterator[Finding]:
    yield from check_toolkit(draft)
    if old is not None:
        from nlcaudit.rules.against import check_against  # noqa: PLC0415 - no other command compares

        yield from check_against(draft, old)
    if advice:
        yield from advise_on_toolkit(draft)


def _fingerprint(parts: Mapping[str, Part[Strict]]) -> str:
    values = {name: _asked(part.document.data) for name, part in parts.items() if part.document}
    canonical = json.dumps(values, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _asked(values: Mapping[str, object]) -> Mapping[str, object]:
    """What the validator is asked to ignore changes nothing for those who answer."""
    alone = values.get("toolkit")
    kept = {key: value for key, value in values.items() if key != "ignore"}
    return {**kept, "toolkit": _asked(alone)} if isinstance(alone, Mapping) else kept
