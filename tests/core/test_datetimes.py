from __future__ import annotations

import pickle
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuki_core.datetimes import as_it_came, format_datetime, parse_datetime
from nuki_core.errors import ValidationError

MOMENT = datetime(2020, 11, 17, 17, 16, 39, tzinfo=UTC)
ZONES = st.builds(timezone, st.timedeltas(timedelta(hours=-23), timedelta(hours=23)))


TEXTS = [
    "2020-11-17T17:16:39.000Z",
    "2020-11-17T17:16:39Z",
    "2020-11-17T17:16:39+00:00",
    "2020-11-17T18:16:39+01:00",
    "2020-11-17T17:16:39",
]


def test_every_spelling_seen_is_read(subtests: pytest.Subtests) -> None:
    for text in TEXTS:
        with subtests.test(text=text):
            assert parse_datetime(text) == MOMENT
            assert parse_datetime(text).tzinfo is not None


NO_DATE_TIMES = [
    *("", "soon", "2017-06-14 T06:53:44Z", "2020-11-17T17:16:39.1234567Z", 5, None, []),
    *("2026-03-01T24:00:00.000Z", "2026-03-01T24:00:00Z"),
    *("2026-03-01", "20260301", "2026-W09-7", "20260301T093000Z", "2026-W09-7T10:00:00.0Z"),
]


def test_what_is_no_date_time_stays_what_it_was(subtests: pytest.Subtests) -> None:
    for value in NO_DATE_TIMES:
        with subtests.test(value=value):
            assert parse_datetime(value) is value


@given(st.datetimes(timezones=ZONES))
def test_what_is_written_is_the_same_instant(moment: datetime) -> None:
    assert parse_datetime(format_datetime(moment)) == moment


def test_dates_are_written_with_milliseconds_in_utc() -> None:
    summer = datetime(2026, 7, 1, 12, tzinfo=timezone(timedelta(hours=2)))
    assert format_datetime(summer) == "2026-07-01T10:00:00.000Z"
    assert format_datetime(summer.replace(microsecond=5)) == "2026-07-01T10:00:00.000005Z"


def test_a_date_without_zone_names_no_instant() -> None:
    with pytest.raises(ValidationError, match="has no time zone"):
        format_datetime(datetime(2026, 7, 1, 12))  # noqa: DTZ001


def test_the_ends_of_time_are_written_with_their_own_offset() -> None:
    first = datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=2)))
    assert format_datetime(first) == "0001-01-01T00:00:00+02:00"


AS_THEY_CAME = [
    "2018-10-03T06:49:00+00:00",
    "2020-11-17T17:16:39.000Z",
    "2020-11-17T17:16:39.000001Z",
    "2017-06-14T06:53:44Z",
    "2020-11-17T17:16:39",
    "2020-11-17 17:16:39.5",
    "2020-11-17T18:16:39,25+01:00",
    "2020-11-17T17:16:39.250-09:30",
]


def test_a_date_time_is_written_as_it_came(subtests: pytest.Subtests) -> None:
    for text in AS_THEY_CAME:
        with subtests.test(text=text):
            moment = parse_datetime(text)
            assert as_it_came(moment) == text
            assert as_it_came(pickle.loads(pickle.dumps(moment))) == text  # noqa: S301 - our own
            assert as_it_came(moment + timedelta(days=1)).endswith(text[19:])


@pytest.mark.parametrize("text", ["2019-01-01T00:00Z", "2017-06-14T06:53:44Z"])
def test_what_a_spelling_cannot_hold_is_not_lost(text: str) -> None:
    later = parse_datetime(text) + timedelta(seconds=1, milliseconds=5)
    assert as_it_came(later).endswith(":45.005Z" if text.endswith("44Z") else ":01.005Z")
    assert as_it_came(parse_datetime(text)) == text


def test_a_date_time_with_an_offset_is_in_utc_all_the_same() -> None:
    moment = parse_datetime("2020-11-17T17:16:39+00:00")
    assert moment == MOMENT
    assert hash(moment) == hash(MOMENT)
    assert moment.tzinfo == UTC
    assert format_datetime(moment) == "2020-11-17T17:16:39.000Z"
