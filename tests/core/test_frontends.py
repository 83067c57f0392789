"""One flow, carried out as a method, a coroutine, an iterator, an asynchronous iterator."""

from __future__ import annotations

import inspect
import threading
from typing import TYPE_CHECKING, Any

import anyio
import pytest

from nuki_core.clock import Clock, Sleep
from nuki_core.errors import NotFoundError
from nuki_core.frontends import (
    Asks,
    AsyncFrontend,
    Blocks,
    FlowIterator,
    FlowMethod,
    Item,
    SyncFrontend,
    ask,
    together,
    wait_for,
)
from nuki_core.inbox import Inbox

if TYPE_CHECKING:
    from nuki_core.frontends import Flow, Stream


class Server:
    """A client's resource; what it is asked, in order."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def double(self, number: int) -> int:
        self.asked.append(number)
        if number < 0:
            raise NotFoundError("no such number")
        return 2 * number


class AsyncServer(Server):
    async def double(self, number: int) -> int:  # type: ignore[override]
        await anyio.lowlevel.checkpoint()
        return super().double(number)


class Adding:
    server: Server
    inbox: Inbox[str]
    closed = False

    @FlowMethod
    def add(self, *numbers: int, base: int = 0) -> Flow[int]:
        """Adds doubles."""
        total = base
        try:
            for number in numbers:
                total += yield from ask(self.server.double, number)
                yield Sleep(1)
        finally:
            self.closed = True
        return total

    @FlowMethod
    def or_none(self, number: int) -> Flow[int | None]:
        try:
            return (yield from ask(self.server.double, number))
        except NotFoundError:
            return None

    @FlowMethod
    def at_once(self, *numbers: int) -> Flow[list[Any]]:
        return (
            yield Asks([lambda number=number: self.server.double(number) for number in numbers])
        )

    @FlowMethod
    def thread(self) -> Flow[int]:
        found: int = yield Blocks(threading.get_ident)
        return found

    @FlowMethod
    def next_letter(self) -> Flow[str]:
        return (yield from wait_for(self.inbox))

    @FlowIterator
    def doubles(self, numbers: list[int]) -> Stream[int]:
        try:
            for number in numbers:
                yield Item((yield from ask(self.server.double, number)))
                yield Sleep(1)
        finally:
            self.closed = True


class Adder(Adding, SyncFrontend):
    def __init__(self) -> None:
        self.server, self.slept, self.inbox = Server(), list[float](), Inbox[str](1)
        self._clock = Clock(sleep=self.slept.append)


class AsyncAdder(Adding, AsyncFrontend):
    def __init__(self) -> None:
        self.server, self.slept, self.inbox = AsyncServer(), list[float](), Inbox[str](1)

        async def asleep(seconds: float) -> None:
            await anyio.lowlevel.checkpoint()
            self.slept.append(seconds)

        self._clock = Clock(asleep=asleep)


BACKENDS = pytest.mark.parametrize("backend", ["asyncio", "trio"])


def test_a_flow_is_a_method() -> None:
    adder = Adder()
    assert adder.add(1, 2, base=10) == 16
    assert adder.server.asked == [1, 2]
    assert adder.slept == [1, 1]


@BACKENDS
def test_the_same_flow_is_a_coroutine_function(backend: str) -> None:
    async def main() -> None:
        adder = AsyncAdder()
        assert await adder.add(1, 2, base=10) == 16
        assert adder.server.asked == [1, 2]
        assert adder.slept == [1, 1]

    anyio.run(main, backend=backend)


def test_an_error_is_raised_where_it_was_asked() -> None:
    adder = Adder()
    assert adder.or_none(-1) is None
    with pytest.raises(NotFoundError, match="no such number"):
        adder.add(-1)
    assert adder.closed


@BACKENDS
def test_so_it_is_in_tasks(backend: str) -> None:
    async def main() -> None:
        adder = AsyncAdder()
        assert await adder.or_none(-1) is None
        with pytest.raises(NotFoundError, match="no such number"):
            await adder.add(-1)
        assert adder.closed

    anyio.run(main, backend=backend)


def test_several_are_asked_and_each_has_its_result() -> None:
    one, wrong, two = Adder().at_once(1, -1, 2)
    assert (one, two) == (2, 4)
    assert isinstance(wrong, NotFoundError)


@BACKENDS
def test_tasks_ask_several_at_the_same_time(backend: str) -> None:
    async def main() -> None:
        one, wrong, two = await AsyncAdder().at_once(1, -1, 2)
        assert (one, two) == (2, 4)
        assert isinstance(wrong, NotFoundError)

    anyio.run(main, backend=backend)


def test_what_blocks_is_called_in_this_thread_and_beside_an_event_loop_in_another() -> None:
    assert Adder().thread() == threading.get_ident()
    assert anyio.run(AsyncAdder().thread) != threading.get_ident()


def test_flows_wait_for_an_inbox() -> None:
    adder, other = Adder(), AsyncAdder()
    adder.inbox.put("a")
    other.inbox.put("b")
    assert adder.next_letter() == "a"
    assert anyio.run(other.next_letter) == "b"


def test_a_stream_is_an_iterator_that_asks_no_more_than_is_wanted() -> None:
    adder = Adder()
    doubles = adder.doubles([1, 2, 3])
    assert [next(doubles), next(doubles)] == [2, 4]
    assert adder.server.asked == [1, 2]
    doubles.close()
    assert adder.closed
    assert list(adder.doubles([4, 5])) == [8, 10]


@BACKENDS
def test_the_same_stream_is_an_asynchronous_iterator(backend: str) -> None:
    async def main() -> None:
        adder = AsyncAdder()
        assert [number async for number in adder.doubles([1, 2])] == [2, 4]
        assert adder.closed
        with pytest.raises(NotFoundError):
            async for _ in adder.doubles([-1]):
                pass

    anyio.run(main, backend=backend)


def test_a_cancelled_task_closes_its_flow() -> None:
    async def main() -> None:
        adder = AsyncAdder()
        with anyio.move_on_after(0):
            await adder.add(1)
        assert adder.closed

    anyio.run(main)


def test_methods_keep_name_and_text() -> None:
    assert Adder.add.__doc__ == Adder().add.__doc__ == "Adds doubles."
    assert AsyncAdder().add.__name__ == "add"
    assert (
        str(inspect.signature(Adder().add)) == "(*numbers: 'int', base: 'int' = 0) -> 'Flow[int]'"
    )
    assert inspect.iscoroutinefunction(AsyncAdder().add)
    assert not inspect.iscoroutinefunction(Adder().add)


# Side by side


class Doubling(SyncFrontend):
    """Carries out flows side by side, on a clock that passes only in pauses."""

    def __init__(self, limit: int) -> None:
        self.server, self.now, self.limit, self.most = Server(), 0.0, limit, 0
        self._clock = Clock(now=lambda: self.now, sleep=self.sleep)

    def sleep(self, seconds: float) -> None:
        self.now += seconds

    @FlowMethod
    def all(self, *numbers: int) -> Flow[list[Any]]:
        running = [0]

        def one(number: int) -> Flow[int]:
            running[0] += 1
            self.most = max(self.most, running[0])
            try:
                yield Sleep(abs(number))
                return (yield from ask(self.server.double, number))
            finally:
                running[0] -= 1

        return (yield from together([one(number) for number in numbers], self.limit, self._clock))


def test_flows_side_by_side_wait_at_the_same_time() -> None:
    doubling = Doubling(limit=10)
    assert doubling.all(3, 1, 2) == [6, 2, 4]
    assert doubling.server.asked == [1, 2, 3]
    assert doubling.now == 3


def test_no_more_than_so_many_run_at_a_time() -> None:
    doubling = Doubling(limit=2)
    assert doubling.all(1, 1, 1, 1, 1) == [2] * 5
    assert doubling.most == 2
    assert doubling.now == 3


def test_one_that_fails_is_no_trouble_for_the_others() -> None:
    two, wrong, four = Doubling(limit=2).all(1, -1, 2)
    assert (two, four) == (2, 4)
    assert isinstance(wrong, NotFoundError)
    assert Doubling(limit=1).all() == []


def test_flows_side_by_side_do_not_block() -> None:
    def blocking() -> Flow[None]:
        yield Blocks(int)

    with pytest.raises(TypeError, match="only ask and sleep"):
        next(together([blocking()], 1, Clock()))
