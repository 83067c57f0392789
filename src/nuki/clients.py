"""The clients of both APIs: their resources and the engine, put together."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from nuki_core.auth import BearerToken, EncryptedToken
from nuki_core.calls import Settings
from nuki_core.client import AsyncClient, SyncClient
from nuki_core.errors import DecodeError, ValidationError
from nuki_core.refusals import bridge_refusal, lenient_bridge_refusal, web_refusal
from nuki_core.retry import RetryPolicy
from nuki_core.servers import base_url as checked_url
from nuki_core.servers import server_of
from nuki_core.turns import turns_at
from nuki_generated.bridge.api import AsyncBridgeApi, BridgeApi
from nuki_generated.web.api import AsyncWebApi, WebApi

from .arguments import check_bridge, check_web
from .servers import EXAMPLE_BRIDGE, WEB_API

if TYPE_CHECKING:
    from collections.abc import Callable

    from nuki_core.auth import Scheme
    from nuki_core.http import AsyncHTTPClient, HTTPClient

_TOKEN_VARIABLE = "NUKI_API_TOKEN"  # noqa: S105 - a name, not a token
_USUAL_TIMEOUT = 10.0
_GAP = 0.5


def web_settings(
    base_url: str, scheme: Scheme, timeout: float | None, retry: RetryPolicy | None
) -> Settings:
    """What the calls of a Web API client have in common."""
    return Settings(
        base_url=checked_url(base_url, example=WEB_API),
        scheme=scheme,
        judge=web_refusal,
        check=check_web,
        usual_timeout=_USUAL_TIMEOUT,
        timeout=timeout,
        retry=retry or RetryPolicy(),
    )


def _web_scheme(token: str | None, auth: Scheme | None) -> Scheme:
    if auth is None:
        return BearerToken(_token_from_environment() if token is None else token)
    if token is not None:
        raise ValidationError("pass either token or auth, not both")
    return auth


def _token_from_environment() -> str:
    token = os.environ.get(_TOKEN_VARIABLE, "").strip()
    if not token:
        raise ValidationError(
            f"no API token: pass token=..., or set {_TOKEN_VARIABLE}; Nuki Web makes one under API"
        )
    return token


def bridge_settings(  # noqa: PLR0913 - one line for each thing a caller may choose
    base_url: str,
    scheme: Scheme,
    timeout: float | None,
    retry: RetryPolicy | None,
    gap: float = _GAP,
    *,
    check_success: bool = True,
) -> Settings:
    """What the calls of a bridge's clients have in common."""
    base_url = checked_url(base_url, example=EXAMPLE_BRIDGE)
    return Settings(
        base_url=base_url,
        scheme=scheme,
        judge=bridge_refusal if check_success else lenient_bridge_refusal,
        check=check_bridge,
        usual_timeout=_USUAL_TIMEOUT,
        timeout=timeout,
        retry=retry or RetryPolicy(),
        turns=turns_at(server_of(base_url)),
        gap=gap,
    )


def _offset(current_time: object) -> timedelta:
    # Measured when the answer arrives: before that, the call may have waited for its turn.
    if not isinstance(current_time, datetime):
        raise DecodeError("GET /info: the answer holds no currentTime", operation="GET /info")
    return current_time - datetime.now(UTC)


class WebClient(SyncClient, WebApi):
    """The Web API: ``with WebClient(token="...") as web: web.smartlock.list()``.

    ``token`` is an API token from Nuki Web; without it the environment variable ``NUKI_API_TOKEN``
    is read. ``auth`` signs requests in another way. ``timeout`` in seconds bounds one try and beats
    the default of each operation. ``http`` is an ``httpx`` or ``httpx2`` client to use as it is,
    except for its ``auth``; it is not closed.
    """

    def __init__(  # noqa: PLR0913 - one line for each thing a caller may choose
        self,
        token: str | None = None,
        *,
        auth: Scheme | None = None,
        base_url: str = WEB_API,
        timeout: float | None = None,
        retry: RetryPolicy | None = None,
        http: HTTPClient[Any] | None = None,
    ) -> None:
        super().__init__(web_settings(base_url, _web_scheme(token, auth), timeout, retry), http)


class AsyncWebClient(AsyncClient, AsyncWebApi):
    """As :class:`WebClient`, for asyncio and trio: ``await web.smartlock.list()``."""

    def __init__(  # noqa: PLR0913 - one line for each thing a caller may choose
        self,
        token: str | None = None,
        *,
        auth: Scheme | None = None,
        base_url: str = WEB_API,
        timeout: float | None = None,
        retry: RetryPolicy | None = None,
        http: AsyncHTTPClient[Any] | None = None,
    ) -> None:
        super().__init__(web_settings(base_url, _web_scheme(token, auth), timeout, retry), http)


class BridgeClient(SyncClient, BridgeApi):
    """One bridge: ``BridgeClient("http://192.168.1.50:8080", token="...").device.list()``.

    ``scheme`` makes of the token what is sent: :class:`EncryptedToken`, :class:`HashedToken` or
    :class:`PlainToken`; nothing falls back from one to another. An answer with ``success: false``
    raises unless ``check_success`` is false. All clients of one bridge in a process send one
    request at a time, ``gap`` seconds apart. ``timeout`` in seconds bounds one try, waiting for the
    bridge included. ``http`` is an ``httpx`` or ``httpx2`` client to use as it is, except for its
    ``auth``; it is not closed. Without one, the proxies of the environment are not used.
    """

    def __init__(  # noqa: PLR0913 - one line for each thing a caller may choose
        self,
        base_url: str,
        token: str,
        *,
        scheme: Callable[[str], Scheme] = EncryptedToken,
        timeout: float | None = None,
        retry: RetryPolicy | None = None,
        gap: float = _GAP,
        check_success: bool = True,
        http: HTTPClient[Any] | None = None,
    ) -> None:
        settings = bridge_settings(
            base_url, scheme(token), timeout, retry, gap, check_success=check_success
        )
        super().__init__(settings, http, trust_env=False)

    def clock_offset(self) -> timedelta:
        """How far the bridge's clock is ahead of ours, to the second (``GET /info``).

        Hashed and encrypted tokens fail with 401 when the clocks differ by about a minute. To
        measure that, use a client with ``scheme=PlainToken``.
        """
        return _offset(self.system.info().current_time)


class AsyncBridgeClient(AsyncClient, AsyncBridgeApi):
    """As :class:`BridgeClient`, for asyncio and trio: ``await bridge.device.list()``."""

    def __init__(  # noqa: PLR0913 - one line for each thing a caller may choose
        self,
        base_url: str,
        token: str,
        *,
        scheme: Callable[[str], Scheme] = EncryptedToken,
        timeout: float | None = None,
        retry: RetryPolicy | None = None,
        gap: float = _GAP,
        check_success: bool = True,
        http: AsyncHTTPClient[Any] | None = None,
    ) -> None:
        settings = bridge_settings(
            base_url, scheme(token), timeout, retry, gap, check_success=check_success
        )
        super().__init__(settings, http, trust_env=False)

    async def clock_offset(self) -> timedelta:
        """As :meth:`BridgeClient.clock_offset`."""
        return _offset((await self.system.info()).current_time)
