from __future__ import annotations

import json

import pytest

from nuki.bridge import LockState, OpenerAction, OpenerState
from nuki.firmware import FirmwareVersion
from nuki_core.ids import DeviceType
from nuki_simulator import PhysicalEvent
from tools.cassettes.house import arguments, checked, house


def test_the_list_shows_what_is_known() -> None:
    at = house()
    door, opener = at.json("/list")
    assert door == {
        "nukiId": at.door.nuki_id,
        "deviceType": 4,
        "name": "Front door",
        "firmwareVersion": "3.10.7",
        "lastKnownState": {
            "mode": 2,
            "state": 1,
            "stateName": "locked",
            "batteryCritical": False,
            "batteryCharging": False,
            "batteryChargeState": 80,
            "keypadBatteryCritical": False,
            "doorsensorState": 2,
            "doorsensorStateName": "door closed",
            "timestamp": "2026-03-02T07:00:00+00:00",
        },
    }
    assert opener["lastKnownState"]["stateName"] == "online"
    assert opener["lastKnownState"]["ringactionState"] is False
    assert "batteryCharging" not in opener["lastKnownState"]


def test_old_firmware_sends_fewer_fields() -> None:
    at = house()
    at.bridge.firmware = FirmwareVersion(2, 2, 0)
    door, _ = at.json("/list")
    assert set(door) == {"nukiId", "name", "firmwareVersion", "lastKnownState"}
    assert set(door["lastKnownState"]) == {"state", "stateName", "batteryCritical", "timestamp"}


@pytest.mark.parametrize("field", ["deviceType", "lastKnownState", "firmwareVersion"])
def test_fields_can_be_missing(field: str) -> None:
    at = house()
    at.bridge.quirks.omit = frozenset({field})
    answer = checked("/list", at.get("/list"))
    assert all(field not in device for device in json.loads(answer.body))


def test_fields_of_the_state_can_be_missing() -> None:
    at = house()
    at.bridge.quirks.omit = frozenset({"mode"})
    assert all("mode" not in device["lastKnownState"] for device in at.json("/list"))


def test_names_can_be_corrupt() -> None:
    at = house()
    at.bridge.quirks.corrupt_names = True
    answer = at.get("/list")
    assert b'"Front door\x11"' in answer.body
    with pytest.raises(ValueError, match="control character"):
        json.loads(answer.body)


def test_json_has_blanks_and_connections_close() -> None:
    answer = house().get("/callback/list")
    assert answer.body == b'{"callbacks": []}'
    assert dict(answer.headers) == {
        "Connection": "Close",
        "Content-Type": "application/json;charset=utf-8",
        "Transfer-Encoding": "chunked",
    }


@pytest.mark.parametrize("spelling", ["{:d}", "{:08X}", "{:x}"])
def test_ids_may_be_decimal_or_hexadecimal(spelling: str) -> None:
    at = house()
    text = spelling.format(int(at.door.nuki_id))
    assert at.get("/lockState", nukiId=text, deviceType=4).status == 200


def test_the_device_type_must_fit(subtests: pytest.Subtests) -> None:
    for kind in (None, 0, 2, 3, 99, "x"):
        with subtests.test(kind=kind):
            at = house()
            query = {} if kind is None else {"deviceType": kind}
            answer = checked(
                "/lockState", at.get("/lockState", nukiId=int(at.door.nuki_id), **query)
            )
            assert answer.status == 404


@pytest.mark.parametrize("path", ["/lockState", "/lockAction", "/lock", "/unlock"])
def test_an_offline_device_is_no_success_and_gone_after_a_while(path: str) -> None:
    at = house()
    at.simulator.at(at.door).lose_connection()
    answer = checked(path, at.get(path, **arguments(at, path)))
    assert (answer.status, json.loads(answer.body)) == (200, {"success": False})
    assert "lastKnownState" not in at.json("/list")[0]
    at.simulator.clock.advance(600)
    answer = checked(path, at.get(path, **arguments(at, path)))
    assert (answer.status, answer.body) == (410, b"HTTP 410 Gone")
    at.bridge.quirks.report_long_offline = False
    assert at.get(path, **arguments(at, path)).status == 200
    assert not at.simulator.journal


@pytest.mark.parametrize("action", [0, 6, "x", None])
def test_wrong_actions_are_refused(action: object) -> None:
    at = house()
    for device in (at.door, at.opener):
        query = {} if action is None else {"action": action}
        assert at.get("/lockAction", **at.about(device), **query).status == 400


def test_an_action_is_answered_when_it_has_ended() -> None:
    at = house()
    answer = at.json("/lockAction", **at.about(at.door), action=3)
    assert answer == {"success": True, "batteryCritical": False}
    assert at.simulator.clock.elapsed == at.door.mechanics.motor + at.door.mechanics.unlatch
    assert [entry.event for entry in at.simulator.journal] == [PhysicalEvent.UNLATCHED]
    assert at.json("/lockState", **at.about(at.door))["state"] == LockState.UNLOCKED


@pytest.mark.parametrize("name", ["noWait", "nowait"])
def test_an_action_can_be_answered_at_once(name: str) -> None:
    at = house()
    assert at.json("/lockAction", **at.about(at.door), action=1, **{name: 1})["success"]
    assert at.simulator.clock.elapsed == 0
    assert at.json("/list")[0]["lastKnownState"]["state"] == LockState.UNLOCKING
    assert at.get("/lockAction", **at.about(at.door), action=1, **{name: 7}).status == 400


def test_a_blocked_motor_is_no_success() -> None:
    at = house()
    at.simulator.at(at.door).jam()
    assert at.json("/lock", **at.about(at.door)) == {"success": False}
    assert at.json("/list")[0]["lastKnownState"]["stateName"] == "motor blocked"


def test_power_pulled_during_an_action_is_no_success() -> None:
    at = house()
    at.simulator.clock.after(1, at.simulator.at(at.door).pull_power)
    assert at.json("/lock", **at.about(at.door)) == {"success": False}


ACTIONS_AND_STATES = [
    (OpenerAction.ACTIVATE_RING_TO_OPEN, OpenerState.RING_TO_OPEN_ACTIVE, 2),
    (OpenerAction.DEACTIVATE_RING_TO_OPEN, OpenerState.ONLINE, 2),
    (OpenerAction.ELECTRIC_STRIKE_ACTUATION, OpenerState.ONLINE, 2),
    (OpenerAction.ACTIVATE_CONTINUOUS_MODE, OpenerState.ONLINE, 3),
    (OpenerAction.DEACTIVATE_CONTINUOUS_MODE, OpenerState.ONLINE, 2),
]


def test_an_opener_takes_the_numbers_of_this_api(subtests: pytest.Subtests) -> None:
    for action, state, mode in ACTIONS_AND_STATES:
        with subtests.test(mode=mode):
            at = house()
            at.get("/lockAction", **at.about(at.opener), action=int(action))
            known = at.json("/list")[1]["lastKnownState"]
            assert (known["state"], known["mode"]) == (state, mode)


def test_simple_actions_suit_the_device() -> None:
    at = house()
    at.get("/unlock", **at.about(at.door))
    at.get("/lock", **at.about(at.door))
    at.get("/unlock", **at.about(at.opener))
    assert [entry.event for entry in at.simulator.journal] == [
        PhysicalEvent.UNLATCHED, PhysicalEvent.LOCKED, PhysicalEvent.STRIKE_RELEASED,
    ]  # fmt: skip
    at.bridge.firmware = FirmwareVersion(2, 4, 0)
    assert at.get("/unlock", **at.about(at.door)).status == 404


def test_locking_an_opener_ends_ring_to_open_and_continuous_mode() -> None:
    at = house()
    for action in (1, 4):
        at.get("/lockAction", **at.about(at.opener), action=action)
    at.get("/lock", **at.about(at.opener))
    known = at.json("/list")[1]["lastKnownState"]
    assert (known["state"], known["mode"]) == (OpenerState.ONLINE, 2)


def test_an_unpaired_device_is_unknown() -> None:
    at = house()
    assert at.json("/unpair", **at.about(at.door)) == {"success": True}
    assert [device["name"] for device in at.json("/list")] == ["Intercom"]
    assert at.get("/lockState", **at.about(at.door)).status == 404


@pytest.mark.parametrize("kind", [DeviceType.BOX, DeviceType.SMART_LOCK_5])
def test_bridges_serve_some_types_only(kind: DeviceType) -> None:
    at = house()
    with pytest.raises(ValueError, match=f"not {kind.name}"):
        at.simulator.add_device(kind, "Elsewhere", bridge=at.bridge)


def test_the_journal_says_which_request_moved_the_bolt() -> None:
    at = house()
    at.get("/lock", **at.about(at.door))
    number = at.simulator.calls
    assert [entry.event for entry in at.simulator.journal.caused_by(number)] == [
        PhysicalEvent.LOCKED
    ]
