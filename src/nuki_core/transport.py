"""One attempt on the wire, whatever the HTTP library: what is sent, and what comes of it.

A transport never raises an error of ours: it returns the response, or a :class:`Failure` that says
whether the request had left. Frames of the library, which hold tokens in their variables, are gone
by the time an error of ours is raised.
"""

from __future__ import annotations

import ssl
import zlib
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol, TypeAlias

from .lazy_attrs import define, field, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .redaction import Secrets
    from .request import Operation

FailureKind: TypeAlias = Literal["unsendable", "connect", "tls", "timeout", "lost", "encoding"]

_READ_AS_IT_IS: Final = frozenset({"", "identity"})
_GZIP: Final = frozenset({"gzip", "x-gzip"})
_GZIP_FORMAT: Final = 16 + zlib.MAX_WBITS
_UNPACKED_AT_ONCE: Final = 1 << 18


class UnsendableError(ValueError):
    """A header cannot be written."""


@define(eq=False)
class PreparedRequest:
    """One attempt of a call, signed and ready.

    ``timeout`` is what is left of its time in seconds. ``secrets`` are the texts in it that no log
    may show. ``longest_body`` bounds in bytes what is read of the answer, packed and unpacked.
    """

    operation: Operation
    url: str = field(repr=False)
    headers: list[tuple[str, str]] = field(repr=False)
    content: bytes | None = field(repr=False)
    secrets: Secrets
    timeout: float
    longest_body: int

    def __init__(  # noqa: PLR0913, PLR0917 - one for each field
        self,
        operation: Operation,
        url: str,
        headers: list[tuple[str, str]],
        content: bytes | None,
        secrets: Secrets,
        timeout: float,
        longest_body: int,
    ) -> None:
        # Written out, as of the response: every call makes one.
        self.operation = operation
        self.url = url
        self.headers = headers
        self.content = content
        self.secrets = secrets
        self.timeout = timeout
        self.longest_body = longest_body

    @property
    def needs_fresh_connection(self) -> bool:
        """Whether nothing may be left over on the connection from an answer before.

        A second answer to the request before, sent along by a broken server or proxy, would be
        taken for the answer to this one: a bolt "moved" by a request that nobody received.
        """
        return self.operation.effect == "motion"

    def sendable_headers(self) -> list[tuple[str, str]]:
        """The headers, if they can be written; libraries find out when they have begun to send.

        Raises:
            UnsendableError: One cannot.
        """
        for _, value in self.headers:
            if not (value.isascii() and value.isprintable()):
                # Not the value itself, which may be a token.
                raise UnsendableError("a header holds characters that cannot be sent")
        return self.headers

    @property
    def server(self) -> str:
        """Host and port, for messages."""
        return self.url.partition("://")[2].partition("/")[0]


@define(eq=False)
class RawResponse:
    """An answer; ``complete`` is false when the body was too large to be read to its end."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    complete: bool = True

    def __init__(
        self, status: int, headers: Mapping[str, str], body: bytes, *, complete: bool = True
    ) -> None:
        self.status = status
        self.headers = headers
        self.body = body
        self.complete = complete


@frozen
class Failure:
    """No answer, and why.

    ``sent`` is false only if no byte of the request was handed to a connection. ``cause`` is the
    library's word for it, without secrets.
    """

    kind: FailureKind
    sent: bool
    cause: str


class Transport(Protocol):
    """What sends requests in a thread: one module for each HTTP library has one."""

    def send(self, prepared: PreparedRequest) -> RawResponse | Failure:
        """Send one request and read its answer, within ``prepared.timeout`` seconds in all."""
        ...

    def close(self) -> None:
        """Close the connections, unless they are the caller's."""
        ...


class AsyncTransport(Protocol):
    """As :class:`Transport`, in a task."""

    async def send(self, prepared: PreparedRequest) -> RawResponse | Failure:
        """Send one request and read its answer, within ``prepared.timeout`` seconds in all."""
        ...

    def warm_up(self) -> None:
        """Load now what the first request would load; in any thread."""
        ...

    async def aclose(self) -> None:
        """Close the connections, unless they are the caller's."""
        ...


def is_closed_in_handshake(error: BaseException) -> bool:
    """Whether a TLS handshake ended without a word.

    That says nothing about certificates or protocols: OpenSSL gives no reason then.
    """
    return (
        isinstance(error, ssl.SSLError)
        and getattr(error, "reason", None) in {None, "UNEXPECTED_EOF_WHILE_READING"}
        and not isinstance(error, ssl.SSLCertVerificationError)
    )


class TooSlowError(Exception):
    """The body keeps coming, but not in time."""


class UnreadableBodyError(Exception):
    """The body is compressed in a way that was not asked for, or not as its headers say."""


class BodyReader:
    """Collects a body as long as it is neither too large nor too slow, and unpacks it on the way.

    No more is ever unpacked than there is room for, however small the body is on the wire.
    """

    def __init__(self, prepared: PreparedRequest, encoding: str) -> None:
        self._limit = prepared.longest_body
        self._deadline = monotonic() + prepared.timeout
        self._received = self._kept = 0
        self._chunks: list[bytes] = []
        self._unpack: Any = None  # zlib does not name the class of what it makes
        encoding = encoding.strip().lower()
        if encoding in _GZIP:
            self._unpack = zlib.decompressobj(_GZIP_FORMAT)
        elif encoding not in _READ_AS_IT_IS:
            raise UnreadableBodyError(f"compressed with {encoding[:40]!r}, only gzip is accepted")

    def take(self, chunk: bytes) -> bool:
        """Keep the chunk, and say whether there is room for more.

        Raises:
            TooSlowError: The time is over.
            UnreadableBodyError: It cannot be unpacked.
        """
        self._received += len(chunk)
        if self._unpack is None:
            self._keep(chunk)
        while self._unpack is not None and chunk and self._fits:
            try:
                self._keep(self._unpack.decompress(chunk, _UNPACKED_AT_ONCE))
            except zlib.error as error:
                raise UnreadableBodyError(str(error)) from None
            chunk = self._unpack.unconsumed_tail
        return self._fits

    def _keep(self, chunk: bytes) -> None:
        if monotonic() > self._deadline:
            raise TooSlowError
        self._kept += len(chunk)
        self._chunks.append(chunk)

    def response(self, status: int, headers: Mapping[str, str]) -> RawResponse:
        """The answer, as far as it was read."""
        if self._unpack is not None and self._fits and self._received and not self._unpack.eof:
            raise UnreadableBodyError("the compressed body is incomplete")
        body = self._chunks[0] if len(self._chunks) == 1 else b"".join(self._chunks)
        return RawResponse(status, headers, body, complete=self._fits)

    @property
    def _fits(self) -> bool:
        return self._kept <= self._limit and self._received <= self._limit
