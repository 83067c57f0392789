"""Date-times: points in time in UTC, as both APIs write them."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from functools import lru_cache
from typing import Any, Final

from .errors import ValidationError

_FORM: Final = re.compile(
    r"\d{4}-\d\d-\d\d([T ])(?!24)\d\d:\d\d(:\d\d)?(?:([.,])(\d{1,6}))?(Z|z|[+-]\d\d:\d\d)?",
    re.ASCII,
)
_NO_SECONDS: Final = 9
_read: Final = datetime.fromisoformat
_WHOLE: Final = len("2026-03-01T09:30:00")
_MARK: Final = "UTC, written as "
_MARKED: Final = re.compile(re.escape(_MARK) + r"(.)(\d)([.,-])(\S*)")


def parse_datetime(value: Any) -> Any:
    """Decode a date-time; what is no date-time, a date alone for instance, stays what it was.

    A missing zone means UTC: emulated bridges leave it out. A fraction finer than a microsecond
    stays text, because a ``datetime`` would lose it, and so does a week date and the like. How a
    date-time was spelled is remembered in the name of its zone, which all that are spelled alike
    share: :func:`as_it_came` writes the same text.
    """
    try:
        moment = _read(value)
    except (TypeError, ValueError):
        return value
    # Almost all that come look like 2026-03-01T09:30:00.000Z. From Python 3.14 on, 24 is midnight
    # of the next day; few come from midnight, so others are not looked at twice.
    if value[4:20:3] == "--T::." and value[23:] == "Z" and (moment.hour or value[11:13] == "00"):
        return moment
    form = _FORM.fullmatch(value)
    if form is None:
        return value
    between, seconds, point, digits, zone = form.groups("")
    length = len(digits) if seconds else _NO_SECONDS
    offset = moment.utcoffset() or timedelta(0)
    return moment.replace(tzinfo=_written(offset, between, length, point, zone))


@lru_cache(256)
def _written(offset: timedelta, between: str, digits: int, point: str, zone: str) -> timezone:
    """A zone whose name says how a date-time was spelled."""
    return timezone(offset, f"{_MARK}{between}{digits}{point or '-'}{zone}")


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
    """Write a date-time in the spelling in which it came, others as :func:`format_datetime` does.

    A date-time that was moved to where its spelling cannot follow, by milliseconds for instance, is
    written as others are.
    """
    marked = _MARKED.fullmatch(moment.tzname() or "")
    if marked is None:
        return format_datetime(moment)
    between, digits, point, zone = marked.groups()
    length = int(digits)
    text = moment.replace(tzinfo=None).isoformat(between, "microseconds")
    whole, fraction = text[:_WHOLE], text[_WHOLE + 1 :]
    if length == _NO_SECONDS:
        return format_datetime(moment) if whole[-2:] != "00" or int(fraction) else whole[:-3] + zone
    if int(fraction[length:] or 0):
        return format_datetime(moment)
    return f"{whole}{point if length else ''}{fraction[:length]}{zone}"
