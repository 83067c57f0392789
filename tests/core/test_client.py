from __future__ import annotations

import contextlib
import json
from functools import cached_property
from typing import TYPE_CHECKING, Any

import anyio
import attrs
import pytest

from nuki_core import errors
from nuki_core.auth import BearerToken
from nuki_core.client import AsyncClient, SyncClient
from nuki_core.clock import Clock
from nuki_core.request_queue import RequestQueue
from nuki_core.responses import bridge_api_error
from nuki_core.retry import NO_RETRY, RetryPolicy
from tests.core.calls import CHANGE, MOTION, READ, SERVER, TOKEN, request_of, settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.core.variants import Variant


NOBODY = "http://127.0.0.1:9"  # the port of a service that nobody runs any more


class Server:
    """Answers each request with the next of its answers; the last one stays."""

    def __init__(self, variant: Variant, *answers: Any) -> None:
        self._variant = variant
        self._answers = list(answers)
        self.requests: list[Any] = []

    def __call__(self, request: Any) -> Any:
        self.requests.append(request)
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        if isinstance(answer, str):
            self._report(request, "connection.connect_tcp.started")
            if answer not in {"ConnectError", "ConnectTimeout"}:
                self._report(request, "connection.connect_tcp.complete", return_value=None)
                self._report(request, "http11.send_request_headers.started", request=request)
            raise getattr(self._variant.library, answer)(answer)
        if isinstance(answer, int):
            return self._variant.library.Response(answer, json={})
        return self._variant.library.Response(**answer)

    def _report(self, request: Any, /, event: str, **info: Any) -> None:
        report = request.extensions["trace"](event, info)
        if report is not None:  # a coroutine that waits for nothing
            with contextlib.suppress(StopIteration):
                report.send(None)


def quick() -> tuple[Clock, list[float]]:
    """A clock that lets time pass without waiting, and the pauses it was asked for."""
    time, pauses = [0.0], []

    def sleep(seconds: float) -> None:
        pauses.append(seconds)
        time[0] += seconds

    async def asleep(seconds: float) -> None:
        sleep(seconds)

    return Clock(lambda: time[0], sleep, asleep), pauses


def test_a_request_is_carried_out(variant: Variant) -> None:
    server = Server(variant, {"status_code": 201, "headers": {"X-Id": "7"}, "json": {"a": 1}})
    found = variant.exchange(request_of(CHANGE, body=[1]), server, settings())
    assert (found.status, found.headers["x-id"], found.value) == (201, "7", {"a": 1})
    (sent,) = server.requests
    assert (sent.method, str(sent.url)) == ("POST", f"{SERVER}/things")
    assert sent.headers["authorization"] == f"Bearer {TOKEN}"
    assert json.loads(sent.content) == [1]


TROUBLES = ["ConnectError", "ReadTimeout", "RemoteProtocolError", 503, 429]


def test_reads_are_tried_again(variant: Variant, subtests: pytest.Subtests) -> None:
    for trouble in TROUBLES:
        with subtests.test(trouble=trouble):
            server = Server(variant, trouble, trouble, 200)
            assert variant.exchange(request_of(), server, settings()).status == 200
            assert len(server.requests) == 3


def test_what_provably_did_not_run_is_sent_again(
    variant: Variant, subtests: pytest.Subtests
) -> None:
    for trouble in ("ConnectError", "ConnectTimeout", 429):
        for operation in (MOTION, CHANGE):
            with subtests.test(operation=operation.name, trouble=trouble):
                server = Server(variant, trouble, 200)
                assert variant.exchange(request_of(operation), server, settings()).status == 200
                assert len(server.requests) == 2


UNCERTAIN = ["ReadTimeout", "WriteError", "ReadError", "RemoteProtocolError", 500, 503, 520, 423]


def test_what_may_have_run_is_sent_once(variant: Variant, subtests: pytest.Subtests) -> None:
    for trouble in UNCERTAIN:
        for operation in (MOTION, CHANGE):
            with subtests.test(operation=operation.name, trouble=trouble):
                server = Server(variant, trouble, 200)
                with pytest.raises(errors.NukiError) as caught:
                    variant.exchange(request_of(operation), server, settings())
                assert len(server.requests) == 1
                assert caught.value.may_have_run is (trouble != 423)


def test_a_busy_bridge_is_asked_again_even_to_move_a_bolt(variant: Variant) -> None:
    server = Server(variant, 503, 200)
    calm = settings(api_errors=bridge_api_error)
    assert variant.exchange(request_of(MOTION), server, calm).status == 200


def test_tries_and_pauses_are_counted(variant: Variant) -> None:
    clock, pauses = quick()
    patient = settings(clock=clock, retry=RetryPolicy(attempts=4, pause=1, longest_pause=2))
    server = Server(variant, 503)
    with pytest.raises(errors.ServerError):
        variant.exchange(request_of(), server, patient)
    assert len(server.requests) == 4
    assert [
        longest / 2 <= pause <= longest for pause, longest in zip(pauses, (1, 2, 2), strict=True)
    ]


def test_the_server_decides_on_the_pause(variant: Variant) -> None:
    clock, pauses = quick()
    server = Server(variant, {"status_code": 429, "headers": {"Retry-After": "17"}}, 200)
    assert variant.exchange(request_of(), server, settings(clock=clock)).status == 200
    assert pauses == [17]


def test_retries_can_be_switched_off(variant: Variant) -> None:
    server = Server(variant, "ConnectError", 200)
    with pytest.raises(errors.ConnectError):
        variant.exchange(request_of(), server, settings(retry=NO_RETRY))


def test_one_request_at_a_time_with_a_gap(variant: Variant) -> None:
    clock, pauses = quick()
    paced = settings(clock=clock, queue=RequestQueue(), min_interval=0.5)
    for _ in range(3):
        variant.exchange(request_of(), Server(variant, 200), paced)
    assert pauses == [0.5, 0.5]


def test_redirects_are_not_followed(variant: Variant, subtests: pytest.Subtests) -> None:
    for own in (True, False):
        with subtests.test(own=own):
            elsewhere = {"status_code": 302, "headers": {"Location": "https://elsewhere/list?x=1"}}
            server = Server(variant, elsewhere)
            with pytest.raises(errors.ApiError, match="redirected to https://elsewhere/list,"):
                variant.exchange(request_of(), server, settings(), follow_redirects=own)
            assert len(server.requests) == 1


def test_a_clients_own_auth_does_not_replace_the_token(variant: Variant) -> None:
    server = Server(variant, 200)
    variant.exchange(request_of(), server, settings(), auth=("user", "password"))
    assert server.requests[0].headers["authorization"] == f"Bearer {TOKEN}"


def test_a_clients_headers_and_hooks_are_used(variant: Variant) -> None:
    seen: list[Any] = []

    async def ahook(request: Any) -> None:
        seen.append(request)

    hook: Any = ahook if variant.backend else seen.append
    server = Server(variant, 200)
    options = {"headers": {"X-Mine": "1"}, "event_hooks": {"request": [hook]}}
    variant.exchange(request_of(), server, settings(), **options)
    assert server.requests[0].headers["x-mine"] == "1"
    assert len(seen) == 1


def test_a_host_that_cannot_be_one_is_an_error_of_ours(variant: Variant) -> None:
    odd = settings(base_url=f"http://{'x' * 64}ü.test")
    with pytest.raises(errors.ConnectError, match="cannot be sent") as caught:
        variant.exchange(request_of(MOTION), Server(variant, 200), odd)
    assert not caught.value.may_have_run


def test_what_a_hook_raises_comes_through(variant: Variant) -> None:
    def fail(request: Any) -> Any:
        raise LookupError("mine")

    with pytest.raises(LookupError, match="mine"):
        variant.exchange(request_of(), fail, settings())


def test_no_error_holds_the_librarys_own(variant: Variant, subtests: pytest.Subtests) -> None:
    for trouble in ("ReadError", "ConnectError", 500):
        with subtests.test(trouble=trouble):
            with pytest.raises(errors.NukiError) as caught:
                variant.exchange(request_of(), Server(variant, trouble), settings(retry=NO_RETRY))
            assert caught.value.__cause__ is None
            assert caught.value.__context__ is None


def chunks(variant: Variant, chunk: bytes, sent: list[int]) -> Any:
    """A body without end, in the variant's way, that counts what it sends."""

    def forever() -> Iterator[bytes]:
        while True:
            sent.append(len(chunk))
            yield chunk

    async def aforever() -> Any:
        for each in forever():
            yield each

    return aforever() if variant.backend else forever()


def test_an_endless_body_is_read_to_the_limit_only(variant: Variant) -> None:
    sent: list[int] = []
    body = {"status_code": 200, "content": chunks(variant, b"x" * 65_536, sent)}
    small = settings(longest_body=1 << 20, retry=NO_RETRY)
    with pytest.raises(errors.DecodeError, match="larger than"):
        variant.exchange(request_of(), Server(variant, body), small)
    assert sum(sent) < 3 << 20


@pytest.mark.slow
def test_50_mb_of_garbage_are_not_read(sync_variant: Variant) -> None:
    sent: list[int] = []
    body = {"status_code": 200, "content": chunks(sync_variant, b"x" * (1 << 20), sent)}
    with pytest.raises(errors.DecodeError, match="larger than"):
        sync_variant.exchange(request_of(), Server(sync_variant, body), settings())
    assert sum(sent) < 50_000_000


def test_an_endless_error_page_is_still_an_error_of_its_status(variant: Variant) -> None:
    body = {"status_code": 502, "content": chunks(variant, b"<" * 65_536, [])}
    small = settings(longest_body=1 << 20, retry=NO_RETRY)
    with pytest.raises(errors.ServerError):
        variant.exchange(request_of(), Server(variant, body), small)


def test_a_body_that_drips_ends_with_the_timeout(variant: Variant) -> None:
    body = {"status_code": 200, "content": chunks(variant, b"x", [])}
    hasty = settings(timeout=0.02, retry=NO_RETRY)
    with pytest.raises(errors.RequestTimeoutError) as caught:
        variant.exchange(request_of(MOTION), Server(variant, body), hasty)
    assert caught.value.may_have_run


def test_a_broken_compression_is_a_decode_error(variant: Variant) -> None:
    broken = {"status_code": 200, "headers": {"Content-Encoding": "gzip"}, "content": b"no gzip"}

    def answer(request: Any) -> Any:
        content = iter([broken["content"]])

        async def acontent() -> Any:
            for each in content:
                yield each

        parts = {**broken, "content": acontent() if variant.backend else content}
        return variant.library.Response(**parts)

    with pytest.raises(errors.DecodeError, match="decompressed"):
        variant.exchange(request_of(), answer, settings())


def test_the_timeout_reaches_the_library(variant: Variant) -> None:
    server = Server(variant, 200)
    variant.exchange(request_of(attrs.evolve(READ, timeout=30.0)), server, settings())
    timeout = server.requests[0].extensions["timeout"]
    assert timeout["connect"] == 5
    assert 29 < timeout["read"] <= 30


# What clients do besides sending


class Thing:
    def __init__(self, client: Any) -> None:
        self.send = client.send


class Things(SyncClient):
    @cached_property
    def things(self) -> Thing:
        return Thing(self)


def client_of(handler: Callable[[Any], Any], variant: Variant) -> Things:
    return Things(settings(), variant.http(handler))


def test_options_make_a_copy_that_shares_the_connections(sync_variant: Variant) -> None:
    server = Server(sync_variant, 200)
    client = client_of(server, sync_variant)
    assert client.things.send(request_of()) == {}
    hasty = client.with_options(timeout=2, retry=NO_RETRY)
    assert type(hasty) is Things
    assert hasty.things is not client.things
    hasty.things.send(request_of())
    assert server.requests[0].extensions["timeout"]["read"] > 4
    assert server.requests[1].extensions["timeout"]["read"] <= 2
    assert hasty.with_options(timeout=None).send(request_of()) == {}


def test_a_copy_may_sign_in_another_way(sync_variant: Variant) -> None:
    server = Server(sync_variant, 200)
    client = client_of(server, sync_variant)
    other = client.with_options(scheme=BearerToken("another"))
    other.send(request_of())
    client.send(request_of())
    signatures = [request.headers.get("Authorization") for request in server.requests]
    assert signatures[0] == "Bearer another"
    assert signatures[1] != "Bearer another"
    assert isinstance(other.scheme, BearerToken)
    assert client.scheme is not other.scheme


def test_options_that_make_no_sense_are_refused(sync_variant: Variant) -> None:
    with pytest.raises(errors.ValidationError, match="timeout"):
        client_of(Server(sync_variant, 200), sync_variant).with_options(timeout=0)


def test_a_client_handed_in_is_not_closed(variant: Variant) -> None:
    http = variant.http(Server(variant, 200))

    async def use() -> None:
        async with AsyncClient(settings(), http):
            pass

    if variant.backend:
        anyio.run(use, backend=variant.backend)
    else:
        with SyncClient(settings(), http):
            pass
    assert not http.is_closed


def test_an_own_client_is_closed_by_its_owner_only() -> None:
    client = SyncClient(settings(base_url=NOBODY), None)
    client.with_options(timeout=1).close()
    with pytest.raises(errors.ConnectError):
        client.send(request_of())
    client.close()
    with pytest.raises(errors.ValidationError, match="closed"):
        client.send(request_of())


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_an_own_async_client_is_closed_too(backend: str) -> None:
    async def use() -> None:
        client = AsyncClient(settings(base_url=NOBODY), None)
        async with client:
            await client.with_options(timeout=1).aclose()
            with pytest.raises(errors.ConnectError):
                await client.send(request_of())
        with pytest.raises(errors.ValidationError, match="closed"):
            await client.send(request_of())

    anyio.run(use, backend=backend)


def test_a_client_shows_its_server_and_no_token() -> None:
    with SyncClient(settings(), None) as client:
        assert repr(client) == f"SyncClient({SERVER!r})"
