"""Blank questionnaires for respondents: what stands on them, and the formats they come in."""

from nlcaudit.forms.building import Wish, build_form
from nlcaudit.forms.formats import FORMATS, Format
from nlcaudit.forms.views import Form

__all__ = ["FORMATS", "Form", "Format", "Wish", "build_form"]
