"""No answer came: which of our errors says so, and what the failure means for the device.

The library's exceptions are told apart by the names of their classes, because the library may be
``httpx`` or ``httpx2``, and neither need be installed.
"""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING

from .errors import (
    ConnectError,
    DecodeError,
    NukiError,
    RequestTimeoutError,
    TLSError,
    TransportError,
)
from .outgoing import NotSentError, TooSlowError
from .redaction import redact
from .retry import may_repeat

if TYPE_CHECKING:
    from .outgoing import Outgoing
    from .request import Operation

_BELOW = frozenset({"httpx", "httpx2", "httpcore", "httpcore2", "h11", "h2"})


def failure_of(error: Exception, outgoing: Outgoing) -> NukiError | None:
    """Our error for an exception raised while a request was sent; ``None`` if it is no failure.

    What is not the library's own, such as an exception from a caller's event hook, is ``None``.
    """
    if not _is_failure(error):
        return None
    names = {kind.__name__ for kind in type(error).__mro__}
    cause = redact(f"{type(error).__name__}: {error}".removesuffix(": "), outgoing.secrets)
    if names & {"TimeoutException", "TimeoutError", "TooSlowError"}:
        unsent = names & {"ConnectTimeout", "PoolTimeout"}
        return too_slow(outgoing, cause, may_have_run=not unsent)
    if names & {"NotSentError", "UnsupportedProtocol"}:
        return _failed(ConnectError, outgoing, "the request cannot be sent", cause)
    if names & {"ConnectError", "ProxyError", "ConnectionRefusedError", "gaierror"}:
        return _not_connected(error, outgoing, cause)
    if "DecodingError" in names:
        return _not_decompressed(outgoing, cause)
    return _lost(outgoing, cause)


def too_slow(outgoing: Outgoing, cause: str, *, may_have_run: bool) -> NukiError:
    """The error for a call that ran out of time."""
    what = f"no complete answer from {outgoing.server} within {outgoing.timeout:g} s"
    return _failed(
        RequestTimeoutError, outgoing, what, cause, transient=True, may_have_run=may_have_run
    )


def consequence(operation: Operation, *, may_have_run: bool) -> str:
    """What a failure means for the device, as the end of a message; a read has no consequence."""
    if operation.effect == "read":
        return ""
    if not may_have_run:
        return "; the request was not carried out"
    what = "the device may have moved" if operation.effect == "motion" else "it may have been done"
    return f"; {what} all the same, so look at its state before you send this again"


def _is_failure(error: Exception) -> bool:
    return isinstance(error, (OSError, TooSlowError, NotSentError)) or any(
        kind.__module__.partition(".")[0] in _BELOW for kind in type(error).__mro__
    )


def _not_connected(error: BaseException, outgoing: Outgoing, cause: str) -> NukiError:
    reason: BaseException | None = error
    while reason is not None:
        if isinstance(reason, ssl.SSLError):
            return _failed(TLSError, outgoing, f"no TLS with {outgoing.server}", cause)
        reason = reason.__cause__ or reason.__context__
    what = f"no connection to {outgoing.server}"
    return _failed(ConnectError, outgoing, what, cause, transient=True)


def _lost(outgoing: Outgoing, cause: str) -> NukiError:
    what = f"the connection to {outgoing.server} broke"
    return _failed(TransportError, outgoing, what, cause, transient=True, may_have_run=True)


def _not_decompressed(outgoing: Outgoing, cause: str) -> NukiError:
    operation = outgoing.operation
    return DecodeError(
        f"{operation}: the answer cannot be decompressed ({cause})"
        f"{consequence(operation, may_have_run=True)}",
        operation=str(operation),
    )


def _failed(  # noqa: PLR0913 - a record of the failure
    kind: type[TransportError],
    outgoing: Outgoing,
    what: str,
    cause: str,
    *,
    transient: bool = False,
    may_have_run: bool = False,
) -> NukiError:
    operation = outgoing.operation
    return kind(
        f"{operation}: {what} ({cause}){consequence(operation, may_have_run=may_have_run)}",
        operation=str(operation),
        may_have_run=may_have_run,
        retryable=transient and may_repeat(operation.effect, may_have_run=may_have_run),
    )
