"""Finding the bridges of this network, over the vendor's server."""

from __future__ import annotations

from datetime import datetime
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, Final, TypeVar

import attrs

from nuki_core.auth import Unsigned
from nuki_core.client import AsyncClient, SyncClient
from nuki_core.datetimes import parse_datetime
from nuki_core.errors import ValidationError
from nuki_core.json import is_integer
from nuki_generated.bridge import DiscoveredBridge
from nuki_generated.bridge.api import AsyncBridgeApi, BridgeApi

from .clients import web_settings
from .servers import WEB_API

if TYPE_CHECKING:
    from nuki_core.aiohttp_transport import AiohttpSession
    from nuki_core.call import Settings
    from nuki_core.httpx_transport import AsyncHTTPClient, HTTPClient
    from nuki_core.request import Request

T = TypeVar("T")

_PORTS: Final = 1 << 16


@attrs.frozen
class FoundBridge:
    """A bridge that contacted the vendor's server from this network within the last 30 days.

    ``ip`` and ``port`` are ``None`` when the bridge does not publish them. It may be switched off
    or elsewhere by now. ``last_seen`` is when it contacted the server, in UTC.
    """

    bridge_id: int
    ip: str | None
    port: int | None
    last_seen: datetime | None

    @property
    def is_published(self) -> bool:
        """Whether the bridge tells where it is."""
        return self.ip is not None and self.port is not None

    @property
    def base_url(self) -> str:
        """What :class:`BridgeClient` and :func:`pair` want to know.

        Raises:
            ValidationError: The bridge does not publish its address; the text says how to find it.
        """
        if self.is_published:
            host = f"[{self.ip}]" if ":" in str(self.ip) else self.ip
            return f"http://{host}:{self.port}"
        raise ValidationError(
            f"bridge {self.bridge_id} does not publish its address: discovery is switched off. "
            "Switch it on in the Nuki app, in the settings of the bridge, or look the address up "
            "in your router"
        )


class _Discovery(SyncClient, BridgeApi):
    def send(self, request: Request[T], /) -> T:
        return super().send(_at_own_server(request))


class _AsyncDiscovery(AsyncClient, AsyncBridgeApi):
    async def send(self, request: Request[T], /) -> T:
        return await super().send(_at_own_server(request))


def _at_own_server(request: Request[T]) -> Request[T]:
    # The operation names the vendor's server; without, the client's own answers.
    return attrs.evolve(request, operation=attrs.evolve(request.operation, server=None))


def discover(*, server: str = WEB_API, http: HTTPClient | None = None) -> list[FoundBridge]:
    """The bridges that share this network's public address (Bridge API 1.13.3, "Discovery").

    Bridges that hide are listed too, see :attr:`FoundBridge.is_published`. The vendor's server is
    asked, or another ``server``, without credentials. ``http`` is as in :class:`BridgeClient`.
    """
    with _Discovery(_settings(server), http) as client:
        return _found(client.discovery.list())


async def adiscover(
    *, server: str = WEB_API, http: AsyncHTTPClient | AiohttpSession | None = None
) -> list[FoundBridge]:
    """As :func:`discover`, asynchronously."""
    async with _AsyncDiscovery(_settings(server), http) as client:
        return _found(await client.discovery.list())


def _settings(server: str) -> Settings:
    return web_settings(server, Unsigned(), allow_http=True)  # there are no credentials to protect


def _found(entries: list[DiscoveredBridge]) -> list[FoundBridge]:
    # What a server sends may hold anything; a model keeps it as it came.
    sent: list[object] = [*entries]
    found: list[FoundBridge] = []
    for entry in sent:
        if not isinstance(entry, DiscoveredBridge) or not is_integer(entry.bridge_id):
            continue
        # All published examples have a blank before the T.
        seen: Any = entry.date_updated
        moment = parse_datetime(seen.replace(" T", "T")) if isinstance(seen, str) else None
        try:
            is_somewhere = not ip_address(str(entry.ip)).is_unspecified
        except ValueError:
            is_somewhere = False
        published = is_somewhere and is_integer(entry.port) and 0 < entry.port < _PORTS
        bridge = FoundBridge(
            bridge_id=entry.bridge_id,
            ip=entry.ip if published else None,
            port=entry.port if published else None,
            last_seen=moment if isinstance(moment, datetime) else None,
        )
        found.append(bridge)
    return found
