"""Date-times: points in time in UTC, as both APIs write them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Final

from .errors import ValidationError

_TOO_FINE: Final = re.compile(r"[.,]\d{7}")
_USUAL_LENGTH: Final = len("2026-03-01T09:30:00.000Z")
_OFFSET_LENGTH: Final = len("2026-03-01T09:30:00+00:00")
_DATE_LENGTH: Final = len("2026-03-01")

WRITTEN_WITH_OFFSET: Final = timezone(timedelta(0), "UTC+00:00")
"""UTC, of a date-time that came as bridges write them: ``2026-03-01T09:30:00+00:00``.

It equals ``datetime.UTC`` and has another name: how the date-time came takes no memory of its own.
"""


def parse_datetime(value: Any) -> Any:
    """Decode a date-time; what is no date-time, a date alone for instance, stays what it was.

    A missing zone means UTC: emulated bridges leave it out. A fraction finer than a microsecond
    stays text, because a ``datetime`` would lose it.
    """
    if value.__class__ is not str:
        return value
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    if len(value) == _USUAL_LENGTH and value[10] == "T":
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    if len(value) <= _DATE_LENGTH or _TOO_FINE.search(value):
        return value
    if len(value) == _OFFSET_LENGTH and value[10] == "T" and value.endswith("+00:00"):
        return moment.replace(tzinfo=WRITTEN_WITH_OFFSET)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def format_datetime(value: Any) -> Any:
    """Write a date-time in UTC with at least milliseconds, ``2026-03-01T09:30:00.000Z``.

    What is no date-time stays what it was.

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


def moment_fault(value: object) -> str:
    """Why this is no point in time; empty if it is one."""
    if isinstance(value, str):
        return "must be a datetime, not text; datetime.fromisoformat() makes one of it"
    if not isinstance(value, datetime):
        return f"must be a datetime, not {type(value).__name__}"
    if value.utcoffset() is None:
        return "has no time zone; give it one, for example tzinfo=datetime.UTC"
    return ""


def as_it_came(moment: datetime) -> Any:
    """Write a date-time as :func:`format_datetime` does, or with an offset if it came with one."""
    if moment.tzname() == WRITTEN_WITH_OFFSET.tzname(None):
        return moment.isoformat()
    return format_datetime(moment)
