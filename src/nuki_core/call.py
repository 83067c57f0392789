"""A call of an operation: every decision between its request and its value, as one flow.

::

    queue -> renew credentials if they are due -> sign -> send -> value | error -> again?
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any, TypeVar, cast
from urllib.parse import quote

from .auth import Credentials, RenewableScheme
from .clock import Clock, Sleep
from .content import encoded
from .errors import ApiError, NukiError, RequestTimeoutError, UnauthorizedError, ValidationError
from .failures import error_of_failure
from .lazy_attrs import field, frozen
from .log import LOG
from .redaction import Secrets
from .request_queue import hold_place
from .responses import response_of
from .retry import RetryPolicy, checked_seconds, pause_before_retry
from .transport import Failure, PreparedRequest
from .unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Callable

    from .auth import Scheme
    from .flow import Flow
    from .request import Operation, Request
    from .request_queue import RequestQueue
    from .responses import ApiErrorMapping, Response
    from .transport import RawResponse

T = TypeVar("T")

_LONG_WAIT = 0.01
_LONGEST_BODY = 32 * 1024 * 1024
_UNSIGNED = Credentials()
_JSON = "application/json"


@frozen(eq=False)
class Settings:
    """What the calls of a client have in common.

    ``check`` looks at each request before anything is sent. ``timeout`` is the caller's choice in
    seconds and beats that of the operation; without either, ``usual_timeout`` holds. Requests wait
    for each other in ``queue``, ``min_interval`` seconds lie between them; if ``wait_is_timed``,
    the wait is part of the attempt and its timeout, otherwise only of the call. ``longest_body``
    bounds in bytes what is read.
    """

    base_url: str
    scheme: Scheme = field(repr=False)
    api_errors: ApiErrorMapping = field(repr=False)
    check: Callable[[Request[Any]], None] = field(repr=False)
    queue: RequestQueue = field(repr=False)
    usual_timeout: float
    timeout: float | None = None
    retry: RetryPolicy = field(factory=RetryPolicy)
    min_interval: float = 0.0
    wait_is_timed: bool = True
    longest_body: int = _LONGEST_BODY
    clock: Clock = field(factory=Clock, repr=False)

    def __attrs_post_init__(self) -> None:
        """Check what the caller gave."""
        if not callable(getattr(self.scheme, "sign", None)):
            # Only its class: it may be a token.
            given = type(self.scheme).__name__
            raise ValidationError(
                f"what signs requests is a scheme, BearerToken(...); not a {given}"
            )
        if self.timeout is not None:
            checked_seconds("timeout", self.timeout)
        if not isinstance(cast("object", self.retry), RetryPolicy):
            raise ValidationError(f"retry must be a RetryPolicy or NO_RETRY, not {self.retry!r}")
        checked_seconds("min_interval", self.min_interval, or_zero=True)

    def timeout_of(self, operation: Operation) -> float:
        """The seconds that one attempt of this operation may take."""
        return self.timeout or operation.timeout or self.usual_timeout


def call(settings: Settings, request: Request[T]) -> Flow[Response[T]]:
    """Carry out a request, in as many attempts as the policy allows and safety permits.

    Raises:
        NukiError: No answer, no decodable answer, or a refusal; see :mod:`nuki_core.errors`.
    """
    settings.check(request)
    operation, scheme, clock = request.operation, settings.scheme, settings.clock
    timeout = settings.timeout_of(operation)
    call_began = clock.now()
    call_ends = call_began + settings.retry.seconds_for(timeout)
    number, has_renewed = 0, False
    while True:
        number += 1
        began = clock.now()
        wait_ends = min(began + timeout, call_ends) if settings.wait_is_timed else call_ends
        credentials = _UNSIGNED
        attempt = _attempt(settings, request, began, wait_ends)
        result: tuple[Response[T] | NukiError, Credentials] | None
        if operation.server:  # it answers instead of the client's own server
            result = yield from attempt
        else:
            result = yield from hold_place(
                settings.queue, attempt, wait_ends, clock, settings.min_interval
            )
        if result is None:
            outcome: Response[T] | NukiError = _too_late(
                operation, wait_ends - began, settings.queue
            )
        else:
            outcome, credentials = result
        if not isinstance(outcome, NukiError):
            return outcome
        error = outcome
        if (
            isinstance(error, UnauthorizedError)
            and isinstance(scheme, RenewableScheme)
            and credentials is not _UNSIGNED
            and not has_renewed
            and scheme.refuse(credentials)
        ):
            has_renewed = True
            LOG.debug("%s: the token is no longer accepted", operation)
            continue
        pause = pause_before_retry(
            settings.retry,
            error,
            effect=operation.effect,
            attempt=number,
            elapsed=clock.now() - call_began,
            time_left=call_ends - clock.now(),
            chance=random.random(),  # noqa: S311 - it spreads retries, it protects nothing
        )
        if pause is None:
            raise error
        # Not its text: what a server says does not belong into a log.
        named = type(error).__name__
        if isinstance(error, ApiError):
            named = f"{named}, {error.status}"
        LOG.debug("%s: attempt %d failed (%s); again in %.2f s", operation, number, named, pause)
        yield Sleep(pause)


def _attempt(
    settings: Settings, request: Request[T], queued: float, latest: float
) -> Flow[tuple[Response[T] | NukiError, Credentials]]:
    """What came of an attempt, and what it was signed with."""
    operation, scheme, clock = request.operation, settings.scheme, settings.clock
    began = clock.now()
    if began - queued >= _LONG_WAIT:
        LOG.debug("%s: waited %.2f s in the queue", operation, began - queued)
    ends = min(began + settings.timeout_of(operation), latest)
    credentials = _UNSIGNED
    if operation.signed:
        if isinstance(scheme, RenewableScheme) and scheme.is_due():
            LOG.debug("%s: renewing the token first", operation)
            error = yield from scheme.renew(ends, clock)
            if error is not None:
                error.may_have_run = False  # what was asked for has not been sent
                return error, credentials
        credentials = scheme.sign()
    prepared = prepare(settings, request, credentials, ends - clock.now())
    if prepared.timeout <= 0:
        return _too_late(operation, ends - began, settings.queue), credentials
    found: RawResponse | Failure = yield prepared
    if isinstance(found, Failure):
        return error_of_failure(found, prepared), credentials
    outcome = response_of(request, found, settings.api_errors, scheme.hint, prepared.secrets)
    return outcome, credentials


def prepare(
    settings: Settings, request: Request[Any], credentials: Credentials, timeout: float
) -> PreparedRequest:
    """Put together what one attempt sends.

    Raises:
        ValidationError: The body is not what the operation takes.
    """
    operation = request.operation
    media_type, content = ("", None) if request.body is UNSET else encoded(request)
    # Nothing is raised from here on: tokens stand in variables, which error reports show.
    headers = [*request.headers, *credentials.headers]
    if operation.accept != _JSON:
        headers.append(("Accept", operation.accept))
    if content is not None:
        headers.append(("Content-Type", media_type))
    url = (operation.server or settings.base_url) + request.path
    if request.query or credentials.query:
        query = [f"{_quoted(name, '/')}={_quoted(value)}" for name, value in request.query]
        # Bridges are known to read the colons of a time stamp as they are, not percent-encoded.
        query += [f"{name}={_quoted(value, ':')}" for name, value in credentials.query]
        url += f"?{'&'.join(query)}"
    return PreparedRequest(
        operation=operation,
        url=url,
        headers=headers,
        content=content,
        secrets=Secrets(*credentials.secrets),
        timeout=timeout,
        longest_body=settings.longest_body,
    )


def _too_late(operation: Operation, waited: float, queue: RequestQueue) -> NukiError:
    many = "one request" if queue.places == 1 else f"{queue.places} requests"
    return RequestTimeoutError(
        f"{operation}: waited {waited:.3g} s in the queue of this client, which sends {many} at a "
        "time; nothing was sent",
        operation=str(operation),
        retryable=True,
    )


def _quoted(text: str, safe: str = "") -> str:
    # Most are numbers and words, in which there is nothing to look for.
    return text if text.isascii() and text.isalnum() else quote(text, safe=safe)
