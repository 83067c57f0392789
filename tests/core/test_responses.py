from __future__ import annotations

import base64
import json
import pickle
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuki_core import errors
from nuki_core.redaction import MASK, Secrets
from nuki_core.request import Parameter, Request
from nuki_core.responses import (
    Response,
    bridge_api_error,
    lenient_bridge_api_error,
    response_of,
    shown,
    vendor_message,
    web_api_error,
)
from nuki_core.transport import RawResponse
from nuki_generated import bridge
from tests.core.calls import CHANGE, MOTION, READ, request_of

if TYPE_CHECKING:
    from nuki_core.request import Operation
    from nuki_core.responses import ApiErrorMapping

HINT = "check the token"
NO_SECRETS = Secrets()


def respond(
    raw: RawResponse,
    operation: Operation = READ,
    mapping: ApiErrorMapping = web_api_error,
    secrets: Secrets = NO_SECRETS,
    **parts: Any,
) -> Response[Any] | errors.NukiError:
    return response_of(request_of(operation, **parts), raw, mapping, HINT, secrets)


def not_decoded(raw: RawResponse, operation: Operation = READ, **parts: Any) -> errors.DecodeError:
    found = respond(raw, operation, **parts)
    assert isinstance(found, errors.DecodeError)
    return found


def refused(
    status: int, operation: Operation = READ, mapping: ApiErrorMapping = web_api_error, **known: Any
) -> errors.ApiError:
    raw = RawResponse(status, known.pop("headers", {}), known.pop("content", b""))
    found = respond(raw, operation, mapping, **known)
    assert isinstance(found, errors.ApiError)
    return found


def test_a_value_comes_with_status_and_headers() -> None:
    found = respond(RawResponse(201, {"X": "y"}, b'{"a": 1}'))
    assert isinstance(found, Response)
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
        "POST /things: 409 Conflict: exists (choose another value, or see what is there already); "
        "the request was not carried out"
    )
    assert (error.status, error.message, error.scopes) == (409, "exists", ())
    assert error.operation == "POST /things"


def test_the_reason_of_the_operation_comes_first() -> None:
    operation = attrs.evolve(CHANGE, reasons={409: "Another account has it", 401: "No token"})
    assert "(Another account has it; choose another value" in str(refused(409, operation))
    assert "(No token; check the token; the operation needs one of" in str(refused(401, operation))


def test_what_takes_no_id_blames_none() -> None:
    assert "(check the base URL: no such operation" in str(refused(404))
    assert "(check the id and the base URL" in str(refused(404, OF_DEVICE))


def test_only_what_unlatches_talks_of_devices_that_cannot() -> None:
    assert "unlatch" not in str(refused(400))


def test_a_server_that_says_no_has_not_done_it(subtests: pytest.Subtests) -> None:
    for status in (400, 401, 402, 403, 404, 405, 409, 410, 422, 423, 426, 429):
        with subtests.test(status=status):
            assert not refused(status, MOTION).may_have_run


def test_nobody_knows_what_a_success_did() -> None:
    body = {"detailMessage": UNSUBSCRIBED, "stackTrace": []}
    error = refused(200, MOTION, content=json.dumps(body).encode())
    assert isinstance(error, errors.SmartHostingError)
    assert error.may_have_run
    assert "not carried out" not in str(error)


def test_a_server_that_failed_may_have_done_it(subtests: pytest.Subtests) -> None:
    for status in (302, 408, 418, 500, 502, 503, 504, 520):
        with subtests.test(status=status):
            error = refused(status, MOTION)
            assert error.may_have_run
            assert not error.retryable
            assert "may have moved" in str(error)


def test_passing_trouble_can_be_tried_again(subtests: pytest.Subtests) -> None:
    for status in (423, 429, 500, 502, 503, 504, 520):
        with subtests.test(status=status):
            assert refused(status).retryable


def test_lasting_trouble_cannot(subtests: pytest.Subtests) -> None:
    for status in (400, 401, 404, 409, 501, 505):
        with subtests.test(status=status):
            assert not refused(status).retryable


def test_a_busy_bridge_did_not_look_at_the_request() -> None:
    error = refused(503, MOTION, bridge_api_error)
    assert isinstance(error, errors.BridgeBusyError)
    assert "whether it reaches the device" in str(error)
    assert (error.may_have_run, error.retryable) == (False, True)


@pytest.mark.parametrize("kind", [errors.DeviceOfflineError, errors.NotExecutedError])
def test_a_device_that_was_lost_may_have_moved(kind: type[errors.ApiError]) -> None:
    error = refused(200, MOTION, lambda *_: (kind, "success: false"))
    assert isinstance(error, kind)
    assert (error.may_have_run, error.retryable) == (True, False)


def test_what_was_not_executed_is_not_called_offline() -> None:
    error = refused(200, OF_DEVICE, bridge_api_error, content=b'{"success": false}')
    assert type(error) is errors.NotExecutedError
    assert not isinstance(error, errors.DeviceOfflineError)
    assert "the bridge does not say why" in str(error)
    assert "offline" not in str(error)
    assert error.state is None


def test_a_state_in_the_answer_is_named() -> None:
    answer = RawResponse(200, {}, b'{"success": false, "state": 254}')
    (operation,) = [each for each in bridge.OPERATIONS if each.path == "/lockState"]
    request = operation.request(nuki_id=1, device_type=4)
    error = response_of(request, answer, bridge_api_error, HINT, Secrets())
    assert isinstance(error, errors.NotExecutedError)
    assert error.state is bridge.LockState.MOTOR_BLOCKED
    assert "its state is LockState.MOTOR_BLOCKED" in str(error)
    assert pickle.loads(pickle.dumps(error)).state is error.state  # noqa: S301


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


SPELLINGS = {
    "as it is": "s3cret/+=x",
    "percent-encoded": "s3cret%2F%2B%3Dx",
    "percent-encoded, lower case": "s3cret%2f%2b%3dx",
    "every character percent-encoded": "".join(f"%{ord(each):02x}" for each in "s3cret/+=x"),
    "in JSON": r"s3cret\/+=x",
    "in JSON, escaped": "".join(rf"\u{ord(each):04X}" for each in "s3cret/+=x"),
    "in HTML": "s3cret&#47;&#x2B;&#061;x",
    "in base64": base64.b64encode(b"s3cret/+=x").decode(),
    "inside base64": base64.b64encode(b"user:s3cret/+=x").decode(),
    "inside other base64": base64.urlsafe_b64encode(b"id=7&t=s3cret/+=x&u=8").decode(),
}


def test_no_part_of_a_secret_is_repeated_however_it_is_spelled(subtests: pytest.Subtests) -> None:
    for before in ("", "x" * 480, "x" * 495, "x" * 600):
        for spelling in SPELLINGS.values():
            with subtests.test(spelling=spelling, before=len(before)):
                content = f"{before} {spelling} is wrong".encode()
                error = refused(400, CHANGE, content=content, secrets=Secrets("s3cret/+=x"))
                for text in (str(error), error.message, error.body.decode()):
                    middle = len(spelling) // 2  # base64 mixes its ends with what stands around it
                    assert spelling[middle - 3 : middle + 3] not in text
                assert MASK.encode() in error.body


def test_a_pin_of_any_length_is_masked(subtests: pytest.Subtests) -> None:
    for pin in ("7", "12", "123", "0000", "394871"):
        with subtests.test(pin=pin):
            content = f'{{"message": "PIN {pin} is wrong, 5{pin}5 is no PIN"}}'.encode()
            error = refused(400, CHANGE, content=content, body={"adminPin": pin})
            assert error.message.startswith(f"PIN {MASK} is wrong")


def test_a_redirect_shows_no_user_name() -> None:
    error = refused(302, headers={"Location": "https://user:pass@elsewhere/list/abcdef"})
    assert "https://elsewhere/list/abcdef," in str(error)
    assert "pass" not in str(error)


def test_another_body_is_an_error_that_keeps_it(subtests: pytest.Subtests) -> None:
    for body in (b"", b"<html>", b'{"a": ', b"[1]", b"\x00" * 9):
        with subtests.test(body=body):
            error = not_decoded(RawResponse(200, {}, body), MOTION)
            assert "not as declared" in str(error)
            assert (error.body, error.status) == (body, 200)
            assert error.may_have_run
            assert "may have moved" in str(error)


def test_a_body_that_was_cut_is_not_decoded() -> None:
    error = not_decoded(RawResponse(200, {}, b"{}" + b" " * 100_000, complete=False))
    assert "larger than" in str(error)
    assert len(error.body) == 1 << 16


def test_whatever_a_decoder_trips_over_is_an_error_of_the_answer() -> None:
    def trip(_: bytes) -> None:
        raise KeyError("secret")

    request, raw = Request(READ, "/things", trip), RawResponse(200, {}, b"{}")
    error = response_of(request, raw, web_api_error, HINT, Secrets())
    assert isinstance(error, errors.DecodeError)
    assert "KeyError" in str(error)
    assert "secret" not in str(error)
    assert error.__context__ is None


# How each API's answers map to errors

UNSUBSCRIBED = "No active Smart Hosting subscription for the Smart Lock, please get one!"
OF_DEVICE = attrs.evolve(
    READ,
    parameters=(Parameter("nuki_id", "nukiId", "query", True, "NukiId"),),  # noqa: FBT003
)


def raw(status: int, body: object = b"") -> RawResponse:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return RawResponse(status, {}, content)


# Nuki Web API v.1.5.0 "Smart Hosting" and reports of users show these shapes.
SHAPES = [
    ({"detailMessage": "Not yours", "stackTrace": [], "suppressedExceptions": []}, "Not yours"),
    ({"stackTrace": [], "suppressedExceptions": []}, ""),
    (
        {"code": 422, "description": None, "homeRef": "/", "reasonPhrase": "Unprocessable Entity"},
        "Unprocessable Entity",
    ),
    ({"code": 422, "description": "No keypad", "reasonPhrase": "Unprocessable"}, "No keypad"),
    ({"error": "invalid api token"}, "invalid api token"),
    ({"error": "invalid_grant", "error_description": "expired"}, "expired"),
    (b"<html><head><title>502 Bad Gateway</title></head></html>", "502 Bad Gateway"),
    (b"<html>nothing</html>", ""),
    (b"HTTP 503 Unavailable\r\n", "HTTP 503 Unavailable"),
    (b"\xef\xbb\xbfHTTP 401 Unauthorized", "HTTP 401 Unauthorized"),
    (b"", ""),
    (b'{"token": "secret', ""),
    (b'["secret"]', ""),
    (b"a\x00b\x1b[31mc", "a b [31mc"),
]


def test_the_message_is_found_in_every_shape(subtests: pytest.Subtests) -> None:
    for body, message in SHAPES:
        with subtests.test(message=message, body=body):
            assert shown(vendor_message(raw(400, body).body), Secrets()) == message


@given(st.binary())
def test_no_body_breaks_the_search(body: bytes) -> None:
    message = shown(vendor_message(body), Secrets())
    assert message.isprintable()
    assert len(message) <= 500


def test_a_deep_body_has_no_message() -> None:
    assert vendor_message(b"[" * 100_000) == ""


@pytest.mark.parametrize("status", [200, 201, 204])
def test_a_success_is_no_refusal(status: int) -> None:
    assert web_api_error(READ, raw(status, {"name": "Door"})) is None


def test_a_missing_subscription_is_recognized_whatever_the_status(
    subtests: pytest.Subtests,
) -> None:
    for status in (200, 400, 402, 403, 409, 500):
        with subtests.test(status=status):
            body = {"detailMessage": UNSUBSCRIBED, "stackTrace": [], "suppressedExceptions": []}
            assert web_api_error(READ, raw(status, body)) == (
                errors.SmartHostingError,
                UNSUBSCRIBED,
            )


def test_masked_entries_of_a_list_are_part_of_the_list() -> None:
    assert web_api_error(READ, raw(200, [{"smartlockId": 1, "error": UNSUBSCRIBED}])) is None


def test_an_answer_that_names_skipped_devices_is_no_refusal() -> None:
    for partly in ({"requestId": "64b1", "error": UNSUBSCRIBED}, {"error": UNSUBSCRIBED}):
        assert web_api_error(READ, raw(200, partly)) is None


def test_a_name_may_mention_smart_hosting() -> None:
    assert web_api_error(READ, raw(200, {"name": "Smart Hosting office"})) is None


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (401, errors.UnauthorizedError),
        (410, errors.GoneError),
        (503, errors.ServerError),
        (302, errors.ApiError),
    ],
)
def test_statuses_of_the_web_api(status: int, kind: type[errors.ApiError]) -> None:
    assert web_api_error(READ, raw(status)) == (kind, "")


STATUSES_AND_KINDS = [
    (401, errors.UnauthorizedError),
    (403, errors.ForbiddenError),
    (410, errors.DeviceOfflineError),
    (503, errors.BridgeBusyError),
    (500, errors.ServerError),
]


def test_statuses_of_a_bridge(subtests: pytest.Subtests) -> None:
    for status, kind in STATUSES_AND_KINDS:
        with subtests.test(status=status):
            assert bridge_api_error(READ, raw(status)) == (kind, "")
            assert lenient_bridge_api_error(READ, raw(status)) == (kind, "")


def test_a_device_out_of_reach_is_a_success_that_failed() -> None:
    found = bridge_api_error(OF_DEVICE, raw(200, {"success": False}))
    assert found == (errors.NotExecutedError, "success: false")


def test_a_bridge_says_why_it_did_not_do_it() -> None:
    body = {"success": False, "message": "too many callbacks registered"}
    found = bridge_api_error(READ, raw(200, body))
    assert found == (errors.BridgeRefusedError, "too many callbacks registered")


BODIES = [
    {"success": True, "batteryCritical": False},
    [{"success": False}],
    {"lastKnownState": {"success": False}},
    b'"success": false',
    b"",
]


def test_other_answers_of_a_bridge_are_decoded(subtests: pytest.Subtests) -> None:
    for body in BODIES:
        with subtests.test(body=body):
            assert bridge_api_error(OF_DEVICE, raw(200, body)) is None


def test_callers_may_look_at_success_themselves() -> None:
    assert lenient_bridge_api_error(OF_DEVICE, raw(200, {"success": False})) is None
