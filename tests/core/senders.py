"""Every way in which requests reach the wire: our own client, and each library's that fits."""

from __future__ import annotations

import ssl
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

import anyio

from nuki_core.transports import open_async_transport, open_transport

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from nuki_core.transport import Failure, PreparedRequest, RawResponse

T = TypeVar("T")
CERTIFICATES = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # trusts nobody: reading whom takes long


@dataclass(frozen=True)
class Sender:
    """One of them: ``library`` is empty for our own client, ``backend`` for threads."""

    library: str
    backend: str

    def __str__(self) -> str:
        return f"{self.library or 'own'}-{self.backend or 'threads'}"

    def opened(self, *, trust_env: bool = False) -> Any:
        """A client of the library, as a caller opens it; ``None`` for our own."""
        if not self.library:
            return None
        if self.library == "aiohttp":
            return import_module("aiohttp").ClientSession(trust_env=trust_env)
        name = "AsyncClient" if self.backend else "Client"
        client = getattr(import_module(self.library), name)
        return client(trust_env=trust_env, verify=CERTIFICATES)

    def send_all(
        self, requests: list[PreparedRequest], *, trust_env: bool = False
    ) -> list[RawResponse | Failure]:
        """Send requests one after the other, and close everything."""
        server = requests[0].url
        if self.backend:

            async def main(transport: Any) -> list[RawResponse | Failure]:
                return [await transport.send(each) for each in requests]

            return self.run(main, server, trust_env=trust_env)
        client = self.opened(trust_env=trust_env)
        transport = open_transport(client, trust_env=trust_env, server=server)
        try:
            return [transport.send(each) for each in requests]
        finally:
            transport.close()
            if client is not None:
                client.close()

    def send(self, request: PreparedRequest, *, trust_env: bool = False) -> RawResponse | Failure:
        """Send one request, and close everything."""
        return self.send_all([request], trust_env=trust_env)[0]

    def run(
        self, main: Callable[[Any], Awaitable[Any]], server: str, *, trust_env: bool = False
    ) -> Any:
        """Run a function in an event loop, with a transport to the server."""

        async def with_transport() -> Any:
            async with self.transport(server, trust_env=trust_env) as transport:
                return await main(transport)

        return anyio.run(with_transport, backend=self.backend)

    @asynccontextmanager
    async def transport(self, server: str, *, trust_env: bool = False) -> AsyncIterator[Any]:
        """A transport in an event loop, over a client that is closed in the end."""
        client = self.opened(trust_env=trust_env)
        transport = open_async_transport(client, trust_env=trust_env, server=server)
        try:
            yield transport
        finally:
            await transport.aclose()
            await closed(client)


async def closed(client: Any) -> None:
    """Close a caller's asynchronous client."""
    if client is not None:
        await (client.aclose() if hasattr(client, "aclose") else client.close())


SENDERS = [
    *(
        Sender(library, backend)
        for library in ("", "httpx", "httpx2")
        for backend in ("", "asyncio", "trio")
    ),
    Sender("aiohttp", "asyncio"),
]


def at_once(send: Callable[[Sender], T]) -> dict[Sender, T]:
    """What every sender finds, all at the same time: most of it is waiting."""
    with ThreadPoolExecutor(len(SENDERS)) as pool:
        return dict(zip(SENDERS, pool.map(send, SENDERS), strict=True))
