from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from nuki import DeviceType, ValidationError, full_multi_update, full_update
from nuki.web import AuthType, SmartlockAuth, SmartlockAuthCreate, Weekdays
from nuki_simulator import Simulator, connect_web
from nuki_simulator.web import Cloud

if TYPE_CHECKING:
    from nuki import WebClient

END = datetime(2026, 12, 1, tzinfo=UTC)
ENTRY = {
    "id": "5f0c1b2a3d4e5f6071829304",
    "smartlockId": 17618910285,
    "type": 13,
    "name": "Anna",
    "code": 394871,
    "enabled": True,
    "remoteAllowed": False,
    "lockCount": 3,
    "allowedUntilDate": "2026-12-01T00:00:00.000Z",
    "allowedWeekDays": 124,
}


def test_an_update_holds_all_that_can_be_written() -> None:
    assert full_update(SmartlockAuth.from_dict(ENTRY)).to_dict() == {
        "name": "Anna",
        "code": 394871,
        "enabled": True,
        "remoteAllowed": False,
        "allowedFromDate": None,
        "allowedFromTime": None,
        "allowedUntilDate": "2026-12-01T00:00:00.000Z",
        "allowedUntilTime": None,
        "allowedWeekDays": 124,
    }
    several = full_multi_update(SmartlockAuth.from_dict(ENTRY))
    assert several.id == ENTRY["id"]
    assert several.allowed_until_date == END


@pytest.mark.parametrize("lacking", [{"error": "No subscription"}, {"id": ""}, {"name": ""}])
def test_an_entry_that_does_not_show_everything_is_refused(lacking: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="does not show all of its authorization"):
        full_update(SmartlockAuth.from_dict({**ENTRY, **lacking}))


@pytest.mark.parametrize("wipes", [True, False])
def test_whatever_the_server_does_with_the_rest_the_limits_stay(*, wipes: bool) -> None:
    home = Simulator()
    Cloud.of(home).settings.updates_wipe_limits = wipes
    lock = home.add_device(DeviceType.SMART_LOCK_3, "Front door", keypad=True)
    with connect_web(home) as web:
        web.smartlock_auth.create(
            lock.smartlock_id,
            SmartlockAuthCreate(
                name="Anna",
                remote_allowed=False,
                type=AuthType.KEYPAD_CODE,
                code=394871,
                allowed_until_date=END,
                allowed_week_days=Weekdays.MONDAY,
            ),
        )
        home.clock.advance(60)
        update = full_update(only(web))
        update.name = "Anna B"
        web.smartlock_auth.update(lock.smartlock_id, str(only(web).id), update)
        home.clock.advance(60)
        changed = only(web)
    assert changed.name == "Anna B"
    assert changed.allowed_until_date == END
    assert changed.allowed_week_days == Weekdays.MONDAY


def only(web: WebClient) -> SmartlockAuth:
    (found,) = [each for each in web.smartlock_auth.list() if each.code]
    return found
