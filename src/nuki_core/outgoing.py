"""One try on the wire: what goes out, what comes back, and how much of it is read."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, TypeAlias

import attrs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .request import Operation

Timeouts: TypeAlias = tuple[float, float, float, float]

_LONGEST_CONNECT = 5.0


@attrs.define(eq=False)
class Outgoing:
    """One try of a call, signed and ready; ``timeout`` is what is left of its time in seconds.

    ``is_fixed`` says that the URL holds no credentials and will be used again.
    """

    operation: Operation
    url: str = attrs.field(repr=False)
    headers: list[tuple[str, str]] = attrs.field(repr=False)
    content: bytes | None = attrs.field(repr=False)
    secrets: tuple[str, ...] = attrs.field(repr=False)
    timeout: float
    longest_body: int
    is_fixed: bool = False

    @property
    def timeouts(self) -> Timeouts:
        """Seconds to connect, to read, to write, and to get a connection from the pool."""
        return (min(self.timeout, _LONGEST_CONNECT), self.timeout, self.timeout, self.timeout)

    @property
    def server(self) -> str:
        """Host and port, for messages."""
        return self.url.partition("://")[2].partition("/")[0]


@attrs.define(eq=False)
class Answer:
    """What came back; ``complete`` is false when the body was too large to be read to its end."""

    status: int
    headers: Mapping[str, str] = attrs.field(repr=False)
    body: bytes = attrs.field(repr=False)
    complete: bool = True


class NotSentError(Exception):
    """The HTTP library could not even make a request of it."""


class TooSlowError(Exception):
    """The body kept coming, but not in time; the HTTP library only bounds each single read."""


class Intake:
    """Collects a body as long as it is neither too large nor too slow."""

    def __init__(self, outgoing: Outgoing) -> None:
        self._room = outgoing.longest_body
        self._deadline = monotonic() + outgoing.timeout
        self._chunks: list[bytes] = []

    def take(self, chunk: bytes) -> bool:
        """Keep the chunk, and say whether there is room for more."""
        self._chunks.append(chunk)
        self._room -= len(chunk)
        if monotonic() > self._deadline:
            raise TooSlowError
        return self._room >= 0

    def answer(self, status: int, headers: Mapping[str, str]) -> Answer:
        """The answer, as far as it was read."""
        body = self._chunks[0] if len(self._chunks) == 1 else b"".join(self._chunks)
        return Answer(status, headers, body, complete=self._room >= 0)
