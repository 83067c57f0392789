"""Devices by name or id, the same over either API, and over both."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import anyio
import pytest

from nuki import (
    AsyncBox,
    AsyncHome,
    AsyncLock,
    Box,
    BridgeBusyError,
    ConnectError,
    Device,
    FirmwareVersion,
    Home,
    Lock,
    NukiError,
    Opener,
    SmartDoor,
    ValidationError,
)
from nuki.bridge import Device as BridgeDevice
from nuki.web import DoorState, LockState, OpenerState, ServerState, Smartlock
from nuki_simulator import FaultKind, FaultRule, Simulator, connect_bridge, connect_web
from nuki_simulator.serve.clients import connect_bridge_async, connect_web_async

if TYPE_CHECKING:
    from nuki import BridgeClient, WebClient

DOOR = 0x1A2B3C4D


@pytest.fixture(params=["bridge", "web", "both"])
def home(request: pytest.FixtureRequest, nuki_simulator: Simulator) -> Home:
    clients: dict[str, Any] = {
        "bridge": [connect_bridge],
        "web": [connect_web],
        "both": [connect_bridge, connect_web],
    }
    return Home(*(connect(nuki_simulator) for connect in clients[request.param]))


@pytest.fixture
def both(nuki_bridge: BridgeClient, nuki_web: WebClient) -> Home:
    return Home(nuki_bridge, nuki_web)


def test_a_device_is_what_it_is_over_either_api(home: Home, nuki_simulator: Simulator) -> None:
    door = home.device("Front door")
    simulated = nuki_simulator.find("Front door")
    assert type(door) is Lock
    assert (door.id, door.nuki_id, door.hex) == (simulated.smartlock_id, DOOR, "1A2B3C4D")
    assert door.state is LockState.LOCKED
    assert door.is_locked is True
    assert door.is_jammed is False
    assert door.door_state is DoorState.DOOR_CLOSED
    assert door.is_door_open is False
    assert door.battery_percent == 80
    assert door.battery_critical is False
    assert door.keypad_battery_critical is False
    assert door.firmware == FirmwareVersion(3, 10, 7)
    assert door.available
    assert door.problem == ""
    assert door.as_of == nuki_simulator.clock.now()
    assert isinstance(door.model, Smartlock | BridgeDevice)
    assert "Front door" in repr(door)


def test_types_have_classes(home: Home) -> None:
    kinds = {device.name: type(device) for device in home.devices()}
    assert kinds["Front door"] is kinds["Back door"] is Lock
    assert kinds["Intercom"] is Opener
    assert kinds["Office"] is SmartDoor
    if home.web is not None:
        assert kinds["Garden gate"] is Lock
        assert kinds["Parcel box"] is Box


def test_what_is_not_known_is_none(home: Home) -> None:
    opener = home.device("Intercom", Opener)
    assert opener.state is OpenerState.ONLINE
    assert opener.door_state is None
    assert opener.keypad_battery_critical is None
    back = home.device("Back door", Lock)
    assert back.door_state is None
    assert back.is_door_open is None


def test_an_opener_has_no_bolt_and_a_lock_no_strike(home: Home) -> None:
    assert not hasattr(home.device("Intercom"), "unlock")
    assert not hasattr(home.device("Intercom"), "is_locked")
    assert not hasattr(home.device("Front door"), "open")
    assert not hasattr(home.device("Front door"), "activate_ring_to_open")


@pytest.mark.parametrize("which", ["Front door", "1A2B3C4D", "1a2b3c4d", DOOR])
def test_a_device_is_found_by_name_and_by_id(home: Home, which: str | int) -> None:
    door = home.device(which)
    assert door.name == "Front door"
    assert home.device(door.id) is home.device(door.nuki_id) is door


def test_what_there_is_not_is_refused_with_what_there_is(home: Home) -> None:
    with pytest.raises(ValidationError, match=r"no device 'Cellar'; there are 'Front door' \(1A2B"):
        home.device("Cellar")
    with pytest.raises(ValidationError, match="is of type Opener, which is no Lock"):
        home.device("Intercom", Lock)


def test_two_of_a_name_are_both_named(home: Home, nuki_simulator: Simulator) -> None:
    nuki_simulator.find("Back door").name = "Front door"
    with pytest.raises(ValidationError, match=r"\(1A2B3C4D\) and 'Front door' \(3C4D5E6F\)"):
        home.device("Front door")
    assert home.device("3C4D5E6F").name == "Front door"


def test_states_are_read_anew_when_asked_for(home: Home, nuki_simulator: Simulator) -> None:
    door, simulated = home.device("Front door", Lock), nuki_simulator.find("Front door")
    nuki_simulator.clock.advance(10)
    nuki_simulator.at(simulated).turn_key(locked=False)
    before = door.as_of
    assert door.is_locked is True
    snapshot = door.refresh()
    assert snapshot is door.snapshot
    assert door.is_locked is False
    assert before is not None
    assert door.as_of is not None
    assert door.as_of > before


def test_a_device_out_of_reach_is_not_available_and_its_state_not_known(
    home: Home, nuki_simulator: Simulator
) -> None:
    door = home.device("Front door", Lock)
    nuki_simulator.at(nuki_simulator.find("Front door")).lose_connection()
    door.refresh()
    assert not door.available
    assert "does not reach" in door.problem
    assert door.state is None
    assert door.is_locked is None
    assert door.is_jammed is None
    assert door.door_state is None


def test_a_device_that_is_gone_says_so(home: Home, nuki_simulator: Simulator) -> None:
    door = home.device("Front door", Lock)
    nuki_simulator.remove_device(nuki_simulator.find("Front door"))
    assert door not in home.devices()
    assert not door.available
    assert door.state is None
    with pytest.raises(ValidationError, match="no device"):
        home.device("Front door")


def test_devices_stay_the_same_objects(home: Home) -> None:
    assert home.devices() == home.devices()


# Both


def test_the_bridge_is_asked_first_and_the_web_api_for_the_rest(
    both: Home, nuki_simulator: Simulator
) -> None:
    assert both.device("Front door").snapshot.source == "bridge"
    assert both.device("Garden gate").snapshot.source == "web"
    calls = nuki_simulator.calls
    both.device("Front door").refresh()
    assert nuki_simulator.calls == calls + 1


def test_names_are_those_of_the_account(both: Home, nuki_simulator: Simulator) -> None:
    nuki_simulator.bridges[0].quirks.corrupt_names = True
    nuki_simulator.bridges[0].quirks.omit = frozenset({"deviceType"})
    opener = both.device("Intercom")
    assert type(opener) is Opener


def test_when_the_bridge_does_not_answer_the_web_api_does(
    both: Home, nuki_simulator: Simulator
) -> None:
    nuki_simulator.bridges[0].powered = False
    door = both.device("Front door")
    assert door.snapshot.source == "web"
    assert both.bridge_problem is not None
    nuki_simulator.bridges[0].powered = True
    nuki_simulator.clock.advance(60)
    door.refresh()
    assert door.snapshot.source == "bridge"
    assert both.bridge_problem is None


def test_a_device_that_the_bridge_does_not_reach_may_be_reached_by_the_server(
    both: Home, nuki_simulator: Simulator
) -> None:
    nuki_simulator.bridges[0].quirks.omit = frozenset({"lastKnownState"})
    door = both.device("Front door")
    assert door.available
    assert door.snapshot.source == "web"
    door.refresh()
    assert door.snapshot.source == "web"


def test_without_the_web_api_an_error_is_an_error(
    nuki_bridge: BridgeClient, nuki_simulator: Simulator
) -> None:
    nuki_simulator.faults.add(FaultRule(kind=FaultKind.REFUSE, times=None))
    with pytest.raises(ConnectError):
        Home(nuki_bridge).devices()


def test_a_server_that_does_not_know_its_device_is_not_believed(
    nuki_web: WebClient, nuki_simulator: Simulator
) -> None:
    nuki_simulator.find("Front door").server_state = ServerState.UNREGISTERED
    door = Home(nuki_web).device("Front door")
    assert not door.available
    assert "UNREGISTERED" in door.problem


def test_a_type_of_tomorrow_can_be_read(nuki_web: WebClient, nuki_simulator: Simulator) -> None:
    nuki_simulator.add_device(9, "Drawbridge")
    drawbridge = Home(nuki_web).device("Drawbridge")
    assert type(drawbridge) is Device
    assert drawbridge.state is LockState.LOCKED
    assert not hasattr(drawbridge, "unlock")


# Clients


def test_a_home_closes_its_clients(nuki_simulator: Simulator) -> None:
    web = connect_web(nuki_simulator)
    with Home(web, close_clients=False) as home:
        assert home.devices()
    assert web.smartlock.list()
    assert "WebClient" in repr(home)


def test_clients_fit_the_home(nuki_simulator: Simulator, nuki_web: WebClient) -> None:
    cases: list[tuple[Any, Any]] = [
        (Home, connect_web_async(nuki_simulator)),
        (AsyncHome, nuki_web),
        (Home, "token"),
    ]
    for kind, client in cases:
        with pytest.raises(ValidationError, match=f"{kind.__name__} takes clients of its kind"):
            kind(client)


def test_dates_of_a_bridge_are_in_plain_utc(nuki_bridge: BridgeClient) -> None:
    as_of = Home(nuki_bridge).device("Front door").as_of
    assert as_of is not None
    assert as_of.tzname() == "UTC"


def test_clients_are_one_of_each_kind(nuki_web: WebClient) -> None:
    with pytest.raises(ValidationError, match="two clients of the same kind"):
        Home(nuki_web, nuki_web)
    with pytest.raises(ValidationError, match="pass a client"):
        Home()


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_tasks_have_homes_too(nuki_simulator: Simulator, backend: str) -> None:
    async def main() -> None:
        clients = connect_bridge_async(nuki_simulator), connect_web_async(nuki_simulator)
        async with AsyncHome(*clients) as home:
            door = await home.device("Front door", AsyncLock)
            assert door.is_locked is True
            nuki_simulator.at(nuki_simulator.find("Front door")).turn_key(locked=False)
            assert (await door.refresh()).is_locked is False
            assert type(await home.device("Parcel box")) is AsyncBox
            assert len(await home.devices()) == 6

    anyio.run(main, backend=backend)


# Settings


def test_a_setting_is_changed_and_all_others_stay(
    nuki_web: WebClient, nuki_simulator: Simulator
) -> None:
    door = Home(nuki_web).device("Front door")
    before = door.config
    assert before is not None
    config = door.update_config(led_enabled=False, led_brightness=1)
    assert config.led_enabled is False
    assert config == door.config
    after = nuki_web.smartlock.get(door.id).config
    assert after
    expected = {**before.to_dict(), "ledEnabled": False, "ledBrightness": 1}
    assert after.to_dict() == expected


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("Front door", {"lng_timeout": 45}),
        ("Intercom", {"sound_level": 3}),
        ("Office", {"lng_timeout": 45}),
    ],
)
def test_settings_of_a_type_are_changed_alike(
    nuki_web: WebClient, name: str, change: dict[str, object]
) -> None:
    device = Home(nuki_web).device(name)
    before = device.advanced_config
    assert before is not None
    found = device.update_advanced_config(**change)
    expected = {before.json_names[key]: value for key, value in change.items()}
    assert found.to_dict() == {**before.to_dict(), **expected}
    assert device.advanced_config == found


def test_another_change_is_waited_for(nuki_web: WebClient, nuki_simulator: Simulator) -> None:
    door = Home(nuki_web).device("Front door", Lock)
    door.lock(wait=False)
    assert door.update_config(led_enabled=False).led_enabled is False


def test_a_setting_that_there_is_not_is_refused(nuki_web: WebClient) -> None:
    with pytest.raises(ValidationError, match=r"led_enable: no such setting; .*, led_enabled, "):
        Home(nuki_web).device("Front door").update_config(led_enable=False)


def test_settings_that_do_not_arrive_are_an_error(
    nuki_web: WebClient, nuki_simulator: Simulator
) -> None:
    door = Home(nuki_web).device("Front door")
    nuki_simulator.network.loss = 1
    began = nuki_simulator.clock.now()
    with pytest.raises(NukiError, match="does not have them after 60 s") as caught:
        door.update_config(led_enabled=False)
    assert caught.value.may_have_run
    assert nuki_simulator.clock.now() - began < timedelta(seconds=70)


def test_a_bridge_has_no_settings(nuki_bridge: BridgeClient) -> None:
    door = Home(nuki_bridge).device("Front door")
    assert door.config is None
    assert door.advanced_config is None
    assert door.zone is None
    with pytest.raises(ValidationError, match="takes the Web API"):
        door.update_config(led_enabled=False)


def test_the_zone_is_that_of_the_lock(nuki_web: WebClient) -> None:
    assert str(Home(nuki_web).device("Front door").zone) == "Europe/Berlin"


def test_a_busy_bridge_is_not_offline(nuki_simulator: Simulator, nuki_bridge: BridgeClient) -> None:
    nuki_simulator.bridges[0].busy = True
    with pytest.raises(BridgeBusyError):
        Home(nuki_bridge).devices()
