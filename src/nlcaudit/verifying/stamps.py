"""The stamp of a report, found in a file of any format."""

import re
from collections.abc import Callable, Mapping
from html import unescape
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from nlcaudit.provenance import MARK, Provenance, parse_stamp

LINE = re.compile(rf"{re.escape(MARK)}(?: [a-z0-9_]+=[^\s<>\"()]+)+")
PROPERTIES = "docProps/core.xml"
LARGEST = 1_000_000
"""Bytes that the properties of a document may have once they are unpacked."""


def read_stamp(name: str, content: bytes) -> Provenance | None:
    """Find and read the stamp.

    Args:
        name: of the format, as in the ending of the file.
        content: the file.

    Returns:
        What the report says that it was made from; None where it says nothing that this version can read.
    """
    match = LINE.search(unescape(READERS[name](content)))
    return parse_stamp(match[0]) if match else None


def _text(content: bytes) -> str:
    return content.decode("utf-8", "replace")


def _latin(content: bytes) -> str:
    return content.decode("latin-1")


def _packed(content: bytes) -> str:
    try:
        with ZipFile(BytesIO(content)) as archive, archive.open(PROPERTIES) as properties:
            return _text(properties.read(LARGEST))
    except (BadZipFile, KeyError, OSError, NotImplementedError):
        return ""


READERS: Mapping[str, Callable[[bytes], str]] = {
    "html": _text, "md": _text, "json": _text, "pdf": _latin, "docx": _packed, "xlsx": _packed,
}  # fmt: skip
