"""Clients of every sort, and the calls that are made with them."""

from __future__ import annotations

from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

import aiohttp
import anyio
import httpx
import httpx2

import nuki
from nuki.bridge import LockAction as BridgeLockAction
from nuki.web import LockAction

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator, Callable, Iterator

Library: TypeAlias = Literal["own", "httpx", "httpx2", "aiohttp"]
Driver: TypeAlias = Literal["threads", "asyncio", "trio"]
Api: TypeAlias = Literal["web", "bridge"]
Scheme: TypeAlias = "Callable[[str], nuki.Scheme]"

LIBRARIES: Final[tuple[Library, ...]] = ("own", "httpx", "httpx2", "aiohttp")
DRIVERS: Final[tuple[Driver, ...]] = ("threads", "asyncio", "trio")
APIS: Final[tuple[Api, ...]] = ("web", "bridge")

MIN_INTERVAL: Final = "min_interval"
"""The name of the argument of bridges for the seconds between two requests."""

_CLOSING: Final = 0.1
"""Seconds in which asyncio ends TLS connections that were closed (aiohttp, "Graceful shutdown")."""

TOKEN: Final = "tO8&k<3n+%7/\"x='Z"
"""A made-up token in which every way of escaping finds something to escape."""

POLICY: Final = nuki.RetryPolicy(attempts=5, pause=0.02, longest_pause=0.04)
LONGEST_PAUSES: Final = (0.02, 0.04, 0.04, 0.04)


@dataclass(frozen=True, slots=True)
class Column:
    """A sort of client: who opens the connections, who waits for them, and what they lead to."""

    library: Library
    driver: Driver
    api: Api

    def __str__(self) -> str:
        return f"{self.library}/{self.driver}/{self.api}"

    @property
    def trusts(self) -> bool:
        """Whether it can be told to trust the server's certificate."""
        return self.library != "own"


def columns() -> tuple[Column, ...]:
    """Every sort there is."""
    return tuple(
        Column(library, driver, api)
        for driver in DRIVERS
        for library in LIBRARIES
        for api in APIS
        if library != "aiohttp" or driver == "asyncio"
    )


def library_of(column: Column) -> Any:
    """The HTTP library's module."""
    return httpx2 if column.library == "httpx2" else httpx


def _options(column: Column, url: str, timeout: float, scheme: Scheme) -> dict[str, Any]:
    chosen: dict[str, Any] = {"timeout": timeout, "retry": POLICY, "base_url": url, "token": TOKEN}
    if column.api == "bridge":
        chosen |= {MIN_INTERVAL: 0, "scheme": scheme}
    return chosen


@contextmanager
def client(
    column: Column,
    url: str,
    seconds: float,
    trust: ssl.SSLContext,
    *,
    scheme: Scheme = nuki.EncryptedToken,
    **of_http: Any,
) -> Iterator[Any]:
    """A synchronous client of this sort, which gives each attempt so many seconds.

    ``scheme`` is how it signs for a bridge, ``of_http`` are more arguments for the HTTP client that
    is handed in.
    """
    library = library_of(column)
    http = None if column.library == "own" else library.Client(verify=trust, **of_http)
    kind = nuki.WebClient if column.api == "web" else nuki.BridgeClient
    with kind(http=http, **_options(column, url, seconds, scheme)) as found:
        yield found
    if http is not None:
        http.close()


@asynccontextmanager
async def aclient(
    column: Column,
    url: str,
    seconds: float,
    trust: ssl.SSLContext,
    *,
    scheme: Scheme = nuki.EncryptedToken,
    **of_http: Any,
) -> AsyncIterator[Any]:
    """As :func:`client`, asynchronous."""
    found, http = open_aclient(column, url, seconds, trust, scheme=scheme, **of_http)
    async with found:
        yield found
    await close_http(http)


async def close_http(http: Any) -> None:
    """Close a client that was handed in, if any."""
    if isinstance(http, aiohttp.ClientSession):
        await http.close()
        await anyio.sleep(_CLOSING)
    elif http is not None:
        await http.aclose()


def open_aclient(
    column: Column,
    url: str,
    seconds: float,
    trust: ssl.SSLContext,
    *,
    scheme: Scheme = nuki.EncryptedToken,
    **of_http: Any,
) -> tuple[Any, Any]:
    """An asynchronous client that somebody has to close, and then the HTTP client, if any."""
    http: Any = None
    if column.library == "aiohttp":
        http = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(ssl=trust, use_dns_cache=False), **of_http
        )
    elif column.library != "own":
        http = library_of(column).AsyncClient(verify=trust, **of_http)
    kind = nuki.AsyncWebClient if column.api == "web" else nuki.AsyncBridgeClient
    return kind(http=http, **_options(column, url, seconds, scheme)), http


def move(found: Any, api: Api, action: int) -> Any:
    """Move the bolt with this number, in one of three ways; a coroutine if the client is."""
    if api == "web":
        devices = found.smartlock
        moves = (
            devices.lock,
            devices.unlock,
            lambda number: devices.act(number, LockAction.UNLATCH),
        )
    else:
        devices = found.device
        moves = (
            partial(devices.lock, device_type=0),
            partial(devices.unlock, device_type=0),
            partial(devices.act, action=BridgeLockAction.UNLATCH, device_type=0),
        )
    return moves[action % len(moves)](action)


def read(found: Any, api: Api, action: int) -> Any:
    """Ask for a device's state; a coroutine if the client is."""
    return (
        found.smartlock.get(action) if api == "web" else found.device.state(action, device_type=0)
    )
