"""The one module that touches the HTTP library.

``httpx`` is imported when the first client is made. A client that the caller hands in may be of
``httpx`` or ``httpx2``, or of anything that looks like them: only the protocols below are used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

from .failures import failure_of
from .outgoing import Answer, Intake, NotSentError
from .redaction import conceal, reveal

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping, MutableMapping

    from .outgoing import Outgoing, Timeouts

R = TypeVar("R", bound="HTTPRequest")
R_co = TypeVar("R_co", bound="HTTPRequest", covariant=True)


class Head(Protocol):
    """What is needed of a response before its body is read."""

    @property
    def status_code(self) -> int: ...  # noqa: D102
    @property
    def headers(self) -> Mapping[str, str]: ...  # noqa: D102


class HTTPResponse(Head, Protocol):
    """What is needed of a response that is read synchronously."""

    def iter_bytes(self) -> Iterator[bytes]: ...  # noqa: D102
    def close(self) -> None: ...  # noqa: D102


class AsyncHTTPResponse(Head, Protocol):
    """What is needed of a response that is read asynchronously."""

    def aiter_bytes(self) -> AsyncIterator[bytes]: ...  # noqa: D102
    async def aclose(self) -> None: ...  # noqa: D102


class HTTPRequest(Protocol):
    """What is needed of a request before it is sent."""

    @property
    def url(self) -> object: ...  # noqa: D102
    @property
    def headers(self) -> MutableMapping[str, str]: ...  # noqa: D102


class Builder(Protocol[R_co]):
    """What makes a request; R is the library's request class."""

    def build_request(  # noqa: D102
        self,
        method: str,
        url: Any,
        *,
        content: bytes | None,
        timeout: Timeouts,
    ) -> R_co: ...


class HTTPClient(Builder[R], Protocol[R]):
    """What is needed of ``httpx.Client`` or ``httpx2.Client``."""

    def send(  # noqa: D102
        self, request: R, *, stream: bool, auth: None, follow_redirects: bool
    ) -> HTTPResponse: ...
    def close(self) -> None: ...  # noqa: D102


class AsyncHTTPClient(Builder[R], Protocol[R]):
    """What is needed of ``httpx.AsyncClient`` or ``httpx2.AsyncClient``."""

    async def send(  # noqa: D102
        self, request: R, *, stream: bool, auth: None, follow_redirects: bool
    ) -> AsyncHTTPResponse: ...
    async def aclose(self) -> None: ...  # noqa: D102


def transmit(client: HTTPClient[Any], outgoing: Outgoing) -> Answer:
    """Send and receive; every failure of the library becomes one of our errors."""
    concealed = conceal(outgoing.secrets)
    try:
        return _exchange(client, outgoing)
    except Exception as error:
        failure = failure_of(error, outgoing)
        if failure is None:
            raise
    finally:
        reveal(concealed)
    # Outside the handler: the library's exception holds the request, and that holds the token.
    raise failure


async def atransmit(client: AsyncHTTPClient[Any], outgoing: Outgoing) -> Answer:
    """As :func:`transmit`, asynchronously."""
    concealed = conceal(outgoing.secrets)
    try:
        return await _aexchange(client, outgoing)
    except Exception as error:
        failure = failure_of(error, outgoing)
        if failure is None:
            raise
    finally:
        reveal(concealed)
    raise failure


def _exchange(client: HTTPClient[Any], outgoing: Outgoing) -> Answer:
    intake = Intake(outgoing)
    response = client.send(_built(client, outgoing), stream=True, auth=None, follow_redirects=False)
    try:
        for chunk in response.iter_bytes():
            if not intake.take(chunk):
                break
    finally:
        response.close()
    return intake.answer(response.status_code, response.headers)


async def _aexchange(client: AsyncHTTPClient[Any], outgoing: Outgoing) -> Answer:
    intake = Intake(outgoing)
    response = await client.send(
        _built(client, outgoing), stream=True, auth=None, follow_redirects=False
    )
    try:
        async for chunk in response.aiter_bytes():
            if not intake.take(chunk):
                break
    finally:
        await response.aclose()
    return intake.answer(response.status_code, response.headers)


# Parsing a URL is a tenth of a call. Only URLs without credentials are kept.
_parsed: Final[dict[tuple[type, str], Any]] = {}
_MOST_PARSED: Final = 500


def _built(client: Builder[R], outgoing: Outgoing) -> R:
    key = (client.__class__, outgoing.url)
    try:
        request = client.build_request(
            outgoing.operation.method,
            _parsed.get(key, outgoing.url),
            content=outgoing.content,
            timeout=outgoing.timeouts,
        )
        # Passed to build_request, they would make it build and merge a second set of headers.
        for name, value in outgoing.headers:
            request.headers[name] = value
    except Exception as error:  # noqa: BLE001 - whatever it is, nothing has been sent
        raise NotSentError(f"{type(error).__name__}: {error}") from None
    if outgoing.is_fixed and key not in _parsed:
        if len(_parsed) >= _MOST_PARSED:
            _parsed.clear()
        _parsed[key] = request.url
    return request


_HEADERS: Final = {"Accept": "application/json", "User-Agent": "nuki-sdk"}


def open_client(*, trust_env: bool) -> HTTPClient[Any]:
    """Make the default client; ``trust_env`` lets the environment choose a proxy."""
    import httpx  # noqa: PLC0415 - an import of the package must not import the library

    return httpx.Client(trust_env=trust_env, headers=_HEADERS)


def open_async_client(*, trust_env: bool) -> AsyncHTTPClient[Any]:
    """As :func:`open_client`, asynchronously."""
    import httpx  # noqa: PLC0415 - as above

    return httpx.AsyncClient(trust_env=trust_env, headers=_HEADERS)
