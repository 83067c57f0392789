from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from nuki_core import errors
from nuki_core.answers import Response, response_to
from nuki_core.outgoing import Answer
from nuki_core.refusals import bridge_refusal, web_refusal
from nuki_core.request import Request
from tests.core.calls import CHANGE, MOTION, READ, request_of

if TYPE_CHECKING:
    from nuki_core.refusals import Judge
    from nuki_core.request import Operation

HINT = "check the token"


def respond(
    answer: Answer, operation: Operation = READ, judge: Judge = web_refusal, **parts: Any
) -> Response[Any]:
    return response_to(request_of(operation, **parts), answer, judge, HINT)


def refused(
    status: int, operation: Operation = READ, judge: Judge = web_refusal, **known: Any
) -> errors.ApiError:
    answer = Answer(status, known.pop("headers", {}), known.pop("content", b""))
    with pytest.raises(errors.ApiError) as caught:
        respond(answer, operation, judge, **known)
    return caught.value


def test_a_value_comes_with_status_and_headers() -> None:
    found = respond(Answer(201, {"X": "y"}, b'{"a": 1}'))
    assert (found.status, found.headers["X"], found.value) == (201, "y", {"a": 1})


@pytest.mark.parametrize("status", [401, 403])
def test_refused_credentials_name_hint_and_scope(status: int) -> None:
    error = refused(status)
    assert HINT in str(error)
    assert "one of the scopes things.read" in str(error)
    assert error.scopes == ("things.read",)


def test_other_refusals_give_their_own_advice() -> None:
    error = refused(409, CHANGE, content=b'{"detailMessage": "exists"}')
    assert str(error) == (
        "POST /things: 409 Conflict: exists (a keypad code must be new on its lock; choose another"
        " value); the request was not carried out"
    )
    assert (error.status, error.message, error.scopes) == (409, "exists", ())
    assert error.operation == "POST /things"


@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 405, 409, 410, 422, 423, 426, 429])
def test_a_server_that_says_no_has_not_done_it(status: int) -> None:
    assert not refused(status, MOTION).may_have_run


@pytest.mark.parametrize("status", [302, 408, 418, 500, 502, 503, 504, 520])
def test_a_server_that_failed_may_have_done_it(status: int) -> None:
    error = refused(status, MOTION)
    assert error.may_have_run
    assert not error.retryable
    assert "may have moved" in str(error)


@pytest.mark.parametrize("status", [423, 429, 500, 502, 503, 504, 520])
def test_passing_trouble_can_be_tried_again(status: int) -> None:
    assert refused(status).retryable


@pytest.mark.parametrize("status", [400, 401, 404, 409, 501, 505])
def test_lasting_trouble_cannot(status: int) -> None:
    assert not refused(status).retryable


def test_a_busy_bridge_did_not_look_at_the_request() -> None:
    error = refused(503, MOTION, bridge_refusal)
    assert isinstance(error, errors.BridgeBusyError)
    assert (error.may_have_run, error.retryable) == (False, True)


@pytest.mark.parametrize("status", [200, 410])
def test_a_device_that_was_lost_may_have_moved(status: int) -> None:
    operation = MOTION
    error = refused(status, operation, offline)
    assert isinstance(error, errors.DeviceOfflineError)
    assert (error.may_have_run, error.retryable) == (True, False)


def offline(*_: object) -> tuple[type[errors.ApiError], str]:
    return errors.DeviceOfflineError, "success: false"


def test_the_pause_that_the_server_asks_for_is_kept() -> None:
    assert refused(429, headers={"Retry-After": "7"}).retry_after == 7
    assert refused(429).retry_after is None


def test_the_vendor_cannot_repeat_a_code_into_an_error() -> None:
    content = b"{\"detailMessage\": \"The supplied value '394871' for parameter 'code' is wrong\"}"
    error = refused(400, CHANGE, content=content, body={"code": 394871})
    assert "394871" not in f"{error!r} {error.message}"
    assert "for parameter 'code'" in error.message


def test_a_redirect_names_the_server_and_nothing_more() -> None:
    error = refused(302, headers={"Location": "https://elsewhere/list?token=abc#def"})
    assert "https://elsewhere/list," in str(error)
    assert "abc" not in str(error)


def test_a_status_without_name_is_a_number() -> None:
    assert ": 520: " in str(refused(520))


@pytest.mark.parametrize("body", [b"", b"<html>", b'{"a": ', b"[1]", b"\x00" * 9])
def test_another_body_is_an_error_that_keeps_it(body: bytes) -> None:
    with pytest.raises(errors.DecodeError, match="not as declared") as caught:
        respond(Answer(200, {}, body), MOTION)
    assert (caught.value.body, caught.value.status) == (body, 200)
    assert caught.value.may_have_run
    assert "may have moved" in str(caught.value)


def test_a_body_that_was_cut_is_not_decoded() -> None:
    with pytest.raises(errors.DecodeError, match="larger than") as caught:
        respond(Answer(200, {}, b"{}" + b" " * 100_000, complete=False))
    assert len(caught.value.body) == 1 << 16


def test_whatever_a_decoder_trips_over_is_an_error_of_the_answer() -> None:
    def trip(_: bytes) -> None:
        raise KeyError("secret")

    with pytest.raises(errors.DecodeError, match="KeyError") as caught:
        response_to(Request(READ, "/things", trip), Answer(200, {}, b"{}"), web_refusal, HINT)
    assert "secret" not in str(caught.value)
    assert caught.value.__context__ is None
