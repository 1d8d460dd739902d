"""Diagnostics → text, for people and for programs; one module for each format, each from values to a string."""

from nlcaudit.output.github import render_github
from nlcaudit.output.json_document import render_json
from nlcaudit.output.junit import render_junit
from nlcaudit.output.places import seen_from
from nlcaudit.output.sarif import render_sarif
from nlcaudit.output.text import SEVERITIES, printable, render_briefly, render_doc, render_text, summary_line

__all__ = [
    "SEVERITIES", "printable", "render_briefly", "render_doc", "render_github", "render_json", "render_junit",
    "render_sarif", "render_text", "seen_from", "summary_line",
]  # fmt: skip
