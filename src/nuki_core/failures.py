"""From a failure of the transport to the error that says what it means for the device."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .errors import ConnectError, DecodeError, RequestTimeoutError, TLSError, TransportError
from .retry import may_repeat

if TYPE_CHECKING:
    from .errors import NukiError
    from .request import Operation
    from .transport import Failure, PreparedRequest


def error_of_failure(failure: Failure, prepared: PreparedRequest) -> NukiError:
    """The error for an attempt without an answer."""
    operation, server = prepared.operation, prepared.server
    if failure.kind == "encoding":
        return DecodeError(
            f"{operation}: the answer cannot be decompressed ({failure.cause})"
            f"{consequence(operation, may_have_run=True)}",
            operation=str(operation),
        )
    kind, what, transient = {
        "unsendable": (ConnectError, "the request cannot be sent", False),
        "connect": (ConnectError, f"no connection to {server}", True),
        "tls": (TLSError, f"no TLS with {server}", False),
        "timeout": (
            RequestTimeoutError,
            f"no complete answer from {server} within {prepared.timeout:.3g} s",
            True,
        ),
        "lost": (TransportError, f"the connection to {server} broke", True),
    }[failure.kind]
    repeatable = may_repeat(operation.effect, may_have_run=failure.sent)
    return kind(
        f"{operation}: {what} ({failure.cause}){consequence(operation, may_have_run=failure.sent)}",
        operation=str(operation),
        may_have_run=failure.sent,
        retryable=transient and repeatable,
    )


def consequence(operation: Operation, *, may_have_run: bool) -> str:
    """What a failure means for the device, as the end of a message; a read has no consequence."""
    if operation.effect == "read":
        return ""
    if not may_have_run:
        return "; the request was not carried out"
    what = "the device may have moved" if operation.effect == "motion" else "it may have been done"
    return f"; {what} all the same, so look at its state before you send this again"
