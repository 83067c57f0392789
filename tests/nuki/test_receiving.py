"""What is posted to us: read if it is what it should be, refused otherwise, never a crash."""

from __future__ import annotations

import asyncio
import hmac
import json
import random
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import anyio
import pytest
import trio
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from nuki import (
    CallbackReceiver,
    DecodeError,
    NukiError,
    SignatureError,
    UnknownWebhook,
    ValidationError,
    WebhookReceiver,
    parse_callback,
    parse_webhook,
    smartlock_id_of,
)
from nuki.bridge import LockState, OpenerState
from nuki.web import (
    AdvancedResultWebhook,
    DeviceAuthsWebhook,
    DeviceLogsWebhook,
    DeviceStatusWebhook,
    WebhookFeature,
)
from nuki_core.clock import Clock

if TYPE_CHECKING:
    from collections.abc import Mapping

SECRET = "wEbHoOk-sEcReT"
DOOR = 17618910285
STATUS = json.dumps({"feature": "DEVICE_STATUS", "smartlockId": DOOR, "state": {"state": 1}})
CALLBACK: Mapping[str, Any] = {
    "nukiId": 439041101,
    "deviceType": 4,
    "state": 1,
    "stateName": "locked",
    "batteryCritical": False,
}
LOG = {"feature": "DEVICE_LOGS", "smartlockLog": {"smartlockId": DOOR}}
PATH = "/9fK2cQ7x"
URL = f"http://192.168.1.20:8000{PATH}"


def signed(body: bytes, secret: str = SECRET) -> dict[str, str]:
    signature = hmac.new(secret.encode(), body, sha256).hexdigest()
    return {"Content-Type": "application/json", "X-Nuki-Signature-SHA256": signature}


def posted(**changes: object) -> bytes:
    return json.dumps({**CALLBACK, **changes}).encode()


# Webhooks


def test_a_webhook_has_the_type_of_its_feature() -> None:
    body = STATUS.encode()
    webhook = parse_webhook(body, signed(body), SECRET)
    assert isinstance(webhook, DeviceStatusWebhook)
    assert smartlock_id_of(webhook) == DOOR


def test_a_signature_that_was_worked_out_elsewhere_fits() -> None:
    body = b'{"feature":"DEVICE_STATUS","smartlockId":17618910285}'
    signature = "6dc815d9259f225795d0b0cc203e7586eaf5cbdbb506dbca06a8c33180ee3cf4"
    for headers in (
        {"x-nuki-signature-sha256": signature},
        [(b"X-NUKI-SIGNATURE-SHA256", signature.encode())],
        [("X-Nuki-Signature-SHA256", signature.upper())],
    ):
        assert isinstance(parse_webhook(body, headers, "secret"), DeviceStatusWebhook)


@pytest.mark.parametrize(
    ("data", "kind", "device"),
    [
        (
            {"feature": "DEVICE_LOGS", "smartlockLog": {"smartlockId": DOOR}},
            DeviceLogsWebhook,
            DOOR,
        ),
        ({"feature": "DEVICE_AUTHS", "smartlockAuth": {}}, DeviceAuthsWebhook, None),
        ({"requestId": "1", "smartlockId": DOOR}, AdvancedResultWebhook, DOOR),
        ({"feature": "OF_TOMORROW", "smartlockId": DOOR}, UnknownWebhook, None),
    ],
)
def test_every_feature_is_read(data: dict[str, Any], kind: type, device: int | None) -> None:
    body = json.dumps(data).encode()
    webhook = parse_webhook(body, signed(body), SECRET)
    assert type(webhook) is kind
    assert smartlock_id_of(webhook) == device


def test_an_unknown_feature_keeps_its_data() -> None:
    body = b'{"feature": "OF_TOMORROW", "code": 345678}'
    webhook = parse_webhook(body, signed(body), SECRET)
    assert isinstance(webhook, UnknownWebhook)
    assert webhook.feature == WebhookFeature("OF_TOMORROW")
    assert webhook.data["code"] == 345678
    assert "345678" not in repr(webhook)


BAD_SIGNATURES = [
    ({}, "is missing"),
    ({"X-Nuki-Signature-SHA256": ""}, "holds no HMAC"),
    ({"X-Nuki-Signature-SHA256": "0" * 63}, "holds no HMAC"),
    ({"X-Nuki-Signature-SHA256": "\N{FULLWIDTH DIGIT ONE}" * 64}, "holds no HMAC"),
    ({"X-Nuki-Signature-SHA256": "0" * 64}, "is not that of this body"),
    (signed(STATUS.encode(), "another"), "is not that of this body"),
    ([*signed(STATUS.encode()).items()] * 2, "holds no HMAC"),
]


def test_a_signature_that_does_not_fit_is_refused(subtests: pytest.Subtests) -> None:
    for headers, reason in BAD_SIGNATURES:
        with subtests.test(headers=headers, reason=reason):
            with pytest.raises(SignatureError, match=reason) as caught:
                parse_webhook(STATUS.encode(), headers, SECRET)
            assert SECRET not in str(caught.value)


def test_a_signed_body_that_is_no_webhook_is_an_error_of_ours(subtests: pytest.Subtests) -> None:
    for body in (b"", b"[]", b"5", b"<html>", b'{"feature": 5}', b"{}"):
        with subtests.test(body=body), pytest.raises(DecodeError):
            parse_webhook(body, signed(body), SECRET)


def test_a_body_is_bytes() -> None:
    text: Any = posted().decode()
    with pytest.raises(ValidationError, match="bytes"):
        parse_callback(text)
    with pytest.raises(ValidationError, match="bytes"):
        CallbackReceiver(URL).receive("POST", {}, text)


def test_text_and_an_empty_secret_are_mistakes_of_the_caller() -> None:
    with pytest.raises(ValidationError, match="bytes"):
        parse_webhook(STATUS, {}, SECRET)  # type: ignore[arg-type]
    with pytest.raises(ValidationError, match="secret is empty"):
        parse_webhook(STATUS.encode(), signed(STATUS.encode(), ""), "")
    with pytest.raises(ValidationError, match="secret is empty"):
        WebhookReceiver("")


# Callbacks


def test_a_callback_is_typed() -> None:
    assert parse_callback(posted()).state is LockState.LOCKED
    assert parse_callback(posted(deviceType=2)).state is OpenerState.ONLINE


def test_ids_in_hexadecimal_are_read() -> None:
    assert parse_callback(posted(nukiId="1A2B3C4D")).nuki_id == 439041101


def test_other_ids_are_refused(subtests: pytest.Subtests) -> None:
    for wrong in ("1A2B3C4D5", "", "door", None, 1.5, True):
        with subtests.test(wrong=wrong), pytest.raises(DecodeError):
            parse_callback(posted(nukiId=wrong))


@given(st.binary(max_size=20) | st.text(max_size=20).map(json.dumps) | st.just("[" * 99_999))
def test_anything_else_is_an_error_of_ours(body: bytes | str) -> None:
    with pytest.raises(DecodeError):
        parse_callback(body.encode() if isinstance(body, str) else body)


# Ten thousand messages, each a bit different from a good one


def mutated(message: bytes, chance: random.Random) -> bytes:
    octets = bytearray(message)
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(octets))
        match chance.randrange(4):
            case 0:
                octets[place] ^= 1 << chance.randrange(8)
            case 1:
                del octets[place]
            case 2:
                octets.insert(place, chance.randrange(256))
            case _:
                octets[place:] = octets[place + chance.randrange(8) :]
        if not octets:
            octets.append(0)
    return bytes(octets)


@pytest.mark.slow
def test_no_forged_webhook_is_accepted() -> None:
    chance = random.Random(1)  # noqa: S311 - the same messages each time
    receiver, body = WebhookReceiver(SECRET, path=PATH), STATUS.encode()
    sent = 0
    while sent < 5_000:
        headers, path, changed = signed(body), PATH, body
        if chance.random() < 0.5:
            changed = mutated(body, chance)
        else:
            key = "X-Nuki-Signature-SHA256"
            headers[key] = mutated(headers[key].encode(), chance).decode("latin-1")
        if (changed, headers) != (body, signed(body)):
            sent += 1
            assert receiver.receive("POST", headers, changed, path=path) == (403, b"")
    assert len(receiver.inbox) == 0
    assert receiver.refused == sent


@pytest.mark.slow
def test_no_callback_of_a_stranger_is_accepted() -> None:
    chance = random.Random(1)  # noqa: S311 - as above
    receiver = CallbackReceiver(URL, devices=[439041101])
    for _ in range(5_000):
        body = mutated(posted(), chance)
        path = mutated(PATH.encode(), chance).decode("latin-1")
        if path != PATH:
            assert receiver.receive("POST", {}, body, path=path) == (403, b"")
        try:  # in the right place, it counts only if it is a callback
            nuki_id = parse_callback(body).nuki_id
        except NukiError:
            nuki_id = None
        status, _ = receiver.receive("POST", {}, body, path=PATH)
        assert (status == 204) == (nuki_id == 439041101)
        receiver.inbox.take()


# Receivers


def test_a_receiver_hands_on_what_it_accepts() -> None:
    receiver = CallbackReceiver(URL)
    assert receiver.receive("POST", {}, posted(), path=PATH) == (204, b"")
    assert receiver.receive("post", {}, posted(state=3)) == (204, b"")
    assert [callback.state for callback in (next(iter(receiver)), next(iter(receiver)))] == [
        LockState.LOCKED,
        LockState.UNLOCKED,
    ]


def test_a_receiver_is_iterated_over_in_tasks_too() -> None:
    receiver = CallbackReceiver(URL)

    async def first() -> Any:
        return await anext(receiver.__aiter__())

    async def main() -> Any:
        await anyio.to_thread.run_sync(receiver.receive, "POST", {}, posted())
        return await first()

    assert anyio.run(main).state is LockState.LOCKED


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_who_waited_in_a_closed_event_loop_is_forgotten(backend: str) -> None:
    receiver = CallbackReceiver(URL)
    kept: list[Any] = []

    async def leave_waiting() -> None:
        """Wait in a way that nobody ends: as a loop that is closed while a task runs."""
        if backend == "trio":
            wake: Any = trio.lowlevel.current_trio_token().run_sync_soon
        else:
            wake = asyncio.get_running_loop().call_soon_threadsafe
        waiting = receiver.inbox.waking(lambda: wake(lambda: None))
        kept.append(waiting)
        waiting.__enter__()

    anyio.run(leave_waiting, backend=backend)
    assert receiver.receive("POST", {}, posted()) == (204, b"")
    assert receiver.receive("POST", {}, posted(state=3)) == (204, b"")
    assert len(receiver.inbox) == 2


STRANGERS = [
    ("GET", posted(), PATH),
    ("POST", posted() + b" " * 70_000, PATH),
    ("POST", posted(), "/"),
    ("POST", posted(), PATH + "/"),
    ("POST", b"{}", PATH),
    ("POST", posted(nukiId=1), PATH),
]


def test_strangers_are_refused_without_a_reason(subtests: pytest.Subtests) -> None:
    for method, body, path in STRANGERS:
        with subtests.test(method=method, body=body):
            receiver = CallbackReceiver(URL, devices=[DOOR])
            assert receiver.receive(method, {}, body, path=path) == (403, b"")
            assert receiver.refused == 1
            assert not receiver.inbox


def test_a_repeat_is_dropped_and_a_return_is_none() -> None:
    now = [0.0]
    receiver = CallbackReceiver(URL, clock=Clock(now=lambda: now[0]))
    locked, unlocked = posted(), posted(state=3)
    for body in (locked, locked, unlocked, locked, posted(nukiId=1), locked):
        assert receiver.receive("POST", {}, body) == (204, b"")
    assert len(receiver.inbox) == 4
    now[0] = 30.0  # somebody rings again
    receiver.receive("POST", {}, locked)
    assert len(receiver.inbox) == 5


def test_a_full_receiver_says_so_and_takes_the_message_when_it_comes_again() -> None:
    receiver = CallbackReceiver(URL, size=1)
    receiver.receive("POST", {}, posted())
    assert receiver.receive("POST", {}, posted(state=3)) == (503, b"")
    receiver.inbox.take()
    assert receiver.receive("POST", {}, posted(state=3)) == (204, b"")


def test_many_devices_are_not_all_remembered() -> None:
    receiver = CallbackReceiver(URL, size=1000)
    for number in range(1, 600):
        receiver.receive("POST", {}, posted(nukiId=number))
    assert len(receiver._latest) < 300


@pytest.mark.parametrize("receiver", [CallbackReceiver(URL), WebhookReceiver(SECRET, path=PATH)])
def test_secrets_stay_out_of_texts(receiver: object) -> None:
    assert SECRET not in repr(receiver)
    assert PATH not in repr(receiver)


# ASGI


def test_a_receiver_is_an_application() -> None:
    receiver = CallbackReceiver(URL)
    with TestClient(receiver) as client:
        assert client.post(PATH, content=posted()).status_code == 204
        assert client.post("/other", content=posted()).status_code == 403
        assert client.post(PATH, content=b"x" * 100_000).status_code == 403
        assert client.get(PATH).status_code == 403
    assert len(receiver.inbox) == 1


def test_a_receiver_can_be_mounted() -> None:
    receiver = WebhookReceiver(SECRET, path="/hooks/9fK2")
    application = Starlette(routes=[Mount("/hooks", receiver)])
    body = STATUS.encode()
    client = TestClient(application)
    assert client.post("/hooks/9fK2", content=body, headers=signed(body)).status_code == 204
    assert client.post("/hooks/9fK3", content=body, headers=signed(body)).status_code == 403
    assert len(receiver.inbox) == 1


SENDERS = [
    ("192.168.1.50", 204),
    ("::ffff:192.168.1.50", 204),
    ("10.0.3.7", 204),
    ("192.168.1.51", 403),
    ("testclient", 403),
    (None, 403),
]


def test_senders_can_be_named(subtests: pytest.Subtests) -> None:
    for sender, status in SENDERS:
        with subtests.test(sender=sender, status=status):
            receiver = CallbackReceiver(URL, senders=["192.168.1.50", "10.0.0.0/8"])
            assert receiver.receive("POST", {}, posted(), sender=sender) == (status, b"")
            client = TestClient(receiver, client=(sender or "", 50_000))
            assert client.post(PATH, content=posted(state=3)).status_code == status


NAMED_DEVICES = [
    ([], 403),
    ([0x1A2B3C4D], 204),
    (["1a2b3c4d"], 204),
    ([DOOR], 204),
    (["1A2B3C4E"], 403),
]


def test_devices_can_be_named(subtests: pytest.Subtests) -> None:
    for devices, status in NAMED_DEVICES:
        with subtests.test(status=status):
            receiver = CallbackReceiver(URL, devices=devices)
            assert receiver.receive("POST", {}, posted()) == (status, b"")
            body = STATUS.encode()
            webhooks = WebhookReceiver(SECRET, devices=devices)
            assert webhooks.receive("POST", signed(body), body) == (status, b"")


WRONG = [
    ({"url": "https://192.168.1.20/9fK2"}, "without TLS"),
    ({"url": "192.168.1.20/9fK2"}, "without TLS"),
    ({"url": "http://[192.168.1.20/9fK2"}, "malformed"),
    ({"url": "http://192.168.1.20/?secret=9fK2"}, "into its path"),
    ({"senders": "192.168.1.50"}, "is one text"),
    ({"senders": ["bridge.local"]}, "does not appear to be an IPv4 or IPv6 network"),
    ({"devices": ["Front door"]}, "hex digits"),
    ({"devices": [None]}, "not by a NoneType"),
]


def test_what_would_let_nobody_or_everybody_in_is_refused(subtests: pytest.Subtests) -> None:
    for arguments, reason in WRONG:
        with subtests.test(reason=reason):
            with pytest.raises(ValidationError, match=reason) as caught:
                CallbackReceiver(**{"url": URL, **arguments})
            assert "9fK2" not in str(caught.value)


def test_a_path_may_be_escaped() -> None:
    receiver = CallbackReceiver("http://192.168.1.20/t%C3%BCr")
    assert TestClient(receiver).post("/t%C3%BCr", content=posted()).status_code == 204
    assert receiver.receive("POST", {}, posted(), path="/t%C3%BCr") == (204, b"")


def test_a_body_that_is_too_long_is_not_read_to_its_end() -> None:
    receiver, read, sent = WebhookReceiver(SECRET, longest_body=10), [0], list[Any]()

    async def receive() -> dict[str, Any]:
        read[0] += 1
        return {"type": "http.request", "body": b"x" * 6, "more_body": True}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "POST", "path": "/", "headers": []}
    anyio.run(receiver, scope, receive, send)
    assert read == [2]
    assert sent[0]["status"] == 403
