"""One call of an operation: every decision between its request and its value. No I/O.

A client runs a call in tries: it sends what :meth:`Call.outgoing` makes, hands the answer to
:meth:`Call.response`, and after an error asks :meth:`Call.pause_after` whether to go on.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from urllib.parse import quote

import attrs

from .answers import Response, response_to
from .auth import Credentials
from .clock import Clock
from .errors import RequestTimeoutError, UnauthorizedError, ValidationError
from .json import dumps
from .outgoing import Outgoing
from .renewal import RenewableScheme
from .retry import RetryPolicy, pause_before_retry
from .turns import Ticket
from .unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Callable

    from .auth import Scheme
    from .errors import NukiError
    from .outgoing import Answer
    from .refusals import Judge
    from .request import Operation, Request
    from .turns import Turns

T = TypeVar("T")

_LONGEST_BODY = 32 * 1024 * 1024
_UNSIGNED = Credentials()
_JSON = ("Content-Type", "application/json")


def _positive(timeout: float | None) -> float | None:
    if timeout is not None and not timeout > 0:
        raise ValidationError(f"timeout must be greater than 0 seconds, not {timeout!r}")
    return timeout


def _not_negative(gap: float) -> float:
    if not gap >= 0:
        raise ValidationError(f"gap must be 0 seconds or more, not {gap!r}")
    return gap


@attrs.frozen(eq=False)
class Settings:
    """What the calls of a client have in common.

    ``check`` looks at each request before anything is sent. ``timeout`` is the caller's choice in
    seconds and beats that of the operation; without either, ``usual_timeout`` holds. ``turns`` and
    ``gap`` pace the requests to the server. ``longest_body`` bounds in bytes what is read.
    """

    base_url: str
    scheme: Scheme = attrs.field(repr=False)
    judge: Judge = attrs.field(repr=False)
    check: Callable[[Request[Any]], None] = attrs.field(repr=False)
    usual_timeout: float
    timeout: float | None = attrs.field(default=None, converter=_positive)
    retry: RetryPolicy = attrs.field(factory=RetryPolicy)
    turns: Turns | None = attrs.field(default=None, repr=False)
    gap: float = attrs.field(default=0.0, converter=_not_negative)
    longest_body: int = _LONGEST_BODY
    clock: Clock = attrs.field(factory=Clock, repr=False)

    def timeout_of(self, operation: Operation) -> float:
        """The seconds that one try of this operation may take."""
        return self.timeout or operation.timeout or self.usual_timeout


class Call(Generic[T]):
    """The progress of one request through its tries."""

    def __init__(self, settings: Settings, request: Request[T]) -> None:
        settings.check(request)
        self._settings = settings
        self._request = request
        self._timeout = settings.timeout_of(request.operation)
        self._tries = 0
        self._sent = False
        self._renewed = False
        self._credentials = _UNSIGNED
        self._ends = settings.clock.now() + settings.retry.seconds_for(self._timeout)
        self._try_ends = self._ends

    def begin_try(self) -> None:
        """Start the clock of the next try."""
        self._tries += 1
        self._sent = False
        self._try_ends = min(self._settings.clock.now() + self._timeout, self._ends)

    @property
    def turns(self) -> Turns | None:
        """Where to queue, unless another server than the client's own answers."""
        return None if self._request.operation.server else self._settings.turns

    @property
    def renewal(self) -> RenewableScheme | None:
        """The scheme, if it has to renew its credentials before this try."""
        scheme = self._settings.scheme
        signed = self._request.operation.signed
        return (
            scheme if signed and isinstance(scheme, RenewableScheme) and scheme.is_due() else None
        )

    def ticket(self) -> Ticket:
        """A place in a queue, good for this try."""
        return Ticket(self._try_ends, self._out_of_time, self._settings.gap)

    def time_left(self) -> float:
        """The seconds that this try has, or an error when there are none."""
        left = self._try_ends - self._settings.clock.now()
        if left <= 0:
            raise self._out_of_time()
        return left

    def _out_of_time(self) -> NukiError:
        operation = self._request.operation
        return RequestTimeoutError(
            f"{operation}: waited {self._timeout:g} s for its turn, other requests to this server "
            "took that long; nothing was sent",
            operation=str(operation),
            retryable=True,
        )

    def outgoing(self) -> Outgoing:
        """Sign the request for one try."""
        settings, request = self._settings, self._request
        operation = request.operation
        self._credentials = settings.scheme.sign() if operation.signed else _UNSIGNED
        content, headers = None, list(self._credentials.headers)
        if request.body is not UNSET:
            content = _json(request)
            headers.append(_JSON)
        timeout = self.time_left()
        self._sent = True
        return Outgoing(
            operation=operation,
            url=_url(operation.server or settings.base_url, request, self._credentials),
            headers=headers,
            content=content,
            secrets=self._credentials.secrets,
            timeout=timeout,
            longest_body=settings.longest_body,
            is_fixed=not self._credentials.query,
        )

    def response(self, answer: Answer) -> Response[T]:
        """The decoded answer, or the error that it means."""
        settings, secrets = self._settings, self._credentials.secrets
        return response_to(self._request, answer, settings.judge, settings.scheme.hint, secrets)

    def pause_after(self, error: NukiError) -> float:
        """The seconds to wait before the next try; raises the error when it is final."""
        if not self._sent:  # it was the renewal of the credentials that failed
            error.may_have_run = False
        if self._can_renew(error):
            self._renewed = True
            return 0.0
        pause = pause_before_retry(
            self._settings.retry,
            error,
            attempt=self._tries,
            time_left=self._ends - self._settings.clock.now(),
            chance=random.random(),  # noqa: S311 - it spreads retries, it protects nothing
        )
        if pause is None:
            raise error
        return pause

    def _can_renew(self, error: NukiError) -> bool:
        scheme = self._settings.scheme
        return (
            not self._renewed
            and isinstance(error, UnauthorizedError)
            and isinstance(scheme, RenewableScheme)
            and scheme.refuse(self._credentials)
        )


def _json(request: Request[Any]) -> bytes:
    try:
        return dumps(request.body)  # type: ignore[arg-type]
    except (TypeError, ValueError, RecursionError) as error:
        # The reason only: the value itself may be a code or a password.
        reason = type(error).__name__
    raise ValidationError(
        f"{request.operation}: the body is no JSON ({reason}); pass a model, or plain JSON values",
        operation=str(request.operation),
    )


def _url(server: str, request: Request[Any], credentials: Credentials) -> str:
    query = [f"{quote(name)}={quote(value, safe='')}" for name, value in request.query]
    # Bridges are known to read the colons of a time stamp as they are, not percent-encoded.
    query += [f"{name}={quote(value, safe=':')}" for name, value in credentials.query]
    return f"{server}{request.path}?{'&'.join(query)}" if query else f"{server}{request.path}"
