"""The clients of both APIs: their resources and the engine, put together."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from nuki_core.auth import BearerToken, EncryptedToken
from nuki_core.call import Settings
from nuki_core.client import AsyncClient, SyncClient
from nuki_core.errors import DecodeError, ValidationError
from nuki_core.redaction import SecretText
from nuki_core.request_queue import RequestQueue, queue_at
from nuki_core.responses import bridge_api_error, lenient_bridge_api_error, web_api_error
from nuki_core.retry import RetryPolicy
from nuki_core.servers import base_url as checked_url
from nuki_core.servers import server_of
from nuki_generated.bridge.api import AsyncBridgeApi, BridgeApi
from nuki_generated.web.api import AsyncWebApi, WebApi

from .arguments import check_bridge, check_web
from .servers import EXAMPLE_BRIDGE, WEB_API

if TYPE_CHECKING:
    from collections.abc import Callable

    from nuki_core.aiohttp_transport import AiohttpSession
    from nuki_core.auth import Scheme
    from nuki_core.httpx_transport import AsyncHTTPClient, HTTPClient

_TOKEN_VARIABLE = "NUKI_API_TOKEN"  # noqa: S105 - a name, not a token
_USUAL_TIMEOUT = 10.0
_MIN_INTERVAL = 0.5
_CONNECTIONS = 50


def web_settings(
    base_url: str,
    scheme: Scheme,
    timeout: float | None = None,
    retry: RetryPolicy | None = None,
    *,
    allow_http: bool = False,
) -> Settings:
    """What the calls of a Web API client have in common."""
    return Settings(
        base_url=checked_url(base_url, example=WEB_API, allow_http=allow_http),
        scheme=scheme,
        api_errors=web_api_error,
        check=check_web,
        # The HTTP library slows down when more than this many wait inside it.
        queue=RequestQueue(_CONNECTIONS),
        wait_is_timed=False,
        usual_timeout=_USUAL_TIMEOUT,
        timeout=timeout,
        retry=retry or RetryPolicy(),
    )


def _web_scheme(token: SecretText | None, auth: Scheme | None) -> Scheme:
    if auth is not None:
        if token is not None:
            raise ValidationError("pass either token or auth, not both")
        return auth
    if token is None:
        token = SecretText(os.environ.get(_TOKEN_VARIABLE, "").strip())
        if not token.reveal():
            raise ValidationError(
                f"no API token: pass token=..., or set {_TOKEN_VARIABLE}; Nuki Web makes one under "
                "API"
            )
    return BearerToken(token)


def bridge_settings(  # noqa: PLR0913 - one line for each thing a caller may choose
    base_url: str,
    scheme: Scheme,
    timeout: float | None,
    retry: RetryPolicy | None,
    min_interval: float = _MIN_INTERVAL,
    *,
    check_success: bool = True,
) -> Settings:
    """What the calls of a bridge's clients have in common."""
    base_url = checked_url(base_url, example=EXAMPLE_BRIDGE)
    return Settings(
        base_url=base_url,
        scheme=scheme,
        api_errors=bridge_api_error if check_success else lenient_bridge_api_error,
        check=check_bridge,
        queue=queue_at(server_of(base_url)),
        usual_timeout=_USUAL_TIMEOUT,
        timeout=timeout,
        retry=retry or RetryPolicy(),
        min_interval=min_interval,
    )


def _bridge_scheme(scheme: Callable[[str], Scheme], token: SecretText) -> Scheme:
    made: object = scheme
    if not callable(made):
        raise ValidationError(
            "scheme takes a class such as PlainToken, which is given the token; "
            f"not a {type(made).__name__}"
        )
    return scheme(token.reveal())


def _offset(current_time: object) -> timedelta:
    # Measured when the answer arrives: before that, the call may have waited for its turn.
    if not isinstance(current_time, datetime):
        raise DecodeError("GET /info: the answer holds no currentTime", operation="GET /info")
    return current_time - datetime.now(UTC)


class WebClient(SyncClient, WebApi):
    """The Web API: ``with WebClient(token="...") as web: web.smartlock.list()``.

    ``token`` is an API token from Nuki Web; without it the environment variable ``NUKI_API_TOKEN``
    is read. ``auth`` signs requests in another way. ``timeout`` in seconds bounds one attempt and
    beats the default of each operation. A ``base_url`` without TLS is refused unless it is an
    address for tests, in this machine or a private network, or ``allow_http`` is true.

    ``http`` is an ``httpx`` or ``httpx2`` client to use as it is, except for its ``auth``; it is
    not closed. A synchronous one looks names up and connects in its own time. After a fork, and for
    an asynchronous one in another event loop, it is refused, because its connections belong
    elsewhere; our own clients open new ones.
    """

    def __init__(  # noqa: PLR0913 - one line for each thing a caller may choose
        self,
        token: str | None = None,
        *,
        auth: Scheme | None = None,
        base_url: str = WEB_API,
        timeout: float | None = None,
        retry: RetryPolicy | None = None,
        http: HTTPClient | None = None,
        allow_http: bool = False,
    ) -> None:
        secret = None if token is None else SecretText(token)
        del token  # no error report shall find it in this frame
        scheme = _web_scheme(secret, auth)
        super().__init__(
            web_settings(base_url, scheme, timeout, retry, allow_http=allow_http), http
        )


class AsyncWebClient(AsyncClient, AsyncWebApi):
    """As :class:`WebClient`, for asyncio and trio: ``await web.smartlock.list()``.

    ``http`` may be a ``ClientSession`` of ``aiohttp`` too, on asyncio. Its connections are shared,
    and the proxies of the environment are used if it does; its cookies, headers, middlewares and
    trace hooks take no part, and see no token.
    """

    def __init__(  # noqa: PLR0913 - one line for each thing a caller may choose
        self,
        token: str | None = None,
        *,
        auth: Scheme | None = None,
        base_url: str = WEB_API,
        timeout: float | None = None,
        retry: RetryPolicy | None = None,
        http: AsyncHTTPClient | AiohttpSession | None = None,
        allow_http: bool = False,
    ) -> None:
        secret = None if token is None else SecretText(token)
        del token  # no error report shall find it in this frame
        scheme = _web_scheme(secret, auth)
        super().__init__(
            web_settings(base_url, scheme, timeout, retry, allow_http=allow_http), http
        )


class BridgeClient(SyncClient, BridgeApi):
    """One bridge: ``BridgeClient("http://192.168.1.50:8080", token="...").device.list()``.

    ``scheme`` makes of the token what is sent: :class:`EncryptedToken`, :class:`HashedToken` or
    :class:`PlainToken`; nothing falls back from one to another. An answer with ``success: false``
    raises unless ``check_success`` is false. All clients of one bridge in a process send one
    request at a time, ``min_interval`` seconds apart. ``timeout`` in seconds bounds one attempt,
    waiting for the bridge included. ``http`` is as in :class:`WebClient`. Without one, the proxies
    of the environment are not used.
    """

    def __init__(  # noqa: PLR0913 - one line for each thing a caller may choose
        self,
        base_url: str,
        token: str,
        *,
        scheme: Callable[[str], Scheme] = EncryptedToken,
        timeout: float | None = None,
        retry: RetryPolicy | None = None,
        min_interval: float = _MIN_INTERVAL,
        check_success: bool = True,
        http: HTTPClient | None = None,
    ) -> None:
        secret = SecretText(token)
        del token  # no error report shall find it in this frame
        signing = _bridge_scheme(scheme, secret)
        settings = bridge_settings(
            base_url, signing, timeout, retry, min_interval, check_success=check_success
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
        min_interval: float = _MIN_INTERVAL,
        check_success: bool = True,
        http: AsyncHTTPClient | AiohttpSession | None = None,
    ) -> None:
        secret = SecretText(token)
        del token  # no error report shall find it in this frame
        signing = _bridge_scheme(scheme, secret)
        settings = bridge_settings(
            base_url, signing, timeout, retry, min_interval, check_success=check_success
        )
        super().__init__(settings, http, trust_env=False)

    async def clock_offset(self) -> timedelta:
        """As :meth:`BridgeClient.clock_offset`."""
        return _offset((await self.system.info()).current_time)
