from __future__ import annotations

import json
from typing import Any

import pytest

from nuki.firmware import FirmwareVersion
from nuki.web import (
    LockAction,
    LockState,
    LockTrigger,
    LogState,
    OpenerAction,
    OpenerMode,
    OpenerState,
)
from nuki_core.ids import DeviceType
from nuki_simulator import CauseKind, Device, PhysicalEvent
from nuki_simulator.bridge import answer_bridge
from nuki_simulator.messages import HttpRequest, Wait
from tools.cassettes.home import (
    CENTRAL,
    Home,
    application,
    apply_for_advanced_api,
    bare_home,
    full_home,
    id_of,
    message,
    web,
)


def _act(home: Home, action: int, device: Device | None = None) -> int:
    body = web("SmartlockAction", action=action)
    return home.call("smartlock.act", smartlock_id=id_of(device or home.lock), body=body).status


def _state(home: Home, device: Device | None = None) -> dict[str, Any]:
    found = home.value("smartlock.get", smartlock_id=id_of(device or home.lock))
    state: dict[str, Any] = found["state"]
    return state


def _log(home: Home, device: Device | None = None) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = home.value(
        "smartlock_log.list_for_smartlock", smartlock_id=id_of(device or home.lock)
    )
    return found


def test_an_action_is_accepted_first_and_done_later() -> None:
    home = bare_home()
    assert _act(home, LockAction.UNLOCK) == 204
    assert _state(home)["state"] == LockState.LOCKED.value
    assert home.simulator.journal.of(home.lock.smartlock_id) == []
    home.later(2.5)
    assert _state(home)["state"] == LockState.UNLOCKING.value
    home.later(30)
    state = _state(home)
    assert (state["state"], state["trigger"]) == (LockState.UNLOCKED, LockTrigger.WEB)
    (event,) = home.simulator.journal.of(home.lock.smartlock_id)
    assert (event.event, event.cause.kind) == (PhysicalEvent.UNLOCKED, CauseKind.WEB)


def test_the_journal_knows_which_request_moved_the_bolt() -> None:
    home = bare_home()
    assert _act(home, LockAction.UNLOCK) == 204
    call = home.simulator.calls
    home.later()
    assert [one.event for one in home.simulator.journal.caused_by(call)] == [PhysicalEvent.UNLOCKED]


def test_meanwhile_the_device_is_locked_for_other_operations() -> None:
    home = bare_home()
    assert _act(home, LockAction.UNLOCK) == 204
    entry = home.value("smartlock.get", smartlock_id=id_of(home.lock))
    assert entry["operationId"] == entry["state"]["operationId"] == entry["config"]["operationId"]
    refused = home.call("smartlock.lock", smartlock_id=id_of(home.lock))
    assert refused.status == 423
    assert refused.body == b'{"stackTrace":[],"suppressedExceptions":[]}'
    home.later()
    assert "operationId" not in home.value("smartlock.get", smartlock_id=id_of(home.lock))
    assert _act(home, LockAction.LOCK) == 204
    home.later()
    assert home.lock.status.state == LockState.LOCKED


def test_an_offline_device_loses_the_action_silently() -> None:
    home = bare_home()
    home.simulator.at(home.lock).lose_connection()
    assert _act(home, LockAction.UNLOCK) == 204
    home.later()
    assert home.simulator.journal.of(home.lock.smartlock_id) == []
    entry = home.value("smartlock.get", smartlock_id=id_of(home.lock))
    assert "operationId" not in entry
    assert entry["serverState"] == 4
    assert _log(home) == []


def test_an_action_may_get_lost_on_the_way() -> None:
    home = bare_home()
    home.simulator.network.loss = 1.0
    assert _act(home, LockAction.UNLOCK) == 204
    home.later()
    assert home.lock.status.state == LockState.LOCKED


def test_every_action_is_logged() -> None:
    home = bare_home()
    for action in (LockAction.UNLOCK, LockAction.UNLATCH, LockAction.LOCK):
        assert _act(home, action) == 204
        home.later()
    found = _log(home)
    assert [entry["action"] for entry in found] == [2, 3, 1]
    assert {entry["trigger"] for entry in found} == {LockTrigger.WEB.value}
    assert {entry["state"] for entry in found} == {0}


def test_a_blocked_bolt_is_logged_as_such() -> None:
    home = bare_home()
    home.simulator.at(home.lock).jam()
    assert _act(home, LockAction.UNLOCK) == 204
    home.later()
    assert _log(home)[0]["state"] == LogState.MOTOR_BLOCKED.value


def test_the_bridge_sees_what_the_web_api_did() -> None:
    home = bare_home()
    bridge = home.simulator.add_bridge(token="bridge1")
    bridge.paired.append(home.lock.smartlock_id)
    assert _act(home, LockAction.UNLOCK) == 204
    home.later()
    request = HttpRequest("GET", "/list", (("token", "bridge1"),))
    home.simulator.begin()
    reply = answer_bridge(home.simulator, bridge, request)
    while isinstance(reply, Wait):
        home.later(reply.seconds)
        reply = reply.then()
    (listed,) = json.loads(reply.body)
    assert listed["lastKnownState"]["state"] == LockState.UNLOCKED.value


def test_an_opener_has_actions_of_its_own() -> None:
    home = bare_home()
    assert _act(home, OpenerAction.ACTIVATE_CONTINUOUS_MODE, home.opener) == 204
    home.later()
    assert _state(home, home.opener)["mode"] == OpenerMode.CONTINUOUS.value
    assert _act(home, OpenerAction.ACTIVATE_RING_TO_OPEN, home.opener) == 204
    home.later()
    state = _state(home, home.opener)
    assert state["state"] == OpenerState.RING_TO_OPEN_ACTIVE.value
    assert state["ringToOpenTimer"] == 1172
    assert state["ringToOpenEnd"] == "2026-03-02T07:20:32.000Z"


@pytest.mark.parametrize("action", [0, 6, 7, 42])
def test_an_action_that_the_lock_does_not_know_is_refused(action: int) -> None:
    assert _act(bare_home(), action) == 400


@pytest.mark.parametrize("action", [4, 5])
def test_the_bridges_numbers_for_continuous_mode_are_refused(action: int) -> None:
    home = bare_home()
    assert _act(home, action, home.opener) == 400


def test_doors_in_the_us_have_no_latch() -> None:
    home = bare_home()
    home.cloud.device(home.lock).american = True
    assert _act(home, LockAction.UNLATCH) == 400
    home.done("smartlock.unlock", smartlock_id=id_of(home.lock))
    home.later()
    assert home.lock.status.last_action == LockAction.UNLOCK


def test_simple_actions_mean_what_the_device_makes_of_them() -> None:
    home = bare_home()
    home.done("smartlock.unlock", smartlock_id=id_of(home.lock))
    home.done("smartlock.unlock", smartlock_id=id_of(home.opener))
    home.later()
    assert home.lock.status.last_action == LockAction.UNLATCH
    assert home.opener.status.last_action == OpenerAction.ELECTRIC_STRIKE_ACTUATION


def test_simple_actions_need_a_firmware_and_a_device_that_has_them() -> None:
    home = bare_home()
    old = home.simulator.add_device(DeviceType.SMART_LOCK, "Old", firmware=FirmwareVersion(1, 7, 9))
    box = home.simulator.add_device(DeviceType.BOX, "Box")
    for device in (old, box):
        answer = home.call("smartlock.lock", smartlock_id=id_of(device))
        assert answer.status == 405
        assert message(answer) == "The smartlock does not support this action."
    old.firmware = FirmwareVersion(1, 8, 0)
    home.done("smartlock.lock", smartlock_id=id_of(old))
    home.done("smartlock.unlock", smartlock_id=id_of(box))


def test_devices_of_another_account_are_not_there() -> None:
    home = bare_home()
    other = home.simulator.add_account("Other", "other@example.com")
    home.token = home.simulator.add_token(other).text
    assert home.value("smartlock.list") == []
    assert home.call("smartlock.get", smartlock_id=id_of(home.lock)).status == 404
    assert home.call("smartlock.lock", smartlock_id=id_of(home.lock)).status == 404
    assert home.call("smartlock.delete", smartlock_id=id_of(home.lock)).status == 404


# Advanced


def _advanced(home: Home, name: str, **more: Any) -> str:
    found = home.value(f"advanced_api.{name}", smartlock_id=id_of(home.lock), **more)
    assert len(found["requestId"]) == 24
    return str(found["requestId"])


def _results(home: Home) -> list[Any]:
    return [one for one in home.posted(CENTRAL) if "requestId" in one]


@pytest.mark.parametrize(
    ("name", "kind", "body"),
    [
        ("unlock", "UnlockAction", {}),
        ("lock", "LockAction", {}),
        ("act", "SmartlockAction", {"body": web("SmartlockAction", action=LockAction.UNLOCK)}),
    ],
)
def test_an_advanced_action_reports_when_it_is_done(
    name: str, kind: str, body: dict[str, Any]
) -> None:
    home = bare_home()
    apply_for_advanced_api(home, features=[])
    request_id = _advanced(home, name, **body)
    assert _results(home) == []
    home.later()
    assert _results(home) == [
        {
            "type": kind,
            "requestId": request_id,
            "smartlockId": id_of(home.lock),
            "success": True,
        }
    ]


@pytest.mark.parametrize(("mishap", "code"), [("lose_connection", "ff"), ("jam", "42")])
def test_an_advanced_action_reports_why_it_failed(mishap: str, code: str) -> None:
    home = bare_home()
    apply_for_advanced_api(home, features=[])
    getattr(home.simulator.at(home.lock), mishap)()
    request_id = _advanced(home, "unlock")
    home.later()
    (result,) = _results(home)
    assert (result["success"], result["requestId"]) == (False, request_id)
    assert result["detail"] == [
        {"smartlockId": id_of(home.lock), "success": False, "errorCode": code}
    ]
    logs = home.value("advanced_api.list_webhook_logs", api_key_id=home.first("api_keys"))
    assert [entry["requestId"] for entry in logs] == [request_id]


def test_the_outcome_is_told_to_the_application_that_asked() -> None:
    home = bare_home()
    apply_for_advanced_api(home, features=[])
    elsewhere = "https://hooks.example.com/second"
    second = home.value("api_key.create", body=web("ApiKeyCreate"))["apiKeyId"]
    home.done("api_key.request_advanced_access", api_key_id=second, body=application(elsewhere, []))
    token = home.value("api_key.create_token", api_key_id=second, body=web("ApiKeyTokenCreate"))
    home.token = token["accessToken"]
    request_id = _advanced(home, "lock")
    home.later()
    assert _results(home) == []
    assert [one["requestId"] for one in home.posted(elsewhere)] == [request_id]


# What goes away while something is under way


@pytest.mark.parametrize("name", ["smartlock.delete", "account.delete"])
def test_what_is_still_under_way_disturbs_nobody(name: str) -> None:
    home = full_home()
    about = {"smartlock_id": id_of(home.lock)}
    assert _act(home, LockAction.UNLOCK) == 204
    home.done("smartlock_auth.delete", **about, auth_id=home.code_id)
    home.done("account_user.delete", account_user_id=home.first("users"))
    home.done(name, **(about if name == "smartlock.delete" else {}))
    told = len(home.posted())
    home.later()
    assert all("accountUser" in one for one in home.posted()[told:])
    assert home.lock.smartlock_id not in home.cloud.state.devices
