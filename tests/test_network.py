"""No test reaches another machine: pytest-socket sees to it, in tests/conftest.py."""

from __future__ import annotations

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING

import anyio
import httpx2
import pytest
import trio
from pytest_socket import SocketConnectBlockedError

from nuki import AsyncWebClient, ConnectError, RetryPolicy, WebClient

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ELSEWHERE = ("192.0.2.1", 80)
URL = "http://192.0.2.1"
ONCE = RetryPolicy(attempts=1)


async def by_trio() -> None:
    with trio.socket.socket() as made:
        await made.connect(ELSEWHERE)


@pytest.mark.parametrize(
    "reach",
    [
        lambda: socket.create_connection(ELSEWHERE, timeout=1),
        lambda: socket.create_connection(("2001:db8::1", 80), timeout=1),
        lambda: socket.create_connection(("api.nuki.io", 443), timeout=1),
        lambda: socket.getaddrinfo(b"api.nuki.io", 443),
        lambda: ThreadPoolExecutor(1).submit(socket.create_connection, ELSEWHERE, 1).result(),
        lambda: asyncio.run(asyncio.wait_for(asyncio.open_connection(*ELSEWHERE), 1)),
        lambda: trio.run(by_trio),
        lambda: httpx2.get(URL),
    ],
)
def test_no_way_leads_out(reach: Callable[[], object]) -> None:
    # anyio puts what happens while it connects into a group.
    with pytest.RaisesGroup(
        SocketConnectBlockedError, allow_unwrapped=True, flatten_subgroups=True
    ):
        reach()


@pytest.mark.parametrize(
    "reach",
    [
        WebClient("token", retry=ONCE).smartlock.list,
        WebClient("token", base_url=URL, retry=ONCE).smartlock.list,
        lambda: asyncio.run(AsyncWebClient("token", base_url=URL, retry=ONCE).smartlock.list()),
    ],
)
def test_our_clients_find_no_way_either(reach: Callable[[], object]) -> None:
    with pytest.raises(ConnectError, match=r"SocketConnectBlockedError|ExceptionGroup"):
        reach()


def test_loopback_stays_open() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=1).close()
        socket.create_connection(("localhost", server.getsockname()[1]), timeout=1).close()


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_sockets_of_this_machine_stay_open(backend: str, tmp_path: Path) -> None:
    async def connect() -> None:
        await (await anyio.connect_unix(tmp_path / "socket")).aclose()

    with closing(socket.socket(socket.AF_UNIX)) as server:
        server.bind(str(tmp_path / "socket"))
        server.listen()
        anyio.run(connect, backend=backend)
