"""Our own HTTP clients: ``httpx`` over connections that keep to a deadline.

Of the modules of the engine only this one imports the library; it is imported when the first client
without one of the caller's is made.
"""

from __future__ import annotations

import os
import socket
import ssl
import threading
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from http.cookiejar import CookieJar, DefaultCookiePolicy
from ipaddress import ip_address
from queue import Empty, SimpleQueue
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, Self

import httpcore
import httpx

from .errors import ValidationError
from .proxies import Proxies

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable

    Address = tuple[Any, ...]

_HEADERS: Final = {"Accept": "application/json", "User-Agent": "nuki-sdk"}
_CERTIFICATES: Final = ("SSL_CERT_FILE", "SSL_CERT_DIR")
_KEPT_CONNECTIONS: Final = 20
_KEPT_SECONDS: Final = 5.0

# Reported first, so that it is known that whatever takes long from here on, nothing has left yet.
_TAKEN: Final = "pool.request_taken.started"

_deadline: ContextVar[float] = ContextVar("nuki_deadline", default=float("inf"))


@contextmanager
def deadline(seconds: float) -> Generator[None]:
    """End whatever the block does on connections of :func:`open_client` after so many seconds.

    The HTTP library bounds each read and write by itself, so a server that sends a byte now and
    then would keep it busy for as long as it likes.
    """
    token = _deadline.set(monotonic() + seconds)
    try:
        yield
    finally:
        _deadline.reset(token)


def open_client(*, trust_env: bool) -> httpx.Client:
    """Make a client; ``trust_env`` lets the environment choose proxies and certificates."""
    return httpx.Client(
        transport=_Transport(trust_env=trust_env),
        headers=_HEADERS,
        cookies=_no_cookies(),
        trust_env=False,
    )


def open_async_client(*, trust_env: bool) -> httpx.AsyncClient:
    """As :func:`open_client`, asynchronous. Who uses it bounds it in time, by cancelling."""
    return httpx.AsyncClient(
        transport=_AsyncTransport(trust_env=trust_env),
        headers=_HEADERS,
        cookies=_no_cookies(),
        trust_env=False,
    )


def _no_cookies() -> CookieJar:
    return CookieJar(DefaultCookiePolicy(allowed_domains=()))


def prepare(server: str, *, trust_env: bool) -> None:
    """Do now what would make the first call to this server wait."""
    if server.startswith("https:"):
        load_certificates(trust_env=trust_env)


def load_certificates(*, trust_env: bool) -> ssl.SSLContext:
    """The certificates to accept, read once; reading them takes long enough to do it early."""
    given = [(name, os.environ.get(name)) for name in _CERTIFICATES] if trust_env else []
    name, value = next((each for each in given if each[1]), ("", None))  # as the library chooses
    reason = "no such folder"
    # OpenSSL says nothing of folders that are not there.
    if name != "SSL_CERT_DIR" or any(map(os.path.isdir, (value or "").split(os.pathsep))):
        try:
            return _ssl_context(trust_env, value)
        except OSError as error:  # an ssl.SSLError is one, too
            reason = error.strerror or type(error).__name__
    raise ValidationError(
        f"{name}={value} in the environment names no certificates that could be read ({reason}); "
        "correct or unset it"
    )


@cache
def _ssl_context(trust_env: bool, _chosen: str | None) -> ssl.SSLContext:  # noqa: FBT001 - a key
    return httpx.create_ssl_context(trust_env=trust_env)


class _Transport(httpx.HTTPTransport):
    """The library's own, over connections that keep to the deadline.

    A subclass, so that what replaces the library's transport in tests replaces this one too.
    """

    def __init__(self, *, trust_env: bool) -> None:
        super().__init__(verify=_no_certificates(), trust_env=False)
        self._pool: Any = _Pools(trust_env=trust_env, backend=_BoundedBackend())


class _AsyncTransport(httpx.AsyncHTTPTransport):
    """As ``_Transport``, asynchronous."""

    def __init__(self, *, trust_env: bool) -> None:
        super().__init__(verify=_no_certificates(), trust_env=False)
        self._pool: Any = _AsyncPools(trust_env=trust_env)


def _no_certificates() -> ssl.SSLContext:
    # For the connections that the library prepares, and that ours replace before any is opened.
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


class _EitherPools:
    """The connections of a client: direct ones, and through the proxies of the environment.

    The queue in which calls wait bounds their number.
    """

    _direct: Any
    _http_proxy: Any
    _socks_proxy: Any

    def __init__(self, *, trust_env: bool, backend: httpcore.NetworkBackend | None = None) -> None:
        self._trust_env = trust_env
        self._proxies = Proxies(trust_env=trust_env)
        self._backend = backend
        self._opened: dict[tuple[bytes, str], Any] = {}

    def _pool_for(self, url: httpcore.URL) -> Any:
        proxy = self._proxies.proxy_for(url.scheme.decode("ascii"), url.host.decode("ascii"))
        pool = self._opened.get((url.scheme, proxy))
        if pool is not None:
            return pool
        secure = url.scheme == b"https"
        options = {
            "ssl_context": load_certificates(trust_env=self._trust_env) if secure else None,
            "max_connections": None,
            "max_keepalive_connections": _KEPT_CONNECTIONS,
            "keepalive_expiry": _KEPT_SECONDS,
            "network_backend": self._backend,
        }
        if proxy:
            parsed = httpx.Proxy(proxy)
            kind = self._socks_proxy if parsed.url.scheme.startswith("socks") else self._http_proxy
            if parsed.url.scheme == "https":
                options["proxy_ssl_context"] = load_certificates(trust_env=self._trust_env)
            pool = kind(proxy_url=str(parsed.url), proxy_auth=parsed.raw_auth, **options)
        else:
            pool = self._direct(**options)
        self._opened[url.scheme, proxy] = pool
        return pool


def _callback(request: Any) -> Any:
    return request.extensions.get("trace")


class _Pools(_EitherPools):
    _direct, _http_proxy = httpcore.ConnectionPool, httpcore.HTTPProxy
    _socks_proxy = httpcore.SOCKSProxy

    def handle_request(self, request: httpcore.Request) -> httpcore.Response:
        if report := _callback(request):
            report(_TAKEN, {})
        response: httpcore.Response = self._pool_for(request.url).handle_request(request)
        return response

    def close(self) -> None:
        for pool in self._opened.values():
            pool.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _AsyncPools(_EitherPools):
    _direct, _http_proxy = httpcore.AsyncConnectionPool, httpcore.AsyncHTTPProxy
    _socks_proxy = httpcore.AsyncSOCKSProxy

    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        if report := _callback(request):
            await report(_TAKEN, {})
        pool = self._pool_for(request.url)
        response: httpcore.Response = await pool.handle_async_request(request)
        return response

    async def aclose(self) -> None:
        for pool in self._opened.values():
            await pool.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()


class _BoundedStream(httpcore.NetworkStream):
    """A connection whose reads, writes and handshakes end with the deadline."""

    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _time_left(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _time_left(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = _time_left(timeout, httpcore.ConnectTimeout)
        return _BoundedStream(self._stream.start_tls(ssl_context, server_hostname, left))

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _BoundedBackend(httpcore.NetworkBackend):
    """Opens connections within the deadline, name resolution and all addresses included."""

    def __init__(self) -> None:
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        ends = monotonic() + _time_left(timeout, httpcore.ConnectTimeout)
        addresses = _addresses(host, port, ends)
        for number, address in enumerate(addresses, start=1):
            # One that does not answer leaves time for the others.
            left = (ends - monotonic()) / (len(addresses) - number + 1)
            if left <= 0:
                break
            try:
                return _BoundedStream(
                    self._backend.connect_tcp(address, port, left, local_address, socket_options)
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if number == len(addresses):
                    raise
        raise httpcore.ConnectTimeout("timed out")

    def sleep(self, seconds: float) -> None:
        self._backend.sleep(seconds)


def _addresses(host: str, port: int, ends: float) -> list[str]:
    """The addresses of a host. The system's resolver knows no time-outs, so a thread asks it."""
    try:
        return [str(ip_address(host))]
    except ValueError:
        pass
    answers: SimpleQueue[list[str] | BaseException] = SimpleQueue()

    def resolve() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put(list(dict.fromkeys(str(entry[4][0]) for entry in found)))
        except BaseException as error:  # noqa: BLE001 - it is raised in the caller's thread
            answers.put(error)

    threading.Thread(target=resolve, name="nuki-resolver", daemon=True).start()
    try:
        answer = answers.get(timeout=max(ends - monotonic(), 0))
    except Empty:
        raise httpcore.ConnectTimeout("the name was not resolved in time") from None
    if isinstance(answer, (OSError, UnicodeError)):
        raise httpcore.ConnectError(str(answer))
    if isinstance(answer, BaseException):
        raise answer
    return answer


def _time_left(timeout: float | None, too_late: type[Exception]) -> float:
    left = _deadline.get() - monotonic()
    if timeout is not None:
        left = min(left, timeout)
    if left <= 0:
        raise too_late
    return left
