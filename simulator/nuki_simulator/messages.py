"""Requests and answers as values, and the operation that a request addresses.

Both APIs speak in these, whatever way a request comes in.
"""

from __future__ import annotations

import re
from enum import Enum
from http import HTTPStatus
from typing import TYPE_CHECKING, Final, TypeAlias
from urllib.parse import parse_qsl, unquote, urlsplit

import attrs

from nuki_core.json import dumps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from nuki_core.json import JsonValue
    from nuki_core.request import Operation

_PARAMETER: Final = re.compile(r"\{[^}]+\}")
Headers: TypeAlias = tuple[tuple[str, str], ...]


@attrs.frozen
class HttpRequest:
    """A request as it arrives; ``path`` is as on the wire, names of ``headers`` are lower-case.

    ``peer`` is the address that it came from, empty if it came over no socket.
    """

    method: str
    path: str
    query: Headers = attrs.field(default=(), repr=False)
    headers: Mapping[str, str] = attrs.field(factory=dict[str, str], repr=False)
    body: bytes = attrs.field(default=b"", repr=False)
    peer: str = ""

    @classmethod
    def from_url(
        cls,
        method: str,
        url: str,
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
        *,
        peer: str = "",
    ) -> HttpRequest:
        """Read path and query from a URL."""
        parts = urlsplit(url)
        # A plus sign is no blank here: the hashed token's time may carry one.
        query = parse_qsl(parts.query.replace("+", "%2B"), keep_blank_values=True)
        named = {name.lower(): value for name, value in (headers or {}).items()}
        return cls(method.upper(), parts.path or "/", tuple(query), named, body, peer)

    @property
    def arguments(self) -> dict[str, str]:
        """The query parameters; of a repeated one the last."""
        return dict(self.query)


class Ending(Enum):
    """How the connection ends."""

    COMPLETE = "complete"
    REFUSED = "refused"
    RESET = "reset"
    STALLED = "stalled"
    TRUNCATED = "truncated"


@attrs.frozen
class HttpResponse:
    """An answer, or the way in which there is none."""

    status: int
    body: bytes = attrs.field(default=b"", repr=False)
    headers: Headers = attrs.field(default=(), repr=False)
    ending: Ending = Ending.COMPLETE
    seconds: float = 0.0

    @property
    def chunked(self) -> bool:
        """Whether it comes in chunks, so that nobody knows its length beforehand."""
        return ("Transfer-Encoding", "chunked") in self.headers


@attrs.frozen
class Wait:
    """No answer yet: let ``seconds`` pass on the clock, then ask ``then``.

    A wait of zero seconds gives other requests the chance to arrive in between.
    """

    seconds: float
    then: Callable[[], HttpResponse | Wait]


Reply: TypeAlias = HttpResponse | Wait


def json_response(
    value: JsonValue, status: int = 200, media: str = "application/json"
) -> HttpResponse:
    """Answer with a JSON body."""
    return HttpResponse(status, dumps(value), (("Content-Type", media),))


def not_simulated(operation: Operation) -> HttpResponse:
    """Answer 501 for an operation that the descriptions know and the simulator does not yet."""
    text = f"The simulator does not know {operation.resource}.{operation.name}.\n"
    return text_response(HTTPStatus.NOT_IMPLEMENTED, text)


def text_response(status: int, text: str, media: str = "text/plain") -> HttpResponse:
    """Answer with a text body."""
    return HttpResponse(status, text.encode(), (("Content-Type", media),))


@attrs.frozen
class Route:
    """An operation, and what stands in the path for its parameters, by wire name."""

    operation: Operation
    path_values: dict[str, str]

    @property
    def key(self) -> tuple[str, str]:
        """Resource and name, under which an API keeps the function that answers."""
        return self.operation.resource, self.operation.name


class Router:
    """Finds operations; a literal segment beats a parameter (``/account/user`` over ``/{id}``)."""

    def __init__(self, operations: Iterable[Operation]) -> None:
        self._by_shape: dict[
            tuple[str, int], list[tuple[re.Pattern[str], list[str], Operation]]
        ] = {}
        # A brace sorts behind all that stands literally in a path.
        for operation in sorted(operations, key=lambda operation: operation.path):
            literals = map(re.escape, _PARAMETER.split(operation.path))
            pattern = re.compile("([^/]+)".join(literals))
            names = [found[1:-1] for found in _PARAMETER.findall(operation.path)]
            shape = operation.method, operation.path.count("/")
            self._by_shape.setdefault(shape, []).append((pattern, names, operation))

    def route(self, method: str, path: str) -> Route | None:
        """Find the operation that a request addresses."""
        for pattern, names, operation in self._by_shape.get((method, path.count("/")), ()):
            if match := pattern.fullmatch(path):
                values = map(unquote, match.groups())
                return Route(operation, dict(zip(names, values, strict=True)))
        return None

    def methods(self, path: str) -> set[str]:
        """List the methods that a path takes."""
        return {method for method, _ in self._by_shape if self.route(method, path)}
