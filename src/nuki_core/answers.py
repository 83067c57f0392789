"""From an answer to its value, or to the error that says why there is none. No I/O."""

from __future__ import annotations

from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

import attrs

from .decode import UnexpectedBody
from .errors import (
    BY_STATUS,
    ApiError,
    BridgeBusyError,
    BridgeRefusedError,
    DecodeError,
    DeviceOfflineError,
    SmartHostingError,
)
from .failures import consequence
from .redaction import redact, secrets_in
from .refusals import SUCCESS
from .retry import may_repeat, seconds_to_wait

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .outgoing import Answer
    from .refusals import Judge, Refusal
    from .request import Request

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_KEPT_OF_BODY = 1 << 16
_CREDENTIALS: Final = (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN)
_TEMPORARY: Final = (HTTPStatus.LOCKED, HTTPStatus.TOO_MANY_REQUESTS)
_PERMANENT: Final = (HTTPStatus.NOT_IMPLEMENTED, HTTPStatus.HTTP_VERSION_NOT_SUPPORTED)
_NOT_CARRIED_OUT: Final = (BridgeBusyError, BridgeRefusedError, SmartHostingError)


@attrs.frozen(eq=False)
class Response(Generic[T_co]):
    """An answer with its status and headers, for callers to whom the value is not enough."""

    status: int
    headers: Mapping[str, str] = attrs.field(repr=False)
    value: T_co


def response_to(
    request: Request[T], answer: Answer, judge: Judge, hint: str, secrets: tuple[str, ...] = ()
) -> Response[T]:
    """The decoded answer; ``hint`` says what to check when credentials are refused.

    ``secrets`` are the request's credentials, which servers may repeat in their messages.

    Raises:
        ApiError: The answer is a refusal; its class says which.
        DecodeError: The answer is not the JSON container that the operation declares.
    """
    refusal = judge(request.operation, answer)
    if refusal is not None:
        kind, message = refusal
        message = redact(message, (*secrets, *secrets_in(request)))
        raise _refused(request, answer, (kind, message), hint)
    if not answer.complete:
        raise _undecoded(request, answer, f"it is larger than {len(answer.body) - 1:,} bytes")
    try:
        value = request.decode(answer.body)
    except UnexpectedBody as error:
        reason = str(error)
    except Exception as error:  # noqa: BLE001 - whatever a decoder trips over is in the answer
        reason = f"{type(error).__name__} while reading it"
    else:
        return Response(answer.status, answer.headers, value)
    raise _undecoded(request, answer, reason)


def _undecoded(request: Request[Any], answer: Answer, reason: str) -> DecodeError:
    operation = request.operation
    return DecodeError(
        f"{operation}: the answer with status {answer.status} is not as declared: {reason}"
        f"{consequence(operation, may_have_run=True)}",
        operation=str(operation),
        status=answer.status,
        body=answer.body[:_KEPT_OF_BODY],
    )


def _refused(request: Request[Any], answer: Answer, refusal: Refusal, hint: str) -> ApiError:
    kind, message = refusal
    operation, status = request.operation, answer.status
    credentials = status in _CREDENTIALS
    may_have_run = _may_have_run(kind, status)
    temporary = status in _TEMPORARY or (status >= 500 and status not in _PERMANENT)  # noqa: PLR2004
    text = (
        f"{operation}: {_phrase(status)}: {message or 'no reason given'}"
        f" ({_advice(kind, answer, hint if credentials else '')}"
        f"{_needed(operation.scopes) if credentials else ''})"
        f"{consequence(operation, may_have_run=may_have_run)}"
    )
    return kind(
        text,
        status=status,
        operation=str(operation),
        message=message,
        body=answer.body[:_KEPT_OF_BODY],
        scopes=operation.scopes if credentials else (),
        retry_after=seconds_to_wait(answer.headers.get("Retry-After"), datetime.now(UTC)),
        may_have_run=may_have_run,
        retryable=temporary and may_repeat(operation.effect, may_have_run=may_have_run),
    )


def _may_have_run(kind: type[ApiError], status: int) -> bool:
    if issubclass(kind, DeviceOfflineError):
        return True  # the bridge may have lost the device half-way
    return not (issubclass(kind, _NOT_CARRIED_OUT) or status in BY_STATUS)


def _phrase(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _advice(kind: type[ApiError], answer: Answer, hint: str) -> str:
    if hint:
        return hint
    if kind.advice:
        return kind.advice
    if location := answer.headers.get("Location"):
        server = location.partition("?")[0].partition("#")[0]
        return f"redirected to {server}, and credentials are not sent along; check the base URL"
    return f"an unexpected status, outside {SUCCESS.start} to {SUCCESS.stop - 1}"


def _needed(scopes: tuple[str, ...]) -> str:
    return f"; the operation needs one of the scopes {', '.join(scopes)}" if scopes else ""
