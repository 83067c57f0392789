from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx
import pytest

from nuki import (
    BridgeClient,
    KeypadCode,
    PlainToken,
    SmartlockId,
    ValidationError,
    WebClient,
)
from nuki.web import SmartlockAuthCreate, SmartlockAuthMultiUpdate, SmartlocksAuthCreate

if TYPE_CHECKING:
    from collections.abc import Iterator

LOCK = SmartlockId(17618910285)


def never(request: httpx.Request) -> httpx.Response:
    pytest.fail(f"{request.url} was sent")


def done(request: httpx.Request) -> httpx.Response:
    return httpx.Response(204)


@pytest.fixture
def web() -> Iterator[WebClient]:
    """A client that must not send anything."""
    with httpx.Client(transport=httpx.MockTransport(never)) as http:
        yield WebClient("token", http=http)


@pytest.fixture
def bridge() -> Iterator[BridgeClient]:
    """A client that must not send anything."""
    with httpx.Client(transport=httpx.MockTransport(never)) as http:
        yield BridgeClient("http://192.168.1.50:8080", "token", scheme=PlainToken, http=http)


def auth(**changes: Any) -> SmartlockAuthCreate:
    usual: dict[str, Any] = {"name": "Anna", "remote_allowed": False}
    return SmartlockAuthCreate(**{**usual, **changes})


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"code": 120000}, "code must not contain the digit 0"),
        ({"code": 123456}, "code must not begin with 12"),
        ({"code": "abc"}, "code must consist of digits"),
        ({"code": 3.5}, "code must be an integer"),
        ({"name": "x" * 33}, "name has 33 characters, 32 at most"),
        ({"name": 5}, "name must be text"),
        ({"allowed_from_time": 1441}, "allowedFromTime is 1441"),
        ({"allowed_until_time": "9:00"}, "allowedUntilTime is '9:00'"),
    ],
)
def test_an_authorization_that_would_be_refused_is_not_sent(
    web: WebClient, changes: dict[str, Any], reason: str
) -> None:
    with pytest.raises(ValidationError, match=reason) as caught:
        web.smartlock_auth.create_for_smartlock(LOCK, auth(**changes))
    assert "PUT /smartlock/{smartlockId}/auth" in str(caught.value)
    assert "120000" not in str(caught.value)


def test_every_fault_of_every_element_is_named(web: WebClient) -> None:
    updates = [
        SmartlockAuthMultiUpdate(id="1", name="Anna", code=KeypadCode(394871)),
        SmartlockAuthMultiUpdate(id="2", code=1, name="x" * 40),
    ]
    with pytest.raises(ValidationError) as caught:
        web.smartlock_auth.update_many(updates)
    assert "[1].code must have 6 digits" in str(caught.value)
    assert "[1].name has 40 characters" in str(caught.value)
    assert "[0]" not in str(caught.value)


def test_ids_in_a_body_are_integers(web: WebClient) -> None:
    body: Any = SmartlocksAuthCreate(name="Anna", remote_allowed=False, smartlock_ids=[LOCK])
    body.smartlock_ids = [LOCK, "1A2B3C4D"]
    with pytest.raises(ValidationError, match="smartlockIds holds '1A2B3C4D'"):
        web.smartlock_auth.create(body)


def test_what_the_api_takes_is_sent() -> None:
    with httpx.Client(transport=httpx.MockTransport(done)) as http:
        web = WebClient("token", http=http)
        web.smartlock_auth.create_for_smartlock(
            LOCK, auth(name="x" * 32, code=KeypadCode(394871), allowed_until_time=1440)
        )


@pytest.mark.parametrize("smartlock_id", ["1A2B3C4D", 3.5, True, -1, 1 << 60])
def test_what_is_no_smartlock_id_is_not_sent(web: WebClient, smartlock_id: Any) -> None:
    with pytest.raises(ValidationError, match="smartlock_id"):
        web.smartlock.lock(smartlock_id)


def test_the_id_of_the_web_api_does_not_reach_a_bridge(bridge: BridgeClient) -> None:
    with pytest.raises(ValidationError, match="nuki_id"):
        bridge.device.lock(LOCK)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("https://192.168.1.20/nuki", "must begin with http://"),
        ("192.168.1.20:8000/nuki", "must be a full URL"),
        ("http://", "must be a full URL"),
        ("ftp://host/", "must be a full URL"),
        ("http://[::1", "is malformed"),
        ("http://host/" + "x" * 243, "has 255 characters, 254 at most"),
    ],
)
def test_a_callback_that_a_bridge_cannot_call_is_not_sent(
    bridge: BridgeClient, url: str, reason: str
) -> None:
    with pytest.raises(ValidationError, match=f"url {reason}"):
        bridge.callback.add(url)
