from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuki import UNSET, KeypadCode, ValidationError, WebClient
from nuki.web import (
    LockAction,
    SmartlockAction,
    SmartlockAdminPinUpdate,
    SmartlockAuthCreate,
    SmartlockAuthUpdate,
    SmartlockConfig,
    SmartlockSmartdoorAdvancedConfig,
    Weekdays,
)
from nuki_core.request_model import Limits

MAY = datetime(2026, 5, 1, tzinfo=UTC)
JUNE = datetime(2026, 6, 1, tzinfo=UTC)


def auth(**changes: Any) -> SmartlockAuthCreate:
    return SmartlockAuthCreate(**{"name": "Anna", "remote_allowed": False, **changes})


def door(**changes: Any) -> SmartlockSmartdoorAdvancedConfig:
    return SmartlockSmartdoorAdvancedConfig(**{"auto_lock": True, "battery_type": 0, **changes})


FAULTS = [
    ({"allowed_from_date": datetime(2026, 5, 1)}, "allowed_from_date has no time zone"),  # noqa: DTZ001
    ({"allowed_until_date": "2026-05-01"}, "allowed_until_date must be a datetime, not text"),
    (
        {"allowed_until_date": date(2026, 5, 1)},
        "allowed_until_date must be a datetime, not date",
    ),
    (
        {"allowed_from_date": JUNE, "allowed_until_date": MAY},
        "allowed_until_date is before allowed_from_date",
    ),
    ({"name": 5}, "name must be text, not an int"),
    ({"name": None}, "name must not be None; leave it out instead"),
    ({"code": "394871"}, "code must be an integer, not a str"),
    ({"code": 3.5}, "code must be an integer, not a float"),
    ({"code": True}, "code must be an integer, not a bool"),
    ({"remote_allowed": 1}, "remote_allowed must be True or False, not an int"),
    ({"allowed_week_days": "Monday"}, "allowed_week_days must be some Weekdays, not a str"),
    ({"name": UNSET}, "name is missing"),
]


def test_what_does_not_fit_is_refused_when_made(subtests: pytest.Subtests) -> None:
    for changes, fault in FAULTS:
        with (
            subtests.test(fault=fault),
            pytest.raises(ValidationError, match=f"^SmartlockAuthCreate: {fault}"),
        ):
            auth(**changes)


def test_all_faults_are_named_and_no_value() -> None:
    with pytest.raises(ValidationError) as refused:
        auth(name=4711, allowed_from_date="tomorrow")
    assert "name must be text" in str(refused.value)
    assert "allowed_from_date must be a datetime" in str(refused.value)
    assert "4711" not in str(refused.value)
    assert "tomorrow" not in str(refused.value)


@pytest.mark.parametrize("seconds", [0, 4, 61])
def test_numbers_that_a_field_does_not_take_are_refused(seconds: int) -> None:
    with pytest.raises(
        ValidationError, match="lng_timeout must be one of 5, 10, 15, 20, 30, 45, 60"
    ):
        door(lng_timeout=seconds)
    assert door(lng_timeout=45, unlatch_duration=30).lng_timeout == 45


@pytest.mark.parametrize("pin", [-1, 10000])
def test_a_pin_has_a_range(pin: int) -> None:
    with pytest.raises(ValidationError, match="admin_pin must be from 0 to 9999"):
        SmartlockAdminPinUpdate(admin_pin=pin)
    with (
        WebClient("token", base_url="http://127.0.0.1:9") as web,
        pytest.raises(
            ValidationError, match="/admin/pin: admin_pin must be from 0 to 9999"
        ) as found,
    ):
        web.smartlock.set_admin_pin(1, pin)
    assert str(pin) not in str(found.value).replace("9999", "")


def test_what_fits_is_taken() -> None:
    whole = auth(
        code=KeypadCode(394871),
        allowed_from_date=MAY,
        allowed_until_date=JUNE,
        allowed_week_days=Weekdays.MONDAY | Weekdays.SUNDAY,
    )
    assert whole.to_dict()["allowedWeekDays"] == 65
    assert SmartlockAuthUpdate(name="Anna", allowed_until_date=None).allowed_until_date is None
    plain: Any = 2
    assert SmartlockAction(action=plain).to_dict() == {"action": 2}
    assert SmartlockAction(action=LockAction(99)).to_dict() == {"action": 99}


@given(st.dictionaries(st.sampled_from([*SmartlockConfig.json_names.values()]), st.integers()))
def test_what_a_server_sent_is_taken_as_it_is(source: dict[str, Any]) -> None:
    assert SmartlockConfig.from_dict(source).to_dict() == source


@given(
    st.dictionaries(st.sampled_from([*SmartlockAuthUpdate.json_names]), st.integers() | st.text())
)
def test_no_value_ends_in_an_error_that_is_not_ours(values: dict[str, Any]) -> None:
    with suppress(ValidationError):
        assert SmartlockAuthUpdate(**{"name": "Anna", **values}).to_dict()


@pytest.mark.parametrize(
    ("limits", "text"),
    [
        (Limits(lowest=1), "at least 1"),
        (Limits(highest=7), "at most 7"),
        (Limits(lowest=0, highest=0), "from 0 to 0"),
        (Limits(lowest=0), "at least 0"),
    ],
)
def test_limits_can_be_read(limits: Limits, text: str) -> None:
    assert str(limits) == text


def test_a_range_of_a_filter_is_checked(web: WebClient) -> None:
    text: Any = "2026-05-01T00:00:00Z"
    with pytest.raises(
        ValidationError, match="GET /smartlock/log: from_date must be a datetime, not"
    ):
        web.smartlock_log.list(from_date=text)
    with pytest.raises(ValidationError, match="GET /smartlock/log: to_date has no time zone"):
        web.smartlock_log.list(to_date=datetime(2026, 5, 1))  # noqa: DTZ001
    with pytest.raises(ValidationError, match="to_date is before from_date"):
        web.smartlock_log.list_for_smartlock(1, from_date=JUNE, to_date=MAY)


@pytest.fixture
def web() -> WebClient:
    """A client whose server is not there."""
    return WebClient("token", base_url="http://127.0.0.1:9")
