from __future__ import annotations

from nuki_simulator.messages import Wait
from tests.simulator.house import TOKEN, arguments, checked, house


def test_a_second_request_meanwhile_finds_the_bridge_busy() -> None:
    at = house()
    first = at.begin("/lockAction", token=TOKEN, **arguments(at, "/lockAction"))
    assert isinstance(first, Wait)
    second = checked("/info", at.get("/info"))
    assert (second.status, second.body) == (503, b"HTTP 503 Unavailable")
    assert at.finish(first).status == 200
    assert at.get("/info").status == 200


def test_a_patient_bridge_answers_in_parallel() -> None:
    at = house()
    at.bridge.quirks.one_at_a_time = False
    at.begin("/lockAction", token=TOKEN, **arguments(at, "/lockAction"))
    assert at.get("/info").status == 200


def test_a_slow_bridge_is_slow() -> None:
    at = house()
    at.bridge.quirks.extra_delay = 7.5
    at.get("/info")
    assert at.simulator.clock.elapsed == 7.5
