"""Changes that a device carries out later, or never."""

from __future__ import annotations

import pytest

from nuki.web import LockAction
from nuki_core.ids import DeviceType
from nuki_simulator import Cause, CauseKind, Device, PhysicalEvent, Simulator
from nuki_simulator.web import Cloud
from nuki_simulator.web.change_queue import queue_operation
from nuki_simulator.web.errors import ApiError

WEB = Cause(CauseKind.WEB, call=7, name="Tester")


def set_up() -> tuple[Simulator, Device]:
    simulator = Simulator()
    return simulator, simulator.add_device(DeviceType.SMART_LOCK_3, "Door")


def unlock(simulator: Simulator, device: Device) -> list[bool]:
    """Queue the action; the list has an entry once it has ended."""
    ended: list[bool] = []
    queue_operation(
        Cloud.of(simulator),
        device,
        lambda: simulator.act(device, LockAction.UNLOCK, WEB),
        lambda: ended.append(True),
    )
    return ended


def test_an_operation_holds_the_device_until_it_is_done() -> None:
    simulator, device = set_up()
    ended = unlock(simulator, device)
    assert device.operation_id
    with pytest.raises(ApiError, match="423"):
        unlock(simulator, device)
    simulator.clock.advance(simulator.network.delay)
    assert device.operation_id
    assert not ended
    simulator.clock.settle()
    assert device.operation_id is None
    assert ended
    assert [entry.event for entry in simulator.journal] == [PhysicalEvent.UNLOCKED]


def test_an_operation_is_lost_without_the_device() -> None:
    simulator, device = set_up()
    simulator.at(device).lose_connection()
    ended = unlock(simulator, device)
    simulator.clock.settle()
    assert ended
    assert device.operation_id is None
    assert not simulator.journal


def test_operations_get_lost_at_random() -> None:
    simulator, device = set_up()
    simulator.network.loss = 1.0
    ended = unlock(simulator, device)
    simulator.clock.settle()
    assert ended
    assert not simulator.journal
