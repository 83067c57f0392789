from __future__ import annotations

from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from nuki_core import fork
from nuki_core.request_queue import RequestQueue, Waiter, queue_at


def alive() -> bool:
    return True


def test_places_are_given_in_the_order_of_joining() -> None:
    queue = RequestQueue()
    first, second = queue.join(alive), queue.join(alive)
    assert queue.has_place(first, 0)
    assert not queue.has_place(second, 0)
    queue.leave(first, 1)
    assert queue.has_place(second, 1)


def test_as_many_have_a_place_as_there_are_places() -> None:
    queue = RequestQueue(3)
    waiters = [queue.join(alive) for _ in range(5)]
    assert [queue.has_place(each, 0) for each in waiters] == [True, True, True, False, False]
    queue.leave(waiters[1], 0)
    assert queue.has_place(waiters[3], 0)
    assert not queue.has_place(waiters[4], 0)


def test_the_interval_lies_between_the_end_of_one_call_and_the_next() -> None:
    queue = RequestQueue()
    first = queue.join(alive)
    assert queue.pause(0.5, 10) == 0
    first.started = True
    queue.leave(first, 12)
    assert queue.pause(0.5, 12.25) == 0.25
    assert queue.pause(0.5, 12.5) == 0


def test_who_gives_up_before_starting_asks_for_no_interval() -> None:
    queue = RequestQueue()
    queue.leave(queue.join(alive), 12)
    assert queue.pause(0.5, 12) == 0


def test_leaving_twice_changes_nothing() -> None:
    queue = RequestQueue()
    first, second = queue.join(alive), queue.join(alive)
    first.started = True
    queue.leave(first, 1)
    queue.leave(first, 9)
    assert queue.pause(0.5, 2) == 0
    assert queue.has_place(second, 2)


def test_who_leaves_wakes_the_next() -> None:
    queue = RequestQueue()
    first, second, third = (queue.join(alive) for _ in range(3))
    woken: list[str] = []
    third.wake = lambda: woken.append("third")
    queue.leave(second, 0)
    assert woken == []
    queue.leave(first, 0)
    assert woken == ["third"]


def test_a_waiter_whose_event_loop_is_closed_keeps_nobody_from_leaving() -> None:
    def closed() -> None:
        raise RuntimeError("Event loop is closed")

    queue = RequestQueue()
    first, gone = queue.join(alive), queue.join(alive)
    gone.wake = closed
    queue.leave(first, 1)
    assert queue.has_place(gone, 1)


def test_a_call_that_ended_without_leaving_has_no_place() -> None:
    queue = RequestQueue()
    ended = queue.join(lambda: False)
    ended.started = True
    waiting = queue.join(alive)
    assert queue.has_place(waiting, 5)
    assert queue.pause(0.5, 5) == 0.5


def test_a_call_whose_time_is_over_is_not_waited_for() -> None:
    queue = RequestQueue()
    holding, expired, waiting = (queue.join(alive) for _ in range(3))
    holding.started, holding.ends, expired.ends = True, 10, 5
    assert not queue.has_place(waiting, 10)
    assert queue.has_place(waiting, 15)
    queue.leave(holding, 16)  # which does not take the place from the other
    assert queue.has_place(waiting, 16)


STEPS = st.lists(
    st.tuples(st.sampled_from(["join", "leave", "die"]), st.integers(0, 20)), max_size=40
)


@given(STEPS, st.integers(1, 4))
def test_the_first_of_those_alive_have_the_places(
    steps: list[tuple[str, int]], places: int
) -> None:
    queue, waiters, dead = RequestQueue(places), list[Waiter](), set[Waiter]()
    for step, number in steps:
        if step == "join":
            waiter = queue.join(alive)
            waiter.is_alive = partial(lambda each: each not in dead, waiter)
            waiters.append(waiter)
        elif waiters and step == "leave":
            queue.leave(waiters.pop(number % len(waiters)), 0)
        elif waiters:
            dead.add(waiters[number % len(waiters)])
        # Who waits looks again and again; each look lets those go who died at the front.
        alive_now = [each for each in waiters if each not in dead]
        for _ in waiters:
            found = [queue.has_place(each, 0) for each in alive_now]
        if alive_now:
            expected = min(places, len(alive_now))
            assert found == [True] * expected + [False] * (len(alive_now) - expected)


def test_everyone_in_the_process_queues_at_the_same_place() -> None:
    assert queue_at("bridge.test:8080") is queue_at("bridge.test:8080")
    assert queue_at("bridge.test:8080") is not queue_at("bridge.test:8081")


def test_a_forked_process_queues_by_itself() -> None:
    queue = RequestQueue()
    queue.join(alive).started = True
    fork._start_over()  # what the system has called in the child
    assert queue.has_place(queue.join(alive), 0)
