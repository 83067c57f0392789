from __future__ import annotations

import asyncio
import re
from typing import Any

import attrs
import httpx
import pytest

from nuki_simulator import Simulator, sample_home
from nuki_simulator.messages import HttpRequest
from nuki_simulator.serve.acts import ACTS
from nuki_simulator.serve.control import Site, control_app
from nuki_simulator.serve.dispatch import Host, receive
from nuki_simulator.serve.page_files import FOLDER, INDEX

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
    site: Site = SITE,
    **options: Any,
) -> httpx.Response:
    async def sent() -> httpx.Response:
        transport = httpx.ASGITransport(control_app(home, site))
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


WRONG_REQUESTS = [
    ("/devices/Front%20door/turn_key", b"{", 400, "the body is no JSON"),
    ("/devices/Front%20door/turn_key", b"[]", 400, "the body is a list; expected an object"),
    ("/devices/Front%20door/turn_key", b"", 400, "turn_key needs locked"),
    ("/devices/Cellar/open_door", b"", 400, "no device 'Cellar': there is 'Front door'"),
    ("/devices/Front%20door/ring", b"", 400, "expected one of turn_key"),
    ("/doors/Front%20door/ring", b"", 404, "expected one of devices, bridges, house"),
    ("/house/step", b" " * 70_000, 413, "more than 65536 bytes"),
]


def test_what_is_wrong_is_explained(subtests: pytest.Subtests) -> None:
    for path, content, status, error in WRONG_REQUESTS:
        with subtests.test(path=path, content=content):
            answer = ask(sample_home(), path, content=content)
            assert answer.status_code == status
            assert error in answer.json()["error"]


def test_reading_does_nothing() -> None:
    home = sample_home()
    assert ask(home, "/devices/Front%20door/open_door", "GET").status_code == 405
    assert not home.journal


SEEN_BY_A_PAGE = [
    *("/", "/acts", "/devices/Front%20door/open_door", "/nothing", "/house", "/about"),
    *("/page/app.js", "/live", "/wire", "/wire/1", "/scenario"),
]


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
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"},
        {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors"},
    ],
)
def test_pages_from_elsewhere_press_no_buttons(headers: dict[str, str]) -> None:
    home = sample_home()
    for path in SEEN_BY_A_PAGE:
        method = "POST" if "door" in path else "GET"
        assert ask(home, path, method, headers=headers).status_code == 403, path
    assert not home.journal


@pytest.mark.parametrize(
    "headers", [{"Origin": f"http://{HOST}"}, {"Host": "localhost:8082"}, {}], ids=str
)
def test_its_own_page_and_other_programs_do(headers: dict[str, str]) -> None:
    home = sample_home()
    assert ask(home, "/devices/Front%20door/open_door", headers=headers).status_code == 200
    assert len(home.journal) == 1


def test_a_link_from_elsewhere_opens_the_page_and_nothing_else() -> None:
    home = sample_home()
    followed = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    assert ask(home, "/", "GET", headers=followed).status_code == 200
    for path in ("/house", "/scenario", "/wire"):
        assert ask(home, path, "GET", headers=followed).status_code == 403


def test_open_to_the_network_any_address_of_the_machine_will_do_and_no_other_name() -> None:
    home = sample_home()
    site = attrs.evolve(SITE, exposed=True)
    own = {"Host": f"{HOST}"}
    assert ask(home, "/house", "GET", headers=own, site=site).status_code == 200
    rebound = {"Host": "evil.example:8082"}
    assert ask(home, "/house", "GET", headers=rebound, site=site).status_code == 403
    assert ask(home, "/about", "GET", site=site).json()["exposed"] is True


# The page


def test_the_page_is_served_with_everything_it_names() -> None:
    home = sample_home()
    page = ask(home, "/", "GET")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    named = set(re.findall(r'"(/page/[a-z_.]+)"', page.text))
    for path in (FOLDER / name for name in ("app.js", "house.js", "wire.js", "scenario.js")):
        imported = re.findall(r'from "\./([a-z]+\.js)"', path.read_text(encoding="utf-8"))
        named |= {f"/page/{name}" for name in imported}
    kinds = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
    for path in named:
        answer = ask(home, path, "GET")
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith(kinds[path[path.rindex(".") :]])
    assert named == {f"/page/{path.name}" for path in FOLDER.iterdir() if path.name != INDEX}


def test_it_may_run_nothing_but_its_own_files() -> None:
    headers = ask(sample_home(), "/", "GET").headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'self';")
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"


def test_nothing_else_is_served(subtests: pytest.Subtests) -> None:
    for name in ("none.js", "control.py", ".", "%2e%2e", "..%5ccontrol.py"):
        with subtests.test(name=name):
            assert ask(sample_home(), f"/page/{name}", "GET").status_code == 404


# The log and the scenario


def test_what_went_over_the_wire_is_told() -> None:
    home = sample_home()
    receive(home, Host(), HttpRequest("GET", "/smartlock"))
    found = ask(home, "/wire", "GET").json()
    assert [entry["status"] for entry in found["entries"]] == [401]
    assert ask(home, f"/wire?after={found['upto']}", "GET").json()["entries"] == []
    assert ask(home, "/wire?after=x", "GET").status_code == 400
    assert ask(home, "/wire/1", "GET").json()["curl"] == f"curl {SITE.web_url}/smartlock"
    assert ask(home, "/wire/2", "GET").status_code == 404


def test_the_house_is_saved_and_replaced() -> None:
    home = sample_home()
    text = ask(home, "/scenario", "GET").text
    home.remove_device(home.find("Office"))
    found = ask(home, "/scenario", "PUT", content=text.encode()).json()
    assert [device["name"] for device in found["devices"]][3] == "Office"


@pytest.mark.parametrize(
    ("content", "status", "error"),
    [
        (b"seed = 'x'", 400, "scenario, line 1: seed is 'x'; expected an integer"),
        (b"\xff", 400, "scenario: it is not UTF-8"),
        (b"#" * (1 << 20) + b"#", 413, "more than 1048576 bytes"),
    ],
)
def test_a_scenario_that_is_none_is_refused(content: bytes, status: int, error: str) -> None:
    home = sample_home()
    answer = ask(home, "/scenario", "PUT", content=content)
    assert (answer.status_code, answer.json()["error"]) == (status, error)
    assert len(home.devices) == 6
