"""Lock actions over a faulty network: what callers were told, beside what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import httpx

from nuki import (
    AsyncBridgeClient,
    AsyncWebClient,
    BridgeClient,
    NukiError,
    RetryPolicy,
    WebClient,
)

if TYPE_CHECKING:
    from tests.nuki.faulty_server import FaultyServer

_OPTIONS: Final[dict[str, Any]] = {
    "timeout": 0.04,
    "retry": RetryPolicy(attempts=6, pause=0.001, longest_pause=0.002),
}
_TRUE_IF: Final = {"ran": {1}, "did not run": {0}, "may have run": {0, 1}}


class Outcomes:
    """What callers were told about each action."""

    def __init__(self, server: FaultyServer) -> None:
        self._server = server
        self.told: dict[int, str] = {}

    def failed(self, action: int, error: NukiError) -> None:
        self.told[action] = "may have run" if error.may_have_run else "did not run"

    def executed_again(self) -> list[int]:
        """Actions that were carried out more than once."""
        return [action for action, times in self._server.executed.items() if times > 1]

    def lies(self) -> list[tuple[int, str]]:
        """Actions of which callers were told something untrue."""
        executed = self._server.executed
        return [
            (each, told) for each, told in self.told.items() if executed[each] not in _TRUE_IF[told]
        ]


class _Detour(httpx.HTTPTransport):
    """Sends each request to the port that the server names."""

    def __init__(self, server: FaultyServer) -> None:
        super().__init__()
        self._server = server

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.url = request.url.copy_with(port=self._server.next_port())
        return super().handle_request(request)


class _AsyncDetour(httpx.AsyncHTTPTransport):
    """As ``_Detour``, asynchronously."""

    def __init__(self, server: FaultyServer) -> None:
        super().__init__()
        self._server = server

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        request.url = request.url.copy_with(port=self._server.next_port())
        return await super().handle_async_request(request)


def act(server: FaultyServer, api: str, actions: int) -> Outcomes:
    """Lock as many different devices, one after the other, over a bridge or the Web API."""
    outcomes = Outcomes(server)
    with httpx.Client(transport=_Detour(server)) as http:
        lock: Any = WebClient("t", base_url=server.url, http=http, **_OPTIONS).smartlock.lock
        if api == "bridge":
            lock = BridgeClient(server.url, "123456", http=http, min_interval=0, **_OPTIONS).device.lock
        for action in range(actions):
            try:
                lock(action)
            except NukiError as error:
                outcomes.failed(action, error)
            else:
                outcomes.told[action] = "ran"
    return outcomes


async def aact(server: FaultyServer, api: str, actions: int) -> Outcomes:
    """As :func:`act`, asynchronously."""
    outcomes = Outcomes(server)
    async with httpx.AsyncClient(transport=_AsyncDetour(server)) as http:
        lock: Any = AsyncWebClient("t", base_url=server.url, http=http, **_OPTIONS).smartlock.lock
        if api == "bridge":
            lock = AsyncBridgeClient(server.url, "123456", http=http, min_interval=0, **_OPTIONS).device.lock
        for action in range(actions):
            try:
                await lock(action)
            except NukiError as error:
                outcomes.failed(action, error)
            else:
                outcomes.told[action] = "ran"
    return outcomes
