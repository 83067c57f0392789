from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuki_core.errors import (
    ApiError,
    BridgeBusyError,
    ConnectError,
    NukiError,
    ServerError,
    ValidationError,
)
from nuki_core.retry import (
    NO_RETRY,
    RetryPolicy,
    may_repeat,
    pause_before_retry,
    seconds_to_wait,
)

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
REFUSED = ConnectError("refused", retryable=True)


def pause(policy: RetryPolicy, error: NukiError, **known: Any) -> float | None:
    usual = {"effect": "read", "attempt": 1, "elapsed": 0.0, "time_left": 60.0, "chance": 1.0}
    return pause_before_retry(policy, error, **{**usual, **known})


@pytest.mark.parametrize("effect", ["change", "motion"])
def test_what_changes_something_is_repeated_only_if_it_did_not_run(effect: Any) -> None:
    assert may_repeat(effect, may_have_run=False)
    assert not may_repeat(effect, may_have_run=True)


def test_a_read_is_always_repeated() -> None:
    assert may_repeat("read", may_have_run=True)


@given(st.builds(RetryPolicy, attempts=st.integers(1, 9)), st.integers(1, 9), st.floats(0, 1))
def test_no_policy_repeats_what_must_not_be(
    policy: RetryPolicy, attempt: int, chance: float
) -> None:
    final = ServerError("500", status=500, may_have_run=True, retryable=False)
    assert pause(policy, final, attempt=attempt, chance=chance) is None


def test_pauses_double_up_to_the_longest() -> None:
    policy = RetryPolicy(attempts=9, pause=1, longest_pause=5)
    assert [pause(policy, REFUSED, attempt=n) for n in (1, 2, 3, 4, 5)] == [1, 2, 4, 5, 5]


@given(st.floats(0, 1))
def test_pauses_are_spread_over_their_second_half(chance: float) -> None:
    found = pause(RetryPolicy(pause=2), REFUSED, chance=chance)
    assert found is not None
    assert 1 <= found <= 2


def test_attempts_are_counted_with_the_first() -> None:
    policy = RetryPolicy(attempts=3)
    assert pause(policy, REFUSED, attempt=2) is not None
    assert pause(policy, REFUSED, attempt=3) is None
    assert pause(NO_RETRY, REFUSED) is None


BUSY = BridgeBusyError("503", status=503, retryable=True)


def test_a_read_waits_until_the_bridge_is_no_longer_busy() -> None:
    policy = RetryPolicy()
    found = [pause(policy, BUSY, attempt=n, elapsed=9.9) for n in range(1, 9)]
    assert found == [0.5, 1, 1, 1, 1, 1, 1, 1]
    assert pause(policy, BUSY, attempt=3, elapsed=10) is None
    assert pause(policy, BUSY, attempt=2, elapsed=10) == 1


IMPATIENT = [
    (RetryPolicy(), BUSY, {"effect": "motion"}),
    (RetryPolicy(), BUSY, {"effect": "change"}),
    (RetryPolicy(), ServerError("503", status=503, retryable=True), {}),
    (RetryPolicy(busy_reads=0), BUSY, {}),
    (RetryPolicy(statuses=()), BUSY, {}),
    (RetryPolicy(), BUSY, {"time_left": 0.5}),
]


def test_nothing_else_waits_that_long(subtests: pytest.Subtests) -> None:
    for policy, error, known in IMPATIENT:
        with subtests.test(policy=repr(policy)):
            assert pause(policy, error, **{"attempt": 3, "elapsed": 1, **known}) is None


def test_who_turns_retries_off_waits_for_nothing() -> None:
    assert pause(NO_RETRY, BUSY) is None


def test_the_server_may_ask_for_a_longer_pause() -> None:
    error = ApiError("429", status=429, retryable=True, retry_after=7)
    assert pause(RetryPolicy(pause=1), error) == 7


def test_no_pause_outlasts_the_call() -> None:
    error = ApiError("429", status=429, retryable=True, retry_after=3600)
    assert pause(RetryPolicy(), error) is None
    assert pause(RetryPolicy(pause=2), REFUSED, time_left=2) is None


def test_the_statuses_are_the_callers_choice() -> None:
    locked = ApiError("423", status=423, retryable=True)
    assert pause(RetryPolicy(), locked) is None
    assert pause(RetryPolicy(statuses=[423]), locked) is not None


def test_passing_trouble_is_worth_another_try(subtests: pytest.Subtests) -> None:
    for status in (429, 500, 502, 503, 504, 520):
        with subtests.test(status=status):
            assert pause(RetryPolicy(), ApiError("", status=status, retryable=True)) is not None


def test_without_a_deadline_a_call_has_a_minute_or_one_try() -> None:
    assert RetryPolicy().seconds_for(10) == 60
    assert RetryPolicy().seconds_for(120) == 120
    assert RetryPolicy(deadline=5).seconds_for(10) == 5


SENSELESS = [
    {"attempts": 0},
    {"pause": 0},
    {"pause": -1},
    {"longest_pause": float("nan")},
    {"deadline": 0},
]


def test_a_policy_that_makes_no_sense_is_refused(subtests: pytest.Subtests) -> None:
    for wrong in SENSELESS:
        with (
            subtests.test(wrong=repr(wrong)),
            pytest.raises(ValidationError, match=next(iter(wrong))),
        ):
            RetryPolicy(**wrong)


HEADERS = [
    (None, None),
    ("0", 0),
    ("120", 120),
    ("Sun, 01 Mar 2026 12:00:30 GMT", 30),
    ("Sun, 01 Mar 2026 11:00:00 GMT", 0),
    ("Sun, 01 Mar 2026 12:00:30 -0000", 30),
    ("soon", None),
    ("", None),
    ("-1", None),
    ("1.5", None),
    ("²", None),
    ("Sun, 99 Mar 2026 12:00:30 GMT", None),
]


def test_retry_after_is_seconds_or_a_date(subtests: pytest.Subtests) -> None:
    for header, seconds in HEADERS:
        with subtests.test(header=header):
            assert seconds_to_wait(header, NOW) == seconds


@given(st.text())
def test_no_header_breaks_the_call(header: str) -> None:
    seconds_to_wait(header, NOW)


NO_SENSE = [
    {"attempts": 0},
    {"attempts": "3"},
    {"attempts": True},
    {"attempts": 2.5},
    {"pause": float("inf")},
    {"longest_pause": "5"},
    {"deadline": float("nan")},
    {"statuses": 503},
]


def test_a_policy_that_makes_no_sense_is_refused_and_can_be_shown(
    subtests: pytest.Subtests,
) -> None:
    for wrong in NO_SENSE:
        with subtests.test(wrong=wrong):
            with pytest.raises(ValidationError, match=next(iter(wrong))) as caught:
                RetryPolicy(**wrong)
            step = caught.value.__traceback__
            while step is not None:
                assert [repr(value) for value in step.tb_frame.f_locals.values()]
                step = step.tb_next
