"""Transports over clients of ``httpx`` and of ``httpx2``, its continuation with the same interface.

The library is not imported here: a client that is handed in brings it, and our own clients are made
by :mod:`nuki_core.httpx_client`. Both libraries report what happens on the connection to a callback
(the request extension "trace"). That, and not the name of an exception, tells whether a request
had left when something failed.
"""

from __future__ import annotations

import socket
import ssl
import sys
from contextlib import aclosing, suppress
from functools import cache
from importlib import import_module
from time import monotonic
from traceback import walk_tb
from typing import TYPE_CHECKING, Any, Final, Protocol
from weakref import WeakKeyDictionary, WeakSet

from . import fork
from .errors import ValidationError
from .flow import current_loop
from .handed_in import (
    CLOSED,
    FORKED,
    LONGEST_CONNECT,
    OTHER_LOOP,
    accepted_encoding,
    library_of,
)
from .redaction import CONCEALED, told
from .transport import (
    BodyReader,
    Failure,
    RawResponse,
    TooSlowError,
    UnreadableBodyError,
    is_closed_in_handshake,
)
from .watchdog import WATCHDOG

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType, ModuleType

    from .transport import FailureKind, PreparedRequest

_ACCEPT: Final = (b"Accept", b"application/json")
_WITH_LENGTH: Final = frozenset({"POST", "PUT", "PATCH"})  # even if they send nothing
_LIBRARIES: Final = frozenset({"httpx", "httpx2"})
_LIBRARY_PARTS: Final = frozenset({*_LIBRARIES, "httpcore", "httpcore2", "h11", "h2"})
_TRANSPORT_METHODS: Final = frozenset({"handle_request", "handle_async_request"})


class HTTPClient(Protocol):
    """What is needed of ``httpx.Client`` or ``httpx2.Client``."""

    @property
    def is_closed(self) -> bool: ...  # noqa: D102
    @property
    def headers(self) -> object: ...  # noqa: D102
    @property
    def params(self) -> object: ...  # noqa: D102
    @property
    def cookies(self) -> object: ...  # noqa: D102
    def send(  # noqa: D102
        self, request: Any, *, stream: bool, auth: None, follow_redirects: bool
    ) -> Any: ...
    def close(self) -> None: ...  # noqa: D102


class AsyncHTTPClient(Protocol):
    """What is needed of ``httpx.AsyncClient`` or ``httpx2.AsyncClient``."""

    @property
    def is_closed(self) -> bool: ...  # noqa: D102
    @property
    def headers(self) -> object: ...  # noqa: D102
    @property
    def params(self) -> object: ...  # noqa: D102
    @property
    def cookies(self) -> object: ...  # noqa: D102
    async def send(  # noqa: D102
        self, request: Any, *, stream: bool, auth: None, follow_redirects: bool
    ) -> Any: ...
    async def aclose(self) -> None: ...  # noqa: D102


class _TooLateError(Exception):
    """The time was over before the request could leave."""


class _Progress:
    """How far one attempt has come, as the library reports it; the callback of its "trace".

    ``sent`` turns true just before the first byte of the request is handed to a connection,
    ``is_known`` when the library reports anything at all. ``handshake`` is the connection while it
    belongs to nobody but the handshake. ``result`` is what an attempt in a task came to, or the
    caller's own exception: from then on only connections are closed, which the time may cut short.
    """

    def __init__(self, prepared: PreparedRequest, library: str, sockets: _Sockets | None) -> None:
        self._prepared = prepared
        self.library = library
        self._sockets = sockets
        self._connected = False
        self._failures: list[BaseException] = []
        self.ends = monotonic() + prepared.timeout
        self.is_known = False
        self.sent = False
        self.handshake: Any = None
        self.result: RawResponse | Failure | Exception | None = None

    def __call__(self, event: str, info: dict[str, Any]) -> None:
        self.is_known = True
        part, _, what = event.partition(".")
        if what == "send_request_headers.started":
            self.handshake = None
            if info["request"].method == b"CONNECT":  # which only asks a proxy for a connection
                return
            if part == "http11" and not self._connected and self._prepared.needs_fresh_connection:
                # The library closes this connection and asks its pool for another one. (The answers
                # of HTTP/2 say which request they belong to.)
                core = import_module(self.library.replace("httpx", "httpcore"))
                raise core.ConnectionNotAvailable
            if self.is_over:
                raise _TooLateError
            self.sent = True
        elif what in {"connect_tcp.complete", "start_tls.complete"}:
            self._connected = True
            self.handshake = info["return_value"] if what == "connect_tcp.complete" else None
            if self._sockets is not None:
                self._sockets.use(self, info["return_value"])
        elif what.endswith(".failed"):
            self._failures.append(info["exception"])

    async def asynchronous(self, event: str, info: dict[str, Any]) -> None:
        """As the call."""
        self(event, info)

    @property
    def is_over(self) -> bool:
        """Whether no time is left."""
        return monotonic() >= self.ends

    def end(self) -> None:
        """End the attempt from another thread: its time is over."""
        if self._sockets is not None:
            self._sockets.shut_down(self)

    def failed(self, error: BaseException) -> bool:
        """Whether the library reported this exception, or one that led to it."""
        return any(each in self._failures for each in _chain(error))


class _Sockets:
    """The sockets of a caller's client, so that an attempt can be ended from another thread."""

    def __init__(self) -> None:
        self._seen: WeakSet[Any] = WeakSet()
        self._used: WeakKeyDictionary[_Progress, Any] = WeakKeyDictionary()

    def use(self, progress: _Progress, stream: Any) -> None:
        """Note that the attempt uses this connection."""
        used = None if stream is None else stream.get_extra_info("socket")
        if used is not None:
            self._seen.add(used)
            self._used[progress] = used

    def shut_down(self, progress: _Progress) -> None:
        """End the connection of an attempt.

        Which one it is, is not known while the answer's head is awaited on a connection that was
        kept. Then all are ended of which no other attempt is known to use them.
        """
        used = self._used.get(progress)
        ended = None if used is None else [used]
        while ended is None:
            with suppress(RuntimeError):  # other threads connect meanwhile; look again
                others = set(self._used.values())
                ended = [each for each in list(self._seen) if each not in others]
        for each in ended:
            with suppress(OSError):
                socket.socket.shutdown(each, socket.SHUT_RDWR)  # its reader wakes up


def _chain(error: BaseException) -> Iterator[BaseException]:
    reason: BaseException | None = error
    while reason is not None:
        yield reason
        reason = reason.__cause__ or reason.__context__


class _RequestBuilder:
    """Makes the library's requests.

    The client itself would take as long for it as for sending: it merges headers by looking each of
    them up, and puts its own query parameters in the place of ours.
    """

    def __init__(self, library: str, accepted_encoding: bytes) -> None:
        self._library = import_module(library)
        self._accepted_encoding = accepted_encoding
        # Most requests have the headers of the one before, which take long to be taken in.
        self._last: tuple[object, Any] = (None, None)

    def build(self, client: Any, prepared: PreparedRequest, progress: _Progress) -> Any:
        """The request, or the failure to make one."""
        timeout, method = prepared.timeout, prepared.operation.method
        connect = min(timeout, LONGEST_CONNECT)
        library, content = self._library, prepared.content
        try:
            url = _url(library, prepared, client.params)
            headers = self._headers(client, prepared, url)
            # As a stream, of which the library takes it that these are all headers: it takes its
            # time to find out which it might add.
            request = library.Request(
                method,
                url,
                headers=headers,
                cookies=client.cookies,
                stream=library.ByteStream(content or b""),
                extensions={
                    "timeout": {
                        "connect": connect,
                        "read": timeout,
                        "write": timeout,
                        "pool": timeout,
                    },
                    "trace": progress.asynchronous if hasattr(client, "aclose") else progress,
                },
            )
            request.read()  # hooks of the caller's may look at it
        except Exception as error:  # noqa: BLE001 - whatever it is, nothing has been sent
            return Failure("unsendable", sent=False, cause=told(error, prepared.secrets))
        return request

    def _headers(self, client: Any, prepared: PreparedRequest, url: Any) -> Any:
        length: int | None = None
        if prepared.content is not None or prepared.operation.method in _WITH_LENGTH:
            length = len(prepared.content or b"")
        made_of = (client.headers.raw, prepared.sendable_headers(), length, url.netloc)
        last, headers = self._last
        if last == made_of:
            return headers
        theirs, given, _, host = made_of
        ours = [
            (b"Accept-Encoding", self._accepted_encoding),
            *((name.encode(), value.encode()) for name, value in given),
        ]
        if length is not None:
            ours.append((b"Content-Length", b"%d" % length))
        names = {name.lower() for name, _ in ours}
        if b"accept" not in names:
            names.add(b"accept")
            ours.append(_ACCEPT)
        merged = [each for each in theirs if each[0].lower() not in names] + ours
        if all(name.lower() != b"host" for name, _ in merged):
            merged.insert(0, (b"Host", host))
        headers = self._library.Headers(merged)
        self._last = (made_of, headers)
        return headers


def _url(library: ModuleType, prepared: PreparedRequest, added: Any) -> Any:
    # Parsing a URL is a tenth of a call, and a third of one with an encrypted token. Only what we
    # made ourselves is kept, never what a caller's client has added to; and no query, which may
    # hold secrets.
    url, _, query = prepared.url.partition("?")
    if added:
        query = f"{query}&{added}" if query else str(added)
        return library.URL(f"{url}?{query}")
    key = (library.__name__, url)
    found = _parsed_urls.get(key)
    if found is None:
        if len(_parsed_urls) >= _MOST_PARSED_URLS:
            _parsed_urls.clear()
        found = _parsed_urls[key] = library.URL(url)
    if not query:
        return found
    if not _takes_queries(library):
        return library.URL(f"{url}?{query}")
    # In a query of ours, nothing is left to be encoded.
    with_query = library.URL(found)
    with_query._uri_reference = found._uri_reference._replace(query=query)  # noqa: SLF001 - see below
    return with_query


@cache
def _takes_queries(library: ModuleType) -> bool:
    """Whether the URLs of this version of the library can be given a query without being parsed.

    There is no public way, and parsing an encrypted token takes a tenth of a call. So it is tried
    once, and a version that keeps its URLs in another way parses them.
    """
    whole, bare = library.URL("http://a:1/b?c=%2C"), library.URL("http://a:1/b")
    try:
        bare._uri_reference = bare._uri_reference._replace(query="c=%2C")  # noqa: SLF001 - as said
    except AttributeError:
        return False
    return bool(bare == whole and str(bare) == str(whole) and bare.raw_path == whole.raw_path)


def _encoding(response: Any) -> str:
    # Looking a name up in the headers decodes all of them.
    found = [value for name, value in response.headers.raw if name.lower() == b"content-encoding"]
    return b", ".join(found).decode("latin-1")


_parsed_urls: Final[dict[tuple[str, str], Any]] = {}
_MOST_PARSED_URLS: Final = 500


def _understood(  # noqa: PLR0911 - one for each kind of exception
    error: Exception, request: Any, response: Any, prepared: PreparedRequest, progress: _Progress
) -> RawResponse | Failure | None:
    """What an exception means; ``None`` for one that is the caller's own."""
    if isinstance(error, UnreadableBodyError):
        return Failure("encoding", sent=True, cause=str(error))
    if isinstance(error, TooSlowError):
        return Failure("timeout", sent=True, cause="the answer did not end")
    if isinstance(error, _TooLateError):
        return Failure("timeout", sent=False, cause="no connection in time")
    # What came out of a transport may have been sent without a report.
    passed = {frame.f_code.co_name for frame, _ in walk_tb(error.__traceback__)}
    is_early = not progress.sent and (progress.is_known or passed.isdisjoint(_TRANSPORT_METHODS))
    if type(error) is RuntimeError and is_early and _arose_in_library(error):
        # The library says so of a client that somebody closes meanwhile.
        return Failure("unsendable", sent=False, cause=told(error, prepared.secrets))
    # Of its classes, as far as they are the library's.
    kinds = type(error).__mro__
    names = frozenset(each.__name__ for each in kinds if _root(each.__module__) in _LIBRARY_PARTS)
    if "HTTPStatusError" in names and getattr(error, "request", None) is request:
        # A hook of the caller's refused the status; what it means is decided elsewhere.
        refused: Any = getattr(error, "response", None)
        body = refused.content if refused.is_stream_consumed else b""
        return RawResponse(refused.status_code, refused.headers, body)
    if not progress.failed(error):
        is_reading = response is not None  # no code of the caller's runs then
        if not names or not (is_reading or _arose_in_library(error)):
            return None
    unsent = not progress.sent and (progress.is_known or "PoolTimeout" in names)
    kind = "timeout" if progress.is_over else _kind(error, names, sent=not unsent)
    return Failure(kind, sent=not unsent, cause=told(error, prepared.secrets))


def _ending(
    error: BaseException,
    request: Any,
    response: Any,
    prepared: PreparedRequest,
    progress: _Progress,
) -> RawResponse | Failure | Exception | None:
    """What an attempt in a task came to that ends with this; ``None`` if it was cancelled."""
    first = error if isinstance(error, Exception) else _overtaken(error)
    if first is None:
        return None
    return _understood(first, request, response, prepared, progress) or first


def _overtaken(error: BaseException) -> Exception | None:
    """The exception that was on its way when the attempt was cancelled, if there was one.

    The library closes the response before it passes on what a hook raised, and that can be
    cancelled. Not on its way is what the hook itself has caught, and may have coped with; nor
    anything below the library's client, where a broken connection has no name of the library's yet.
    """
    passed: list[FrameType] = []
    for frame, _ in walk_tb(error.__traceback__):
        name = frame.f_globals.get("__name__", "")
        is_client = name == __name__ or _root(name) in _LIBRARIES
        if not is_client or frame.f_code.co_name in _TRANSPORT_METHODS:
            break
        passed.append(frame)
    for each in _chain(error):
        caught = each.__traceback__
        if isinstance(each, Exception) and caught is not None and caught.tb_frame in passed:
            return each
    return None


def _root(module: str) -> str:
    return module.partition(".")[0]


def _arose_in_library(error: BaseException) -> bool:
    """Whether the library raised it, and not code of the caller's that it calls, such as a hook.

    A transport counts as the library, whoever wrote it.
    """
    step = error.__traceback__
    while step is not None:
        name: str = step.tb_frame.f_globals.get("__name__", "")
        if _root(name) in _LIBRARY_PARTS:
            if step.tb_frame.f_code.co_name in _TRANSPORT_METHODS:
                return True
        elif step.tb_frame.f_code.co_name in _TRANSPORT_METHODS:
            return True
        elif name != __name__:
            return False
        step = step.tb_next
    return True


def _kind(error: Exception, names: frozenset[str], *, sent: bool) -> FailureKind:
    if "TimeoutException" in names:
        return "timeout"
    if "DecodingError" in names:
        return "encoding"
    if sent:
        return "lost"
    if any(
        isinstance(each, ssl.SSLError) and not is_closed_in_handshake(each)
        for each in _chain(error)
    ):
        return "tls"
    if names & {"UnsupportedProtocol", "LocalProtocolError", "InvalidURL"}:
        return "unsendable"
    return "connect"


def _own_clients() -> ModuleType:
    from . import httpx_client  # noqa: PLC0415 - it imports the library

    return httpx_client


class HttpxTransport:
    """Sends with a synchronous client: the caller's, or without one our own.

    Our own client can be bounded in time from within. A caller's is ended by a watchdog, once it
    has a connection; looking up a name and connecting take what the library allows them.
    """

    def __init__(self, client: HTTPClient | None, *, trust_env: bool, server: str) -> None:
        self._trust_env = trust_env
        self._closed = self._forked = False
        self._own = _own_clients() if client is None else None
        if self._own is not None:
            client = self._own.open_client(trust_env=trust_env)
            self._own.prepare(server, trust_env=trust_env)
        self._library = library_of(client, asynchronous=False)
        self._requests = _RequestBuilder(self._library, accepted_encoding(server))
        self._client: Any = client
        self._sockets = _Sockets()
        fork.register(self)

    def after_fork(self) -> None:
        """Leave the connections to the parent."""
        self._forked = True

    def _usable_client(self) -> Any:
        if self._closed:
            raise ValidationError(CLOSED)
        if self._forked:
            if self._own is None:
                raise ValidationError(FORKED)
            # Not closed before: over TLS that could say good-bye in the name of the parent.
            self._client = self._own.open_client(trust_env=self._trust_env)
            self._forked = False
        if self._client.is_closed:
            raise ValidationError(CLOSED)
        return self._client

    def send(self, prepared: PreparedRequest) -> RawResponse | Failure:
        """Send one request and read its answer."""
        client = self._usable_client()
        progress = _Progress(prepared, self._library, self._sockets)
        concealed = CONCEALED.set(prepared.secrets)
        try:
            if self._own is not None:
                with self._own.deadline(prepared.timeout):
                    return self._exchange(client, prepared, progress)
            WATCHDOG.watch(progress)
            return self._exchange(client, prepared, progress)
        finally:
            CONCEALED.reset(concealed)

    def _exchange(
        self, client: HTTPClient, prepared: PreparedRequest, progress: _Progress
    ) -> RawResponse | Failure:
        request = self._requests.build(client, prepared, progress)
        if isinstance(request, Failure):
            return request
        response = None
        try:
            response = client.send(request, stream=True, auth=None, follow_redirects=False)
            if self._own is None:
                self._sockets.use(progress, response.extensions.get("network_stream"))
            if response.is_stream_consumed:  # by a hook
                return RawResponse(response.status_code, response.headers, response.content)
            reader = BodyReader(prepared, _encoding(response))
            for chunk in response.stream:
                if not reader.take(chunk):
                    break
            return reader.response(response.status_code, response.headers)
        except Exception as error:
            failure = _understood(error, request, response, prepared, progress)
            if failure is None:
                raise
            return failure
        finally:
            if response is not None:
                response.close()

    def close(self) -> None:
        """Close our own client."""
        if self._own is not None and not self._closed:
            self._closed = True
            if not self._forked:
                self._client.close()


class AsyncHttpxTransport:
    """Sends with an asynchronous client: the caller's, or without one our own.

    Connections belong to the event loop in which they were opened. Each loop gets a client of our
    own; a caller's client serves the first loop that uses it.
    """

    def __init__(self, client: AsyncHTTPClient | None, *, trust_env: bool, server: str) -> None:
        from .deadlines import Deadlines  # noqa: PLC0415 - synchronous clients need no event loop

        self._handed_in = client
        self._library = "httpx" if client is None else library_of(client, asynchronous=True)
        self._own = _own_clients() if client is None else None
        if self._own is not None:
            self._own.prepare(server, trust_env=trust_env)
        self._trust_env = trust_env
        self._requests = _RequestBuilder(self._library, accepted_encoding(server))
        self._closed = self._forked = False
        self._loop: object = None
        self._opened: dict[object, AsyncHTTPClient] = {}
        self._deadlines = Deadlines()
        fork.register(self)

    def after_fork(self) -> None:
        """Leave the connections to the parent."""
        self._forked = True
        self._opened = {}

    def _usable_client(self, loop: object) -> Any:
        client: Any = self._handed_in or self._opened.get(loop)
        if self._closed or (client is not None and client.is_closed):
            raise ValidationError(CLOSED)
        if client is None and self._own is not None:
            for each in tuple(self._opened):
                if getattr(each, "is_closed", bool)():  # trio's tokens do not tell
                    self._opened.pop(each, None)
            client = self._opened[loop] = self._own.open_async_client(trust_env=self._trust_env)
        elif self._handed_in is not None:
            if self._forked:
                raise ValidationError(FORKED)
            self._loop = self._loop or loop
            if self._loop is not loop:
                raise ValidationError(OTHER_LOOP)
        return client

    async def send(self, prepared: PreparedRequest) -> RawResponse | Failure:
        """Send one request and read its answer."""
        loop = current_loop()[0]
        client = self._usable_client(loop)
        progress = _Progress(prepared, self._library, None)
        concealed = CONCEALED.set(prepared.secrets)
        try:
            with self._deadlines.after(prepared.timeout, loop):
                await self._exchange(client, prepared, progress)
        finally:
            CONCEALED.reset(concealed)
        result, progress.result = progress.result, None
        if isinstance(result, Exception):
            try:
                raise result
            finally:
                del result  # or it would hold itself, by way of this frame
        if result is not None:
            return result
        sent = progress.sent or not progress.is_known
        return Failure("timeout", sent=sent, cause="cancelled when the time was over")

    async def _exchange(
        self, client: AsyncHTTPClient, prepared: PreparedRequest, progress: _Progress
    ) -> None:
        """Leave the result in ``progress``; nothing but a cancellation is raised."""
        request = self._requests.build(client, prepared, progress)
        if isinstance(request, Failure):
            progress.result = request
            return
        response = None
        try:
            response = await client.send(request, stream=True, auth=None, follow_redirects=False)
            if response.is_stream_consumed:  # by a hook
                progress.result = RawResponse(
                    response.status_code, response.headers, response.content
                )
                return
            reader = BodyReader(prepared, _encoding(response))
            async with aclosing(aiter(response.stream)) as chunks:
                async for chunk in chunks:
                    if not reader.take(chunk):
                        break
            progress.result = reader.response(response.status_code, response.headers)
        except BaseException as error:
            progress.result = _ending(error, request, response, prepared, progress)
            if not isinstance(error, Exception):
                raise
        finally:
            if response is not None:
                await response.aclose()
            elif progress.handshake is not None:
                # The library forgets it when it is cancelled meanwhile.
                await progress.handshake.aclose()

    def warm_up(self) -> None:
        """Load what connections need of the event loops' libraries."""
        import anyio.lowlevel  # noqa: PLC0415 - as above

        for library in ("asyncio", "trio"):
            if library in sys.modules:
                anyio.run(anyio.lowlevel.checkpoint, backend=library)

    async def aclose(self) -> None:
        """Close our own client; those of other loops lose their connections without a good-bye."""
        loop = current_loop()[0]
        self._deadlines.close(loop)
        if self._handed_in is not None or self._closed:
            return
        self._closed = True
        client = self._opened.pop(loop, None)
        self._opened.clear()
        if client is not None:
            await client.aclose()
