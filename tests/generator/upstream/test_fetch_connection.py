"""Fetching from a server that really answers, on loopback: cut, silent, lying or endless."""

from __future__ import annotations

import io
import json
import socket
import threading
from contextlib import closing, contextmanager, suppress
from datetime import date
from hashlib import sha256
from itertools import chain, repeat
from typing import TYPE_CHECKING

import httpx
import pytest

from generator.upstream.fetch import Connection, fetch
from generator.upstream.fetched import FetchFailure, Status
from generator.upstream.sources_file import SourcesFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

ADDRESS = "https://api.example/swagger.json"
DAY = date(2026, 6, 1)
BODY = json.dumps({"swagger": "2.0", "info": {"title": "API", "version": "2"}, "paths": {}})
OLD = b"{}"
SOURCES = f"""[web]
path = "swagger.json"
origin = "{ADDRESS}"
upstream_version = "1"
retrieved = 2026-05-13
sha256 = "{sha256(OLD).hexdigest()}"
etag = '"one"'

[bridge]
path = "openapi.yaml"
sha256 = ""
"""


class Loopback(httpx.AsyncHTTPTransport):
    """Carries what is sent to any HTTPS address to a port of this machine, without TLS."""

    def __init__(self, port: int) -> None:
        super().__init__(verify=False, trust_env=False)  # without TLS, it loads no certificates
        self.port = port

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=self.port)
        return await super().handle_async_request(request)


@contextmanager
def server(answer: Iterable[bytes], *, silent: bool = False) -> Iterator[Connection]:
    """Answer one request with these bytes, then close, or say nothing until the client leaves."""

    def serve() -> None:
        with suppress(OSError), closing(listener.accept()[0]) as connection:
            asked.append(connection.recv(10_000))
            for piece in answer:
                connection.sendall(piece)
            if silent:
                connection.recv(1)

    asked: list[bytes] = []
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(10)
    thread = threading.Thread(target=serve)
    thread.start()
    transport = Loopback(listener.getsockname()[1])
    yield Connection(transport, size=100_000, seconds=0.3 if silent else 10, progress=io.StringIO())
    thread.join()
    listener.close()
    assert b'If-None-Match: "one"' in asked[0]


@pytest.fixture
def sources(tmp_path: Path) -> SourcesFile:
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec/swagger.json").write_bytes(OLD)
    (tmp_path / "spec/SOURCES.toml").write_text(SOURCES, "utf-8")
    return SourcesFile(tmp_path)


def head(length: int, status: str = "200 OK") -> bytes:
    return f"HTTP/1.1 {status}\r\nETag: two\r\nContent-Length: {length}\r\n\r\n".encode()


def test_a_document_is_fetched(sources: SourcesFile) -> None:
    with server([head(len(BODY)), BODY[:9].encode(), BODY[9:].encode()]) as connection:
        assert fetch("", DAY, sources, connection).status == Status.REPLACED
    assert sources.source("web").read() == json.loads(BODY)
    assert sources.entry("web")["etag"] == "two"


def test_an_unchanged_document_is_not(sources: SourcesFile) -> None:
    with server([b"HTTP/1.1 304 Not Modified\r\n\r\n"]) as connection:
        assert fetch("", DAY, sources, connection).status == Status.UNCHANGED


CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
UNTIL_CLOSED = b"HTTP/1.1 200 OK\r\n\r\n"
FAILURES = {
    "closed at once": ([], Status.OFFLINE, "gives no answer"),
    "no HTTP": ([b"220 mail ready\r\n"], Status.OFFLINE, "gives no answer"),
    "cut": ([head(500), BODY.encode()], Status.TRUNCATED, f"after {len(BODY)} bytes"),
    "cut between chunks": ([CHUNKED, b"2\r\n{ \r\n"], Status.TRUNCATED, "after 2 bytes"),
    "cut without a length": ([UNTIL_CLOSED, BODY[:-1].encode()], Status.TRUNCATED, "before the"),
    "declared too short": ([head(9), BODY.encode()], Status.TRUNCATED, "it ends after 9 bytes"),
    "declared too large": ([head(100_001)], Status.OVER_LIMIT, "larger than 100,000 bytes"),
    "endless": (chain([UNTIL_CLOSED], repeat(b" " * 999)), Status.OVER_LIMIT, "larger than"),
    "page": ([head(6), b"<html>"], Status.HTML, "is HTML"),
    "refusal": ([head(2, "403 Forbidden"), b"no"], Status.REFUSED, "HTTP status 403 Forbidden"),
}


@pytest.mark.parametrize("case", FAILURES)
def test_what_goes_wrong_has_a_status_and_a_line(sources: SourcesFile, case: str) -> None:
    answer, status, text = FAILURES[case]
    with server(answer) as connection, pytest.raises(FetchFailure, match=text) as caught:
        fetch("", DAY, sources, connection)
    assert caught.value.status == status
    assert str(caught.value).count("\n") == 0
    assert (sources.root / "spec/SOURCES.toml").read_text("utf-8") == SOURCES
    assert (sources.root / "spec/swagger.json").read_bytes() == OLD


@pytest.mark.slow
@pytest.mark.parametrize(
    "answer",
    [[], [head(500), b"{"], repeat(b"HTTP/1.1 103 Early Hints\r\n\r\n")],
    ids=["before the head", "within the body", "hints without end"],
)
def test_the_time_limit_is_one_of_the_whole(sources: SourcesFile, answer: Iterable[bytes]) -> None:
    slow = pytest.raises(FetchFailure, match=r"took longer than 0\.3 seconds")
    with server(answer, silent=True) as connection, slow as caught:
        fetch("", DAY, sources, connection)
    assert caught.value.status == Status.OVER_LIMIT


def test_nobody_there_is_offline(sources: SourcesFile) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(FetchFailure, match="gives no answer") as caught:
        fetch("", DAY, sources, Connection(Loopback(port)))
    assert caught.value.status == Status.OFFLINE
