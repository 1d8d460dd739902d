"""Word and Excel files are archives that remember when they were made; here they forget."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

THEN = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that an archive can hold."""
DAY = b"1980-01-01T00:00:00Z"
PROPERTIES = "docProps/core.xml"
MOMENT = re.compile(rb"(<dcterms:(?:created|modified)\b[^>]*>)[^<]*")


def rewritten(archive: bytes) -> bytes:
    """Return the same archive with the entries in their order and without their times."""
    buffer = BytesIO()
    with ZipFile(BytesIO(archive)) as old, ZipFile(buffer, "w") as new:
        for name in old.namelist():
            entry = ZipInfo(name, THEN)
            entry.compress_type = ZIP_DEFLATED
            new.writestr(entry, MOMENT.sub(rb"\g<1>" + DAY, old.read(name)) if name == PROPERTIES else old.read(name))
    return buffer.getvalue()
