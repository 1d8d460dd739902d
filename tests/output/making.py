"""Diagnostics as `validate` makes them, with everything that a format may stumble over."""

from nlcaudit.diagnostics import Diagnostic

PLAIN = Diagnostic(
    "frameworks/tea.yaml", 52, 16, "NLC207", "error", "tea-boiled names the lever “garden”, which is not declared",
    "write one of: house", "        lever: garden",
)  # fmt: skip
WARNING = Diagnostic(
    "frameworks/tea.yaml", 60, 3, "NLC405", "warning", "level 2 of tea-boiled is one word", "", "  text: Always."
)
HOSTILE = Diagnostic(
    "a, b:c%\n\x1b]d.yaml", 3, 1, "NLC006", "error", "“100 %\r\n::set-env::<&>” is already a key here, on line 2",
    'keep "one" & <two>', "\tx: '<script>' \x0b",
)  # fmt: skip
BEYOND = Diagnostic("frameworks/tea.yaml", 70, 400, "NLC102", "error", "the key “x” is not known here", "", "a: 1")
SEVERAL = (HOSTILE, PLAIN, WARNING, BEYOND)
UNOPENED = ("cannot open nowhere.yaml: no such file or directory",)
