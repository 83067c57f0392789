"""Deadlines on asyncio, beside what asyncio's own time limits do."""

from __future__ import annotations

import asyncio
import gc
import weakref
from typing import TYPE_CHECKING, Any

import pytest

from nuki_core.deadlines import Deadlines

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

SOON, LATE = 0.01, 30.0


def limited(deadlines: Deadlines, seconds: float) -> Any:
    return deadlines.after(seconds, asyncio.get_running_loop())


def timers() -> list[asyncio.TimerHandle]:
    """What the running loop is to do later."""
    scheduled: list[asyncio.TimerHandle] = asyncio.get_running_loop()._scheduled  # type: ignore[attr-defined]
    return [each for each in scheduled if not each.cancelled()]


def over_asyncio(test: Callable[[], Awaitable[None]]) -> Callable[[], None]:
    def run() -> None:
        asyncio.run(test())  # type: ignore[arg-type]

    run.__name__ = test.__name__
    return run


@over_asyncio
async def test_what_is_in_time_goes_on() -> None:
    deadlines = Deadlines()
    with limited(deadlines, LATE) as deadline:
        await asyncio.sleep(0)
    assert not deadline.is_over


@over_asyncio
async def test_what_is_too_late_ends_without_an_exception() -> None:
    deadlines = Deadlines()
    with limited(deadlines, SOON) as deadline:
        await asyncio.Event().wait()
        pytest.fail("nobody sets it")
    assert deadline.is_over
    task: Any = asyncio.current_task()
    assert task.cancelling() == 0
    await asyncio.sleep(0)  # nothing is left to be raised


@over_asyncio
async def test_a_sooner_deadline_comes_before_the_one_the_timer_was_set_to() -> None:
    deadlines = Deadlines()
    async with asyncio.timeout(LATE / 2):
        with limited(deadlines, LATE) as outer, limited(deadlines, SOON) as inner:
            await asyncio.Event().wait()
    assert (outer.is_over, inner.is_over) == (False, True)


@over_asyncio
async def test_tasks_have_deadlines_of_their_own() -> None:
    deadlines = Deadlines()

    async def wait(seconds: float) -> bool:
        with limited(deadlines, seconds) as deadline:
            await asyncio.wait_for(both.wait(), LATE)
        return bool(deadline.is_over)

    both = asyncio.Event()
    hasty, patient = (asyncio.create_task(wait(seconds)) for seconds in (SOON, LATE))
    assert await hasty
    both.set()
    assert not await patient


@over_asyncio
async def test_a_deadline_after_one_that_was_left_is_kept() -> None:
    deadlines = Deadlines()
    with limited(deadlines, SOON):
        pass
    async with asyncio.timeout(LATE / 2):
        with limited(deadlines, 2 * SOON) as deadline:
            await asyncio.Event().wait()
    assert deadline.is_over


@over_asyncio
async def test_somebody_elses_cancellation_goes_through() -> None:
    deadlines = Deadlines()

    async def wait() -> None:
        with limited(deadlines, LATE):
            await asyncio.Event().wait()

    task = asyncio.create_task(wait())
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


@over_asyncio
async def test_both_at_once_is_a_cancellation() -> None:
    deadlines = Deadlines()

    async def wait() -> None:
        with limited(deadlines, SOON) as deadline:
            try:
                await asyncio.Event().wait()
            finally:
                assert deadline.is_over
                task.cancel()
                await asyncio.Event().wait()

    task = asyncio.create_task(wait())
    with pytest.raises(asyncio.CancelledError):
        await task


@over_asyncio
async def test_an_exception_that_comes_of_the_deadline_is_kept() -> None:
    deadlines = Deadlines()

    async def fail_when_cancelled() -> None:
        with limited(deadlines, SOON):
            try:
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                raise LookupError from None

    with pytest.raises(LookupError):
        await fail_when_cancelled()
    task: Any = asyncio.current_task()
    assert task.cancelling() == 0


@over_asyncio
async def test_an_outer_deadline_ends_what_is_within() -> None:
    deadlines = Deadlines()
    with limited(deadlines, SOON) as outer, limited(deadlines, LATE) as inner:
        await asyncio.Event().wait()
    assert (outer.is_over, inner.is_over) == (True, False)


@over_asyncio
async def test_a_thousand_attempts_share_a_timer_and_leave_none() -> None:
    deadlines = Deadlines()
    for _ in range(1000):
        with limited(deadlines, LATE):
            pass
    assert len(timers()) == 1
    deadlines.close(asyncio.get_running_loop())
    assert timers() == []


def test_a_loop_that_is_closed_is_forgotten() -> None:
    deadlines = Deadlines()

    async def use() -> weakref.ref[asyncio.AbstractEventLoop]:
        with limited(deadlines, LATE):
            await asyncio.sleep(0)
        return weakref.ref(asyncio.get_running_loop())

    first = asyncio.run(use())
    asyncio.run(use())
    gc.collect()
    assert first() is None
