"""Date-times: points in time in UTC, as both APIs write them."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from .errors import ValidationError

_TOO_FINE = re.compile(r"[.,]\d{7}")
_USUAL_LENGTH = len("2026-03-01T09:30:00.000Z")


def instant(value: Any) -> Any:
    """Decode a date-time; what is no date-time stays what it was.

    A missing zone means UTC: emulated bridges leave it out. A fraction finer than a microsecond
    stays text, because a ``datetime`` would lose it.
    """
    if value.__class__ is not str:
        return value
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    if (len(value) != _USUAL_LENGTH or value[10] != "T") and _TOO_FINE.search(value):
        return value
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def rfc3339(value: Any) -> Any:
    """Write a date-time in UTC with at least milliseconds, ``2026-03-01T09:30:00.000Z``.

    Raises:
        ValidationError: The date-time has no time zone, so it names no point in time.
    """
    if value.__class__ is not datetime:
        return value
    offset = value.utcoffset()
    if offset is None:
        message = f"{value!r} has no time zone; give it one, for example tzinfo=datetime.UTC"
        raise ValidationError(message)
    try:
        moment = (value - offset).replace(tzinfo=None) if offset else value.replace(tzinfo=None)
    except OverflowError:
        return value.isoformat()
    digits = "microseconds" if moment.microsecond % 1000 else "milliseconds"
    return moment.isoformat(timespec=digits) + "Z"
