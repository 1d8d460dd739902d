"""What a result hangs on: deals of people to the sides, people and groups left out, people weighed at random."""

from nlcaudit.scoring.resampling.bootstrap import interval
from nlcaudit.scoring.resampling.deals import Seat, chances
from nlcaudit.scoring.resampling.influence import Part, Sample, sample_of
from nlcaudit.scoring.resampling.leaving_out import without_each_group, without_each_person

__all__ = [
    "Part", "Sample", "Seat", "chances", "interval", "sample_of", "without_each_group", "without_each_person",
]  # fmt: skip
