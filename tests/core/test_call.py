from __future__ import annotations

from typing import Any

import attrs
import pytest

from nuki_core import errors
from nuki_core.auth import BearerToken, EncryptedToken, HashedToken, PlainToken
from nuki_core.call import _attempt, call
from nuki_core.clock import Clock, Sleep
from nuki_core.errors import NotFoundError as NotFound
from nuki_core.flow import run
from nuki_core.request_queue import RequestQueue, Wait
from nuki_core.responses import Response, bridge_api_error
from nuki_core.retry import NO_RETRY, RetryPolicy
from nuki_core.transport import Failure, PreparedRequest, RawResponse
from tests.core.calls import CHANGE, MOTION, READ, SERVER, TOKEN, request_of, settings


def first_step(request: Any = None, **changes: Any) -> PreparedRequest:
    """What the first attempt sends."""
    step = next(_attempt(settings(**changes), request or request_of(), queued=1e9, latest=1e9))
    assert isinstance(step, PreparedRequest)
    return step


def test_a_request_without_a_body_sends_none() -> None:
    step = first_step(request_of(CHANGE))
    assert step.content is None
    assert "Content-Type" not in dict(step.headers)


def end_of(flow: Any, *answers: RawResponse | Failure) -> tuple[Any, list[Any]]:
    """Carry out a flow with these answers; its value or error, and its steps."""
    steps: list[Any] = []
    left = list(answers)
    result: Any = None
    while True:
        try:
            step = flow.send(result)
        except StopIteration as end:
            return end.value, steps
        except errors.NukiError as error:
            return error, steps
        steps.append(step)
        result = None
        if isinstance(step, PreparedRequest):
            result = left.pop(0)
        elif isinstance(step, RequestQueue):
            result = step.join(lambda: True)


OK = RawResponse(200, {}, b"{}")
UNSENT = Failure("connect", sent=False, cause="refused")
LOST = Failure("lost", sent=True, cause="reset")


def test_what_is_sent() -> None:
    request = request_of(CHANGE, path="/things/a%2Fb", query=(("a", "x y&z"),), body={"b": "ü"})
    sent = first_step(request)
    assert sent.url == f"{SERVER}/things/a%2Fb?a=x%20y%26z"
    assert sent.headers == [
        ("Authorization", f"Bearer {TOKEN}"),
        ("Content-Type", "application/json"),
    ]
    assert sent.content == '{"b":"ü"}'.encode()


def test_no_body_is_different_from_null() -> None:
    assert first_step(request_of(CHANGE)).content is None
    assert first_step(request_of(CHANGE, body=None)).content == b"null"


def test_the_credentials_of_a_bridge_follow_the_parameters() -> None:
    request = request_of(query=(("nukiId", "1"),))
    sent = first_step(request, scheme=PlainToken("a+b"))
    assert sent.url == f"{SERVER}/things?nukiId=1&token=a%2Bb"
    assert list(sent.secrets) == ["a+b"]


def test_the_colons_of_a_time_stamp_stay_as_they_are() -> None:
    class Stamped(PlainToken):
        def sign(self) -> Any:
            return attrs.evolve(super().sign(), query=(("ts", "2019-03-05T01:06:53Z"),))

    assert first_step(scheme=Stamped("x")).url.endswith("?ts=2019-03-05T01:06:53Z")


def test_every_attempt_is_signed_anew() -> None:
    found, steps = end_of(call(settings(scheme=EncryptedToken("123456")), request_of()), LOST, OK)
    assert isinstance(found, Response)
    first, second = (step for step in steps if isinstance(step, PreparedRequest))
    assert first.url != second.url


def test_an_unsigned_operation_at_another_server_gets_no_credentials_and_waits_for_nobody() -> None:
    discovery = attrs.evolve(READ, server="https://elsewhere", signed=False)
    _, steps = end_of(call(settings(scheme=PlainToken("secret")), request_of(discovery)), OK)
    (sent,) = steps
    assert sent.url == "https://elsewhere/things"
    assert (sent.headers, list(sent.secrets)) == ([], [])


def test_a_request_is_checked_before_anything_else() -> None:
    def check(request: Any) -> None:
        raise errors.ValidationError("no")

    found, steps = end_of(call(settings(check=check), request_of()))
    assert isinstance(found, errors.ValidationError)
    assert steps == []


@pytest.mark.parametrize("body", [{"a": {1, 2}}, {"a": float("inf")}, {"a": object()}])
def test_a_body_that_is_no_json_is_refused_unseen(body: Any) -> None:
    found, steps = end_of(call(settings(), request_of(CHANGE, body=body)))
    assert isinstance(found, errors.ValidationError)
    assert str(found).startswith("POST /things: the body is no JSON")
    assert not [step for step in steps if isinstance(step, PreparedRequest)]


@pytest.mark.parametrize(
    ("chosen", "own", "seconds"), [(None, None, 5), (None, 30, 30), (7, 30, 7), (7, None, 7)]
)
def test_the_callers_timeout_beats_that_of_the_operation(
    chosen: float | None, own: float | None, seconds: float
) -> None:
    operation = attrs.evolve(READ, timeout=own)
    assert settings(timeout=chosen).timeout_of(operation) == seconds


def test_settings_that_make_no_sense_are_refused(subtests: pytest.Subtests) -> None:
    for wrong in (-1, float("inf"), float("nan"), "5", True):
        for name in ("timeout", "min_interval"):
            with (
                subtests.test(name=name, wrong=wrong),
                pytest.raises(errors.ValidationError, match=name),
            ):
                settings(**{name: wrong})


def test_waiting_in_the_queue_counts_as_time_of_the_attempt() -> None:
    time = [100.0]
    flow = call(settings(clock=Clock(now=lambda: time[0])), request_of())
    queue = next(flow)
    assert isinstance(queue, RequestQueue)
    ahead, own = queue.join(lambda: True), queue.join(lambda: True)
    wait = flow.send(own)
    assert isinstance(wait, Wait)
    time[0] += 3
    queue.leave(ahead, time[0])
    sent = next(flow)
    assert isinstance(sent, PreparedRequest)
    assert sent.timeout == 2


def test_who_waits_in_vain_is_told_that_nothing_was_sent() -> None:
    time = [100.0]
    once = RetryPolicy(attempts=1)
    flow = call(settings(clock=Clock(now=lambda: time[0]), retry=once), request_of(MOTION))
    queue = next(flow)
    assert isinstance(queue, RequestQueue)
    queue.join(lambda: True)
    flow.send(queue.join(lambda: True))
    time[0] += 5
    with pytest.raises(errors.RequestTimeoutError, match="waited 5 s in the queue") as caught:
        next(flow)
    assert (caught.value.may_have_run, caught.value.retryable) == (False, True)


def test_waiting_need_not_count_as_time_of_the_attempt() -> None:
    time = [100.0]
    options = {"clock": Clock(now=lambda: time[0]), "wait_is_timed": False}
    flow = call(settings(**options), request_of())
    queue = next(flow)
    assert isinstance(queue, RequestQueue)
    ahead, own = queue.join(lambda: True), queue.join(lambda: True)
    assert isinstance(flow.send(own), Wait)
    time[0] += 40
    queue.leave(ahead, time[0])
    sent = next(flow)
    assert isinstance(sent, PreparedRequest)
    assert sent.timeout == 5


def test_an_attempt_ends_with_the_call() -> None:
    time = [100.0]
    options = {"clock": Clock(now=lambda: time[0]), "retry": RetryPolicy(deadline=6)}
    flow = call(settings(**options), request_of())
    queue = next(flow)
    assert isinstance(queue, RequestQueue)
    first = flow.send(queue.join(lambda: True))
    assert isinstance(first, PreparedRequest)
    assert first.timeout == 5
    time[0] += 4
    assert isinstance(flow.send(LOST), Sleep)
    queue = next(flow)
    assert isinstance(queue, RequestQueue)
    second = flow.send(queue.join(lambda: True))
    assert isinstance(second, PreparedRequest)
    assert second.timeout == 2


def test_a_failure_is_final_or_has_a_pause() -> None:
    twice = settings(retry=RetryPolicy(attempts=2, pause=1))
    found, steps = end_of(call(twice, request_of(MOTION)), UNSENT, UNSENT)
    assert isinstance(found, errors.ConnectError)
    (pause,) = (step.seconds for step in steps if isinstance(step, Sleep))
    assert 0.5 <= pause <= 1
    found, steps = end_of(call(twice, request_of(MOTION)), LOST)
    assert found.may_have_run
    assert not [step for step in steps if isinstance(step, Sleep)]


def seconds_until_it_gave_up(operation: Any, busy_for: float, **policy: Any) -> tuple[Any, float]:
    """What came of a call to a bridge that is busy for some time, and when."""
    time = [100.0]
    options: Any = {"clock": Clock(now=lambda: time[0]), "api_errors": bridge_api_error}
    flow = call(settings(**options, retry=RetryPolicy(**policy)), request_of(operation))
    result: Any = None
    while True:
        try:
            step = flow.send(result)
        except StopIteration as end:
            return end.value, time[0] - 100
        except errors.NukiError as error:
            return error, time[0] - 100
        result = None
        if isinstance(step, Sleep):
            time[0] += step.seconds
        elif isinstance(step, RequestQueue):
            result = step.join(lambda: True)
        else:
            result = OK if time[0] >= 100 + busy_for else RawResponse(503, {}, b"")


def test_a_read_outlasts_the_movement_of_a_bolt() -> None:
    found, seconds = seconds_until_it_gave_up(READ, 3.5)
    assert isinstance(found, Response)
    assert 3.5 <= seconds <= 4.5
    found, seconds = seconds_until_it_gave_up(READ, 1000)
    assert isinstance(found, errors.BridgeBusyError)
    assert 10 <= seconds <= 11
    found, seconds = seconds_until_it_gave_up(READ, 3.5, attempts=1)
    assert (type(found), seconds) == (errors.BridgeBusyError, 0)


def test_a_motion_does_not_come_that_late() -> None:
    found, seconds = seconds_until_it_gave_up(MOTION, 3.5)
    assert isinstance(found, errors.BridgeBusyError)
    assert seconds <= 1.5


def test_retries_and_waiting_are_logged_without_what_was_said(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("DEBUG", logger="nuki")
    time = [100.0]
    options = settings(clock=Clock(now=lambda: time[0]), scheme=PlainToken("s3cret"))
    flow = call(options, request_of(query=(("a", "s3cret"),)))
    queue = next(flow)
    assert isinstance(queue, RequestQueue)
    ahead, own = queue.join(lambda: True), queue.join(lambda: True)
    assert isinstance(flow.send(own), Wait)
    time[0] += 3
    queue.leave(ahead, time[0])
    next(flow)
    flow.send(RawResponse(503, {}, b"s3cret"))
    waited, again = (record.getMessage() for record in caplog.records)
    assert waited == "GET /things: waited 3.00 s in the queue"
    assert again.startswith("GET /things: attempt 1 failed (ServerError, 503); again in 0.00")
    assert {record.name for record in caplog.records} == {"nuki"}
    assert "s3cret" not in caplog.text


def test_a_place_is_left_however_an_attempt_ends() -> None:
    queue = RequestQueue()
    for answer in (OK, LOST, UNSENT, RawResponse(500, {}, b"")):
        end_of(call(settings(queue=queue, retry=NO_RETRY), request_of(MOTION)), answer)
        assert not queue._waiters


@pytest.mark.parametrize("attempts", [1025, 5000])
def test_more_attempts_than_a_float_can_double_for(attempts: int) -> None:
    many = settings(retry=RetryPolicy(attempts=attempts, pause=1e-9, longest_pause=1e-9))
    found, steps = end_of(call(many, request_of()), *[UNSENT] * attempts)
    assert isinstance(found, errors.ConnectError)
    assert sum(isinstance(step, PreparedRequest) for step in steps) == attempts


def test_the_answer_is_judged() -> None:
    assert isinstance(
        end_of(call(settings(), request_of()), RawResponse(404, {}, b""))[0], NotFound
    )
    assert end_of(call(settings(), request_of()), OK)[0].value == {}


# Nothing secret in the variables of the frames that an error goes through


def texts_of_frames(error: BaseException) -> str:
    found: list[str] = []
    step = error.__traceback__
    while step is not None:
        found += [repr(value) for value in step.tb_frame.f_locals.values()]
        step = step.tb_next
    return "\n".join(found)


OUTCOMES = [
    RawResponse(400, {}, b'{"message": "394871 or s3cret-token"}'),
    RawResponse(401, {}, b"s3cret-token"),
    RawResponse(302, {"Location": "https://elsewhere/s3cret-token"}, b""),
    RawResponse(200, {}, b"s3cret-token 394871"),
    Failure("lost", sent=True, cause="reset"),
]


@pytest.mark.parametrize("scheme", [BearerToken, PlainToken, HashedToken, EncryptedToken])
@pytest.mark.parametrize("answer", OUTCOMES, ids=repr)
def test_no_frame_shows_a_secret(scheme: Any, answer: RawResponse | Failure) -> None:
    class Answering:
        def send(self, request: PreparedRequest) -> RawResponse | Failure:
            sent.extend(request.secrets)
            return answer

        def close(self) -> None:
            pass

    sent: list[str] = []
    request = request_of(CHANGE, query=(("pin", "394871"),), body={"code": 394871})
    with pytest.raises(errors.NukiError) as caught:
        run(call(settings(scheme=scheme("s3cret-token")), request), Answering(), Clock())
    # The first frame is this test's own.
    inner = caught.value.with_traceback(caught.value.__traceback__.tb_next)  # type: ignore[union-attr]
    shown = f"{texts_of_frames(inner)} {inner!r} {vars(inner)}"
    assert sent
    assert not [secret for secret in (*sent, "394871") if secret in shown]


@pytest.mark.parametrize("scheme", [BearerToken, PlainToken, HashedToken, EncryptedToken])
def test_no_frame_shows_a_token_that_is_refused(scheme: Any) -> None:
    with pytest.raises(errors.ValidationError) as caught:
        scheme("s3cret token")
    inner = caught.value.with_traceback(caught.value.__traceback__.tb_next)  # type: ignore[union-attr]
    shown = texts_of_frames(inner)
    assert "***" in shown
    assert "s3cret" not in shown
