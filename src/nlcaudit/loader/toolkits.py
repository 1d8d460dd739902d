"""Toolkits: a folder with `toolkit.yaml`, a framework in a single file, or the id of a shipped one."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from nlcaudit.bundled import bundled, shipped_toolkits
from nlcaudit.diagnostics import Diagnostic, Finding, did_you_mean
from nlcaudit.errors import PathError
from nlcaudit.framework import Framework, Toolkit
from nlcaudit.framework.policy import ScoringPolicy
from nlcaudit.framework.questions import StandAlone
from nlcaudit.framework.toolkit import Member, ToolkitFile, Wording
from nlcaudit.framework.vocabulary import Cases, Glossary
from nlcaudit.loader.files import Loaded, Part, read_bytes, read_part, shape_part
from nlcaudit.rules import check_toolkit
from nlcaudit.rules.references import MEMBER
from nlcaudit.rules.schemas import kind_of
from nlcaudit.rules.walking import CASES, GLOSSARY, TOOLKIT, Draft
from nlcaudit.shape import MISSING, shape
from nlcaudit.source import Document, read_document

FILE = "toolkit.yaml"
Parts = Mapping[str, Part]  # type: ignore[type-arg] - parts of several kinds


def resolve_toolkit(reference: str) -> Path:
    """Find the folder or file that a user means.

    Args:
        reference: the id of a shipped toolkit, a folder, or a file.

    Raises:
        PathError: there is nothing of that name.
    """
    path = Path(reference)
    if path.is_dir():
        if (path / FILE).exists():
            return path
        raise PathError(f"there is no {FILE} in {path}", "name a toolkit's folder, or a framework's file")
    if path.exists():
        return path.parent if path.name == FILE else path
    if reference in shipped_toolkits():
        return bundled("frameworks") / reference
    raise PathError(f"there is no toolkit or framework “{reference}”",
                    did_you_mean(reference, shipped_toolkits(), "name a folder, a file or a shipped toolkit"))  # fmt: skip


def load_toolkit(reference: str) -> Loaded[Toolkit]:
    """Load a toolkit and check it.

    A framework's file that belongs to the toolkit beside it brings the whole toolkit.

    Raises:
        PathError: the path cannot be opened.
    """
    path = resolve_toolkit(reference)
    if path.is_dir():
        return _load_folder(path)
    document, found = read_document(read_bytes(path), str(path))
    beside = path.parent / FILE
    alone = document is not None and isinstance(document.data, dict) and "toolkit" in document.data
    if not alone and beside.exists() and kind_of(document.data if document else None) in (None, *MEMBER_KINDS):
        return _load_folder(path.parent)
    return _load_alone(shape_part(document, found, "framework", Framework))


MEMBER_KINDS = ("framework", "cases", "glossary", "toolkit")


def _load_folder(folder: Path) -> Loaded[Toolkit]:
    head = read_part(folder / FILE, "toolkit", ToolkitFile)
    parts: dict[str, Part] = {TOOLKIT: head}  # type: ignore[type-arg]
    if head.model is None:
        return Loaded(None, tuple(sorted(head.diagnostics + _unheaded(folder))))
    findings: list[Finding] = []
    for index, member in enumerate(head.model.members):
        path = folder / f"{member.id}.yaml"
        if not path.exists():
            findings.append(MEMBER.at((TOOLKIT, "members", index, "id"), f"there is no file {path.name} beside it",
                                      "write the file, or remove the member"))  # fmt: skip
            continue
        part = read_part(path, "framework", Framework)
        parts[member.id] = part
        if part.model is not None and part.model.id != member.id:
            findings.append(MEMBER.at((member.id, "id"), f"the file {path.name} says “id: {part.model.id}”",
                                      f"write “id: {member.id}”"))  # fmt: skip
    for name, kind, model in ((CASES, "cases", Cases), (GLOSSARY, "glossary", Glossary)):
        if (folder / f"{name}.yaml").exists():
            parts[name] = read_part(folder / f"{name}.yaml", kind, model)
    return _assemble(parts, head.model, findings)


def _unheaded(folder: Path) -> tuple[Diagnostic, ...]:
    """Check the shape of the other files although `toolkit.yaml` could not be read."""
    kinds = {CASES: ("cases", Cases), GLOSSARY: ("glossary", Glossary)}
    found: tuple[Diagnostic, ...] = ()
    for path in sorted(folder.glob("*.yaml")):
        if path.name != FILE and not path.name.endswith(".lock.yaml"):
            kind, model = kinds.get(path.stem, ("framework", Framework))
            found += read_part(path, kind, model).diagnostics
    return found


def _assemble(parts: Parts, head: ToolkitFile, findings: list[Finding]) -> Loaded[Toolkit]:
    policy, wrong = _policy(head.scoring)
    findings += [finding.under(TOOLKIT, "scoring") for finding in wrong]
    known = {m.id for m in head.members}
    broken = frozenset({n for n, p in parts.items() if p.model is None} | (known - set(parts)))
    misnamed = {f.route[0] for f in findings if f.rule is MEMBER}
    toolkit = None
    if policy is not None:
        frameworks = tuple(parts[m.id].model for m in head.members if m.id not in broken and m.id not in misnamed)
        toolkit = _toolkit(head, policy, frameworks, head.members, head.wording, parts)
        findings += check_toolkit(Draft(toolkit, broken | {str(name) for name in misnamed}))
    found = [d for part in parts.values() for d in part.diagnostics]
    for finding in findings:
        name, *route = finding.route
        found += parts[str(name)].diagnose(
            [Finding(finding.rule, tuple(route), finding.message, finding.hint, finding.key)]
        )
    return Loaded(None if broken or misnamed else toolkit, tuple(sorted(found)))


def _toolkit(
    head: ToolkitFile, policy: ScoringPolicy, frameworks: tuple[Framework, ...], members: tuple[Member, ...],
    wording: Wording, parts: Parts,
) -> Toolkit:  # fmt: skip
    cases = parts[CASES].model if CASES in parts else None
    glossary = parts[GLOSSARY].model if GLOSSARY in parts else None
    return Toolkit(
        id=head.id, version=head.version, fingerprint=_fingerprint(parts), title=head.title, summary=head.summary,
        notice=head.notice, languages=head.languages, levels=head.scale.levels, sides=head.sides,
        groups=head.groups, levers=head.levers, step_lists=head.step_lists, sources=head.sources, policy=policy,
        wording=wording, roles={m.id: m.role for m in members}, frameworks=frameworks,
        cases=cases.cases if cases else (), terms=glossary.terms if glossary else (),
    )  # fmt: skip


def _load_alone(part: Part[Framework]) -> Loaded[Toolkit]:
    framework = part.model
    if framework is None:
        return Loaded(None, tuple(sorted(part.diagnostics)))
    if framework.toolkit is None:
        finding = MISSING.at((), "the framework stands alone and does not say its scale, languages and version",
                             "add “toolkit: …” with version, languages and scale, or put it beside a toolkit.yaml")  # fmt: skip
        return Loaded(None, tuple(sorted([*part.diagnostics, *part.diagnose([finding])])))
    alone: StandAlone = framework.toolkit
    policy, wrong = _policy(alone.scoring)
    findings = [finding.under("toolkit", "scoring") for finding in wrong]
    toolkit = None
    if policy is not None:
        toolkit = Toolkit(
            id=framework.id, version=alone.version, fingerprint=_fingerprint({framework.id: part}),
            title=framework.title, summary=framework.summary, notice=None, languages=alone.languages,
            levels=alone.scale.levels, sides=alone.sides, groups=alone.groups, levers=alone.levers,
            step_lists=alone.step_lists, sources=alone.sources, policy=policy, wording=Wording(),
            roles={framework.id: "competency"}, frameworks=(framework,),
        )  # fmt: skip
        checked = check_toolkit(Draft(toolkit, alone=True))
        findings += [Finding(f.rule, f.route[1:], f.message, f.hint, f.key) for f in checked]
    return Loaded(toolkit, tuple(sorted([*part.diagnostics, *part.diagnose(findings)])))


def _policy(declared: Mapping[str, object]) -> tuple[ScoringPolicy | None, list[Finding]]:
    """Complete a toolkit's scoring policy with the documented defaults."""
    missing = set(ScoringPolicy.model_fields) - set(declared)
    return shape(ScoringPolicy, {**(default_policy() if missing else {}), **declared})


def default_policy() -> dict[str, object]:
    """Return the sections of `frameworks/policy.yaml`."""
    path = bundled("frameworks") / "policy.yaml"
    document, _ = read_document(read_bytes(path), str(path))
    if document is None or not isinstance(document.data, dict):
        raise PathError(f"{path} is damaged", "install nlcaudit again")
    return {key: value for key, value in document.data.items() if key != "schema"}


def _fingerprint(parts: Parts) -> str:
    values = {name: part.document.data for name, part in parts.items() if isinstance(part.document, Document)}
    canonical = json.dumps(values, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
