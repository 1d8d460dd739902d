"""The right to be forgotten: everything of a respondent, or of an engagement whose time is over, leaves its folder."""

from nlcaudit.forgetting.purging import engagements_over, purge
from nlcaudit.forgetting.removing import Forgotten
from nlcaudit.forgetting.reports import Wish
from nlcaudit.forgetting.withdrawing import traces_of, withdraw, withdrew_before

__all__ = ["Forgotten", "Wish", "engagements_over", "purge", "traces_of", "withdraw", "withdrew_before"]
