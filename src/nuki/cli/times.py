"""Dates, times and weekdays as people write them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from .failures import CommandError, ExitStatus

if TYPE_CHECKING:
    from nuki import Weekdays

_DAY: Final = timedelta(days=1)
_UNITS: Final = {"s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800}
_AGO: Final = re.compile(r"(\d{1,6})\s*([smhdw])(\s+ago)?")
_DAYS: Final = ("mo", "tu", "we", "th", "fr", "sa", "su")
_NAMES: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_EXAMPLES: Final = "2026-12-24, 2026-12-24T15:00, today, yesterday, 2h, 3d"


def local_now() -> datetime:
    """Now, in the zone of this machine."""
    return datetime.now(UTC).astimezone()


def since(text: str) -> datetime:
    """A point in the past: ``yesterday``, ``2h``, ``2026-12-24``, ``2026-12-24T15:00``.

    Of a day, its beginning; on the clock of this machine, unless it names a zone.

    Raises:
        CommandError: It is none.
    """
    written = text.strip().lower()
    now = local_now()
    ago = _AGO.fullmatch(written)
    if ago is not None:
        return now - timedelta(seconds=int(ago[1]) * _UNITS[ago[2]])
    if written == "now":
        return now
    found = moment(text, "a point in time")
    if isinstance(found, datetime):
        return found if found.tzinfo is not None else found.astimezone()
    return datetime.combine(found, time()).astimezone()


def moment(text: str, what: str) -> datetime | date:
    """A date, alone or with a time, on a clock that is not known here unless it names a zone.

    Raises:
        CommandError: It is none.
    """
    written = text.strip()
    days = {"yesterday": -1, "today": 0, "tomorrow": 1}
    if written.lower() in days:
        return (local_now() + days[written.lower()] * _DAY).date()
    try:
        return date.fromisoformat(written)
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        raise CommandError(
            f"{text!r} is no {what.removeprefix('a ')}; write {_EXAMPLES}", ExitStatus.USAGE
        ) from None


def weekdays(text: str) -> Weekdays:
    """Days of the week: ``mo-fr``, ``mo,we,sa-su``, ``monday``.

    Raises:
        CommandError: They are none.
    """
    from nuki import Weekdays

    found: set[int] = set()
    for part in text.lower().replace(" ", "").split(","):
        first, dash, last = part.partition("-")
        begins, ends = _day(first, text), _day(last if dash else first, text)
        # fr-mo goes over the week-end
        found.update((begins + n) % 7 for n in range((ends - begins) % 7 + 1))
    members = tuple(Weekdays)
    return Weekdays(sum(int(members[number]) for number in found))


def _day(text: str, whole: str) -> int:
    for number, name in enumerate(_NAMES):
        if len(text) > 1 and name.startswith(text):
            return number
    raise CommandError(
        f"{whole!r} names no days of the week; write mo-fr, or mo,we,sa-su", ExitStatus.USAGE
    )


def weekdays_text(days: Weekdays | None) -> str | None:
    """As :func:`weekdays` reads them; ``None`` for every day."""
    if days is None:
        return None
    from nuki import Weekdays

    numbers = [number for number, member in enumerate(Weekdays) if member & days]
    parts: list[list[int]] = []
    for number in numbers:
        if parts and parts[-1][-1] == number - 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return ",".join(
        _DAYS[run[0]] if len(run) == 1 else f"{_DAYS[run[0]]}-{_DAYS[run[-1]]}" for run in parts
    )


def window(text: str) -> tuple[time, time]:
    """A part of each day: ``08:00-18:00``.

    Raises:
        CommandError: It is none.
    """
    first, _, last = text.replace(" ", "").partition("-")
    try:
        return time.fromisoformat(first), time.fromisoformat(last)
    except ValueError:
        raise CommandError(
            f"{text!r} is no part of a day; write 08:00-18:00", ExitStatus.USAGE
        ) from None
