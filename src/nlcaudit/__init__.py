"""Diagnose national-local cooperation in preventing hate, extremism and polarisation."""

__version__ = "0.1.0"
