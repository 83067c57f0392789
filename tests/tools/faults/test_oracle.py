"""What may end with an error although it was not carried out: only what the clock excuses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tools.faults.clients import POLICY, columns
from tools.faults.oracle import Told, judge
from tools.faults.server import Ledger

TIMEOUT = 1.0
TOO_LATE = "RequestTimeoutError: no complete answer"
FAILED = Told(
    7,
    columns()[0],
    "tls close",
    is_read=False,
    error=TOO_LATE,
    must_repeat=True,
    ended=1.5,
    attempts=2,
    faults=1,
    timeout=TIMEOUT,
)
"""Its first attempt met a fault, its second came through and was not answered in time."""


def owes(told: Told, *heard: float) -> bool:
    """Whether it should have been sent again; its requests arrived at these times."""
    ledger = Ledger()
    ledger.heard[told.action] += heard
    verdict = judge([told], ledger)
    assert verdict.too_slow == (not verdict.findings)
    return [each.fault for each in verdict.findings] == ["not repeated"]


def test_a_request_that_arrived_and_had_its_time_may_have_been_carried_out() -> None:
    assert not owes(FAILED, 0.3)
    assert not owes(replace(FAILED, is_welcome=True))


def test_one_that_never_left_must_be_sent_again() -> None:
    assert owes(FAILED)


def test_one_that_was_given_up_before_its_time_must_be_sent_again() -> None:
    assert owes(replace(FAILED, ended=0.9), 0.3)
    assert owes(FAILED, 0.6, 0.7)  # the second attempt cannot have begun before 0.6


@pytest.mark.parametrize(
    "error", ["ConnectError: no connection", "TLSError: no TLS", "BridgeBusyError: 503"]
)
def test_what_failed_in_another_way_must_be_sent_again(error: str) -> None:
    assert owes(replace(FAILED, error=error), 0.3)


def test_what_is_known_not_to_have_run_must_be_sent_again() -> None:
    assert owes(replace(FAILED, may_have_run=False), 0.3)


def test_a_read_must_be_sent_again() -> None:
    assert owes(replace(FAILED, is_read=True), 0.3)


def test_all_attempts_are_enough_if_each_beyond_the_faults_had_its_time() -> None:
    last = replace(FAILED, attempts=POLICY.attempts, may_have_run=False)
    enough = (POLICY.attempts - 1) * TIMEOUT
    assert not owes(replace(last, ended=enough))
    assert owes(replace(last, ended=enough - 0.1))


def test_what_a_client_copes_with_succeeds_unless_the_machine_is_too_slow() -> None:
    told = replace(FAILED, must_repeat=False, must_succeed=True, may_have_run=True)

    def faults(error: str | None) -> list[str]:
        ledger = Ledger()
        ledger.done[told.action] = 1
        return [each.fault for each in judge([replace(told, error=error)], ledger).findings]

    assert faults("TransportError: the connection broke") == ["failed"]
    assert faults(TOO_LATE) == faults(None) == []
