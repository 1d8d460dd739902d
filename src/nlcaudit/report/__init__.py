"""Scorecard → report: everything a template prints, decided, ordered, worded and cleared."""

from nlcaudit.report.building import Beside, build_report
from nlcaudit.report.material import Edition, Options
from nlcaudit.report.phrases import Phrase, Run
from nlcaudit.report.views import Bar, Dumbbell, Grid, Report

__all__ = ["Bar", "Beside", "Dumbbell", "Edition", "Grid", "Options", "Phrase", "Report", "Run", "build_report"]
