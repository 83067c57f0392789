from __future__ import annotations

import asyncio

import anyio
import pytest

from nuki import (
    BridgeBusyError,
    HashedToken,
    NotExecutedError,
    PlainToken,
    RequestTimeoutError,
    TransportError,
    UnauthorizedError,
    discover,
    pair,
)
from nuki.bridge import LockAction
from nuki.web import LockState
from nuki_core.auth import EncryptedToken
from nuki_core.ids import DeviceType
from nuki_simulator import (
    FaultKind,
    FaultRule,
    Simulator,
    connect_bridge,
    connect_bridge_async,
    connect_web,
    connect_web_async,
    http_client,
    sample_home,
)


def test_the_sample_home_has_every_type_of_device() -> None:
    home = sample_home()
    assert {device.type for device in home.devices.values()} == set(DeviceType)
    with connect_bridge(home) as bridge, connect_web(home) as web:
        assert [device.name for device in bridge.device.list()] == [
            "Front door", "Intercom", "Back door", "Office",
        ]  # fmt: skip
        assert len(web.smartlock.list()) == 6
    with pytest.raises(LookupError, match="'Front door', 'Intercom'"):
        home.find("Cellar")


@pytest.mark.parametrize("scheme", [EncryptedToken, HashedToken, PlainToken])
def test_every_scheme_gets_in(scheme: type[EncryptedToken]) -> None:
    with connect_bridge(sample_home(), scheme=scheme) as bridge:
        for _ in range(3):
            assert bridge.system.info().server_connected


def test_a_wrong_token_does_not() -> None:
    home = sample_home()
    home.bridges[0].token = "Another1"
    client = connect_bridge(home)
    home.bridges[0].token = "YetAnother1"
    with pytest.raises(UnauthorizedError), client:
        client.device.list()


def test_a_change_on_one_face_is_seen_on_the_other() -> None:
    home = sample_home()
    door = home.find("Front door")
    with connect_bridge(home) as bridge, connect_web(home) as web:
        bridge.device.act(door.nuki_id, LockAction.UNLOCK, device_type=4)
        assert web.smartlock.get(door.smartlock_id).state.state == LockState.UNLOCKED  # type: ignore[union-attr]
        web.smartlock.lock(door.smartlock_id)
        home.clock.settle()
        known = bridge.device.list()[0].last_known_state
        assert known
        assert known.state == 1
    assert len(home.journal) == 2


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_asynchronous_clients_do_the_same(backend: str) -> None:
    home = sample_home()
    door = home.find("Front door")

    async def act() -> list[str]:
        bridge, web = connect_bridge_async(home), connect_web_async(home)
        await bridge.device.unlock(door.nuki_id, device_type=4)
        return [str(lock.name) for lock in await web.smartlock.list()]

    assert anyio.run(act, backend=backend)[0] == "Front door"
    assert len(home.journal) == 1


def test_a_bridge_is_found_and_paired() -> None:
    home = sample_home()
    home.bridges[0].token = None
    home.clock.after(12, home.at(home.bridges[0]).press_button)
    http = http_client(home)
    (found,) = discover(http=http)
    assert found.bridge_id == home.bridges[0].server_id
    token = pair(found.base_url, http=http)
    with connect_bridge(home) as bridge:
        assert len(bridge.device.list()) == 4
    assert token == home.bridges[0].token


def test_tasks_queue_at_the_bridge() -> None:
    home = sample_home()

    async def ask() -> None:
        bridge = connect_bridge_async(home)
        await asyncio.gather(*(bridge.system.info() for _ in range(5)))

    asyncio.run(ask())
    assert home.calls == 5


def test_a_client_survives_a_busy_bridge() -> None:
    home = sample_home()
    home.bridges[0].busy = True
    home.clock.after(0.7, lambda: setattr(home.bridges[0], "busy", False))
    with connect_bridge(home) as bridge:
        assert bridge.device.lock(home.find("Back door").nuki_id, device_type=0).success
        home.bridges[0].busy = True
        with pytest.raises(BridgeBusyError):
            bridge.system.info()
    assert len(home.journal) == 1


def test_an_offline_device_is_an_error() -> None:
    home = sample_home()
    door = home.find("Back door")
    home.at(door).pull_power()
    with connect_bridge(home) as bridge, pytest.raises(NotExecutedError):
        bridge.device.unlock(door.nuki_id, device_type=0)


def refusing(kind: FaultKind) -> Simulator:
    home = sample_home()
    home.faults.add(FaultRule(kind=kind, operation="device.unlock", times=None))
    return home


FAULT_ERRORS = [
    (FaultKind.RESET_AFTER, TransportError, 1),
    (FaultKind.STALL, RequestTimeoutError, 1),
    (FaultKind.TRUNCATE, TransportError, 1),
    (FaultKind.RESET_BEFORE, TransportError, 0),
    (FaultKind.REFUSE, TransportError, 0),
]


def test_no_fault_moves_a_bolt_twice(subtests: pytest.Subtests) -> None:
    for kind, error, moves in FAULT_ERRORS:
        with subtests.test(kind=kind.name):
            home = refusing(kind)
            with connect_bridge(home) as bridge, pytest.raises(error):
                bridge.device.unlock(home.find("Back door").nuki_id, device_type=0)
            home.clock.settle()
            assert len(home.journal) == moves


def test_corrupt_names_and_missing_fields_do_not_fail_the_list() -> None:
    home = sample_home()
    quirks = home.bridges[0].quirks
    quirks.corrupt_names, quirks.omit = True, frozenset({"deviceType", "lastKnownState"})
    with connect_bridge(home) as bridge:
        assert bridge.device.list()[0].name == "Front door\x11"


def test_retry_after_is_waited_for_in_virtual_time() -> None:
    home = sample_home()
    home.faults.add(FaultRule(kind=FaultKind.TOO_MANY_REQUESTS, api="web", seconds=20))
    with connect_web(home) as web:
        assert web.smartlock.list()
    assert home.clock.elapsed >= 20


def test_reading_outlasts_a_movement_that_somebody_else_asked_for() -> None:
    home = sample_home()
    bridge = home.bridges[0]
    bridge.busy = True
    home.clock.after(3.5, lambda: setattr(bridge, "busy", False))
    with connect_bridge(home) as client:
        assert len(client.device.list()) == 4
