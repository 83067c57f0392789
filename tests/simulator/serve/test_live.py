from __future__ import annotations

import asyncio
import json
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

import pytest

from nuki_simulator import Simulator, sample_home
from nuki_simulator.messages import HttpRequest
from nuki_simulator.serve.dispatch import Host, receive
from nuki_simulator.serve.live import events
from nuki_simulator.serve.simulator import API_TOKEN

if TYPE_CHECKING:
    from collections.abc import Callable


def ask(home: Simulator, times: int = 1) -> None:
    for _ in range(times):
        headers = {"authorization": f"Bearer {API_TOKEN}"}
        receive(home, Host(), HttpRequest("GET", "/smartlock", (), headers))


def told(
    home: Simulator,
    until: Callable[[list[tuple[str, Any, str]]], bool],
    last: str = "",
    meanwhile: Callable[[], object] = lambda: None,
) -> list[tuple[str, Any, str]]:
    """Name, data and id of the events until something was told; then ``meanwhile`` happens once."""

    async def heard() -> list[tuple[str, Any, str]]:
        found: list[tuple[str, Any, str]] = []
        waiting = True
        async with aclosing(events(home, last, lambda: False)) as stream:
            async for chunk in stream:
                fields = dict(row.split(": ", 1) for row in chunk.decode().strip().splitlines())
                if "data" in fields:
                    data = json.loads(fields["data"])
                    found.append((fields["event"], data, fields.get("id", "")))
                if waiting and found and found[-1][0] == "house":
                    waiting = False
                    meanwhile()
                if until(found):
                    return found
        return found

    async def in_time() -> list[tuple[str, Any, str]]:
        return await asyncio.wait_for(heard(), 10)

    return asyncio.run(in_time())


def has(name: str, times: int = 1) -> Callable[[list[tuple[str, Any, str]]], bool]:
    return lambda found: sum(event == name for event, _, _ in found) >= times


def numbers(found: list[tuple[str, Any, str]]) -> list[int]:
    return [entry["number"] for name, data, _ in found if name == "wire" for entry in data]


def test_the_house_comes_first_with_its_time() -> None:
    found = told(sample_home(), has("house"))
    assert [name for name, _, _ in found] == ["time", "house"]
    assert found[0][1]["speed"] == 1
    assert found[1][1]["devices"][0]["name"] == "Front door"


@pytest.mark.slow
def test_a_change_of_the_house_is_told_and_no_change_is_not() -> None:
    home = sample_home()
    door = home.find("Front door")
    found = told(home, has("house", 2), meanwhile=lambda: home.at(door).jam())
    first, second = (data["devices"][0]["jammed"] for name, data, _ in found if name == "house")
    assert (first, second) == (False, True)
    quiet = told(home, has("time", 2))
    assert [name for name, _, _ in quiet].count("house") == 1


def test_time_that_leaps_is_told_at_once() -> None:
    home = sample_home()
    found = told(home, has("time", 2), meanwhile=lambda: home.step(3600))
    first, second = (data["elapsed"] for name, data, _ in found if name == "time")
    assert second - first == 3600


def test_who_comes_back_is_told_what_came_meanwhile() -> None:
    home = sample_home()
    ask(home, 3)
    found = told(home, has("wire"))
    last = found[-1][2]
    assert numbers(found) == [1, 2, 3]
    ask(home, 2)
    assert numbers(told(home, has("wire"), last)) == [4, 5]


def test_numbers_of_another_run_count_for_nothing() -> None:
    home = sample_home()
    ask(home, 2)
    for last in ("abcd-1", "nonsense", "-1", f"{home.wire.run}-x"):
        assert numbers(told(home, has("wire"), last)) == [1, 2]


def test_what_is_no_longer_kept_is_counted() -> None:
    home = sample_home()
    home.wire.kept = 5
    ask(home)
    last = told(home, has("wire"))[-1][2]
    ask(home, 12)
    found = told(home, has("wire"), last)
    assert [data for name, data, _ in found if name == "lost"] == [{"changes": 7}]
    assert numbers(found) == [9, 10, 11, 12, 13]


@pytest.mark.slow
def test_a_flood_is_told_in_parts() -> None:
    home = sample_home()
    ask(home, 1000)
    found = told(home, lambda events: len(numbers(events)) >= 1000)
    parts = [len(data) for name, data, _ in found if name == "wire"]
    assert sum(parts) == 1000
    assert max(parts) <= 250


def test_it_ends_when_the_server_does() -> None:
    async def ended() -> list[bytes]:
        home = sample_home()
        return [chunk async for chunk in events(home, "", lambda: True)]

    assert len(asyncio.run(ended())) == 1
