"""Watching a home: one keeper of state, which is never silently wrong.

What is shown was read by asking. A push, which may be lost, repeated, late or in the wrong order,
shows nothing by itself: it is a reason to ask at once. Asking slowly makes up for pushes that are
lost, and a reading that cannot be renewed in time is not shown any longer: the state is ``None``.
So what is shown was true at most one poll interval ago, and the time that a poll may take
(:data:`GRACE`).

A bridge is asked for its list every five minutes if it pushes, otherwise every thirty seconds;
after a push; and, when it does not answer, again after pauses that grow to thirty seconds.
"""

from __future__ import annotations

from collections import deque
from contextlib import ExitStack
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, Generic, Self, TypeVar

import attrs

from nuki_core.errors import NukiError, TransportError, ValidationError
from nuki_core.frontends import (
    AsyncFrontend,
    FlowIterator,
    FlowMethod,
    Item,
    Receive,
    SyncFrontend,
)
from nuki_core.inbox import Inbox
from nuki_core.retry import NO_RETRY, checked_seconds
from nuki_generated.bridge import Device as BridgeDevice
from nuki_generated.bridge import DeviceState
from nuki_generated.web import DeviceLogsWebhook, OpenerLogAction, Smartlock, SmartlockLog

from .devices import AsyncDevice, Device, DeviceFlows
from .events import (
    BatteryChanged,
    BecameAvailable,
    BecameUnavailable,
    DeviceAdded,
    DeviceGone,
    DoorChanged,
    Event,
    LogAdded,
    Rang,
    StateChanged,
)
from .log import LOOK_BACK, Listings, LogCursor
from .receiving import CallbackReceiver, WebhookReceiver
from .snapshots import Snapshot, merged, of_bridge
from .subscriptions import CallbackSubscription

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from nuki_core.clock import Clock
    from nuki_core.frontends import Flow, Stream

    from .home import HomeFlows
    from .snapshots import Source

D = TypeVar("D", bound=DeviceFlows)
T = TypeVar("T")

WITH_PUSHES: Final = 300.0
"""Seconds between two polls of an API that pushes."""
WITHOUT_PUSHES: Final = 30.0
"""Seconds between two polls of an API that does not."""
GRACE: Final = 20.0
"""Seconds that a poll may take, with one repetition, before what it was to renew is not shown."""
UNAVAILABLE_AFTER: Final = 60.0

_POLL_TIMEOUT: Final = 8.0
_SHORTEST_WAIT: Final = 0.01
_FIRST_PAUSE: Final = 2.0
_LONGEST_PAUSE: Final = 30.0
_AFTER_A_PUSH: Final = 2.0
_DOUBTED: Final = 3.0
_SAME_RING: Final = timedelta(seconds=20)
_RINGS: Final = 16


@attrs.define(eq=False)
class _Api:
    """One of the two APIs as a source of readings: when it was asked, and is to be asked again."""

    name: Source
    interval: float
    readings: dict[str, Snapshot] = attrs.field(factory=dict[str, Snapshot])
    read_at: float | None = None
    due: float = 0.0
    asked_at: float = float("-inf")
    failures: int = 0
    error: NukiError | None = None
    doubts: dict[str, Snapshot] = attrs.field(factory=dict[str, Snapshot])

    def fresh_until(self) -> float:
        """Until when its readings may be shown."""
        return float("-inf") if self.read_at is None else self.read_at + self.interval + GRACE

    def ask_soon(self, now: float) -> None:
        """Ask at once, but not more often than bridges bear."""
        self.due = min(self.due, max(now, self.asked_at + _AFTER_A_PUSH))


@attrs.define(eq=False)
class _Availability:
    """Since when a device is out of reach, and whether that was said."""

    lost_at: float | None = None
    said: bool = False


class WatchFlows(Generic[D]):
    """What a watch does; see :class:`Watch`."""

    def __init__(  # noqa: PLR0913 - one line for each thing a caller may choose
        self,
        home: HomeFlows[D],
        clock: Clock,
        *,
        callbacks: CallbackReceiver | None = None,
        webhooks: WebhookReceiver | None = None,
        poll_interval: float | None = None,
        unavailable_after: float = UNAVAILABLE_AFTER,
    ) -> None:
        self._home, self._clock = home, clock
        if poll_interval is not None:
            checked_seconds("poll_interval", poll_interval)
        self._unavailable_after = checked_seconds("unavailable_after", unavailable_after)
        _check_receiver("callbacks", callbacks, CallbackReceiver, home.bridge)
        _check_receiver("webhooks", webhooks, WebhookReceiver, home.web)
        self._callbacks, self._webhooks, self._interval = callbacks, webhooks, poll_interval
        self._is_entered = False
        self.subscription_problem: NukiError | None = None
        """Why the bridge does not push to the receiver; ``None`` if it does."""
        self.log_problem: NukiError | None = None
        """Why the activity log is not read; ``None`` if it is, or nobody has tried."""
        self._bell = Inbox[None](1)
        self._apis = list[_Api]()
        if self._home.bridge is not None:
            self._apis.append(_Api("bridge", self._pause(pushes=False)))
        if self._home.web is not None:
            self._apis.append(_Api("web", self._pause(pushes=webhooks is not None)))
        self._availability: dict[str, _Availability] = {}
        self._shown: dict[str, Snapshot] = {}
        self._rings: dict[str, deque[datetime]] = {}
        self._cursor, self._log_is_due = LogCursor(), True
        self._waiting = deque[Event[D]]()
        self._ensured_at = float("-inf")

    @FlowMethod
    def _start(self) -> Flow[None]:
        yield from self.start()

    @FlowMethod
    def _stop(self) -> Flow[None]:
        yield from self.stop()

    def _pause(self, *, pushes: bool) -> float:
        return self._interval or (WITH_PUSHES if pushes else WITHOUT_PUSHES)

    # The ways in and out

    def start(self) -> Flow[None]:
        """Read everything for the first time; a refusal is raised, a failure made up for later."""
        self._is_entered = True
        for api in self._apis:
            yield from self._poll(api)
            if isinstance(self.subscription_problem, ValidationError):
                raise self.subscription_problem
            error = api.error
            if error and not error.retryable and not isinstance(error, TransportError):
                raise error
        self._show(first=True)
        yield from self._read_log()
        self._waiting.clear()

    def stop(self) -> Flow[None]:
        """Give up the callback's slot, if the bridge answers."""
        self._is_entered = False
        if self._callbacks is not None and self._home.bridge is not None:
            try:
                yield from CallbackSubscription.remove.flow(self._subscription(self._callbacks))
            except NukiError as error:
                self.subscription_problem = error

    @FlowIterator
    def events(self) -> Stream[Event[D]]:
        """What changes, as it changes, without end.

        Raises:
            ValidationError: The watch was not entered, or is over; or a client was closed.
        """
        if not self._is_entered:
            raise ValidationError("a watch is entered first: with home.watch() as watch")
        with ExitStack() as stack:
            for receiver in (self._callbacks, self._webhooks):
                if receiver is not None:
                    stack.enter_context(receiver.inbox.waking(self._ring_bell))
            while True:
                self._bell.take()
                self._take_pushes()
                for api in self._apis:
                    if api.due <= self._clock.now():
                        yield from self._poll(api)
                        # What one API says is shown before the other is asked, which may hang.
                        self._show()
                        while self._waiting:
                            yield Item(self._waiting.popleft())
                yield from self._read_log()
                self._show()
                while self._waiting:
                    yield Item(self._waiting.popleft())
                receivers = (self._callbacks, self._webhooks)
                if not any(receiver is not None and receiver.inbox for receiver in receivers):
                    left = self._next_deadline() - self._clock.now()
                    yield Receive(self._bell, max(_SHORTEST_WAIT, left))

    def _ring_bell(self) -> None:
        self._bell.put(None)

    def _next_deadline(self) -> float:
        times = [api.due for api in self._apis]
        now = self._clock.now()
        # Then a reading goes out of date, or a device has been lost for long enough.
        times += [until for api in self._apis if (until := api.fresh_until()) > now]
        times += [
            one.lost_at + self._unavailable_after
            for one in self._availability.values()
            if one.lost_at is not None and not one.said
        ]
        return min(times)

    # Pushes

    def _take_pushes(self) -> None:
        now = self._clock.now()
        while self._callbacks is not None and (callback := self._callbacks.inbox.take()):
            bridge = self._api("bridge")
            if bridge is None:
                continue
            told = of_bridge(
                BridgeDevice(
                    nuki_id=callback.nuki_id,
                    device_type=callback.device_type,
                    name="",
                    last_known_state=DeviceState.from_dict(
                        callback.to_dict(), int(callback.device_type or 0)
                    ),
                ),
                self._clock.date(),
            )
            hexadecimal = told.id.hex
            known = bridge.readings.get(hexadecimal)
            if known is None or _visible(known) != _visible(told) or bridge.error is not None:
                bridge.doubts[hexadecimal] = told
                bridge.ask_soon(now)
            device = self._home.known(hexadecimal)
            if device is not None and callback.ringaction_state is True:
                self._ring(device, told.rang or self._clock.date())
        while self._webhooks is not None and (webhook := self._webhooks.inbox.take()):
            web = self._api("web")
            if web is not None:
                web.ask_soon(now)
            if isinstance(webhook, DeviceLogsWebhook):
                self._log_is_due = True
                if isinstance(webhook.smartlock_log, SmartlockLog):
                    self._cursor.hear_of(webhook.smartlock_log)

    def _ring(self, device: D, at: datetime) -> None:
        rings = self._rings.setdefault(device.hex, deque(maxlen=_RINGS))
        if all(abs(at - ring) > _SAME_RING for ring in rings):
            rings.append(at)
            snapshot = device.snapshot
            self._waiting.append(Rang(device=device, before=snapshot, after=snapshot, at=at))

    # Polls

    def _poll(self, api: _Api) -> Flow[None]:
        began = api.asked_at = self._clock.now()
        try:
            if api.name == "bridge":
                yield from self._keep_subscribed(api)
                reading = self._home.read_bridge(timeout=_POLL_TIMEOUT, retry=NO_RETRY)
            else:
                reading = self._home.read_web(timeout=_POLL_TIMEOUT, retry=NO_RETRY)
                self._log_is_due = True
            readings = yield from self._in_time(reading)
        except ValidationError:  # no failure but a mistake, such as a client that was closed
            raise
        except NukiError as error:
            api.error = error
            api.failures += 1
            pause = min(_FIRST_PAUSE * 2.0 ** (api.failures - 1), _LONGEST_PAUSE)
            api.due = self._clock.now() + pause
            return
        api.readings, api.read_at, api.error, api.failures = readings, began, None, 0
        api.due = began + api.interval
        doubts, api.doubts = api.doubts, {}
        if any(
            _visible(readings[one]) != _visible(doubts[one]) for one in doubts if one in readings
        ):
            # Either the push was late, or the bridge's memory is: a second look decides.
            api.due = min(api.due, self._clock.now() + _DOUBTED)
        told = {key for key, one in self._availability.items() if one.said}
        if any(not one.available and key not in told for key, one in readings.items()):
            api.due = min(api.due, began + WITHOUT_PUSHES)  # is it really lost?

    def _in_time(self, flow: Flow[T]) -> Flow[T]:
        """Carry out a flow; before each call, what would go out of date meanwhile is hidden.

        While a call lasts, nobody can hide anything.
        """
        result: object = None
        try:
            while True:
                step = flow.send(result)
                self._show(ahead=_POLL_TIMEOUT)
                result = yield step
        except StopIteration as end:
            value: T = end.value
            return value
        finally:
            flow.close()

    def _keep_subscribed(self, bridge: _Api) -> Flow[None]:
        """Have our callback registered before the list is read, so that nothing falls between."""
        now = self._clock.now()
        if self._callbacks is None or now - self._ensured_at < self._pause(pushes=True):
            return
        try:
            subscription = self._subscription(self._callbacks)
            yield from self._in_time(CallbackSubscription.ensure.flow(subscription))
        except TransportError:
            raise  # the list would not come either
        except NukiError as error:
            self.subscription_problem = error
            bridge.interval = self._pause(pushes=False)
            return
        self.subscription_problem = None
        self._ensured_at = now
        bridge.interval = self._pause(pushes=True)

    def _subscription(self, receiver: CallbackReceiver) -> CallbackSubscription:
        bridge = self._home.bridge
        assert bridge is not None  # noqa: S101 - only homes with a bridge subscribe
        quick = bridge.with_options(timeout=_POLL_TIMEOUT, retry=NO_RETRY)
        return CallbackSubscription(quick, receiver.url)

    def _read_log(self) -> Flow[None]:
        web = self._home.web
        if web is None or not self._log_is_due:
            return
        self._log_is_due = False
        quick = web.with_options(timeout=_POLL_TIMEOUT, retry=NO_RETRY)
        try:
            began = self._clock.date()
            entries = yield from self._in_time(Listings(quick).newer(self._cursor, began))
        except NukiError as error:
            self.log_problem = error
            return
        self.log_problem = None
        for entry in entries:
            self._cursor.note(entry, began)
            whose: Any = entry.smartlock_id
            date: Any = entry.date
            device = self._home.known(whose.hex) if hasattr(whose, "hex") else None
            if device is None:
                continue
            now = device.snapshot
            if entry.action == OpenerLogAction.DOORBELL_RECOGNITION and isinstance(date, datetime):
                self._ring(device, date)
            self._waiting.append(LogAdded(device=device, before=now, after=now, entry=entry))
        self._cursor.end_look(began, LOOK_BACK)

    # Showing

    def _api(self, name: Source) -> _Api | None:
        return next((api for api in self._apis if api.name == name), None)

    def _show(self, *, first: bool = False, ahead: float = 0.0) -> None:
        """Compare what is known with what was shown, and note what is to be told.

        What goes out of date within ``ahead`` seconds is not shown any more.
        """
        now = self._clock.now()
        for hexadecimal, shown in self._shown.items():
            device = self._home.known(hexadecimal)
            api = None if device is None else self._api(device.snapshot.source)
            if device is not None and api is not None and device.snapshot is not shown:
                # Somebody else has read it, or had it do something.
                api.readings[hexadecimal] = device.snapshot
                api.ask_soon(now)
        seen = dict[str, dict[str, Snapshot]]()
        for api in self._apis:
            for hexadecimal, reading in api.readings.items():
                is_doubted = api.error is not None and hexadecimal in api.doubts
                is_known = now + ahead < api.fresh_until() and not is_doubted
                told = reading if is_known else _not_known(reading, api.error)
                seen.setdefault(hexadecimal, {})[api.name] = told
        for told_by in seen.values():
            remote = told_by.get("web")
            snapshot = merged(told_by.get("bridge"), remote)
            if snapshot is not None:
                model = None if remote is None else remote.model
                self._show_device(
                    snapshot, model if isinstance(model, Smartlock) else None, first=first
                )
        if all(api.read_at is not None for api in self._apis):
            for gone in self._home.forget_all_but(seen):
                before = self._shown.pop(gone.hex, gone.snapshot)
                self._availability.pop(gone.hex, None)
                self._waiting.append(DeviceGone(device=gone, before=before, after=gone.snapshot))

    def _show_device(self, told: Snapshot, model: Smartlock | None, *, first: bool) -> None:
        now, hexadecimal = self._clock.now(), told.id.hex
        availability = self._availability.setdefault(hexadecimal, _Availability())
        was_lost = availability.said
        readings = [api.readings.get(hexadecimal) for api in self._apis if api.error is None]
        if any(one is not None and one.available for one in readings):
            availability.lost_at, availability.said = None, False
        else:
            if availability.lost_at is None:
                availability.lost_at = now
            availability.said = now >= availability.lost_at + self._unavailable_after
        if availability.said:
            error = next((api.error for api in self._apis if api.error is not None), None)
            told = _not_known(told, error) if told.available else told
        else:
            # Not reached just now is not yet unavailable, though its state may not be known.
            told = attrs.evolve(told, available=True, problem="")
        before = self._shown.get(hexadecimal)
        device = self._home.show(told, model)
        self._shown[hexadecimal] = told
        if before is None:
            if not first:
                self._waiting.append(DeviceAdded(device=device, before=told, after=told))
            if told.rang is not None:
                self._rings.setdefault(hexadecimal, deque(maxlen=_RINGS)).append(told.rang)
            return
        kinds = [kind for kind, differ in _DIFFERENCES if differ(before, told)]
        if availability.said != was_lost:
            kinds.append(BecameUnavailable if availability.said else BecameAvailable)
        self._waiting.extend(kind(device=device, before=before, after=told) for kind in kinds)
        if told.rang is not None:
            self._ring(device, told.rang)


def _check_receiver(name: str, receiver: object, kind: type, client: object) -> None:
    if receiver is not None and (not isinstance(receiver, kind) or client is None):
        raise ValidationError(
            f"{name} takes a {kind.__name__}, and the home needs the client of that API"
        )


def _batteries_differ(before: Snapshot, after: Snapshot) -> bool:
    """Whether batteries say something else; that they say nothing is no change."""
    names = ("battery_critical", "battery_charging", "keypad_battery_critical")
    pairs = [(getattr(before, name), getattr(after, name)) for name in names]
    return any(now is not None and bool(was) != now for was, now in pairs)


_DIFFERENCES: Final[list[tuple[type[Event[Any]], Callable[[Snapshot, Snapshot], bool]]]] = [
    (
        StateChanged,
        lambda was, now: was.state != now.state or (now.state is not None and was.mode != now.mode),
    ),
    (DoorChanged, lambda was, now: was.door_state != now.door_state),
    (BatteryChanged, _batteries_differ),
]


def _visible(snapshot: Snapshot) -> tuple[object, ...]:
    """What a callback says of a device."""
    return (
        snapshot.state,
        snapshot.mode,
        snapshot.door_state,
        snapshot.battery_critical,
        snapshot.battery_charging,
        snapshot.keypad_battery_critical,
    )


def _not_known(snapshot: Snapshot, error: NukiError | None) -> Snapshot:
    """A device of which there is no reading that may be shown."""
    problem = str(error) if error is not None else "it was not read in time"
    return attrs.evolve(snapshot, state=None, door_state=None, available=False, problem=problem)


class Watch(WatchFlows[Device], SyncFrontend):
    """Watches a home: ``with home.watch(callbacks=receiver) as watch: for event in watch: ...``.

    While it runs, the home's devices show what it knows; entering reads them all. What was missed
    is told late rather than never, except that of several changes between two readings only the
    last is seen. The receivers are to be served by the caller; the bridge is asked to post to the
    one for callbacks, and asked again when it has forgotten.
    """

    def __enter__(self) -> Self:
        self._start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._stop()

    def __iter__(self) -> Iterator[Event[Device]]:
        return self.events()


class AsyncWatch(WatchFlows[AsyncDevice], AsyncFrontend):
    """As :class:`Watch`, asynchronous: ``async with`` and ``async for``."""

    async def __aenter__(self) -> Self:
        await self._start()
        return self

    async def __aexit__(self, *_exception: object) -> None:
        import anyio  # noqa: PLC0415 - synchronous watches need no event loop

        # A task that is cancelled gives up the slot, too: a bridge has three.
        with anyio.move_on_after(2 * _POLL_TIMEOUT, shield=True):
            await self._stop()

    def __aiter__(self) -> AsyncIterator[Event[AsyncDevice]]:
        return self.events()
