"""The commands: each parses, calls one function, prints and returns an exit code."""

from nlcaudit.cli.app import main

__all__ = ["main"]
