"""The simulator as ASGI apps, one for the Web API and one for each bridge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import anyio
import anyio.lowlevel
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route

from nuki_simulator.messages import Ending, HttpRequest, Wait

from .dispatch import NO_CONNECTION, Host, proceed, receive

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, MutableMapping

    from starlette.requests import Request

    from nuki_simulator.messages import HttpResponse
    from nuki_simulator.world.bridges import Bridge

    from .simulator import Simulator

ABORT: Final = "nuki_simulator.abort"
"""Key of the scope under which a server may put a function that breaks the connection."""

_METHODS: Final = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"]


class BrokenConnectionError(ConnectionError):
    """The answer is a broken connection, and this server offers no way to break it."""


def web_app(simulator: Simulator) -> Starlette:
    """Serve the Web API with its OAuth endpoints, and discovery."""
    return _app(simulator, Host)


def bridge_app(simulator: Simulator, bridge: Bridge) -> Starlette:
    """Serve one bridge."""
    return _app(simulator, lambda: Host(bridge))


def nth_bridge_app(simulator: Simulator, index: int) -> Starlette:
    """Serve whatever bridge has this index now; where there is none, connections break."""

    def host() -> Host | None:
        there = index < len(simulator.bridges)
        return Host(simulator.bridges[index]) if there else None

    return _app(simulator, host)


def _app(simulator: Simulator, find_host: Callable[[], Host | None]) -> Starlette:
    async def endpoint(request: Request) -> Response:
        raw = request.scope.get("raw_path") or request.url.path.encode()
        query = request.scope["query_string"]
        target = (raw.partition(b"?")[0] + (b"?" + query if query else b"")).decode()
        peer = f"{request.client.host}:{request.client.port}" if request.client else ""
        headers, body, host = dict(request.headers), await request.body(), find_host()
        if host is None:
            return _Reply(NO_CONNECTION)
        incoming = HttpRequest.from_url(request.method, target, headers, body, peer=peer)
        reply = receive(simulator, host, incoming)
        while isinstance(reply, Wait):
            await let_pass(simulator, reply.seconds)
            reply = proceed(simulator, reply)
        if reply.ending == Ending.STALLED:
            await let_pass(simulator, reply.seconds)
        return _Reply(reply)

    return Starlette(routes=[Route("/{path:path}", endpoint, methods=_METHODS)])


async def let_pass(simulator: Simulator, seconds: float) -> None:
    """Let so many seconds pass on the simulator's clock, really or virtually."""
    await anyio.lowlevel.checkpoint()
    due = simulator.clock.elapsed + seconds
    while not simulator.clock.is_virtual:
        with simulator.lock:
            left = simulator.clock.real_seconds_until(due)
        if not left:
            return
        await anyio.sleep(left)
    with simulator.lock:
        simulator.clock.advance(seconds)


class _Reply(Response):
    """An answer as ASGI messages, or none where the connection is to break."""

    def __init__(self, answer: HttpResponse) -> None:
        self._answer = answer
        super().__init__(answer.body, answer.status or 500, dict(answer.headers))
        if answer.chunked:
            del self.headers["Content-Length"]

    async def __call__(
        self,
        scope: MutableMapping[str, Any],
        receive: Callable[[], Awaitable[MutableMapping[str, Any]]],
        send: Callable[[MutableMapping[str, Any]], Awaitable[None]],
    ) -> None:
        if self._answer.ending == Ending.COMPLETE:
            await super().__call__(scope, receive, send)
            return
        if self._answer.ending == Ending.TRUNCATED:
            status, headers = self.status_code, self.raw_headers
            await send({"type": "http.response.start", "status": status, "headers": headers})
            half = self.body[: len(self.body) // 2]
            await send({"type": "http.response.body", "body": half, "more_body": True})
            await anyio.sleep(0.05)  # an aborted connection drops what it has not yet sent
        abort: Callable[[], None] | None = scope.get(ABORT)
        if abort is None:
            raise BrokenConnectionError(self._answer.ending.value)
        abort()
