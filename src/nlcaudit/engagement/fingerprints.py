"""Fingerprints of texts and answers: by them something is known again without being kept."""

import hashlib
import json

from nlcaudit.engagement.answers import Response


def content_of(response: Response) -> str:
    """The fingerprint of what a response says: its group and its answers."""
    answers = {
        question: answer.model_dump(exclude_defaults=True) for question, answer in sorted(response.answers.items())
    }
    said = {"group": response.group, "voice": response.voice, "answers": answers}
    return fingerprint("response", json.dumps(said, default=str, sort_keys=True))


def fingerprint(kind: str, *parts: str) -> str:
    """The sha256 of some texts, as 64 hexadecimal digits."""
    return hashlib.sha256("\x1f".join(("nlcaudit", kind, *parts)).encode("utf-8", "surrogatepass")).hexdigest()
