from __future__ import annotations

from typing import Any

import anyio
import httpx
import pytest

from nuki import BridgeRefusedError, ForbiddenError, ValidationError, apair, pair

URL = "http://pairing.test:8080"


class Bridge:
    """A bridge whose button is pressed, or not."""

    def __init__(self, answer: Any, status: int = 200) -> None:
        self.answer, self.status = answer, status
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return httpx.Response(self.status, json=self.answer)

    def pair(self) -> str:
        with httpx.Client(transport=httpx.MockTransport(self)) as http:
            return pair(URL, http=http)


@pytest.fixture(autouse=True)
def _without_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nuki_core.request_queue._QUEUES", {})


def test_the_button_brings_the_token() -> None:
    bridge = Bridge({"success": True, "token": "OKUiXg"})
    assert bridge.pair() == "OKUiXg"
    assert str(bridge.requests[0].url) == f"{URL}/auth"
    assert bridge.requests[0].extensions["timeout"]["read"] > 30


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_the_button_brings_the_token_asynchronously(backend: str) -> None:
    async def main() -> str:
        transport = httpx.MockTransport(Bridge({"success": True, "token": "OKUiXg"}))
        async with httpx.AsyncClient(transport=transport) as http:
            return await apair(URL, http=http)

    assert anyio.run(main, backend=backend) == "OKUiXg"


@pytest.mark.parametrize(
    "answer", [{"success": False}, {"success": True}, {"success": True, "token": ""}, {}]
)
def test_without_the_button_there_is_no_token(answer: dict[str, Any]) -> None:
    with pytest.raises(BridgeRefusedError, match="not pressed within 30 seconds"):
        Bridge(answer).pair()


def test_a_bridge_that_keeps_its_token_says_where_to_change_that() -> None:
    with pytest.raises(ForbiddenError, match="Nuki app"):
        Bridge({}, 403).pair()


def test_a_malformed_url_is_refused() -> None:
    with pytest.raises(ValidationError, match="the base URL"):
        pair("192.168.1.50")
