"""Having a device do something, and finding out how that ended, over either API.

A bridge answers when the device is done. The Web API answers at once and queues: how it ended is
read from the device's ``operationId``, its activity log and its state. What somebody else has the
device do meanwhile is not taken for ours: over the Web API nothing else may run on a device while
our operation does, and what its log says of other origin or time does not count.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

import attrs

from nuki_core.clock import Sleep
from nuki_core.errors import (
    ActionAbortedError,
    ActionError,
    ActionRefusedError,
    BadRequestError,
    DeviceOfflineError,
    JammedError,
    LockedError,
    NotConfirmedError,
    NotExecutedError,
    NukiError,
    TooFarError,
    TransportError,
)
from nuki_core.frontends import ask
from nuki_generated import bridge as bridge_api
from nuki_generated.web import (
    LockAction,
    LockState,
    LockTrigger,
    LogState,
    OpenerAction,
    OpenerState,
    ServerState,
)

from .snapshots import Snapshot, of_web

if TYPE_CHECKING:
    from collections.abc import Callable

    from nuki_core.clock import Clock
    from nuki_core.frontends import Flow
    from nuki_generated.web import Smartlock, SmartlockLog

    from .clients import BridgeClient, WebClient

T = TypeVar("T")

Action: TypeAlias = LockAction | OpenerAction

_MOVING: Final = frozenset(
    {
        *(LockState.LOCKING, LockState.UNLOCKING, LockState.UNLATCHING),
        OpenerState.OPENING,
    }
)
_REFUSALS: Final = frozenset(
    {
        *(LogState.TOO_RECENT, LogState.BUSY, LogState.REJECTED, LogState.REJECTED_NIGHT_MODE),
        LogState.INVALID_ACCESS_RIGHTS,
    }
)
_ABORTIONS: Final = frozenset({LogState.CANCELED, LogState.INCOMPLETE})

_FIRST_PAUSE: Final = 1.0
_LONGEST_PAUSE: Final = 4.0
# How long the server may take to show an operation, or a log entry after it.
_SETTLED: Final = 8.0
_ENTRIES: Final = 20


def until(
    look: Callable[[], Flow[T | None]],
    clock: Clock,
    timeout: float,
) -> Flow[T | None]:
    """Look again, with growing pauses, until there is something to see; ``None`` if in vain.

    A look that fails for want of an answer is as good as none.
    """
    ends, pause = clock.now() + timeout, _FIRST_PAUSE
    while (left := ends - clock.now()) > 0:
        yield Sleep(min(pause, left))
        try:
            found = yield from look()
        except NukiError as error:
            if not error.retryable and not isinstance(error, TransportError | LockedError):
                raise
        else:
            if found is not None:
                return found
        pause = min(pause * 1.5, _LONGEST_PAUSE)
    return None


def when_free(attempt: Callable[[], Flow[T]], clock: Clock, timeout: float) -> Flow[T]:
    """Try, and try again as long as another change runs on the device (423)."""
    ends, pause = clock.now() + timeout, _FIRST_PAUSE
    while True:
        try:
            return (yield from attempt())
        except LockedError:
            left = ends - clock.now()
            if left <= 0:
                raise
        yield Sleep(min(pause, left))
        pause = min(pause * 1.5, _LONGEST_PAUSE)


# Over a bridge


def act_over_bridge(
    bridge: BridgeClient, device: Snapshot, action: Action, timeout: float, *, wait: bool
) -> Flow[None]:
    """Have a device do something, over a bridge; without ``wait`` it is done later.

    Raises:
        NukiError: It was not done, or nobody knows; see :func:`explain_bridge`.
    """
    patient = bridge.with_options(
        timeout=timeout, retry=attrs.evolve(bridge.retry_policy, deadline=timeout)
    )
    there = (
        bridge_api.LockAction(int(action))
        if isinstance(action, LockAction)
        else bridge_api.OpenerAction[action.name]  # which differ in numbers
    )
    result = yield from ask(
        patient.device.act,
        device.id.nuki_id,
        there,
        device_type=device.type,
        no_wait=not wait,
    )
    if result.success is not True:  # of a client that does not look at it
        raise NotExecutedError(
            "GET /lockAction: the bridge says that it was not done",
            status=HTTPStatus.OK,
            operation="GET /lockAction",
            may_have_run=True,
        )


def explain_bridge(error: NukiError, name: str, action: Action, now: Snapshot | None) -> NukiError:
    """What it means that an action over a bridge failed; ``now`` is the device after that.

    A bridge says no more than that it was not done: the device's state says why.
    """
    what = _what(name, action)
    if isinstance(error, TransportError) and error.may_have_run:
        return NotConfirmedError(
            f"{what}: the bridge did not answer, so it may have been done ({error})",
            operation=error.operation,
            last_known=now,
        )
    if not isinstance(error, DeviceOfflineError | NotExecutedError):
        return error
    kind: type[ActionError] = TooFarError
    why = "the bridge does not reach the device"
    if isinstance(error, DeviceOfflineError) or now is None or not now.available:
        pass
    elif now.is_jammed:
        kind, why = JammedError, "the motor could not turn"
    elif now.state in _MOVING:
        kind, why = ActionRefusedError, "the device is busy with something else"
    else:
        kind, why = ActionAbortedError, "the device did not carry it to its end"
    return kind(
        f"{what}: {why}",
        operation=error.operation,
        may_have_run=error.may_have_run,
        outcome=None if now is None else now.state,
    )


# Over the Web API


def act_over_web(  # noqa: PLR0913 - who, what, how long
    web: WebClient, device: Snapshot, action: Action, clock: Clock, timeout: float, *, wait: bool
) -> Flow[Snapshot | None]:
    """Have a device do something, over the Web API; the device after that, if it is waited for.

    Raises:
        ActionError: The device did not do it.
        NotConfirmedError: Nobody said in time whether it was done.
        NukiError: As for every call.
    """
    ends = clock.now() + timeout
    smartlock_id = device.id
    if not wait:
        yield from ask(web.smartlock.act, smartlock_id, action)
        return None
    before = yield from ask(web.smartlock.get, smartlock_id)
    newest = yield from _log(web, smartlock_id, 1)

    def attempt() -> Flow[None]:
        return ask(web.smartlock.act, smartlock_id, action)

    try:
        yield from when_free(attempt, clock, ends - clock.now())
    except BadRequestError as error:
        raise ActionRefusedError(
            f"{_what(device.name, action)}: the Web API refuses it for this device "
            f"({error.message})",
            operation=error.operation,
            may_have_run=False,
        ) from error
    except NukiError as error:
        if not error.may_have_run:
            raise
    known = None if newest is None else [entry.id for entry in newest]
    operation = _Operation(device.name, action, clock, before, known)

    def look() -> Flow[Smartlock | None]:
        now = yield from ask(web.smartlock.get, smartlock_id)
        entries: list[SmartlockLog] | None = None
        if operation.ended(now):
            entries = yield from _log(web, smartlock_id, _ENTRIES)
        return operation.outcome(now, entries)

    found = yield from until(look, clock, ends - clock.now())
    if found is None:
        last = operation.latest
        raise NotConfirmedError(
            f"{_what(device.name, action)}: the Web API took it, and did not say within "
            f"{timeout:g} s whether it was done",
            last_known=None if last is None else of_web(last, clock.date()),
        )
    return of_web(found, clock.date())


@attrs.define(eq=False)
class _Operation:
    """One action under way over the Web API, and what has been seen of it.

    ``known`` are the newest log entries from before, ``None`` if the log cannot be read.
    """

    name: str
    action: Action
    clock: Clock
    before: Smartlock
    known: list[str] | None
    latest: Smartlock | None = None
    _id: object = None
    _last_seen: float = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """From now on the server may take its time."""
        self._last_seen = self.clock.now()

    def ended(self, now: Smartlock) -> bool:
        """Whether our operation runs no longer, as far as the server shows it."""
        self.latest = now
        running = now.operation_id or None
        if running is not None and self._id in {None, running}:
            self._id, self._last_seen = running, self.clock.now()
            return False
        return True

    def outcome(self, now: Smartlock, entries: list[SmartlockLog] | None) -> Smartlock | None:
        """The device, if it has done it; ``None`` if nobody can tell yet.

        Raises:
            ActionError: It has not.
        """
        if not self.ended(now):
            return None
        entry = self._entry(entries or [])
        if entry is not None:
            if entry.state == LogState.SUCCESS:
                return now
            raise _error_of(entry.state, self.name, self.action)
        if self.clock.now() - self._last_seen < _SETTLED:
            return None
        state = now.state or None
        if state is not None and self._id is not None and self.known is None:
            # The log is closed to us. What the device says it did last, and who had it do that.
            is_ours = int(state.last_action) == int(self.action) and _is_web(state.trigger)
            if is_ours and state.state == LockState.MOTOR_BLOCKED:
                raise _error_of(LogState.MOTOR_BLOCKED, self.name, self.action)
            if is_ours and state.state not in _MOVING:
                return now
        if now.server_state == ServerState.OFFLINE:
            what = _what(self.name, self.action)
            raise TooFarError(f"{what}: the server does not reach the device")
        return None

    def _entry(self, entries: list[SmartlockLog]) -> SmartlockLog | None:
        """Our entry: the oldest of its kind since we asked."""
        ours = None
        for entry in entries:
            if entry.id in (self.known or ()):
                break
            if int(entry.action) == int(self.action) and _is_web(entry.trigger):
                ours = entry
        return ours


def _log(web: WebClient, smartlock_id: int, limit: int) -> Flow[list[SmartlockLog] | None]:
    """The newest entries; ``None`` if this token may not read them."""
    try:
        return (yield from ask(web.smartlock_log.list_for_smartlock, smartlock_id, limit=limit))
    except NukiError as error:
        if error.retryable or isinstance(error, TransportError):
            raise
        return None


def _is_web(trigger: object) -> bool:
    return isinstance(trigger, int) and int(trigger) == int(LockTrigger.WEB)


def _error_of(state: object, name: str, action: Action) -> ActionError:
    kind: type[ActionError] = ActionError
    if state == LogState.MOTOR_BLOCKED:
        kind = JammedError
    elif state in _REFUSALS:
        kind = ActionRefusedError
    elif state in _ABORTIONS:
        kind = ActionAbortedError
    return kind(
        f"{_what(name, action)}: the device did not do it ({state})",
        may_have_run=kind is not ActionRefusedError,
        outcome=state,
    )


def _what(name: str, action: Action) -> str:
    return f"{name}: {action.name.lower().replace('_', ' ')}"
