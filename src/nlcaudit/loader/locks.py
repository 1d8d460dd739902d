"""`translations.lock.yaml`: from which source texts the translations of a toolkit were made."""

from pathlib import Path

from nlcaudit.loader.files import Part, read_part
from nlcaudit.rules.translations import TranslationLock

LOCK = "translations.lock.yaml"


def read_lock(folder: Path) -> Part[TranslationLock] | None:
    """Read the lock beside a `toolkit.yaml`, where there is one."""
    path = folder / LOCK
    return read_part(path, "translations", TranslationLock) if path.exists() else None
