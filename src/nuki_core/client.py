"""The clients: they hold settings and a transport, and carry out calls."""

from __future__ import annotations

import copy
import inspect
from functools import cached_property
from typing import TYPE_CHECKING, Self, TypeVar

from . import json, lazy_attrs
from .call import call
from .flow import arun, in_thread, run
from .lazy_attrs import evolve
from .redaction import guard_logs
from .request import AsyncSender, Sender
from .transports import open_async_transport, open_transport
from .unset import UNSET

if TYPE_CHECKING:
    from types import TracebackType

    from .aiohttp_transport import AiohttpSession
    from .auth import Scheme
    from .call import Settings
    from .clock import Clock
    from .httpx_transport import AsyncHTTPClient, HTTPClient
    from .request import Request
    from .responses import Response
    from .retry import RetryPolicy
    from .unset import Unset

T = TypeVar("T")


class Configured:
    """What both clients share: settings, and copies with other settings."""

    _settings: Settings
    _is_copy = False

    def with_options(
        self,
        *,
        timeout: float | Unset | None = UNSET,
        retry: RetryPolicy | Unset = UNSET,
        scheme: Scheme | Unset = UNSET,
    ) -> Self:
        """A copy that shares the connections: ``timeout`` in seconds for an attempt, ``retry``.

        ``timeout=None`` brings back the defaults of the operations. ``scheme`` signs the requests
        in another way. Closing a copy does nothing.
        """
        settings = self._settings
        if timeout is not UNSET:
            settings = evolve(settings, timeout=timeout)
        if retry is not UNSET:
            settings = evolve(settings, retry=retry)
        if scheme is not UNSET:
            settings = evolve(settings, scheme=scheme)
        return self._with(settings)

    @property
    def base_url(self) -> str:
        """The server's address, as it was given."""
        return self._settings.base_url

    @property
    def retry_policy(self) -> RetryPolicy:
        """How often and how long calls are attempted."""
        return self._settings.retry

    @property
    def scheme(self) -> Scheme:
        """How requests are signed."""
        return self._settings.scheme

    @property
    def clock(self) -> Clock:
        """The time that calls see, and those who wait for what calls have set off."""
        return self._settings.clock

    def _with(self, settings: Settings) -> Self:
        twin = copy.copy(self)
        for name in tuple(vars(twin)):
            # Resources hold the client they were made by; the copy makes its own.
            if isinstance(getattr(type(twin), name, None), cached_property):
                del vars(twin)[name]
        vars(twin).update(_settings=settings, _is_copy=True)
        return twin

    def __repr__(self) -> str:
        # Error reports show it even when the constructor failed.
        settings = vars(self).get("_settings")
        return f"{type(self).__name__}({settings.base_url!r})" if settings else f"{type(self)!r}"


class SyncClient(Configured, Sender):
    """Carries out requests in the calling thread; may be shared by threads."""

    def __init__(
        self, settings: Settings, http: HTTPClient | None, *, trust_env: bool = True
    ) -> None:
        guard_logs()
        self._settings = settings
        self._transport = open_transport(http, trust_env=trust_env, server=settings.base_url)

    def send(self, request: Request[T], /) -> T:
        """Carry out the request and return its decoded answer.

        Raises:
            NukiError: No answer, no decodable answer, or a refusal; see :mod:`nuki_core.errors`.
        """
        return self.exchange(request).value

    def exchange(self, request: Request[T], /) -> Response[T]:
        """As :meth:`send`, with the answer's status and headers."""
        settings = self._settings
        return run(call(settings, request), self._transport, settings.clock)

    def close(self) -> None:
        """Close the connections, unless the HTTP client was handed in."""
        if not self._is_copy:
            self._transport.close()

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
    """Carries out requests on asyncio or trio; may be shared by tasks."""

    def __init__(
        self,
        settings: Settings,
        http: AsyncHTTPClient | AiohttpSession | None,
        *,
        trust_env: bool = True,
    ) -> None:
        guard_logs()
        self._settings = settings
        self._transport = open_async_transport(http, trust_env=trust_env, server=settings.base_url)

    async def send(self, request: Request[T], /) -> T:
        """Carry out the request and return its decoded answer.

        Raises:
            NukiError: No answer, no decodable answer, or a refusal; see :mod:`nuki_core.errors`.
        """
        return (await self.exchange(request)).value

    async def exchange(self, request: Request[T], /) -> Response[T]:
        """As :meth:`send`, with the answer's status and headers."""
        settings = self._settings
        return await arun(call(settings, request), self._transport, settings.clock)

    async def warm_up(self) -> None:
        """Load in another thread what the first calls would load in the event loop's.

        Calls work without it. A program that must not block its loop for some milliseconds, such as
        Home Assistant, awaits it once, when it starts.
        """
        await in_thread(self._load)

    def _load(self) -> None:
        for name, attribute in tuple(inspect.getmembers_static(type(self))):
            if isinstance(attribute, cached_property):
                getattr(self, name)
        json.warm_up()
        lazy_attrs.warm_up()
        self._transport.warm_up()

    async def aclose(self) -> None:
        """Close the connections, unless the HTTP client was handed in."""
        if not self._is_copy:
            await self._transport.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()
