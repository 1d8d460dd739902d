"""Files → values and diagnostics. A mistake in a file never raises; a path that cannot be opened does."""

from nlcaudit.loader.answers import LoadedEngagement, load_engagement, load_response
from nlcaudit.loader.files import Loaded, read_bytes
from nlcaudit.loader.toolkits import load_toolkit, resolve_toolkit

__all__ = [
    "Loaded", "LoadedEngagement", "load_engagement", "load_response", "load_toolkit", "read_bytes",
    "resolve_toolkit",
]  # fmt: skip
