from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import anyio
import anyio.lowlevel
import pytest

from nuki_core.clock import Clock, Sleep
from nuki_core.flow import arun, run
from nuki_core.request_queue import RequestQueue, hold_place
from nuki_core.transport import PreparedRequest, RawResponse
from tests.core.calls import prepared

if TYPE_CHECKING:
    from collections.abc import Callable

    from nuki_core.flow import Flow

CLOCK = Clock()
BACKENDS = pytest.mark.parametrize("backend", ["asyncio", "trio"])
LONG = 60.0


class Server:
    """Answers, and sees how many requests it has at once."""

    def __init__(self, during: Callable[[], object] = int) -> None:
        self.now = self.most = self.count = 0
        self._lock = threading.Lock()
        self._during = during

    def _begin(self) -> None:
        with self._lock:
            self.now += 1
            self.count += 1
            self.most = max(self.most, self.now)

    def _end(self) -> RawResponse:
        with self._lock:
            self.now -= 1
        return RawResponse(200, {}, b"done")

    def send(self, request: PreparedRequest) -> RawResponse:
        assert isinstance(request, PreparedRequest)
        self._begin()
        try:
            self._during()
        finally:
            answer = self._end()
        return answer

    def close(self) -> None:
        pass


class AsyncServer(Server):
    async def send(self, request: PreparedRequest) -> RawResponse:  # type: ignore[override]
        assert isinstance(request, PreparedRequest)
        self._begin()
        try:
            await anyio.lowlevel.checkpoint()
            self._during()
        finally:
            answer = self._end()
        return answer

    async def aclose(self) -> None:
        pass


def one_send() -> Flow[bytes]:
    answer: RawResponse = yield prepared()
    return answer.body


def in_queue(queue: RequestQueue, ends: float = LONG, min_interval: float = 0.0) -> Flow[Any]:
    return hold_place(queue, one_send(), CLOCK.now() + ends, CLOCK, min_interval)


def test_a_flow_gets_what_it_asks_for_and_returns_its_value() -> None:
    slept: list[float] = []

    def flow() -> Flow[list[Any]]:
        first = yield prepared()
        nothing = yield Sleep(2.5)
        return [first.body, nothing]

    assert run(flow(), Server(), Clock(sleep=slept.append)) == [b"done", None]
    assert slept == [2.5]


@BACKENDS
def test_a_flow_is_carried_out_in_a_task_as_in_a_thread(backend: str) -> None:
    slept: list[float] = []

    async def asleep(seconds: float) -> None:
        slept.append(seconds)

    def flow() -> Flow[list[Any]]:
        first = yield prepared()
        nothing = yield Sleep(2.5)
        return [first.body, nothing]

    found = anyio.run(arun, flow(), AsyncServer(), Clock(asleep=asleep), backend=backend)
    assert found == [b"done", None]
    assert slept == [2.5]


def test_what_a_transport_raises_comes_through_and_ends_the_flow() -> None:
    def fail() -> None:
        raise LookupError("mine")

    ended: list[bool] = []

    def flow() -> Flow[None]:
        try:
            yield prepared()
        finally:
            ended.append(True)

    with pytest.raises(LookupError, match="mine"):
        run(flow(), Server(fail), CLOCK)
    assert ended == [True]


def test_threads_take_turns() -> None:
    queue, server = RequestQueue(), Server()

    def work() -> None:
        for _ in range(20):
            assert run(in_queue(queue), server, CLOCK) == b"done"

    with ThreadPoolExecutor(8) as pool:
        for future in [pool.submit(work) for _ in range(8)]:
            future.result()
    assert (server.count, server.most) == (160, 1)


@BACKENDS
@pytest.mark.parametrize("places", [1, 3])
def test_as_many_tasks_send_at_once_as_there_are_places(backend: str, places: int) -> None:
    queue, server = RequestQueue(places), AsyncServer()

    async def main() -> None:
        async with anyio.create_task_group() as group:
            for _ in range(30):
                group.start_soon(arun, in_queue(queue), server, CLOCK)

    anyio.run(main, backend=backend)
    assert (server.count, server.most) == (30, places)


def test_threads_and_tasks_of_several_event_loops_take_turns_with_each_other() -> None:
    queue, server, aserver = RequestQueue(), Server(), AsyncServer()
    aserver._begin, aserver._end = server._begin, server._end  # type: ignore[method-assign]

    def work() -> None:
        for _ in range(20):
            run(in_queue(queue), server, CLOCK)

    async def task() -> None:
        for _ in range(20):
            await arun(in_queue(queue), aserver, CLOCK)

    with ThreadPoolExecutor(6) as pool:
        futures = [pool.submit(work) for _ in range(2)]
        futures += [pool.submit(anyio.run, task, backend="asyncio") for _ in range(2)]
        futures += [pool.submit(anyio.run, task, backend="trio") for _ in range(2)]
        for future in futures:
            future.result()
    assert (server.count, server.most) == (120, 1)


def test_who_waits_in_vain_is_told_and_sends_nothing() -> None:
    queue, server = RequestQueue(), Server()
    held = queue.join(lambda: True)
    assert run(in_queue(queue, ends=0.02), server, CLOCK) is None
    assert server.count == 0
    queue.leave(held, CLOCK.now())
    assert run(in_queue(queue), server, CLOCK) == b"done"


@BACKENDS
def test_a_cancelled_task_gives_its_place_away(backend: str) -> None:
    queue = RequestQueue()
    held = queue.join(lambda: True)

    async def main() -> None:
        with anyio.move_on_after(0.01):
            await arun(in_queue(queue), AsyncServer(), CLOCK)
        queue.leave(held, CLOCK.now())
        assert await arun(in_queue(queue), AsyncServer(), CLOCK) == b"done"

    anyio.run(main, backend=backend)
    assert not queue._waiters


def test_an_interval_is_waited_out() -> None:
    time = [0.0]
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        time[0] += seconds

    def during() -> None:
        time[0] += 2

    clock, queue = Clock(lambda: time[0], sleep), RequestQueue()
    for _ in range(3):
        run(hold_place(queue, one_send(), time[0] + 9, clock, 0.5), Server(during), clock)
    assert slept == [0.5, 0.5]


def test_an_interval_that_outlasts_the_call_is_not_waited_for() -> None:
    clock = Clock(lambda: 0.0)
    queue = RequestQueue()
    run(hold_place(queue, one_send(), 1, clock, 5), Server(), clock)
    assert run(hold_place(queue, one_send(), 1, clock, 5), Server(), clock) is None
