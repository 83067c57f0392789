"""Lock actions: accepted at once, carried out by the device later, or never."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from nuki.firmware import FirmwareVersion
from nuki.web import DeviceErrorCode, LockAction, LogState, OpenerAction
from nuki_core.ids import DeviceType
from nuki_simulator.world import motion
from nuki_simulator.world.journal import Cause, CauseKind
from nuki_simulator.world.plans import plan, simple_lock, simple_unlock

from .devices import device_of, require_free
from .queued import enqueue
from .refusals import Refused, invalid

if TYPE_CHECKING:
    from collections.abc import Callable

    from nuki_simulator.world.devices import Action, Device, Run

    from .calls import Call
    from .queued import Queued

Ended: TypeAlias = "Callable[[DeviceErrorCode | None], object]"

_SECOND_GENERATION: Final = 2
_ERRORS: Final = {
    LogState.MOTOR_BLOCKED: DeviceErrorCode.MOTOR_BLOCKED,
    LogState.CANCELED: DeviceErrorCode.CANCELED,
    LogState.BUSY: DeviceErrorCode.BUSY,
    LogState.MOTOR_POWER_FAILURE: DeviceErrorCode.MOTOR_POWER_FAILURE,
    LogState.REJECTED: DeviceErrorCode.BAD_PARAMETER,
}


def act(call: Call) -> None:
    """``POST …/action``."""
    start(call, device_of(call), chosen_action)


def lock(call: Call) -> None:
    """``POST …/action/lock``."""
    start(call, device_of(call), locking)


def unlock(call: Call) -> None:
    """``POST …/action/unlock``."""
    start(call, device_of(call), unlocking)


def start(
    call: Call,
    device: Device,
    choose: Callable[[Call, Device], Action],
    ended: Ended = lambda _: None,
) -> None:
    """Queue an action; ``ended`` hears the device's error, or ``None`` when it succeeded.

    Raises:
        Refused: The device cannot do it, or another operation is running.
    """
    action = choose(call, device)
    require_free(device.operation_id)
    world = call.cloud.world
    cause = Cause(CauseKind.WEB, call=world.calls, name=call.account.mine.name)
    runs: list[Run] = []

    def carry_out() -> Run:
        runs.append(motion.act(world, device, action, cause))
        return runs[0]

    def report(_: Queued) -> None:
        ended(error_of(runs[0].outcome if runs else None))

    enqueue(world, device, carry_out).when_ended(report)


def error_of(outcome: LogState | None) -> DeviceErrorCode | None:
    """The code by which a webhook reports an outcome; ``None`` as outcome: never carried out."""
    if outcome == LogState.SUCCESS:
        return None
    return _ERRORS.get(outcome, DeviceErrorCode.UNKNOWN) if outcome else DeviceErrorCode.UNKNOWN


def chosen_action(call: Call, device: Device) -> Action:
    """The action in the body, if the device can do it."""
    number = int(call.body.action)
    action: Action = OpenerAction(number) if device.is_opener else LockAction(number)
    if not plan(device, action) or (_unlatches(action) and call.cloud.device(device).american):
        raise invalid(number, "action")
    return action


def locking(_call: Call, device: Device) -> Action:
    """What the device takes the simple action "lock" for."""
    return _simple(device, simple_lock(device))


def unlocking(call: Call, device: Device) -> Action:
    """What the device takes the simple action "unlock" for."""
    action = _simple(device, simple_unlock(device))
    if _unlatches(action) and call.cloud.device(device).american:
        return LockAction.UNLOCK
    return action


def _simple(device: Device, action: Action) -> Action:
    if device.firmware < _oldest_firmware(device) or not plan(device, action):
        raise Refused(405, "The smartlock does not support this action.")
    return action


def _oldest_firmware(device: Device) -> FirmwareVersion:
    """From when on simple actions work (Bridge API 1.13.3, "Simple lock actions")."""
    if device.is_opener:
        return FirmwareVersion(1, 3, 0)
    if device.type != DeviceType.SMART_LOCK:
        return FirmwareVersion(0, 0, 0)
    second = device.firmware.major >= _SECOND_GENERATION
    return FirmwareVersion(2, 4, 3) if second else FirmwareVersion(1, 8, 0)


def _unlatches(action: Action) -> bool:
    # US doors have no latch to pull (Key API Concepts); members of two enums are never equal.
    return action in {LockAction.UNLATCH, LockAction.LOCK_N_GO_WITH_UNLATCH}
