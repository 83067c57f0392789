from __future__ import annotations

import pytest

from nuki.web import (
    AuthType,
    DoorState,
    LockAction,
    LockState,
    LockTrigger,
    LogAction,
    LogState,
    OpenerAction,
    OpenerLogAction,
    OpenerMode,
    OpenerState,
    SmartlockAuth,
)
from nuki_core.ids import DeviceType
from nuki_simulator import Cause, CauseKind, Device, PhysicalEvent, Simulator
from nuki_simulator.world.physics import simple_lock, simple_unlock, steps_of

WEB = Cause(CauseKind.WEB, call=7, name="Tester")
LOCKS = [kind for kind in DeviceType if kind not in {DeviceType.OPENER, DeviceType.BOX}]


def set_up(kind: int = DeviceType.SMART_LOCK_3, **options: bool) -> tuple[Simulator, Device]:
    simulator = Simulator()
    return simulator, simulator.add_device(kind, "Door", **options)


def events(simulator: Simulator) -> list[PhysicalEvent]:
    return [entry.event for entry in simulator.journal]


@pytest.mark.parametrize("kind", list(DeviceType))
def test_every_type_has_an_id_of_its_type_and_rests(kind: DeviceType) -> None:
    simulator, device = set_up(kind)
    assert device.type == kind
    assert device.reported == device.status
    assert simulator.devices == {device.smartlock_id: device}


OUTCOMES = [
    (LockAction.UNLOCK, LockState.UNLOCKED, [PhysicalEvent.UNLOCKED]),
    (LockAction.LOCK, LockState.LOCKED, [PhysicalEvent.LOCKED]),
    (LockAction.UNLATCH, LockState.UNLOCKED, [PhysicalEvent.UNLATCHED]),
    (LockAction.LOCK_N_GO, LockState.LOCKED, [PhysicalEvent.UNLOCKED, PhysicalEvent.LOCKED]),
    (
        LockAction.LOCK_N_GO_WITH_UNLATCH,
        LockState.LOCKED,
        [PhysicalEvent.UNLATCHED, PhysicalEvent.LOCKED],
    ),
]


def test_a_lock_carries_out_its_actions(subtests: pytest.Subtests) -> None:
    for action, final, moves in OUTCOMES:
        for kind in LOCKS:
            with subtests.test(kind=kind.name, action=action.name):
                simulator, device = set_up(kind)
                run = simulator.act(device, action, WEB)
                assert run.outcome is None
                assert device.moving
                simulator.clock.settle()
                assert run.succeeded
                assert device.status.state == device.reported.state == final  # type: ignore[union-attr]
                assert device.status.last_action == action
                assert device.status.trigger == LockTrigger.WEB
                assert events(simulator) == moves
                assert {entry.cause.call for entry in simulator.journal} == {7}


def test_a_lock_passes_through_its_states() -> None:
    simulator, device = set_up()
    seen: list[int] = []
    simulator.listen(lambda _: seen.append(int(device.status.state)))
    simulator.act(device, LockAction.UNLATCH, WEB)
    simulator.clock.settle()
    assert list(dict.fromkeys(seen)) == [
        LockState.UNLATCHING, LockState.UNLATCHED, LockState.UNLOCKED,
    ]  # fmt: skip


def test_a_box_opens_and_locks_itself() -> None:
    simulator, device = set_up(DeviceType.BOX)
    simulator.act(device, LockAction.UNLOCK, WEB)
    simulator.clock.settle()
    assert device.status.state == LockState.LOCKED
    assert events(simulator) == [PhysicalEvent.UNLATCHED, PhysicalEvent.LOCKED]
    assert simulator.act(device, LockAction.LOCK, WEB).outcome == LogState.REJECTED


def test_an_opener_releases_its_strike() -> None:
    simulator, device = set_up(DeviceType.OPENER)
    run = simulator.act(device, OpenerAction.ELECTRIC_STRIKE_ACTUATION, WEB)
    simulator.clock.settle()
    assert run.succeeded
    assert device.status.state == OpenerState.ONLINE
    assert events(simulator) == [PhysicalEvent.STRIKE_RELEASED]


def test_ring_to_open_ends_by_itself() -> None:
    simulator, device = set_up(DeviceType.OPENER)
    simulator.act(device, OpenerAction.ACTIVATE_RING_TO_OPEN, WEB)
    assert device.status.state == OpenerState.RING_TO_OPEN_ACTIVE
    assert device.status.ring_to_open_end is not None
    simulator.clock.advance(device.mechanics.ring_to_open_timeout)
    assert device.status.state == OpenerState.ONLINE
    assert device.status.ring_to_open_end is None


def test_continuous_mode_is_a_mode() -> None:
    simulator, device = set_up(DeviceType.OPENER)
    simulator.act(device, OpenerAction.ACTIVATE_CONTINUOUS_MODE, WEB)
    assert device.status.mode == OpenerMode.CONTINUOUS
    assert device.status.state == OpenerState.ONLINE
    simulator.act(device, OpenerAction.DEACTIVATE_CONTINUOUS_MODE, WEB)
    assert device.status.mode == OpenerMode.DOOR


@pytest.mark.parametrize(
    ("kind", "action"),
    [
        (DeviceType.OPENER, LockAction.LOCK),
        (DeviceType.SMART_LOCK, OpenerAction.ACTIVATE_RING_TO_OPEN),
        (DeviceType.SMART_LOCK, LockAction(42)),
    ],
)
def test_an_action_of_another_device_is_rejected(
    kind: DeviceType, action: LockAction | OpenerAction
) -> None:
    simulator, device = set_up(kind)
    assert simulator.act(device, action, WEB).outcome == LogState.REJECTED
    assert steps_of(device, action) == ()
    assert not simulator.journal


def test_a_second_action_meanwhile_finds_the_device_busy() -> None:
    simulator, device = set_up()
    first = simulator.act(device, LockAction.UNLOCK, WEB)
    second = simulator.act(device, LockAction.LOCK, WEB)
    simulator.clock.settle()
    assert (first.outcome, second.outcome) == (LogState.SUCCESS, LogState.BUSY)
    assert events(simulator) == [PhysicalEvent.UNLOCKED]


def test_a_new_action_ends_lock_n_go() -> None:
    simulator, device = set_up()
    simulator.act(device, LockAction.LOCK_N_GO, WEB)
    simulator.clock.advance(5)
    simulator.act(device, LockAction.UNLATCH, WEB)
    simulator.clock.settle()
    assert device.status.state == LockState.UNLOCKED
    assert events(simulator) == [PhysicalEvent.UNLOCKED, PhysicalEvent.UNLATCHED]


def test_a_jammed_bolt_blocks_the_motor() -> None:
    simulator, device = set_up()
    simulator.at(device).jam()
    run = simulator.act(device, LockAction.UNLOCK, WEB)
    simulator.clock.settle()
    assert run.outcome == LogState.MOTOR_BLOCKED
    assert device.status.state == LockState.MOTOR_BLOCKED
    assert events(simulator) == [PhysicalEvent.BLOCKED]


def test_auto_lock_locks_unless_somebody_was_faster() -> None:
    simulator, device = set_up()
    device.mechanics.auto_lock = 60
    simulator.act(device, LockAction.UNLOCK, WEB)
    simulator.clock.settle()
    assert device.status.state == LockState.LOCKED
    assert device.status.trigger == LockTrigger.AUTO_LOCK
    simulator.act(device, LockAction.UNLOCK, WEB)
    simulator.clock.advance(10)
    simulator.at(device).turn_key(locked=True)
    simulator.clock.settle()
    assert events(simulator)[-2:] == [PhysicalEvent.UNLOCKED, PhysicalEvent.LOCKED]


def test_the_knob_outside_decides_what_unlocking_means() -> None:
    _, device = set_up()
    assert simple_unlock(device) == LockAction.UNLATCH
    device.mechanics.knob_outside = False
    assert simple_unlock(device) == LockAction.UNLOCK
    assert simple_lock(device) == LockAction.LOCK


def test_the_activity_log_names_who_and_how_it_ended() -> None:
    simulator, device = set_up()
    simulator.act(device, LockAction.UNLOCK, WEB)
    simulator.clock.settle()
    (entry,) = device.log
    assert (entry.name, entry.action, entry.state) == ("Tester", LogAction.UNLOCK, LogState.SUCCESS)
    assert entry.date == simulator.clock.now()
    assert entry.smartlock_id == device.smartlock_id


# At the door


def test_the_key_works_without_power_and_nobody_hears_of_it() -> None:
    simulator, device = set_up()
    simulator.at(device).pull_power()
    simulator.at(device).turn_key(locked=False)
    assert device.status.state == LockState.UNLOCKED
    assert device.reported is not None
    assert device.reported.state == LockState.LOCKED
    assert not device.log
    simulator.at(device).plug_in()
    assert device.reported.state == LockState.UNLOCKED


def test_power_lost_on_the_way_leaves_the_bolt_where_it_was() -> None:
    simulator, device = set_up()
    run = simulator.act(device, LockAction.UNLOCK, WEB)
    simulator.clock.advance(1)
    simulator.at(device).pull_power()
    simulator.clock.settle()
    assert run.outcome == LogState.MOTOR_POWER_FAILURE
    assert device.status.state == LockState.UNDEFINED
    assert events(simulator) == [PhysicalEvent.POWERED_OFF]
    assert simulator.act(device, LockAction.LOCK, WEB).outcome == LogState.MOTOR_POWER_FAILURE


def test_an_unreachable_device_works_on_unheard() -> None:
    simulator, device = set_up()
    simulator.at(device).lose_connection()
    simulator.at(device).press_button()
    simulator.clock.settle()
    assert device.status.state == LockState.UNLOCKED
    assert device.reported is not None
    assert device.reported.state == LockState.LOCKED
    simulator.at(device).regain_connection()
    assert device.offline_since is None
    assert device.reported.state == LockState.UNLOCKED


def test_a_code_opens_and_counts() -> None:
    simulator, device = set_up(keypad=True)
    auth = SmartlockAuth(
        id="c0de", smartlock_id=device.smartlock_id, type=AuthType.KEYPAD_CODE, code=345678,
        name="Cleaner", enabled=True, remote_allowed=False, lock_count=0,
    )  # fmt: skip
    device.auths["c0de"] = auth
    assert simulator.at(device).enter_code(999999) is None
    assert device.log[-1].state == LogState.INVALID_CODE
    simulator.at(device).enter_code(345678)
    simulator.clock.settle()
    assert events(simulator) == [PhysicalEvent.UNLATCHED]
    assert auth.lock_count == 1
    assert device.log[-1].auth_id == "c0de"
    auth.enabled = False
    assert simulator.at(device).enter_code(345678) is None


def test_a_ring_falls_back_and_is_logged() -> None:
    simulator, device = set_up(DeviceType.OPENER)
    simulator.at(device).press_bell()
    assert device.status.ringing
    simulator.clock.advance(20)
    simulator.at(device).press_bell()
    simulator.clock.advance(20)
    assert device.status.ringing
    simulator.clock.advance(10)
    assert not device.status.ringing
    assert events(simulator) == [PhysicalEvent.RANG, PhysicalEvent.RANG]
    assert device.log[0].action == OpenerLogAction.DOORBELL_RECOGNITION


def test_ring_to_open_opens_once() -> None:
    simulator, device = set_up(DeviceType.OPENER)
    simulator.at(device).press_button()
    for _ in range(2):
        simulator.at(device).press_bell()
        simulator.clock.advance(60)
    assert events(simulator).count(PhysicalEvent.STRIKE_RELEASED) == 1
    assert device.status.state == OpenerState.ONLINE


def test_an_opener_without_power_forgets_ring_to_open() -> None:
    simulator, device = set_up(DeviceType.OPENER)
    simulator.at(device).press_button()
    simulator.at(device).pull_power()
    simulator.at(device).press_bell()
    simulator.at(device).plug_in()
    assert device.status.state == OpenerState.ONLINE
    assert PhysicalEvent.STRIKE_RELEASED not in events(simulator)


def test_continuous_mode_opens_at_every_ring() -> None:
    simulator, device = set_up(DeviceType.OPENER)
    simulator.act(device, OpenerAction.ACTIVATE_CONTINUOUS_MODE, WEB)
    for _ in range(2):
        simulator.at(device).press_bell()
        simulator.clock.advance(60)
    assert events(simulator).count(PhysicalEvent.STRIKE_RELEASED) == 2


def test_the_door_sensor_notices_if_there_is_one() -> None:
    simulator, device = set_up(door_sensor=True)
    simulator.at(device).open_door()
    assert device.status.door == DoorState.DOOR_OPENED
    assert device.log[-1].action == LogAction.DOOR_OPENED
    assert device.log[-1].trigger == LockTrigger.SYSTEM
    simulator, device = set_up()
    simulator.at(device).open_door()
    assert device.status.door == DoorState.UNAVAILABLE
    assert events(simulator) == [PhysicalEvent.DOOR_OPENED]


def test_low_batteries_are_critical() -> None:
    simulator, device = set_up()
    simulator.at(device).charge(15)
    assert device.status.battery_critical
    assert device.status.battery_charge == 15


def test_the_same_seed_gives_the_same_run() -> None:
    def run() -> tuple[object, ...]:
        simulator, device = set_up()
        simulator.act(device, LockAction.LOCK_N_GO, WEB)
        simulator.clock.settle()
        return (list(simulator.journal), device.smartlock_id, [e.to_dict() for e in device.log])

    assert run() == run()
