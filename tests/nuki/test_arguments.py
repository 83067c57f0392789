from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx
import pytest

from nuki import (
    UNSET,
    BridgeClient,
    DeviceType,
    KeypadCode,
    NukiId,
    PlainToken,
    SmartlockId,
    ValidationError,
    WebClient,
)
from nuki import bridge as bridge_api
from nuki import web as web_api
from nuki.web import (
    Smartlock,
    SmartlockAuthCreate,
    SmartlockAuthMultiUpdate,
    SmartlockConfig,
    SmartlocksAuthCreate,
)

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
        ({"name": "x" * 33}, "name has 33 characters, 32 at most"),
        ({"allowed_from_time": 1441}, "allowedFromTime is 1441"),
    ],
)
def test_an_authorization_that_would_be_refused_is_not_sent(
    web: WebClient, changes: dict[str, Any], reason: str
) -> None:
    with pytest.raises(ValidationError, match=reason) as caught:
        web.smartlock_auth.create(LOCK, auth(**changes))
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
        web.smartlock_auth.create_many(body)


def test_what_the_api_takes_is_sent() -> None:
    with httpx.Client(transport=httpx.MockTransport(done)) as http:
        web = WebClient("token", http=http)
        web.smartlock_auth.create(
            LOCK, auth(name="x" * 32, code=KeypadCode(394871), allowed_until_time=1440)
        )


@pytest.mark.parametrize("smartlock_id", ["1A2B3C4D", 3.5, True, -1, 1 << 60])
def test_what_is_no_smartlock_id_is_not_sent(web: WebClient, smartlock_id: Any) -> None:
    with pytest.raises(ValidationError, match="smartlock_id"):
        web.smartlock.lock(smartlock_id)


def test_the_id_of_the_web_api_does_not_reach_a_bridge(bridge: BridgeClient) -> None:
    with pytest.raises(ValidationError, match="nuki_id"):
        bridge.device.lock(LOCK, device_type=0)


# A member of an enum is for the devices that it is about


@pytest.mark.parametrize(
    ("action", "device_type", "reason"),
    [
        (
            bridge_api.OpenerAction.ACTIVATE_RING_TO_OPEN,
            DeviceType.SMART_LOCK_3,
            "takes LockAction",
        ),
        (bridge_api.OpenerAction.ACTIVATE_RING_TO_OPEN, 4, "takes LockAction"),
        (bridge_api.OpenerAction(77), 0, "takes LockAction"),
        (bridge_api.LockAction.UNLOCK, DeviceType.OPENER, "takes OpenerAction"),
        (bridge_api.LockAction.UNLOCK, 2, "takes OpenerAction"),
        (web_api.LockAction.LOCK, 4, "of the other API"),
        (web_api.OpenerAction.ACTIVATE_CONTINUOUS_MODE, 2, "of the other API"),
        (bridge_api.LockState.LOCKED, 4, "takes LockAction"),
    ],
)
def test_a_bridge_is_not_sent_the_action_of_another_device(
    bridge: BridgeClient, action: Any, device_type: int, reason: str
) -> None:
    with pytest.raises(ValidationError, match=f"GET /lockAction: action is .*{reason}") as caught:
        bridge.device.act(1, action, device_type=device_type)
    assert caught.value.operation == "GET /lockAction"
    assert not caught.value.may_have_run


@pytest.mark.parametrize(
    ("action", "device_type", "reason"),
    [
        (web_api.OpenerAction.ELECTRIC_STRIKE_ACTUATION, 4, "SMART_LOCK_3 takes LockAction"),
        (web_api.OpenerAction.ELECTRIC_STRIKE_ACTUATION, 0, "SMART_LOCK takes LockAction"),
        (web_api.OpenerAction.ELECTRIC_STRIKE_ACTUATION, 9, "UNKNOWN_9 takes LockAction"),
        (web_api.LockAction.UNLATCH, 2, "OPENER takes OpenerAction"),
        (bridge_api.LockAction.LOCK, 4, "of the other API"),
        (bridge_api.OpenerAction.ACTIVATE_RING_TO_OPEN, 2, "of the other API"),
    ],
)
@pytest.mark.parametrize("kind", [SmartlockId, int])
def test_the_web_api_is_not_sent_the_action_of_another_device(
    web: WebClient, kind: type[int], action: Any, device_type: int, reason: str
) -> None:
    device = kind(device_type << 32 | 0x1A2B3C4D)
    with pytest.raises(ValidationError, match=f"/action: action is .*{reason}"):
        web.smartlock.act(device, action)


def test_neither_in_a_config(web: WebClient) -> None:
    config = SmartlockConfig.from_dict({"name": "Front door", "fobAction1": 7})
    config.fob_action_2 = web_api.OpenerFobAction.RING
    with pytest.raises(ValidationError, match="fob_action_2 is OpenerFobAction"):
        web.smartlock.update_config(LOCK, config)


def test_actions_that_fit_and_plain_numbers_are_sent() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(200, json={"success": True, "batteryCritical": False})

    sent: list[httpx.Request] = []
    opener = SmartlockId(2 << 32 | 1)
    plain: Any = 3
    with httpx.Client(transport=httpx.MockTransport(answer)) as http:
        web = WebClient("token", http=http)
        web.smartlock.act(opener, web_api.OpenerAction(3))
        web.smartlock.act(LOCK, web_api.LockAction.LOCK)
        web.smartlock.act(opener, plain)
        bridge = BridgeClient("http://192.168.1.50:8080", "token", http=http, min_interval=0)
        bridge.device.act(1, bridge_api.OpenerAction.ACTIVATE_RING_TO_OPEN, device_type=2)
        bridge.device.act(1, bridge_api.LockAction.LOCK, device_type=DeviceType.SMART_LOCK_3)
        bridge.device.act(1, plain, device_type=2)
    assert len(sent) == 6


# Ids of either API


def test_an_id_of_the_bridge_does_not_reach_the_web_api(web: WebClient) -> None:
    with pytest.raises(ValidationError, match=r"smartlock_id must .*\.smartlock_id\(device"):
        web.smartlock.lock(NukiId(0x1A2B3C4D))
    body: Any = SmartlocksAuthCreate(name="A", remote_allowed=False, smartlock_ids=[LOCK])
    body.smartlock_ids = [LOCK, NukiId(1)]
    with pytest.raises(ValidationError, match="smartlock_ids is a NukiId; expected is SmartlockId"):
        web.smartlock_auth.create_many(body)


def test_an_id_of_the_web_api_does_not_reach_a_bridge_however_small(bridge: BridgeClient) -> None:
    with pytest.raises(ValidationError, match=r"nuki_id must be a NukiId: smartlock_id\.nuki_id"):
        bridge.device.lock(SmartlockId(0x1A2B3C4D), device_type=0)


def test_a_whole_device_is_no_id(web: WebClient) -> None:
    device: Any = Smartlock.from_dict({"smartlockId": LOCK, "config": {"latitude": 48.123}})
    for call in (web.smartlock.get, web.smartlock.lock, web.address.delete):
        with pytest.raises(ValidationError, match="a Smartlock") as caught:
            call(device)
        assert len(str(caught.value)) < 150
        assert "48.123" not in str(caught.value)


@pytest.mark.parametrize("device_type", [None, web_api.LockAction.LOCK, "Opener", UNSET])
def test_a_bridge_is_told_what_type_the_device_is(bridge: BridgeClient, device_type: Any) -> None:
    with pytest.raises(ValidationError, match="device_type"):
        bridge.device.lock(1, device_type=device_type)
    with pytest.raises(ValidationError, match="device_type"):
        bridge.device.act(1, bridge_api.LockAction.LOCK, device_type=device_type)


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
