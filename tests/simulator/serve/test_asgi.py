from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from nuki_simulator import FaultKind, FaultRule
from nuki_simulator.serve.asgi import ABORT, BrokenConnectionError, bridge_app, web_app
from nuki_simulator.serve.simulator import API_TOKEN, BRIDGE_TOKEN, sample_home

if TYPE_CHECKING:
    from starlette.applications import Starlette


def ask(app: Starlette, url: str, **options: Any) -> httpx.Response:
    async def asking() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app)) as http:
            return await http.get(url, **options)

    return asyncio.run(asking())


def test_each_face_is_an_app() -> None:
    home = sample_home()
    signed = {"Authorization": f"Bearer {API_TOKEN}"}
    answer = ask(web_app(home), "http://web/smartlock", headers=signed)
    assert len(answer.json()) == 6
    assert ask(web_app(home), "http://web/smartlock").status_code == 401
    assert ask(web_app(home), "http://web/discover/bridges").json()["errorCode"] == 0
    bridge = bridge_app(home, home.bridges[0])
    assert len(ask(bridge, f"http://bridge/list?token={BRIDGE_TOKEN}").json()) == 4


def test_waits_let_virtual_time_pass() -> None:
    home = sample_home()
    door = home.find("Back door")
    query = f"token={BRIDGE_TOKEN}&nukiId={door.nuki_id:d}"
    answer = ask(bridge_app(home, home.bridges[0]), f"http://bridge/lock?{query}")
    assert answer.json()["success"]
    assert home.clock.elapsed == door.mechanics.motor


@pytest.mark.parametrize("kind", [FaultKind.REFUSE, FaultKind.RESET_AFTER, FaultKind.STALL])
def test_connections_break(kind: FaultKind) -> None:
    home = sample_home()
    home.faults.add(FaultRule(kind=kind, times=None))
    app = bridge_app(home, home.bridges[0])
    with pytest.raises(BrokenConnectionError):
        ask(app, "http://bridge/info")
    broken: list[str] = []

    async def breakable(scope: Any, receive: Any, send: Any) -> None:
        scope[ABORT] = lambda: broken.append("aborted")
        await app(scope, receive, send)

    with pytest.raises(AssertionError):  # the transport insists on an answer
        ask(breakable, "http://bridge/info")  # type: ignore[arg-type]
    assert broken == ["aborted"]
