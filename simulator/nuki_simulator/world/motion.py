"""Carrying out an action on the virtual clock, from the first movement to the log entry."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from nuki.web import LockAction, LockState, LogState, OpenerAction, OpenerState

from .activity import log_action, trigger_of
from .devices import Run
from .journal import Cause, CauseKind, Deed
from .plans import plan

if TYPE_CHECKING:
    from .devices import Action, Device
    from .plans import Step
    from .world import World


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
    if step.deed is not None and device.jammed and not device.is_opener:
        _block(world, run)
        return
    if step.deed is not None:
        world.record(device, step.deed, run.cause)
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
    world.record(run.device, Deed.BLOCKED, run.cause)
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
