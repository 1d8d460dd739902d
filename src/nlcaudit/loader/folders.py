"""A toolkit's folder → its parts, as far as each could be read."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from nlcaudit.diagnostics import Diagnostic, Finding, Rule
from nlcaudit.framework import Framework
from nlcaudit.framework.toolkit import Member, ToolkitFile
from nlcaudit.framework.vocabulary import Cases, Glossary
from nlcaudit.loader.files import Part, Reader
from nlcaudit.rules.references import DUPLICATE_ID, MEMBER
from nlcaudit.rules.walking import CASES, GLOSSARY, TOOLKIT
from nlcaudit.sentences import Sentence
from nlcaudit.shape import Strict

FILE = "toolkit.yaml"


@dataclass
class Folder:
    """The parts of a toolkit.

    Attributes:
        head: `toolkit.yaml`.
        members: the frameworks under their ids, in the order of the toolkit.
        cases: `cases.yaml`, where there is one.
        glossary: `glossary.yaml`, where there is one.
        findings: where the parts do not agree, with routes that begin with the name of a part.
    """

    head: Part[ToolkitFile]
    members: dict[str, Part[Framework]] = field(default_factory=dict)
    cases: Part[Cases] | None = None
    glossary: Part[Glossary] | None = None
    findings: list[Finding] = field(default_factory=list)

    @property
    def parts(self) -> Iterator[tuple[str, Part[Strict]]]:
        """Every part under its name."""
        yield TOOLKIT, self.head
        yield from self.members.items()
        if self.cases is not None:
            yield CASES, self.cases
        if self.glossary is not None:
            yield GLOSSARY, self.glossary

    @property
    def frameworks(self) -> tuple[Framework, ...]:
        """The members that could be read and are what they are called."""
        return tuple(p.model for name, p in self.members.items() if p.model is not None and p.model.id == name)

    @property
    def broken(self) -> frozenset[str]:
        """The names of the parts that are missing, unreadable or called something else."""
        readable = {framework.id for framework in self.frameworks}
        declared = {member.id for member in self.head.model.members} if self.head.model else set()
        others = {name for name, part in self.parts if name in (CASES, GLOSSARY) and part.model is None}
        return frozenset(others | (declared - readable))

    def diagnose(self, findings: list[Finding]) -> list[Diagnostic]:
        """Locate findings in the parts that their routes begin with."""
        parts = dict(self.parts)
        return [d for f in findings for d in parts[str(f.route[0])].diagnose([f.inside()])]

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """What was found while reading each part."""
        return [d for _, part in self.parts for d in part.diagnostics]


def read_folder(path: Path, reader: Reader) -> Folder:
    """Read a toolkit's files; without a readable `toolkit.yaml`, every file that lies beside it."""
    folder = Folder(reader.read(path / FILE, "toolkit", ToolkitFile))
    if folder.head.model is None:
        _read_everything(folder, path, reader)
        return folder
    for index, member in enumerate(folder.head.model.members):
        _read_member(folder, path, index, member, reader)
    if (path / f"{CASES}.yaml").exists():
        folder.cases = reader.read(path / f"{CASES}.yaml", "cases", Cases)
    if (path / f"{GLOSSARY}.yaml").exists():
        folder.glossary = reader.read(path / f"{GLOSSARY}.yaml", "glossary", Glossary)
    return folder


def _read_member(folder: Folder, path: Path, index: int, member: Member, reader: Reader) -> None:
    def found(rule: Rule, message: Sentence, hint: Sentence) -> None:
        folder.findings.append(rule.at((TOOLKIT, "members", index, "id"), message, hint))

    file = path / f"{member.id}.yaml"
    if member.id in folder.members:
        found(DUPLICATE_ID, Sentence("“{id}” is a member already", id=member.id), Sentence("remove one of the two"))
    elif member.id in (TOOLKIT, CASES, GLOSSARY):
        found(MEMBER, Sentence("{file} is no framework", file=file.name), Sentence("give the framework another id"))
    elif not file.exists():
        found(
            MEMBER,
            Sentence("there is no file {file} beside it", file=file.name),
            Sentence("write the file, or remove the member"),
        )
    else:
        part = reader.read(file, "framework", Framework)
        folder.members[member.id] = part
        if part.model is not None and part.model.id != member.id:
            said = Sentence("the file {file} says “id: {id}”", file=file.name, id=part.model.id)
            folder.findings.append(MEMBER.at((member.id, "id"), said, Sentence("write “id: {id}”", id=member.id)))


def _read_everything(folder: Folder, path: Path, reader: Reader) -> None:
    for file in sorted(path.glob("*.yaml")):
        if file.name == FILE or file.name.endswith(".lock.yaml"):
            continue
        if file.stem == CASES:
            folder.cases = reader.read(file, "cases", Cases)
        elif file.stem == GLOSSARY:
            folder.glossary = reader.read(file, "glossary", Glossary)
        else:
            folder.members[file.stem] = reader.read(file, "framework", Framework)
