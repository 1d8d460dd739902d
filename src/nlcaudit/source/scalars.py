"""Plain scalars by the core schema of YAML 1.2 (specification 1.2.2, section 10.3.2)."""

import re

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
INTEGER = re.compile(r"[-+]?[0-9]{1,40}\Z")
OCTAL = re.compile(r"0o[0-7]{1,18}\Z")
HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]{1,15}\Z")
FLOAT = re.compile(r"[-+]?(\.[0-9]{1,40}|[0-9]{1,40}(\.[0-9]{0,40})?)([eE][-+]?[0-9]{1,2})?\Z")


def resolve(plain: str) -> object:
    """Return the value of a plain (unquoted) scalar.

    Infinity, not-a-number and numbers too long to mean one stay text: no field of ours can hold them.
    """
    if plain in NULLS:
        return None
    if plain in BOOLEANS:
        return BOOLEANS[plain]
    if plain[0] not in "0123456789+-.":
        return plain
    if INTEGER.match(plain):
        return int(plain)
    if OCTAL.match(plain):
        return int(plain, 0)
    if HEXADECIMAL.match(plain):
        return int(plain, 0)
    if FLOAT.match(plain):
        return float(plain)
    return plain
