from __future__ import annotations

import json

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuki_core import errors
from nuki_core.outgoing import Answer
from nuki_core.refusals import bridge_refusal, lenient_bridge_refusal, vendor_message, web_refusal
from nuki_core.request import Parameter
from tests.core.calls import READ

UNSUBSCRIBED = "No active Smart Hosting subscription for the Smart Lock, please get one!"
OF_DEVICE = attrs.evolve(
    READ,
    parameters=(Parameter("nuki_id", "nukiId", "query", True, "NukiId"),),  # noqa: FBT003
)


def answer(status: int, body: object = b"") -> Answer:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Answer(status, {}, content)


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


@pytest.mark.parametrize(("body", "message"), SHAPES)
def test_the_message_is_found_in_every_shape(body: object, message: str) -> None:
    assert vendor_message(answer(400, body).body) == message


@given(st.binary())
def test_no_body_breaks_the_search(body: bytes) -> None:
    message = vendor_message(body)
    assert message.isprintable()
    assert len(message) <= 500


def test_a_deep_body_has_no_message() -> None:
    assert vendor_message(b"[" * 100_000) == ""


@pytest.mark.parametrize("status", [200, 201, 204])
def test_a_success_is_no_refusal(status: int) -> None:
    assert web_refusal(READ, answer(status, {"name": "Door"})) is None


@pytest.mark.parametrize("status", [200, 400, 402, 403, 409, 500])
def test_a_missing_subscription_is_recognized_whatever_the_status(status: int) -> None:
    body = {"detailMessage": UNSUBSCRIBED, "stackTrace": [], "suppressedExceptions": []}
    assert web_refusal(READ, answer(status, body)) == (errors.SmartHostingError, UNSUBSCRIBED)


def test_masked_entries_of_a_list_are_part_of_the_list() -> None:
    assert web_refusal(READ, answer(200, [{"smartlockId": 1, "error": UNSUBSCRIBED}])) is None


def test_a_call_that_goes_on_for_other_devices_is_no_refusal() -> None:
    partly = {"requestId": "64b1", "error": UNSUBSCRIBED}
    assert web_refusal(READ, answer(200, partly)) is None
    assert web_refusal(READ, answer(200, {"error": UNSUBSCRIBED})) is not None


def test_a_name_may_mention_smart_hosting() -> None:
    assert web_refusal(READ, answer(200, {"name": "Smart Hosting office"})) is None


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
    assert web_refusal(READ, answer(status)) == (kind, "")


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (401, errors.UnauthorizedError),
        (403, errors.ForbiddenError),
        (410, errors.DeviceOfflineError),
        (503, errors.BridgeBusyError),
        (500, errors.ServerError),
    ],
)
def test_statuses_of_a_bridge(status: int, kind: type[errors.ApiError]) -> None:
    assert bridge_refusal(READ, answer(status)) == (kind, "")
    assert lenient_bridge_refusal(READ, answer(status)) == (kind, "")


def test_a_device_out_of_reach_is_a_success_that_failed() -> None:
    found = bridge_refusal(OF_DEVICE, answer(200, {"success": False}))
    assert found == (errors.DeviceOfflineError, "success: false")


def test_a_bridge_says_why_it_did_not_do_it() -> None:
    body = {"success": False, "message": "too many callbacks registered"}
    found = bridge_refusal(READ, answer(200, body))
    assert found == (errors.BridgeRefusedError, "too many callbacks registered")


@pytest.mark.parametrize(
    "body",
    [
        {"success": True, "batteryCritical": False},
        [{"success": False}],
        {"lastKnownState": {"success": False}},
        b'"success": false',
        b"",
    ],
)
def test_other_answers_of_a_bridge_are_decoded(body: object) -> None:
    assert bridge_refusal(OF_DEVICE, answer(200, body)) is None


def test_callers_may_look_at_success_themselves() -> None:
    assert lenient_bridge_refusal(OF_DEVICE, answer(200, {"success": False})) is None
