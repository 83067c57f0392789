"""Changes that a device carries out later, or never."""

from __future__ import annotations

from nuki.web import LockAction
from nuki_core.ids import DeviceType
from nuki_simulator import Cause, CauseKind, Device, PhysicalEvent, Simulator
from nuki_simulator.web.change_queue import enqueue

WEB = Cause(CauseKind.WEB, call=7, name="Tester")


def set_up() -> tuple[Simulator, Device]:
    simulator = Simulator()
    return simulator, simulator.add_device(DeviceType.SMART_LOCK_3, "Door")


def test_a_queued_change_holds_the_device_until_it_is_done() -> None:
    simulator, device = set_up()
    queued = enqueue(simulator, device, lambda: simulator.act(device, LockAction.UNLOCK, WEB))
    assert device.operation_id == queued.operation_id
    simulator.clock.settle()
    assert queued.done is True
    assert device.operation_id is None
    assert [entry.event for entry in simulator.journal] == [PhysicalEvent.UNLOCKED]


def test_a_queued_change_is_lost_without_the_device() -> None:
    simulator, device = set_up()
    simulator.at(device).lose_connection()
    queued = enqueue(simulator, device, lambda: simulator.act(device, LockAction.UNLOCK, WEB))
    simulator.clock.settle()
    assert queued.done is False
    assert device.operation_id is None
    assert not simulator.journal


def test_queued_changes_get_lost_by_chance() -> None:
    simulator, device = set_up()
    simulator.network.loss = 1.0
    queued = enqueue(simulator, device, lambda: None)
    simulator.clock.settle()
    assert queued.done is False
