from __future__ import annotations

import asyncio
import socket
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from nuki import RetryPolicy, WebClient
from tests.loopback_only import NetworkError, is_near

if TYPE_CHECKING:
    from collections.abc import Callable

ELSEWHERE = ("192.0.2.1", 80)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "::1", "localhost", b"localhost", None])
def test_loopback_is_near(host: object) -> None:
    assert is_near(host)


@pytest.mark.parametrize(
    "host", ["192.0.2.1", "10.0.0.1", "api.nuki.io", "2001:db8::1", b"nuki.io"]
)
def test_everything_else_is_not(host: object) -> None:
    assert not is_near(host)


@pytest.mark.parametrize(
    "reach",
    [
        lambda: socket.create_connection(ELSEWHERE, timeout=1),
        lambda: socket.create_connection(("api.nuki.io", 443), timeout=1),
        lambda: opened(socket.SOCK_STREAM, lambda each: each.connect_ex(ELSEWHERE)),
        lambda: opened(socket.SOCK_DGRAM, lambda each: each.sendto(b"x", ELSEWHERE)),
        lambda: opened(socket.SOCK_DGRAM, lambda each: each.sendto(b"x", 0, ELSEWHERE)),
        lambda: asyncio.run(asyncio.wait_for(asyncio.open_connection(*ELSEWHERE), 1)),
        WebClient("token", retry=RetryPolicy(attempts=1)).smartlock.list,
    ],
)
def test_no_way_leads_out(reach: Callable[[], object]) -> None:
    with pytest.raises(NetworkError):
        reach()


def opened(kind: socket.SocketKind, use: Callable[[socket.socket], object]) -> object:
    with closing(socket.socket(type=kind)) as made:
        return use(made)


def test_loopback_stays_open() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=1).close()
        socket.create_connection(("localhost", server.getsockname()[1]), timeout=1).close()


def test_sockets_of_this_machine_stay_open() -> None:
    one, other = socket.socketpair()
    with closing(one), closing(other):
        one.sendall(b"x")
        assert other.recv(1) == b"x"
