from __future__ import annotations

import socket
import ssl
from typing import TYPE_CHECKING

import attrs
import httpx
import httpx2
import pytest

from nuki_core.errors import (
    ConnectError,
    DecodeError,
    NukiError,
    RequestTimeoutError,
    TLSError,
    TransportError,
)
from nuki_core.failures import consequence, failure_of
from nuki_core.outgoing import NotSentError, Outgoing, TooSlowError
from tests.core.calls import CHANGE, MOTION, READ, SERVER

if TYPE_CHECKING:
    from nuki_core.request import Operation


def failure(error: Exception, operation: Operation = READ) -> NukiError:
    out = Outgoing(operation, f"{SERVER}/list?token=abcdef", [], None, ("abcdef",), 5.0, 10)
    found = failure_of(error, out)
    assert found is not None
    return found


LIBRARIES = pytest.mark.parametrize("library", [httpx, httpx2])
NEVER_SENT = ["ConnectError", "ConnectTimeout", "PoolTimeout", "ProxyError", "UnsupportedProtocol"]
MAY_HAVE_RUN = [
    "ReadTimeout",
    "WriteTimeout",
    "ReadError",
    "WriteError",
    "RemoteProtocolError",
    "LocalProtocolError",  # HTTP/2 raises it while it reads the answer, too
]


@LIBRARIES
@pytest.mark.parametrize("name", NEVER_SENT)
def test_what_was_never_sent_did_not_run(library: object, name: str) -> None:
    found = failure(getattr(library, name)("reason"), MOTION)
    assert not found.may_have_run
    assert "was not carried out" in str(found)


@LIBRARIES
@pytest.mark.parametrize("name", MAY_HAVE_RUN)
def test_what_broke_after_sending_may_have_run(library: object, name: str) -> None:
    found = failure(getattr(library, name)("reason"), MOTION)
    assert found.may_have_run
    assert not found.retryable
    assert "may have moved" in str(found)


@LIBRARIES
@pytest.mark.parametrize("name", [*MAY_HAVE_RUN, "ConnectError", "ConnectTimeout", "PoolTimeout"])
def test_a_read_can_be_tried_again(library: object, name: str) -> None:
    assert failure(getattr(library, name)("reason")).retryable


@LIBRARIES
@pytest.mark.parametrize("name", ["ConnectError", "ConnectTimeout", "PoolTimeout", "ProxyError"])
def test_even_a_bolt_may_be_moved_if_no_connection_was_made(library: object, name: str) -> None:
    assert failure(getattr(library, name)("reason"), MOTION).retryable


@LIBRARIES
@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("ConnectError", ConnectError),
        ("ConnectTimeout", RequestTimeoutError),
        ("ReadTimeout", RequestTimeoutError),
        ("RemoteProtocolError", TransportError),
        ("CookieConflict", TransportError),
        ("DecodingError", DecodeError),
    ],
)
def test_each_failure_has_its_class(library: object, name: str, kind: type[NukiError]) -> None:
    assert type(failure(getattr(library, name)("reason"))) is kind


def test_errors_of_the_operating_system_are_failures_too() -> None:
    assert type(failure(ConnectionRefusedError("no"))) is ConnectError
    assert type(failure(socket.gaierror("unknown host"))) is ConnectError
    assert failure(ConnectionResetError("reset"), MOTION).may_have_run


def test_a_refused_certificate_is_told_apart_and_final() -> None:
    error = httpx.ConnectError("connect")
    error.__cause__ = ssl.SSLCertVerificationError("self-signed certificate")
    found = failure(error)
    assert type(found) is TLSError
    assert not found.retryable


def test_what_the_library_makes_no_request_of_was_never_sent() -> None:
    found = failure(NotSentError("InvalidURL: abcdef is no host"), MOTION)
    assert isinstance(found, ConnectError)
    assert (found.may_have_run, found.retryable) == (False, False)
    assert "abcdef" not in str(found)


def test_an_answer_that_drips_is_a_timeout() -> None:
    found = failure(TooSlowError(), MOTION)
    assert isinstance(found, RequestTimeoutError)
    assert found.may_have_run


def test_what_an_event_hook_raises_is_left_alone() -> None:
    out = Outgoing(READ, SERVER, [], None, (), 5.0, 10)
    assert failure_of(KeyError("hook"), out) is None
    assert failure_of(RuntimeError("the client has been closed"), out) is None


def test_no_failure_shows_a_secret() -> None:
    found = failure(httpx.LocalProtocolError("Illegal header value b'Bearer abcdef'"))
    assert "abcdef" not in str(found)
    assert "Illegal header value" in str(found)


def test_the_text_names_operation_server_and_cause() -> None:
    text = str(failure(httpx.ConnectError("[Errno 111] Connection refused")))
    assert text == (
        "GET /things: no connection to 127.0.0.1:8080 "
        "(ConnectError: [Errno 111] Connection refused)"
    )


@pytest.mark.parametrize("ran", [True, False])
def test_a_read_has_no_consequence(ran: bool) -> None:  # noqa: FBT001
    assert consequence(READ, may_have_run=ran) == ""


def test_a_change_may_have_been_made() -> None:
    assert "may have been done" in consequence(CHANGE, may_have_run=True)
    other = attrs.evolve(MOTION, name="unlock")
    assert "look at its state" in consequence(other, may_have_run=True)
