from __future__ import annotations

import asyncio
from typing import Any

import httpx
import httpx2
import pytest

from nuki_simulator import (
    AsyncSimulatorTransport,
    FaultKind,
    FaultRule,
    PhysicalEvent,
    SimulatorTransport,
    async_http_client,
    http_client,
)
from tools.cassettes.house import TOKEN, House, house

LIBRARIES: list[Any] = [httpx, httpx2]


def url(at: House, path: str, **query: object) -> str:
    return str(httpx.URL(at.bridge.base_url + path, params={"token": TOKEN, **query}))


def lock(at: House) -> str:
    return url(at, "/lock", **at.about(at.door))


def client(library: Any, at: House, **options: Any) -> Any:
    return library.Client(transport=SimulatorTransport(at.simulator), **options)


def aclient(library: Any, at: House, **options: Any) -> Any:
    return library.AsyncClient(transport=AsyncSimulatorTransport(at.simulator), **options)


@pytest.mark.parametrize("library", LIBRARIES)
def test_both_libraries_are_answered_in_process(library: Any) -> None:
    at = house()
    with client(library, at) as http:
        answer = http.get(url(at, "/callback/list"))
        assert isinstance(answer, library.Response)
        assert (answer.status_code, answer.json()) == (200, {"callbacks": []})
        assert answer.headers["Transfer-Encoding"] == "chunked"
        assert "Content-Length" not in answer.headers
        assert http.get("https://api.nuki.io/discover/bridges").json()["errorCode"] == 0


@pytest.mark.parametrize("library", LIBRARIES)
def test_both_libraries_are_answered_asynchronously(library: Any) -> None:
    at = house()

    async def ask() -> None:
        async with aclient(library, at) as http:
            answer = await http.get(lock(at))
            assert answer.json()["success"]
            assert answer.headers["Transfer-Encoding"] == "chunked"

    asyncio.run(ask())
    assert at.simulator.clock.elapsed == at.door.mechanics.motor


@pytest.mark.parametrize("library", LIBRARIES)
def test_nobody_else_is_there(library: Any) -> None:
    with client(library, house()) as http, pytest.raises(library.ConnectError):
        http.get("http://192.168.1.51:8080/info")


def test_tasks_find_the_bridge_busy() -> None:
    at = house()

    async def ask() -> list[int]:
        async with aclient(httpx, at) as http:
            answers = await asyncio.gather(*(http.get(url(at, "/info")) for _ in range(3)))
            return [answer.status_code for answer in answers]

    assert sorted(asyncio.run(ask())) == [200, 503, 503]


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_slow_action_outlasts_the_client_and_is_done_all_the_same(library: Any) -> None:
    at = house()
    with client(library, at, timeout=2) as http:
        with pytest.raises(library.ReadTimeout):
            http.get(lock(at))
        assert at.simulator.clock.elapsed == 2
        assert not at.simulator.journal
        at.simulator.clock.advance(1)
        assert http.get(url(at, "/callback/list")).status_code == 200
    assert [entry.event for entry in at.simulator.journal] == [PhysicalEvent.LOCKED]


def test_a_slow_action_outlasts_an_asynchronous_client() -> None:
    at = house()

    async def ask() -> None:
        async with aclient(httpx2, at, timeout=2) as http:
            with pytest.raises(httpx2.ReadTimeout):
                await http.get(lock(at))

    asyncio.run(ask())
    at.simulator.clock.advance(1)
    assert not at.bridge.busy
    assert len(at.simulator.journal) == 1


def test_a_cancelled_request_is_carried_out_all_the_same() -> None:
    at = house()

    async def ask() -> None:
        async with aclient(httpx, at) as http:
            task = asyncio.create_task(http.get(lock(at)))
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    asyncio.run(ask())
    at.simulator.clock.settle()
    assert not at.bridge.busy
    assert len(at.simulator.journal) == 1


# Faults


def faulty(kind: FaultKind) -> House:
    at = house()
    at.simulator.faults.add(FaultRule(kind=kind, operation="device.lock", seconds=9))
    return at


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize(
    ("kind", "error", "moves"),
    [
        (FaultKind.REFUSE, "ConnectError", 0),
        (FaultKind.RESET_BEFORE, "ReadError", 0),
        (FaultKind.RESET_AFTER, "ReadError", 1),
        (FaultKind.STALL, "ReadTimeout", 1),
        (FaultKind.TRUNCATE, "RemoteProtocolError", 1),
    ],
)
def test_connections_fail_by_rule(library: Any, kind: FaultKind, error: str, moves: int) -> None:
    expected = getattr(library, error)
    at = faulty(kind)
    with client(library, at) as http:
        with pytest.raises(expected):
            http.get(lock(at))
        assert len(at.simulator.journal) == moves
        assert http.get(lock(at)).status_code == 200
    at = faulty(kind)

    async def ask() -> None:
        async with aclient(library, at) as http:
            with pytest.raises(expected):
                await http.get(lock(at))

    asyncio.run(ask())
    assert len(at.simulator.journal) == moves


@pytest.mark.parametrize(
    ("kind", "status", "media", "moves"),
    [
        (FaultKind.BAD_GATEWAY, 502, "text/html", 0),
        (FaultKind.CONTENT_TYPE, 200, "text/html", 1),
        (FaultKind.TOO_MANY_REQUESTS, 429, None, 0),
    ],
)
def test_answers_are_wrong_by_rule(
    kind: FaultKind, status: int, media: str | None, moves: int
) -> None:
    at = faulty(kind)
    with client(httpx, at) as http:
        answer = http.get(lock(at))
    assert (answer.status_code, answer.headers.get("Content-Type")) == (status, media)
    assert len(at.simulator.journal) == moves
    assert answer.headers.get("Retry-After") == ("9" if status == 429 else None)


def test_a_stall_lets_the_clients_patience_pass() -> None:
    at = faulty(FaultKind.STALL)
    with client(httpx, at, timeout=40) as http, pytest.raises(httpx.ReadTimeout):
        http.get(lock(at))
    assert at.simulator.clock.elapsed == 40
    at = faulty(FaultKind.STALL)
    with client(httpx, at, timeout=None) as http, pytest.raises(httpx.ReadTimeout):
        http.get(lock(at))
    assert at.simulator.clock.elapsed == 3 + 9


def test_rules_count_what_matches_them() -> None:
    at = house()
    rule = FaultRule(kind=FaultKind.BAD_GATEWAY, api="bridge", resource="system", nth=2, times=2)
    at.simulator.faults.add(rule)
    with client(httpx, at) as http:
        for path in ("/list", "/info"):
            assert http.get(url(at, path)).status_code == 200
        seen = [http.get(url(at, "/info")).status_code for _ in range(3)]
        assert http.get("https://api.nuki.io/discover/bridges").status_code == 200
    assert seen == [502, 502, 200]


def test_a_rule_without_end_holds_until_it_is_cleared() -> None:
    at = house()
    at.simulator.faults.add(FaultRule(kind=FaultKind.BAD_GATEWAY, times=None))
    with client(httpx, at) as http:
        assert {http.get(url(at, "/info")).status_code for _ in range(5)} == {502}
        at.simulator.faults.clear()
        assert http.get(url(at, "/info")).status_code == 200


@pytest.mark.parametrize("library", ["httpx", "httpx2"])
def test_ready_made_clients_take_the_transport(library: str) -> None:
    at = house()
    made = http_client(at.simulator, library)
    assert type(made).__module__.partition(".")[0] == library
    made.close()
    asyncio.run(async_http_client(at.simulator, library).aclose())
