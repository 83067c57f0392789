from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from nuki_simulator.world.clock import START, VirtualClock


def test_time_stands_still() -> None:
    clock = VirtualClock()
    assert clock.now() == clock.now() == START


def test_alarms_ring_in_order_each_at_its_own_moment() -> None:
    clock = VirtualClock()
    rang: list[tuple[str, float]] = []
    clock.after(5, lambda: rang.append(("late", clock.elapsed)))
    clock.after(2, lambda: rang.append(("early", clock.elapsed)))
    clock.after(2, lambda: rang.append(("second", clock.elapsed)))
    clock.advance(4)
    assert rang == [("early", 2), ("second", 2)]
    clock.advance(1)
    assert rang[-1] == ("late", 5)
    assert clock.now() == START + timedelta(seconds=5)


def test_an_alarm_set_by_an_alarm_rings_on_the_same_way() -> None:
    clock = VirtualClock()
    rang: list[float] = []
    clock.after(1, lambda: clock.after(1, lambda: rang.append(clock.elapsed)))
    clock.advance(3)
    assert rang == [2]


def test_a_cancelled_alarm_is_silent() -> None:
    clock = VirtualClock()
    rang: list[int] = []
    clock.after(1, lambda: rang.append(1)).cancel()
    assert clock.pending == 0
    clock.advance(2)
    assert not rang


def test_settling_ends_when_nothing_is_due() -> None:
    clock = VirtualClock()
    clock.after(100, lambda: clock.after(50, lambda: None))
    clock.settle()
    assert clock.elapsed == 150
    assert clock.next_timer() is None


def test_settling_ends_at_its_limit() -> None:
    clock = VirtualClock()

    def again() -> None:
        clock.after(10, again)

    again()
    clock.settle(limit=35)
    assert clock.elapsed == 30


def test_a_followed_clock_moves_this_one() -> None:
    clock, seconds = VirtualClock(), [100.0]
    clock.advance(7)
    clock.follow(lambda: seconds[0])
    seconds[0] = 103.5
    clock.catch_up()
    assert clock.elapsed == 10.5
    assert not clock.is_virtual


def test_a_followed_clock_may_go_faster_or_stand_still() -> None:
    clock, seconds = VirtualClock(), [100.0]
    clock.follow(lambda: seconds[0])
    clock.speed = 10
    seconds[0] += 2
    clock.catch_up()
    assert clock.elapsed == 20
    clock.speed = 0
    seconds[0] += 50
    clock.catch_up()
    assert clock.elapsed == 20
    clock.advance(1)
    assert clock.elapsed == 21
    assert (clock.real_now() - clock.start).total_seconds() == 52


def test_a_clock_says_how_long_to_sleep() -> None:
    clock, seconds = VirtualClock(), [0.0]
    clock.follow(lambda: seconds[0])
    clock.speed = 10
    assert clock.real_seconds_until(0.2) == 0.02
    assert 0 < clock.real_seconds_until(1000) < 1, "the speed may change meanwhile"
    clock.speed = 0
    assert clock.real_seconds_until(1) > 0
    clock.advance(1)
    assert clock.real_seconds_until(1) == 0


@given(
    st.lists(st.floats(0, 1000), max_size=20),
    st.lists(st.floats(0, 200), min_size=1, max_size=20),
)
def test_nothing_rings_early_and_nothing_is_forgotten(
    delays: list[float], steps: list[float]
) -> None:
    clock = VirtualClock()
    rang: list[tuple[float, float]] = []
    for delay in delays:
        clock.after(delay, lambda due=delay: rang.append((due, clock.elapsed)))
    for step in steps:
        clock.advance(step)
    assert all(due == at for due, at in rang)
    assert sorted(due for due, _ in rang) == sorted(d for d in delays if d <= clock.elapsed)


def test_cancelled_alarms_do_not_pile_up() -> None:
    clock = VirtualClock()
    clock.after(50, lambda: None)
    for _ in range(10_000):
        clock.after(100, lambda: None).cancel()
    assert len(clock._timers) < 2048
    assert clock.pending == 1


def test_time_that_is_let_pass_does_not_make_a_following_clock_wait() -> None:
    seconds = [100.0]
    clock = VirtualClock()
    clock.follow(lambda: seconds[0])
    clock.advance(60)
    seconds[0] += 5
    clock.catch_up()
    assert clock.elapsed == 65
