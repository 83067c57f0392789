from __future__ import annotations

import threading

import anyio
import pytest

from nuki_core.clock import Clock
from nuki_core.inbox import Inbox

CLOCK = Clock()
LONG = 60.0


def test_the_oldest_comes_first_and_a_full_inbox_takes_no_more() -> None:
    inbox = Inbox[int](2)
    assert [inbox.put(number) for number in (1, 2, 3)] == [True, True, False]
    assert len(inbox) == 2
    assert [inbox.take(), inbox.take(), inbox.take()] == [1, 2, None]


def test_a_thread_waits_until_another_puts_something_in() -> None:
    inbox, started = Inbox[str](1), threading.Barrier(2)

    def fill() -> None:
        started.wait()
        inbox.put("found")

    thread = threading.Thread(target=fill)
    thread.start()
    began = CLOCK.now()
    started.wait()
    CLOCK.wait(inbox, LONG)
    assert inbox.take() == "found"
    assert CLOCK.now() - began < LONG
    thread.join()


def test_what_is_there_already_is_not_waited_for() -> None:
    inbox, began = Inbox[str](1), CLOCK.now()
    inbox.put("there")
    CLOCK.wait(inbox, LONG)
    anyio.run(CLOCK.await_, inbox, LONG)
    assert CLOCK.now() - began < LONG


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_task_waits_until_a_thread_puts_something_in(backend: str) -> None:
    inbox = Inbox[str](1)

    async def main() -> None:
        async with anyio.create_task_group() as group:
            group.start_soon(CLOCK.await_, inbox, LONG)
            await anyio.to_thread.run_sync(inbox.put, "found")

    began = CLOCK.now()
    anyio.run(main, backend=backend)
    assert inbox.take() == "found"
    assert CLOCK.now() - began < LONG


def test_waiting_ends_when_the_time_is_over() -> None:
    CLOCK.wait(Inbox[str](1), 0.001)
    anyio.run(CLOCK.await_, Inbox[str](1), 0.001)
