"""The clients of both APIs: their resources and the engine, put together."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from nuki_generated.bridge.api import AsyncBridgeApi, BridgeApi
from nuki_generated.web.api import AsyncWebApi, WebApi

from nuki_core.auth import BearerToken, EncryptedToken
from nuki_core.calls import Settings
from nuki_core.client import AsyncClient, SyncClient
from nuki_core.errors import ValidationError
from nuki_core.refusals import bridge_refusal, lenient_bridge_refusal, web_refusal
from nuki_core.retry import RetryPolicy
from nuki_core.servers import base_url as checked_url

if TYPE_CHECKING:
    from collections.abc import Callable

    from nuki_core.auth import Scheme
    from nuki_core.http import AsyncHTTPClient, HTTPClient

WEB_API = "https://api.nuki.io"

_TOKEN_VARIABLE = "NUKI_API_TOKEN"  # noqa: S105 - a name, not a token
_BRIDGE_EXAMPLE = "http://192.168.1.50:8080"
_USUAL_TIMEOUT = 10.0


def _web_settings(
    token: str | None,
    auth: Scheme | None,
    base_url: str,
    timeout: float | None,
    retry: RetryPolicy | None,
) -> Settings:
    if auth is not None and token is not None:
        raise ValidationError("pass either token or auth, not both")
    return Settings(
        base_url=checked_url(base_url, example=WEB_API),
        scheme=auth or BearerToken(token or _token_from_environment()),
        judge=web_refusal,
        usual_timeout=_USUAL_TIMEOUT,
        timeout=timeout,
        retry=retry or RetryPolicy(),
    )


def _token_from_environment() -> str:
    token = os.environ.get(_TOKEN_VARIABLE, "").strip()
    if not token:
        raise ValidationError(
            f"no API token: pass token=..., or set {_TOKEN_VARIABLE}; Nuki Web makes one under API"
        )
    return token


def _bridge_settings(  # noqa: PLR0913 - one line for each thing a caller may choose
    base_url: str,
    token: str,
    scheme: Callable[[str], Scheme],
    timeout: float | None,
    retry: RetryPolicy | None,
    *,
    check_success: bool,
) -> Settings:
    return Settings(
        base_url=checked_url(base_url, example=_BRIDGE_EXAMPLE),
        scheme=scheme(token),
        judge=bridge_refusal if check_success else lenient_bridge_refusal,
        usual_timeout=_USUAL_TIMEOUT,
        timeout=timeout,
        retry=retry or RetryPolicy(),
    )


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
        super().__init__(_web_settings(token, auth, base_url, timeout, retry), http)


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
        super().__init__(_web_settings(token, auth, base_url, timeout, retry), http)


class BridgeClient(SyncClient, BridgeApi):
    """One bridge: ``BridgeClient("http://192.168.1.50:8080", token="...").device.list()``.

    ``scheme`` makes of the token what is sent: :class:`EncryptedToken`, :class:`HashedToken` or
    :class:`PlainToken`; nothing falls back from one to another. An answer with ``success: false``
    raises unless ``check_success`` is false. ``timeout`` in seconds bounds one try, waiting for the
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
        check_success: bool = True,
        http: HTTPClient[Any] | None = None,
    ) -> None:
        settings = _bridge_settings(
            base_url, token, scheme, timeout, retry, check_success=check_success
        )
        super().__init__(settings, http, trust_env=False)


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
        check_success: bool = True,
        http: AsyncHTTPClient[Any] | None = None,
    ) -> None:
        settings = _bridge_settings(
            base_url, token, scheme, timeout, retry, check_success=check_success
        )
        super().__init__(settings, http, trust_env=False)
