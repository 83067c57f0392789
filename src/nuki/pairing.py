"""Getting a bridge's token by pressing its button."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nuki_core.auth import Unsigned
from nuki_core.client import AsyncClient, SyncClient
from nuki_core.errors import BridgeRefusedError
from nuki_generated.bridge.api import AsyncBridgeApi, BridgeApi

from .clients import bridge_settings

if TYPE_CHECKING:
    from nuki_core.aiohttp_transport import AiohttpSession
    from nuki_core.call import Settings
    from nuki_core.httpx_transport import AsyncHTTPClient, HTTPClient
    from nuki_generated.bridge import AuthResult

_UNPAIRED: Final = Unsigned(
    "the bridge does not hand out its token: switch on discovery and the HTTP API in the Nuki app, "
    "in the settings of the bridge, or read the token there"
)


class _Pairing(SyncClient, BridgeApi):
    pass


class _AsyncPairing(AsyncClient, AsyncBridgeApi):
    pass


def pair(base_url: str, *, http: HTTPClient | None = None) -> str:
    """Fetch the token of a bridge; somebody has to press its button within 30 seconds.

    The token stays the same until the bridge is reset, so keep it, as you would a key to the door.
    ``http`` is as in :class:`BridgeClient`.

    Raises:
        BridgeRefusedError: The button was not pressed.
        ForbiddenError: Handing out the token is switched off in the app.
        NukiError: As for every call.
    """
    with _Pairing(_settings(base_url), http, trust_env=False) as client:
        return _token(client.auth.request())


async def apair(base_url: str, *, http: AsyncHTTPClient | AiohttpSession | None = None) -> str:
    """As :func:`pair`, asynchronously."""
    async with _AsyncPairing(_settings(base_url), http, trust_env=False) as client:
        return _token(await client.auth.request())


def _settings(base_url: str) -> Settings:
    return bridge_settings(base_url, _UNPAIRED, None, None, check_success=False)


def _token(result: AuthResult) -> str:
    if result.success is True and isinstance(result.token, str) and result.token:
        return result.token
    raise BridgeRefusedError(
        "GET /auth: the button of the bridge was not pressed within 30 seconds; try again",
        status=200,
        operation="GET /auth",
    )
