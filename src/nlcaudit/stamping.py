"""Remember from which source texts a toolkit's translations were made."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from nlcaudit.bundled import came_installed
from nlcaudit.diagnostics import Diagnostic, did_you_mean
from nlcaudit.errors import UserError
from nlcaudit.loader import resolve_toolkit
from nlcaudit.loader.locks import LOCK, read_lock
from nlcaudit.loader.toolkits import load_draft
from nlcaudit.rules.translations import Stamps, stamp, translations
from nlcaudit.sentences import Sentence
from nlcaudit.store import save_durably

HEADER = """\
# Written by `nlcaudit frameworks stamp`, read by `nlcaudit validate`: for each text and language, a fingerprint of the
# source text from which it was translated. When the source changes, the translation is called stale.
schema: nlcaudit/translations/1
stamps:
"""
READABLE_BY_ALL = 0o644


@dataclass(frozen=True)
class Stamped:
    """What came of stamping.

    Attributes:
        path: of the lock; None when the toolkit could not be read.
        texts: how many translations carry a stamp now.
        stale: names of the texts that still wait for their translation.
        diagnostics: what is wrong with the toolkit or the lock.
    """

    path: Path | None
    texts: int
    stale: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


def stamp_toolkit(reference: str, renewed: Iterable[str] = (), *, everything: bool = False) -> Stamped:
    """Write the lock of a toolkit's folder.

    Args:
        reference: the folder, or a file in it.
        renewed: names of stale texts whose translation has been corrected.
        everything: all translations have been checked.

    Raises:
        UserError: a name in `renewed` is not that of a translated text, the toolkit is a single file, or it belongs to
            the installed program.
        PathError: the folder cannot be read or written.
    """
    folder = resolve_toolkit(reference)
    if not folder.is_dir():
        raise UserError(
            Sentence("{folder} is not a toolkit's folder", folder=folder),
            Sentence("stamps are kept beside a toolkit.yaml"),
        )
    refuse_installed([folder])
    draft, found = load_draft(folder)
    lock = read_lock(folder)
    found += lock.diagnostics if lock else ()
    if draft is None or not draft.usable or (lock is not None and lock.model is None):
        return Stamped(None, 0, (), found)
    names = {name for name, *_ in translations(draft)}
    for name in renewed:
        if name not in names:
            raise UserError(Sentence("there is no translated text “{name}”", name=name), did_you_mean(name, names))
    known: Stamps = lock.model.stamps if lock and lock.model else {}
    made = stamp(draft, known, frozenset(renewed), everything=everything)
    save_durably(folder / LOCK, render_lock(made), READABLE_BY_ALL)
    stale = tuple(n for n, _, language, now in translations(draft) if made[n][language] != now)
    return Stamped(folder / LOCK, sum(map(len, made.values())), stale, found)


def refuse_installed(paths: Iterable[Path]) -> None:
    """Keep off the toolkits that came with an installed program.

    Raises:
        UserError: one of the files is one of them.
    """
    inside = next((path for path in paths if came_installed(path)), None)
    if inside is not None:
        folder = inside if inside.is_dir() else inside.parent
        raise UserError(
            Sentence("{folder} came with the program: the next update would undo the change", folder=folder),
            Sentence("copy the folder to a place of your own, and name that one"),
        )


def render_lock(stamps: Stamps) -> str:
    """Return the lock's text: one line a text, in the order of the toolkit."""
    return HEADER + "".join(f"  {name}: {{{_languages(stamps[name])}}}\n" for name in stamps)


def _languages(by_language: Mapping[str, str]) -> str:
    return ", ".join(f'{language}: "{known}"' for language, known in sorted(by_language.items()))
