"""Dates and wall-clock times become what the API wants, and come back, whatever clocks do."""

# ruff: noqa: DTZ001 - times on the clock are what this is about

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from nuki import OUTDATED_ZONES, ValidationError, Validity, Weekdays, zone_of
from nuki.web import SmartlockAuth, SmartlockAuthUpdate, TimezoneId

VIENNA = ZoneInfo("Europe/Vienna")
SANTIAGO = ZoneInfo("America/Santiago")  # where clocks change at midnight
ZONES = [zone_of(member) for member in TimezoneId if member not in OUTDATED_ZONES]

days = st.dates(date(2020, 1, 1), date(2035, 1, 1))
minutes = st.integers(0, 1439).map(lambda number: time(*divmod(number, 60)))
moments = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)
zones = st.sampled_from(ZONES)
weekdays = st.none() | st.integers(1, 127).map(Weekdays)


def made(**arguments: Any) -> Validity:
    try:
        return Validity(**arguments)
    except ValidationError:
        assume(condition=False)
        raise AssertionError from None


@st.composite
def validities(draw: st.DrawFn) -> Validity:
    start, end = draw(st.none() | days | moments), draw(st.none() | days | moments)
    window = draw(st.none() | st.lists(minutes, min_size=2, max_size=2, unique=True).map(sorted))
    return made(
        start=start,
        end=end,
        weekdays=draw(weekdays),
        from_time=window[0] if window else None,
        until_time=window[1] if window else None,
        zone=draw(zones),
    )


def sent(validity: Validity) -> SmartlockAuth:
    return SmartlockAuth.from_dict(SmartlockAuthUpdate(name="", **validity.limits()).to_dict())


@pytest.mark.slow
@given(validities())
def test_what_is_sent_comes_back(validity: Validity) -> None:
    again = Validity.of(sent(validity), validity.zone)
    assert again.limits() == validity.limits()
    assert Validity.of(sent(again)).limits() == validity.limits()  # in UTC


@given(moments, zones)
def test_a_time_that_the_clock_shows_is_what_the_clock_shows(moment: datetime, zone: Any) -> None:
    for found in (Validity(moment, zone=zone).starts, Validity(end=moment, zone=zone).ends):
        assert found is not None
        shown = found.astimezone(zone).replace(tzinfo=None)
        before = (found - timedelta(seconds=1)).astimezone(zone).replace(tzinfo=None)
        assert shown == moment or before < moment < shown  # the clock skipped it just then


@given(days, zones)
def test_a_day_is_valid_from_its_first_second_to_its_last(day: date, zone: Any) -> None:
    validity = Validity(day, day, zone=zone)
    assert validity.starts is not None
    assert validity.ends is not None
    second = timedelta(seconds=1)
    assert validity.starts.astimezone(zone).date() == day
    assert (validity.starts - second).astimezone(zone).date() < day
    assert (validity.ends - second).astimezone(zone).date() == day
    assert validity.ends.astimezone(zone).date() > day
    assert validity.covers(validity.starts)
    assert validity.covers(validity.ends - second)
    assert not validity.covers(validity.ends)


@pytest.mark.slow
@settings(max_examples=30)
@given(validities())
def test_what_is_not_refused_is_valid_at_some_time(validity: Validity) -> None:
    starts = validity.starts or (validity.ends or datetime(2026, 1, 1, tzinfo=UTC)) - timedelta(8)
    ends = min(validity.ends or starts + timedelta(9), starts + timedelta(9))
    quarters = int((ends - starts) / timedelta(minutes=1))
    assume(quarters < 24 * 60 * 10)
    assert any(
        validity.covers(starts + timedelta(minutes=number)) for number in range(quarters + 1)
    )


@given(start=moments, hours=st.integers(1, 200), zone=zones, days=weekdays, window=st.none())
def test_what_is_refused_is_never_valid(
    start: datetime, hours: int, zone: Any, days: Weekdays | None, window: None
) -> None:
    end = start + timedelta(hours=hours)
    starts, ends = Validity(start, zone=zone).starts, Validity(end=end, zone=zone).ends
    assert starts is not None
    assert ends is not None
    try:
        Validity(start, end, weekdays=days, zone=zone)
    except ValidationError:
        unlimited = Validity(weekdays=days, zone=zone)
        count = int((ends - starts) / timedelta(minutes=15))
        assert not any(
            unlimited.covers(starts + timedelta(minutes=15 * number)) for number in range(count)
        )


def test_a_rental_over_the_change_of_the_clock() -> None:
    validity = Validity(datetime(2026, 3, 28, 15), datetime(2026, 3, 30, 11), zone=VIENNA)
    assert validity.limits() == {
        "allowed_from_date": datetime(2026, 3, 28, 14, tzinfo=UTC),
        "allowed_until_date": datetime(2026, 3, 30, 9, tzinfo=UTC),
        "allowed_week_days": None,
        "allowed_from_time": None,
        "allowed_until_time": None,
    }


def test_a_time_that_is_skipped_means_the_change() -> None:
    change = datetime(2026, 3, 29, 1, tzinfo=UTC)
    skipped = datetime(2026, 3, 29, 2, 30)
    assert Validity(skipped, zone=VIENNA).starts == change
    assert Validity(end=skipped, zone=VIENNA).ends == change


def test_a_time_that_comes_twice_counts_as_a_whole() -> None:
    twice = datetime(2026, 10, 25, 2, 30)
    validity = Validity(twice, twice, zone=VIENNA)
    assert validity.starts == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert validity.ends == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert Validity(twice.replace(fold=1), zone=VIENNA).starts == validity.ends


def test_a_day_without_midnight_begins_at_one() -> None:
    day = date(2026, 9, 6)
    starts = Validity(day, zone=SANTIAGO).starts
    assert starts is not None
    assert starts.astimezone(SANTIAGO).time() == time(1)


def test_points_in_time_need_no_zone() -> None:
    start = datetime(2026, 3, 1, 15, tzinfo=VIENNA)
    assert Validity(start).limits()["allowed_from_date"] == datetime(2026, 3, 1, 14, tzinfo=UTC)


def test_the_zone_of_the_lock_is_used_when_there_is_none() -> None:
    validity = Validity(date(2026, 3, 1))
    with pytest.raises(ValidationError, match="need a zone"):
        validity.limits()
    with_zone = validity.in_zone(VIENNA)
    assert with_zone.starts == datetime(2026, 2, 28, 23, tzinfo=UTC)
    assert with_zone.in_zone(SANTIAGO).zone is VIENNA
    for start, end in ((date(2026, 3, 2), date(2026, 3, 1)), (datetime(2026, 3, 2),) * 2):
        with pytest.raises(ValidationError, match="not after"):
            Validity(start, end)
    assert Validity(date(2026, 3, 2), date(2026, 3, 2))
    assert Validity(date(2026, 3, 2), datetime(2026, 3, 1, tzinfo=UTC))  # which nobody can compare


def test_days_and_hours() -> None:
    validity = Validity(
        weekdays=Weekdays.MONDAY | Weekdays.SUNDAY,
        from_time=time(9),
        until_time=time(17, 30),
        zone=VIENNA,
    )
    assert validity.limits()["allowed_week_days"] == 65
    assert validity.limits()["allowed_from_time"] == 540
    assert validity.limits()["allowed_until_time"] == 1050
    monday = datetime(2026, 3, 2, 9, tzinfo=VIENNA)
    assert validity.covers(monday)
    assert not validity.covers(monday - timedelta(minutes=1))
    assert not validity.covers(monday + timedelta(days=1))
    assert validity.covers(monday + timedelta(days=6))
    assert not validity.covers(monday.replace(hour=17, minute=30))


def test_every_day_is_no_limit() -> None:
    assert Validity(weekdays=Weekdays(127)) == Validity()
    assert Validity().limits()["allowed_week_days"] is None
    assert Validity().covers(datetime(2026, 3, 2, tzinfo=UTC))


CONTRADICTIONS = [
    (
        {"start": datetime(2026, 3, 2, 12), "end": datetime(2026, 3, 2, 12)},
        "not after its start",
    ),
    ({"start": date(2026, 3, 2), "end": date(2026, 3, 1)}, "not after its start"),
    ({"from_time": time(9)}, "needs both"),
    ({"until_time": time(9)}, "needs both"),
    ({"from_time": time(9), "until_time": time(9)}, "not before until_time"),
    ({"from_time": time(22), "until_time": time(6)}, "not before until_time"),
    ({"from_time": time(9, 0, 1), "until_time": time(10)}, "whole minutes"),
    ({"weekdays": Weekdays(0)}, "names no day"),
    (
        {"start": date(2026, 3, 2), "end": date(2026, 3, 3), "weekdays": Weekdays.FRIDAY},
        "none of these weekdays and hours",
    ),
    (
        {
            "start": datetime(2026, 3, 2, 20),
            "end": datetime(2026, 3, 3, 7),
            "from_time": time(8),
            "until_time": time(18),
        },
        "none of these weekdays and hours",
    ),
]


def test_contradictions_are_refused(subtests: pytest.Subtests) -> None:
    for arguments, reason in CONTRADICTIONS:
        with subtests.test(reason=reason), pytest.raises(ValidationError, match=reason):
            Validity(**arguments, zone=VIENNA)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"allowedFromDate": "soon"}, "'soon' is no date"),
        ({"allowedFromTime": "9", "allowedUntilTime": 600}, "no number of minutes"),
        ({"allowedFromTime": 9, "allowedUntilTime": 1600}, "no time of day"),
        ({"allowedWeekDays": "MO"}, "no weekdays"),
    ],
)
def test_what_cannot_be_read_is_not_taken_for_no_limit(fields: Any, reason: str) -> None:
    with pytest.raises(ValidationError, match=reason):
        Validity.of(SmartlockAuth.from_dict(fields))


@pytest.mark.parametrize("fields", [{}, {"allowedFromTime": 0, "allowedUntilTime": 0}])
def test_what_is_commonly_sent_for_no_limit_is_none(fields: Any) -> None:
    assert Validity.of(SmartlockAuth.from_dict(fields)) == Validity()


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({"start": "2026-03-01"}, "start takes a datetime or a date, not a str"),
        ({"from_time": 8, "until_time": 9}, "from_time takes a time, not a int"),
        ({"start": date(2026, 3, 1), "zone": "Europe/Vienna"}, "zone takes a tzinfo, not a str"),
        ({"end": date.max}, "leave it out if it is no limit"),
    ],
)
def test_other_types_are_refused_when_it_is_made(arguments: Any, reason: str) -> None:
    with pytest.raises(ValidationError, match=reason):
        Validity(**arguments)


def test_what_is_as_good_as_for_ever_is_read() -> None:
    ever = datetime(9999, 12, 31, 23, 59, tzinfo=UTC)
    entry = SmartlockAuth.from_dict({"allowedUntilDate": "9999-12-31T23:59:00.000Z"})
    assert Validity.of(entry, VIENNA).limits()["allowed_until_date"] == ever
