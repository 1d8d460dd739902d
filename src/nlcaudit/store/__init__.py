"""Keeping answers: canonical YAML, saved so that no confirmed answer is lost, by one process at a time."""

from nlcaudit.store.canonical import render_response, render_workshop
from nlcaudit.store.locking import locked
from nlcaudit.store.modelines import SCHEMAS, modeline
from nlcaudit.store.pseudonyms import new_pseudonym
from nlcaudit.store.saving import Kept, save_durably

__all__ = [
    "SCHEMAS",
    "Kept",
    "locked",
    "modeline",
    "new_pseudonym",
    "render_response",
    "render_workshop",
    "save_durably",
]
