"""The kinds of file that the program knows, and the model of each."""

from collections.abc import Mapping

from nlcaudit.engagement import EngagementFile, MappingFile, Response, Workshop
from nlcaudit.framework import Framework
from nlcaudit.framework.policy import PolicyFile
from nlcaudit.framework.toolkit import ToolkitFile
from nlcaudit.framework.vocabulary import Cases, Glossary
from nlcaudit.rules.translations import TranslationLock
from nlcaudit.shape import Strict
from nlcaudit.theme import ThemeFile

KINDS: Mapping[str, type[Strict]] = {
    "toolkit": ToolkitFile,
    "framework": Framework,
    "cases": Cases,
    "glossary": Glossary,
    "translations": TranslationLock,
    "engagement": EngagementFile,
    "response": Response,
    "workshop": Workshop,
    "mapping": MappingFile,
    "policy": PolicyFile,
    "theme": ThemeFile,
}
"""The word in `schema: nlcaudit/<kind>/1` → the model. Each has a JSON Schema in `frameworks/schemas/`."""
