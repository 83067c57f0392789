"""Ratios of what is measured in turns, taken until it is clear where they lie."""

import statistics
from collections.abc import Callable, Mapping
from math import ceil, sqrt

LEAST, MOST = 21, 151
NARROW = 0.02  # of the median

Seconds = Callable[[], float]


def interval(ratios: list[float]) -> tuple[float, float]:
    """Between which values the median lies, with a certainty of about 95 in 100."""
    ordered, count = sorted(ratios), len(ratios)
    beside = ceil(sqrt(count))  # twice the standard deviation of how many lie below the median
    return ordered[max((count - beside) // 2, 0)], ordered[min((count + beside) // 2, count - 1)]


def is_clear(ratios: list[float]) -> bool:
    """Whether that is a narrow band."""
    low, high = interval(ratios)
    return high - low <= NARROW * statistics.median(ratios)


def ratios_of(pairs: Mapping[str, tuple[Seconds, Seconds]]) -> dict[str, list[float]]:
    """Of each pair the second to the first, round by round.

    A machine that slows down for a while slows down both of a pair. Of what is clear, no more
    rounds are taken.
    """
    found: dict[str, list[float]] = {}
    for name, (theirs, ours) in pairs.items():
        theirs(), ours()  # imports and caches
        found[name] = []
    for number in range(MOST):
        waiting = [name for name in pairs if number < LEAST or not is_clear(found[name])]
        if not waiting:
            break
        for name in waiting:
            theirs, ours = pairs[name]
            base = theirs()
            found[name].append(ours() / base)
    return found
