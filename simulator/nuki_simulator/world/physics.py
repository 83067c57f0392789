"""What devices do: the steps of an action, carrying them out, and logging the outcome."""

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
    OpenerState,
    OpenerTrigger,
    SmartlockLog,
    SmartlockLogOpenerLog,
    SmartlockMode,
)
from nuki_core.ids import DeviceType
from nuki_core.unset import UNSET

from .devices import Run
from .events import LogAdded
from .journal import Cause, CauseKind, PhysicalEvent

if TYPE_CHECKING:
    from .devices import Action, Device, State, Trigger
    from .world import World


@attrs.frozen
class Step:
    """``after`` so many seconds the device enters ``state``; ``rest``: the action has ended there.

    Further steps may follow a rest, as in lock 'n' go. ``mode`` is set where it changes.
    """

    after: float
    state: State
    event: PhysicalEvent | None = None
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
    switched = PhysicalEvent.MODE_CHANGED
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
            Step(0.5, OpenerState.OPEN, PhysicalEvent.STRIKE_RELEASED),
            Step(device.mechanics.strike, at_rest, rest=True),
        ),
    }
    return plans.get(action, ())


def _opener_at_rest(device: Device) -> OpenerState:
    if device.status.state == OpenerState.RING_TO_OPEN_ACTIVE:
        return OpenerState.RING_TO_OPEN_ACTIVE
    return OpenerState.ONLINE


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
    CauseKind.DOOR: LockTrigger.AUTOMATIC,
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


def trigger_of(device: Device, cause: Cause) -> Trigger:
    """How the Web API names a cause; lock and opener number theirs alike."""
    trigger = _TRIGGERS[cause.kind]
    return OpenerTrigger(int(trigger)) if device.is_opener else trigger


def log_action(
    world: World, device: Device, action: Action, cause: Cause, outcome: LogState
) -> SmartlockLog:
    """Log an action and its outcome."""
    return log(world, device, int(action), cause, outcome)


def log(
    world: World,
    device: Device,
    action: int,
    cause: Cause,
    outcome: LogState = LogState.SUCCESS,
) -> SmartlockLog:
    """Add an entry to a device's activity log; ``action`` is a number of its log action enum."""
    entry = SmartlockLog(
        id=world.randomness.hexadecimal(),
        smartlock_id=device.smartlock_id,
        device_type=device.type,
        name=cause.name,
        auth_id=UNSET if cause.auth_id is None else cause.auth_id,
        action=OpenerLogAction(action) if device.is_opener else LogAction(action),
        trigger=trigger_of(device, cause),
        state=outcome,
        source=_source(cause),
        auto_unlock=False,
        date=world.clock.now(),
        opener_log=_opener_log(device, cause) if device.is_opener else UNSET,
    )
    device.log.append(entry)
    if len(device.log) > _KEPT:
        del device.log[: -_KEPT // 2]
    world.emit(LogAdded(device, entry))
    return entry


def _source(cause: Cause) -> LogSource:
    return LogSource.KEYPAD_CODE if cause.kind == CauseKind.KEYPAD else LogSource.DEFAULT


def _opener_log(device: Device, cause: Cause) -> SmartlockLogOpenerLog:
    status = device.status
    return SmartlockLogOpenerLog(
        active_cm=status.mode == SmartlockMode.CONTINUOUS,
        active_rto=status.state == OpenerState.RING_TO_OPEN_ACTIVE,
        flag_doorbell_suppression=False,
        flag_force=False,
        flag_geo_fence=False,
        source=_OPENER_SOURCES.get(cause.kind, OpenerLogSource.DOORBELL),
    )


def act(world: World, device: Device, action: Action, cause: Cause) -> Run:
    """Have a device do something. The run has ended at once if the device refuses it."""
    steps = plan(device, action)
    run = Run(device, action, cause, world.clock.elapsed + _until_rest(steps))
    refusal = _refusal(device, steps)
    if refusal is not None:
        run.ends = world.clock.elapsed
        end(world, run, refusal)
        return run
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
    """Say how an action went, once."""
    if run.outcome is not None:
        return
    run.outcome = outcome
    log_action(world, run.device, run.action, run.cause, outcome)
    run.tell()


def _refusal(device: Device, steps: tuple[Step, ...]) -> LogState | None:
    if not device.powered:
        return LogState.MOTOR_POWER_FAILURE
    if not steps:
        return LogState.REJECTED
    return LogState.BUSY if device.moving else None


def _until_rest(steps: tuple[Step, ...]) -> float:
    total = 0.0
    for step in steps:
        total += step.after
        if step.rest:
            break
    return total


def _enter(world: World, run: Run, step: Step) -> None:
    device = run.device
    if step.event is not None and device.jammed and not device.is_opener:
        _block(world, run)
        return
    if step.event is not None:
        world.record(device, step.event, run.cause)
    world.set_status(device, run.cause, **_changes(world, run, step))
    if step.rest:
        end(world, run, LogState.SUCCESS)
        _afterwards(world, run, step)


def _changes(world: World, run: Run, step: Step) -> dict[str, Any]:
    changes: dict[str, Any] = {
        "state": step.state,
        "trigger": trigger_of(run.device, run.cause),
        "last_action": run.action,
    }
    if step.mode is not None:
        changes["mode"] = step.mode
    if run.action == OpenerAction.ACTIVATE_RING_TO_OPEN:
        timeout = run.device.mechanics.rto_timeout
        changes["ring_to_open_end"] = world.clock.now() + timedelta(seconds=timeout)
    elif step.state == OpenerState.ONLINE:
        changes["ring_to_open_end"] = None
    return changes


def _block(world: World, run: Run) -> None:
    run.abandon()
    world.record(run.device, PhysicalEvent.BLOCKED, run.cause)
    world.set_status(run.device, run.cause, state=LockState.MOTOR_BLOCKED)
    end(world, run, LogState.MOTOR_BLOCKED)


def _afterwards(world: World, run: Run, step: Step) -> None:
    device, how = run.device, run.device.mechanics
    if run.action == OpenerAction.ACTIVATE_RING_TO_OPEN:
        _follow_up(world, run, how.rto_timeout, OpenerAction.DEACTIVATE_RING_TO_OPEN)
    if step.state == LockState.UNLOCKED and how.auto_lock is not None and not device.is_opener:
        _follow_up(world, run, how.auto_lock, LockAction.LOCK)


def _follow_up(world: World, run: Run, seconds: float, action: Action) -> None:
    """Do something by itself later, unless the device is asked for something else by then."""
    cause = Cause(CauseKind.AUTOMATIC, name="Auto Lock")
    run.expect(world.clock.after(seconds, lambda: act(world, run.device, action, cause)))
