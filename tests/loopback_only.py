"""No connection leaves this machine: what makes sure of it, whatever a test does."""

from __future__ import annotations

import socket
from contextlib import contextmanager
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

_NAMES: Final = frozenset({"", "localhost", "0.0.0.0", "::"})  # noqa: S104 - nothing is bound here
_INTERNET: Final = frozenset({socket.AF_INET, socket.AF_INET6})


class NetworkError(RuntimeError):
    """A test wanted to reach another machine."""


def is_near(host: object) -> bool:
    """Whether a host's name or address is this machine's own loopback interface."""
    name = host.decode() if isinstance(host, bytes) else str(host or "")
    if name in _NAMES:
        return True
    try:
        return ip_address(name.partition("%")[0]).is_loopback
    except ValueError:
        return False


@contextmanager
def loopback_only() -> Generator[None]:
    """Refuse connections and datagrams to others, and looking up their names."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, _connecting(getattr(socket.socket, name)))
        patch.setattr(socket.socket, "sendto", _sending(socket.socket.sendto))
        patch.setattr(socket, "getaddrinfo", _looking_up(socket.getaddrinfo))
        yield


def _check(host: object) -> None:
    if not is_near(host):
        raise NetworkError(f"tests use the loopback interface only, not {host!r}")


def _connecting(connect: Callable[..., Any]) -> Callable[..., Any]:
    def checked(self: socket.socket, address: Any) -> Any:
        if self.family in _INTERNET:
            _check(address[0])
        return connect(self, address)

    return checked


def _sending(sendto: Callable[..., int]) -> Callable[..., int]:
    def checked(self: socket.socket, *arguments: Any) -> int:
        if self.family in _INTERNET:
            _check(arguments[-1][0])
        return sendto(self, *arguments)

    return checked


def _looking_up(getaddrinfo: Callable[..., Any]) -> Callable[..., Any]:
    def checked(host: Any, *arguments: Any, **options: Any) -> Any:
        _check(host)
        return getaddrinfo(host, *arguments, **options)

    return checked
