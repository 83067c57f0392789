from __future__ import annotations

from datetime import UTC, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuki import ValidationError, minutes_since_midnight, time_of_day


@pytest.mark.parametrize(
    ("moment", "minutes"),
    [(time(0), 0), (time(9), 540), (time(17), 1020), (time(23, 59), 1439)],
)
def test_worked_examples(moment: time, minutes: int) -> None:
    assert minutes_since_midnight(moment) == minutes
    assert time_of_day(minutes) == moment


@given(st.integers(0, 1439))
def test_every_minute_goes_both_ways(minutes: int) -> None:
    assert minutes_since_midnight(time_of_day(minutes)) == minutes


@pytest.mark.parametrize("minutes", [-1, 1440])
def test_a_day_has_1440_minutes(minutes: int) -> None:
    with pytest.raises(ValidationError, match="no time of day"):
        time_of_day(minutes)


@pytest.mark.parametrize(
    ("moment", "reason"),
    [
        (time(9, 0, 1), "seconds"),
        (time(9, microsecond=1), "seconds"),
        (time(9, tzinfo=UTC), "zone"),
    ],
)
def test_what_the_api_cannot_express_is_refused(moment: time, reason: str) -> None:
    with pytest.raises(ValidationError, match=reason):
        minutes_since_midnight(moment)
