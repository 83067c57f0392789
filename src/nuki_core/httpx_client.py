"""Our own HTTP clients: ``httpx`` over connections that keep to a deadline.

Of the modules of the engine only this one imports the library; it is imported when the first client
without one of the caller's is made.
"""

from __future__ import annotations

import os
import socket
import threading
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from http.cookiejar import CookieJar, DefaultCookiePolicy
from ipaddress import ip_address
from queue import Empty, SimpleQueue
from time import monotonic
from typing import TYPE_CHECKING, Any, Final
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator, Iterable, Iterator

    Address = tuple[Any, ...]

_HEADERS: Final = {"Accept": "application/json", "User-Agent": "nuki-sdk"}
_KEPT_CONNECTIONS: Final = 20
_KEPT_SECONDS: Final = 5.0

_deadline: ContextVar[float] = ContextVar("nuki_deadline", default=float("inf"))


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
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
        transport=_PoolTransport(trust_env=trust_env),
        headers=_HEADERS,
        cookies=_no_cookies(),
        trust_env=False,
    )


def open_async_client(*, trust_env: bool) -> httpx.AsyncClient:
    """As :func:`open_client`, asynchronous. Who uses it bounds it in time, by cancelling."""
    return httpx.AsyncClient(
        transport=_AsyncPoolTransport(trust_env=trust_env),
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
    chosen = [os.environ.get(name) for name in ("SSL_CERT_FILE", "SSL_CERT_DIR")]
    return _ssl_context(trust_env, *(chosen if trust_env else (None, None)))


@cache
def _ssl_context(trust_env: bool, *_chosen: str | None) -> ssl.SSLContext:  # noqa: FBT001 - a key
    return httpx.create_ssl_context(trust_env=trust_env)


class _PoolTransport(httpx.BaseTransport):
    """Connections that keep to the deadline; the calls in one queue bound their number."""

    def __init__(self, *, trust_env: bool) -> None:
        self._pools = _Pools(httpcore.ConnectionPool, httpcore.HTTPProxy, httpcore.SOCKSProxy)
        self._trust_env = trust_env

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        pool = self._pools.of(request.url, _BoundedBackend(), trust_env=self._trust_env)
        response = pool.handle_request(_core_request(request))
        return httpx.Response(
            response.status,
            headers=response.headers,
            stream=_Body(response),
            extensions=response.extensions,
        )

    def close(self) -> None:
        for pool in self._pools.opened():
            pool.close()


class _AsyncPoolTransport(httpx.AsyncBaseTransport):
    """As ``_PoolTransport``, asynchronous."""

    def __init__(self, *, trust_env: bool) -> None:
        self._pools = _Pools(
            httpcore.AsyncConnectionPool, httpcore.AsyncHTTPProxy, httpcore.AsyncSOCKSProxy
        )
        self._trust_env = trust_env

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        pool = self._pools.of(request.url, None, trust_env=self._trust_env)
        response = await pool.handle_async_request(_core_request(request))
        return httpx.Response(
            response.status,
            headers=response.headers,
            stream=_AsyncBody(response),
            extensions=response.extensions,
        )

    async def aclose(self) -> None:
        for pool in self._pools.opened():
            await pool.aclose()


class _Pools:
    """The connections of one client: direct ones, and through the proxies of the environment."""

    def __init__(self, direct: Any, http_proxy: Any, socks_proxy: Any) -> None:
        self._kinds = direct, http_proxy, socks_proxy
        self._opened: dict[tuple[str, str], Any] = {}

    def of(self, url: httpx.URL, backend: Any, *, trust_env: bool) -> Any:
        """The connections to use for a URL."""
        proxy = _proxy_for(url) if trust_env else ""
        pool = self._opened.get((url.scheme, proxy))
        if pool is None:
            pool = self._opened[url.scheme, proxy] = self._open(url, proxy, backend, trust_env)
        return pool

    def _open(self, url: httpx.URL, proxy: str, backend: Any, trust_env: bool) -> Any:  # noqa: FBT001
        direct, http_proxy, socks_proxy = self._kinds
        secure = url.scheme == "https"
        options = {
            "ssl_context": load_certificates(trust_env=trust_env) if secure else None,
            "max_connections": None,
            "max_keepalive_connections": _KEPT_CONNECTIONS,
            "keepalive_expiry": _KEPT_SECONDS,
            "network_backend": backend,
        }
        if not proxy:
            return direct(**options)
        parsed = httpx.Proxy(proxy)
        kind = socks_proxy if parsed.url.scheme.startswith("socks") else http_proxy
        if kind is http_proxy and parsed.url.scheme == "https":
            options["proxy_ssl_context"] = load_certificates(trust_env=trust_env)
        return kind(proxy_url=str(parsed.url), proxy_auth=parsed.raw_auth, **options)

    def opened(self) -> list[Any]:
        """All pools."""
        return list(self._opened.values())


def _proxy_for(url: httpx.URL) -> str:
    proxies = getproxies()
    if not proxies or proxy_bypass(url.host):
        return ""
    found = proxies.get(url.scheme) or proxies.get("all") or ""
    return found if not found or "://" in found else f"http://{found}"


def _core_request(request: httpx.Request) -> httpcore.Request:
    url = request.url
    return httpcore.Request(
        request.method,
        httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
        headers=request.headers.raw,
        content=request.stream,
        extensions=request.extensions,
    )


class _Body(httpx.SyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        return self._response.iter_stream()

    def close(self) -> None:
        self._response.close()


class _AsyncBody(httpx.AsyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._response.aiter_stream()

    async def aclose(self) -> None:
        await self._response.aclose()


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
    answers: SimpleQueue[list[str] | OSError] = SimpleQueue()

    def resolve() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put(list(dict.fromkeys(str(entry[4][0]) for entry in found)))
        except (OSError, UnicodeError) as error:
            answers.put(OSError(str(error)))

    threading.Thread(target=resolve, name="nuki-resolver", daemon=True).start()
    try:
        answer = answers.get(timeout=max(ends - monotonic(), 0))
    except Empty:
        raise httpcore.ConnectTimeout("the name was not resolved in time") from None
    if isinstance(answer, OSError):
        raise httpcore.ConnectError(str(answer))
    return answer


def _time_left(timeout: float | None, too_late: type[Exception]) -> float:
    left = _deadline.get() - monotonic()
    if timeout is not None:
        left = min(left, timeout)
    if left <= 0:
        raise too_late
    return left
