"""How old evidence may be."""

from datetime import date

from nlcaudit.engagement.answers import EvidenceRecord
from nlcaudit.framework.toolkit import Toolkit

MONTHS_A_YEAR = 12


def is_old(record: EvidenceRecord, today: date | None, toolkit: Toolkit) -> bool:
    """Tell whether a piece of evidence is older than the toolkit's limit on a day; what has no date is not."""
    months = toolkit.policy.evidence.months
    if record.date is None or today is None or months is None:
        return False
    age = (today.year - record.date.year) * MONTHS_A_YEAR + today.month - record.date.month
    return age - (today.day < record.date.day) >= months
