from __future__ import annotations

from typing import Any

import attrs
import pytest

from nuki_core import errors
from nuki_core.auth import EncryptedToken, PlainToken
from nuki_core.calls import Call
from nuki_core.clock import Clock
from nuki_core.outgoing import Answer
from nuki_core.retry import RetryPolicy
from nuki_core.turns import Turns
from tests.core.calls import CHANGE, READ, SERVER, TOKEN, request_of, settings


def begun(request: Any = None, **changes: Any) -> Call[Any]:
    call = Call(settings(**changes), request or request_of())
    call.begin_try()
    return call


def test_what_is_sent() -> None:
    request = request_of(CHANGE, path="/things/a%2Fb", query=(("a", "x y&z"),), body={"b": "ü"})
    sent = begun(request).outgoing()
    assert sent.url == f"{SERVER}/things/a%2Fb?a=x%20y%26z"
    assert sent.headers == [
        ("Authorization", f"Bearer {TOKEN}"),
        ("Content-Type", "application/json"),
    ]
    assert sent.content == '{"b":"ü"}'.encode()


def test_no_body_is_different_from_null() -> None:
    assert begun(request_of(CHANGE)).outgoing().content is None
    assert begun(request_of(CHANGE, body=None)).outgoing().content == b"null"


def test_the_credentials_of_a_bridge_follow_the_parameters() -> None:
    request = request_of(query=(("nukiId", "1"),))
    sent = begun(request, scheme=PlainToken("a+b")).outgoing()
    assert sent.url == f"{SERVER}/things?nukiId=1&token=a%2Bb"
    assert not sent.is_fixed


def test_the_colons_of_a_time_stamp_stay_as_they_are() -> None:
    @attrs.frozen
    class Stamped(PlainToken):
        def sign(self) -> Any:
            return attrs.evolve(super().sign(), query=(("ts", "2019-03-05T01:06:53Z"),))

    assert begun(scheme=Stamped("x")).outgoing().url.endswith("?ts=2019-03-05T01:06:53Z")


def test_every_try_is_signed_anew() -> None:
    call = begun(scheme=EncryptedToken("123456"))
    assert call.outgoing().url != call.outgoing().url


def test_an_unsigned_operation_at_another_server_gets_no_credentials() -> None:
    discovery = attrs.evolve(READ, server="https://elsewhere", signed=False)
    call = begun(request_of(discovery), scheme=PlainToken("secret"), turns=Turns())
    sent = call.outgoing()
    assert sent.url == "https://elsewhere/things"
    assert (sent.headers, sent.secrets) == ([], ())
    assert call.turns is None


def test_a_request_is_checked_before_anything_else() -> None:
    def check(request: Any) -> None:
        raise errors.ValidationError("no")

    with pytest.raises(errors.ValidationError):
        begun(check=check)


@pytest.mark.parametrize("body", [{"a": {1, 2}}, {"a": float("inf")}, {"a": "\ud800"}])
def test_a_body_that_is_no_json_is_refused_unseen(body: Any) -> None:
    with pytest.raises(errors.ValidationError, match=r"POST /things: the body is no JSON"):
        begun(request_of(CHANGE, body=body)).outgoing()


@pytest.mark.parametrize(
    ("chosen", "own", "seconds"), [(None, None, 5), (None, 30, 30), (7, 30, 7), (7, None, 7)]
)
def test_the_callers_timeout_beats_that_of_the_operation(
    chosen: float | None, own: float | None, seconds: float
) -> None:
    operation = attrs.evolve(READ, timeout=own)
    assert settings(timeout=chosen).timeout_of(operation) == seconds


@pytest.mark.parametrize("wrong", [{"timeout": 0}, {"timeout": -1}, {"gap": -0.5}])
def test_settings_that_make_no_sense_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(errors.ValidationError, match=next(iter(wrong))):
        settings(**wrong)


def test_waiting_for_the_turn_counts_as_time_of_the_try() -> None:
    time = [100.0]
    call = begun(clock=Clock(now=lambda: time[0]))
    time[0] += 3
    assert call.outgoing().timeout == 2
    time[0] += 2
    with pytest.raises(errors.RequestTimeoutError, match="waited 5 s for its turn") as caught:
        call.outgoing()
    assert (caught.value.may_have_run, caught.value.retryable) == (False, True)


def test_a_try_ends_with_the_call() -> None:
    time = [100.0]
    call = begun(clock=Clock(now=lambda: time[0]), retry=RetryPolicy(deadline=6))
    time[0] += 4
    call.begin_try()
    assert call.outgoing().timeout == 2


def test_a_failure_is_final_or_has_a_pause() -> None:
    call = begun(retry=RetryPolicy(attempts=2, pause=1))
    call.outgoing()
    refused = errors.ConnectError("refused", retryable=True)
    assert 0.5 <= call.pause_after(refused) <= 1
    call.begin_try()
    with pytest.raises(errors.ConnectError) as caught:
        call.pause_after(refused)
    assert caught.value is refused


def test_the_answer_is_judged() -> None:
    with pytest.raises(errors.NotFoundError):
        begun().response(Answer(404, {}, b""))
    assert begun().response(Answer(200, {}, b"{}")).value == {}
