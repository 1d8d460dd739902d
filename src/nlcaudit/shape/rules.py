"""Rules about what a value must be (NLC10x)."""

from nlcaudit.diagnostics import Rule

MISSING = Rule("NLC101", "missing-key", "error", """
A key that must be there is not.

Write the key and its value in the mapping that begins at the place named.
`nlcaudit frameworks show` prints a complete question to copy from.
""")  # fmt: skip
UNKNOWN_KEY = Rule("NLC102", "unknown-key", "error", """
A key has no meaning here.

Nothing is ignored silently: an unknown key is nearly always a misspelt one, and its text would be lost.
Correct the key or remove it; use a comment (`# …`) for a remark.
""")  # fmt: skip
WRONG_TYPE = Rule("NLC103", "wrong-type", "error", """
A value is of another kind than the key wants.

A number where a text belongs needs quotes (`version: "1.10"`); a single value where a list belongs needs `- ` or
brackets; a text where a mapping belongs needs the keys of that mapping.
""")  # fmt: skip
NOT_ONE_OF = Rule("NLC104", "not-one-of", "error", """
A value is none of the words that are allowed here.

The message lists the words or names the closest one.
""")  # fmt: skip
BAD_FORM = Rule("NLC105", "bad-form", "error", """
A text does not have the form that it must have.

Ids are kebab-case (small letters, digits, single hyphens); languages are tags such as `en` or `fr-CA`; a text holds at
least one visible character.
""")  # fmt: skip
WRONG_COUNT = Rule("NLC106", "wrong-count", "error", """
A list or a text is too short or too long.

The message says how many there must be at least or at most.
""")  # fmt: skip
OUT_OF_RANGE = Rule("NLC107", "out-of-range", "error", """
A number lies outside the range of its key.

The message gives the limit.
""")  # fmt: skip
BAD_VALUE = Rule("NLC108", "bad-value", "error", """
A value cannot be read as what it stands for.

Dates are written 2026-11-30; exact numbers 2, 0.5 or "2/3".
""")  # fmt: skip

RULES = (MISSING, UNKNOWN_KEY, WRONG_TYPE, NOT_ONE_OF, BAD_FORM, WRONG_COUNT, OUT_OF_RANGE, BAD_VALUE)
