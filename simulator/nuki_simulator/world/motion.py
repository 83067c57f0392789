"""Carrying out an action on the virtual clock, from the first movement to the log entry."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import attrs

from nuki.web import LockAction, LockState, LogState, OpenerAction, OpenerState

from .activity import log_action, trigger_of
from .journal import Cause, CauseKind, Deed
from .plans import plan

if TYPE_CHECKING:
    from collections.abc import Callable

    from .clock import Alarm
    from .devices import Action, Device
    from .plans import Step
    from .world import Simulator


@attrs.define(eq=False)
class Run:
    """An action under way; ``outcome`` is ``None`` until it has ended, ``ends`` when it should.

    ``ends`` is in seconds since the start of the simulation.
    """

    device: Device
    action: Action
    cause: Cause
    ends: float
    outcome: LogState | None = None
    _alarms: list[Alarm] = attrs.field(factory=list["Alarm"], repr=False)
    _waiting: list[Callable[[Run], object]] = attrs.field(
        factory=list["Callable[[Run], object]"], repr=False
    )

    @property
    def succeeded(self) -> bool:
        """Whether it has ended as it should."""
        return self.outcome == LogState.SUCCESS

    def when_ended(self, listener: Callable[[Run], object]) -> None:
        """Call ``listener`` when the action ends, or now if it has."""
        if self.outcome is None:
            self._waiting.append(listener)
        else:
            listener(self)

    def schedule(self, simulator: Simulator, steps: tuple[Step, ...]) -> None:
        """Put every step on the clock."""
        delay = 0.0
        for step in steps:
            delay += step.after
            enter = _entering(simulator, self, step)
            if delay == 0:
                enter()
            else:
                self._alarms.append(simulator.clock.after(delay, enter))

    def follow_up(self, simulator: Simulator, seconds: float, action: Action) -> None:
        """Do something by itself later, unless the device is asked for something else by then."""
        cause = Cause(CauseKind.AUTOMATIC, name="Auto Lock")

        def due() -> None:
            act(simulator, self.device, action, cause)

        self._alarms.append(simulator.clock.after(seconds, due))

    def abandon(self) -> None:
        """Forget the steps that are still to come."""
        for alarm in self._alarms:
            alarm.cancel()
        self._alarms.clear()

    def end(self, simulator: Simulator, outcome: LogState) -> None:
        """Say how it went, once."""
        if self.outcome is not None:
            return
        self.outcome = outcome
        log_action(simulator, self.device, self.action, self.cause, outcome)
        for listener in self._waiting:
            listener(self)
        self._waiting.clear()


def act(simulator: Simulator, device: Device, action: Action, cause: Cause) -> Run:
    """Have a device carry out an action; see :meth:`Simulator.act`."""
    steps = plan(device, action)
    run = Run(device, action, cause, simulator.clock.elapsed + _until_rest(steps))
    refusal = _refusal(device, steps)
    if refusal is not None:
        run.ends = simulator.clock.elapsed
        run.end(simulator, refusal)
        return run
    if device.run is not None:
        device.run.abandon()
    device.run = run
    run.schedule(simulator, steps)
    return run


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


def _entering(simulator: Simulator, run: Run, step: Step) -> Callable[[], None]:
    return lambda: _enter(simulator, run, step)


def _enter(simulator: Simulator, run: Run, step: Step) -> None:
    device = run.device
    if step.deed is not None and device.jammed and not device.is_opener:
        _block(simulator, run)
        return
    if step.deed is not None:
        simulator.record(device, step.deed, run.cause)
    simulator.set_status(device, run.cause, **_changes(simulator, run, step))
    if step.rest:
        run.end(simulator, LogState.SUCCESS)
        _afterwards(simulator, run, step)


def _changes(simulator: Simulator, run: Run, step: Step) -> dict[str, Any]:
    changes: dict[str, Any] = {
        "state": step.state,
        "trigger": trigger_of(run.device, run.cause),
        "last_action": run.action,
    }
    if step.mode is not None:
        changes["mode"] = step.mode
    if run.action == OpenerAction.ACTIVATE_RING_TO_OPEN:
        timeout = run.device.mechanics.rto_timeout
        changes["ring_to_open_end"] = simulator.clock.now() + timedelta(seconds=timeout)
    elif step.state == OpenerState.ONLINE:
        changes["ring_to_open_end"] = None
    return changes


def _block(simulator: Simulator, run: Run) -> None:
    run.abandon()
    simulator.record(run.device, Deed.BLOCKED, run.cause)
    simulator.set_status(run.device, run.cause, state=LockState.MOTOR_BLOCKED)
    run.end(simulator, LogState.MOTOR_BLOCKED)


def _afterwards(simulator: Simulator, run: Run, step: Step) -> None:
    device, how = run.device, run.device.mechanics
    if run.action == OpenerAction.ACTIVATE_RING_TO_OPEN:
        run.follow_up(simulator, how.rto_timeout, OpenerAction.DEACTIVATE_RING_TO_OPEN)
    if step.state == LockState.UNLOCKED and how.auto_lock is not None and not device.is_opener:
        run.follow_up(simulator, how.auto_lock, LockAction.LOCK)
