"""The simulator in process: transports for ``httpx`` and ``httpx2``, and clients that use them.

No socket is opened. Which library is at work shows in the request it hands over; its own classes
make the response and the errors, so none is imported here.
"""

from __future__ import annotations

import time
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, Self

from nuki_simulator.messages import Ending, HttpRequest, Wait

from .dispatch import NO_CONNECTION, finish_alone, host_at, proceed, receive

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from types import ModuleType

    from nuki_core.httpx_transport import AsyncHTTPClient, HTTPClient
    from nuki_simulator.messages import HttpResponse, Reply

    from .simulator import Simulator

    # Both libraries demand a subclass of their own, and one class cannot be a subclass of both.
    Transport = Any
else:
    Transport = object

_FOREVER: Final = float("inf")
_DEFAULT_PORTS: Final = {"http": 80, "https": 443}


class _Exchange:
    """One request on its way: how long its client waits, and how long it has waited."""

    def __init__(self, simulator: Simulator, request: Any, body: bytes) -> None:
        self._simulator = simulator
        self._request = request
        self._body = body
        timeout = request.extensions.get("timeout", {}).get("read")
        self._left = _FOREVER if timeout is None else float(timeout)

    def reports(self, reply: Reply) -> list[tuple[str, dict[str, Any]]]:
        """What the library would tell the request's "trace" callback about the connection.

        From it clients know whether a request that failed had left.
        """
        if getattr(reply, "ending", None) == Ending.REFUSED:
            error = _error(self._request, "ConnectError", "connection refused")
            return [("connection.connect_tcp.failed", {"exception": error})]
        return [
            ("connection.connect_tcp.complete", {"return_value": None}),
            ("http11.send_request_headers.started", {"request": self._request}),
        ]

    def start(self) -> Reply:
        """Deliver the request to whoever answers at its URL."""
        url = self._request.url
        port = url.port or _DEFAULT_PORTS.get(url.scheme)
        host = host_at(self._simulator, url.host, port)
        if host is None:
            return NO_CONNECTION
        target = url.raw_path.decode("ascii")
        incoming = HttpRequest.from_url(
            self._request.method, target, dict(self._request.headers), self._body
        )
        return receive(self._simulator, host, incoming)

    def seconds(self, wait: Wait) -> float:
        """Tell how much of a wait the client goes along with."""
        return min(wait.seconds, self._left)

    def go_on(self, wait: Wait) -> Reply:
        """Go on after the seconds: with the next reply, or the client's timeout."""
        over = wait.seconds - self._left
        if over > 0:
            finish_alone(self._simulator, wait, over)
            raise _error(self._request, "ReadTimeout", "timed out")
        self._left -= wait.seconds
        return proceed(self._simulator, wait)

    def patience(self, answer: HttpResponse) -> float:
        """Tell how long the client waits for an answer that never comes."""
        return answer.seconds if self._left == _FOREVER else self._left

    def response(self, answer: HttpResponse, content: Any) -> object:
        """Make the library's response, or raise its error."""
        if answer.ending == Ending.REFUSED:
            raise _error(self._request, "ConnectError", "connection refused")
        if answer.ending == Ending.RESET:
            raise _error(self._request, "ReadError", "connection reset by peer")
        if answer.ending == Ending.STALLED:
            raise _error(self._request, "ReadTimeout", "timed out")
        headers = [*answer.headers]
        if answer.ending == Ending.TRUNCATED and not answer.chunked:
            headers.append(("Content-Length", str(len(answer.body))))
        return _library(self._request).Response(answer.status, headers=headers, content=content)

    def first_half(self, answer: HttpResponse) -> Iterator[bytes]:
        """Send the body until the connection breaks."""
        yield answer.body[: len(answer.body) // 2]
        raise _error(self._request, "RemoteProtocolError", "incomplete message body")


class SimulatorTransport(Transport):  # type: ignore[misc]
    """``httpx.Client(transport=SimulatorTransport(simulator))``, and the same with ``httpx2``.

    Requests to ``https://api.nuki.io`` and to the ``base_url`` of each bridge are answered, all
    others find nobody. What takes time lets virtual time pass and returns at once.
    """

    def __init__(self, simulator: Simulator) -> None:
        self._simulator = simulator

    def handle_request(self, request: Any) -> object:
        """Answer a request; the library calls this."""
        exchange = _Exchange(self._simulator, request, request.read())
        reply = exchange.start()
        if trace := request.extensions.get("trace"):
            for event, info in exchange.reports(reply):
                trace(event, info)
        while isinstance(reply, Wait):
            self._pass(exchange.seconds(reply))
            reply = exchange.go_on(reply)
        if reply.ending == Ending.STALLED:
            self._pass(exchange.patience(reply))
        if reply.ending == Ending.TRUNCATED:
            return exchange.response(reply, exchange.first_half(reply))
        return exchange.response(reply, iter([reply.body]) if reply.chunked else reply.body)

    def _pass(self, seconds: float) -> None:
        clock, lock = self._simulator.clock, self._simulator.lock
        due = clock.elapsed + seconds
        while not clock.is_virtual:
            with lock:
                left = clock.real_seconds_until(due)
            if not left:
                return
            time.sleep(left)
        with lock:
            clock.advance(seconds)

    def close(self) -> None:
        """Do nothing: nothing is open."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()


class AsyncSimulatorTransport(Transport):  # type: ignore[misc]
    """As :class:`SimulatorTransport`, for asynchronous clients.

    Other tasks get their turn before time passes, so that they can find a bridge busy.
    """

    def __init__(self, simulator: Simulator) -> None:
        self._simulator = simulator

    async def handle_async_request(self, request: Any) -> object:
        """Answer a request; the library calls this."""
        exchange = _Exchange(self._simulator, request, await request.aread())
        reply = exchange.start()
        if trace := request.extensions.get("trace"):
            for event, info in exchange.reports(reply):
                await trace(event, info)
        while isinstance(reply, Wait):
            try:
                await self._pass(exchange.seconds(reply))
            except BaseException:  # the caller was cancelled, the request was not
                finish_alone(self._simulator, reply, reply.seconds)
                raise
            reply = exchange.go_on(reply)
        if reply.ending == Ending.STALLED:
            await self._pass(exchange.patience(reply))
        if reply.ending == Ending.TRUNCATED:
            return exchange.response(reply, _asynchronous(exchange.first_half(reply)))
        chunks = _asynchronous(iter([reply.body]))
        return exchange.response(reply, chunks if reply.chunked else reply.body)

    async def _pass(self, seconds: float) -> None:
        from .asgi import let_pass  # noqa: PLC0415 - synchronous tests need no event loop

        await let_pass(self._simulator, seconds)

    async def aclose(self) -> None:
        """Do nothing: nothing is open."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_exception: object) -> None:
        await self.aclose()


def http_client(simulator: Simulator, library: str = "httpx") -> HTTPClient:
    """Make an HTTP client of ``httpx`` or ``httpx2`` for the ``http`` argument of our clients."""
    client: HTTPClient = import_module(library).Client(
        transport=SimulatorTransport(simulator), trust_env=False
    )
    return client


def async_http_client(simulator: Simulator, library: str = "httpx") -> AsyncHTTPClient:
    """As :func:`http_client`, asynchronous."""
    client: AsyncHTTPClient = import_module(library).AsyncClient(
        transport=AsyncSimulatorTransport(simulator), trust_env=False
    )
    return client


async def _asynchronous(chunks: Iterator[bytes]) -> AsyncIterator[bytes]:
    for chunk in chunks:
        yield chunk


def _library(request: Any) -> ModuleType:
    return import_module(type(request).__module__.partition(".")[0])


def _error(request: Any, name: str, text: str) -> Exception:
    error: Exception = getattr(_library(request), name)(text, request=request)
    return error
