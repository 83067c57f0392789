"""Everything that can go wrong, under one root.

::

    NukiError
    ├── ValidationError            an argument is wrong; nothing was sent (also a ValueError)
    ├── TransportError             no complete answer arrived
    │   ├── ConnectError           no connection was made; nothing was sent
    │   │   └── TLSError           the server's certificate or its TLS was not accepted
    │   └── RequestTimeoutError    too slow: waiting in the queue, connecting, sending, receiving
    ├── DecodeError                the answer is not what the operation declares; keeps the body
    ├── SignatureError             a webhook's signature does not fit its body
    ├── CallbackSlotsError         others hold all slots that a bridge has for callbacks
    ├── ActionError                a device did not do what it was asked to, and said so
    │   ├── JammedError            the motor could not turn
    │   ├── ActionRefusedError     the device would not even begin
    │   ├── ActionAbortedError     somebody or something stopped it half-way
    │   └── TooFarError            bridge or server do not reach the device
    ├── NotConfirmedError          it was asked for, and nobody said in time whether it was done
    └── ApiError                   the server answered, and the answer is no
        ├── BadRequestError        400
        ├── UnauthorizedError      401
        ├── PaymentRequiredError   402
        ├── ForbiddenError         403
        ├── NotFoundError          404
        ├── MethodNotAllowedError  405
        ├── ConflictError          409
        ├── GoneError              410
        │   └── DeviceOfflineError 410 of a bridge: the device is known to be offline
        ├── UnprocessableError     422
        ├── LockedError            423
        ├── UpgradeRequiredError   426
        ├── RateLimitedError       429
        ├── ServerError            5xx
        │   └── BridgeBusyError    503 of a bridge: busy, or the device is offline
        ├── BridgeRefusedError     200 of a bridge with ``success: false``
        │   └── NotExecutedError   the same from a device: not executed, for whatever reason
        └── SmartHostingError      the device has no active Smart Hosting subscription

Every error can be pickled, and none carries a token, code or PIN in its text.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from .enums import OpenValue


class NukiError(Exception):
    """The root of all errors of this package.

    ``operation`` is the operation that was called, ``"POST /smartlock/{smartlockId}/action"``.
    ``may_have_run`` says whether the server may have carried the request out all the same: a bolt
    may have moved. ``retryable`` says whether sending the same request again later can succeed
    without anything happening twice.
    """

    def __init__(
        self,
        text: str,
        *,
        operation: str = "",
        may_have_run: bool = False,
        retryable: bool = False,
    ) -> None:
        super().__init__(text)
        self.operation = operation
        self.may_have_run = may_have_run
        self.retryable = retryable


class ValidationError(NukiError, ValueError):
    """An argument is wrong; nothing was sent."""


class SignatureError(NukiError):
    """A webhook's signature does not fit its body; do not trust its content."""


class TransportError(NukiError):
    """No complete answer arrived; the connection broke, or the server spoke no proper HTTP."""


class ConnectError(TransportError):
    """No connection was made: refused, unreachable, or the name is unknown. Nothing was sent."""


class TLSError(ConnectError):
    """The server's certificate or its TLS version was not accepted. Nothing was sent."""


class RequestTimeoutError(TransportError):
    """The call took too long; ``may_have_run`` tells whether the request had been sent."""


class CallbackSlotsError(NukiError):
    """Others hold all slots that a bridge has for callbacks; free one of them.

    ``servers`` are where these post to, without the paths, which may be secret.
    """

    def __init__(
        self,
        text: str,
        *,
        operation: str = "",
        may_have_run: bool = False,
        retryable: bool = False,
        servers: tuple[str, ...] = (),
    ) -> None:
        super().__init__(text, operation=operation, may_have_run=may_have_run, retryable=retryable)
        self.servers = servers


class ActionError(NukiError):
    """A device did not do what it was asked to, and said so: for want of power, for instance.

    ``outcome`` is the word of the API for how it ended, ``None`` if it has none.
    """

    def __init__(
        self,
        text: str,
        *,
        operation: str = "",
        may_have_run: bool = True,
        retryable: bool = False,
        outcome: object = None,
    ) -> None:
        super().__init__(text, operation=operation, may_have_run=may_have_run, retryable=retryable)
        self.outcome = outcome


class JammedError(ActionError):
    """The motor could not turn: look whether the door is shut, and what blocks the bolt."""


class ActionRefusedError(ActionError):
    """The device would not even begin: it is busy, in night mode, or must not do this."""


class ActionAbortedError(ActionError):
    """Somebody or something stopped it half-way: a hand on the knob, another action."""


class TooFarError(ActionError):
    """The bridge or the server do not reach the device; it may be out of range or without power."""


class NotConfirmedError(NukiError):
    """It was asked for, and nobody said in time whether it was done.

    ``last_known`` is what was last heard of the device or the entry.
    """

    def __init__(
        self,
        text: str,
        *,
        operation: str = "",
        may_have_run: bool = True,
        retryable: bool = False,
        last_known: object = None,
    ) -> None:
        super().__init__(text, operation=operation, may_have_run=may_have_run, retryable=retryable)
        self.last_known = last_known


class DecodeError(NukiError):
    """The answer is not what the operation declares.

    ``status`` is its HTTP status, ``body`` its bytes (cut when it was too large to read).
    """

    def __init__(  # noqa: PLR0913 - a record of the answer, all by keyword
        self,
        text: str,
        *,
        operation: str = "",
        status: int = 0,
        body: bytes = b"",
        may_have_run: bool = True,
        retryable: bool = False,
    ) -> None:
        super().__init__(text, operation=operation, may_have_run=may_have_run, retryable=retryable)
        self.status = status
        self.body = body


class ApiError(NukiError):
    """The server answered, and the answer is no.

    ``status`` is the HTTP status, ``message`` what the vendor says (empty if nothing), ``body`` the
    answer's bytes, ``scopes`` the OAuth scopes of which the operation needs one (on 401 and 403),
    ``retry_after`` the seconds that the server asks to wait.
    """

    advice: str = ""
    """What to do about it, in general."""

    def __init__(  # noqa: PLR0913 - a record of the answer, all by keyword
        self,
        text: str,
        *,
        status: int = 0,
        operation: str = "",
        message: str = "",
        body: bytes = b"",
        scopes: tuple[str, ...] = (),
        retry_after: float | None = None,
        may_have_run: bool = False,
        retryable: bool = False,
    ) -> None:
        super().__init__(text, operation=operation, may_have_run=may_have_run, retryable=retryable)
        self.status = status
        self.message = message
        self.body = body
        self.scopes = scopes
        self.retry_after = retry_after


class BadRequestError(ApiError):
    """400: a parameter is missing or wrong; also unlatching a device sold in the US."""

    advice = "check the arguments"


class UnauthorizedError(ApiError):
    """401: the credentials are missing, wrong or expired."""

    advice = "check the credentials"


class PaymentRequiredError(ApiError):
    """402: the account has not been paid for."""

    advice = "check the account's subscriptions in Nuki Web"


class ForbiddenError(ApiError):
    """403: the credentials are known, and do not suffice."""

    advice = "check what these credentials are allowed to do"


class NotFoundError(ApiError):
    """404: no such resource."""

    advice = "check the id and the base URL; of a bridge, also the device type"


class MethodNotAllowedError(ApiError):
    """405: the device or the account cannot do this."""

    advice = "this device or account does not offer the operation"


class ConflictError(ApiError):
    """409: something else has that name, address or code already."""

    advice = "choose another value, or see what is there already"


class GoneError(ApiError):
    """410: the resource is no longer available."""

    advice = "fetch the list again"


class DeviceOfflineError(GoneError):
    """410 of a bridge: the device has been offline for some time.

    Not in the vendor's document; announced by staff in the developer forum ("HTTP 503 error code
    collision - how to handle?").
    """

    advice = "bring the bridge closer to the device, check its batteries, try again later"


class UnprocessableError(ApiError):
    """422: well formed, but the values do not go together."""

    advice = "check how the arguments fit together"


class LockedError(ApiError):
    """423: another operation is still running on this resource."""

    advice = "wait until it is done"


class UpgradeRequiredError(ApiError):
    """426: the account's plan does not include this."""

    advice = "the account needs another plan; see Nuki Web"


class RateLimitedError(ApiError):
    """429: too many requests."""

    advice = "slow down"


class ServerError(ApiError):
    """5xx: the server failed."""

    advice = "try again later"


class BridgeBusyError(ServerError):
    """503 of a bridge: it is busy, or the device is offline; it did nothing with the request.

    Staff of the vendor say that it was handling another one (developer forum, "HTTP 503 error code
    collision - how to handle?"), the document that the device is offline (Bridge API 1.13.3,
    "/lockAction").
    """

    advice = "see what else talks to the bridge, and whether it reaches the device"


class BridgeRefusedError(ApiError):
    """200 of a bridge with ``success: false``: the request was understood and not fulfilled."""

    advice = "see the message; a bridge stores at most three callbacks"


class NotExecutedError(BridgeRefusedError):
    """200 of a bridge with ``success: false`` about a device: it was not executed.

    The bridge does not say why (Bridge API 1.13.3, "/lockAction"): the device may be out of reach,
    busy or jammed, and the bolt may have moved part of its way. ``state`` is the device's state if
    the answer names it, otherwise ``None``; the list of devices has the last one that is known.
    """

    advice = (
        "the bridge does not say why: the device may be out of reach, busy or jammed; the list of "
        "devices has its last known state"
    )

    def __init__(self, text: str, *, state: OpenValue | None = None, **known: Any) -> None:
        super().__init__(text, **known)
        self.state = state


class SmartHostingError(ApiError):
    """The device is not available without an active Smart Hosting subscription."""

    advice = "get a subscription for this device, or use the account of its owner"


BY_STATUS: Final[dict[int, type[ApiError]]] = {
    HTTPStatus.BAD_REQUEST: BadRequestError,
    HTTPStatus.UNAUTHORIZED: UnauthorizedError,
    HTTPStatus.PAYMENT_REQUIRED: PaymentRequiredError,
    HTTPStatus.FORBIDDEN: ForbiddenError,
    HTTPStatus.NOT_FOUND: NotFoundError,
    HTTPStatus.METHOD_NOT_ALLOWED: MethodNotAllowedError,
    HTTPStatus.CONFLICT: ConflictError,
    HTTPStatus.GONE: GoneError,
    HTTPStatus.UNPROCESSABLE_ENTITY: UnprocessableError,
    HTTPStatus.LOCKED: LockedError,
    HTTPStatus.UPGRADE_REQUIRED: UpgradeRequiredError,
    HTTPStatus.TOO_MANY_REQUESTS: RateLimitedError,
}
"""The class of each status that has one. A server that answers so has refused the request."""


def error_class(status: int) -> type[ApiError]:
    """The class for a status: its own, :class:`ServerError` from 500 on, else :class:`ApiError`."""
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return ServerError
    return BY_STATUS.get(status, ApiError)
