"""How firmly the first steps stand: tried out on our choices, on who was in the room, on what nobody answered.

After OECD/JRC, *Handbook on Constructing Composite Indicators* (2008), step 7 (uncertainty and sensitivity). The shares
are rank acceptabilities in the sense of R. Lahdelma, J. Hokkanen and P. Salminen, *SMAA - stochastic multiobjective
acceptability analysis* (1998), for the first few ranks: shares of variations, not probabilities.
"""

from nlcaudit.scoring.firmness.trying import firmness_of

__all__ = ["firmness_of"]
