"""A watch tells what changes, and is never silently wrong."""

from __future__ import annotations

import hmac
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import anyio
import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nuki import (
    AsyncHome,
    BatteryChanged,
    BecameAvailable,
    BecameUnavailable,
    BridgeClient,
    CallbackReceiver,
    DeviceAdded,
    DeviceGone,
    DoorChanged,
    Home,
    LogAdded,
    PlainToken,
    Rang,
    StateChanged,
    ValidationError,
)
from nuki.web import DoorState, LockState
from nuki_simulator import FaultKind, FaultRule, SimulatorServer
from nuki_simulator.serve.clients import connect_bridge, connect_bridge_async, virtual_clock
from nuki_simulator.serve.simulator import BRIDGE_TOKEN
from tools.bench.watched_home import SECRET, URL, Watched, random_schedule, small_home

if TYPE_CHECKING:
    from nuki_simulator import Simulator
    from tools.bench.watched_home import Schedule


SCHEDULES = st.integers(0, 1 << 32).map(random_schedule)


def test_what_is_pushed_is_told_at_once() -> None:
    watched = Watched()
    watched.after(100, lambda: watched.at().turn_key(locked=False))
    watched.run(200)
    ((at, event),) = watched.told(StateChanged)
    assert at - 100 < 2
    assert event.device.name == "Front door"
    assert (event.before.state, event.after.state) == (LockState.LOCKED, LockState.UNLOCKED)
    assert event.device.snapshot == event.after
    assert not watched.wrong


def test_what_is_not_pushed_is_told_with_the_next_poll() -> None:
    watched = Watched(pushes=False)
    watched.after(100, lambda: watched.at().turn_key(locked=False))
    watched.run(200)
    ((at, _),) = watched.told(StateChanged)
    assert 100 < at <= 130
    assert not watched.wrong


def test_doors_and_batteries() -> None:
    watched = Watched()
    watched.after(50, watched.at().open_door)
    watched.after(100, lambda: watched.at().charge(10))
    watched.run(200)
    ((_, door),) = watched.told(DoorChanged)
    assert door.after.door_state is DoorState.DOOR_OPENED
    ((_, battery),) = watched.told(BatteryChanged)
    assert battery.after.battery_critical is True


def test_a_ring_is_told_once_also_when_it_is_pushed_twice() -> None:
    watched = Watched()
    watched.after(50, watched.at("Intercom").press_bell)
    watched.after(400, watched.at("Intercom").press_bell)
    watched.simulator.repeat_push(times=99, seconds=30)
    watched.run(800)
    assert [round(at) for at, _ in watched.told(Rang)] == [50, 400]


def test_a_ring_whose_push_is_lost_is_told_later() -> None:
    watched = Watched()
    watched.simulator.lose_push()
    watched.after(50, watched.at("Intercom").press_bell)
    watched.run(400)
    ((at, event),) = watched.told(Rang)
    assert 290 < at < 310
    rang: Any = event
    assert (rang.at - watched.clock.start).total_seconds() == 50


@pytest.mark.slow
def test_an_idle_bridge_is_left_alone() -> None:
    watched = Watched(simulator=small_home())
    watched.run(3600)
    lists = watched.simulator.calls
    assert lists < 2 * 3600 / 300 + 6
    alone = Watched(simulator=small_home(), pushes=False)
    alone.run(3600)
    assert alone.simulator.calls <= 3600 / 30 + 2
    assert not watched.events


def test_a_late_push_shows_nothing_that_is_over() -> None:
    watched = Watched()
    watched.simulator.delay_push(450, times=2)
    watched.after(10, lambda: watched.at().turn_key(locked=False))
    watched.after(20, lambda: watched.at().turn_key(locked=True))
    watched.run(1000)
    assert not watched.told(StateChanged)
    assert not watched.wrong


def test_a_push_that_is_overtaken_shows_nothing_that_is_over() -> None:
    watched = Watched()
    watched.simulator.overtake_push()
    watched.after(10, lambda: watched.at().turn_key(locked=False))
    watched.after(20, lambda: watched.at().turn_key(locked=True))
    watched.after(60, lambda: watched.at().turn_key(locked=False))
    watched.run(100)
    assert [event.after.state for _, event in watched.told(StateChanged)] == [LockState.UNLOCKED]
    assert not watched.wrong


def test_a_lost_slot_is_registered_again() -> None:
    watched = Watched()
    watched.after(100, watched.at_bridge().forget_callbacks)
    watched.after(700, lambda: watched.at().turn_key(locked=False))
    watched.run(800)
    ((at, _),) = watched.told(StateChanged)
    assert at - 700 < 2


def test_the_slot_is_given_up_in_the_end() -> None:
    watched = Watched()
    with watched.home.watch(callbacks=watched.receiver):
        assert list(watched.simulator.bridges[0].callbacks.values()) == [watched.receiver.url]
    assert not watched.simulator.bridges[0].callbacks


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_the_slot_is_given_up_by_a_task_that_is_cancelled(
    nuki_simulator: Simulator, backend: str
) -> None:
    receiver = CallbackReceiver(URL, clock=virtual_clock(nuki_simulator))
    held = list[int]()

    async def main() -> None:
        home = AsyncHome(connect_bridge_async(nuki_simulator))
        with anyio.CancelScope() as scope:
            async with home.watch(callbacks=receiver) as watch:
                held.append(len(nuki_simulator.bridges[0].callbacks))
                scope.cancel()
                async for _ in watch:
                    pytest.fail("it was cancelled")

    anyio.run(main, backend=backend)
    assert held == [1]
    assert not nuki_simulator.bridges[0].callbacks


def test_without_a_free_slot_the_bridge_is_polled_more_often() -> None:
    watched = Watched()
    bridge = watched.simulator.bridges[0]
    bridge.callbacks.update({slot: f"http://192.168.1.{slot}/" for slot in range(3)})
    watched.after(100, lambda: watched.at().turn_key(locked=False))
    watched.run(200)
    ((at, _),) = watched.told(StateChanged)
    assert at <= 130


@pytest.mark.parametrize("resource", ["callback.list", "callback.add"])
def test_a_bridge_that_takes_no_callbacks_is_polled(resource: str) -> None:
    watched = Watched()
    rule = FaultRule(kind=FaultKind.BAD_GATEWAY, resource=resource, times=None)
    watched.simulator.faults.add(rule)
    watched.after(100, lambda: watched.at().turn_key(locked=False))
    watched.run(200)
    ((at, _),) = watched.told(StateChanged)
    assert at <= 130
    assert not watched.unknown


def test_a_url_to_which_no_bridge_can_post_is_said_when_it_is_entered() -> None:
    home, receiver = Watched().home, CallbackReceiver("http://localhost:8000/9fK2")
    with (
        pytest.raises(ValidationError, match="this is the bridge itself"),
        home.watch(callbacks=receiver),
    ):
        pytest.fail("it was entered")


@pytest.mark.slow
def test_a_client_that_is_closed_ends_the_watch(nuki_simulator: Simulator) -> None:
    virtual = connect_bridge(nuki_simulator)
    with SimulatorServer(nuki_simulator):
        bridge = BridgeClient(nuki_simulator.bridges[0].base_url, BRIDGE_TOKEN, scheme=PlainToken)
        bridge._settings = attrs.evolve(bridge._settings, clock=virtual.clock)
        with Home(bridge).watch(poll_interval=1) as watch:
            bridge.close()
            with pytest.raises(ValidationError, match="client is closed"):
                next(iter(watch))


def test_one_failed_poll_is_nothing() -> None:
    watched = Watched(pushes=False)
    watched.after(55, lambda: watched.at_bridge().occupy(8))
    watched.run(300)
    assert not watched.events
    assert watched.unknown == 0


def test_a_bridge_that_stays_away_is_told_and_its_states_not_shown() -> None:
    watched = Watched(pushes=False)
    watched.after(100, watched.at_bridge().pull_power)
    watched.after(110, lambda: watched.at().turn_key(locked=False))
    watched.after(990, watched.at_bridge().plug_in)  # which takes it ten seconds
    watched.run(1200)
    lost = watched.told(BecameUnavailable)
    assert {event.device.name for _, event in lost} == {
        "Front door",
        "Back door",
        "Intercom",
        "Office",
    }
    assert all(100 + 60 <= at <= 100 + 30 + 60 + 40 for at, _ in lost)
    assert all(event.after.state is None and event.after.problem for _, event in lost)
    back = watched.told(BecameAvailable)
    assert len(back) == 4
    assert all(1000 <= at <= 1040 for at, _ in back)
    assert not watched.wrong


def test_what_a_push_contradicts_is_hidden_when_the_bridge_cannot_be_asked() -> None:
    watched = Watched()
    silent = FaultRule(kind=FaultKind.STALL, times=None, seconds=30)
    watched.after(99, lambda: watched.simulator.faults.add(silent))
    watched.after(100, lambda: watched.at().turn_key(locked=False))
    watched.run(130)  # what was read at the beginning would hold for five minutes
    states = {device.name: device.snapshot.state for device in watched.home._by_hex.values()}
    assert states["Front door"] is None
    assert states["Back door"] is LockState.LOCKED
    assert not watched.wrong


def test_a_push_that_the_bridge_contradicts_has_it_asked_a_second_time() -> None:
    watched = Watched(simulator=small_home())
    watched.simulator.delay_push(90)
    asked: list[int] = []
    watched.after(10, lambda: watched.at().turn_key(locked=False))
    watched.after(60, lambda: watched.at().turn_key(locked=True))
    watched.after(90, lambda: asked.append(watched.simulator.calls))
    watched.after(120, lambda: asked.append(watched.simulator.calls))  # after the late push
    watched.run(130)
    before, after = asked
    assert after == before + 2
    assert not watched.wrong


def test_a_device_out_of_reach() -> None:
    watched = Watched(pushes=False)
    watched.after(100, watched.at().lose_connection)
    watched.after(500, watched.at().regain_connection)
    watched.run(700)
    ((lost, event),) = watched.told(BecameUnavailable)
    assert 160 <= lost <= 200
    assert "does not reach" in event.after.problem
    ((back, _),) = watched.told(BecameAvailable)
    assert 500 <= back <= 535
    assert not watched.wrong


def test_how_long_that_may_last_can_be_set() -> None:
    watched = Watched(pushes=False, unavailable_after=5, poll_interval=10)
    watched.after(100, watched.at().lose_connection)
    watched.run(200)
    ((lost, _),) = watched.told(BecameUnavailable)
    assert lost <= 120


def test_devices_come_and_go() -> None:
    watched = Watched("web", pushes=False)
    simulator = watched.simulator
    watched.after(50, lambda: simulator.add_device(4, "Cellar"))
    watched.after(150, lambda: simulator.remove_device(simulator.find("Office")))
    watched.run(300)
    ((_, added),) = watched.told(DeviceAdded)
    assert added.device.name == "Cellar"
    ((_, gone),) = watched.told(DeviceGone)
    assert gone.device.name == "Office"
    assert not gone.device.available


def test_the_log_is_told_too() -> None:
    watched = Watched("bridge", "web", pushes=False)
    watched.after(100, lambda: watched.at().turn_key(locked=False))
    watched.after(120, watched.at("Intercom").press_bell)
    watched.run(300)
    entries: list[Any] = [event for _, event in watched.told(LogAdded)]
    assert [event.entry.action.name for event in entries] == ["UNLOCK", "DOORBELL_RECOGNITION"]
    assert len(watched.told(Rang)) == 1
    assert not watched.wrong


def test_webhooks_are_told_at_once() -> None:
    watched = Watched("web")
    watched.after(100, lambda: watched.at().turn_key(locked=False))
    watched.run(200)
    ((at, event),) = watched.told(StateChanged)
    assert at - 100 < 3
    assert event.after.state is LockState.UNLOCKED
    assert len(watched.told(LogAdded)) == 1
    assert watched.simulator.calls < 12


@pytest.mark.slow
def test_a_webhook_of_a_late_entry_has_it_told_at_once() -> None:
    watched = Watched("web")
    office = watched.at("Office")
    watched.after(100, office.lose_connection)
    watched.after(110, lambda: office.turn_key(locked=False))
    watched.after(9000, lambda: watched.at().turn_key(locked=False))
    watched.after(9500, office.regain_connection)
    watched.run(9600)
    told: list[tuple[float, Any]] = list(watched.told(LogAdded))
    assert [event.device.name for _, event in told] == ["Front door", "Office"]
    assert told[1][0] - 9500 < 3


def test_a_webhook_of_the_log_may_hold_no_entry() -> None:
    watched = Watched("web")
    body = b'{"feature": "DEVICE_LOGS"}'
    signature = hmac.new(SECRET.encode(), body, sha256).hexdigest()
    headers = {"X-Nuki-Signature-SHA256": signature}
    watched.after(50, lambda: watched.webhooks.receive("POST", headers, body))
    watched.after(100, lambda: watched.at().turn_key(locked=False))
    watched.run(200)
    assert len(watched.told(LogAdded)) == 1


def test_bells_of_a_home_without_a_bridge() -> None:
    watched = Watched("web", pushes=False)
    watched.after(100, watched.at("Intercom").press_bell)
    watched.run(300)
    assert len(watched.told(Rang)) == 1


def test_a_token_that_expires_makes_devices_unavailable() -> None:
    watched = Watched("web", pushes=False)
    token = next(iter(watched.simulator.tokens.values()))

    def expire() -> None:
        token.expires = watched.clock.now()

    watched.after(100, expire)
    watched.after(110, lambda: watched.at().turn_key(locked=False))
    watched.run(400)
    lost = watched.told(BecameUnavailable)
    assert len(lost) == 6
    assert all("401" in event.after.problem for _, event in lost)
    assert not watched.wrong


def test_what_somebody_does_over_the_home_is_told_as_well() -> None:
    watched = Watched(pushes=False)
    watched.home.devices()

    def unlock() -> None:
        watched.home.device("Front door").unlock()  # type: ignore[attr-defined]

    with watched.home.watch() as watch:
        unlock()
        event = next(iter(watch))
        assert isinstance(event, StateChanged)
        assert event.after.state is LockState.UNLOCKED
        assert watched.home.device("Front door").state is LockState.UNLOCKED


def test_what_goes_out_of_date_while_a_call_hangs_is_hidden_before() -> None:
    watched = Watched(simulator=small_home(), poll_interval=30)
    watched.simulator.lose_push(times=99)
    stall = FaultRule(kind=FaultKind.STALL, times=None, seconds=30)

    def open_door() -> None:
        watched.simulator.pushes.clear()  # this push arrives, and has the bridge asked once more
        watched.at().open_door()

    watched.after(4, lambda: watched.at().turn_key(locked=False))
    watched.after(29, lambda: watched.simulator.faults.add(stall))
    watched.after(49, open_door)
    watched.run(100)
    assert not watched.wrong


def test_a_watch_takes_what_it_can_use_and_is_entered() -> None:
    home = Watched("web").home
    wrong: list[Any] = [{"callbacks": CallbackReceiver(URL)}, {"webhooks": CallbackReceiver(URL)}]
    for receivers in wrong:
        with pytest.raises(ValidationError, match="the home needs the client of that API"):
            home.watch(**receivers)
    watch = home.watch()
    with pytest.raises(ValidationError, match="entered first"):
        next(iter(watch))
    with watch:
        pass
    with pytest.raises(ValidationError, match="entered first"):
        next(iter(watch))


# Whatever happens, in whatever order; `make bench` has a thousand others happen


@pytest.mark.slow
@settings(max_examples=40)
@given(SCHEDULES)
def test_a_bridge_that_pushes_is_never_silently_wrong(schedule: Schedule) -> None:
    watched = schedule.run(Watched("bridge", simulator=small_home()))
    assert not watched.wrong
    assert watched.known > watched.unknown or schedule.is_hard


@pytest.mark.slow
@settings(max_examples=15)
@given(SCHEDULES)
def test_polling_alone_is_never_silently_wrong(schedule: Schedule) -> None:
    assert not schedule.run(Watched("bridge", simulator=small_home(), pushes=False)).wrong


@pytest.mark.slow
@settings(max_examples=15)
@given(SCHEDULES)
def test_webhooks_are_never_silently_wrong(schedule: Schedule) -> None:
    assert not schedule.run(Watched("web", simulator=small_home())).wrong


@pytest.mark.slow
@settings(max_examples=10)
@given(SCHEDULES)
def test_both_apis_together_are_never_silently_wrong(schedule: Schedule) -> None:
    assert not schedule.run(Watched("bridge", "web", simulator=small_home())).wrong


def test_a_keeper_that_believed_every_push_would_be_found_out() -> None:
    """The comparison itself is put to the test: a view that is wrong is called wrong."""
    watched = Watched(pushes=False)

    def lie() -> None:
        device = watched.home.device("Front door")
        watched.at_bridge().pull_power()
        device.take(attrs.evolve(device.snapshot, state=LockState.UNLATCHED))

    watched.after(100, lie)
    watched.run(150)
    assert watched.wrong
