"""Rules about reading a file at all (NLC0xx)."""

from nlcaudit.diagnostics import Rule

ENCODING = Rule("NLC001", "not-utf-8", "error", """
The file is not text in UTF-8.

Framework and answer files are read on every kind of machine; only UTF-8 means the same everywhere.
Save the file again with the encoding “UTF-8” (in Excel: “CSV UTF-8”; in Notepad: “UTF-8”).
""")  # fmt: skip
EMPTY = Rule("NLC002", "empty-file", "error", """
The file holds nothing.

An empty file cannot be told from one that was cut off while it was written.
Write the content, or delete the file.
""")  # fmt: skip
TOO_LARGE = Rule("NLC003", "too-large", "error", """
The file is larger, deeper or richer in aliases than any real one.

Files come from other people. A limit on size, depth, values and aliases keeps one file from stopping the machine.
Split a framework into several files of a toolkit; write repeated parts out instead of using aliases.
""")  # fmt: skip
CONTROL_CHARACTER = Rule("NLC004", "control-character", "error", """
The text contains a character that YAML does not allow.

Control characters (a NUL, an escape) are invisible and usually come from a copy or from a binary file.
Delete the character at the place named; if the file is not text at all, choose the right file.
""")  # fmt: skip
SYNTAX = Rule("NLC005", "syntax", "error", """
The text is not YAML.

Nothing after this place can be read. The message says what was met and the hint what usually causes it: a text that
contains “: ” or begins with a special character and has no quotes, a quote that is not closed, a line indented
differently from its neighbours.
""")  # fmt: skip
DUPLICATE_KEY = Rule("NLC006", "duplicate-key", "error", """
A key is written twice in the same mapping.

YAML forbids it, most programs silently keep the last one, and then the first text is lost.
Keep one of the two, or rename one.
""")  # fmt: skip
TAB = Rule("NLC007", "tab", "error", """
A tab separates where YAML wants spaces.

Parsers differ in what they make of a tab, so the same file would be read here and refused there.
Replace the tab with spaces (most editors: “convert indentation to spaces”).
""")  # fmt: skip
TAG = Rule("NLC008", "tag", "error", """
A YAML tag such as `!!python/object` is used.

Tags change the type of a value behind the reader's back, and some run code elsewhere. No field here needs one.
Remove the tag; put quotes around a value that must be text.
""")  # fmt: skip
SEVERAL_DOCUMENTS = Rule("NLC009", "several-documents", "error", """
The file holds more than one YAML document.

A line `---` begins a second document; only one can be meant.
Put each into a file of its own.
""")  # fmt: skip
COMPLEX_KEY = Rule("NLC010", "complex-key", "error", """
A key is not a plain word.

Keys are ids and field names. A list, a mapping or nothing at all as a key is always a slip.
Write the key as a word, followed by a colon and a space. In braces, a text that contains a comma falls apart into such
keys: put quotes around it.
""")  # fmt: skip
NOT_A_MAPPING = Rule("NLC011", "not-a-mapping", "error", """
The file does not consist of keys and values.

Every nlcaudit file begins with `schema: nlcaudit/…` and other keys at the left margin.
""")  # fmt: skip
UNKNOWN_ALIAS = Rule("NLC012", "unknown-alias", "error", """
An alias `*name` has no anchor `&name` before it, or stands inside it.

Write the value out, or put the anchor at its first use.
""")  # fmt: skip

RULES = (
    ENCODING, EMPTY, TOO_LARGE, CONTROL_CHARACTER, SYNTAX, DUPLICATE_KEY, TAB, TAG, SEVERAL_DOCUMENTS,
    COMPLEX_KEY, NOT_A_MAPPING, UNKNOWN_ALIAS,
)  # fmt: skip
