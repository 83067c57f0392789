"""Flows: behaviour of more than one step, written once for threads and for tasks.

A flow is a generator. It yields a step that it needs done (send this request, queue up, wait until
woken, sleep), gets the result back, and returns its value. It does no I/O and knows no event loop.
:func:`run` carries a flow out in this thread, :func:`arun` in this task, on asyncio or trio.
"""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import suppress
from functools import partial
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from .clock import Sleep
from .request_queue import RequestQueue, Wait
from .transport import PreparedRequest

if TYPE_CHECKING:
    from collections.abc import Callable

    from .clock import Clock
    from .transport import AsyncTransport, Transport

T = TypeVar("T")


# The results: of a PreparedRequest a RawResponse or a Failure, of a RequestQueue a Waiter in it.
Step: TypeAlias = PreparedRequest | RequestQueue | Wait | Sleep
Flow: TypeAlias = Generator[Step, Any, T]


def run(flow: Flow[T], transport: Transport, clock: Clock) -> T:
    """Carry out a flow in this thread."""
    # A generator, because it ends at the latest when an exception leaves it, whatever line an
    # interrupt hits: queues ask whether it has.
    execution: Any = _execute(flow, transport, clock)
    next(execution)
    try:
        execution.send(lambda: execution.gi_frame is not None)
    except StopIteration as end:
        value: T = end.value
        return value
    raise AssertionError("an execution ends with its flow")


def _execute(
    flow: Flow[T], transport: Transport, clock: Clock
) -> Generator[None, Callable[[], bool], T]:
    is_alive = yield
    result: object = None
    try:
        while True:
            step = flow.send(result)
            result = None
            if isinstance(step, PreparedRequest):
                result = transport.send(step)
            elif isinstance(step, RequestQueue):
                result = step.join(is_alive)
            elif isinstance(step, Wait):
                # Not an event, whose lock an interrupt could leave locked.
                signals: SimpleQueue[None] = SimpleQueue()
                step.waiter.wake = partial(signals.put, None)
                if not step.queue.has_place(step.waiter, clock.now()):
                    with suppress(Empty):
                        signals.get(timeout=step.seconds)
            else:
                clock.sleep(step.seconds)
    except StopIteration as end:
        return end.value  # type: ignore[no-any-return]
    finally:
        flow.close()


async def arun(flow: Flow[T], transport: AsyncTransport, clock: Clock) -> T:
    """Carry out a flow in this task."""
    execution: Any = _aexecute(flow, transport, clock, lambda: execution.cr_frame is not None)
    value: T = await execution
    return value


async def _aexecute(
    flow: Flow[T], transport: AsyncTransport, clock: Clock, is_alive: Callable[[], bool]
) -> T:
    result: object = None
    try:
        while True:
            step = flow.send(result)
            result = None
            if isinstance(step, PreparedRequest):
                result = await transport.send(step)
            elif isinstance(step, RequestQueue):
                result = step.join(is_alive)
            elif isinstance(step, Wait):
                import anyio  # noqa: PLC0415 - synchronous clients need no event loop

                event = anyio.Event()
                step.waiter.wake = partial(current_loop()[1], event.set)
                if not step.queue.has_place(step.waiter, clock.now()):
                    with anyio.move_on_after(step.seconds):
                        await event.wait()
            else:
                await clock.asleep(step.seconds)
    except StopIteration as end:
        return end.value  # type: ignore[no-any-return]
    finally:
        flow.close()


async def in_thread(work: Callable[[], None]) -> None:
    """Do the work in another thread while the event loop goes on."""
    import asyncio  # noqa: PLC0415 - as above

    loop = current_loop()[0]
    if isinstance(loop, asyncio.AbstractEventLoop):
        await loop.run_in_executor(None, work)
    else:
        trio: Any = sys.modules["trio"]  # it runs this task
        await trio.to_thread.run_sync(work)


def current_loop() -> tuple[object, Callable[[Callable[[], object]], object]]:
    """The event loop of this task, and what calls a function in it from any thread."""
    import asyncio  # noqa: PLC0415 - as above

    trio: Any = sys.modules.get("trio")
    if trio is not None:
        try:
            token = trio.lowlevel.current_trio_token()
        except RuntimeError:  # this task belongs to asyncio
            pass
        else:
            return token, token.run_sync_soon
    loop = asyncio.get_running_loop()
    return loop, loop.call_soon_threadsafe
