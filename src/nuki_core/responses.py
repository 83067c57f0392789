"""From an answer to its value, or to the error that it means. No I/O.

Each API has a function that maps answers to errors: it names the class of the error and the
vendor's message, or ``None`` for an answer that is to be decoded.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final, Generic, TypeAlias, TypeVar
from urllib.parse import urlsplit

from .decode import Chosen, UnexpectedBody
from .enums import OpenValue
from .errors import (
    BY_STATUS,
    ApiError,
    BridgeBusyError,
    BridgeRefusedError,
    DecodeError,
    DeviceOfflineError,
    NotExecutedError,
    NotFoundError,
    NukiError,
    SmartHostingError,
    error_class,
)
from .failures import consequence
from .json import loads
from .lazy_attrs import field, frozen
from .redaction import Secrets, redact, secrets_in
from .request import Operation
from .retry import may_repeat, seconds_to_wait
from .transport import RawResponse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .json import JsonObject, JsonValue
    from .request import Request

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

ApiErrorMapping: TypeAlias = Callable[[Operation, RawResponse], tuple[type[ApiError], str] | None]

SUCCESS: Final = range(200, 300)

_TITLE: Final = re.compile(r"<title>([^<]*)", re.IGNORECASE)
_MESSAGES: Final = (
    "detailMessage",
    "message",
    "error_description",
    "description",
    "reasonPhrase",
    "error",
)
_LONGEST_MESSAGE: Final = 500
_LONGEST_TEXT: Final = 1 << 16
_KEPT_OF_BODY: Final = 1 << 16
_CREDENTIALS: Final = (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN)
_TEMPORARY: Final = (HTTPStatus.LOCKED, HTTPStatus.TOO_MANY_REQUESTS)
_PERMANENT: Final = (HTTPStatus.NOT_IMPLEMENTED, HTTPStatus.HTTP_VERSION_NOT_SUPPORTED)
_NOT_CARRIED_OUT: Final = (BridgeBusyError, BridgeRefusedError, SmartHostingError)


@frozen(eq=False)
class Response(Generic[T_co]):
    """An answer with its status and headers, for callers to whom the value is not enough."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    value: T_co

    def __init__(self, status: int, headers: Mapping[str, str], value: T_co) -> None:
        # Written out because every call makes one.
        keep = object.__setattr__
        keep(self, "status", status)
        keep(self, "headers", headers)
        keep(self, "value", value)


def response_of(
    request: Request[T], raw: RawResponse, mapping: ApiErrorMapping, hint: str, secrets: Secrets
) -> Response[T] | NukiError:
    """The decoded answer, or the error that it means.

    ``hint`` says what to check when credentials are refused, ``secrets`` are the credentials, which
    servers may repeat in their messages. An :class:`ApiError` says that the answer is a refusal, a
    :class:`DecodeError` that it is not the JSON container that the operation declares.
    """
    found = mapping(request.operation, raw)
    if found is not None:
        return _api_error(request, raw, found, hint, secrets + secrets_in(request))
    if not raw.complete:
        return _decode_error(request, raw, "it is larger than the client reads", secrets)
    decode: Callable[[bytes], T] = request.decode
    chosen: Any = decode
    if isinstance(chosen, Chosen):
        decode = chosen.of(raw.status, raw.headers.get("Content-Type", ""))
    try:
        value = decode(raw.body)
    except UnexpectedBody as error:
        reason = str(error)
    except Exception as error:  # noqa: BLE001 - whatever a decoder trips over is in the answer
        reason = f"{type(error).__name__} while reading it"
    else:
        return Response(raw.status, raw.headers, value)
    return _decode_error(request, raw, reason, secrets)


def web_api_error(_operation: Operation, raw: RawResponse) -> tuple[type[ApiError], str] | None:
    """Map an answer of the Web API.

    Which status comes with a missing Smart Hosting subscription is not documented (Nuki Web API
    v.1.5.0, "Smart Hosting"), so the text decides, whatever the status.
    """
    if raw.status in SUCCESS:
        if not raw.body.startswith(b"{") or b"Smart Hosting" not in raw.body:
            return None
        # An `error` of its own tells of devices that were skipped: it is part of the value.
        text = _parsed(raw.body).get("detailMessage")
        return (SmartHostingError, text) if isinstance(text, str) else None
    message = vendor_message(raw.body)
    if "Smart Hosting" in message:
        return SmartHostingError, message
    return error_class(raw.status), message


def bridge_api_error(operation: Operation, raw: RawResponse) -> tuple[type[ApiError], str] | None:
    """Map an answer of a bridge, where 200 with ``success: false`` is a refusal too.

    That is how it says that a device did not execute an action (Bridge API 1.13.3, "/lockAction").
    """
    if raw.status not in SUCCESS:
        return lenient_bridge_api_error(operation, raw)
    if b"false" not in raw.body or b'"success"' not in raw.body:
        return None
    found = _parsed(raw.body)
    if found.get("success") is not False:
        return None
    of_device = any(parameter.wire_name == "nukiId" for parameter in operation.parameters)
    kind = NotExecutedError if of_device else BridgeRefusedError
    return kind, next(_texts(found), "success: false")


def lenient_bridge_api_error(
    _operation: Operation, raw: RawResponse
) -> tuple[type[ApiError], str] | None:
    """Map an answer of a bridge for a caller who looks at ``success``.

    A 503 is sent again, motion too, because in both of its readings the bridge did nothing with
    the request: the document says that the device is offline (Bridge API 1.13.3, "/lockAction"),
    its overview that another request is running ("Errors"), and staff confirmed the latter in the
    developer forum ("HTTP 503 error code collision - how to handle?").
    """
    if raw.status in SUCCESS:
        return None
    message = vendor_message(raw.body)
    if raw.status == HTTPStatus.SERVICE_UNAVAILABLE:
        return BridgeBusyError, message
    if raw.status == HTTPStatus.GONE:
        return DeviceOfflineError, message
    return error_class(raw.status), message


def vendor_message(body: bytes) -> str:
    """What the vendor says, from any of the shapes in which error bodies come; empty if nothing.

    A serialised exception, a status object, an OAuth error, an HTML page, bare text, or no body.
    It may hold secrets and be long: see :func:`shown`.
    """
    found = _parsed(body)
    if found:
        return next(_texts(found), "")
    text = body[:_LONGEST_TEXT].decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    if text.startswith("<"):
        title = _TITLE.search(text)
        return title[1] if title else ""
    # What looks like JSON and is not readable may hold anything; it stays in the error's body.
    return "" if text.startswith(("{", "[")) else text


def shown(message: str, secrets: Secrets) -> str:
    """A vendor's message on one line, without secrets, and then cut."""
    hidden = redact(message[:_LONGEST_TEXT], secrets)
    printable = "".join(character if character.isprintable() else " " for character in hidden)
    # Once more: blanks that are squeezed out may have parted a secret.
    return redact(" ".join(printable.split()), secrets)[:_LONGEST_MESSAGE]


def _texts(found: JsonObject) -> Iterator[str]:
    values = (found.get(name) for name in _MESSAGES)
    return (value for value in values if isinstance(value, str) and value)


def _parsed(body: bytes) -> JsonObject:
    try:
        found: JsonValue = loads(body)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _decode_error(
    request: Request[Any], raw: RawResponse, reason: str, secrets: Secrets
) -> DecodeError:
    operation = request.operation
    return DecodeError(
        f"{operation}: the answer with status {raw.status} is not as declared: {reason}"
        f"{consequence(operation, may_have_run=True)}",
        operation=str(operation),
        status=raw.status,
        body=_kept(raw, secrets + secrets_in(request)),
    )


def _kept(raw: RawResponse, secrets: Secrets) -> bytes:
    text = raw.body[:_KEPT_OF_BODY].decode("utf-8", "surrogateescape")
    return redact(text, secrets).encode("utf-8", "surrogateescape")


def _api_error(
    request: Request[Any],
    raw: RawResponse,
    found: tuple[type[ApiError], str],
    hint: str,
    secrets: Secrets,
) -> ApiError:
    kind, status, operation = found[0], raw.status, request.operation
    message = shown(found[1], secrets)
    state = None
    if issubclass(kind, NotExecutedError):
        # The answer that refuses may hold the device's state all the same; the refusal counts.
        with suppress(Exception):
            decoded = getattr(request.decode(raw.body), "state", None)
            state = decoded if isinstance(decoded, OpenValue) else None
    are_credentials = status in _CREDENTIALS
    if issubclass(kind, DeviceOfflineError | NotExecutedError):
        may_have_run = True  # the bridge may have lost the device half-way
    elif issubclass(kind, SmartHostingError) and status in SUCCESS:
        may_have_run = True  # what a success did nobody says
    else:
        may_have_run = not (issubclass(kind, _NOT_CARRIED_OUT) or status in BY_STATUS)
    temporary = status in _TEMPORARY or (status >= 500 and status not in _PERMANENT)  # noqa: PLR2004
    scopes = operation.scopes if are_credentials else ()
    reason = operation.reasons.get(status, "")
    known = "" if state is None else f"its state is {state}"
    advice = (hint if are_credentials else "") or _advice(kind, operation, raw, secrets)
    advice = "; ".join(filter(None, (reason, known, advice)))
    needed = f"; the operation needs one of the scopes {', '.join(scopes)}" if scopes else ""
    try:
        phrase = f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        phrase = str(status)
    error = kind(
        f"{operation}: {phrase}: {message or 'no reason given'} ({advice}{needed})"
        f"{consequence(operation, may_have_run=may_have_run)}",
        status=status,
        operation=str(operation),
        message=message,
        body=_kept(raw, secrets),
        scopes=scopes,
        retry_after=seconds_to_wait(raw.headers.get("Retry-After"), datetime.now(UTC)),
        may_have_run=may_have_run,
        retryable=temporary and may_repeat(operation.effect, may_have_run=may_have_run),
    )
    if isinstance(error, NotExecutedError):
        error.state = state
    return error


def _advice(kind: type[ApiError], operation: Operation, raw: RawResponse, secrets: Secrets) -> str:
    if kind is NotFoundError and not any(each.required for each in operation.parameters):
        return "check the base URL: no such operation was found there"
    if kind.advice:
        return kind.advice
    location = raw.headers.get("Location")
    if not location:
        return f"an unexpected status, outside {SUCCESS.start} to {SUCCESS.stop - 1}"
    try:
        parts = urlsplit(location)
        # No query, and no user name: either may hold credentials.
        server = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"
    except ValueError:
        server = "a malformed URL"
    server = shown(server, secrets)
    return f"redirected to {server}, and credentials are not sent along; check the base URL"
