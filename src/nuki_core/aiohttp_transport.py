"""Transport over a session of ``aiohttp`` that a caller shares, as in Home Assistant.

Only the session's connections are shared: its cookies, default headers, middlewares and trace
hooks serve other ends, and must not see a token. So requests go through a session of our own over
the same connector, which closes nothing of the caller's.

The library by itself sends a GET, PUT or DELETE again when a connection breaks, and a bridge moves
bolts by GET. So whatever does more than read is guarded: it ends with its first failure, it is
known whether it had a connection, and what moves a bolt has one of its own.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final, Protocol
from weakref import finalize

import aiohttp
from aiohttp.http_exceptions import HttpProcessingError
from yarl import URL

from . import fork
from .deadlines import Deadlines
from .errors import ValidationError
from .flow import current_loop
from .handed_in import CLOSED, FORKED, LONGEST_CONNECT, OTHER_LOOP, accepted_encoding
from .proxies import Proxies
from .redaction import CONCEALED, told
from .transport import (
    BodyReader,
    Failure,
    RawResponse,
    TooSlowError,
    UnreadableBodyError,
    UnsendableError,
    is_closed_in_handshake,
)

if TYPE_CHECKING:
    from types import SimpleNamespace

    from .transport import FailureKind, PreparedRequest

# Each attempt is cancelled when its time is over.
_TIMEOUT: Final = aiohttp.ClientTimeout(total=None, sock_connect=LONGEST_CONNECT)


_OF_LIBRARY: Final = (OSError, aiohttp.ClientError, HttpProcessingError, UnsendableError)
_BEFORE_SENDING: Final = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.InvalidURL,
    aiohttp.NonHttpUrlClientError,
    UnsendableError,
)


class AiohttpSession(Protocol):
    """What is needed of an ``aiohttp.ClientSession``."""

    @property
    def closed(self) -> bool: ...  # noqa: D102
    @property
    def connector(self) -> object: ...  # noqa: D102
    @property
    def trust_env(self) -> bool: ...  # noqa: D102
    @property
    def ws_connect(self) -> object: ...  # noqa: D102 - it tells a session from clients of httpx


class _FirstFailureError(Exception):
    """An attempt's failure, wrapped so that the library does not try again."""


class _KeptConnectionError(Exception):
    """The library chose a connection that has been used before."""


class _Progress:
    """How far an attempt has come: ``sent`` unless it is known that it had no connection yet."""

    def __init__(self, prepared: PreparedRequest) -> None:
        self.is_guarded = prepared.operation.effect != "read"
        self.needs_fresh_connection = prepared.needs_fresh_connection
        self.sent = not self.is_guarded


async def _connected(_session: object, context: SimpleNamespace, _: object) -> None:
    context.trace_request_ctx.sent = True


async def _reused(_session: object, context: SimpleNamespace, _: object) -> None:
    if context.trace_request_ctx.needs_fresh_connection:
        raise _KeptConnectionError
    context.trace_request_ctx.sent = True


async def _attempt_once(request: aiohttp.ClientRequest, handler: Any) -> aiohttp.ClientResponse:
    if request.server_hostname is not None:
        request.response_class = _LastResponse
    try:
        response: aiohttp.ClientResponse = await handler(request)
    except Exception as error:
        raise _FirstFailureError from error
    return response


class _LastResponse(aiohttp.ClientResponse):
    """The only response of its connection."""

    async def start(self, connection: Any) -> aiohttp.ClientResponse:
        connection.protocol.force_close()
        return await super().start(connection)


class _Sessions:
    """Our own sessions over a connector of the caller's, for reads and for all else."""

    def __init__(self, connector: Any) -> None:
        def opened(**guards: Any) -> aiohttp.ClientSession:
            return aiohttp.ClientSession(
                connector=connector,
                connector_owner=False,
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
                headers={"Accept": "application/json", "User-Agent": "nuki-sdk"},
                timeout=_TIMEOUT,
                **guards,
            )

        traces = aiohttp.TraceConfig()
        traces.on_connection_create_end.append(_connected)
        traces.on_connection_reuseconn.append(_reused)
        self.plain = opened()
        self.guarded = opened(middlewares=[_attempt_once], trace_configs=[traces])

    def close(self) -> None:
        """Let go of the connector; the library complains of sessions that nobody closed."""
        self.plain.detach()
        self.guarded.detach()


class AiohttpTransport:
    """Sends over the connections of a caller's session, on asyncio."""

    def __init__(self, session: AiohttpSession, *, server: str) -> None:
        self._theirs = session
        self._ours: _Sessions | None = None
        self._proxies = Proxies(trust_env=session.trust_env)
        self._accepted_encoding = accepted_encoding(server).decode()
        self._closed = self._forked = False
        self._deadlines = Deadlines()
        fork.register(self)

    def after_fork(self) -> None:
        """Leave the connections to the parent."""
        self._forked = True

    async def send(self, prepared: PreparedRequest) -> RawResponse | Failure:
        """Send one request and read its answer."""
        if self._closed or self._theirs.closed:
            raise ValidationError(CLOSED)
        if self._forked:
            raise ValidationError(FORKED)
        loop = current_loop()[0]
        if not isinstance(loop, asyncio.AbstractEventLoop):
            raise ValidationError("a ClientSession of aiohttp needs asyncio")
        # The library finds out by itself, but after it has begun.
        if getattr(self._theirs, "_loop", loop) is not loop:
            raise ValidationError(OTHER_LOOP)
        if self._ours is None:
            self._ours = _Sessions(self._theirs.connector)
            finalize(self, self._ours.close)
        progress = _Progress(prepared)
        session = self._ours.guarded if progress.is_guarded else self._ours.plain
        concealed = CONCEALED.set(prepared.secrets)
        try:
            with self._deadlines.after(prepared.timeout, loop):
                while True:
                    try:
                        return await self._exchange(session, prepared, progress)
                    except _KeptConnectionError:
                        continue  # the connection is out of the pool now
        finally:
            CONCEALED.reset(concealed)
        return Failure("timeout", sent=progress.sent, cause="cancelled when the time was over")

    async def _exchange(
        self, session: aiohttp.ClientSession, prepared: PreparedRequest, progress: _Progress
    ) -> RawResponse | Failure:
        response = None
        try:
            response = await self._response(session, prepared, progress)
            encodings = response.headers.getall("Content-Encoding", [])
            reader = BodyReader(prepared, ", ".join(encodings))
            async for chunk in response.content.iter_any():
                if not reader.take(chunk):
                    break
            return reader.response(response.status, response.headers)
        except UnreadableBodyError as unreadable:
            return Failure("encoding", sent=True, cause=str(unreadable))
        except TooSlowError:
            return Failure("timeout", sent=True, cause="the answer did not end")
        except Exception as error:
            reason = (isinstance(error, _FirstFailureError) and error.__cause__) or error
            sent = progress.sent and not isinstance(reason, _BEFORE_SENDING)
            if isinstance(reason, _OF_LIBRARY):
                cause = told(reason, prepared.secrets)
                return Failure(_kind(reason, sent=sent), sent=sent, cause=cause)
            if reason is error:
                raise
        finally:
            if response is not None:
                response.close()
        raise reason  # the caller's own, of a connector or resolver; or a kept connection

    async def _response(
        self, session: aiohttp.ClientSession, prepared: PreparedRequest, progress: _Progress
    ) -> aiohttp.ClientResponse:
        url = URL(prepared.url, encoded=True)
        headers = dict(prepared.sendable_headers())
        headers["Accept-Encoding"] = self._accepted_encoding
        options: dict[str, Any] = {}
        if progress.is_guarded:
            options["trace_request_ctx"] = progress
        if progress.needs_fresh_connection:
            headers["Connection"] = "close"
            # Said, it is what the library takes anyway; but it looks for kept connections with it.
            options["server_hostname"] = url.raw_host
        return await session.request(
            prepared.operation.method,
            url,
            data=prepared.content,
            headers=headers,
            allow_redirects=False,
            proxy=self._proxies.proxy_for(url.scheme, url.host or "") or None,
            **options,
        )

    def warm_up(self) -> None:
        """Nothing is left to load: the caller has loaded the library."""

    async def aclose(self) -> None:
        """Let go of the caller's connections."""
        self._closed = True
        self._deadlines.close(current_loop()[0])
        if self._ours is not None:
            self._ours.close()


def _kind(error: BaseException, *, sent: bool) -> FailureKind:
    if isinstance(error, TimeoutError):
        return "timeout"
    if sent:
        return "lost"
    if isinstance(error, aiohttp.ClientSSLError):
        return "connect" if is_closed_in_handshake(error.os_error) else "tls"
    if isinstance(error, ValueError | aiohttp.NonHttpUrlClientError):
        return "unsendable"
    return "connect"
