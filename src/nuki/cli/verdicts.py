"""What an error of a call means: for the exit status, and for who reads it.

The status tells a script what it may do next, so one is kept apart from all others: 6, when nobody
knows whether a change was made. What a device itself says it did not do is 1, or 5.
"""

from __future__ import annotations

from typing import Final

from nuki_core.errors import (
    ActionAbortedError,
    ActionError,
    ActionRefusedError,
    DeviceOfflineError,
    ForbiddenError,
    GoneError,
    JammedError,
    NotConfirmedError,
    NotExecutedError,
    NotFoundError,
    NukiError,
    SmartHostingError,
    TooFarError,
    TransportError,
    UnauthorizedError,
    ValidationError,
)

from .failures import ExitStatus, one_line

# The first that fits counts.
_STATUSES: Final[tuple[tuple[type[NukiError], ExitStatus], ...]] = (
    (ValidationError, ExitStatus.USAGE),
    (TooFarError, ExitStatus.UNREACHABLE),
    (DeviceOfflineError, ExitStatus.UNREACHABLE),
    (TransportError, ExitStatus.UNREACHABLE),
    (UnauthorizedError, ExitStatus.NOT_AUTHORISED),
    (ForbiddenError, ExitStatus.NOT_AUTHORISED),
    (SmartHostingError, ExitStatus.NOT_AUTHORISED),
    (NotFoundError, ExitStatus.NOT_FOUND),
    (GoneError, ExitStatus.NOT_FOUND),
)
_ANSWERED: Final = (JammedError, ActionRefusedError, ActionAbortedError)

_ADVICE: Final[tuple[tuple[type[NukiError], str], ...]] = (
    (JammedError, "look whether the door is shut and what blocks the bolt"),
    (ActionAbortedError, "look at the door, then try again"),
    (TooFarError, "check the batteries of the device and its distance to the bridge"),
    (NotConfirmedError, "see `nuki status` before you try again"),
)


def status_of(error: NukiError, *, is_open: bool) -> ExitStatus:
    """The exit status that an error means; ``is_open`` if nobody knows what came of a change."""
    if isinstance(error, ActionError):
        # Either the device said how it ended, or the bridge that it did not execute it. What the
        # Web API has queued for a device out of reach may be done when it is back.
        has_ended = (
            isinstance(error, _ANSWERED)
            or error.outcome is not None
            or isinstance(error.__cause__, NotExecutedError)
        )
        is_open = error.may_have_run and not has_ended
    if is_open or isinstance(error, NotConfirmedError):
        return ExitStatus.MAY_HAVE_BEEN_DONE
    for kind, status in _STATUSES:
        if isinstance(error, kind):
            return status
    return ExitStatus.FAILED


def line_of(error: NukiError) -> str:
    """What an error says, in one line, with what to do."""
    text = str(error)
    advice = next((advice for kind, advice in _ADVICE if isinstance(error, kind)), "")
    return one_line(f"{text} ({advice})" if advice else text)
