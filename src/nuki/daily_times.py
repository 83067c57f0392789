"""Times of day: the API counts minutes since midnight (Key API Concepts, "allowedFromTime").

In which zone they count is not documented: the device's is likely, so try it before relying on it.
"""

from __future__ import annotations

from datetime import time

from nuki_core.errors import ValidationError

_MINUTES_PER_HOUR = 60
_MINUTES_PER_DAY = 24 * _MINUTES_PER_HOUR


def minutes_since_midnight(moment: time) -> int:
    """``time(9, 0)`` is 540, ``time(17, 0)`` is 1020.

    Raises:
        ValidationError: It has seconds, which the API cannot express, or a time zone.
    """
    if moment.second or moment.microsecond:
        raise ValidationError(f"{moment} has seconds; the API counts whole minutes")
    if moment.tzinfo is not None:
        raise ValidationError(f"{moment} has a time zone; the API takes the time on the clock")
    return moment.hour * _MINUTES_PER_HOUR + moment.minute


def time_of_day(minutes: int) -> time:
    """540 is ``time(9, 0)``.

    Raises:
        ValidationError: It is not between 0 and 1439.
    """
    if not 0 <= minutes < _MINUTES_PER_DAY:
        raise ValidationError(f"{minutes} minutes since midnight are no time of day (0 to 1439)")
    return time(*divmod(minutes, _MINUTES_PER_HOUR))
