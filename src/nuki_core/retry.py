"""When a request is sent again: a pure decision, and the policy value that a caller can change.

The rule that no policy can change: a request that changes something is sent again only if it
provably was not carried out. A bolt must not move twice because an answer got lost.
"""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from math import isfinite
from typing import TYPE_CHECKING, Any, Final, cast

from .errors import ApiError, BridgeBusyError, ValidationError
from .json import is_integer
from .lazy_attrs import field, frozen

if TYPE_CHECKING:
    from .errors import NukiError
    from .request import Effect

_TRANSIENT: Final = frozenset(
    {
        HTTPStatus.TOO_MANY_REQUESTS,
        HTTPStatus.INTERNAL_SERVER_ERROR,
        HTTPStatus.BAD_GATEWAY,
        HTTPStatus.SERVICE_UNAVAILABLE,
        HTTPStatus.GATEWAY_TIMEOUT,
        *range(520, 528),  # a content delivery network could not reach the server behind it
    }
)


_USUAL_DEADLINE: Final = 60.0
_LONGEST_BUSY_PAUSE: Final = 1.0
_MOST_DOUBLINGS: Final = 64  # far more than any pause needs, far less than a float can hold


def checked_seconds(name: str, value: object, *, or_zero: bool = False) -> float:
    """A number of seconds that a caller gave.

    Raises:
        ValidationError: It is no number, negative, infinite, or zero where that makes no sense.
    """
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise ValidationError(f"{name} must be a finite number of seconds, not {value!r}")
    if value < 0 or (value == 0 and not or_zero):
        least = "0 seconds or more" if or_zero else "greater than 0 seconds"
        raise ValidationError(f"{name} must be {least}, not {value!r}")
    return value


def _frozen(statuses: Any) -> Any:
    try:
        return frozenset(statuses)
    except TypeError:
        return statuses  # which the validator refuses


@frozen
class RetryPolicy:
    """How often and how long a call is attempted.

    ``attempts`` counts the first one too, so 1 turns retries off. The pause before the second
    attempt is about ``pause`` seconds, doubles with each further one up to ``longest_pause``, and
    is never shorter than the ``Retry-After`` of the answer. ``deadline`` bounds the whole call in
    seconds, pauses included; without one that is a minute, or the timeout of one attempt if that is
    longer. ``statuses`` are the statuses that are worth another attempt at all.

    A bridge answers 503 as long as a bolt moves, a few seconds. A read waits that out: it is sent
    again, about once a second, until ``busy_reads`` seconds after the call began, however many
    attempts that takes, unless retries are off.
    """

    attempts: int = 3
    pause: float = 0.5
    longest_pause: float = 8.0
    deadline: float | None = None
    statuses: frozenset[int] = field(default=_TRANSIENT, converter=_frozen)
    busy_reads: float = 10.0

    def __attrs_post_init__(self) -> None:
        """Check what the caller gave."""
        if not is_integer(self.attempts) or self.attempts < 1:
            raise ValidationError(
                f"attempts must be a number from 1 on, not {self.attempts!r}; 1 turns retries off"
            )
        checked_seconds("pause", self.pause)
        checked_seconds("longest_pause", self.longest_pause)
        if self.deadline is not None:
            checked_seconds("deadline", self.deadline)
        # Not in the converter: by now all fields are there, and error reports show them.
        if not isinstance(cast("object", self.statuses), frozenset):
            raise ValidationError(
                f"statuses must be several, such as (500, 503), not {self.statuses!r}"
            )
        checked_seconds("busy_reads", self.busy_reads, or_zero=True)

    def seconds_for(self, timeout: float) -> float:
        """How long a call may take whose attempts take up to ``timeout``."""
        return self.deadline or max(_USUAL_DEADLINE, timeout)


NO_RETRY: Final = RetryPolicy(attempts=1)
"""Every request is sent once."""


def may_repeat(effect: Effect, *, may_have_run: bool) -> bool:
    """Whether sending a request again is safe: nothing can happen twice."""
    return effect == "read" or not may_have_run


def pause_before_retry(  # noqa: PLR0913 - what is known, all by keyword
    policy: RetryPolicy,
    error: NukiError,
    *,
    effect: Effect,
    attempt: int,
    elapsed: float,
    time_left: float,
    chance: float,
) -> float | None:
    """The seconds to wait before the next attempt, or ``None`` when the error is final.

    ``attempt`` is the number of the one that failed, from 1; ``elapsed`` the seconds since the call
    began, ``time_left`` those that it has; ``chance`` a random number from 0 to 1, so that clients
    do not retry in step.
    """
    is_busy = isinstance(error, BridgeBusyError) and effect == "read" and policy.attempts > 1
    outlasts = is_busy and elapsed < policy.busy_reads
    if not error.retryable or (attempt >= policy.attempts and not outlasts):
        return None
    if isinstance(error, ApiError) and error.status not in policy.statuses:
        return None
    longest = min(policy.pause * 2.0 ** min(attempt - 1, _MOST_DOUBLINGS), policy.longest_pause)
    if is_busy:
        longest = min(longest, _LONGEST_BUSY_PAUSE)
    asked = (error.retry_after or 0.0) if isinstance(error, ApiError) else 0.0
    pause = max(longest * (1 + chance) / 2, asked)
    return pause if pause < time_left else None


def seconds_to_wait(retry_after: str | None, now: datetime) -> float | None:
    """Read a ``Retry-After`` header: seconds or a date (RFC 9110, section 10.2.3)."""
    if retry_after is None:
        return None
    if retry_after.isascii() and retry_after.isdigit():
        return float(retry_after)
    try:
        moment = parsedate_to_datetime(retry_after)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max((moment - now).total_seconds(), 0.0)
