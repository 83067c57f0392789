"""Get the Web API's document as the vendor serves it today.

It is asked for over HTTPS, and only if it has changed since it was recorded. One that is Swagger
2.0 in JSON and can be converted replaces the document in spec/, together with its entry in
SOURCES.toml; in every other case both stay as they are.

exit status:
  0   replaced
  2   a file here cannot be read or written
  3   unchanged, nothing written
  4   no connection, or no usable answer
  5   refused by the server: any status but success
  6   not allowed: an address that is not HTTPS, or too many redirects
  7   over the limits of size or time
  8   truncated
  9   HTML
  10  a document of another kind: not JSON, another version, or not convertible
"""

from __future__ import annotations

import asyncio
import hashlib
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

import httpx

from generator.emit.write import replace_files
from generator.load.problems import GeneratorFailure, Problem

from .fetched import FetchedDocument, FetchFailure, Status, check, failure
from .sources_file import SourcesFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

EXPLANATION: Final = __doc__
_CONNECT_SECONDS: Final = 10.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a fetch ended that did not fail, and one line about it."""

    status: Status
    text: str


@dataclass(frozen=True, slots=True)
class Connection:
    """How to reach an origin, and what to put up with: bytes, seconds in all, redirects."""

    transport: httpx.AsyncBaseTransport | None = None
    size: int = 20_000_000
    seconds: float = 60.0
    redirects: int = 3
    progress: TextIO | None = None


def today() -> date:
    """The date in UTC, to record as the day of retrieval."""
    return datetime.now(UTC).date()


def fetch(
    given: str | Path,
    day: date,
    sources: SourcesFile | None = None,
    connection: Connection | None = None,
) -> Outcome:
    """Replace the Web API's document by the one at an address, or in a file, on this day.

    An empty address is the recorded origin.

    Raises:
        FetchFailure: There is no document to be had, or it is not of the expected kind.
        GeneratorFailure: A file cannot be read.
        OSError: A file cannot be written.
    """
    sources = sources or SourcesFile()
    entry = sources.entry("web")
    fetched = obtain(given, sources, connection or Connection())
    if fetched is None:
        text = f"{given or entry['origin']}: unchanged since {entry['retrieved']}, nothing written"
        return Outcome(Status.UNCHANGED, text)
    version = check(fetched)
    replace_files(sources.root, sources.replacement("web", fetched, version, day))
    text = f"{fetched.origin}: version {version} replaces {entry['upstream_version']}"
    return Outcome(Status.REPLACED, text)


def obtain(
    given: str | Path, sources: SourcesFile, connection: Connection
) -> FetchedDocument | None:
    """The document at an address, or in a file; ``None`` if it is the recorded one.

    Raises:
        FetchFailure: There is none to be had.
        GeneratorFailure: A file cannot be read.
    """
    entry = sources.entry("web")
    intact = sources.source("web").intact()
    if isinstance(given, Path):
        try:
            with given.open("rb") as file:
                body = file.read(connection.size + 1)
        except OSError as error:
            problem = Problem(str(given), f"cannot be read: {error.strerror}", "check the path")
            raise GeneratorFailure([problem]) from error
        if len(body) > connection.size:
            raise _too_large(given, connection.size)
        fetched: FetchedDocument | None = FetchedDocument(str(given), body)
    else:
        address = given or entry["origin"]
        names = {"If-None-Match": "etag", "If-Modified-Since": "last_modified"}
        known = {header: entry.get(name, "") for header, name in names.items()}
        # A validator that no header can carry is left out.
        conditions = {name: text for name, text in known.items() if text.isascii() and text.strip()}
        if not intact or address != entry["origin"]:
            conditions = {}
        fetched = asyncio.run(_download(address, conditions, connection))
    same = fetched and hashlib.sha256(fetched.body).hexdigest() == entry["sha256"]
    return None if intact and same else fetched


async def _download(
    address: str, conditions: Mapping[str, str], connection: Connection
) -> FetchedDocument | None:
    timeout = httpx.Timeout(None, connect=_CONNECT_SECONDS)
    headers = {"Accept": "application/json", "Accept-Encoding": "identity", **conditions}
    target = _allowed(address)
    try:
        async with (
            asyncio.timeout(connection.seconds),
            httpx.AsyncClient(transport=connection.transport, timeout=timeout) as client,
        ):
            for _ in range(connection.redirects + 1):
                request = client.build_request("GET", target, headers=headers)
                try:
                    response = await client.send(request, stream=True)
                except httpx.RequestError as error:
                    what = f"gives no answer: {str(error) or type(error).__name__}"
                    raise failure(Status.OFFLINE, request.url, what) from error
                try:
                    if not response.has_redirect_location:
                        return await _answer(response, address, conditions, connection)
                finally:
                    await response.aclose()
                target = _allowed(str(target.join(response.headers["location"])))
    except TimeoutError as error:
        what = f"took longer than {connection.seconds:g} seconds"
        raise failure(Status.OVER_LIMIT, address, what) from error
    what = f"redirects more than {connection.redirects} times"
    raise failure(Status.NOT_ALLOWED, address, what)


def _allowed(address: str) -> httpx.URL:
    """The address, if it is one to send a request to; a password in it is never repeated."""
    todo = "give an address that starts with https:// and holds no password"
    try:
        url = httpx.URL(address)
    except httpx.InvalidURL as error:
        raise failure(Status.NOT_ALLOWED, "the address", f"is none: {error}", todo) from error
    if url.userinfo:
        raise failure(Status.NOT_ALLOWED, url.host, "is given with a user name or password", todo)
    if url.scheme != "https" or not url.host:
        raise failure(Status.NOT_ALLOWED, url, "is no HTTPS address; nothing was sent there", todo)
    return url


async def _answer(
    response: httpx.Response, origin: str, conditions: Mapping[str, str], connection: Connection
) -> FetchedDocument | None:
    if conditions and response.status_code == httpx.codes.NOT_MODIFIED:
        return None
    if response.status_code != httpx.codes.OK:
        status = f"{response.status_code} {response.reason_phrase}".rstrip()
        raise failure(Status.REFUSED, response.url, f"refuses the document: HTTP status {status}")
    length = response.headers.get("content-length", "")
    declared = int(length) if length.isdigit() else 0
    if declared > connection.size:
        raise _too_large(response.url, connection.size)
    body = bytearray()
    try:
        with _progress(response.url, declared, connection.progress or sys.stderr) as show:
            async for chunk in response.aiter_bytes():
                body += chunk
                if len(body) > connection.size:
                    raise _too_large(response.url, connection.size)
                show(len(body))
    except httpx.DecodingError as error:
        raise failure(Status.UNFIT, response.url, f"cannot be decompressed: {error}") from error
    except httpx.RequestError as error:
        what = f"is truncated: the connection ended after {len(body):,} bytes"
        raise failure(Status.TRUNCATED, response.url, what) from error
    headers = response.headers
    validators = headers.get("etag", ""), headers.get("last-modified", "")
    return FetchedDocument(origin, bytes(body), *validators)


def _too_large(where: object, size: int) -> FetchFailure:
    todo = "look at what it is; no API description is that large"
    return failure(Status.OVER_LIMIT, where, f"is larger than {size:,} bytes", todo)


@contextmanager
def _progress(where: object, declared: int, stream: TextIO) -> Iterator[Callable[[int], None]]:
    """A line that follows the bytes: rewritten on a terminal, elsewhere written once."""
    total = f" of {declared:,}" if declared else ""
    rewritten = stream.isatty()
    latest = ""

    def show(received: int) -> None:
        nonlocal latest
        latest = f"{where}: {received:,}{total} bytes"
        if rewritten:
            stream.write(f"\r{latest}")
            stream.flush()

    try:
        yield show
    finally:
        if latest:
            stream.write("\n" if rewritten else f"{latest}\n")
