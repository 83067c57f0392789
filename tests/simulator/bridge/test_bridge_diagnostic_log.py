from __future__ import annotations

from typing import Any

import pytest

from nuki.bridge import LogEntry
from nuki.firmware import FirmwareVersion
from tools.cassettes.described import description, faults
from tools.cassettes.house import House, house


def written(at: House, *, without: str = "HTTP-Log") -> list[dict[str, Any]]:
    """What stands in the log, oldest first, without times; it must be as described."""
    found: list[dict[str, Any]] = at.json("/log")
    document = description("bridge")
    schema = document["components"]["schemas"]["LogEntry"]
    assert [fault for entry in found for fault in faults(document, schema, entry)] == []
    declared = set(LogEntry.json_names.values())
    assert {name for entry in found for name in entry} <= declared
    entries = [{name: entry[name] for name in entry if name != "timestamp"} for entry in found]
    return [entry for entry in reversed(entries) if entry["type"] != without]


def test_an_action_is_written_from_the_request_to_the_end_of_the_connection() -> None:
    at = house()
    at.get("/lockAction", **at.about(at.door), action=2)
    at.simulator.clock.advance(10)
    device = at.door.nuki_id.hex
    paired = {"nukiId": device, "pairIndex": 0}
    connection = {**paired, "bleHandle": "0001"}
    assert written(at) == [
        {"type": "HTTP-LockActionStart", "nukiId": device, "action": "lock"},
        {"type": "BLE-Connect", **paired},
        {"type": "BLE-Connect", "macAddr": f"54D272{device[2:]}"},
        {"type": "BLE-Connected", **connection},
        {"type": "BLE-TurnOnNotific", **paired},
        {"type": "BLE-GetChallenge", **paired},
        {"type": "BLE-TurnOnNotific", **paired},
        {"type": "BLE-SendLockAction", **paired},
        {"type": "SSE-PushNukisRequest", "count": 2},
        {"type": "SSE-PushNukisResponse"},
        {"type": "HTTP-LockActionSuccess", "nukiId": device},
        {"type": "BLE-ConnectionTimeout", "nukiId": device},
        {"type": "BLE-Disconnect", **connection},
        {"type": "BLE-Disconnected", **connection},
    ]


def test_a_bridge_of_the_first_generation_writes_its_own_members() -> None:
    at = house()
    at.bridge.firmware = FirmwareVersion(1, 11, 0)
    at.get("/lockState", nukiId=int(at.door.nuki_id), deviceType=int(at.door.type))
    found = written(at)
    assert {"type": "WLAN-SocketConnected", "connection": 0} in found
    assert {"type": "BLE-Connect", "handles": [24, 25]} in found
    assert {"type": "BLE-SendingMsg", "nukiId": at.door.nuki_id.hex, "cmdId": "0001"} in found
    assert not [entry for entry in found if "pairIndex" in entry]
    at.simulator.at(at.door).turn_key(locked=False)
    assert {"type": "SSE-PushNukisResponse", "error": 0} in written(at)


def test_a_device_out_of_reach_times_out() -> None:
    at = house()
    at.simulator.at(at.door).lose_connection()
    at.get("/lockState", **at.about(at.door))
    kinds = [entry["type"] for entry in written(at)]
    assert kinds[-2:] == ["BLE-Connect", "BLE-ConnectionTimeout"]


def test_a_reboot_shows_in_the_connection_to_the_server() -> None:
    at = house()
    at.get("/reboot")
    at.simulator.clock.advance(10)
    assert written(at)[-2:] == [
        {"type": "SSE-Disconnected", "serverNum": 5},
        {"type": "SSE-Connected", "serverNum": 6},
    ]


def test_a_callback_that_nobody_takes_is_written() -> None:
    at = house()
    at.simulator.outbox.receivers["http://dead"] = lambda _: None
    at.get("/callback/add", url="http://dead/")
    at.simulator.at(at.door).turn_key(locked=False)
    assert written(at)[-1] == {"type": "HTTP-PostTimeout"}


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/list", "HTTP-List"), ("/info", "HTTP-Info"), ("/callback/list", "HTTP-CallbackList")],
)
def test_requests_are_written_by_what_they_ask(path: str, kind: str) -> None:
    at = house()
    at.get(path)
    assert written(at) == [{"type": kind}]
