"""How far people agree: distances in levels, chance-corrected coefficients, and the spread of single questions."""

from nlcaudit.scoring.agreement.alpha import METRICS, Metric, krippendorff
from nlcaudit.scoring.agreement.deviation import average_deviation, cliffs_delta
from nlcaudit.scoring.agreement.distances import Distances, between, distances, within
from nlcaudit.scoring.agreement.gwet import WEIGHTS, Weighting, gwet
from nlcaudit.scoring.agreement.jackknife import standard_error
from nlcaudit.scoring.agreement.units import Coefficient, Unit, units_of

__all__ = [
    "METRICS", "WEIGHTS", "Coefficient", "Distances", "Metric", "Unit", "Weighting", "average_deviation", "between",
    "cliffs_delta", "distances", "gwet", "krippendorff", "standard_error", "units_of", "within",
]  # fmt: skip
