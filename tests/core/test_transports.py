"""What holds for every transport alike, over sockets: our own client, and each library's."""

from __future__ import annotations

import gzip
import itertools
import logging
import socket
import threading
from typing import TYPE_CHECKING, Any

import anyio
import pytest

from nuki_core.errors import ValidationError
from nuki_core.redaction import Secrets, guard_logs
from nuki_core.transport import Failure, RawResponse
from tests.core.calls import CHANGE, MOTION, READ, prepared
from tests.core.senders import SENDERS, Sender, at_once, closed
from tests.core.wire import Wire, answer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nuki_core.request import Operation

pytestmark = pytest.mark.slow

TOKEN = "a1b2c3d4e5f6"
PATIENCE = 10.0
EFFECTS = [READ, CHANGE, MOTION]
OVER_TASKS = [each for each in SENDERS if each.backend]
PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")

every_sender = pytest.mark.parametrize("sender", SENDERS, ids=str)
every_effect = pytest.mark.parametrize("operation", EFFECTS, ids=lambda each: each.effect)
HEAD, BODY = b"X-One: 1\r\n", b"1\r\n.\r\n"


def but_for(*exhaustive: Any) -> list[Any]:
    """Parameters, of which these are for `make test-exhaustive`: waiting takes its time."""
    return [pytest.param(*each, marks=pytest.mark.exhaustive) for each in exhaustive]


def request(server: Wire, operation: Operation = READ, **changes: Any) -> Any:
    return prepared(operation, **{"url": f"{server.url}/things", **changes})


def failures(found: list[RawResponse | Failure]) -> list[tuple[str, bool]]:
    """What went wrong with each request, and whether it counts as sent."""
    return [(each.kind, each.sent) for each in found if isinstance(each, Failure)]


@every_sender
def test_an_answer_comes_with_its_status_and_body(sender: Sender) -> None:
    with Wire(lambda _: answer(b'{"a":1}', "418 Teapot", X_One="1")) as server:
        found = sender.send(request(server))
    assert isinstance(found, RawResponse)
    assert (found.status, found.body, found.complete) == (418, b'{"a":1}', True)
    assert found.headers.get("x-one") == found.headers.get("X-One") == "1"


@every_sender
def test_a_url_is_sent_as_it_is_written(sender: Sender) -> None:
    target = "/things/a%2Fb%20c?ts=2026-03-01T09:30:00Z&name=%C3%A4%2B%25&token=x%26y"
    with Wire(lambda _: answer()) as server:
        for path in (target, target, "/things/a%2Fb%20c"):
            sender.send(request(server, url=f"{server.url}{path}"))
        lines = [each.split(b"\r\n")[0].decode() for each in server.requests]
    assert lines == [f"GET {path} HTTP/1.1" for path in (target, target, target.partition("?")[0])]


@every_sender
def test_headers_and_body_are_sent_once_each(sender: Sender) -> None:
    headers = [("Authorization", f"Bearer {TOKEN}"), ("Content-Type", "application/json")]
    with Wire(lambda _: answer()) as server:
        sender.send(request(server, CHANGE, headers=headers, content=b'{"b":2}'))
        (sent,) = server.requests
    head, _, body = sent.partition(b"\r\n\r\n")
    names = [line.partition(b":")[0].lower() for line in head.split(b"\r\n")[1:]]
    assert len(names) == len(set(names))
    assert b"\r\nauthorization: bearer a1b2c3d4e5f6" in head.lower()
    assert b"\r\naccept: application/json" in head.lower()
    assert b"\r\naccept-encoding: identity" in head.lower()
    assert body == b'{"b":2}'


# Time


Waited = dict[Sender, tuple[RawResponse | Failure, int]]
"""What each sender found, and how many requests it sent for it."""


def check_that_it_timed_out(waited: Waited, subtests: pytest.Subtests) -> None:
    for sender, (found, requests) in waited.items():
        with subtests.test(sender=str(sender)):
            assert isinstance(found, Failure)
            assert (found.kind, found.sent) == ("timeout", True)
            assert requests == 1


@pytest.mark.parametrize(
    ("operation", "part"),
    [
        (READ, BODY),
        (MOTION, HEAD),
        *but_for((READ, HEAD), (CHANGE, HEAD), (CHANGE, BODY), (MOTION, BODY)),
    ],
    ids=lambda each: each[:1].decode() if isinstance(each, bytes) else each.effect,
)
def test_an_answer_that_drips_ends_with_the_time(
    operation: Operation, part: bytes, subtests: pytest.Subtests
) -> None:
    chunked = b"" if part.startswith(b"X") else b"Transfer-Encoding: chunked\r\n\r\n"
    over = threading.Event()

    def drip(_: bytes) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\n" + chunked
        while not over.wait(0.02):
            yield part

    def send(sender: Sender) -> tuple[RawResponse | Failure, int]:
        with Wire(drip) as server:
            found = sender.send(request(server, operation, timeout=1.0))
        return found, len(server.requests)

    waited = at_once(send)
    over.set()
    check_that_it_timed_out(waited, subtests)


@pytest.mark.parametrize(
    "operation", [CHANGE, *but_for((READ,), (MOTION,))], ids=lambda each: each.effect
)
def test_an_answer_that_never_comes_ends_with_the_time(
    operation: Operation, subtests: pytest.Subtests
) -> None:
    def send(sender: Sender) -> tuple[RawResponse | Failure, int]:
        with Wire(lambda _: []) as server:
            found = sender.send(request(server, operation, timeout=1.0))
        return found, len(server.requests)

    check_that_it_timed_out(at_once(send), subtests)


@pytest.mark.parametrize("sender", OVER_TASKS, ids=str)
@every_effect
def test_a_call_that_is_cancelled_hangs_up(sender: Sender, operation: Operation) -> None:
    with Wire(lambda _: []) as server:

        async def main(transport: Any) -> None:
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(transport.send, request(server, operation))
                while not server.requests:
                    await anyio.lowlevel.checkpoint()
                tasks.cancel_scope.cancel()

        sender.run(main, server.url)
        assert server.gone.wait(PATIENCE)
        assert len(server.requests) == 1


# Secrets


@every_sender
@pytest.mark.parametrize("failing", [False, True], ids=["answer", "no answer"])
def test_no_token_comes_into_a_log(
    sender: Sender,
    failing: bool,  # noqa: FBT001
    caplog: pytest.LogCaptureFixture,
) -> None:
    guard_logs()
    caplog.set_level(logging.DEBUG)
    with Wire(lambda _: None if failing else answer()) as server:
        for logger in ("httpcore", "httpcore2", "httpx", "httpx2", "aiohttp", "asyncio"):
            caplog.set_level(logging.DEBUG, logger)
        url, headers = f"{server.url}/things?token={TOKEN}", [("Authorization", f"Bearer {TOKEN}")]
        found = sender.send_all(
            [
                request(server, each, url=url, headers=headers, secrets=Secrets(TOKEN))
                for each in EFFECTS
            ]
        )
    assert [isinstance(each, Failure) for each in found] == [failing] * len(EFFECTS)
    assert TOKEN in server.requests[0].decode()
    assert TOKEN not in repr(found)
    assert not [record for record in caplog.records if TOKEN in record.getMessage()]
    assert TOKEN not in caplog.text


# Answers


@every_sender
def test_no_redirect_is_followed(sender: Sender) -> None:
    statuses = itertools.cycle(["301 Moved", "302 Found", "307 Again", "308 For good"])
    with Wire(lambda _: answer(status=next(statuses), Location="/elsewhere")) as server:
        found = sender.send_all([request(server, each) for each in EFFECTS for _ in range(4)])
    told = [each.status for each in found if isinstance(each, RawResponse)]
    assert told == [301, 302, 307, 308] * len(EFFECTS)
    assert len(server.requests) == len(found)


@every_sender
def test_a_body_that_is_too_long_is_not_read_to_its_end(sender: Sender) -> None:
    def endless(_: bytes) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        for _ in itertools.repeat(None):
            yield b"1000\r\n" + bytes(0x1000) + b"\r\n"

    with Wire(endless) as server:
        found = sender.send(request(server, longest_body=50_000))
    assert isinstance(found, RawResponse)
    assert not found.complete


@every_sender
def test_no_more_is_unpacked_than_there_is_room_for(sender: Sender) -> None:
    bomb = gzip.compress(bytes(20_000_000))
    with Wire(lambda _: answer(bomb, Content_Encoding="gzip")) as server:
        found = sender.send(request(server, longest_body=100_000))
    assert isinstance(found, RawResponse)
    assert not found.complete
    assert len(found.body) < 1_000_000


@every_sender
def test_what_was_not_asked_for_is_not_unpacked(sender: Sender) -> None:
    encodings = iter(["br", "deflate", "gzip, gzip", "zstd"])
    with Wire(lambda _: answer(b"abc", Content_Encoding=next(encodings))) as server:
        found = sender.send_all([request(server, MOTION)] * 4)
    assert failures(found) == [("encoding", True)] * 4


@every_sender
def test_no_cookie_comes_back(sender: Sender) -> None:
    if sender.library.startswith("httpx"):
        pytest.skip("a client that was handed in keeps what it likes")
    with Wire(lambda _: answer(Set_Cookie="session=1")) as server:
        sender.send_all([request(server), request(server), request(server, CHANGE)])
        assert not [each for each in server.requests if b"cookie" in each.lower()]


# Connections


@every_sender
def test_what_moves_a_bolt_goes_over_a_fresh_connection(sender: Sender) -> None:
    operations = [READ, READ, MOTION, MOTION, READ, MOTION]
    connections = [0]

    def count(_: bytes) -> list[bytes]:
        connections.append(server.connections)
        return answer()

    with Wire(count) as server:
        sender.send_all([request(server, each) for each in operations])
    opened = [after - before for before, after in itertools.pairwise(connections)]
    assert opened[:4] == [1, 0, 1, 1]
    assert opened[5] == 1


@every_sender
def test_an_answer_too_many_answers_no_motion(sender: Sender) -> None:
    with Wire(lambda _: [*answer(b"true"), *answer(b"lies")]) as server:
        found = sender.send_all([request(server, each) for each in (READ, MOTION, MOTION)])
    assert [each.body for each in found[1:] if isinstance(each, RawResponse)] == [b"true"] * 2


@every_sender
def test_a_connection_that_ends_without_an_answer_is_used_once(sender: Sender) -> None:
    with Wire(lambda _: None) as server:
        urls = {each.effect: f"{server.url}/{each.effect}" for each in EFFECTS}
        found = sender.send_all([request(server, each, url=urls[each.effect]) for each in EFFECTS])
    assert failures(found) == [("lost", True)] * len(EFFECTS)
    sent = [each.split()[1] for each in server.requests]
    assert (sent.count(b"/change"), sent.count(b"/motion")) == (1, 1)


@every_sender
def test_a_port_at_which_nobody_listens_was_sent_nothing(sender: Sender) -> None:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{bound.getsockname()[1]}/things"
        found = sender.send_all([prepared(each, url=url) for each in EFFECTS])
    assert failures(found) == [("connect", False)] * len(EFFECTS)


@every_sender
def test_a_server_that_speaks_no_tls_was_sent_nothing(sender: Sender) -> None:
    with Wire(lambda _: [b"HTTP/1.1 400 Bad Request\r\n\r\n"]) as server:
        url = f"https://127.0.0.1:{server.port}/"
        found = sender.send_all([request(server, each, url=url) for each in EFFECTS])
    assert failures(found) == [("tls", False)] * len(EFFECTS)


@every_sender
def test_a_handshake_that_is_cut_off_was_sent_nothing(sender: Sender) -> None:
    with Wire(lambda _: None) as server:
        url = f"https://127.0.0.1:{server.port}/"
        found = sender.send_all([request(server, each, url=url) for each in EFFECTS])
    assert failures(found) == [("connect", False)] * len(EFFECTS)


@every_sender
@pytest.mark.parametrize("value", ["söme", "one\r\nX-Two: 2"])
def test_a_header_that_cannot_be_written_is_not_sent(sender: Sender, value: str) -> None:
    with Wire(lambda _: answer()) as server:
        headers = [("Authorization", f"Bearer {value}")]
        found = sender.send_all([request(server, each, headers=headers) for each in EFFECTS])
        assert server.requests == []
    assert failures(found) == [("unsendable", False)] * len(EFFECTS)
    assert value not in repr(found)


# Clients of the caller's


@pytest.mark.parametrize("sender", [each for each in OVER_TASKS if each.library], ids=str)
def test_a_client_that_was_closed_is_refused(sender: Sender) -> None:
    with Wire(lambda _: answer()) as server:

        async def main() -> None:
            async with sender.transport(server.url) as transport:
                theirs = getattr(transport, "_theirs", None) or transport._handed_in
                await closed(theirs)
                with pytest.raises(ValidationError, match="closed"):
                    await transport.send(request(server))

        anyio.run(main, backend=sender.backend)
        assert server.requests == []


# Proxies


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    return monkeypatch


@every_sender
def test_the_proxy_of_the_environment_is_used_if_the_client_trusts_it(
    sender: Sender, environment: pytest.MonkeyPatch
) -> None:
    with Wire(lambda _: answer(b'"proxy"')) as proxy:
        environment.setenv("http_proxy", proxy.url)
        requests = [prepared(each, url="http://nuki.test/things") for each in EFFECTS]
        found = sender.send_all(requests, trust_env=True)
    bodies = [each.body for each in found if isinstance(each, RawResponse)]
    assert bodies == [b'"proxy"'] * len(EFFECTS)
    for each in proxy.requests:
        assert each.split(b"\r\n")[0].endswith(b" http://nuki.test/things HTTP/1.1")


@every_sender
@pytest.mark.parametrize("trust_env", [False, True])
def test_no_proxy_is_used_that_is_not_meant(
    sender: Sender,
    trust_env: bool,  # noqa: FBT001
    environment: pytest.MonkeyPatch,
) -> None:
    with Wire(lambda _: answer()) as proxy, Wire(lambda _: answer(b'"direct"')) as server:
        environment.setenv("http_proxy", proxy.url)
        if trust_env:
            environment.setenv("no_proxy", "127.0.0.1")
        found = sender.send(request(server), trust_env=trust_env)
    assert isinstance(found, RawResponse)
    assert found.body == b'"direct"'
    assert proxy.requests == []


@every_sender
def test_a_proxy_that_hangs_up_was_not_the_server(
    sender: Sender, environment: pytest.MonkeyPatch
) -> None:
    """It was asked for a tunnel only."""
    with Wire(lambda _: None) as proxy:
        environment.setenv("https_proxy", proxy.url)
        requests = [prepared(each, url="https://nuki.test/things") for each in EFFECTS]
        found = sender.send_all(requests, trust_env=True)
    assert [sent for _, sent in failures(found)][EFFECTS.index(CHANGE) :] == [False, False]
    assert {each.split()[0] for each in proxy.requests} == {b"CONNECT"}
