"""Bytes of a text file → text. What is no UTF says so by its bytes; only Windows-1252 is taken on trust, and told."""

import codecs

from nlcaudit.sentences import Sentence

UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
CALLED = {"utf-8": "UTF-8", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "cp1252": "Windows-1252"}
SAMPLE = 4096
MOSTLY = 0.3
"""In a text of western letters as UTF-16, nearly half of all bytes are 0; in any other encoding none is."""


class UnreadableError(Exception):
    """A file that is no text in an encoding known here.

    Attributes:
        message: what is wrong.
        hint: what to do.
    """

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def decode(raw: bytes, encoding: str | None = None) -> tuple[str, str]:
    """Return the text and the name of its encoding.

    Args:
        raw: the file.
        encoding: the user's word for it, as Python names encodings.

    Raises:
        UnreadableError: it is not in that encoding, or in none that can be told from its bytes.
    """
    name = encoding or _recognised(raw)
    try:
        text = raw.decode(name)
    except LookupError:
        raise UnreadableError(
            Sentence("there is no encoding “{name}”", name=name), Sentence("write utf-8, utf-16, cp1252, …")
        ) from None
    except UnicodeDecodeError as error:
        said = Sentence("byte {found} is not {encoding}", found=error.start + 1, encoding=CALLED.get(name, name))
        raise UnreadableError(
            said, Sentence("save the file again as UTF-8, or name its encoding: --encoding NAME")
        ) from None
    return text.removeprefix("\ufeff"), CALLED.get(name, name)


def _recognised(raw: bytes) -> str:
    for mark, name in UTF_16.items():
        if raw.startswith(mark):
            return name
    sample = raw[:SAMPLE]
    for name, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if zeros.count(0) > MOSTLY * len(sample):
            return name
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
