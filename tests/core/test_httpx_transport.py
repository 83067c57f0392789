from __future__ import annotations

import contextlib
import gc
import os
import socket
import ssl
import threading
from time import monotonic
from types import ModuleType
from typing import TYPE_CHECKING, Any

import anyio
import anyio.lowlevel
import httpx
import httpx2
import pytest

from nuki_core import fork, httpx_transport
from nuki_core.errors import ValidationError
from nuki_core.httpx_client import open_async_client, open_client
from nuki_core.httpx_transport import AsyncHttpxTransport, HttpxTransport
from nuki_core.redaction import Secrets
from nuki_core.transport import Failure, RawResponse
from tests.core.calls import CHANGE, MOTION, READ, SERVER, prepared
from tests.core.variants import VARIANTS
from tests.core.wire import Wire

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from nuki_core.request import Operation
    from nuki_core.transport import FailureKind
    from tests.core.variants import Variant

CONNECTING = [("connection.connect_tcp.started", {})]
SENDING = [
    ("connection.connect_tcp.complete", {"return_value": None}),
    ("http11.send_request_headers.started", {"request": httpx.Request("GET", SERVER)}),
]


def reporting(variant: Variant, events: list[Any], result: Any) -> Callable[[Any], Any]:
    """A transport that reports these events to the "trace" callback, then fails or answers."""

    def end() -> Any:
        if isinstance(result, Exception):
            raise result
        return result

    def handle(request: Any) -> Any:
        for event, info in events:
            request.extensions["trace"](event, info)
        return end()

    async def ahandle(request: Any) -> Any:
        for event, info in events:
            await request.extensions["trace"](event, info)
        return end()

    return ahandle if variant.backend else handle


def outcome(
    variant: Variant, events: list[Any], result: Any, operation: Any = MOTION, **options: Any
) -> RawResponse | Failure:
    return variant.send(prepared(operation), reporting(variant, events, result), **options)


def library_error(variant: Variant, name: str, text: str = "reason") -> Exception:
    error: Exception = getattr(variant.library, name)(text)
    return error


LIBRARY_ERRORS = [
    "ConnectError",
    "ConnectTimeout",
    "ReadTimeout",
    "WriteTimeout",
    "ReadError",
    "WriteError",
    "RemoteProtocolError",
    "ProxyError",
]


def test_what_failed_before_the_first_byte_was_not_sent_whatever_it_is_called(
    variant: Variant, subtests: pytest.Subtests
) -> None:
    for name in LIBRARY_ERRORS:
        with subtests.test(name=name):
            found = outcome(variant, CONNECTING, library_error(variant, name))
            assert isinstance(found, Failure)
            assert not found.sent


def test_an_error_of_a_transports_own_is_not_said_to_be_unsent(
    variant: Variant, subtests: pytest.Subtests
) -> None:
    for events in (SENDING, []):
        with (
            subtests.test(reported=bool(events)),
            pytest.raises(RuntimeError, match="its own"),
        ):
            outcome(variant, events, RuntimeError("its own"))


def test_what_failed_later_or_unknown_where_counts_as_sent(
    variant: Variant, subtests: pytest.Subtests
) -> None:
    for events in (SENDING, []):
        for name in LIBRARY_ERRORS:
            with subtests.test(name=name, reported=bool(events)):
                found = outcome(variant, events, library_error(variant, name))
                assert isinstance(found, Failure)
                assert found.sent


def test_no_free_connection_in_a_callers_pool_is_not_sent(variant: Variant) -> None:
    found = outcome(variant, [], library_error(variant, "PoolTimeout"))
    assert isinstance(found, Failure)
    assert (found.kind, found.sent) == ("timeout", False)


KINDS: list[tuple[str, list[Any], FailureKind]] = [
    ("ConnectError", CONNECTING, "connect"),
    ("ConnectTimeout", CONNECTING, "timeout"),
    ("ReadTimeout", SENDING, "timeout"),
    ("RemoteProtocolError", SENDING, "lost"),
    ("ReadError", SENDING, "lost"),
    ("UnsupportedProtocol", CONNECTING, "unsendable"),
]


def test_each_error_of_the_library_is_a_kind_of_failure(
    variant: Variant, subtests: pytest.Subtests
) -> None:
    for name, events, kind in KINDS:
        with subtests.test(name=name):
            found = outcome(variant, events, library_error(variant, name))
            assert isinstance(found, Failure)
            assert found.kind == kind
            assert name in found.cause


def refused_protocol() -> ssl.SSLError:
    error = ssl.SSLError("wrong version number")
    error.reason = "WRONG_VERSION_NUMBER"
    return error


TLS = [
    (ssl.SSLCertVerificationError("self-signed certificate"), "tls"),
    (refused_protocol(), "tls"),
    (ssl.SSLEOFError("unexpected end"), "connect"),
    (ssl.SSLZeroReturnError("closed"), "connect"),
    (ssl.SSLError("reset"), "connect"),
    (ConnectionResetError("reset"), "connect"),
]


def test_only_a_refused_certificate_or_protocol_is_a_fault_of_tls(
    variant: Variant, subtests: pytest.Subtests
) -> None:
    for cause, kind in TLS:
        with subtests.test(cause=repr(cause)):
            error = library_error(variant, "ConnectError")
            error.__cause__ = cause
            found = outcome(variant, CONNECTING, error)
            assert isinstance(found, Failure)
            assert (found.kind, found.sent) == (kind, False)


def test_a_failure_shows_no_secret(variant: Variant) -> None:
    error = library_error(variant, "LocalProtocolError", "illegal header value b'Bearer abcdef'")
    request = prepared(secrets=Secrets("abcdef"))
    found = variant.send(request, reporting(variant, SENDING, error))
    assert isinstance(found, Failure)
    assert "abcdef" not in found.cause
    assert "illegal header value" in found.cause


# The caller's own code


OWN = [ConnectionRefusedError("audit"), TimeoutError("audit"), RuntimeError("x"), KeyError("y")]


def hooks(variant: Variant, name: str, error: Exception) -> dict[str, Any]:
    def fail(_: object) -> None:
        raise error

    async def afail(_: object) -> None:
        raise error

    return {"event_hooks": {name: [afail if variant.backend else fail]}}


def check_that_it_comes_through(variant: Variant, when: str, error: Exception) -> None:
    answer = variant.library.Response(200, json={})
    with pytest.raises(type(error)) as caught:
        outcome(variant, SENDING, answer, **hooks(variant, when, error))
    assert caught.value is error


def test_what_a_hook_raises_comes_through(variant: Variant, subtests: pytest.Subtests) -> None:
    for error in OWN:
        for when in ("request", "response"):
            with subtests.test(when=when, error=repr(error)):
                check_that_it_comes_through(variant, when, error)


def test_even_if_it_is_called_as_the_librarys_own(
    variant: Variant, subtests: pytest.Subtests
) -> None:
    for name in LIBRARY_ERRORS:
        for when in ("request", "response"):
            with subtests.test(when=when, name=name):
                error = library_error(variant, name, "of another client")
                check_that_it_comes_through(variant, when, error)


def test_a_hook_that_refuses_the_status_does_not_hide_it(
    variant: Variant, subtests: pytest.Subtests
) -> None:
    for status in (401, 423, 429, 503):
        with subtests.test(status=status):

            def refuse(response: Any) -> None:
                response.raise_for_status()

            async def arefuse(response: Any) -> None:
                response.raise_for_status()

            hook = {"event_hooks": {"response": [arefuse if variant.backend else refuse]}}
            found = outcome(variant, SENDING, variant.library.Response(status, text="why"), **hook)
            assert isinstance(found, RawResponse)
            assert (found.status, found.body) == (status, b"why")


def test_a_status_that_a_hook_met_elsewhere_is_its_own_affair(variant: Variant) -> None:
    library = variant.library
    elsewhere = library.Request("GET", "https://audit.test")
    error = library.HTTPStatusError("503", request=elsewhere, response=library.Response(503))
    with pytest.raises(library.HTTPStatusError):
        outcome(
            variant, SENDING, library.Response(200, json={}), **hooks(variant, "response", error)
        )


# What ends as the time does


@pytest.fixture(params=[each for each in VARIANTS if each.backend], ids=str)
def async_variant(request: pytest.FixtureRequest) -> Variant:
    found: Variant = request.param
    return found


def lingering(variant: Variant, status: int = 200) -> Callable[[Any], Any]:
    """A transport whose connections take for ever to be closed."""

    class Lingering(variant.library.AsyncByteStream):  # type: ignore[misc,name-defined]
        async def __aiter__(self) -> AsyncIterator[bytes]:
            yield b"{}"

        async def aclose(self) -> None:
            await anyio.sleep_forever()

    return lambda _: variant.library.Response(status, stream=Lingering())


SHORT = 0.02


def sent_to(variant: Variant, handler: Callable[[Any], Any], **options: Any) -> Any:
    return variant.send(prepared(MOTION, timeout=SHORT), handler, **options)


def test_what_a_hook_raised_comes_through_though_the_time_ends_before_all_is_closed(
    async_variant: Variant, subtests: pytest.Subtests
) -> None:
    for error in OWN:
        with subtests.test(error=repr(error)):
            with pytest.raises(type(error)) as caught:
                sent_to(
                    async_variant,
                    lingering(async_variant),
                    **hooks(async_variant, "response", error),
                )
            assert caught.value is error


@pytest.mark.parametrize("when", ["request", "response"])
@pytest.mark.parametrize("error", OWN, ids=repr)
def test_what_a_hook_raises_when_the_time_is_over_comes_through(
    variant: Variant, when: str, error: Exception
) -> None:
    def hold(_: object) -> None:
        ends = monotonic() + 1.25 * SHORT
        while monotonic() < ends:  # as an audit that keeps the event loop busy
            pass
        raise error

    async def ahold(_: object) -> None:
        try:
            await anyio.sleep_forever()
        except BaseException:  # noqa: BLE001 - a task that is cancelled may end as it likes
            raise error from None

    def answer(_: object) -> Any:
        return variant.library.Response(200, json={})

    hook = ahold if variant.backend else hold
    with pytest.raises(type(error)) as caught:
        sent_to(variant, answer, event_hooks={when: [hook]})
    assert caught.value is error


def test_what_a_hook_has_coped_with_is_not_raised_when_the_time_is_over(
    async_variant: Variant,
) -> None:
    async def cope(_: object) -> None:
        try:
            dict[str, str]().pop("audit")
        except KeyError:
            await anyio.sleep_forever()

    def answer(_: object) -> Any:
        return async_variant.library.Response(200, json={})

    found = sent_to(async_variant, answer, event_hooks={"response": [cope]})
    assert isinstance(found, Failure)
    assert found.kind == "timeout"


def test_an_answer_counts_though_the_time_ends_before_all_is_closed(
    async_variant: Variant, subtests: pytest.Subtests
) -> None:
    for status in (200, 429, 503):
        with subtests.test(status=status):
            found = sent_to(async_variant, lingering(async_variant, status))
            assert isinstance(found, RawResponse)
            assert (found.status, found.body) == (status, b"{}")


@pytest.mark.slow
def test_a_connection_that_broke_is_no_exception_of_the_callers(async_variant: Variant) -> None:
    """TLS ends in the moment in which the time does, and the event loop hears of both at once."""

    async def main() -> Any:
        with Wire(lambda _: None) as wire:
            request = prepared(MOTION, url=f"https://127.0.0.1:{wire.port}/", timeout=0.2)
            transport = AsyncHttpxTransport(
                async_variant.library.AsyncClient(), trust_env=False, server=request.url
            )

            async def keep_busy() -> None:
                while not wire.requests:
                    await anyio.lowlevel.checkpoint()
                ends = monotonic() + request.timeout
                while monotonic() < ends:
                    pass

            async with anyio.create_task_group() as tasks:
                tasks.start_soon(keep_busy)
                return await transport.send(request)

    found = anyio.run(main, backend=async_variant.backend)
    assert isinstance(found, Failure)
    assert not found.sent


def test_a_caller_that_is_cancelled_meanwhile_is_cancelled(async_variant: Variant) -> None:
    hook = hooks(async_variant, "response", KeyError("audit"))
    http = async_variant.http(lingering(async_variant), **hook)
    transport = AsyncHttpxTransport(http, trust_env=False, server=SERVER)

    async def main() -> bool:
        with anyio.move_on_after(SHORT) as scope:
            await transport.send(prepared(MOTION, timeout=60.0))
        return scope.cancelled_caught

    assert anyio.run(main, backend=async_variant.backend)


# Clients that do not fit


@pytest.mark.slow
@pytest.mark.parametrize("library", [httpx, httpx2])
def test_a_client_of_the_other_kind_is_refused(library: Any) -> None:
    with pytest.raises(ValidationError, match="http is an asynchronous client, and this class"):
        HttpxTransport(library.AsyncClient(), trust_env=False, server=SERVER)
    with pytest.raises(ValidationError, match="http is a synchronous client, and this class"):
        AsyncHttpxTransport(library.Client(), trust_env=False, server=SERVER)


@pytest.mark.parametrize("other", [object(), "http://", 7])
def test_what_is_no_client_is_refused(other: Any) -> None:
    with pytest.raises(ValidationError, match="Client of httpx or httpx2, not a"):
        HttpxTransport(other, trust_env=False, server=SERVER)


def test_a_closed_client_is_an_error_of_ours(variant: Variant) -> None:
    http = variant.http(reporting(variant, [], variant.library.Response(200)))
    if variant.backend:
        anyio.run(http.aclose, backend=variant.backend)
    else:
        http.close()
    with pytest.raises(ValidationError, match="closed"):
        variant.send_with(http, prepared())


def test_a_client_that_somebody_closes_meanwhile_has_sent_nothing(variant: Variant) -> None:
    """Closed after it was looked at, and before it sends."""
    kind: Any = variant.library.AsyncClient if variant.backend else variant.library.Client

    class Closing(kind):  # type: ignore[misc]
        @property
        def is_closed(self) -> bool:
            return False

    http = Closing(verify=False)  # it loads no certificates
    if variant.backend:
        anyio.run(http.aclose, backend=variant.backend)
    else:
        http.close()
    found = variant.send_with(http, prepared(MOTION))
    assert isinstance(found, Failure)
    assert (found.kind, found.sent) == ("unsendable", False)
    assert "closed" in found.cause


def test_json_is_asked_for_whatever_client_sends(variant: Variant) -> None:
    seen: list[Any] = []

    def keep(request: Any) -> Any:
        seen.append(request)
        return variant.library.Response(200)

    http = variant.http(keep)
    http.headers["Accept"] = "text/html"
    variant.send_with(http, prepared())
    assert [request.headers["Accept"] for request in seen] == ["application/json"]


@pytest.mark.parametrize(
    ("operation", "content", "length"),
    [(READ, None, None), (CHANGE, None, "0"), (CHANGE, b"{}", "2")],
)
def test_host_and_length_are_said_as_the_library_says_them(
    variant: Variant, operation: Operation, content: bytes | None, length: str | None
) -> None:
    seen: list[Any] = []

    def keep(request: Any) -> Any:
        seen.append(request)
        return variant.library.Response(200)

    variant.send(prepared(operation, content=content), keep)
    theirs = variant.library.Request(operation.method, f"{SERVER}/things", content=content)
    found, expected = seen[0].headers, theirs.headers
    assert found["Host"] == expected["Host"] == "127.0.0.1:8080"
    assert found.get("Content-Length") == expected.get("Content-Length") == length
    assert seen[0].content == theirs.content == (content or b"")


def test_a_hook_may_look_at_what_is_sent(variant: Variant) -> None:
    seen: list[bytes] = []

    def look(request: Any) -> None:
        seen.append(request.content)

    async def alook(request: Any) -> None:
        look(request)

    hooks = {"request": [alook if variant.backend else look]}
    handler = variant.library.Response
    variant.send(prepared(CHANGE, content=b"{}"), lambda _request: handler(200), event_hooks=hooks)
    assert seen == [b"{}"]


def test_headers_of_a_client_handed_in_count_as_they_are_now(sync_variant: Variant) -> None:
    seen: list[tuple[str | None, str | None]] = []

    def keep(request: Any) -> Any:
        seen.append((request.headers.get("X-Trace"), request.headers["Host"]))
        request.headers["X-Trace"] = "changed by a hook"
        return sync_variant.library.Response(200)

    http = sync_variant.http(keep)
    transport = HttpxTransport(http, trust_env=False, server=SERVER)
    transport.send(prepared())
    http.headers["X-Trace"] = "1"
    transport.send(prepared())
    transport.send(prepared())
    http.headers["Host"] = "door.test"
    transport.send(prepared())
    ours = "127.0.0.1:8080"
    assert seen == [(None, ours), ("1", ours), ("1", ours), ("1", "door.test")]


def test_a_client_handed_in_serves_one_event_loop(variant: Variant) -> None:
    if variant.backend is None:
        pytest.skip("threads have none")
    http = variant.http(reporting(variant, [], variant.library.Response(200)))
    transport = AsyncHttpxTransport(http, trust_env=False, server=SERVER)
    anyio.run(transport.send, prepared(), backend=variant.backend)
    with pytest.raises(ValidationError, match="another event loop"):
        anyio.run(transport.send, prepared(), backend=variant.backend)


def test_a_client_handed_in_stays_in_its_process(sync_variant: Variant) -> None:
    http = sync_variant.http(reporting(sync_variant, [], sync_variant.library.Response(200)))
    transport = HttpxTransport(http, trust_env=False, server=SERVER)
    assert isinstance(transport.send(prepared()), RawResponse)
    fork._start_over()  # what the system has called in the child
    with pytest.raises(ValidationError, match="parent process"):
        transport.send(prepared())


# Over sockets


class KeptConnections:
    """Keeps connections open, and answers each request with how many came over its connection."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection = self._socket.accept()[0]
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        number = 0
        with connection, contextlib.suppress(OSError):
            while connection.recv(65_536):
                number += 1
                body = str(number).encode()
                head = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body)
                connection.sendall(head + body)

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def kept() -> Iterator[KeptConnections]:
    server = KeptConnections()
    yield server
    server.close()


# The connections of an event loop that is over cannot be closed in it any more.
@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_our_own_client_follows_the_event_loop(backend: str, kept: KeptConnections) -> None:
    transport = AsyncHttpxTransport(None, trust_env=False, server=kept.url)

    async def use() -> object:
        found = await transport.send(prepared(url=f"{kept.url}/things"))
        if numbers:
            await transport.aclose()
            gc.collect()  # so that the first loop's connections go within this test
        return found

    numbers: list[bytes] = []
    for _ in range(2):
        found = anyio.run(use, backend=backend)
        assert isinstance(found, RawResponse)
        numbers.append(found.body)
    assert numbers == [b"1", b"1"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_our_own_client_opens_new_connections_in_a_child_process(kept: KeptConnections) -> None:
    transport = HttpxTransport(None, trust_env=False, server=kept.url)
    request = prepared(url=f"{kept.url}/things")

    def number() -> bytes:
        found = transport.send(request)
        assert isinstance(found, RawResponse)
        return found.body

    assert [number(), number()] == [b"1", b"2"]
    child = os.fork()
    if not child:
        os._exit(0 if number() == b"1" else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert number() == b"3"
    transport.close()


@pytest.mark.parametrize("backend", [None, "asyncio", "trio"])
def test_our_own_client_says_first_that_nothing_has_left_yet(backend: str | None) -> None:
    # Before it reads certificates, say, which can take longer than the call has.
    events: list[str] = []
    url = "http://127.0.0.1:9"  # nobody listens there

    def note(event: str, _: object) -> None:
        events.append(event)

    async def anote(event: str, _: object) -> None:
        events.append(event)

    async def main() -> None:
        async with open_async_client(trust_env=False) as client:
            with pytest.raises(httpx.ConnectError):
                await client.get(url, extensions={"trace": anote})

    if backend is None:
        with open_client(trust_env=False) as client, pytest.raises(httpx.ConnectError):
            client.get(url, extensions={"trace": note})
    else:
        anyio.run(main, backend=backend)
    assert events[:2] == ["pool.request_taken.started", "connection.connect_tcp.started"]


class OtherURL(str):
    """A URL of a library that keeps it in another way."""

    __slots__ = ()

    @property
    def raw_path(self) -> bytes:
        return self.encode()


class RenamedURL(OtherURL):
    """One that has what is asked for, and sends something else."""

    _uri_reference = httpx.URL("http://a/b")._uri_reference


@pytest.mark.parametrize("kind", [OtherURL, RenamedURL])
def test_a_library_that_keeps_urls_in_another_way_parses_them(kind: type[OtherURL]) -> None:
    library = ModuleType(kind.__name__)
    library.URL = kind
    assert httpx_transport._url(library, prepared(url="http://a/b?c=1"), "") == "http://a/b?c=1"
