"""How far two judges agree beyond chance."""

from collections import Counter
from collections.abc import Iterable
from math import sqrt

from digitroops.engines.measure.figure import Figure

_Z = 1.959964
_FEWEST = 5


def agreement(pairs: Iterable[tuple[str, str]]) -> Figure:
    """Cohen's kappa of the first and the second judge's decisions, with its 95 % interval.

    None below five pairs, and where chance alone would always agree (every decision the same). Formula: Cohen
    1960, A coefficient of agreement for nominal scales; standard error sqrt(p0 (1 - p0) / n) / (1 - pe).
    """
    judged = list(pairs)
    count = len(judged)
    if count < _FEWEST:
        return Figure("agreement", None)
    same = sum(first == second for first, second in judged) / count
    firsts, seconds = (Counter(pair[seat] for pair in judged) for seat in (0, 1))
    chance = sum(firsts[name] * seconds[name] for name in firsts) / count**2
    if chance == 1:
        return Figure("agreement", None)
    value = (same - chance) / (1 - chance)
    error = _Z * sqrt(same * (1 - same) / count) / (1 - chance)
    return Figure("agreement", value, max(-1.0, value - error), min(1.0, value + error))
