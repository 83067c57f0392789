"""Which transport serves an HTTP client that is handed in, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from .handed_in import library_of
from .httpx_transport import AsyncHttpxTransport, HttpxTransport

if TYPE_CHECKING:
    from .aiohttp_transport import AiohttpSession
    from .httpx_transport import AsyncHTTPClient, HTTPClient
    from .transport import AsyncTransport, Transport


def open_transport(http: HTTPClient | None, *, trust_env: bool, server: str) -> Transport:
    """For threads; without a client of the caller's, over connections of our own.

    Raises:
        ValidationError: It is no client that fits.
    """
    return HttpxTransport(http, trust_env=trust_env, server=server)


def open_async_transport(
    http: AsyncHTTPClient | AiohttpSession | None, *, trust_env: bool, server: str
) -> AsyncTransport:
    """As :func:`open_transport`, for tasks."""
    if http is not None and library_of(http, asynchronous=True) == "aiohttp":
        from .aiohttp_transport import AiohttpTransport  # noqa: PLC0415 - it imports the library

        return AiohttpTransport(cast("AiohttpSession", http), server=server)
    theirs = cast("AsyncHTTPClient | None", http)
    return AsyncHttpxTransport(theirs, trust_env=trust_env, server=server)
