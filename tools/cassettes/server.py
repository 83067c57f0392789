"""A server for one simulator after the other, whose clocks stand still.

A ``SimulatorServer`` keeps step with the real clock, which no two recordings share. Its apps,
served alone, let time pass only where a device or a bridge takes its time.
"""

from __future__ import annotations

import asyncio
import socket
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, Self

import uvicorn

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Generator

    App = Callable[[Any, Any, Any], Awaitable[None]]

_START: Final = 10.0


class LoopbackServer:
    """A server on the loopback interface; ``app`` answers, and may be replaced at any time."""

    def __init__(self) -> None:
        self.app: App | None = None
        # With the protocol named, asyncio sends answers without waiting for more.
        self._listener = socket.socket(proto=socket.IPPROTO_TCP)
        self._listener.bind(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._server = _Server(
            uvicorn.Config(
                self._answer,
                interface="asgi3",
                lifespan="off",
                log_level="warning",
                access_log=False,
                date_header=False,
                server_header=False,
            )
        )
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        if not self._server.ready.wait(_START):
            raise RuntimeError(f"the server did not start within {_START:g} s")
        return self

    def __exit__(self, *_exception: object) -> None:
        self._server.should_exit = True
        self._thread.join(_START)

    def _serve(self) -> None:
        asyncio.run(self._server.serve([self._listener]))

    async def _answer(self, scope: Any, receive: Any, send: Any) -> None:
        if self.app is None:
            raise RuntimeError("no app is set")
        await self.app(scope, receive, send)


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = threading.Event()

    @contextmanager
    def capture_signals(self) -> Generator[None]:
        """Leave signals to the program."""
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()
