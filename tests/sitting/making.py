"""Engagements to sit down in."""

from forms.making import kit
from importers.making import engagement
from importers.making import response as response_of

__all__ = ["engagement", "kit", "response"]


def response(**wanted):
    """One that has answered the first question."""
    return response_of({"trust-obstacles-named": {"rating": 1}}, group="justice", **wanted)
