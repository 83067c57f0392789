"""The ways to make a call: two HTTP libraries, in a thread, on asyncio and on trio."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

import anyio

from nuki_core.client import AsyncClient, SyncClient
from nuki_core.httpx_transport import AsyncHttpxTransport, HttpxTransport

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from nuki_core.call import Settings
    from nuki_core.request import Request
    from nuki_core.responses import Response
    from nuki_core.transport import Failure, PreparedRequest, RawResponse


@dataclass(frozen=True)
class Variant:
    """One of them. ``library.Response`` makes what a handler returns."""

    name: str
    backend: str | None

    @property
    def library(self) -> ModuleType:
        return import_module(self.name)

    def http(self, handler: Callable[[Any], Any], **options: Any) -> Any:
        """An HTTP client whose every request goes to the handler."""
        library = self.library
        kind = library.AsyncClient if self.backend else library.Client
        return kind(transport=library.MockTransport(handler), **options)

    def send(
        self, prepared: PreparedRequest, handler: Callable[[Any], Any], **options: Any
    ) -> RawResponse | Failure:
        """Send one request with a client whose transport is the handler."""
        return self.send_with(self.http(handler, **options), prepared)

    def send_with(self, http: Any, prepared: PreparedRequest) -> RawResponse | Failure:
        """Send one request with this client."""
        if self.backend is None:
            return HttpxTransport(http, trust_env=False, server=prepared.url).send(prepared)
        transport = AsyncHttpxTransport(http, trust_env=False, server=prepared.url)
        return anyio.run(transport.send, prepared, backend=self.backend)

    def exchange(
        self,
        request: Request[Any],
        handler: Callable[[Any], Any],
        settings: Settings,
        **options: Any,
    ) -> Response[Any]:
        """Carry out the request, in this variant's way."""
        http = self.http(handler, **options)
        if self.backend is None:
            return SyncClient(settings, http).exchange(request)
        client = AsyncClient(settings, http)
        return anyio.run(client.exchange, request, backend=self.backend)


VARIANTS = [
    Variant(library, backend)
    for library in ("httpx", "httpx2")
    for backend in (None, "asyncio", "trio")
]
