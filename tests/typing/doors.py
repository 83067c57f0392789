"""What a type checker says of homes, doors, receivers and subscriptions. Never run."""

from __future__ import annotations

from datetime import datetime
from typing import assert_type

from nuki import (
    AsyncBridgeClient,
    AsyncDevice,
    AsyncHome,
    AsyncLock,
    AsyncOpener,
    AsyncWebClient,
    BridgeClient,
    CallbackReceiver,
    CallbackSubscription,
    Device,
    Home,
    Lock,
    Opener,
    SmartDoor,
    Snapshot,
    WebClient,
    Webhook,
    WebhookSubscription,
    parse_callback,
    parse_webhook,
)
from nuki.bridge import StateCallback
from nuki.web import DoorState, LockState, OpenerState, SmartlockConfig


def homes(bridge: BridgeClient, web: WebClient, other: AsyncWebClient) -> None:
    home = Home(bridge, web)
    assert_type(home.devices(), list[Device])
    assert_type(home.device("Front door"), Device)
    assert_type(home.device("Front door", Lock), Lock)
    assert_type(home.device(17618910285, SmartDoor), SmartDoor)
    Home(other)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def doors(door: Lock, opener: Opener, device: Device) -> None:
    assert_type(door.state, LockState | None)
    assert_type(door.is_locked, bool | None)
    assert_type(door.door_state, DoorState | None)
    assert_type(door.as_of, datetime | None)
    assert_type(door.unlock(), Snapshot)
    assert_type(door.lock_n_go(unlatch=True, wait=False, timeout=5), Snapshot)
    assert_type(door.update_config(led_enabled=False), SmartlockConfig)
    assert_type(opener.state, OpenerState | None)
    assert_type(opener.activate_ring_to_open(), Snapshot)
    door.unlock(5)  # type: ignore[call-arg, arg-type]  # pyright: ignore[reportCallIssue]
    door.unlock(fast=True)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    opener.unlock()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    door.open()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    door.activate_ring_to_open()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    device.unlock()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]


async def async_doors(bridge: AsyncBridgeClient, web: AsyncWebClient) -> None:
    home = AsyncHome(bridge, web)
    assert_type(await home.devices(), list[AsyncDevice])
    door = await home.device("Front door", AsyncLock)
    assert_type(door, AsyncLock)
    assert_type(await door.unlock(), Snapshot)
    opener = await home.device("Intercom", AsyncOpener)
    await opener.unlock()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]


def receiving(bridge: BridgeClient, web: WebClient, receiver: CallbackReceiver) -> None:
    assert_type(parse_callback(b""), StateCallback)
    assert_type(parse_webhook(b"", {}, ""), Webhook)
    assert_type(receiver.receive("POST", {}, b""), tuple[int, bytes])
    assert_type(next(iter(receiver)), StateCallback)
    assert_type(CallbackSubscription(bridge, receiver.url).ensure(), bool)
    assert_type(WebhookSubscription(web, "https://example.com").ensure(), str | None)
