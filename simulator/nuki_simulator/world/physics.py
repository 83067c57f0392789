"""Physics of devices: the steps of an action, carrying them out on the clock, logging them."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

import attrs

from nuki.web import (
    LockAction,
    LockState,
    LockTrigger,
    LogAction,
    LogSource,
    LogState,
    OpenerAction,
    OpenerLogAction,
    OpenerLogSource,
    OpenerMode,
    OpenerState,
    OpenerTrigger,
    SmartlockLog,
    SmartlockLogOpenerLog,
)
from nuki_core.ids import DeviceType
from nuki_core.unset import UNSET

from .devices import Run
from .events import LogAdded
from .journal import Cause, CauseKind, PhysicalEvent

if TYPE_CHECKING:
    from .devices import Action, Device, State, Trigger
    from .world import World


_KEPT = 2000
_TRIGGERS = {
    CauseKind.WEB: LockTrigger.WEB,
    CauseKind.BRIDGE: LockTrigger.SYSTEM,
    CauseKind.APP: LockTrigger.SYSTEM,
    CauseKind.KEY: LockTrigger.MANUAL,
    CauseKind.BUTTON: LockTrigger.BUTTON,
    CauseKind.KEYPAD: LockTrigger.KEYPAD,
    CauseKind.FOB: LockTrigger.ACCESSORY,
    CauseKind.BELL: LockTrigger.AUTOMATIC,
    CauseKind.DOOR: LockTrigger.SYSTEM,
    CauseKind.AUTOMATIC: LockTrigger.AUTO_LOCK,
    CauseKind.POWER: LockTrigger.SYSTEM,
}
_OPENER_SOURCES = {
    CauseKind.BELL: OpenerLogSource.DOORBELL,
    CauseKind.AUTOMATIC: OpenerLogSource.TIMECONTROL,
    CauseKind.APP: OpenerLogSource.APP,
    CauseKind.WEB: OpenerLogSource.APP,
    CauseKind.BUTTON: OpenerLogSource.BUTTON,
    CauseKind.FOB: OpenerLogSource.FOB,
    CauseKind.BRIDGE: OpenerLogSource.BRIDGE,
    CauseKind.KEYPAD: OpenerLogSource.KEYPAD,
}


# What an action consists of


@attrs.frozen
class Step:
    """``after`` so many seconds the device enters ``state``; ``rest``: the action has ended there.

    Further steps may follow a rest, as in lock 'n' go. ``mode`` is set where it changes.
    """

    after: float
    state: State
    event: PhysicalEvent | None = None
    rest: bool = False
    mode: OpenerMode | None = None


def steps_of(device: Device, action: Action) -> tuple[Step, ...]:
    """List the steps of an action; empty if the device cannot do it."""
    plans: dict[Action, tuple[Step, ...]]
    if device.is_opener:
        online, active = OpenerState.ONLINE, OpenerState.RING_TO_OPEN_ACTIVE
        at_rest = active if device.status.state == active else online
        door, continuous = OpenerMode.DOOR, OpenerMode.CONTINUOUS
        switched = PhysicalEvent.MODE_CHANGED
        plans = {
            OpenerAction.ACTIVATE_RING_TO_OPEN: (Step(0, active, switched, rest=True),),
            OpenerAction.DEACTIVATE_RING_TO_OPEN: (Step(0, online, switched, rest=True),),
            OpenerAction.ACTIVATE_CONTINUOUS_MODE: (
                Step(0, at_rest, switched, rest=True, mode=continuous),
            ),
            OpenerAction.DEACTIVATE_CONTINUOUS_MODE: (
                Step(0, online, switched, rest=True, mode=door),
            ),
            OpenerAction.ELECTRIC_STRIKE_ACTUATION: (
                Step(0, OpenerState.OPENING),
                Step(0.5, OpenerState.OPEN, PhysicalEvent.STRIKE_RELEASED),
                Step(device.mechanics.strike, at_rest, rest=True),
            ),
        }
    elif device.type == DeviceType.BOX:
        plans = {LockAction.UNLOCK: (*_unlatch(device), *_lock(device))}
    else:
        for_a_moment = LockState.UNLOCKED_LOCK_N_GO
        relock = _lock(device, after=device.mechanics.lock_n_go)
        plans = {
            LockAction.LOCK: _lock(device),
            LockAction.UNLOCK: _unlock(device),
            LockAction.UNLATCH: _unlatch(device),
            LockAction.LOCK_N_GO: (*_unlock(device, for_a_moment), *relock),
            LockAction.LOCK_N_GO_WITH_UNLATCH: (*_unlatch(device, for_a_moment), *relock),
        }
    return plans.get(action, ())


def simple_lock(device: Device) -> Action:
    """Translate the simple action "lock" (Bridge API 1.13.3, "Simple lock actions")."""
    if not device.is_opener:
        return LockAction.LOCK
    if device.status.mode == OpenerMode.CONTINUOUS:
        return OpenerAction.DEACTIVATE_CONTINUOUS_MODE
    return OpenerAction.DEACTIVATE_RING_TO_OPEN


def simple_unlock(device: Device) -> Action:
    """Translate the simple action "unlock"; with a fixed knob outside it pulls the latch."""
    if device.is_opener:
        return OpenerAction.ELECTRIC_STRIKE_ACTUATION
    if device.type == DeviceType.BOX or not device.mechanics.knob_outside:
        return LockAction.UNLOCK
    return LockAction.UNLATCH


def _lock(device: Device, after: float = 0) -> tuple[Step, ...]:
    motor = device.mechanics.motor
    return (
        Step(after, LockState.LOCKING),
        Step(motor, LockState.LOCKED, PhysicalEvent.LOCKED, rest=True),
    )


def _unlock(device: Device, final: LockState = LockState.UNLOCKED) -> tuple[Step, ...]:
    motor = device.mechanics.motor
    return Step(0, LockState.UNLOCKING), Step(motor, final, PhysicalEvent.UNLOCKED, rest=True)


def _unlatch(device: Device, final: LockState = LockState.UNLOCKED) -> tuple[Step, ...]:
    how = device.mechanics
    return (
        Step(0, LockState.UNLATCHING),
        Step(how.motor, LockState.UNLATCHED, PhysicalEvent.UNLATCHED),
        Step(how.unlatch, final, rest=True),
    )


# Carrying it out


def act(world: World, device: Device, action: Action, cause: Cause) -> Run:
    """Have a device do something. The run has ended at once if the device refuses it."""
    steps = steps_of(device, action)
    run = Run(device, action, cause, world.clock.elapsed)
    if not device.powered:
        end(world, run, LogState.MOTOR_POWER_FAILURE)
    elif not steps:
        end(world, run, LogState.REJECTED)
    elif device.moving:
        end(world, run, LogState.BUSY)
    if run.outcome is not None:
        return run
    for step in steps:
        run.ends += step.after
        if step.rest:
            break
    if device.run is not None:
        device.run.abandon()
    device.run = run
    delay = 0.0
    for step in steps:
        delay += step.after
        if delay == 0:
            _enter(world, run, step)
        else:
            run.expect(world.clock.after(delay, partial(_enter, world, run, step)))
    return run


def end(world: World, run: Run, outcome: LogState) -> None:
    """Note how an action went, once: in the device's log, and to who waits for it."""
    if run.outcome is None:
        run.outcome = outcome
        log(world, run.device, int(run.action), run.cause, outcome)
        run.notify()


def _enter(world: World, run: Run, step: Step) -> None:
    device = run.device
    run.entered = world.clock.elapsed
    if step.event is not None and device.jammed and not device.is_opener:
        run.abandon()
        world.record(device, PhysicalEvent.BLOCKED, run.cause)
        world.set_status(device, run.cause, state=LockState.MOTOR_BLOCKED)
        end(world, run, LogState.MOTOR_BLOCKED)
        return
    if step.event is not None:
        world.record(device, step.event, run.cause)
    changes: dict[str, Any] = {
        "state": step.state,
        "trigger": trigger_of(device, run.cause),
        "last_action": run.action,
    }
    if step.mode is not None:
        changes["mode"] = step.mode
    if run.action == OpenerAction.ACTIVATE_RING_TO_OPEN:
        timeout = timedelta(seconds=device.mechanics.ring_to_open_timeout)
        changes["ring_to_open_end"] = world.clock.now() + timeout
    elif step.state == OpenerState.ONLINE:
        changes["ring_to_open_end"] = None
    world.set_status(device, run.cause, **changes)
    if step.rest:
        end(world, run, LogState.SUCCESS)
        _follow_up(world, run, step)


def _follow_up(world: World, run: Run, step: Step) -> None:
    """What a device does by itself later, unless it is asked for something else by then."""
    device, how = run.device, run.device.mechanics
    cause = Cause(CauseKind.AUTOMATIC, name="Auto Lock")

    def later(seconds: float, action: Action) -> None:
        run.expect(world.clock.after(seconds, lambda: act(world, device, action, cause)))

    if run.action == OpenerAction.ACTIVATE_RING_TO_OPEN:
        later(how.ring_to_open_timeout, OpenerAction.DEACTIVATE_RING_TO_OPEN)
    if step.state == LockState.UNLOCKED and how.auto_lock is not None:
        later(how.auto_lock, LockAction.LOCK)


# Logging it


def trigger_of(device: Device, cause: Cause) -> Trigger:
    """Name a cause as the Web API does; lock and opener number theirs alike."""
    trigger = _TRIGGERS[cause.kind]
    return OpenerTrigger(int(trigger)) if device.is_opener else trigger


def log(
    world: World,
    device: Device,
    action: int,
    cause: Cause,
    outcome: LogState = LogState.SUCCESS,
) -> None:
    """Add an entry to a device's activity log; ``action`` is a number of its log action enum."""
    keypad = cause.kind == CauseKind.KEYPAD
    entry = SmartlockLog(
        id=world.randomness.hexadecimal(),
        smartlock_id=device.smartlock_id,
        device_type=device.type,
        name=cause.name,
        auth_id=UNSET if cause.auth_id is None else cause.auth_id,
        action=OpenerLogAction(action) if device.is_opener else LogAction(action),
        trigger=trigger_of(device, cause),
        state=outcome,
        source=LogSource.KEYPAD_CODE if keypad else LogSource.DEFAULT,
        auto_unlock=False,
        date=world.clock.now(),
    )
    if device.is_opener:
        entry.opener_log = SmartlockLogOpenerLog(
            active_continuous_mode=device.status.mode == OpenerMode.CONTINUOUS,
            active_ring_to_open=device.status.state == OpenerState.RING_TO_OPEN_ACTIVE,
            flag_doorbell_suppression=False,
            flag_force=False,
            flag_geo_fence=False,
            source=_OPENER_SOURCES.get(cause.kind, OpenerLogSource.DOORBELL),
        )
    device.log.append(entry)
    if len(device.log) > _KEPT:
        del device.log[: -_KEPT // 2]
    world.emit(LogAdded(device, entry))
