from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuki_simulator import PushFault, PushRule
from tools.cassettes.home import CENTRAL, apply_for_advanced_api, bare_home
from tools.cassettes.house import House, house

URL = "http://10.0.0.1/hook"
OPEN, LOCKED = "open", "locked"


def listening() -> tuple[House, list[tuple[float, Any]]]:
    """A house whose callbacks are taken, and what arrived when."""
    at = house()
    arrived: list[tuple[float, Any]] = []

    def take(delivery: Any) -> int:
        arrived.append((at.simulator.clock.elapsed, json.loads(delivery.body)["state"]))
        return 200

    at.simulator.outbox.receivers[URL] = take
    at.get("/callback/add", url=URL)
    return at, arrived


def turn(at: House, *states: str) -> None:
    for state in states:
        at.simulator.at(at.door).turn_key(locked=state == LOCKED)


def test_a_lost_push_never_arrives_and_the_next_does() -> None:
    at, arrived = listening()
    at.simulator.lose_push()
    turn(at, OPEN, LOCKED)
    assert [state for _, state in arrived] == [1]
    assert [one.status for one in at.simulator.outbox.deliveries] == [None, 200]


def test_a_repeated_push_arrives_twice() -> None:
    at, arrived = listening()
    at.simulator.repeat_push(seconds=30)
    turn(at, OPEN, LOCKED)
    at.simulator.clock.advance(100)
    assert arrived == [(0, 3), (0, 1), (30, 3)]


def test_a_late_push_arrives_when_others_are_there() -> None:
    at, arrived = listening()
    at.simulator.delay_push(30)
    turn(at, OPEN)
    at.simulator.clock.advance(10)
    turn(at, LOCKED)
    at.simulator.clock.advance(30)
    assert arrived == [(10, 1), (30, 3)]


def test_a_push_can_be_overtaken() -> None:
    at, arrived = listening()
    at.simulator.overtake_push()
    turn(at, OPEN, LOCKED)
    assert [state for _, state in arrived] == [1, 3]
    at.simulator.clock.advance(100)
    assert len(arrived) == 2


def test_a_push_that_nothing_overtakes_arrives_in_the_end() -> None:
    at, arrived = listening()
    at.simulator.overtake_push()
    turn(at, OPEN)
    at.simulator.clock.advance(60)
    assert arrived == [(60, 3)]


def test_rules_choose_by_url_and_count() -> None:
    at, arrived = listening()
    at.simulator.lose_push(url="http://10.0.0.9/")
    at.simulator.pushes.add(PushRule(fault=PushFault.LOSE, url=URL, nth=2, times=None))
    turn(at, OPEN, LOCKED, OPEN)
    assert [state for _, state in arrived] == [3]
    at.simulator.pushes.clear()
    turn(at, LOCKED)
    assert [state for _, state in arrived] == [3, 1]


def test_webhooks_are_pushes_too() -> None:
    home = bare_home()
    apply_for_advanced_api(home)
    home.simulator.lose_push(url=CENTRAL)
    home.simulator.at(home.lock).open_door()
    status, log = home.simulator.outbox.deliveries
    assert (status.status, log.status) == (None, 200)


@pytest.mark.slow
@given(st.lists(st.sampled_from([*PushFault, None]), max_size=12))
def test_whatever_happens_on_the_way_only_lost_pushes_are_missing(
    faults: list[PushFault | None],
) -> None:
    at, arrived = listening()
    expected = 0
    for number, fault in enumerate(faults):
        at.simulator.pushes.clear()
        if fault is not None:
            at.simulator.pushes.add(PushRule(fault=fault))
        turn(at, LOCKED if number % 2 else OPEN)
        expected += {PushFault.LOSE: 0, PushFault.REPEAT: 2}.get(fault, 1)  # type: ignore[call-overload]
    at.simulator.clock.settle()
    assert len(arrived) == expected


@pytest.mark.parametrize("seconds", [-1, 1e9, float("nan")])
def test_time_goes_forward_and_not_too_far(seconds: float) -> None:
    simulator = house().simulator
    with pytest.raises(ValueError, match="a step of"):
        simulator.step(seconds)
    with pytest.raises(ValueError, match="a speed of"):
        simulator.set_speed(seconds)
