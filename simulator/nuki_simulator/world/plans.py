"""What a device goes through when it carries out an action: states, and how long each lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from nuki.web import LockAction, LockState, OpenerAction, OpenerState, SmartlockMode
from nuki_core.ids import DeviceType

from .journal import Deed

if TYPE_CHECKING:
    from .devices import Action, Device, State


@attrs.frozen
class Step:
    """``after`` so many seconds the device enters ``state``; ``rest``: the action has ended there.

    Further steps may follow a rest, as in lock 'n' go. ``mode`` is set where it changes.
    """

    after: float
    state: State
    deed: Deed | None = None
    rest: bool = False
    mode: SmartlockMode | None = None


def plan(device: Device, action: Action) -> tuple[Step, ...]:
    """The steps of an action; empty if the device cannot do it."""
    if isinstance(action, OpenerAction):
        return _opener(device, action) if device.is_opener else ()
    if device.is_opener:
        return ()
    if device.type == DeviceType.BOX:
        return (*_unlatch(device), *_lock(device)) if action == LockAction.UNLOCK else ()
    return _lock_plan(device, action)


def simple_lock(device: Device) -> Action:
    """What the simple action "lock" means (Bridge API 1.13.3, "Simple lock actions")."""
    if not device.is_opener:
        return LockAction.LOCK
    if device.status.mode == SmartlockMode.CONTINUOUS:
        return OpenerAction.DEACTIVATE_CONTINUOUS_MODE
    return OpenerAction.DEACTIVATE_RING_TO_OPEN


def simple_unlock(device: Device) -> Action:
    """What the simple action "unlock" means to a device; a knob outside cannot turn the latch."""
    if device.is_opener:
        return OpenerAction.ELECTRIC_STRIKE_ACTUATION
    if device.type == DeviceType.BOX or not device.mechanics.knob_outside:
        return LockAction.UNLOCK
    return LockAction.UNLATCH


def _lock(device: Device) -> tuple[Step, ...]:
    motor = device.mechanics.motor
    return (
        Step(0, LockState.LOCKING),
        Step(motor, LockState.LOCKED, Deed.LOCKED, rest=True),
    )


def _unlock(device: Device, final: LockState = LockState.UNLOCKED) -> tuple[Step, ...]:
    motor = device.mechanics.motor
    return Step(0, LockState.UNLOCKING), Step(motor, final, Deed.UNLOCKED, rest=True)


def _unlatch(device: Device, final: LockState = LockState.UNLOCKED) -> tuple[Step, ...]:
    how = device.mechanics
    return (
        Step(0, LockState.UNLATCHING),
        Step(how.motor, LockState.UNLATCHED, Deed.UNLATCHED),
        Step(how.unlatch, final, rest=True),
    )


def _relock(device: Device) -> tuple[Step, ...]:
    first, *others = _lock(device)
    return (attrs.evolve(first, after=device.mechanics.lock_n_go), *others)


def _lock_plan(device: Device, action: LockAction) -> tuple[Step, ...]:
    for_a_moment = LockState.UNLOCKED_LOCK_N_GO
    plans = {
        LockAction.LOCK: lambda: _lock(device),
        LockAction.UNLOCK: lambda: _unlock(device),
        LockAction.UNLATCH: lambda: _unlatch(device),
        LockAction.LOCK_N_GO: lambda: (*_unlock(device, for_a_moment), *_relock(device)),
        LockAction.LOCK_N_GO_WITH_UNLATCH: lambda: (
            *_unlatch(device, for_a_moment),
            *_relock(device),
        ),
    }
    return plans[action]() if action in plans else ()


def _opener(device: Device, action: OpenerAction) -> tuple[Step, ...]:
    at_rest = _opener_at_rest(device)
    door, continuous = SmartlockMode.DOOR, SmartlockMode.CONTINUOUS
    online, active = OpenerState.ONLINE, OpenerState.RING_TO_OPEN_ACTIVE
    switched = Deed.MODE_CHANGED
    plans = {
        OpenerAction.ACTIVATE_RING_TO_OPEN: (Step(0, active, switched, rest=True),),
        OpenerAction.DEACTIVATE_RING_TO_OPEN: (Step(0, online, switched, rest=True),),
        OpenerAction.ACTIVATE_CONTINUOUS_MODE: (
            Step(0, at_rest, switched, rest=True, mode=continuous),
        ),
        OpenerAction.DEACTIVATE_CONTINUOUS_MODE: (
            Step(0, OpenerState.ONLINE, switched, rest=True, mode=door),
        ),
        OpenerAction.ELECTRIC_STRIKE_ACTUATION: (
            Step(0, OpenerState.OPENING),
            Step(0.5, OpenerState.OPEN, Deed.STRIKE_RELEASED),
            Step(device.mechanics.strike, at_rest, rest=True),
        ),
    }
    return plans.get(action, ())


def _opener_at_rest(device: Device) -> OpenerState:
    if device.status.state == OpenerState.RING_TO_OPEN_ACTIVE:
        return OpenerState.RING_TO_OPEN_ACTIVE
    return OpenerState.ONLINE
