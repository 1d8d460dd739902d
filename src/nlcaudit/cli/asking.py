"""What `nlcaudit score` is asked about single numbers."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nlcaudit.engagement import Engagement
    from nlcaudit.framework import Toolkit


@dataclass(frozen=True)
class Asked:
    """An engagement, and how answers about it are printed."""

    toolkit: "Toolkit"
    engagement: "Engagement"
    protect: bool
    as_json: bool
    language: str

    def explanation(self, wanted: str) -> str:
        """Return how a number is made: the terms of a mean, or what goes into another figure."""
        from nlcaudit.messages import Messages
        from nlcaudit.results.derivations import derivation_json, derive, render_derivation
        from nlcaudit.results.scorecards import explanation_json, render_explanation
        from nlcaudit.scoring import score
        from nlcaudit.scoring.explaining import FIELDS, explain

        node, _, figure = wanted.partition("/")
        found = None
        if not figure or figure in FIELDS:
            found = explain(self.toolkit, self.engagement, wanted, protect=self.protect)
            if figure in {"lowest", "highest"} and found.measure.state == "withheld":
                wanted, found = f"{node}/bounds", None  # what is printed instead
        if found is None:
            card = score(self.toolkit, self.engagement, protect=self.protect)
            made = derive(card, self.toolkit, wanted)
            return derivation_json(made) if self.as_json else render_derivation(made, self.language)
        say = Messages("score", self.language)
        return explanation_json(found, self.toolkit) if self.as_json else render_explanation(found, say)

    def contrast(self, ends: tuple[str, str]) -> str:
        """Return two sides or groups side by side."""
        from nlcaudit.results.contrasts import contrast_json, render_contrast
        from nlcaudit.scoring.contrasts import contrast

        found = contrast(self.toolkit, self.engagement, *ends, protect=self.protect)
        return contrast_json(found) if self.as_json else render_contrast(found, self.toolkit, self.language)
