from __future__ import annotations

import attrs
import pytest

from nuki_core.errors import (
    ConnectError,
    DecodeError,
    RequestTimeoutError,
    TLSError,
    TransportError,
)
from nuki_core.failures import consequence, error_of_failure
from nuki_core.transport import Failure, FailureKind
from tests.core.calls import CHANGE, MOTION, READ, prepared

FAULT_ERRORS = [
    ("unsendable", ConnectError),
    ("connect", ConnectError),
    ("tls", TLSError),
    ("timeout", RequestTimeoutError),
    ("lost", TransportError),
    ("encoding", DecodeError),
]


def test_each_failure_has_its_class(subtests: pytest.Subtests) -> None:
    for kind, error in FAULT_ERRORS:
        with subtests.test(kind=repr(kind)):
            assert (
                type(error_of_failure(Failure(kind, sent=True, cause="why"), prepared())) is error
            )


@pytest.mark.parametrize("kind", ["connect", "timeout"])
def test_what_was_never_sent_did_not_run_and_may_be_repeated(kind: FailureKind) -> None:
    found = error_of_failure(Failure(kind, sent=False, cause="why"), prepared(MOTION))
    assert (found.may_have_run, found.retryable) == (False, True)
    assert "was not carried out" in str(found)


@pytest.mark.parametrize("kind", ["unsendable", "tls"])
def test_what_will_fail_again_is_not_repeated(kind: FailureKind) -> None:
    found = error_of_failure(Failure(kind, sent=False, cause="why"), prepared())
    assert (found.may_have_run, found.retryable) == (False, False)


@pytest.mark.parametrize("kind", ["timeout", "lost"])
def test_what_was_sent_may_have_run_and_only_a_read_is_repeated(kind: FailureKind) -> None:
    failure = Failure(kind, sent=True, cause="why")
    found = error_of_failure(failure, prepared(MOTION))
    assert (found.may_have_run, found.retryable) == (True, False)
    assert "may have moved" in str(found)
    assert error_of_failure(failure, prepared(READ)).retryable


def test_the_text_names_operation_server_and_cause() -> None:
    failure = Failure("connect", sent=False, cause="[Errno 111] Connection refused")
    assert str(error_of_failure(failure, prepared())) == (
        "GET /things: no connection to 127.0.0.1:8080 ([Errno 111] Connection refused)"
    )


@pytest.mark.parametrize("ran", [True, False])
def test_a_read_has_no_consequence(ran: bool) -> None:  # noqa: FBT001
    assert consequence(READ, may_have_run=ran) == ""


def test_a_change_may_have_been_made() -> None:
    assert "may have been done" in consequence(CHANGE, may_have_run=True)
    other = attrs.evolve(MOTION, name="unlock")
    assert "look at its state" in consequence(other, may_have_run=True)
