"""The steps with the asynchronous clients."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from nuki import (
    AsyncBridgeClient,
    AsyncWebClient,
    DeviceType,
    NotFoundError,
    PlainToken,
    SmartlockId,
    UnauthorizedError,
)
from nuki.bridge import LockAction as BridgeLockAction
from nuki.bridge import LockState as BridgeLockState
from nuki.web import LockState

from .server import TOKEN

if TYPE_CHECKING:
    from .report import Report

_FRONT = SmartlockId.from_hex("1A2B3C4D", DeviceType.SMART_LOCK_3)
_STREET = SmartlockId.from_hex("1A2B3C4E", DeviceType.OPENER)


async def drive_web(url: str, report: Report) -> None:
    async with AsyncWebClient(token=TOKEN, base_url=url) as web:
        front, street = await asyncio.gather(web.smartlock.get(_FRONT), web.smartlock.get(_STREET))
        names = [front.name, street.name]
        report.step("two devices at once", names, expected=["Front door", "Street door"])
        await web.smartlock.unlock(_FRONT)
        after = (await web.smartlock.get(_FRONT)).state
        report.step("state after unlock", after and after.state, expected=LockState.UNLOCKED)
        await web.smartlock.lock(_FRONT)
        after = (await web.smartlock.get(_FRONT)).state
        report.step("state after lock", after and after.state, expected=LockState.LOCKED)
        entries = await web.smartlock_log.list(limit=2)
        report.step("who was there", [e.name for e in entries], expected=["Anna", "Ben"])
        with report.refusal("a device that is not there", expected=NotFoundError):
            await web.smartlock.get(4711)


async def drive_bridge(url: str, report: Report) -> None:
    nuki_id = _FRONT.nuki_id
    async with AsyncBridgeClient(url, token=TOKEN) as bridge:  # which encrypts the token
        devices = await bridge.device.list()
        report.step("hex ids", [d.nuki_id.hex for d in devices], expected=["1A2B3C4D", "1A2B3C4E"])
        lock = bridge.device.act(
            nuki_id, BridgeLockAction.LOCK, device_type=DeviceType.SMART_LOCK_3
        )
        report.step("lock", (await lock).success, expected=True)
        now = await bridge.device.state(nuki_id, device_type=DeviceType.SMART_LOCK_3)
        report.step("state now", now.state, expected=BridgeLockState.LOCKED)
    async with AsyncBridgeClient(url, token="wrong", scheme=PlainToken) as bridge:
        with report.refusal("a wrong token", expected=UnauthorizedError):
            await bridge.device.list()
