"""Pseudonyms that a person can read out, write down and type."""

import secrets
from collections.abc import Container

LETTERS = "bcdfgjkmnpqrtvwxz"
DIGITS = "234579"
"""No vowels: no words arise. No 0, 1, l: nothing is mistaken. No h, s, 6, 8: no sign of a hate group, no joke."""


def new_pseudonym(taken: Container[str] = ()) -> str:
    """Draw a pseudonym that is not taken, such as `mk-5927`; it says nothing about the person."""
    while True:
        drawn = "".join(secrets.choice(LETTERS) for _ in range(2)) + "-"
        drawn += "".join(secrets.choice(DIGITS) for _ in range(4))
        if drawn not in taken:
            return drawn
