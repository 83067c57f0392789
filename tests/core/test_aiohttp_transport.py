"""A session of aiohttp is shared as far as its connections go, and no further.

What holds for every HTTP library is proved in ``test_transports.py`` and ``tests/tools/faults``.
"""

from __future__ import annotations

import asyncio
import gc
import warnings
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import aiohttp
import anyio
import pytest
from aiohttp import web

from nuki_core.aiohttp_transport import AiohttpTransport
from nuki_core.errors import ValidationError
from tests.core.calls import READ, prepared

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


class Server:
    """Notes what comes, and over which connection."""

    def __init__(self) -> None:
        self.requests: list[web.BaseRequest] = []
        self.peers: list[Any] = []
        self.url = ""
        self.hangs_up = False

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        self.requests.append(request)
        assert request.transport is not None
        self.peers.append(request.transport.get_extra_info("peername"))
        if self.hangs_up:
            request.transport.close()
        return web.Response(text="{}", headers={"Set-Cookie": "theirs=1"})


@asynccontextmanager
async def serving() -> AsyncIterator[Server]:
    server = Server()
    runner = web.ServerRunner(web.Server(server.handle))
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    server.url = f"http://{host}:{port}"
    yield server
    await runner.cleanup()


def attempt(server: Server, operation: Any = READ) -> Any:
    found = prepared(operation)
    found.url = f"{server.url}/"
    return found


def test_neither_cookies_nor_headers_nor_hooks_of_the_session_take_part() -> None:
    seen: list[object] = []

    async def watch(_session: object, _context: object, params: object) -> None:
        seen.append(params)

    async def middleware(request: Any, handler: Any) -> Any:
        seen.append(request)
        return await handler(request)

    async def main() -> None:
        traces = aiohttp.TraceConfig()
        traces.on_request_start.append(watch)
        async with (
            serving() as server,
            aiohttp.ClientSession(
                cookies={"session": "of somebody else"},
                headers={"Authorization": "Basic b3RoZXI6cGFzcw==", "X-Theirs": "1"},
                middlewares=[middleware],
                trace_configs=[traces],
                raise_for_status=True,
                cookie_jar=aiohttp.CookieJar(unsafe=True),
            ) as session,
        ):
            transport = AiohttpTransport(session, server=server.url)
            await transport.send(attempt(server))
            await transport.send(attempt(server))
            await transport.aclose()
            assert not session.closed
            for request in server.requests:
                assert "Cookie" not in request.headers
                assert "X-Theirs" not in request.headers
                assert "Basic" not in request.headers.get("Authorization", "")
            assert [cookie.key for cookie in session.cookie_jar] == ["session"]
            assert seen == []

    asyncio.run(main())


@pytest.mark.slow
def test_another_event_loop_is_noticed() -> None:
    async def opened() -> AiohttpTransport:
        return AiohttpTransport(aiohttp.ClientSession(), server="http://127.0.0.1:9")

    async def used(transport: AiohttpTransport) -> None:
        with pytest.raises(ValidationError, match="event loop"):
            await transport.send(prepared(READ))

    async def on_trio(transport: AiohttpTransport) -> None:
        with pytest.raises(ValidationError, match="needs asyncio"):
            await transport.send(prepared(READ))

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # nobody can close the session any more
        transport = asyncio.run(opened())
        asyncio.run(used(transport))
        anyio.run(on_trio, transport, backend="trio")
        del transport
        gc.collect()


@pytest.mark.slow
def test_a_client_that_nobody_closed_leaves_no_complaint() -> None:
    async def main() -> list[dict[str, Any]]:
        complaints: list[dict[str, Any]] = []
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, context: complaints.append(context))
        async with serving() as server, aiohttp.ClientSession() as session:
            transport = AiohttpTransport(session, server=server.url)
            await transport.send(attempt(server))
            del transport
            gc.collect()
        return complaints

    with warnings.catch_warnings():
        warnings.simplefilter("error", ResourceWarning)
        assert asyncio.run(main()) == []
