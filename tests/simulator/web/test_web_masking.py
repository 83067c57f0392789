from __future__ import annotations

import json

import pytest

from nuki.web import AuthType, LockAction, ShsSubscription
from tools.cassettes.described import problems
from tools.cassettes.home import (
    CODE,
    Home,
    full_home,
    id_of,
    message,
    operation,
    web,
)

TEXT = "No active Smart Hosting subscription for the Smart Lock, please get one!"


def _unpaid() -> Home:
    home = full_home()
    home.simulator.at(home.lock).enter_code(CODE)
    home.later(60)
    home.cloud.settings.smart_hosting = True
    return home


def test_the_list_of_devices_masks_all_but_openers() -> None:
    home = _unpaid()
    lock, opener, _ = home.value("smartlock.list")
    assert lock == {
        "smartlockId": id_of(home.lock),
        "accountId": 0,
        "type": 0,
        "favorite": False,
        "serverState": 1,
        "adminPinState": 1,
        "virtualDevice": False,
        "error": TEXT,
        "subscriptions": [],
    }
    assert opener["name"] == "Intercom"


def test_the_list_of_authorisations_is_masked() -> None:
    home = _unpaid()
    masked = home.value("smartlock_auth.list", types=[AuthType.KEYPAD_CODE])[0]
    assert set(masked) == {
        "smartlockId",
        "authId",
        "type",
        "enabled",
        "remoteAllowed",
        "lockCount",
        "error",
    }


def test_the_log_of_all_devices_is_masked() -> None:
    home = _unpaid()
    answer = home.send("GET", "/smartlock/log")
    # The vendor's own masked entries have a source that the vendor does not declare.
    undeclared = ["$[0].source: 6 is not one of [0, 1, 2, 3]"]
    assert problems("web", operation("smartlock_log.list"), answer) == undeclared
    (entry,) = json.loads(answer.body)
    del entry["id"], entry["date"]
    assert entry == {
        "smartlockId": id_of(home.lock),
        "deviceType": 0,
        "action": 255,
        "trigger": 255,
        "state": 255,
        "autoUnlock": False,
        "source": 6,
        "error": TEXT,
    }


CALLS = [
    ("GET", "", None),
    ("POST", "", {"favorite": True}),
    ("DELETE", "", None),
    ("POST", "/action", {"action": 1}),
    ("POST", "/action/lock", None),
    ("POST", "/action/lock/advanced", None),
    ("POST", "/admin/pin", {"adminPin": 1234}),
    ("GET", "/auth", None),
    ("PUT", "/auth", {"name": "A", "remoteAllowed": True, "type": 13, "code": 222222}),
    ("GET", "/log", None),
]


@pytest.mark.parametrize("status", [400, 402, 403])
def test_calls_about_one_such_device_are_refused(status: int, subtests: pytest.Subtests) -> None:
    for method, path, body in CALLS:
        with subtests.test(method=method, path=path):
            home = _unpaid()
            home.cloud.settings.smart_hosting_status = status
            answer = home.send(
                method, f"/smartlock/{id_of(home.lock)}{path}", json.dumps(body).encode()
            )
            assert (answer.status, message(answer)) == (status, TEXT)


def test_some_calls_are_not_affected() -> None:
    home = _unpaid()
    about = {"smartlock_id": id_of(home.lock)}
    home.done("smartlock.sync", **about)
    home.done("smartlock.update_web_config", **about, body=web("SmartlockWebConfig"))


def test_calls_about_several_devices_skip_it_silently() -> None:
    home = _unpaid()
    body = web(
        "SmartlocksAuthCreate",
        name="All",
        remote_allowed=True,
        account_user_id=home.first("users"),
    )
    home.done("smartlock_auth.create_many", body=body)
    home.done("smartlock_auth.delete_many", body=[home.code_id])
    home.later()
    assert [auth.name for auth in home.opener.auths.values()] == ["All"]
    assert sorted(str(auth.name) for auth in home.lock.auths.values()) == ["Cleaner", "Guest"]


def test_updates_of_several_are_refused() -> None:
    home = _unpaid()
    body = [web("SmartlockAuthMultiUpdate", id=home.code_id, name="New")]
    assert message(home.call("smartlock_auth.update_many", body=body)) == TEXT


def test_an_advanced_creation_names_the_devices() -> None:
    home = _unpaid()
    body = web(
        "SmartlocksAuthAdvancedCreate",
        name="All",
        remote_allowed=True,
        account_user_id=home.first("users"),
        smartlock_ids=[id_of(home.lock), id_of(home.opener)],
    )
    refused = (
        "Auths cannot be created. Please get Smart Hosting subscription for the "
        f"Smart Locks with ID: {id_of(home.lock)}"
    )
    answer = home.value("advanced_api.create_auth_many", body=body)
    assert answer == {"requestId": answer["requestId"], "error": refused}
    home.later()
    assert "All" in {auth.name for auth in home.opener.auths.values()}
    assert "All" not in {auth.name for auth in home.lock.auths.values()}
    body.smartlock_ids = [id_of(home.lock)]
    assert home.value("advanced_api.create_auth_many", body=body) == {"error": refused}


def test_a_subscription_lifts_the_mask() -> None:
    home = _unpaid()
    home.cloud.device(home.lock).subscription = ShsSubscription()
    found = home.value("smartlock.get", smartlock_id=id_of(home.lock))
    assert found["currentSubscription"] == {}
    body = web("SmartlockAction", action=LockAction.LOCK)
    home.done("smartlock.act", smartlock_id=id_of(home.lock), body=body)
