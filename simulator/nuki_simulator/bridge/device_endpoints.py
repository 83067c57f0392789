"""Devices as a bridge tells of them, and the endpoints: list, state, actions, unpairing."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from nuki.bridge import (
    ActionResult,
    Device,
    DeviceMode,
    DeviceState,
    DoorState,
    LockAction,
    LockState,
    LockStateResult,
    OpenerAction,
    OpenerState,
    Result,
)
from nuki.web import DoorState as WebDoorState
from nuki.web import LockAction as WebLockAction
from nuki.web import OpenerAction as WebOpenerAction
from nuki.web import OpenerMode
from nuki_core.unset import UNSET
from nuki_simulator.messages import Wait
from nuki_simulator.world import physics
from nuki_simulator.world.physics import simple_lock, simple_unlock

from .calls import CORRUPTION, StatusError, ok
from .features import Feature

if TYPE_CHECKING:
    from nuki_core.enums import OpenIntEnum
    from nuki_simulator.messages import HttpResponse, Reply
    from nuki_simulator.world.bridges import Bridge
    from nuki_simulator.world.devices import Action, Run, Status
    from nuki_simulator.world.devices import Device as SimulatedDevice

    from .calls import Call

_POLL: Final = 1.0
_OPENER_ACTIONS: Final = {
    OpenerAction.ACTIVATE_RING_TO_OPEN: WebOpenerAction.ACTIVATE_RING_TO_OPEN,
    OpenerAction.DEACTIVATE_RING_TO_OPEN: WebOpenerAction.DEACTIVATE_RING_TO_OPEN,
    OpenerAction.ELECTRIC_STRIKE_ACTUATION: WebOpenerAction.ELECTRIC_STRIKE_ACTUATION,
    OpenerAction.ACTIVATE_CONTINUOUS_MODE: WebOpenerAction.ACTIVATE_CONTINUOUS_MODE,
    OpenerAction.DEACTIVATE_CONTINUOUS_MODE: WebOpenerAction.DEACTIVATE_CONTINUOUS_MODE,
}
_LOCK_N_GO_NAME: Final = (
    "unlocked (lock \N{RIGHT SINGLE QUOTATION MARK}n\N{RIGHT SINGLE QUOTATION MARK} go)"
)
PASSING: Final = frozenset(
    {
        LockState.UNLOCKING,
        LockState.LOCKING,
        LockState.UNLATCHED,
        LockState.UNLATCHING,
        OpenerState.OPEN,
        OpenerState.OPENING,
    }
)
"""States on the way to another one; callbacks do not report them."""


def bridge_state(device: SimulatedDevice, status: Status) -> LockState | OpenerState:
    """Translate the state into the Bridge API's enum."""
    return OpenerState(int(status.state)) if device.is_opener else LockState(int(status.state))


def state_of(bridge: Bridge, device: SimulatedDevice, status: Status) -> DeviceState:
    """Describe a status as list, state and callback do, as far as the bridge knows it."""
    state = bridge_state(device, status)
    fields: dict[str, Any] = {
        "state": state,
        "state_name": _name(state),
        "battery_critical": status.battery_critical,
    }
    if Feature.DEVICE_TYPES.of(bridge):
        continuous = device.is_opener and status.mode == OpenerMode.CONTINUOUS
        fields["mode"] = DeviceMode.CONTINUOUS_MODE if continuous else DeviceMode.DOOR_MODE
    if Feature.RING_AND_KEYPAD.of(bridge) and status.keypad_battery_critical is not None:
        fields["keypad_battery_critical"] = status.keypad_battery_critical
    if device.is_opener and Feature.RING_AND_KEYPAD.of(bridge):
        fields["ringaction_state"] = status.ringing
        if status.last_ring is not None:
            fields["ringaction_timestamp"] = status.last_ring
    if not device.is_opener and Feature.BATTERY_CHARGE.of(bridge):
        fields["battery_charging"] = status.battery_charging
        fields["battery_charge_state"] = status.battery_charge
    has_sensor = not device.is_opener and status.door != WebDoorState.UNAVAILABLE
    if has_sensor and Feature.DOOR_SENSOR.of(bridge):
        door = DoorState(int(status.door))
        fields |= {"door_state": door, "door_state_name": _name(door)}
    return DeviceState(**fields)


def last_known_state(bridge: Bridge, device: SimulatedDevice) -> DeviceState | None:
    """Describe the state that the bridge remembers; nothing while the device is offline."""
    if device.reported is None or not device.online:
        return None
    known = state_of(bridge, device, device.reported)
    known.timestamp = UNSET if device.reported_at is None else device.reported_at
    return known


def _name(member: OpenIntEnum) -> str:
    if member == LockState.UNLOCKED_LOCK_N_GO:
        return _LOCK_N_GO_NAME
    return member.name.lower().replace("_", " ")


def list_devices(call: Call) -> Reply:
    """``/list``: every paired device, from the bridge's memory."""
    bridge, omit = call.bridge, call.bridge.quirks.omit
    typed = Feature.DEVICE_TYPES.of(bridge) and "deviceType" not in omit
    versioned = bridge.is_hardware and "firmwareVersion" not in omit
    listed: list[Device] = []
    for smartlock_id in bridge.paired:
        device = call.world.devices[smartlock_id]
        known = None if "lastKnownState" in omit else last_known_state(bridge, device)
        state = {} if known is None else known.to_dict()
        shown = {name: value for name, value in state.items() if name not in omit}
        entry = Device(
            nuki_id=device.nuki_id,
            device_type=device.type if typed else UNSET,
            name=device.name + CORRUPTION if bridge.quirks.corrupt_names else device.name,
            firmware_version=str(device.firmware) if versioned else UNSET,
            last_known_state=UNSET if known is None else DeviceState.from_dict(shown, device.type),
        )
        listed.append(entry)
    return ok([*listed])


def state(call: Call) -> Reply:
    """``/lockState``: asks the device, which takes a while."""
    device = call.device()
    call.log.about(device, call.operation)

    def read() -> HttpResponse:
        call.log.contact(device, "BLE-ReadStates")
        if not device.online:
            return ok(LockStateResult(success=False))
        found = state_of(call.bridge, device, device.status).to_dict()
        return ok(LockStateResult.from_dict({**found, "success": True}, int(device.type)))

    _refuse_long_offline(call, device)
    return Wait(call.bridge.quirks.reading, read)


def act(call: Call) -> Reply:
    """``/lockAction``: answers when the device is done, or at once with ``noWait=1``."""
    device, number = call.device(), call.integer("action")
    action: Action | None
    if device.is_opener:
        action = _OPENER_ACTIONS.get(OpenerAction(number))
    else:
        action = WebLockAction(number) if LockAction(number).is_known else None
    # The 1.13.3 text spells it differently from the clients in use.
    text = call.arguments.get("noWait", call.arguments.get("nowait", "0"))
    if action is None or text not in {"0", "1"}:
        raise StatusError(HTTPStatus.BAD_REQUEST)
    return _carry_out(call, device, action, wait=text == "0")


def lock(call: Call) -> Reply:
    """``/lock``: what locking means to the device."""
    device = _simple(call)
    return _carry_out(call, device, simple_lock(device))


def unlock(call: Call) -> Reply:
    """``/unlock``: what opening means to the device."""
    device = _simple(call)
    return _carry_out(call, device, simple_unlock(device))


def unpair(call: Call) -> Reply:
    """``/unpair``: the bridge forgets a device."""
    call.log.about(call.device(), call.operation)
    call.bridge.paired.remove(call.device().smartlock_id)
    return ok(Result(success=True))


def _simple(call: Call) -> SimulatedDevice:
    if call.bridge.is_hardware and not Feature.SIMPLE_ACTIONS.of(call.bridge):
        raise StatusError(HTTPStatus.NOT_FOUND)
    return call.device()


def _refuse_long_offline(call: Call, device: SimulatedDevice) -> None:
    quirks, since = call.bridge.quirks, device.offline_since
    if since is None or not quirks.report_long_offline:
        return
    if call.world.clock.elapsed - since >= quirks.long_offline:
        raise StatusError(HTTPStatus.GONE)


def _carry_out(call: Call, device: SimulatedDevice, action: Action, *, wait: bool = True) -> Reply:
    call.log.about(device, call.operation, action.name.lower().replace("_", " "))
    _refuse_long_offline(call, device)
    call.log.contact(device, "BLE-GetChallenge", "BLE-TurnOnNotific", "BLE-SendLockAction")
    if not device.online:
        return Wait(call.bridge.quirks.reading, lambda: ok(ActionResult(success=False)))
    run = physics.act(call.world, device, action, call.cause)
    if wait:
        return _outcome(call, run)
    return _result(call, run, success=run.outcome is None or run.succeeded)


def _outcome(call: Call, run: Run) -> Reply:
    if run.outcome is None:
        left = run.ends - call.world.clock.elapsed
        return Wait(left if left > 0 else _POLL, lambda: _outcome(call, run))
    return _result(call, run, success=run.succeeded)


def _result(call: Call, run: Run, *, success: bool) -> HttpResponse:
    if success:
        call.log.carried_out(run.device)
    critical = run.device.status.battery_critical
    return ok(ActionResult(success=success, battery_critical=critical if success else UNSET))
