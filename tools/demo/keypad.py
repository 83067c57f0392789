"""A cleaner gets a code, and opens the door with it."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
from typing import TYPE_CHECKING, Final

from nuki import ConflictError, KeypadCode
from nuki.bridge import DoorState, StateCallback
from nuki.bridge import LockState as BridgeLockState
from nuki.web import (
    AuthType,
    DeviceAuthsWebhook,
    DeviceLogsWebhook,
    DeviceStatusWebhook,
    LockState,
    LogAction,
    LogSource,
    LogState,
    SmartlockAuthCreate,
    WebhookFeature,
)
from nuki_simulator import PhysicalEvent

from .house import PUBLIC

if TYPE_CHECKING:
    from .house import House
    from .listener import Message
    from .report import Report

CODE: Final = KeypadCode(345678)
_WRONG: Final = 876543
_HEADER: Final = "x-nuki-signature-sha256"
_STATUS, _LOGS, _AUTHS = (
    WebhookFeature.DEVICE_STATUS,
    WebhookFeature.DEVICE_LOGS,
    WebhookFeature.DEVICE_AUTHS,
)


def create_code(house: House, report: Report) -> None:
    door = house.door.smartlock_id
    with house.web_client() as web:
        names = [f"{device.name} ({device.type.name})" for device in web.smartlock.list()]
        expected = ["Front door (SMART_LOCK_3)", "Intercom (OPENER)"]
        report.step("devices of the account", names, expected=expected)
        features = [_STATUS, _LOGS, _AUTHS]
        webhook = web.advanced_api.create_decentral_webhook(features, f"{PUBLIC}/webhook")
        report.step("subscribe to webhooks", webhook.webhook_features, expected=features)
        house.secret = webhook.secret or ""
        code = SmartlockAuthCreate(
            name="Cleaner", remote_allowed=False, type=AuthType.KEYPAD_CODE, code=CODE
        )
        web.smartlock_auth.create(door, code)
        known = [auth.name for auth in web.smartlock_auth.list_for_smartlock(door)]
        report.step("codes, while the lock learns it", known, expected=[])
        house.let_pass(30)
        known = [auth.name for auth in web.smartlock_auth.list_for_smartlock(door)]
        report.step("codes, half a minute later", known, expected=["Cleaner"])
        with report.refusal("the same code again", expected=ConflictError):
            web.smartlock_auth.create(door, code)
    (message,) = house.listener.take("/webhook")
    report.step("webhook: signed by the secret?", _is_signed(house, message), expected=True)
    tampered = _digest(house, message.body.replace(b"Cleaner", b"Burglar"))
    report.step("would a forged body pass?", _fits(message, tampered), expected=False)
    told = DeviceAuthsWebhook.from_dict(json.loads(message.body))
    name = told.smartlock_auth and told.smartlock_auth.name
    report.step("webhook: the new code", name, expected="Cleaner")


def type_code(house: House, report: Report) -> None:
    with house.at(house.door) as door:
        door.enter_code(_WRONG)
    (refused,) = house.listener.take("/webhook")
    report.step("webhook: somebody mistypes", _outcome(refused), expected=LogState.INVALID_CODE)
    report.step("what the lock did", house.events(house.door), expected=[])
    with house.at(house.door) as door:
        door.enter_code(CODE)
    house.let_pass(5)
    did = [entry.event.value for entry in house.events(house.door)]
    report.step("what the lock did for the code", did, expected=[PhysicalEvent.UNLATCHED.value])
    messages = house.listener.take("/webhook", 4)
    report.step(
        "webhooks: all signed?", all(_is_signed(house, each) for each in messages), expected=True
    )
    statuses = [DeviceStatusWebhook.from_dict(json.loads(each.body)) for each in messages[:3]]
    states = [status.state and status.state.state for status in statuses]
    passed = [LockState.UNLATCHING, LockState.UNLATCHED, LockState.UNLOCKED]
    report.step("webhooks: states on the way", states, expected=passed)
    report.step("webhook: in the log", _outcome(messages[3]), expected=LogState.SUCCESS)
    (callback,) = house.listener.take("/callback")
    told = StateCallback.from_dict(json.loads(callback.body))
    report.step("callback: state, once it rests", told.state, expected=BridgeLockState.UNLOCKED)


async def walk_in(house: House, report: Report) -> None:
    with house.at(house.door) as door:
        door.open_door()
        door.close_door()
    await asyncio.to_thread(house.listener.take, "/webhook", 4)
    callbacks = await asyncio.to_thread(house.listener.take, "/callback", 2)
    told = [StateCallback.from_dict(json.loads(each.body)).door_state for each in callbacks]
    moved = [DoorState.DOOR_OPENED, DoorState.DOOR_CLOSED]
    report.step("callbacks: the door", told, expected=moved)
    async with house.async_web_client() as web:
        entries = await web.smartlock_log.list_for_smartlock(house.door.smartlock_id, limit=4)
    actions = [entry.action for entry in entries]
    expected = [LogAction.DOOR_CLOSED, LogAction.DOOR_OPENED, LogAction.UNLATCH, LogAction.UNLATCH]
    report.step("log, newest first", actions, expected=expected)
    report.step("who opened", entries[2].name, expected="Cleaner")
    report.step("by what", entries[2].source, expected=LogSource.KEYPAD_CODE)


def _is_signed(house: House, message: Message) -> bool:
    return _fits(message, _digest(house, message.body))


def _digest(house: House, body: bytes) -> str:
    return hmac.new(house.secret.encode(), body, hashlib.sha256).hexdigest()


def _fits(message: Message, digest: str) -> bool:
    return hmac.compare_digest(message.headers[_HEADER], digest)


def _outcome(message: Message) -> object:
    told = DeviceLogsWebhook.from_dict(json.loads(message.body))
    return told.smartlock_log and told.smartlock_log.state
