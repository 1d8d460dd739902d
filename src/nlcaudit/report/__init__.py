"""Scorecard → report: everything a template prints, decided, ordered, worded and cleared."""

from nlcaudit.report.building import Beside, build_report
from nlcaudit.report.material import Edition, Options
from nlcaudit.report.phrases import Phrase, Run
from nlcaudit.report.shapes import Bar, Dumbbell, Grid, Radar, Strip
from nlcaudit.report.views import Report

__all__ = [
    "Bar", "Beside", "Dumbbell", "Edition", "Grid", "Options", "Phrase", "Radar", "Report", "Run", "Strip",
    "build_report",
]  # fmt: skip
