from __future__ import annotations

import json

import pytest

from nuki.bridge import BridgeType
from nuki_core.ids import DeviceType
from nuki_simulator.bridge import answer_discovery
from nuki_simulator.messages import Ending
from tools.cassettes.house import checked, house


def test_the_token_is_handed_out_at_the_press_of_a_button() -> None:
    at = house()
    at.bridge.token = None
    assert json.loads(at.ask("/auth").body) == {"success": False}
    assert at.simulator.clock.elapsed == 30
    at.simulator.clock.after(5, at.simulator.at(at.bridge).press_button)
    told = json.loads(checked("/auth", at.ask("/auth")).body)
    assert told == {"success": True, "token": at.bridge.token}
    assert at.ask("/info", token=told["token"]).status == 200


def test_handing_out_the_token_can_be_forbidden() -> None:
    at = house()
    assert at.json("/configAuth", enable=0) == {"success": True}
    assert checked("/auth", at.ask("/auth")).status == 403
    (hidden,) = json.loads(answer_discovery(at.simulator).body)["bridges"]
    assert (hidden["ip"], hidden["port"]) == ("0.0.0.0", 0)  # noqa: S104
    for wrong in ("2", "x", ""):
        assert at.get("/configAuth", enable=wrong).status == 400


def test_discovery_lists_bridges_with_an_odd_date() -> None:
    at = house()
    answer = checked("/discover/bridges", answer_discovery(at.simulator))
    assert json.loads(answer.body) == {
        "bridges": [
            {
                "bridgeId": at.bridge.server_id,
                "ip": "192.168.1.50",
                "port": 8080,
                "dateUpdated": "2026-03-02 T07:00:00Z",
            }
        ],
        "errorCode": 0,
    }
    at.bridge.quirks.hide_from_discovery = True
    assert json.loads(answer_discovery(at.simulator).body)["bridges"][0]["port"] == 0
    at.bridge.server_connected = False
    assert json.loads(answer_discovery(at.simulator).body)["bridges"] == []


def test_info_tells_what_is_in_range() -> None:
    at = house()
    foreign = at.simulator.add_device(DeviceType.SMART_LOCK, "Shed")
    found = at.json("/info")
    assert found["ids"] == {"hardwareId": at.bridge.hardware_id, "serverId": at.bridge.server_id}
    assert found["versions"]["firmwareVersion"] == "2.15.0"
    names = {entry["name"]: entry["paired"] for entry in found["scanResults"]}
    assert names == {
        f"Nuki_{at.door.nuki_id.hex}": True,
        f"Nuki_Opener_{at.opener.nuki_id.hex}": True,
        f"Nuki_{foreign.nuki_id.hex}": False,
    }


def test_a_software_bridge_is_an_app() -> None:
    at = house()
    at.bridge.type = BridgeType.SOFTWARE
    found = at.json("/info")
    assert found["versions"] == {"appVersion": at.bridge.app_version}
    assert "hardwareId" not in found["ids"]
    assert "wlanConnected" not in found


@pytest.mark.slow
def test_the_log_is_paged_and_cleared_and_does_not_grow() -> None:
    at = house()
    for _ in range(600):
        at.get("/info")
    assert len(at.json("/log")) == 100
    assert len(at.json("/log", offset=10, count=5)) == 5
    assert len(at.bridge.log) == 500
    assert checked("/clearlog", at.get("/clearlog")).body == b""
    assert len(at.json("/log")) == 1
    at.bridge.quirks.no_content = True
    assert checked("/clearlog", at.get("/clearlog")).status == 204


def test_a_restart_takes_ten_seconds() -> None:
    at = house()
    at.simulator.clock.advance(100)
    at.get("/reboot")
    assert at.get("/info").ending == Ending.REFUSED
    at.simulator.clock.advance(10)
    assert at.json("/info")["uptime"] == 0


def test_a_factory_reset_forgets_everything() -> None:
    at = house()
    at.get("/callback/add", url="http://10.0.0.1/")
    at.get("/factoryReset")
    at.simulator.clock.advance(10)
    assert at.get("/info").status == 401
    assert not at.bridge.callbacks
    assert not at.bridge.paired


@pytest.mark.parametrize(("scope", "bridge", "door"), [(0, 1, 8), (1, 1, 7), (2, 0, 8)])
def test_updates_reach_what_is_in_scope(scope: int, bridge: int, door: int) -> None:
    at = house()
    at.get("/fwupdate", scope=scope)
    at.simulator.clock.advance(60)
    assert (at.bridge.firmware.patch, at.door.firmware.patch) == (bridge, door)
