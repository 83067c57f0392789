"""Methods that take several calls, written once as flows over clients.

A class holds its behaviour in :class:`FlowMethod` and :class:`FlowIterator`. Below
:class:`SyncFrontend` they are plain methods and iterators, below :class:`AsyncFrontend` coroutines
and asynchronous iterators::

    class Counting:
        @FlowMethod
        def count(self) -> Flow[int]:
            devices = yield from ask(self._bridge.device.list)
            return len(devices)

    class Counter(Counting, SyncFrontend): ...        # counter.count()
    class AsyncCounter(Counting, AsyncFrontend): ...  # await counter.count()

Flows are typed by the synchronous clients; an asynchronous frontend holds an asynchronous client in
the same place, whose methods have the same names and arguments.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, TypeAlias, TypeVar, overload

import attrs

from .clock import Sleep
from .errors import NukiError

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Coroutine, Sequence

    from .clock import Clock
    from .inbox import Inbox

T = TypeVar("T")
S = TypeVar("S")
P = ParamSpec("P")

_LONGEST_WAIT = 3600.0


@attrs.define(eq=False)
class Asks:
    """Call these; the result is a list of values, and of errors where there is none."""

    calls: Sequence[Callable[[], Any]]


@attrs.define(eq=False)
class Blocks:
    """Call something that takes its time and is no coroutine function; the result is its value."""

    call: Callable[[], Any]


@attrs.define(eq=False)
class Receive:
    """Wait until something is in the inbox, at most so many seconds."""

    inbox: Inbox[Any]
    seconds: float


@attrs.define(eq=False)
class Item(Generic[T]):
    """One value of an iterator, of which there may be more to come."""

    value: T


Step: TypeAlias = Asks | Blocks | Receive | Sleep
Flow: TypeAlias = Generator[Step, Any, T]
Stream: TypeAlias = Generator[Step | Item[T], Any, None]


def ask(method: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Flow[T]:
    """Call a client's method.

    Raises:
        NukiError: As the method.
    """
    (found,) = yield Asks([functools.partial(method, *args, **kwargs)])
    if isinstance(found, NukiError):
        raise found
    value: T = found
    return value


def wait_for(inbox: Inbox[T]) -> Flow[T]:
    """Wait for the next thing in an inbox, however long that takes."""
    while (found := inbox.take()) is None:
        yield Receive(inbox, _LONGEST_WAIT)
    return found


@attrs.define(eq=False)
class _Side(Generic[T]):
    """One of several flows that are carried out side by side, and where it stands."""

    flow: Flow[T]
    result: object = None
    asks: Asks | None = None
    wakes: float | None = None
    ended: bool = False
    outcome: T | NukiError | None = None

    def proceed(self, now: float) -> None:
        """Go on to the next step."""
        self.asks, self.wakes = None, None
        try:
            step = self.flow.send(self.result)
        except StopIteration as end:
            self.ended, self.outcome = True, end.value
        except NukiError as error:
            self.ended, self.outcome = True, error
        else:
            self.result = None
            if isinstance(step, Asks):
                self.asks = step
            elif isinstance(step, Sleep):
                self.wakes = now + step.seconds
            else:
                raise TypeError(f"flows side by side only ask and sleep, not {step!r}")


def together(flows: Sequence[Flow[T]], limit: int, clock: Clock) -> Flow[list[T | NukiError]]:
    """Carry out flows side by side, at most so many at a time; an error is one flow's result."""
    sides = [_Side(flow) for flow in flows]
    try:
        while running := [side for side in sides if not side.ended][:limit]:
            now = clock.now()
            for side in running:
                if side.wakes is None or side.wakes <= now:
                    side.proceed(now)
            if asking := [side for side in running if side.asks is not None]:
                calls = [call for side in asking if side.asks for call in side.asks.calls]
                results = iter((yield Asks(calls)))
                for side in asking:
                    side.result = [next(results) for _ in side.asks.calls] if side.asks else None
            elif all(side.wakes is not None for side in running):
                wakes = min(side.wakes for side in running if side.wakes is not None)
                yield Sleep(max(0.0, wakes - now))
    finally:
        for flow in flows:
            flow.close()
    outcomes: list[Any] = [side.outcome for side in sides]
    return outcomes


class SyncFrontend:
    """Its flow methods are carried out in the calling thread."""

    _clock: Clock


class AsyncFrontend:
    """Its flow methods are coroutine functions, on asyncio or trio."""

    _clock: Clock


class FlowMethod(Generic[S, P, T]):
    """A method written as a flow; which kind of method it is follows from its class's frontend."""

    def __init__(self, flow: Callable[Concatenate[S, P], Flow[T]]) -> None:
        self.flow = flow
        functools.update_wrapper(self, flow)  # type: ignore[arg-type]

        @functools.wraps(flow)
        def method(frontend: Any, /, *args: Any, **kwargs: Any) -> T:
            return _carry_out(flow(frontend, *args, **kwargs), frontend._clock)  # noqa: SLF001

        @functools.wraps(flow)
        async def amethod(frontend: Any, /, *args: Any, **kwargs: Any) -> T:
            return await _acarry_out(flow(frontend, *args, **kwargs), frontend._clock)  # noqa: SLF001

        self._methods: tuple[Any, Any] = method, amethod

    @overload
    def __get__(self, frontend: SyncFrontend, owner: type) -> Callable[P, T]: ...
    @overload
    def __get__(
        self, frontend: AsyncFrontend, owner: type
    ) -> Callable[P, Coroutine[object, None, T]]: ...
    @overload
    def __get__(self, frontend: None, owner: type) -> FlowMethod[S, P, T]: ...
    def __get__(self, frontend: Any, owner: type) -> object:
        if frontend is None:
            return self
        return self._methods[isinstance(frontend, AsyncFrontend)].__get__(frontend, owner)


class FlowIterator(Generic[S, P, T]):
    """A method that gives one thing after the other; see :class:`FlowMethod`."""

    def __init__(self, stream: Callable[Concatenate[S, P], Stream[T]]) -> None:
        self.stream = stream
        functools.update_wrapper(self, stream)  # type: ignore[arg-type]

        @functools.wraps(stream)
        def method(frontend: Any, /, *args: Any, **kwargs: Any) -> Generator[T, None, None]:
            return _iterate(stream(frontend, *args, **kwargs), frontend._clock)  # noqa: SLF001

        @functools.wraps(stream)
        def amethod(frontend: Any, /, *args: Any, **kwargs: Any) -> AsyncGenerator[T, None]:
            return _aiterate(stream(frontend, *args, **kwargs), frontend._clock)  # noqa: SLF001

        self._methods: tuple[Any, Any] = method, amethod

    @overload
    def __get__(
        self, frontend: SyncFrontend, owner: type
    ) -> Callable[P, Generator[T, None, None]]: ...
    @overload
    def __get__(
        self, frontend: AsyncFrontend, owner: type
    ) -> Callable[P, AsyncGenerator[T, None]]: ...
    @overload
    def __get__(self, frontend: None, owner: type) -> FlowIterator[S, P, T]: ...
    def __get__(self, frontend: Any, owner: type) -> object:
        if frontend is None:
            return self
        return self._methods[isinstance(frontend, AsyncFrontend)].__get__(frontend, owner)


# The two ways of carrying flows out


def _do(step: Step, clock: Clock) -> object:
    if isinstance(step, Asks):
        return [_outcome(call) for call in step.calls]
    if isinstance(step, Blocks):
        return step.call()
    if isinstance(step, Receive):
        return clock.wait(step.inbox, step.seconds)
    return clock.sleep(step.seconds)


def _outcome(call: Callable[[], T]) -> T | NukiError:
    try:
        return call()
    except NukiError as error:
        return error


def _carry_out(flow: Flow[T], clock: Clock) -> T:
    try:
        step = next(flow)
        while True:
            step = flow.send(_do(step, clock))
    except StopIteration as end:
        value: T = end.value
        return value
    finally:
        flow.close()


def _iterate(stream: Stream[T], clock: Clock) -> Generator[T, None, None]:
    result: object = None
    try:
        while True:
            step = stream.send(result)
            result = None
            if isinstance(step, Item):
                yield step.value
            else:
                result = _do(step, clock)
    except StopIteration:
        return
    finally:
        stream.close()


async def _ado(step: Step, clock: Clock) -> object:
    import anyio  # noqa: PLC0415 - synchronous clients need no event loop
    import anyio.to_thread  # noqa: PLC0415 - as above

    if isinstance(step, Asks):
        calls: Sequence[Callable[[], Any]] = step.calls
        if len(calls) == 1:
            return [await _aoutcome(calls[0])]
        results: list[Any] = [None] * len(calls)

        async def note(number: int) -> None:
            results[number] = await _aoutcome(calls[number])

        async with anyio.create_task_group() as group:
            for number in range(len(calls)):
                group.start_soon(note, number)
        return results
    if isinstance(step, Blocks):
        return await anyio.to_thread.run_sync(step.call)
    if isinstance(step, Receive):
        return await clock.await_(step.inbox, step.seconds)
    return await clock.asleep(step.seconds)


async def _aoutcome(call: Callable[[], Any]) -> object:
    try:
        return await call()
    except NukiError as error:
        return error


async def _acarry_out(flow: Flow[T], clock: Clock) -> T:
    try:
        step = next(flow)
        while True:
            step = flow.send(await _ado(step, clock))
    except StopIteration as end:
        value: T = end.value
        return value
    finally:
        flow.close()


async def _aiterate(stream: Stream[T], clock: Clock) -> AsyncGenerator[T, None]:
    result: object = None
    try:
        while True:
            try:
                step = stream.send(result)
            except StopIteration:
                return
            result = None
            if isinstance(step, Item):
                yield step.value
            else:
                result = await _ado(step, clock)
    finally:
        stream.close()
