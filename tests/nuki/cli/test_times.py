from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nuki import Weekdays
from nuki.cli import times
from nuki.cli.failures import CommandError


def test_points_in_the_past() -> None:
    now = datetime.now(UTC)
    assert abs(now - timedelta(hours=2) - times.since("2h")) < timedelta(minutes=1)
    assert abs(now - timedelta(days=3) - times.since("3d ago")) < timedelta(minutes=1)
    assert times.since("2026-12-24T15:00+01:00") == datetime(2026, 12, 24, 14, tzinfo=UTC)
    today, yesterday = times.since("today"), times.since("yesterday")
    assert yesterday.time() == today.time() == time()
    assert (today.date() - yesterday.date()).days == 1
    assert times.since("2026-12-24").astimezone().date() == date(2026, 12, 24)


def test_days_and_windows() -> None:
    assert times.weekdays("fr-mo") == times.weekdays("mo,fr,sa,su")
    assert times.weekdays("Monday, wed") == Weekdays.MONDAY | Weekdays.WEDNESDAY
    assert times.window("08:00 - 18:30") == (time(8), time(18, 30))
    assert times.moment("2026-12-24T15:00", "x") == datetime(2026, 12, 24, 15)  # noqa: DTZ001 - on a clock
    assert times.moment("2026-12-24", "x") == date(2026, 12, 24)


@given(st.sets(st.sampled_from(list(Weekdays)), min_size=1))
def test_days_are_written_as_they_are_read(days: set[Weekdays]) -> None:
    both = Weekdays(sum(map(int, days)))
    assert times.weekdays(str(times.weekdays_text(both))) == both


@pytest.mark.slow
@given(st.text(max_size=12) | st.from_regex(r"\A[0-9]{1,8}[smhdw]?\Z"))
@settings(max_examples=50)
def test_whatever_is_written_is_read_or_refused(text: str) -> None:
    for read in (times.since, times.weekdays, times.window):
        with suppress(CommandError):
            read(text)


def test_what_is_none_is_refused(subtests: pytest.Subtests) -> None:
    for text in ("", "m", "mo-", "-", "8", "mo-fr-su", "1.5h", "99999999h"):
        with subtests.test(text=text):
            with pytest.raises(CommandError):
                times.weekdays(text)
            with pytest.raises(CommandError):
                times.since(text)
