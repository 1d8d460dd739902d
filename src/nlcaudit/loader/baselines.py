"""The older version against which toolkits are checked."""

from dataclasses import dataclass, field
from pathlib import Path

from nlcaudit.diagnostics import has_errors
from nlcaudit.errors import PathError, UserError
from nlcaudit.framework import Toolkit
from nlcaudit.loader.revisions import NotThereError, is_revision, load_reference
from nlcaudit.sentences import Sentence


@dataclass
class Baseline:
    """The older versions, as they are asked for.

    Attributes:
        reference: `git:REV` stands for each toolkit's own path at that revision; anything else for one toolkit.
        compared: the toolkits that have an older version.
        unknown: the toolkits that are new since then.
    """

    reference: str
    compared: list[Path] = field(default_factory=list)
    unknown: list[Path] = field(default_factory=list)

    def before(self, path: Path) -> Toolkit | None:
        """Load the older version of the toolkit at a path; None where it is new.

        Raises:
            PathError: the older version cannot be opened or has errors.
            UserError: one older version stands for several toolkits.
        """
        each = is_revision(self.reference) and ":" not in self.reference.removeprefix("git:")
        if self.compared and not each:
            raise UserError(
                Sentence(
                    "{reference} is one toolkit; {path} is the second that is checked against it",
                    reference=self.reference,
                    path=path,
                ),
                Sentence("check one toolkit at a time, or all against a revision: --against git:REV"),
            )
        try:
            loaded = load_reference(self.reference, beside=str(path))
        except NotThereError:
            if not each:
                raise
            self.unknown.append(path)
            return None
        if loaded.value is None or has_errors(loaded.diagnostics):
            first = next(one for one in loaded.diagnostics if one.severity == "error")
            said = f"{first.path}:{first.line}: {first.code} {first.message}"
            raise PathError(
                Sentence(
                    "{reference} has errors, so nothing can be checked against it: {said}",
                    reference=self.reference,
                    said=said,
                )
            )
        self.compared.append(path)
        return loaded.value

    def finish(self) -> None:
        """End the check.

        Raises:
            UserError: no toolkit was checked against anything.
        """
        if not self.compared and not self.unknown:
            raise UserError(Sentence("no path is a toolkit, so there is nothing to check against an older version"),
                            Sentence("name a toolkit's folder or a framework's file"))  # fmt: skip
