"""Actions return when the device has said how they ended, and every way of not ending is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import anyio
import pytest

from nuki import (
    ActionAbortedError,
    ActionError,
    ActionRefusedError,
    AsyncHome,
    AsyncLock,
    Box,
    DeviceOfflineError,
    Home,
    JammedError,
    Lock,
    NotConfirmedError,
    NukiError,
    Opener,
    TooFarError,
    TransportError,
    ValidationError,
)
from nuki.web import LockAction, LockState, OpenerMode, OpenerState
from nuki_simulator import (
    Cause,
    CauseKind,
    FaultKind,
    FaultRule,
    PhysicalEvent,
    Simulator,
    connect_bridge,
    connect_web,
)
from nuki_simulator.serve.clients import connect_bridge_async, connect_web_async

if TYPE_CHECKING:
    from nuki_simulator import Device as Simulated

UNLOCKED = PhysicalEvent.UNLOCKED
FRONT, INTERCOM = "Front door", "Intercom"
SOMEBODY = Cause(CauseKind.APP, name="Somebody")


class House(NamedTuple):
    api: str
    simulator: Simulator
    home: Home

    @property
    def front(self) -> Lock:
        return self.home.device(FRONT, Lock)

    @property
    def simulated(self) -> Simulated:
        return self.simulator.find(FRONT)

    def after(self, seconds: float, action: Any) -> None:
        self.simulator.clock.after(seconds, action)

    def moved(self, event: PhysicalEvent = UNLOCKED) -> int:
        return len(self.simulator.journal.of(self.simulated.smartlock_id, event))


@pytest.fixture(params=["bridge", "web", "both"])
def house(request: pytest.FixtureRequest, nuki_simulator: Simulator) -> House:
    connect: dict[str, list[Any]] = {
        "bridge": [connect_bridge],
        "web": [connect_web],
        "both": [connect_bridge, connect_web],
    }
    clients = (one(nuki_simulator) for one in connect[request.param])
    return House(request.param, nuki_simulator, Home(*clients))


@pytest.fixture
def web(nuki_simulator: Simulator) -> House:
    return House("web", nuki_simulator, Home(connect_web(nuki_simulator)))


@pytest.fixture
def both(nuki_simulator: Simulator) -> House:
    clients = connect_bridge(nuki_simulator), connect_web(nuki_simulator)
    return House("both", nuki_simulator, Home(*clients))


# Done


def test_an_action_returns_with_the_new_state(house: House) -> None:
    door = house.front
    assert door.unlock().state is LockState.UNLOCKED
    assert door.is_locked is False
    assert house.moved() == 1
    assert door.lock().is_locked is True


@pytest.mark.parametrize(
    ("options", "event"),
    [({}, PhysicalEvent.UNLOCKED), ({"unlatch": True}, PhysicalEvent.UNLATCHED)],
)
def test_lock_n_go_returns_when_the_door_can_be_opened(
    house: House, options: Any, event: PhysicalEvent
) -> None:
    assert house.front.lock_n_go(**options).state is LockState.UNLOCKED_LOCK_N_GO
    assert house.moved(event) == 1
    house.simulator.clock.advance(60)
    assert house.front.refresh().is_locked is True


def test_unlatching(house: House) -> None:
    assert house.front.unlatch().state is LockState.UNLOCKED
    assert house.moved(PhysicalEvent.UNLATCHED) == 1


def test_an_opener_opens_and_changes_its_modes(house: House) -> None:
    opener = house.home.device(INTERCOM, Opener)
    assert opener.open().state is OpenerState.ONLINE
    assert opener.activate_ring_to_open().state is OpenerState.RING_TO_OPEN_ACTIVE
    assert opener.deactivate_ring_to_open().state is OpenerState.ONLINE
    assert opener.activate_continuous_mode().mode is OpenerMode.CONTINUOUS
    assert opener.deactivate_continuous_mode().mode is OpenerMode.DOOR


def test_a_box_opens(web: House) -> None:
    web.home.device("Parcel box", Box).unlock()
    box = web.simulator.find("Parcel box")
    assert len(web.simulator.journal.of(box.smartlock_id, PhysicalEvent.UNLATCHED)) == 1


def test_locking_what_is_locked_is_done_too(house: House) -> None:
    assert house.front.lock().is_locked is True
    assert house.front.lock().is_locked is True


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_tasks_act_too(nuki_simulator: Simulator, backend: str) -> None:
    async def main() -> None:
        for client in (connect_bridge_async(nuki_simulator), connect_web_async(nuki_simulator)):
            door = await AsyncHome(client).device(FRONT, AsyncLock)
            assert (await door.unlock()).is_locked is False
            assert (await door.lock()).is_locked is True

    anyio.run(main, backend=backend)


# Not waited for


def test_without_waiting_the_state_is_not_known(house: House) -> None:
    door, began = house.front, house.simulator.clock.elapsed
    assert door.unlock(wait=False).state is None
    assert door.is_locked is None
    assert house.simulator.clock.elapsed - began < 1
    house.simulator.clock.advance(10)
    assert door.refresh().is_locked is False


# Not done


def test_a_jammed_lock(house: House) -> None:
    house.simulator.at(house.simulated).jam()
    with pytest.raises(JammedError, match=r"^Front door: unlock: ") as caught:
        house.front.unlock()
    assert caught.value.may_have_run
    assert not isinstance(caught.value, DeviceOfflineError)
    assert house.front.refresh().is_jammed


def test_a_lock_out_of_range(house: House) -> None:
    door = house.front
    house.simulator.at(house.simulated).lose_connection()
    with pytest.raises(TooFarError, match=r"^Front door: unlock: .*not reach the device"):
        door.unlock()
    assert house.moved() == 0


def test_a_lock_that_has_long_been_out_of_range(house: House) -> None:
    door = house.front
    house.simulator.at(house.simulated).lose_connection()
    house.simulator.clock.advance(3600)
    with pytest.raises(TooFarError):
        door.unlock()


def test_a_lock_that_is_turned_by_hand_meanwhile(house: House) -> None:
    door = house.front
    house.after(3.5, lambda: house.simulator.at(house.simulated).turn_key(locked=True))
    house.simulated.mechanics.motor = 5
    with pytest.raises(ActionAbortedError):
        door.unlock()
    assert door.refresh().is_locked is True


def test_a_lock_that_is_busy_refuses(house: House) -> None:
    door = house.front
    house.simulated.mechanics.motor = 20
    house.simulator.act(house.simulated, LockAction.UNLATCH, SOMEBODY)
    with pytest.raises(ActionRefusedError) as caught:
        door.lock()
    assert caught.value.may_have_run is (house.api != "web")  # a bridge does not say what it did


def test_unlatching_in_the_united_states_is_refused(web: House) -> None:
    from nuki_simulator.web.cloud import Cloud

    Cloud.of(web.simulator).device(web.simulated).american = True
    with pytest.raises(ActionRefusedError, match="the Web API refuses it"):
        web.front.unlatch()


# Not known


def test_a_queued_action_that_is_lost_is_not_confirmed(web: House) -> None:
    door = web.front
    web.simulator.network.loss = 1
    began = web.simulator.clock.elapsed
    with pytest.raises(NotConfirmedError, match="did not say within 20 s") as caught:
        door.unlock(timeout=20)
    assert caught.value.may_have_run
    assert web.simulator.clock.elapsed - began < 25
    assert caught.value.last_known is not None


def test_somebody_elses_action_is_not_taken_for_ours(web: House) -> None:
    door = web.front
    web.simulator.network.loss = 1
    web.after(4, lambda: web.simulator.act(web.simulated, LockAction.UNLOCK, SOMEBODY))
    with pytest.raises(NotConfirmedError):
        door.unlock(timeout=20)
    assert door.refresh().is_locked is False


def test_an_older_entry_of_ours_is_not_taken_for_the_new_one(web: House) -> None:
    door = web.front
    door.unlock()
    door.lock()
    web.simulator.network.loss = 1
    with pytest.raises(NotConfirmedError):
        door.unlock(timeout=20)


def test_an_answer_that_is_lost_over_the_web_api_is_found_out(web: House) -> None:
    door = web.front
    web.simulator.faults.add(FaultRule(kind=FaultKind.RESET_AFTER, operation="smartlock.act"))
    assert door.unlock().is_locked is False
    assert web.moved() == 1


def test_an_answer_that_is_lost_over_a_bridge_may_have_moved_the_bolt(
    nuki_simulator: Simulator,
) -> None:
    door = Home(connect_bridge(nuki_simulator)).device(FRONT, Lock)
    nuki_simulator.faults.add(FaultRule(kind=FaultKind.RESET_AFTER, operation="device.act"))
    with pytest.raises(NotConfirmedError) as caught:
        door.unlock()
    assert caught.value.may_have_run
    assert door.state is None


def test_failing_readings_meanwhile_are_made_up_for(web: House) -> None:
    door = web.front
    for nth in (2, 3, 4, 5):
        rule = FaultRule(kind=FaultKind.BAD_GATEWAY, operation="smartlock.get", nth=nth)
        web.simulator.faults.add(rule)
    assert door.unlock().is_locked is False


def test_another_action_is_waited_for(web: House) -> None:
    web.front.lock(wait=False)
    assert web.front.unlock().is_locked is False


def test_without_the_log_the_state_tells(nuki_simulator: Simulator) -> None:
    token = nuki_simulator.add_token(scopes=("smartlock", "smartlock.action")).text
    door = Home(connect_web(nuki_simulator, token)).device(FRONT, Lock)
    assert door.unlock().is_locked is False
    nuki_simulator.at(nuki_simulator.find(FRONT)).jam()
    with pytest.raises(JammedError):
        door.lock()
    nuki_simulator.network.loss = 1
    with pytest.raises(NotConfirmedError):
        door.unlock(timeout=20)


def test_time_is_bounded(house: House) -> None:
    door = house.front
    house.simulated.mechanics.motor = 100
    began = house.simulator.clock.elapsed
    with pytest.raises(NotConfirmedError) as caught:
        door.unlock(timeout=15)
    assert caught.value.may_have_run
    assert house.simulator.clock.elapsed - began < 30


# Both


def test_what_the_bridge_has_provably_not_done_the_web_api_does(both: House) -> None:
    door = both.front
    both.simulator.faults.add(FaultRule(kind=FaultKind.REFUSE, api="bridge", times=None))
    assert door.unlock().is_locked is False
    assert isinstance(door.fallback, TransportError)
    assert both.moved() == 1
    both.simulator.faults.clear()
    door.lock()
    assert door.fallback is None


def test_what_the_bridge_may_have_done_nobody_does_again(both: House) -> None:
    door = both.front
    both.simulator.faults.add(FaultRule(kind=FaultKind.RESET_AFTER, operation="device.act"))
    with pytest.raises(NotConfirmedError):
        door.unlock()
    both.simulator.clock.advance(60)
    assert both.moved() == 1
    assert door.refresh().is_locked is False


def test_a_device_that_no_bridge_serves_goes_over_the_web_api(both: House) -> None:
    gate = both.home.device("Garden gate", Lock)
    assert gate.unlock().is_locked is False
    assert gate.fallback is None


def test_an_action_of_tomorrow_is_no_reason_to_change_the_api(both: House) -> None:
    door = both.front
    with pytest.raises(ValidationError):
        door.unlock(timeout=-1)


@pytest.mark.slow
def test_every_failure_says_whether_the_bolt_may_have_moved(house: House) -> None:
    """Whatever goes wrong where: an error without ``may_have_run`` is one without a movement."""
    operations = ["device.act", "smartlock.act"]
    for kind in FaultKind:
        for operation in operations:
            house.simulator.faults.clear()
            house.simulator.clock.advance(120)
            house.simulator.at(house.simulated).turn_key(locked=True)
            before = house.moved()
            rule = FaultRule(kind=kind, operation=operation, times=None, seconds=5)
            house.simulator.faults.add(rule)
            error = failure_of(house.front)
            house.simulator.clock.advance(60)
            moved = house.moved() - before
            assert moved == 1 if error is None else moved <= error.may_have_run, (kind, operation)
            assert not isinstance(error, ActionError), (kind, operation)


def failure_of(door: Lock) -> NukiError | None:
    try:
        door.unlock(timeout=12)
    except NukiError as error:
        return error
    return None
