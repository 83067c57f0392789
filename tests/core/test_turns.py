from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import anyio
import anyio.lowlevel
import pytest

from nuki_core.clock import Clock
from nuki_core.errors import RequestTimeoutError
from nuki_core.turns import Ticket, Turns, aturn, turn, turns_at

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

CLOCK = Clock()
BACKENDS = pytest.mark.parametrize("backend", ["asyncio", "trio"])


def too_late() -> RequestTimeoutError:
    return RequestTimeoutError("too late")


def ticket(ends: float = 1e9, gap: float = 0.0) -> Ticket:
    return Ticket(ends, too_late, gap)


class Witness:
    """Sees how many hold the turn at once."""

    def __init__(self) -> None:
        self.now = 0
        self.most = 0
        self.count = 0
        self._lock = threading.Lock()

    def __enter__(self) -> None:
        with self._lock:
            self.now += 1
            self.count += 1
            self.most = max(self.most, self.now)

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self.now -= 1


@asynccontextmanager
async def watched(turns: Turns, witness: Witness) -> AsyncGenerator[None]:
    async with aturn(turns, ticket(), CLOCK):
        with witness:
            await anyio.lowlevel.checkpoint()
            yield


def test_turns_come_in_the_order_of_joining() -> None:
    turns = Turns()
    first, second = ticket(), ticket()
    turns.join(first)
    turns.join(second)
    assert turns.ask(second, 0) is None
    assert turns.ask(first, 0) == 0
    assert turns.ask(second, 0) is None
    turns.leave(first, 1)
    assert turns.ask(second, 1) == 0


def test_the_gap_lies_between_the_end_of_one_turn_and_the_next() -> None:
    turns = Turns()
    first, second = ticket(), ticket(gap=0.5)
    turns.join(first)
    turns.join(second)
    assert turns.ask(first, 10) == 0
    turns.leave(first, 12)
    assert turns.ask(second, 12.25) == 0.25
    assert turns.ask(second, 12.5) == 0


def test_nobody_waits_longer_than_the_ticket_is_good_for() -> None:
    turns = Turns()
    late = ticket(ends=5)
    turns.join(late)
    with pytest.raises(RequestTimeoutError):
        turns.ask(late, 5)


def test_a_gap_that_outlasts_the_ticket_is_not_waited_for() -> None:
    turns = Turns()
    first, second = ticket(), ticket(ends=1, gap=5)
    turns.join(first)
    assert turns.ask(first, 0) == 0
    turns.leave(first, 0)
    turns.join(second)
    with pytest.raises(RequestTimeoutError):
        turns.ask(second, 0)


def test_who_gives_up_wakes_the_next() -> None:
    turns = Turns()
    first, second, third = ticket(), ticket(), ticket()
    woken: list[str] = []
    third.wake = lambda: woken.append("third")
    for each in (first, second, third):
        turns.join(each)
    assert turns.ask(first, 0) == 0
    turns.leave(second, 0)
    turns.leave(first, 0)
    assert "third" in woken
    assert turns.ask(third, 0) == 0


def test_a_task_whose_event_loop_is_closed_is_passed_over() -> None:
    def closed() -> None:
        raise RuntimeError("Event loop is closed")

    turns = Turns()
    first, gone, alive = ticket(), ticket(ends=5), ticket()
    woken: list[str] = []
    gone.wake = closed
    alive.wake = lambda: woken.append("alive")
    for each in (first, gone, alive):
        turns.join(each)
    assert turns.ask(first, 0) == 0
    turns.leave(first, 1)
    assert woken == ["alive"]
    assert turns.ask(alive, 5) == 0


def test_a_turn_that_nobody_ends_is_over_at_last() -> None:
    turns = Turns()
    lost, waiting = ticket(ends=10), ticket()
    turns.join(lost)
    turns.join(waiting)
    assert turns.ask(lost, 0) == 0
    assert turns.ask(waiting, 39) is None
    assert turns.ask(waiting, 40) == 0
    turns.leave(lost, 41)  # which does not end the turn of the other
    assert turns.ask(ticket(), 41) is None


def test_a_ticket_that_has_been_dropped_is_told_so() -> None:
    turns = Turns()
    expired, other = ticket(ends=5), ticket()
    turns.join(expired)
    turns.join(other)
    assert turns.ask(other, 6) == 0
    turns.leave(other, 6)
    assert turns.ask(expired, 4) is None


def take(turns: Turns, witness: Witness) -> None:
    for _ in range(20):
        with turn(turns, ticket(), CLOCK), witness:
            pass


def test_threads_take_turns() -> None:
    turns, witness = Turns(), Witness()
    with ThreadPoolExecutor(8) as pool:
        for future in [pool.submit(take, turns, witness) for _ in range(8)]:
            future.result()
    assert (witness.count, witness.most) == (160, 1)


@BACKENDS
def test_tasks_take_turns(backend: str) -> None:
    turns, witness = Turns(), Witness()

    async def task() -> None:
        for _ in range(5):
            async with watched(turns, witness):
                pass

    async def main() -> None:
        async with anyio.create_task_group() as group:
            for _ in range(20):
                group.start_soon(task)

    anyio.run(main, backend=backend)
    assert (witness.count, witness.most) == (100, 1)


def test_threads_and_tasks_of_several_event_loops_take_turns_with_each_other() -> None:
    turns, witness = Turns(), Witness()

    async def task() -> None:
        for _ in range(20):
            async with watched(turns, witness):
                pass

    with ThreadPoolExecutor(6) as pool:
        futures = [pool.submit(take, turns, witness) for _ in range(2)]
        futures += [pool.submit(anyio.run, task, backend="asyncio") for _ in range(2)]
        futures += [pool.submit(anyio.run, task, backend="trio") for _ in range(2)]
        for future in futures:
            future.result()
    assert (witness.count, witness.most) == (120, 1)


def test_a_thread_that_waits_in_vain_says_so() -> None:
    turns = Turns()
    soon = ticket(ends=CLOCK.now() + 0.02)
    with turn(turns, ticket(), CLOCK), pytest.raises(RequestTimeoutError), turn(turns, soon, CLOCK):
        pytest.fail("two held the turn")
    take(turns, Witness())


@BACKENDS
def test_a_task_that_waits_in_vain_says_so(backend: str) -> None:
    turns = Turns()

    async def main() -> None:
        async with aturn(turns, ticket(), CLOCK):
            with pytest.raises(RequestTimeoutError):
                async with aturn(turns, ticket(ends=CLOCK.now() + 0.02), CLOCK):
                    pytest.fail("two held the turn")

    anyio.run(main, backend=backend)
    take(turns, Witness())


@BACKENDS
def test_a_cancelled_task_gives_its_place_away(backend: str) -> None:
    turns = Turns()

    async def main() -> None:
        async with aturn(turns, ticket(), CLOCK):
            with anyio.move_on_after(0.01):
                async with aturn(turns, ticket(), CLOCK):
                    pytest.fail("two held the turn")

    anyio.run(main, backend=backend)
    take(turns, Witness())


def test_the_gap_is_waited_out() -> None:
    time = [0.0]
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        time[0] += seconds

    clock = Clock(now=lambda: time[0], sleep=sleep)
    turns = Turns()
    for _ in range(3):
        with turn(turns, ticket(gap=0.5), clock):
            time[0] += 2
    assert slept == [0.5, 0.5]


@BACKENDS
def test_the_gap_is_waited_out_in_tasks(backend: str) -> None:
    time = [0.0]

    async def asleep(seconds: float) -> None:
        time[0] += seconds

    async def main() -> None:
        for _ in range(3):
            async with aturn(turns, ticket(gap=0.5), clock):
                pass

    clock, turns = Clock(now=lambda: time[0], asleep=asleep), Turns()
    anyio.run(main, backend=backend)
    assert time == [1.0]


def test_everyone_in_the_process_queues_at_the_same_place() -> None:
    assert turns_at("bridge.test:8080") is turns_at("bridge.test:8080")
    assert turns_at("bridge.test:8080") is not turns_at("bridge.test:8081")
