from __future__ import annotations

import asyncio
from typing import Any

import httpx
import pytest

from nuki_simulator import Simulator, sample_home
from nuki_simulator.serve.acts import ACTS
from nuki_simulator.serve.control import Site, control_app

HOST = "127.0.0.1:8082"
SITE = Site(
    hosts={HOST, "localhost:8082"}, web_url="http://127.0.0.1:8081", control_url=f"http://{HOST}"
)


def ask(
    home: Simulator,
    path: str,
    method: str = "POST",
    *,
    headers: dict[str, str] | None = None,
    **options: Any,
) -> httpx.Response:
    async def sent() -> httpx.Response:
        transport = httpx.ASGITransport(control_app(home, SITE))
        async with httpx.AsyncClient(transport=transport, base_url=f"http://{HOST}") as http:
            return await http.request(method, path, headers=headers, **options)

    return asyncio.run(sent())


def test_the_table_is_served() -> None:
    found = ask(sample_home(), "/acts", "GET").json()
    assert [(act["place"], act["name"]) for act in found] == [
        (act.place.value, act.name) for act in ACTS
    ]
    (turn,) = [act for act in found if act["name"] == "turn_key"]
    assert turn["arguments"] == [
        {"name": "locked", "type": "bool", "required": True, "default": None}
    ]


def test_the_house_is_described() -> None:
    home = sample_home()
    home.bridges[0].callbacks[0] = "http://10.0.0.1/"
    found = ask(home, "/house", "GET").json()
    assert found["speed"] == 1
    assert [device["name"] for device in found["devices"]][:2] == ["Front door", "Intercom"]
    assert found["bridges"][0]["callbacks"] == ["http://10.0.0.1/"]


def test_an_act_is_done_and_shows_what_came_of_it() -> None:
    home = sample_home()
    answer = ask(home, "/devices/Front%20door/turn_key", json={"locked": False})
    assert (answer.status_code, answer.json()["state"]) == (200, "UNLOCKED")
    assert ask(home, "/devices/2B3C4D5E/press_bell").json()["ringing"] is True
    assert ask(home, "/bridges/1/press_button").status_code == 200
    assert home.bridges[0].pressed
    assert ask(home, "/house/set_speed", json={"factor": 10}).json()["speed"] == 10


@pytest.mark.parametrize(
    ("path", "content", "status", "error"),
    [
        ("/devices/Front%20door/turn_key", b"{", 400, "the body is no JSON"),
        ("/devices/Front%20door/turn_key", b"[]", 400, "the body is a list; expected an object"),
        ("/devices/Front%20door/turn_key", b"", 400, "turn_key needs locked"),
        ("/devices/Cellar/open_door", b"", 400, "no device 'Cellar': there is 'Front door'"),
        ("/devices/Front%20door/ring", b"", 400, "expected one of turn_key"),
        ("/doors/Front%20door/ring", b"", 404, "expected one of devices, bridges, house"),
        ("/house/step", b" " * 70_000, 413, "more than 65536 bytes"),
    ],
)
def test_what_is_wrong_is_explained(path: str, content: bytes, status: int, error: str) -> None:
    answer = ask(sample_home(), path, content=content)
    assert answer.status_code == status
    assert error in answer.json()["error"]


def test_reading_does_nothing() -> None:
    home = sample_home()
    assert ask(home, "/devices/Front%20door/open_door", "GET").status_code == 405
    assert not home.journal


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example:8082"},
        {"Host": "127.0.0.1"},
        {"Host": "127.0.0.1:80"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "https://127.0.0.1:8082"},
        {"Origin": "http://127.0.0.1:8081"},
    ],
)
@pytest.mark.parametrize("path", ["/", "/acts", "/devices/Front%20door/open_door", "/nothing"])
def test_pages_from_elsewhere_press_no_buttons(headers: dict[str, str], path: str) -> None:
    home = sample_home()
    method = "POST" if "door" in path else "GET"
    assert ask(home, path, method, headers=headers).status_code == 403
    assert not home.journal


@pytest.mark.parametrize(
    "headers", [{"Origin": f"http://{HOST}"}, {"Host": "localhost:8082"}, {}], ids=str
)
def test_its_own_page_and_other_programs_do(headers: dict[str, str]) -> None:
    home = sample_home()
    assert ask(home, "/devices/Front%20door/open_door", headers=headers).status_code == 200
    assert len(home.journal) == 1
