"""Keeping answers: canonical YAML, saved so that no confirmed answer is lost, by one process at a time."""

from nlcaudit.store.canonical import render_response
from nlcaudit.store.locking import locked
from nlcaudit.store.modelines import SCHEMAS, modeline
from nlcaudit.store.pseudonyms import new_pseudonym
from nlcaudit.store.saving import Kept, save_durably

__all__ = ["SCHEMAS", "Kept", "locked", "modeline", "new_pseudonym", "render_response", "save_durably"]
