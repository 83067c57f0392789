"""The clients: two short loops that carry out calls, one for threads and one for tasks."""

from __future__ import annotations

import copy
from contextlib import nullcontext
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self, TypeVar

import attrs

from .calls import Call
from .errors import NukiError
from .http import atransmit, open_async_client, open_client, transmit
from .redaction import guard_logs
from .request import AsyncSender, Sender
from .turns import aturn, turn
from .unset import UNSET

if TYPE_CHECKING:
    from types import TracebackType

    from .answers import Response
    from .calls import Settings
    from .http import AsyncHTTPClient, HTTPClient
    from .request import Request
    from .retry import RetryPolicy
    from .unset import Unset

T = TypeVar("T")

_POLL = 0.05
_AT_ONCE = nullcontext()


class Configured:
    """What both clients share: settings, and copies with other settings."""

    _settings: Settings
    _owns_http: bool

    def with_options(
        self, *, timeout: float | Unset | None = UNSET, retry: RetryPolicy | Unset = UNSET
    ) -> Self:
        """A copy that shares the connections: ``timeout`` in seconds for one try, ``retry`` policy.

        ``timeout=None`` brings back the defaults of the operations. Closing a copy does nothing.
        """
        settings = self._settings
        if timeout is not UNSET:
            settings = attrs.evolve(settings, timeout=timeout)
        if retry is not UNSET:
            settings = attrs.evolve(settings, retry=retry)
        return self._with(settings)

    def _with(self, settings: Settings) -> Self:
        twin = copy.copy(self)
        for name in tuple(vars(twin)):
            # Resources hold the client they were made by; the copy makes its own.
            if isinstance(getattr(type(twin), name, None), cached_property):
                del vars(twin)[name]
        vars(twin).update(_settings=settings, _owns_http=False)
        return twin

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._settings.base_url!r})"


class SyncClient(Configured, Sender):
    """Carries out requests, one after the other; may be shared by threads."""

    def __init__(
        self, settings: Settings, http: HTTPClient[Any] | None, *, trust_env: bool = True
    ) -> None:
        guard_logs()
        self._settings = settings
        self._owns_http = http is None
        self._http = open_client(trust_env=trust_env) if http is None else http

    def send(self, request: Request[T], /) -> T:
        """Carry out the request and return its decoded answer.

        Raises:
            NukiError: No answer, no decodable answer, or a refusal; see :mod:`nuki_core.errors`.
        """
        return self.exchange(request).value

    def exchange(self, request: Request[T], /) -> Response[T]:
        """As :meth:`send`, with the answer's status and headers."""
        call, clock = Call(self._settings, request), self._settings.clock
        while True:
            call.begin_try()
            with turn(call.turns, call.ticket(), clock) if call.turns else _AT_ONCE:
                try:
                    self._renew(call)
                    return call.response(transmit(self._http, call.outgoing()))
                except NukiError as error:
                    pause = call.pause_after(error)
            clock.sleep(pause)

    def _renew(self, call: Call[Any]) -> None:
        scheme, clock = call.renewal, self._settings.clock
        if scheme is None:
            return
        with turn(scheme.turns, call.ticket(), clock):
            while not scheme.begin():
                clock.sleep(min(call.time_left(), _POLL))
            try:
                if outgoing := scheme.outgoing(call.time_left()):
                    scheme.accept(transmit(self._http, outgoing))
            finally:
                scheme.end()

    def close(self) -> None:
        """Close the connections, unless the HTTP client was handed in."""
        if self._owns_http:
            self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class AsyncClient(Configured, AsyncSender):
    """Carries out requests on asyncio or trio; may be shared by tasks of one event loop."""

    def __init__(
        self, settings: Settings, http: AsyncHTTPClient[Any] | None, *, trust_env: bool = True
    ) -> None:
        guard_logs()
        self._settings = settings
        self._owns_http = http is None
        self._http = open_async_client(trust_env=trust_env) if http is None else http

    async def send(self, request: Request[T], /) -> T:
        """Carry out the request and return its decoded answer.

        Raises:
            NukiError: No answer, no decodable answer, or a refusal; see :mod:`nuki_core.errors`.
        """
        return (await self.exchange(request)).value

    async def exchange(self, request: Request[T], /) -> Response[T]:
        """As :meth:`send`, with the answer's status and headers."""
        call, clock = Call(self._settings, request), self._settings.clock
        while True:
            call.begin_try()
            async with aturn(call.turns, call.ticket(), clock) if call.turns else _AT_ONCE:
                try:
                    await self._renew(call)
                    return call.response(await atransmit(self._http, call.outgoing()))
                except NukiError as error:
                    pause = call.pause_after(error)
            await clock.asleep(pause)

    async def _renew(self, call: Call[Any]) -> None:
        scheme, clock = call.renewal, self._settings.clock
        if scheme is None:
            return
        async with aturn(scheme.turns, call.ticket(), clock):
            while not scheme.begin():
                await clock.asleep(min(call.time_left(), _POLL))
            try:
                if outgoing := scheme.outgoing(call.time_left()):
                    scheme.accept(await atransmit(self._http, outgoing))
            finally:
                scheme.end()

    async def aclose(self) -> None:
        """Close the connections, unless the HTTP client was handed in."""
        if self._owns_http:
            await self._http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()
