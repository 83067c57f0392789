"""Enums that depend on the device's type, and ids that carry it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.emit.export import closed
from nuki_core.ids import DeviceType, NukiId, SmartlockId
from nuki_generated import bridge, web

LOCK = 4 << 32 | 0x1A2B3C4D
OPENER = 2 << 32 | 0x1A2B3C4D


def device(smartlock_id: int, device_type: int, **state: int) -> web.Smartlock:
    return web.Smartlock.from_dict(
        {"smartlockId": smartlock_id, "type": device_type, "state": state}
    )


def test_the_same_number_means_another_state_on_an_opener() -> None:
    lock, opener = device(LOCK, 4, state=1), device(OPENER, 2, state=1)
    assert isinstance(lock.state, web.SmartlockState)
    assert isinstance(opener.state, web.SmartlockState)
    assert lock.state.state is web.LockState.LOCKED
    assert opener.state.state is web.OpenerState.ONLINE
    assert opener.state.state != web.LockState.LOCKED
    assert opener.state.state == 1


def test_modes_of_smart_doors_and_openers_are_their_own() -> None:
    modes = {
        (kind, number): device(kind << 32 | 1, kind, mode=number).state.mode  # type: ignore[union-attr]
        for kind in (0, 2, 3, 4)
        for number in (3, 5)
    }
    assert modes[3, 3] is web.SmartDoorMode.FAILURE
    assert modes[3, 5] is web.SmartDoorMode.TEST
    assert modes[2, 3] is web.OpenerMode.CONTINUOUS
    assert not modes[2, 5].is_known
    assert modes[0, 5] is modes[4, 5] is web.SmartlockMode.OFF_DOOR_CHARGING
    assert not modes[4, 3].is_known


def test_action_and_trigger_follow_the_device_too() -> None:
    opener = device(OPENER, 2, lastAction=3, trigger=6).state
    lock = device(LOCK, 4, lastAction=3, trigger=6).state
    assert isinstance(opener, web.SmartlockState)
    assert isinstance(lock, web.SmartlockState)
    assert opener.last_action is web.OpenerAction.ELECTRIC_STRIKE_ACTUATION
    assert lock.last_action is web.LockAction.UNLATCH
    assert type(opener.trigger) is not type(lock.trigger)


def test_a_masked_entry_takes_its_type_from_its_id() -> None:
    masked = web.SmartlockLog.from_dict(
        {"id": "x", "smartlockId": OPENER, "deviceType": 0, "action": 1, "trigger": 255}
    )
    assert isinstance(masked.action, web.OpenerLogAction)
    assert masked.device_type is DeviceType.SMART_LOCK
    assert masked.to_dict()["deviceType"] == 0


def test_a_device_type_of_tomorrow_counts_as_a_lock() -> None:
    new = device(9 << 32 | 1, 9, state=3)
    assert new.type == 9
    assert not new.type.is_known
    assert isinstance(new.state, web.SmartlockState)
    assert new.state.state is web.LockState.UNLOCKED


def test_nobody_says_the_type_so_it_is_a_lock() -> None:
    state = web.SmartlockState.from_dict({"state": 1})
    assert state.state is web.LockState.LOCKED
    assert web.SmartlockState.from_dict({"state": 1}, 2).state is web.OpenerState.ONLINE


def test_a_webhook_reads_the_type_from_the_id() -> None:
    event = web.DeviceStatusWebhook.from_dict(
        {"feature": "DEVICE_STATUS", "smartlockId": OPENER, "state": {"state": 3}}
    )
    assert isinstance(event.state, web.SmartlockState)
    assert event.state.state is web.OpenerState.RING_TO_OPEN_ACTIVE


def test_bridge_entries_and_callbacks_know_their_device() -> None:
    listed = bridge.Device.from_dict(
        {"nukiId": 1, "deviceType": 2, "name": "", "lastKnownState": {"state": 1}}
    )
    assert isinstance(listed.last_known_state, bridge.DeviceState)
    assert listed.last_known_state.state is bridge.OpenerState.ONLINE
    callback = bridge.StateCallback.from_dict({"nukiId": 1, "deviceType": 0, "state": 1})
    assert callback.state is bridge.LockState.LOCKED


@pytest.mark.parametrize(
    ("device_type", "expected"), [(2, bridge.OpenerState.ONLINE), (None, bridge.LockState.LOCKED)]
)
def test_lock_state_is_read_for_the_device_that_was_asked(
    device_type: int | None, expected: object
) -> None:
    (operation,) = [o for o in bridge.OPERATIONS if o.path == "/lockState"]
    request = operation.request(nuki_id=1, device_type=device_type)
    answer = request.decode(b'{"state": 1, "success": true}')
    assert isinstance(answer, bridge.LockStateResult)
    assert answer.state is expected


def test_ids_are_integers_that_know_each_other() -> None:
    lock = device(LOCK, 4)
    assert lock.smartlock_id == LOCK
    assert isinstance(lock.smartlock_id, SmartlockId)
    assert lock.smartlock_id.hex == "1A2B3C4D"
    assert lock.smartlock_id.device_type is DeviceType.SMART_LOCK_3
    assert isinstance(lock.smartlock_id.nuki_id, NukiId)
    assert json.dumps(lock.to_dict()["smartlockId"]) == str(LOCK)


def test_the_cores_device_types_are_the_described_ones() -> None:
    openapi = Path(__file__).parents[2] / "generated" / "openapi"
    for api in ("web", "bridge"):
        document = closed(json.loads((openapi / f"{api}.json").read_text("utf-8")))
        schema = document["components"]["schemas"]["DeviceType"]
        described = dict(zip(schema["x-enum-varnames"], schema["enum"], strict=True))
        known = {member.name: member.value for member in DeviceType}
        assert described.items() <= known.items()
        if api == "web":
            assert described == known


MASKED = {
    "id": "x",
    "smartlockId": LOCK,
    "deviceType": 0,
    "action": 255,
    "trigger": 255,
    "state": 255,
    "source": 6,
    "error": "No active Smart Hosting subscription for the Smart Lock, please get one!",
}


def test_a_masked_entry_says_so_and_shows_no_action_that_it_does_not_hold() -> None:
    masked = web.SmartlockLog.from_dict(MASKED)
    assert masked.is_masked
    assert masked.to_dict() == MASKED
    assert "action=..., " in repr(masked)
    assert not [
        word for word in ("LOG_DISABLED", "KEYPAD", "UNKNOWN_ERROR") if word in repr(masked)
    ]
    whole = web.SmartlockLog.from_dict({**MASKED, "error": None})
    assert not whole.is_masked
    assert "LOG_DISABLED" in repr(whole)


def test_masked_devices_and_authorizations_say_so_too() -> None:
    assert web.Smartlock.from_dict({"smartlockId": LOCK, "error": "No subscription"}).is_masked
    assert not web.Smartlock.from_dict({"smartlockId": LOCK}).is_masked
    assert web.SmartlockAuth.from_dict({"smartlockId": LOCK, "error": "None"}).is_masked
