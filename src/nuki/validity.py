"""When an authorization lets somebody in: dates and times as people say them, and as the API does.

The Web API takes the two ends of the period in UTC, and the daily window in minutes since midnight,
which the lock compares with its own clock.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING, Any, Final, Protocol, Self, TypedDict

import attrs

from nuki_core.errors import ValidationError
from nuki_core.json import is_integer
from nuki_core.unset import UNSET
from nuki_generated.web import Weekdays

from .daily_times import minutes_since_midnight, time_of_day

if TYPE_CHECKING:
    from collections.abc import Callable

_DAY: Final = timedelta(days=1)
_WEEK: Final = tuple(Weekdays)  # Monday first, as date.weekday() counts
_EVERY_DAY: Final = Weekdays(sum(_WEEK))
_WHOLE_DAY: Final = 24 * 60


class Limits(TypedDict):
    """The five fields of an authorization, by the names they have in its models."""

    allowed_from_date: datetime | None
    allowed_until_date: datetime | None
    allowed_week_days: Weekdays | None
    allowed_from_time: int | None
    allowed_until_time: int | None


class Limited(Protocol):
    """An authorization, or anything else that has these fields."""

    allowed_from_date: Any
    allowed_until_date: Any
    allowed_week_days: Any
    allowed_from_time: Any
    allowed_until_time: Any


def _weekdays(value: Weekdays | None) -> Weekdays | None:
    return None if value == _EVERY_DAY else value


def _a(*kinds: type) -> Callable[[object, Any, object], None]:
    """What refuses values of other types, and days beside which there is no other."""

    def check(_validity: object, field: Any, value: object) -> None:
        if value is not None and not isinstance(value, kinds):
            names = " or a ".join(kind.__name__ for kind in kinds)
            raise ValidationError(f"{field.name} takes a {names}, not a {type(value).__name__}")
        if not isinstance(value, date) or getattr(value, "tzinfo", None) is not None:
            return
        if not date.min.year < value.year < date.max.year:
            raise ValidationError(f"{field.name} is {value}; leave it out if it is no limit")

    return check


@attrs.frozen
class Validity:
    """A period, and days and hours within it: ``Validity(start, end, from_time=time(15))``.

    ``start`` and ``end`` are points in time with a zone; or dates and times on the clock in
    ``zone``; or dates alone, of which the last day counts as a whole. A time that the clock skips
    in spring means the moment of the change; of one that it shows twice in autumn, a start is the
    first and an end the second. ``weekdays`` are the days on which it is valid; ``from_time`` and
    ``until_time`` bound each of them, in whole minutes on the lock's clock. Whatever is left out
    limits nothing. Without ``zone``, that of the lock is used once it is known.

    Raises:
        ValidationError: The parts contradict each other, so that it would never be valid, or the
            API cannot express them.
    """

    start: datetime | date | None = attrs.field(default=None, validator=_a(datetime, date))
    end: datetime | date | None = attrs.field(default=None, validator=_a(datetime, date))
    weekdays: Weekdays | None = attrs.field(default=None, converter=_weekdays)
    from_time: time | None = attrs.field(default=None, validator=_a(time))
    until_time: time | None = attrs.field(default=None, validator=_a(time))
    zone: tzinfo | None = attrs.field(default=None, validator=_a(tzinfo))

    def __attrs_post_init__(self) -> None:
        """Refuse contradictions."""
        if (self.from_time is None) != (self.until_time is None):
            raise ValidationError("a daily window needs both from_time and until_time")
        if self.weekdays is not None and not (self.weekdays & _EVERY_DAY):
            raise ValidationError("weekdays names no day; leave it out for every day")
        if self.from_time is not None and self.until_time is not None:
            begins, ends = map(minutes_since_midnight, (self.from_time, self.until_time))
            if begins >= ends:
                raise ValidationError(
                    f"from_time {self.from_time:%H:%M} is not before until_time "
                    f"{self.until_time:%H:%M}; a window ends on the day on which it begins, at "
                    "23:59 at the latest"
                )
        if self._needs_zone:
            starts, ends_at = _on_the_clock(self.start), _on_the_clock(self.end, is_end=True)
        else:
            starts, ends_at = self.starts, self.ends
        if starts is None or ends_at is None:
            return
        if starts >= ends_at:
            raise ValidationError(
                f"it ends at {self.end}, which is not after its start {self.start}"
            )
        if not self._occurs(starts, ends_at):
            raise ValidationError(
                f"between {self.start} and {self.end} there is none of these weekdays and hours"
            )

    @property
    def starts(self) -> datetime | None:
        """The first moment in UTC; ``None`` if it has always begun."""
        if isinstance(self.start, datetime):
            return self._instant(self.start, is_end=False)
        return None if self.start is None else self._instant(_midnight(self.start), is_end=False)

    @property
    def ends(self) -> datetime | None:
        """The moment in UTC at which it is over; ``None`` if it never is."""
        if isinstance(self.end, datetime):
            return self._instant(self.end, is_end=True)
        # The day begins once, so the next day's beginning is looked for as a start is.
        return None if self.end is None else self._instant(_midnight(self.end + _DAY), is_end=False)

    def covers(self, moment: datetime) -> bool:
        """Whether it is valid at a point in time.

        Raises:
            ValidationError: Its zone is needed for that, and not known.
        """
        starts, ends = self.starts, self.ends
        if (starts is not None and moment < starts) or (ends is not None and moment >= ends):
            return False
        if self.weekdays is None and self.from_time is None:
            return True
        clock = moment.astimezone(self._known_zone())
        return self._allows(clock.date()) and (
            self.from_time is None
            or self.until_time is None
            or self.from_time <= clock.time() < self.until_time
        )

    def in_zone(self, zone: tzinfo | None) -> Self:
        """The same in the zone of a lock, unless it has one."""
        return self if self.zone is not None else attrs.evolve(self, zone=zone)

    def limits(self) -> Limits:
        """What the Web API takes; ``None`` is what removes a limit.

        Raises:
            ValidationError: A date or a time on the clock is given, and no zone is known.
        """
        return {
            "allowed_from_date": self.starts,
            "allowed_until_date": self.ends,
            "allowed_week_days": self.weekdays,
            "allowed_from_time": _minutes(self.from_time),
            "allowed_until_time": _minutes(self.until_time),
        }

    @classmethod
    def of(cls, entry: Limited, zone: tzinfo | None = None) -> Self:
        """Read the limits of an authorization; its moments are shown in ``zone``, or in UTC.

        A window from 0 to 0 is commonly sent for none (developer forum, "Limited time access
        code"), and so is no weekday.

        Raises:
            ValidationError: It is never valid, or holds what cannot be read.
        """
        window = (entry.allowed_from_time or 0, entry.allowed_until_time or 0)
        is_limited = window not in {(0, 0), (0, _WHOLE_DAY)}
        days = entry.allowed_week_days or None
        if not isinstance(days, Weekdays | None):
            raise ValidationError(f"{days!r} are no weekdays")
        return cls(
            start=_shown(entry.allowed_from_date, zone),
            end=_shown(entry.allowed_until_date, zone),
            weekdays=days,
            from_time=_daily(window[0]) if is_limited else None,
            until_time=_daily(window[1]) if is_limited else None,
            zone=zone,
        )

    @property
    def _needs_zone(self) -> bool:
        return self.zone is None and any(
            limit is not None and (not isinstance(limit, datetime) or limit.tzinfo is None)
            for limit in (self.start, self.end)
        )

    def _known_zone(self) -> tzinfo:
        if self.zone is None:
            raise ValidationError(
                "dates and times on the clock need a zone: Validity(..., zone=door.zone)"
            )
        return self.zone

    def _instant(self, moment: datetime, *, is_end: bool) -> datetime:
        if moment.tzinfo is not None:
            return moment.astimezone(UTC)
        zone = self._known_zone()
        # PEP 495: fold chooses the offset before a change of the clock (0), or after it (1).
        before = moment.replace(tzinfo=zone, fold=0).astimezone(UTC)
        after = moment.replace(tzinfo=zone, fold=1).astimezone(UTC)
        if before <= after:  # the usual day, or a time that comes twice
            return after if is_end or moment.fold else before
        # The clock skips this time: the change lies between what the two offsets make of it.
        early, late, offset = after, before, before.astimezone(zone).utcoffset()
        while late - early > timedelta(seconds=1):
            middle = early + (late - early) / 2
            if middle.astimezone(zone).utcoffset() == offset:
                late = middle
            else:
                early = middle
        return late.replace(microsecond=0)

    def _allows(self, day: date) -> bool:
        return self.weekdays is None or bool(self.weekdays & _WEEK[day.weekday()])

    def _occurs(self, starts: datetime, ends: datetime) -> bool:
        """Whether any of its days and hours lies between its start and its end."""
        zone = self.zone
        if zone is None or (self.weekdays is None and self.from_time is None):
            return True  # or nobody can tell
        day, last = starts.astimezone(zone).date(), ends.astimezone(zone).date()
        if (last - day).days > len(_WEEK):
            return True
        while day <= last:
            begins = datetime.combine(day, self.from_time or time(), zone)
            over = datetime.combine(day, self.until_time or time(), zone)
            over += timedelta() if self.until_time else _DAY
            overlaps = begins.astimezone(UTC) < ends and starts < over.astimezone(UTC)
            if self._allows(day) and overlaps:
                return True
            day += _DAY
        return False


ALWAYS: Final = Validity()
"""No limits."""


def _on_the_clock(limit: datetime | date | None, *, is_end: bool = False) -> datetime | None:
    """A limit that names no zone, as the clock shows it."""
    if isinstance(limit, datetime):
        return limit if limit.tzinfo is None else None
    return None if limit is None else _midnight(limit + _DAY if is_end else limit)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def _minutes(moment: time | None) -> int | None:
    return None if moment is None else minutes_since_midnight(moment)


def _daily(minutes: object) -> time:
    if not is_integer(minutes):
        raise ValidationError(f"{minutes!r} is no number of minutes since midnight")
    return time_of_day(minutes)


def _shown(moment: object, zone: tzinfo | None) -> datetime | None:
    if moment is None or moment is UNSET:
        return None
    if not isinstance(moment, datetime):
        raise ValidationError(f"{moment!r} is no date and time")
    try:
        return moment.astimezone(zone or UTC)
    except OverflowError:  # as good as for ever
        return moment
