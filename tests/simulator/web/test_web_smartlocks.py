from __future__ import annotations

from typing import Any

import pytest

from nuki import web as web_models
from nuki.firmware import FirmwareVersion
from nuki.web import LockState
from nuki_core.ids import DeviceType
from nuki_simulator import Mechanics
from nuki_simulator.web.device_configs import READ_ONLY
from tools.cassettes.described import description
from tools.cassettes.home import Home, bare_home, id_of, web


def _get(home: Home, device: Any = None) -> dict[str, Any]:
    found: dict[str, Any] = home.value("smartlock.get", smartlock_id=id_of(device or home.lock))
    return found


def _post(home: Home, path: str, body: Any) -> int:
    return home.put("POST", f"/smartlock/{id_of(home.lock)}{path}", body).status


@pytest.mark.parametrize("device_type", list(DeviceType))
def test_each_type_of_device_has_the_configs_that_fit_it(device_type: DeviceType) -> None:
    home = bare_home()
    found = _get(home, home.simulator.add_device(device_type, "Device"))
    advanced = {name for name in found if name.lower().endswith("advancedconfig")}
    expected = {
        DeviceType.OPENER: "openerAdvancedConfig",
        DeviceType.SMART_DOOR: "smartdoorAdvancedConfig",
    }
    assert advanced == {expected.get(device_type, "advancedConfig")}
    assert ("singleLock" in found["config"]) == (device_type != DeviceType.OPENER)
    assert ("ringToOpenEnd" in found["state"]) == (device_type == DeviceType.OPENER)
    assert ("lmType" in found) == (device_type == DeviceType.SMART_DOOR)
    assert ("productVariant" in found["config"]) == (device_type == DeviceType.SMART_LOCK_5)


@pytest.mark.parametrize("device_type", list(DeviceType))
def test_members_are_there_as_recorded_answers_have_them(device_type: DeviceType) -> None:
    home = bare_home()
    found = _get(home, home.simulator.add_device(device_type, "Device"))
    opener = device_type == DeviceType.OPENER
    state, config = found["state"], found["config"]
    assert (state["keypadBatteryCritical"], state["doorsensorBatteryCritical"]) == (False, False)
    assert ("batteryCharge" in state, "batteryCharging" in state) == (not opener, not opener)
    assert config["liftUpHandle"] is False
    assert config["capabilities"] == (0 if device_type == DeviceType.SMART_LOCK else 1)
    assert ("operatingMode" in config) == (opener or device_type == DeviceType.SMART_LOCK)


@pytest.mark.parametrize(
    ("device_type", "firmware", "hardware"),
    [
        (DeviceType.SMART_LOCK, (2, 12, 4), 2817),
        (DeviceType.OPENER, (1, 7, 1), 1041),
        (DeviceType.SMART_LOCK_3, (3, 10, 7), 1292),
    ],
)
def test_firmware_and_hardware_follow_from_the_type(
    device_type: DeviceType, firmware: tuple[int, int, int], hardware: int
) -> None:
    home = bare_home()
    device = home.simulator.add_device(device_type, "Device")
    found = _get(home, device)
    assert FirmwareVersion.from_int(found["firmwareVersion"]) == device.firmware == firmware
    assert found["hardwareVersion"] == hardware


def test_date_times_have_three_digits_after_the_second() -> None:
    home = bare_home()
    home.later(0.123456)
    guest = web("AccountUserCreate", name="Guest", email="guest@example.com")
    user = home.value("account_user.create", body=guest)
    assert user["creationDate"] == "2026-03-02T07:00:00.123Z"
    body = {
        "name": "New",
        "type": 13,
        "code": 222_222,
        "allowedUntilDate": "2026-04-01T00:00:00.123456Z",
    }
    assert home.put("PUT", f"/smartlock/{id_of(home.lock)}/auth", body).status == 204
    home.later()
    (auth,) = home.value("smartlock_auth.list")
    assert auth["allowedUntilDate"] == "2026-04-01T00:00:00.123Z"


def test_devices_are_listed_by_type_and_authorisation() -> None:
    home = bare_home()
    (opener,) = home.value("smartlock.list", device_type=DeviceType.OPENER)
    assert opener["smartlockId"] == id_of(home.opener)
    assert home.value("smartlock.list", auth_id=opener["authId"]) == [opener]
    assert len(home.value("smartlock.list")) == 2


def test_the_state_is_the_one_last_reported() -> None:
    home = bare_home()
    hands = home.simulator.at(home.lock)
    hands.lose_connection()
    hands.turn_key(locked=False)
    assert _get(home)["state"]["state"] == LockState.LOCKED.value
    hands.regain_connection()
    assert _get(home)["state"]["state"] == LockState.UNLOCKED.value


def test_name_and_favourite_change_at_once() -> None:
    home = bare_home()
    assert _post(home, "", {"name": "Main door", "favorite": True}) == 204
    found = _get(home)
    assert (found["name"], found["favorite"]) == ("Main door", True)
    assert found["config"]["name"] == "Front door"
    assert _post(home, "", {"favorite": False}) == 204
    assert _get(home)["name"] == "Main door"
    assert _post(home, "", {"name": "n" * 33}) == 400


def test_a_deleted_device_is_gone_everywhere() -> None:
    home = bare_home()
    home.done("smartlock.delete", smartlock_id=id_of(home.lock))
    assert len(home.value("smartlock.list")) == 1
    assert home.call("smartlock.get", smartlock_id=id_of(home.lock)).status == 404
    assert home.lock.smartlock_id not in home.simulator.devices


@pytest.mark.parametrize("pin", [-1, 10_000, "abc", None])
def test_an_admin_pin_has_four_digits(pin: Any) -> None:
    home = bare_home()
    assert _get(home)["adminPinState"] == 1
    assert _post(home, "/admin/pin", {"adminPin": pin}) == 400
    assert _post(home, "/admin/pin", {"adminPin": 1234}) == 204
    assert _get(home)["adminPinState"] == 0


def test_a_config_is_changed_later_and_stays_read_only_where_it_is() -> None:
    home = bare_home()
    config = {**_get(home)["config"], "name": "Renamed", "ledBrightness": 5, "keypadPaired": False}
    assert _post(home, "/config", config) == 204
    assert _post(home, "/config", config) == 423
    assert _get(home)["config"]["name"] == "Front door"
    home.later()
    found = _get(home)
    assert found["config"] == {**config, "keypadPaired": True}
    assert found["name"] == home.lock.name == "Renamed"


def test_an_offline_device_keeps_its_config() -> None:
    home = bare_home()
    home.simulator.at(home.lock).lose_connection()
    config = _get(home)["config"]
    assert _post(home, "/config", {**config, "ledBrightness": 5}) == 204
    home.later()
    assert _get(home)["config"] == config


def test_a_config_must_be_complete() -> None:
    home = bare_home()
    config = _get(home)["config"]
    del config["timezoneId"]
    assert _post(home, "/config", config) == 400
    assert _post(home, "/config", {**config, "timezoneId": 37, "name": ""}) == 400


def test_an_advanced_config_decides_what_the_device_does() -> None:
    home = bare_home()
    config = {
        **_get(home)["advancedConfig"],
        "autoLock": True,
        "autoLockTimeout": 1,
        "lngTimeout": 60,
        "unlatchDuration": 10,
        "totalDegrees": -1,
    }
    assert _post(home, "/advanced/config", config) == 204
    home.later()
    assert home.lock.mechanics == Mechanics(auto_lock=2.0, lock_n_go=60, unlatch=10)
    assert _get(home)["advancedConfig"]["totalDegrees"] == 900
    assert _post(home, "/advanced/config", {**config, "autoLock": False}) == 204
    home.later()
    assert home.lock.mechanics.auto_lock is None


def test_an_openers_config_decides_what_it_does() -> None:
    home = bare_home()
    config = home.cloud.device(home.opener).opener
    assert config is not None
    body = type(config).from_dict(
        {**config.to_dict(), "rtoTimeout": 5, "disableRtoAfterRing": False}
    )
    home.done("smartlock.update_opener_advanced_config", smartlock_id=id_of(home.opener), body=body)
    home.later()
    assert home.opener.mechanics == Mechanics(
        ring_to_open_timeout=300.0, disable_ring_to_open_after_ring=False
    )


def test_a_config_of_another_type_is_refused() -> None:
    home = bare_home()
    assert _post(home, "/advanced/smartdoorconfig", {"autoLock": True, "batteryType": 0}) == 400


def test_null_leaves_a_web_config_alone_and_an_empty_list_clears() -> None:
    home = bare_home()
    assert _post(home, "/web/config", {"dismissedLiftUpHandleWarning": [1, 2]}) == 204
    assert _post(home, "/web/config", {"batteryWarningPerMailEnabled": False}) == 204
    assert _post(home, "/web/config", {"dismissedLiftUpHandleWarning": None}) == 204
    assert _get(home)["webConfig"] == {
        "batteryWarningPerMailEnabled": False,
        "dismissedLiftUpHandleWarning": [1, 2],
    }
    assert _post(home, "/web/config", {"dismissedLiftUpHandleWarning": []}) == 204
    assert _get(home)["webConfig"]["dismissedLiftUpHandleWarning"] == []


def test_bulk_web_configs_name_devices_of_the_account() -> None:
    home = bare_home()
    body = {"webConfigRequests": [{"smartlockId": 77, "webConfig": {}}]}
    assert home.put("POST", "/bulk-web-config", body).status == 400
    assert home.put("POST", "/bulk-web-config", {"webConfigRequests": [{}]}).status == 400
    assert home.put("POST", "/bulk-web-config", {}).status == 204


def test_the_read_only_members_are_those_of_the_description() -> None:
    schemas = description("web")["components"]["schemas"]
    configs = [name for name in schemas if name.startswith("Smartlock") and "Config" in name]
    marked = {
        (config, name)
        for config in configs
        for name, schema in schemas[config]["properties"].items()
        if schema.get("readOnly")
    }
    refused = {
        (config, wire)
        for config in configs
        for name, wire in getattr(web_models, config).json_names.items()
        if name in READ_ONLY
    }
    assert refused == marked


def test_the_body_of_a_subscription_shows() -> None:
    home = bare_home()
    home.cloud.device(home.lock).past_subscriptions.append(web("ShsSubscription"))
    assert _get(home)["previousSubscriptions"] == [{}]


def test_a_device_that_never_reported_has_no_state() -> None:
    home = bare_home()
    home.lock.reported = None
    assert "state" not in _get(home)
